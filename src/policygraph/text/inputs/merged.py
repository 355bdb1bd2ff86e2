"""Cells that are merged down a column: who does it, and until when, is said of each numbered row.

Other merged cells stand once, where they begin: a heading, a figure is not said again. A row
without a number of its own goes on with the one above, of which all is said already.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple, TypeVar

from policygraph.expression import expression
from policygraph.text.numerals import DIGITS

Slot = TypeVar("Slot")
Cell = list[str]  # its lines
_SAID_OF_EACH = expression("单位|部门|责任人|责任领导|牵头|配合|主办|协办|时限|时间|期限|进度")
_NUMBERED = expression(rf"[（(]?(?:\d{{1,4}}|[{DIGITS}十百]{{1,5}})(?:[.．、）)]|$)")
HEADS = 3  # rows in which the heads of columns may stand
_HEAD = 12  # characters of a head
_LONGEST = 400  # characters of a cell that is repeated: no list of units is longer, a bomb would be


class Grid(NamedTuple, Generic[Slot]):
    """The cells of a table in their columns; a merged cell stands where it begins, once.

    Attributes:
        rows: the cells of each row, as the format has them.
        down: for each row the columns into which a cell of the row before reaches down.
    """

    rows: list[list[Slot]]
    down: list[frozenset[int]]


def spread(rows: list[list[Cell]], down: Sequence[AbstractSet[int]]) -> list[list[Cell]]:
    """Repeat a merged cell in each numbered row, where the head of its column says who or when.

    Args:
        rows: the cells of a table, row by row; one that a merged cell reaches over is empty.
        down: for each row the columns into which a cell of the row before reaches down.
    """
    if not any(down):
        return rows
    told = set(_columns(rows))
    found: list[list[Cell]] = []
    begun: dict[int, Cell] = {}  # column -> the cell that began last
    for row, reached in zip(rows, down, strict=True):
        line = list(row)
        for column in told.intersection(range(len(row))):
            if column not in reached:
                begun[column] = row[column]
            elif any(map(_is_number, row[:column])):
                line[column] = begun[column] if _is_short(begun.get(column, [])) else []
        found.append(line)
    return found


def _is_short(cell: Cell) -> bool:
    return 0 < sum(map(len, cell)) <= _LONGEST


def _is_number(cell: Cell) -> bool:
    return bool(cell) and _NUMBERED.match(cell[0].strip()) is not None


def _columns(rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    for row in rows[:HEADS]:
        yield from (column for column, cell in enumerate(row) if _is_head(cell))


def _is_head(cell: Cell) -> bool:
    words = "".join("".join(cell).split())
    return len(words) <= _HEAD and _SAID_OF_EACH.search(words) is not None
