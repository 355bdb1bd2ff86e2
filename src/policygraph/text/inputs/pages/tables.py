"""Ruled tables of a page, with their cells put together again."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from pdfplumber.page import Page
from pdfplumber.table import Table, TableFinder

from policygraph.text.inputs.characters import joined
from policygraph.text.inputs.merged import HEADS, Cell, Grid
from policygraph.text.inputs.pages.drawn import Char, DrawnPage
from policygraph.text.inputs.pages.printed import BEFORE_NONE, PrintedLine, printed_lines

_SLACK = 0.3  # of the size; a line may end so much before the edge and still be full
_PADDING = 8.0  # points between a rule and the text, at most
_SAME_COLUMN = 3.0  # points

Box = tuple[float, float, float, float]  # x0, top, x1, bottom


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table as it is printed on one page or, put together, on several.

    Attributes:
        top, bottom: where it begins on its first page and ends on its last.
        edges: where its columns begin.
        cells: the lines of its cells, and which of them are merged over rows.
    """

    top: float
    bottom: float
    edges: tuple[float, ...]
    cells: Grid[Cell]


def find_tables(page: DrawnPage) -> tuple[list[RuledTable], list[Char]]:
    """Give the tables of a page with two columns or more, and the characters outside them."""
    if not page.edges:
        return [], list(page.chars)
    finder = TableFinder(cast(Page, page))  # of a page it asks nothing but its edges
    found = [table for table in finder.tables if len(table.columns) > 1]
    outside = [c for c in page.chars if not any(_holds(table.bbox, c) for table in found)]
    return [_read(table, page.chars) for table in found], outside


def _holds(box: Box, char: Char) -> bool:
    """Say whether a character is in a box; a mark at the end of a line may hang out of it."""
    middle = (char["x0"] + char["x1"]) / 2
    x = char["x0"] if char["text"] in BEFORE_NONE else middle
    y = (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _read(table: Table, chars: Sequence[Char]) -> RuledTable:
    inside = [char for char in chars if _holds(table.bbox, char)]
    boxes = [row.cells for row in table.rows]
    cells = [[(box, [] if box is None else _lines_in(box, inside)) for box in row] for row in boxes]
    gaps = [
        line.x0 - box[0] for row in cells for box, lines in row if box is not None for line in lines
    ]
    padding = min([*gaps, _PADDING])
    rows: list[list[Cell]] = [
        [[] if box is None else _paragraphs(lines, box[2] - padding) for box, lines in row]
        for row in cells
    ]
    return RuledTable(
        top=table.bbox[1],
        bottom=table.bbox[3],
        edges=tuple(sorted({round(cell[0], 1) for cell in table.cells})),
        cells=Grid(rows, list(_down(boxes))),
    )


def _down(rows: Sequence[Sequence[Box | None]]) -> Iterator[frozenset[int]]:
    """Give for each row the columns in which no rule parts it from the row above."""
    reaching: dict[int, float] = {}  # column -> where the cell that began last in it ends
    for row in rows:
        top = min(box[1] for box in row if box is not None)
        yield frozenset(column for column, bottom in reaching.items() if bottom > top)
        reaching.update((column, box[3]) for column, box in enumerate(row) if box is not None)


def _lines_in(box: Box, chars: Sequence[Char]) -> list[PrintedLine]:
    return printed_lines(char for char in chars if _holds(box, char))


def _paragraphs(lines: Sequence[PrintedLine], edge: float) -> Cell:
    """Join the lines of a cell that were broken because the cell is narrow."""
    made: list[str] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        if before is not None and before.x1 + line.head > edge - _SLACK * line.size:
            made[-1] = joined(made[-1], line.text)
        else:
            made.append(line.text)
    return made


def goes_on(above: RuledTable, below: RuledTable) -> bool:
    """Say whether a table at the top of a page goes on with one at the foot of the page before."""
    return len(above.edges) == len(below.edges) and all(
        abs(a - b) <= _SAME_COLUMN for a, b in zip(above.edges, below.edges, strict=True)
    )


def put_together(above: RuledTable, below: RuledTable) -> RuledTable:
    """Join the parts of a table that a page break set apart; a repeated head is printed once."""
    head = _repeated(above.cells, below.cells)
    rows, down = below.cells.rows[head:], below.cells.down[head:]
    if rows:
        down = [_gone_over(rows[0], down), *down[1:]]
    cells = Grid(above.cells.rows + rows, above.cells.down + down)
    return RuledTable(above.top, below.bottom, above.edges, cells)


def _repeated(above: Grid[Cell], below: Grid[Cell]) -> int:
    """Give how many rows of the head are printed again."""
    pairs = zip(above.rows[:HEADS], below.rows, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _gone_over(first: Sequence[Cell], down: Sequence[frozenset[int]]) -> frozenset[int]:
    """Give the columns of which the page break cut a cell: a merged one that begins empty.

    One of a single row that is empty may be so of its own.
    """
    merged = down[1] if len(down) > 1 else frozenset()
    return down[0] | {column for column in merged if not first[column]}
