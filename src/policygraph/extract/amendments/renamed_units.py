"""A change that writes the name of another unit: 将第三条中的“市国土局”修改为“市资源局”.

It needs no word of responsibility around it: two quoted strings that are names of offices and
nothing else tell as much.
"""

from dataclasses import replace

from policygraph.expression import expression
from policygraph.extract.amendments.changes import Change
from policygraph.model.facts import Operation

_OFFICES = expression(
    r"[\u4e00-\u9fff（）()“”、]{2,60}(?<![、（(])"
    r"(?:部门|机关|局|委|委员会|厅|办公室|中心|政府|银行|支行|法院|检察院|办事处|署|总队|支队"
    r"|领导小组|指挥部|联席会议|(?:监督|管理|执法|监管|监察|登记|经办)机构)(?:[（(][\u4e00-\u9fff]{2,12}[）)])?"
)
_SAID = expression("(?:^|、)(?:[由向经报对将按应需]|依法|本)|的|应当|可以|不得|负责|批准|审核|会同")


def of_units(change: Change) -> Change:
    """Give a change of text as one of a unit, where both texts name offices."""
    if change.operation is not Operation.REPLACE_TEXT or not (change.old and change.new):
        return change
    if change.rule:
        return change  # 章名中的“…局”: the words of a heading
    if _names_offices(change.old.as_written) and _names_offices(change.new.as_written):
        return replace(change, operation=Operation.REPLACE_AGENCY)
    return change


def _names_offices(said: str) -> bool:
    """Say whether a quoted string holds the name of an office, or a list of them, and no more."""
    return bool(_OFFICES.fullmatch(said.rstrip("。"))) and not _SAID.search(said)
