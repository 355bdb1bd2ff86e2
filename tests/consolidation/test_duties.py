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
