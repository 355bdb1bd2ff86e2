"""Sentences on chapters and sections: each is read whole or not at all."""

import pytest

from policygraph.consolidation.division_sentences import (
    labels_in,
    said_of_divisions,
    without_quotations,
)

# sentence, what it does, where, what number it gives
ROWS = [
    ("一、增加一章，作为第二章：“第二章 水价”。", [("add_clause", "第二章", None)]),
    ("（一）增设第三章“水价”。", [("add_clause", "第三章", None)]),
    ("1.增加两章，作为第三章、第四章：“第三章 水价”。",
     [("add_clause", "第三章", None), ("add_clause", "第四章", None)]),
    ("删去第三章、第五章第二节。", [("delete_clause", "第三章", None), ("delete_clause", "第五章第二节", None)]),
    ("将第三章至第五章改为第四章至第六章。",
     [("replace_text", "第三章", "第四章"), ("replace_text", "第四章", "第五章"), ("replace_text", "第五章", "第六章")]),
    ("将第二章改为第三章，章名修改为“取水”。",
     [("replace_text", "第二章", "第三章"), ("replace_clause", "第二章章名", None)]),
    ("删去第三章，其后章节顺序依次顺延。", [("delete_clause", "第三章", None)]),
    # what else they do is not read here, so nothing of them is
    ("删去第三章第十条。", []),
    ("在第三章中增加一条，作为第五条：“甲。”", []),
    ("删去第三章，将第五条中的“甲”修改为“乙”。", []),
    ("将第三章、第四章合并为第三章。", []),
    ("第三章分为两章，作为第三章、第四章。", []),
    ("将第三章、第四章改为第五章。", []),
    ("将第三章改为第五节。", []),
    ("将第三章章名和第五条中的“甲”修改为“乙”。", []),
    ("各部门要认真学习第三章。", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_says_what_it_does_to_chapters(sentence, expected):
    words, _ = without_quotations(sentence)
    found = [(one.operation.value, one.printed, one.now) for one in said_of_divisions(words)]
    assert found == expected


def test_sections_that_follow_are_of_the_chapter_named_before():
    assert labels_in("第二章第一节、第三节") == [
        (("chapter", 2), ("section", 1)),
        (("chapter", 2), ("section", 3)),
    ]
