"""Boxes -> places: two columns, those with many rows to the left, what they point at to the right.

All ways to share the boxes out are tried, for they are few; the lowest drawing with the fewest
arrows inside one column wins. The same boxes always get the same places.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from policygraph.documentation.drawn_text import width, wrapped
from policygraph.documentation.module_diagram import Box, Key, Row

HEAD, ROW, LINE, PAD = 24, 21, 16, 10  # heights, in pixels
LABEL, NAME, VALUE = 13.0, 11.5, 11.0  # sizes of letters
GAP, BETWEEN, SIDE, TOP = 22, 150, 74, 20  # below a box, between columns, beside, above
_LOOP = 90  # what an arrow inside a column costs, in pixels of height


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with its place."""

    box: Box
    column: int
    x: float
    y: float
    width: float
    height: float

    @property
    def head(self) -> float:
        """The height of its head."""
        return head_height(self.box)


def head_height(box: Box) -> float:
    """Give the height of the head: one line for each name."""
    return HEAD * len(box.heads) + 8


def reused_lines(box: Box, room: float) -> list[str]:
    """Give the names of reused properties, in lines."""
    return wrapped(list(box.reused), VALUE, room - 2 * PAD, mono=True)


def row_widths(row: Row) -> tuple[float, float, float, float]:
    """Give the widths of the four texts of a row."""
    return (
        width(row.label, LABEL),
        width(row.name, NAME, mono=True),
        width(row.value, VALUE, mono=True),
        width("0..1", VALUE, mono=True),
    )


def laid_out(boxes: Sequence[Box]) -> list[Placed]:
    """Give every box its place."""
    columns = _shared_out(boxes)
    widths = [max((_width(b) for b in part), default=0) for part in columns]
    left = [SIDE, SIDE + widths[0] + BETWEEN]
    first = _stacked(columns[0], 0, left[0], widths[0], [])
    return first + _stacked(columns[1], 1, left[1], widths[1], first)


def _width(box: Box) -> float:
    heads = (width(zh, 15) + 14 + width(name, 12, mono=True) for zh, name in box.heads)
    rows = (sum(row_widths(row)) + 3 * 12 for row in box.rows)
    return max((180.0, *heads, *rows)) + 2 * PAD


def _height(box: Box, room: float) -> float:
    reused = len(reused_lines(box, room)) * LINE
    rows = len(box.rows) * ROW
    return head_height(box) + rows + (reused + 8 if reused else 0) + (6 if rows else 0)


def _shared_out(boxes: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """Share the boxes out to two columns; one without rows is only pointed at: to the right."""
    rich = [box for box in boxes if box.rows]
    if not rich:
        return list(boxes), []
    poor = [box for box in boxes if not box.rows]
    heights = {box.key: _height(box, _width(box)) + GAP for box in boxes}
    arrows = [(box.key, target) for box in rich for row in box.rows for target in row.targets]
    choices = (
        {box.key: side for box, side in zip(rich, (0, *choice), strict=True)}
        for choice in product((0, 1), repeat=len(rich) - 1)
    )
    sides = min(choices, key=lambda sides: _cost(sides, {p.key for p in poor}, heights, arrows))
    left = [box for box in rich if sides[box.key] == 0]
    return left, [box for box in boxes if box not in left]


def _cost(
    sides: dict[Key, int],
    poor: set[Key],
    heights: dict[Key, float],
    arrows: list[tuple[Key, Key]],
) -> float:
    columns = [0.0, sum(heights[key] for key in poor)]
    for key, side in sides.items():
        columns[side] += heights[key]
    loops = sum(sides[start] == sides.get(end, 1) for start, end in arrows if start != end)
    back = sum(sides[start] == 1 and sides.get(end, 1) == 0 for start, end in arrows)
    return max(columns) + _LOOP * loops + _LOOP * back / 3


def _stacked(
    boxes: list[Box], column: int, x: float, room: float, pointing: list[Placed]
) -> list[Placed]:
    """Place boxes below each other, each as near as can be to the rows that point at it."""
    if pointing:
        wishes = {box.key: _wish(box, pointing) for box in boxes}
        boxes = sorted(boxes, key=lambda box: wishes[box.key])
        tops = _near(boxes, [wishes[box.key] for box in boxes], room, pointing)
    else:
        tops = [_above(boxes[:at], room) for at in range(len(boxes))]
    return [
        Placed(box, column, x, top, room, _height(box, room))
        for box, top in zip(boxes, tops, strict=True)
    ]


def _near(
    boxes: list[Box], wishes: list[float], room: float, pointing: list[Placed]
) -> list[float]:
    """Give tops as near to the wishes as the boxes let each other, not below the other column."""
    tops: list[float] = []
    y = float(TOP)
    for box, wish in zip(boxes, wishes, strict=True):
        tops.append(max(y, wish))
        y = tops[-1] + _height(box, room) + GAP
    floor = max(p.y + p.height for p in pointing)
    for at in range(len(boxes) - 1, -1, -1):
        tops[at] = max(min(tops[at], floor - _height(boxes[at], room)), _above(boxes[:at], room))
        floor = tops[at] - GAP
    return tops


def _above(boxes: list[Box], room: float) -> float:
    return TOP + sum(_height(box, room) + GAP for box in boxes)


def _wish(box: Box, pointing: list[Placed]) -> float:
    """Give the top that puts its head at the middle of the rows that point at it."""
    ends = [
        row_middle(placed, at)
        for placed in pointing
        for at, row in enumerate(placed.box.rows)
        if box.key in row.targets
    ]
    return max(TOP, sum(ends) / len(ends) - head_height(box) / 2) if ends else 1e9


def row_middle(placed: Placed, at: int) -> float:
    """Give the height at which the arrow of a row leaves."""
    return placed.y + placed.head + at * ROW + ROW / 2 + 2
