"""Who is responsible before and after."""

import pytest

from policygraph.consolidation.duties import Duty, duties_changed
from tests.consolidation.carried import carried

BASE = "澄湖市工作方案\n\n一、目标\n1.推广节水。（责任单位：市水利局、市财政局）\n2.治理污水。（责任单位：市水利局）\n"
HEAD = (
    "关于对《澄湖市工作方案》的修改意见\n现对《澄湖市工作方案》部分内容修改如下：\n"
    "1.关于“一、1.推广节水”的修改意见\n"
)

# what is changed, duties lost, duties gained: clause, unit
ROWS = [
    ("将责任单位“市财政局”修改为“市统计局”。", [("1/1", "市财政局")], [("1/1", "市统计局")]),
    ("增加“市统计局”为责任单位。", [], [("1/1", "市统计局")]),
    ("将“推广”修改为“推行”。", [], []),
]


@pytest.mark.parametrize(("change", "lost", "gained"), ROWS)
def test_duties_change_with_the_marks(change, lost, gained):
    found = duties_changed(carried(BASE, HEAD + change + "\n"))
    assert [(duty.clause, duty.unit) for duty in found.lost] == lost
    assert [(duty.clause, duty.unit) for duty in found.gained] == gained
    assert all(isinstance(duty, Duty) and duty.role for duty in (*found.lost, *found.gained))


RULES = (
    "澄湖市节水办法\n\n第一章 总则\n\n第一条 推广节水。（责任单位：市水利局）\n\n"
    "第二条 治理污水。（责任单位：市住建局）\n\n第三条 计量用水。（责任单位：市统计局）\n\n"
    "第四条 给予奖励。（责任单位：市财政局）\n"
)
DECISION = "关于修改《澄湖市节水办法》的决定\n\n对《澄湖市节水办法》作如下修改：\n\n"
ORDER = "\n\n此外，对条文顺序作相应调整。\n"

# what is changed in the rules, duties lost (numbers before), duties gained (numbers afterwards)
NUMBERED = [
    ("一、删去第二条。", [("1/2", "市住建局")], []),
    ("一、增加一条，作为第二条：“第二条 开展宣传。（责任单位：市教育局）”", [], [("1/2", "市教育局")]),
    (
        "一、删去第二条。\n\n二、将第三条责任单位“市统计局”修改为“市水务局”。",
        [("1/2", "市住建局"), ("1/3", "市统计局")],
        [("1/2", "市水务局")],
    ),
    # all its words are new, and its number too
    (
        "一、删去第二条。\n\n二、将第四条修改为：“第四条 严肃问责。（责任单位：市财政局、市审计局）”",
        [("1/2", "市住建局")],
        [("1/3", "市审计局")],
    ),
    # a new one takes the number of one that is struck
    (
        "一、删去第二条。\n\n二、增加一条，作为第二条：“第二条 开展宣传。（责任单位：市住建局）”",
        [("1/2", "市住建局")],
        [("1/2", "市住建局")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("change", "lost", "gained"), NUMBERED)
def test_a_clause_that_only_bears_another_number_keeps_its_units(change, lost, gained):
    result = carried(RULES, DECISION + change + ORDER)
    assert not result.failed
    found = duties_changed(result)
    assert [(duty.clause, duty.unit) for duty in found.lost] == lost
    assert [(duty.clause, duty.unit) for duty in found.gained] == gained
