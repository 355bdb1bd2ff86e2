"""What stood and what stands now, unit by unit."""

import pytest

from policygraph.consolidation.comparison import compared
from tests.consolidation.carried import carried, decision, lines

TITLE = "澄湖市节水办法"
BASE = "澄湖市节水办法\n\n第一条 甲。\n\n第二条 乙一、乙二。\n\n第三条 丙。\n\n第四条 丁。\n"
RENUMBERED = "一、增加一条，作为第二条：“新。”\n二、条文顺序作相应调整。"

# what documents change, one after the other; rows of the table
ROWS = [
    # the second document names units by the numbers that the first gives them
    (
        (RENUMBERED, "一、将第三条中的“乙一”修改为“庚”。"),
        [
            ("", "第二条新。"),
            ("第二条乙一、乙二。", "第三条庚、乙二。"),
            ("第三条丙。", "第四条丙。"),
            ("第四条丁。", "第五条丁。"),
        ],
    ),
    (
        (RENUMBERED, "一、将第四条修改为：“庚。”\n二、删去第五条。"),
        [
            ("", "第二条新。"),
            ("第二条乙一、乙二。", "第三条乙一、乙二。"),
            ("第三条丙。", "第四条庚。"),
            ("第四条丁。", ""),
        ],
    ),
    (
        (RENUMBERED, "一、将第二条中的“新”修改为“很新的”。"),
        [
            ("", "第二条很新的。"),
            ("第二条乙一、乙二。", "第三条乙一、乙二。"),
            ("第三条丙。", "第四条丙。"),
            ("第四条丁。", "第五条丁。"),
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), ROWS)
def test_old_and_new_stand_side_by_side(changes, expected):
    result = carried(BASE, *(decision(TITLE, each) for each in changes))
    assert result.failed == ()
    assert [(lines(one.before), lines(one.after)) for one in compared(result)] == expected


# changes of one document that put words in at the same offset; the text afterwards
SAME_PLACE = [
    ("一、在第一条后增加一条，作为第一条之一：“新。”\n二、在第一条末尾增加“末。”。",
     "第一条甲。末。|第一条之一新。|第二条乙一、乙二。|第三条丙。|第四条丁。"),
    ("一、增加一条，作为第二条：“新。”\n二、第一条增加一款，作为第二款：“二款。”",
     "第一条甲。|二款。|第二条新。|第二条乙一、乙二。|第三条丙。|第四条丁。"),
    ("一、在第一条后增加一条，作为第一条之一：“新。”\n二、第一条增加一款，作为第二款：“二款。”",
     "第一条甲。|二款。|第一条之一新。|第二条乙一、乙二。|第三条丙。|第四条丁。"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), SAME_PLACE)
def test_words_go_before_paragraphs_and_these_before_articles(changes, expected):
    result = carried(BASE, decision(TITLE, changes))
    assert result.failed == ()
    assert lines(result.text).partition("|")[2] == expected
