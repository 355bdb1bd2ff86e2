"""Rows that lack a cell of units, or hold one in several lines: in which column the others stand.

Where a table has two columns of units and a row one cell, nothing in the row tells which is empty.
The whole table may: a list that stands in one column again and again stands there in this row too.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from policygraph.extract.bodies.marks import MarkedUnit
from policygraph.model.facts import Role
from policygraph.model.source import Span

_FEWEST = 2  # whole rows in which a list stands in its column
_SEVERAL = frozenset("、，,")


@dataclass(frozen=True, slots=True)
class Segment:
    """A row of a table that names units.

    Attributes:
        units: the units with their roles.
        unsure: where units stand that may belong to either of two columns; they are not read.
    """

    units: tuple[MarkedUnit, ...]
    unsure: Span | None = None


class UnitCell(NamedTuple):
    """A cell that lists units, which have the role of the first column; [] where it is empty."""

    words: str
    units: list[MarkedUnit]


def segments(rows: Sequence[Sequence[UnitCell]], roles: Sequence[Role]) -> Iterator[Segment]:
    """Give the units of each row with the roles of their columns, or where it is not sure."""
    alike = len(set(roles)) == 1
    columns = columns_of([[cell.words for cell in row] for row in rows], len(roles))
    for row, places in zip(rows, columns, strict=True):
        if not alike and places is None:
            spans = [span for cell in row for marked in cell.units for span in marked.unit.spans]
            if spans:
                yield Segment((), Span(spans[0].start, spans[-1].end))
            continue
        given = [roles[0]] * len(row) if alike else [roles[place] for place in places or ()]
        units = tuple(
            MarkedUnit(marked.unit, role if marked.role is roles[0] else marked.role)
            for role, cell in zip(given, row, strict=True)
            for marked in cell.units
        )
        if units:
            yield Segment(units)


def columns_of(rows: Sequence[Sequence[str]], count: int) -> list[tuple[int, ...] | None]:
    """Give the columns of the cells of each row; None where they are not sure.

    Args:
        rows: the words of the cells that name units, row by row.
        count: how many columns of units the table has.
    """
    known = _standing(rows, count)
    return [_columns(row, count, known) for row in rows]


def _standing(rows: Sequence[Sequence[str]], count: int) -> dict[str, int]:
    """Give the lists that stand in one column only, several times in whole rows."""
    seen = Counter(
        (words, column) for row in rows if len(row) == count for column, words in enumerate(row)
    )
    places = Counter(words for words, _ in seen)
    return {
        words: column
        for (words, column), times in seen.items()
        if times >= _FEWEST and places[words] == 1 and _names_several(words)
    }


def _names_several(words: str) -> bool:
    """A single office may lead here and support there; a list that is printed again does not."""
    return words.startswith("各") or not _SEVERAL.isdisjoint(words)


def _columns(row: Sequence[str], count: int, known: dict[str, int]) -> tuple[int, ...] | None:
    if len(row) == count:
        return tuple(range(count))
    told = [known.get(words) for words in row]
    *before, last = told or [None]
    if last is not None and last == count - 1 == 1 and all(not column for column in before):
        return (*(0 for _ in before), last)  # the cell before it was printed in several lines
    sure = tuple(column for column in told if column is not None)
    ordered = all(a < b for a, b in pairwise(sure))
    return sure if sure and len(sure) == len(told) and ordered else None
