"""Rows of tables whose cells are parted by blanks: which words stand in the columns of units.

A cell of running text holds blanks too, so rows are read from their end, where the columns of units
stand: a row is believed only where each of these cells is wholly a list of units.
"""

from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.bodies.marks import MarkedUnit
from policygraph.extract.tables.flat import cell_units, is_empty
from policygraph.extract.tables.heads import head_role
from policygraph.extract.tables.sparse import Segment
from policygraph.model.facts import Role
from policygraph.model.source import Span, span_of
from policygraph.registry.words import Words
from policygraph.text.blank_tables import blank_tables

_GOES_ON = ("、", "，", ",")
_FEWEST = 2  # cells of a row
_CELL = expression(r"[^ \t\u3000\r\n]+")


def read_blank(text: str, span: Span, words: Words) -> list[Segment]:
    """Read the rows of a table whose cells are parted by blanks; [] where it is none."""
    found: list[Segment] = []
    for table in blank_tables(text[span.start : span.end]):
        names = [text[head.start : head.end] for head in _cells(text, span, table.heads)]
        roles = {
            index - len(names): role
            for index, name in enumerate(names)
            if (role := head_role(name, words))
        }
        for line in sorted([line for line, _ in table.rows] + list(table.loose)):
            cells = list(_cells(text, span, line))
            units = _row(text, cells, roles, words)
            if not units and line in table.loose:
                units = _last(text, cells, roles, words)
            if units:
                found.append(Segment(units))
            elif line not in table.loose and _lacks_one(text, cells, roles, words):
                found.append(Segment((), cells[-1]))
    return found


def _lacks_one(text: str, cells: list[Span], roles: dict[int, Role], words: Words) -> bool:
    """Say whether a row names units at its end, and not in which of its columns."""
    if not roles or len(cells) <= _FEWEST or len(set(roles.values())) == 1:
        return False
    return bool(cell_units(text, cells[-1], words, roles[max(roles)]))


def _cells(text: str, table: Span, line: Span) -> Iterator[Span]:
    """Give the runs without blanks of a line, whose offsets count from the table's begin.

    A run that ends in a pause goes on behind the blank: 各区教育局、 局属单位.
    """
    start: int | None = None
    for match in _CELL.finditer(text, table.start + line.start, table.start + line.end):
        start = match.start() if start is None else start
        if not match.group().endswith(_GOES_ON):
            yield span_of((start, match.end()))
            start = None


def _last(
    text: str, cells: list[Span], roles: dict[int, Role], words: Words
) -> tuple[MarkedUnit, ...]:
    """Give the units of a row that lacks cells: those of its last cell, if one column has units."""
    if len(cells) < _FEWEST or len(set(roles.values())) != 1:
        return ()
    return tuple(cell_units(text, cells[-1], words, next(iter(roles.values()))))


def _row(
    text: str, cells: list[Span], roles: dict[int, Role], words: Words
) -> tuple[MarkedUnit, ...]:
    """Give the units of a row, by columns that are counted from its end."""
    units: list[MarkedUnit] = []
    for index, role in roles.items():
        if len(cells) + index <= 0:
            return ()
        read = cell_units(text, cells[index], words, role)
        if not read and not is_empty(text, cells[index]):
            return ()
        units.extend(read)
    return tuple(units)
