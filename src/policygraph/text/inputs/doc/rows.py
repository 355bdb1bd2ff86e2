"""The definition of a row: its columns, and which cells are merged (2.6.3)."""

from dataclasses import dataclass

from policygraph.text.inputs.doc.binary import Broken, i16, u8, u16
from policygraph.text.inputs.doc.modifiers import Sprm, modifiers

_CELL = 20  # bytes of the description of a cell (TC80, 2.9.314)
_DOWN = {1: "continue", 3: "restart"}


@dataclass(frozen=True, slots=True)
class Cell:
    """How a cell of a row lies in the table.

    Attributes:
        goes_on: it is merged with the one before it.
        down: it is merged with those under it, or None.
    """

    goes_on: bool = False
    down: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The definition of a row.

    Attributes:
        edges: where its cells begin, and behind them where the last ends; in twentieths of a point.
        cells: how each is merged.
    """

    edges: tuple[int, ...]
    cells: tuple[Cell, ...]


def row(grpprl: bytes) -> Row:
    """Give the definition of a row: the columns first, what was done to them after (2.6.3)."""
    edges: list[int] = []
    cells: list[Cell] = []
    for code, operand in modifiers(grpprl):
        if code == Sprm.ROW:
            edges, cells = _defined(operand)
        elif code in (Sprm.ROW_MERGE, Sprm.ROW_SPLIT):
            for index in range(u8(operand, 0), min(u8(operand, 1), len(cells))):
                goes_on = code == Sprm.ROW_MERGE and index > u8(operand, 0)
                cells[index] = Cell(goes_on, cells[index].down)
        elif code == Sprm.ROW_MERGE_DOWN and u8(operand, 0) < len(cells):
            cells[u8(operand, 0)] = Cell(cells[u8(operand, 0)].goes_on, _DOWN.get(u8(operand, 1)))
        elif code == Sprm.ROW_INSERT:
            _insert(edges, cells, operand)
        elif code == Sprm.ROW_DELETE:
            del cells[u8(operand, 0) : u8(operand, 1)]
            del edges[u8(operand, 0) + 1 : u8(operand, 1) + 1]
    return Row(tuple(edges), tuple(cells))


def _defined(operand: bytes) -> tuple[list[int], list[Cell]]:
    count = u8(operand, 0)
    edges = [i16(operand, 1 + 2 * index) for index in range(count + 1)]
    first = 1 + 2 * (count + 1)
    cells = []
    for at in range(first, first + count * _CELL, _CELL):
        try:
            flags = u16(operand, at)
        except Broken:
            flags = 0  # cells may be left out at the end
        cells.append(Cell(flags & 3 == 1, _DOWN.get((flags >> 5) & 3)))
    return edges, cells


def _insert(edges: list[int], cells: list[Cell], operand: bytes) -> None:
    """Put cells of one width in, or behind the last (sprmTInsert)."""
    place, count, width = u8(operand, 0), min(u8(operand, 1), 64), u16(operand, 2)
    edges = edges if edges else [0]
    at = min(place, len(cells))
    cells[at:at] = [Cell()] * count
    begins = edges[at] if edges else 0
    edges[at + 1 :] = [
        *(begins + width * (index + 1) for index in range(count)),
        *(edge + width * count for edge in edges[at + 1 :]),
    ]
