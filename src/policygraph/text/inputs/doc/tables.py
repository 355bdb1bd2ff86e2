"""Rows of a table as they stand in the text -> ``w:tbl``, with its cells in their columns.

A .doc says of each row where its cells begin and end on the page; a .docx says of each cell how
many columns it reaches over. The edges of all rows together are the columns.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from policygraph.text.inputs.doc.rows import Cell, Row
from policygraph.text.inputs.doc.wordml import element
from policygraph.text.inputs.docx.xml import Element

_SAME = 20  # twentieths of a point: edges that are drawn as one


class Blocks:
    """Blocks as they are read: those of the body, and of cells of tables in one another."""

    def __init__(self) -> None:
        self._body: list[Element] = []
        self._tables: list[_Table] = []

    def go_to(self, depth: int) -> None:
        """Close or open tables, until what is read next lies in so many."""
        while len(self._tables) > depth:
            table = self._tables.pop().closed()
            self.add(table)
        while len(self._tables) < depth:
            self._tables.append(_Table())

    def add(self, block: Element) -> None:
        """Add a block where we are."""
        (self._tables[-1].cell if self._tables else self._body).append(block)

    def end_cell(self) -> None:
        """End the cell that we are in."""
        self._tables[-1].end_cell()

    def end_row(self, row: Row, *, is_deleted: bool) -> None:
        """End the row that we are in."""
        self._tables[-1].end_row(row, is_deleted=is_deleted)

    def closed(self) -> list[Element]:
        """Give the blocks of the body, all tables closed."""
        self.go_to(0)
        return self._body


@dataclass(slots=True)
class _Table:
    """A table that is being read.

    Attributes:
        rows: those that are complete: their cells, their definition, and whether it is deleted.
        cells: those of the row that is read.
        cell: the blocks of the cell that is read.
    """

    rows: list[tuple[list[list[Element]], Row, bool]] = field(default_factory=list)
    cells: list[list[Element]] = field(default_factory=list)
    cell: list[Element] = field(default_factory=list)

    def end_cell(self) -> None:
        """End the cell that is read."""
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self, row: Row, *, is_deleted: bool = False) -> None:
        """End the row that is read."""
        if self.cell:
            self.end_cell()
        self.rows.append((self.cells, row, is_deleted))
        self.cells = []

    def closed(self) -> Element:
        """Give the table, with what is left of a row that has no end."""
        if self.cells or self.cell:
            self.end_row(Row((), ()))
        columns = _columns([row for _, row, _ in self.rows])
        widths = [end - start for start, end in pairwise(columns)]
        grid = [element("w:gridCol", {"w:w": str(width)}) for width in widths]
        rows = [_row(*parts, columns) for parts in self.rows]
        return element("w:tbl", None, element("w:tblGrid", None, *grid), *rows)


def _columns(rows: list[Row]) -> list[int]:
    """Give where the columns begin: edges of all rows, those at nearly one place as one."""
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not columns or edge - columns[-1] > _SAME:
            columns.append(edge)
    return columns


def _row(cells: list[list[Element]], row: Row, is_deleted: bool, columns: list[int]) -> Element:
    made = element("w:tr")
    edges = [bisect_right(columns, edge) - 1 for edge in row.edges]
    marks = [element("w:del")] if is_deleted else []
    if edges and edges[0]:
        marks.append(element("w:gridBefore", {"w:val": str(edges[0])}))
    made.append(element("w:trPr", None, *marks))
    for index, blocks in enumerate(cells):
        merged = row.cells[index] if index < len(row.cells) else Cell()
        width = edges[index + 1] - edges[index] if index + 1 < len(edges) else 1
        made.append(_cell(blocks, merged, max(width, 1)))
    return made


def _cell(blocks: list[Element], merged: Cell, width: int) -> Element:
    properties = element("w:tcPr")
    if width > 1:
        properties.append(element("w:gridSpan", {"w:val": str(width)}))
    if merged.goes_on:
        properties.append(element("w:hMerge"))
    if merged.down:
        properties.append(element("w:vMerge", {"w:val": merged.down}))
    return element("w:tc", None, properties, *blocks)
