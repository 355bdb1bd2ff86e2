"""Sentences on chapters and sections: each is read whole or not at all."""

import pytest

from policygraph.text.division_labels import labels_in
from tests.reading import read

HEAD = "关于修改《澄湖市节水办法》的决定\n\n对《澄湖市节水办法》作如下修改：\n\n"

# sentence, what it does, where, what number it gives
ROWS = [
    ("一、增加一章，作为第二章：“第二章 水价”。", [("add_clause", "第二章", None)]),
    ("一、增设第三章“水价”。", [("add_clause", "第三章", None)]),
    ("一、增加两章，作为第三章、第四章：“第三章 水价”。",
     [("add_clause", "第三章", None), ("add_clause", "第四章", None)]),
    ("一、删去第三章、第五章第二节。", [("delete_clause", "第三章", None), ("delete_clause", "第五章第二节", None)]),
    ("一、将第三章至第五章改为第四章至第六章。",
     [("replace_text", "第三章", "第四章"), ("replace_text", "第四章", "第五章"), ("replace_text", "第五章", "第六章")]),
    ("一、将第二章改为第三章，章名修改为“取水”。",
     [("replace_text", "第二章", "第三章"), ("replace_clause", "第二章章名", None)]),
    ("一、删去第三章，其后章节顺序依次顺延。", [("delete_clause", "第三章", None)]),
    # what else they do is not read here, so nothing of them is
    ("一、删去第三章第十条。", []),
    ("一、在第三章中增加一条，作为第五条：“甲。”", []),
    ("一、删去第三章，将第五条中的“甲”修改为“乙”。", []),
    ("一、将第三章、第四章合并为第三章。", []),
    ("一、第三章分为两章，作为第三章、第四章。", []),
    ("一、将第三章、第四章改为第五章。", []),
    ("一、将第三章改为第五节。", []),
    ("一、将第三章章名和第五条中的“甲”修改为“乙”。", []),
    ("一、各部门要认真学习第三章。", []),
]  # fmt: skip


def _divisions(printed):
    rows = read(f"{HEAD}{printed}\n").amendments
    return [row for row in rows if row.rule == "amendment.division"]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_says_what_it_does_to_chapters(sentence, expected):
    found = [
        (
            row.operation.value,
            row.target.locator,
            row.new if row.old == row.target.locator else None,
        )
        for row in _divisions(sentence)
    ]
    assert found == expected


def test_a_new_section_is_of_the_chapter_that_is_named_and_says_which_articles_it_has():
    (row,) = _divisions("一、在第二章第一节后增加一节，作为第二节：“水价”，包括第八条至第十条。")
    assert row.target.locator == "第二章第二节"
    assert (row.beside.side, row.beside.locator) == ("after", "第二章第一节")
    assert row.new_place.locator == "第二章第二节"
    assert (row.new_place.first_article, row.new_place.last_article) == (8, 10)


def test_what_is_said_next_is_not_said_of_a_place_named_before():
    text = HEAD + "一、将第五条中的“甲”修改为“乙”；删去第三章；将“丙”修改为“丁”。\n"
    record = read(text)
    assert [row.operation.value for row in record.amendments] == ["replace_text", "delete_clause"]
    assert [one.code for one in record.findings if one.code.startswith("amendment")] == [
        "amendment.not-read"
    ]


ORDERS = [
    ("一、删去第五条，其后条文顺序依次调整。", ["条"]),
    ("一、章节顺序作相应调整。", ["章、节"]),
    ("一、删去第三章，其后章节条款的序号依次顺延。", ["章、节、条、款"]),
    ("一、对序号作相应调整。", [""]),  # no kind of unit
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_an_order_names_the_units_that_are_renumbered(sentence, expected):
    findings = read(f"{HEAD}{sentence}\n").findings
    assert [one.detail for one in findings if one.code == "amendment.renumbering"] == expected


def test_an_order_beside_what_was_not_read_tells_both():
    findings = read(f"{HEAD}一、删除第一部分第（一）项，其后各项序号依次顺延。\n").findings
    told = [one.code for one in findings if one.code.startswith("amendment")]
    assert sorted(told) == ["amendment.not-read", "amendment.renumbering"]


def test_more_changes_than_can_be_told_apart_are_a_finding():
    record = read(f"{HEAD}一、删去第一章至第九十九章。\n")
    assert record.amendments == ()
    told = [one.code for one in record.findings if one.code.startswith("amendment")]
    assert told == ["amendment.too-many"]


def test_sections_that_follow_are_of_the_chapter_named_before():
    assert labels_in("第二章第一节、第三节") == [
        (("chapter", 2), ("section", 1)),
        (("chapter", 2), ("section", 3)),
    ]


def test_a_range_names_no_more_divisions_than_can_be_told_apart():
    assert len(labels_in("第一章至第九十九万章")) < 100
