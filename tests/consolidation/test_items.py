"""Items behind one that is put in or struck, and references to paragraphs and items."""

import pytest

from policygraph.consolidation.outcome import Reason
from tests.consolidation.carried import carried, decision, lines

TITLE = "澄湖市节水办法"
LAW = (
    "澄湖市节水办法\n\n第一条 分工：\n（一）子；\n（二）丑；\n（三）寅。\n\n"
    "第二条 甲。\n违反本条第一款的，警告。\n丙。\n\n"
    "第三条 依照本办法第一条第（三）项、第二条第三款和《甲办法》第二条第三款。\n"
)
PLAN = "澄湖市节水方案\n\n一、任务\n\n（一）子。\n\n（二）丑。\n\n（三）寅。\n\n二、保障\n\n1.甲。\n\n2.乙。\n"
FIRST = "第一条分工：|（一）子；|（二）丑；|（三）寅。"
SECOND = "第二条甲。|违反本条第一款的，警告。|丙。"
THIRD = "第三条依照本办法第一条第（三）项、第二条第三款和《甲办法》第二条第三款。"

# changes, reasons, the text afterwards
ROWS = [
    ("在第一条中增加一项，作为第二项：“（二）卯；”，其后各项序号依次顺延。", [],
     "第一条分工：|（一）子；|（二）卯；|（三）丑；|（四）寅。", THIRD.replace("（三）", "（四）")),
    ("删去第一条第二项。\n二、条文顺序作相应调整。", [],
     "第一条分工：|（一）子；|（二）寅。", THIRD.replace("（三）", "（二）")),
    # nothing is ordered: a number stands twice, the reference is to another item
    ("在第一条中增加一项，作为第二项：“（二）卯；”。", [Reason.NUMBERS_LEFT, Reason.REFERENCE],
     "第一条分工：|（一）子；|（二）卯；|（二）丑；|（三）寅。", THIRD),
    ("删去第一条第三项。", [Reason.REFERENCE], "第一条分工：|（一）子；|（二）丑；", THIRD),
    # all of a range goes
    ("删去第一条第（一）项至第（三）项。", [Reason.REFERENCE], "第一条分工：", THIRD),
    # an item takes the number of one that stays
    ("第一条第（二）项改为第（三）项。", [Reason.NUMBERS_LEFT],
     "第一条分工：|（一）子；|（三）丑；|（三）寅。", THIRD),
    # what is put behind a unit bears the next number, what is put before one takes its
    ("第一条第（一）项后增加一项：“（二）卯；”，其后各项序号依次顺延。", [],
     "第一条分工：|（一）子；|（二）卯；|（三）丑；|（四）寅。", THIRD.replace("（三）", "（四）")),
    ("第一条第（二）项之前增加一项：“（二）卯；”，其后各项序号依次顺延。", [],
     "第一条分工：|（一）子；|（二）卯；|（三）丑；|（四）寅。", THIRD.replace("（三）", "（四）")),
    # only chapters are to be renumbered
    ("删去第一条第一项。\n二、各章顺序作相应调整。", [Reason.REFERENCE],
     "第一条分工：|（二）丑；|（三）寅。", THIRD),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "reasons", "first", "third"), ROWS)
def test_items_bear_the_numbers_they_have_afterwards(changes, reasons, first, third):
    result = carried(LAW, decision(TITLE, f"一、{changes}"))
    assert [one.reason for one in result.failed] == reasons
    assert lines(result.text) == f"{TITLE}|{first}|{SECOND}|{third}"


# changes, reasons, article afterwards, the references to it
PARAGRAPHS = [
    ("第二条增加一款，作为第二款：“新。”\n二、条款顺序作相应调整。", [],
     "第二条甲。|新。|违反本条第一款的，警告。|丙。", THIRD.replace("第二条第三款和", "第二条第四款和")),
    ("第二条增加一款，作为第一款：“新。”\n二、条款顺序作相应调整。", [],
     "第二条新。|甲。|违反本条第二款的，警告。|丙。", THIRD.replace("第二条第三款和", "第二条第四款和")),
    ("在第二条第一款后增加一款：“新。”\n二、条款顺序作相应调整。", [],
     "第二条甲。|新。|违反本条第一款的，警告。|丙。", THIRD.replace("第二条第三款和", "第二条第四款和")),
    ("第二条增加一款，作为第二款：“新。”", [Reason.REFERENCE],
     "第二条甲。|新。|违反本条第一款的，警告。|丙。", THIRD),
    ("删去第二条第三款。\n二、条款顺序作相应调整。", [Reason.REFERENCE],
     "第二条甲。|违反本条第一款的，警告。", THIRD),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "reasons", "second", "third"), PARAGRAPHS)
def test_references_to_paragraphs_follow_or_are_told(changes, reasons, second, third):
    result = carried(LAW, decision(TITLE, f"一、{changes}"))
    assert [one.reason for one in result.failed] == reasons
    assert lines(result.text) == f"{TITLE}|{FIRST}|{second}|{third}"


# changes, the text afterwards
PLANS = [
    (
        "将“一、（一）子”条目删除，其后序号依次顺延。",
        "一、任务|（一）丑。|（二）寅。|二、保障|1.甲。|2.乙。",
    ),
    (
        "将“二、1.甲”条目删除，后续序号依次顺延。",
        "一、任务|（一）子。|（二）丑。|（三）寅。|二、保障|1.乙。",
    ),
]


@pytest.mark.parametrize(("changes", "expected"), PLANS)
def test_items_of_a_plan_bear_other_numbers_too(changes, expected):
    result = carried(PLAN, decision("澄湖市节水方案", f"一、{changes}"))
    assert result.failed == ()
    assert lines(result.text) == f"澄湖市节水方案|{expected}"


def test_a_change_that_was_not_read_is_told_though_its_sentence_orders_numbers():
    changes = "一、删除第一部分第（一）项，其后各项序号依次顺延。\n二、对序号作相应调整。"
    result = carried(PLAN, decision("澄湖市节水方案", changes))
    assert lines(result.text) == lines(PLAN)
    assert [one.code for by in result.instruments for one in by.unread] == ["amendment.not-read"]


def test_an_order_in_a_sentence_is_meant_for_its_list():
    law = LAW.replace("第二条 甲。", "第二条 甲：\n（一）辰；\n（二）巳。")
    changes = "一、删去第一条第一项，其后各项序号依次顺延。\n二、删去第二条第一款第一项。"
    text = lines(carried(law, decision(TITLE, changes)).text)
    assert "第一条分工：|（一）丑；|（二）寅。" in text
    assert "第二条甲：|（二）巳。" in text


def test_each_number_has_a_change_of_its_own():
    result = carried(LAW, decision(TITLE, "一、删去第一条第二项，其后各项序号依次顺延。"))
    made = [(one.clause, one.amendment.old, one.amendment.new) for one in result.changes[1:]]
    assert made == [("1/3", "（三）", "（二）"), ("3", "第（三）项", "第（二）项")]


def test_a_reference_in_a_new_wording_is_left():
    changes = "一、删去第一条。\n二、将第三条修改为：“依照本办法第一条。”\n三、条文顺序作相应调整。"
    result = carried(LAW, decision(TITLE, changes))
    assert result.failed == ()
    assert lines(result.text).endswith("|第二条依照本办法第一条。")
