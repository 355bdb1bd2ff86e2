"""Which unit of a mark leads, where one mark says it for all that follow.

Printed forms: 列第一位者为牵头单位，下同; 第一责任单位为牵头单位; 逗号前的为牵头单位，下同;
各项举措中排序第一的责任单位为该项牵头单位, which holds for the whole text.
"""

from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.bodies.marks import MarkedUnit
from policygraph.extract.reading import Reading
from policygraph.model.facts import Role

_FIRST_LEADS = expression(
    r"(?:(?:列|排[序名]?)(?:在)?(?:第一|首)(?:位|个)?(?:者|的)?(?:责任)?(?:单位|部门)?|第一(?:责任)?(?:单位|部门))"
    r"(?:均)?为(?:该项|各项)?(?:主要)?牵头"
)
_OF_ALL = expression("(?:各项|上述|以上|所有)[^，。；]{0,12}$")  # 各项举措中排序第一的…
_BEFORE_COMMA = expression("逗号之?前(?:面)?的?(?:单位|部门)?(?:均)?为牵头")
_SAID = ("为牵头", "为主要牵头", "为该项牵头", "为各项牵头")
_LABEL_LINE = expression(r"\s*[【\[]?(?:责任|牵头|主办|承办)[^。]{0,8}[:：]")
_COMMA = expression("[，,]")


class Leading(NamedTuple):
    """A rule that says who leads.

    Attributes:
        start: where it begins to hold.
        comma: units before the first comma lead, and not the first unit.
    """

    start: int
    comma: bool


def leading_from(reading: Reading) -> Leading | None:
    """Give where 列第一位者为牵头单位，下同 begins to hold: with the mark that says it."""
    text = reading.source.text
    if not any(words in text for words in _SAID):
        return None
    first = _FIRST_LEADS.search(text)
    match = first or _BEFORE_COMMA.search(text)
    if match is None:
        return None
    if _OF_ALL.search(text, max(0, match.start() - 16), match.start()):
        return Leading(0, comma=first is None)
    block = reading.block_at(match.start()).span
    if _LABEL_LINE.match(text, block.start, match.start()):
        return Leading(block.start, comma=first is None)
    around = (bracket.span for bracket in reading.brackets)
    within = (s.start for s in around if s.start < match.start() < s.end)
    return Leading(next(within, match.start()), comma=first is None)


def led(
    text: str, units: tuple[MarkedUnit, ...], leading: Leading | None, start: int
) -> tuple[MarkedUnit, ...]:
    """Give the units of a mark that begins at ``start`` with the role of those that lead."""
    if leading is None or start < leading.start:
        return units
    return _before_comma(text, units) if leading.comma else _first(units)


def _first(units: tuple[MarkedUnit, ...]) -> tuple[MarkedUnit, ...]:
    """The unit that stands first leads; a collective never does."""
    first = units[0]
    if first.role is not Role.RESPONSIBLE or first.unit.as_written.startswith("各"):
        return units
    return (MarkedUnit(first.unit, Role.LEAD), *units[1:])


def _before_comma(text: str, units: tuple[MarkedUnit, ...]) -> tuple[MarkedUnit, ...]:
    """甲、乙，丙: 甲 and 乙 lead; nobody does where no comma stands between units."""
    ends = [unit.unit.spans[-1].end for unit in units]
    starts = [unit.unit.spans[0].start for unit in units[1:]]
    between = zip(ends, starts, strict=False)
    count = next((n + 1 for n, (a, b) in enumerate(between) if _COMMA.search(text, a, b)), 0)
    if any(unit.role is not Role.RESPONSIBLE for unit in units[:count]):
        return units
    return (*(MarkedUnit(unit.unit, Role.LEAD) for unit in units[:count]), *units[count:])
