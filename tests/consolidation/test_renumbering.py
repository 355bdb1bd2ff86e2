"""条文顺序作相应调整: labels and references afterwards."""

import pytest

from policygraph.consolidation.outcome import Reason
from policygraph.consolidation.places import Places
from policygraph.consolidation.references import own_references
from tests.consolidation.carried import carried, decision, lines
from tests.reading import read

TITLE = "澄湖市节水办法"
LAW = (
    "澄湖市节水办法\n\n"
    "第一条 用水应当节约。\n\n第二条 单位依照本办法第三条节水。\n\n"
    "第三条 节水依照《云岭市节水办法》第四条。\n\n第四条 违反本办法第二条、第三条第一款的，警告。\n"
)
CHAPTERS = "澄湖市节水办法\n\n第一章 总则\n\n第一条 甲。\n\n第二条 乙。\n\n第二章 分则\n\n第三条 丙。\n\n第四条 丁。\n"

# base, changes, the text afterwards
ROWS = [
    # labels and own references follow; those to another document stay
    (LAW, "一、增加一条，作为第三条：“县区应当节水。”\n二、条文顺序作相应调整。",
     "第一条用水应当节约。|第二条单位依照本办法第四条节水。|第三条县区应当节水。|"
     "第四条节水依照《云岭市节水办法》第四条。|第五条违反本办法第二条、第四条第一款的，警告。"),
    (LAW, "一、删去第一条。\n二、并对条文顺序作相应调整。",
     "第一条单位依照本办法第二条节水。|第二条节水依照《云岭市节水办法》第四条。|"
     "第三条违反本办法第一条、第二条第一款的，警告。"),
    # each number is named: nothing else is ordered, references follow
    (LAW, "一、增加一条，作为第三条：“县区应当节水。”\n二、将第三条改为第四条。\n三、将第四条改为第五条。",
     "第一条用水应当节约。|第二条单位依照本办法第四条节水。|第三条县区应当节水。|"
     "第四条节水依照《云岭市节水办法》第四条。|第五条违反本办法第二条、第四条第一款的，警告。"),
    # nothing is ordered: nothing is renumbered
    (LAW, "一、删去第一条。",
     "第二条单位依照本办法第三条节水。|第三条节水依照《云岭市节水办法》第四条。|"
     "第四条违反本办法第二条、第三条第一款的，警告。"),
    # what is said of items is not said of articles
    (LAW, "一、删去第一条。\n二、其他各项序号依次顺延。",
     "第二条单位依照本办法第三条节水。|第三条节水依照《云岭市节水办法》第四条。|"
     "第四条违反本办法第二条、第三条第一款的，警告。"),
    # several new articles are counted together, also side by side and out of order
    (LAW, "一、增加一条，作为第五条：“戊。”\n二、增加一条，作为第二条：“乙。”\n三、增加一条，作为第三条：“丙。”\n"
     "四、条文顺序作相应调整。",
     "第一条用水应当节约。|第二条乙。|第三条丙。|第四条单位依照本办法第六条节水。|第五条戊。|"
     "第六条节水依照《云岭市节水办法》第四条。|第七条违反本办法第四条、第六条第一款的，警告。"),
    # an article moves, and takes its new wording along
    (CHAPTERS, "一、将第四条改为第三条，修改为：“新的丁。”\n二、将第三条改为第四条。",
     "第一章总则|第一条甲。|第二条乙。|第二章分则|第三条新的丁。|第四条丙。"),
    (CHAPTERS, "一、将第一条改为第二条。\n二、将第二条改为第一条。",
     "第一章总则|第一条乙。|第二条甲。|第二章分则|第三条丙。|第四条丁。"),
    # articles are merged: the first stays
    (CHAPTERS, "一、将第三条、第四条合并，修改为：“丙和丁。”\n二、条文顺序作相应调整。",
     "第一章总则|第一条甲。|第二条乙。|第二章分则|第三条丙和丁。"),
    (CHAPTERS, "一、将第一条、第二条合并修改为：“甲和乙。”\n二、条文顺序作相应调整。",
     "第一章总则|第一条甲和乙。|第二章分则|第二条丙。|第三条丁。"),
    (CHAPTERS, "一、将第一条、第二条合并为第一条，修改为：“甲和乙。”\n二、条文顺序作相应调整。",
     "第一章总则|第一条甲和乙。|第二章分则|第二条丙。|第三条丁。"),
    (CHAPTERS, "一、将第三条、第四条合并，作为第三条，修改为：“丙和丁。”",
     "第一章总则|第一条甲。|第二条乙。|第二章分则|第三条丙和丁。"),
    # between two chapters the change says in which
    (CHAPTERS, "一、在第二章中增加一条，作为第三条：“新。”\n二、条文顺序作相应调整。",
     "第一章总则|第一条甲。|第二条乙。|第二章分则|第三条新。|第四条丙。|第五条丁。"),
    (CHAPTERS, "一、在第二条后增加一条，作为第三条：“新。”\n二、条文顺序作相应调整。",
     "第一章总则|第一条甲。|第二条乙。|第三条新。|第二章分则|第四条丙。|第五条丁。"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "changes", "expected"), ROWS)
