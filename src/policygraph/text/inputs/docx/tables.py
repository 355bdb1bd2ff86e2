"""The cells of a table in their columns (ISO/IEC 29500-1, 17.4)."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from policygraph.text.inputs.docx.xml import Element, all_below, below, number, qn, value
from policygraph.text.inputs.merged import Grid

Slot = Element | None  # a cell; None where a merged one reaches over
_MOST_COLUMNS = 64  # a span beyond is a mistake, or meant to exhaust us
_NARROW = 150  # twentieths of a point: no character has room in less
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")))


class _Placed(NamedTuple):
    """A cell, the columns of the grid from which to which it reaches, and if from above."""

    cell: Slot
    start: int
    end: int
    down: bool


def arranged(table: Element) -> Grid[Slot]:
    """Give the cells of a table in their columns."""
    rows = [list(_row(row)) for row in _parts(table, qn("w:tr")) if not _is_deleted(row)]
    column = _columns(table, rows)
    down = [frozenset(column(cell.start) for cell in row if cell.down) for row in rows]
    return Grid([_line(row, column) for row in rows], down)


def _columns(table: Element, rows: Sequence[Sequence[_Placed]]) -> Callable[[int], int]:
    """Give a function that tells the column at which a line of the grid stands.

    Where an edge of one row nearly meets that of another, the grid has a sliver of a column
    between them. No cell stands in it alone, and it is none.
    """
    alone = {placed.start for row in rows for placed in row if placed.cell is not None
             and placed.end - placed.start == 1}  # fmt: skip
    slivers = [
        place
        for place, one in enumerate(all_below(below(table, "w:tblGrid"), "w:gridCol"))
        if 0 < (number(one, "w:w") or 0) < _NARROW and place not in alone
    ]
    return lambda line: line - bisect_left(slivers, line)


def _line(row: Sequence[_Placed], column: Callable[[int], int]) -> list[Slot]:
    line: list[Slot] = []
    for cell, start, end, _ in row:
        line.extend([None] * (column(start) - len(line)))
        line.append(cell)
        line.extend([None] * (column(end) - len(line)))
    return line


def _is_deleted(row: Element) -> bool:
    return below(row, "w:trPr", "w:del") is not None


def _parts(element: Element, tag: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, also those in a content control."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _parts(child, tag)


def _row(row: Element) -> Iterator[_Placed]:
    start = _span(below(row, "w:trPr", "w:gridBefore"), 0)
    for cell in _parts(row, qn("w:tc")):
        properties = below(cell, "w:tcPr")
        down = _goes_on(below(properties, "w:vMerge"))
        goes_on = down or _goes_on(below(properties, "w:hMerge"))
        end = start + _span(below(properties, "w:gridSpan"), 1)
        yield _Placed(None if goes_on else cell, start, end, down)
        start = end


def _span(element: Element | None, otherwise: int) -> int:
    width = number(element)
    return otherwise if width is None else min(max(width, otherwise), _MOST_COLUMNS)


def _goes_on(merge: Element | None) -> bool:
    """Say whether a cell goes on with the one above (17.4.84): no value means that it does."""
    return merge is not None and value(merge) != "restart"
