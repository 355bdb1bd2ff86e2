"""Cells that say in a sentence who provides data or checks them: 以市财政局提供的数据为准."""

import re
from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.bodies.marks import MarkedUnit
from policygraph.extract.bodies.units import is_unit, split_units
from policygraph.extract.reading import Mention
from policygraph.model.facts import Role
from policygraph.model.source import Span
from policygraph.registry.words import Words

_SOURCE = 100  # characters of a cell that says who provides the data
# docs/record.md, "Roles": who provides data, who checks it. One part of a sentence each.
_BY = expression(r"以(?P<by>[^以]{2,40}?)提供\S{0,8}为准")
_CHECKED = expression(
    r"(?P<unit>.{2,60}?)(?:根据|依据|按)(?P<source>.{1,20}?)提供.{0,12}(?P<verb>核定|核实|审核)"
)
_DONE = expression(r"(?P<unit>.{2,60}?)(?P<verb>提供|核定|核实|审核)")
_PART = expression(r"[^，,。；;]+")


def read_told(text: str, cell: Span, words: Words) -> list[MarkedUnit]:
    """Read a cell that says who provides data, and who checks them; [] where it says no such."""
    if cell.end - cell.start > _SOURCE:
        return []
    parts = _PART.finditer(text[cell.start : cell.end])
    return [
        unit
        for part in parts
        for unit in _said(text, Span(cell.start + part.start(), cell.start + part.end()), words)
    ]


def _said(text: str, part: Span, words: Words) -> Iterator[MarkedUnit]:
    sentence = text[part.start : part.end]
    if match := _BY.search(sentence):
        yield from _named(text, part, match, "by", Role.DATA_SOURCE, words)
    elif match := _CHECKED.match(sentence):
        role = Role(words.role_verbs[match["verb"]])
        yield from _named(text, part, match, "unit", role, words)
        yield from _named(text, part, match, "source", Role.DATA_SOURCE, words)
    elif match := _DONE.match(sentence):
        role = Role(words.role_verbs[match["verb"]])
        yield from _named(text, part, match, "unit", role, words)


def _named(
    text: str, part: Span, match: re.Match[str], group: str, role: Role, words: Words
) -> Iterator[MarkedUnit]:
    """The units of a group; 佐证材料 and other objects are none."""
    span = Span(part.start + match.start(group), part.start + match.end(group))
    for unit in _units(text, span, words):
        yield MarkedUnit(unit, role)


def _units(text: str, span: Span, words: Words) -> list[Mention]:
    listed = split_units(text, span, words).units
    return [unit for unit in listed if is_unit(unit.as_written, words)]
