"""What was issued before a text changes an earlier one."""

import pytest

from policygraph.consolidation.outcome import Reason
from tests.consolidation.carried import carried, lines

BASE = (
    "澄湖市节水办法\n\n（2020年3月1日澄湖市人民政府令第10号公布）\n\n第一条 甲。\n\n第二条 乙。\n"
)
CHANGES = (
    "关于修改《澄湖市节水办法》的决定\n\n（{}年3月1日澄湖市人民政府令第5号公布）\n\n"
    "对《澄湖市节水办法》作如下修改：\n\n一、增加一条，作为第二条：“新。”\n\n二、条文顺序作相应调整。\n"
)

# year of the decision, reasons, articles afterwards
YEARS = [
    (2017, [Reason.OLDER], "第一条甲。|第二条乙。"),
    (2020, [], "第一条甲。|第二条新。|第三条乙。"),
    (2021, [], "第一条甲。|第二条新。|第三条乙。"),
]


@pytest.mark.parametrize(("year", "reasons", "expected"), YEARS)
def test_only_what_is_not_older_is_carried_out(year, reasons, expected):
    result = carried(BASE, CHANGES.format(year))
    assert [change.reason for change in result.failed] == reasons
    assert lines(result.text).endswith("公布）|" + expected)
