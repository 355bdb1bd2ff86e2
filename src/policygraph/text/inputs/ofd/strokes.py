"""Path objects (9) -> the edges of rules and boxes."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from policygraph.expression import expression
from policygraph.text.inputs.ofd.matrix import Matrix, placed
from policygraph.text.inputs.ofd.text import object_matrix
from policygraph.text.inputs.ofd.xml import below, is_off, number, words
from policygraph.text.inputs.pages.drawn import Edge

_ITEM = expression(r"[A-Za-z]|[-+]?(?:\d{1,12}\.?\d{0,12}|\.\d{1,12})(?:[eE][-+]?\d{1,3})?")
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}  # 9.3
_CURVES = frozenset("QBA")
_STRAIGHT = 0.5  # points; what strays by less is level or upright

_Point = tuple[float, float]


def is_inked(element: Element) -> bool:
    """Say whether a path is drawn: lined unless it says not, filled where it says so (9.1)."""
    filled = (element.get("Fill") or "").strip().lower() in {"true", "1"}
    return filled or not is_off(element, "Stroke")


def strokes(element: Element, around: Matrix) -> tuple[list[Edge], int]:
    """Give the edges that a path draws, and how many of its shapes are curved.

    Args:
        element: a ``PathObject``.
        around: from what holds it to the page.
    """
    matrix = object_matrix(element, around)
    edges: list[Edge] = []
    shapes = curves = 0
    begin = here = (0.0, 0.0)
    for operator, operands in _commands(words(below(element, "AbbreviatedData"))):
        there = begin if operator == "C" else (operands[-2], operands[-1])
        shapes += operator in "SM"
        curves += operator in _CURVES
        if operator in "SM":
            begin = there
        elif operator in "LC":
            edges.extend(_edge(placed(matrix, *here), placed(matrix, *there)))
        here = there
    return edges, shapes if curves else 0


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Give the operators with their operands; what makes no sense ends the path."""
    items = _ITEM.finditer(data)
    for item in items:
        count = _OPERANDS.get(item[0])
        if count is None:
            return
        taken = [number(found[0]) for _, found in zip(range(count), items, strict=False)]
        operands = [value for value in taken if value is not None]
        if len(operands) < count:
            return
        yield item[0], operands


def _edge(one: _Point, other: _Point) -> Iterator[Edge]:
    """Give a line as an edge where it is level or upright."""
    width, height = abs(one[0] - other[0]), abs(one[1] - other[1])
    if max(width, height) <= _STRAIGHT or min(width, height) > _STRAIGHT:
        return
    level = width > height
    x0, x1 = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    yield {
        "object_type": "line",
        "x0": x0 if level else (x0 + x1) / 2,
        "x1": x1 if level else (x0 + x1) / 2,
        "top": (top + bottom) / 2 if level else top,
        "bottom": (top + bottom) / 2 if level else bottom,
        "width": width if level else 0.0,
        "height": 0.0 if level else height,
        "orientation": "h" if level else "v",
    }