def test_articles_bear_the_numbers_they_have_afterwards(base, changes, expected):
    result = carried(base, decision(TITLE, changes))
    assert result.failed == ()
    assert lines(result.text).removeprefix("澄湖市节水办法|") == expected


# a text, the numbers in it that are those of its own articles
OWN = [
    ("第一条 本法第三条、第五条和《甲法》第六条。", ["第三条", "第五条"]),
    (
        "第一条 依照本办法第二条第一款第（三）项、第四条至第六条办理；本办法第二条。",
        ["第二条", "第四条", "第六条", "第二条"],
    ),
    ("第一条 依照民法典第三条、甲市条例第五条办理。", []),
    ("第一条 甲市规定：“本规定第三条。”依照本规定第四条。", ["第四条"]),
    ("第一条 依照本规定第二条之一。", []),
    ("第一条 违反第二条的，警告。", ["第二条"]),
]


@pytest.mark.parametrize(("text", "numbers"), OWN)
def test_a_text_names_its_own_articles(text, numbers):
    text = f"澄湖市节水规定\n\n{text}\n\n第二条 乙。\n"
    found = own_references(Places(read(text), text))
    whole = [one.span for one in found if one.paragraph is None and one.item is None]
    assert [text[span.start : span.end] for span in whole] == numbers


# base, changes, reasons
UNSURE = [
    # a number stands twice, and nothing orders another
    (LAW, "一、增加一条，作为第三条：“新。”", [Reason.NUMBERS_LEFT]),
    (LAW, "一、第二条作为第一条。", [Reason.NUMBERS_LEFT]),
    (LAW, "一、删去第四条。", []),
    (LAW, "一、删去第三条。", [Reason.REFERENCE, Reason.REFERENCE]),
    # in the last of one chapter or the first of the next
    (CHAPTERS, "一、增加一条，作为第三条：“新。”\n二、条文顺序作相应调整。", [Reason.PLACE_AMBIGUOUS]),
    # the base has a gap, or an article of another between two: the numbers do not come out
    (LAW.replace("第二条 单位", "第一条之一 单位"), "一、删去第一条。\n二、条文顺序作相应调整。",
     [Reason.NUMBERS_UNKNOWN]),
    # how many articles a chapter brings along, or an unread sentence adds, is not told
    (LAW, "一、删去第一条。\n二、增加一章，作为第二章：“第二章 分则\n\n“第四条 新。”\n三、条文顺序作相应调整。",
     [Reason.ANCHOR_UNKNOWN, Reason.NUMBERS_UNKNOWN]),
    (LAW, "一、删去第一条。\n二、第三章增加的两条分别列入各节。\n三、条文顺序作相应调整。",
     [Reason.NUMBERS_UNKNOWN]),
    (LAW, "一、增加一条，作为第九条：“新。”\n二、条文顺序作相应调整。",
     [Reason.PLACE_UNKNOWN, Reason.NUMBERS_UNKNOWN]),
]  # fmt: skip


@pytest.mark.parametrize(("base", "changes", "reasons"), UNSURE)
def test_what_is_not_sure_is_told(base, changes, reasons):
    result = carried(base, decision(TITLE, changes))
    assert [change.reason for change in result.failed] == reasons


# base, changes, reasons, the text afterwards
MOVED = [
    # what moves stands once, though words in it are to change as well
    (CHAPTERS, "一、将第四条中的“丁”修改为“庚”。\n二、将第三条改为第四条。\n三、将第四条改为第三条。",
     [Reason.OVERLAP], "第一章总则|第一条甲。|第二条乙。|第二章分则|第三条丁。|第四条丙。"),
    # a new wording bears the new number
    (CHAPTERS, "一、将第四条改为第五条，修改为：“第五条 新的丁。”\n二、增加一条，作为第四条：“戊。”",
     [], "第一章总则|第一条甲。|第二条乙。|第二章分则|第三条丙。|第四条戊。|第五条新的丁。"),
    # it cannot move, so it has no new words and no article another number
    (CHAPTERS + "\n第三章 附则\n\n第五条 戊。\n",
     "一、将第五条改为第三条，修改为：“新的戊。”\n二、条文顺序作相应调整。",
     [Reason.PLACE_AMBIGUOUS, Reason.PLACE_AMBIGUOUS, Reason.NUMBERS_UNKNOWN],
     "第一章总则|第一条甲。|第二条乙。|第二章分则|第三条丙。|第四条丁。|第三章附则|第五条戊。"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "changes", "reasons", "expected"), MOVED)
def test_what_moves_stands_once(base, changes, reasons, expected):
    result = carried(base, decision(TITLE, changes))
    assert [change.reason for change in result.failed] == reasons
    assert lines(result.text).partition("|")[2] == expected


def test_each_number_has_a_change_of_its_own():
    changes = "一、删去第一条。\n二、条文顺序作相应调整。"
    result = carried(LAW, decision(TITLE, changes))
    made = [(one.clause, one.amendment.old, one.amendment.new) for one in result.changes[1:]]
    assert made == [
        ("2", "第二条", "第一条"),
        ("3", "第三条", "第二条"),
        ("4", "第四条", "第三条"),
        ("2", "第三条", "第二条"),
        ("4", "第二条", "第一条"),
        ("4", "第三条", "第二条"),
    ]
    assert {one.amendment.rule for one in result.changes[1:]} == {"amendment.renumbering"}
