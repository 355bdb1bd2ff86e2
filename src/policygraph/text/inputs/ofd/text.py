"""Text objects (11) -> characters at their places.

An OFD says where each character begins and how large it is, not how wide: that is in the fonts,
which need not be in the file. A character is taken to be as wide as one of its kind is, and no
wider than the way to the next one.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element

from pdfminer.fontmetrics import FONT_METRICS

from policygraph.expression import expression
from policygraph.text.inputs.ofd.matrix import Matrix, after, degrees, moved, placed, scales
from policygraph.text.inputs.ofd.xml import all_below, array, number, steps
from policygraph.text.inputs.pages.drawn import Char
from policygraph.text.inputs.pages.printed import UNKNOWN

_PLACEHOLDER = "\u00a4"  # for a glyph of which the file does not say what it stands for (11.2)
_ESCAPED = expression(r"\\([0-9A-Fa-f]{4})")  # 11.2
_BREAK = expression(r"[ \t]*[\r\n][ \t\r\n]*")  # where the XML was laid out to be looked at
_SIZE = 3.7  # millimetres, where a file does not say, as it should
_ABOVE = 0.86  # of the size; so far a character reaches above its base line
_LEVEL = 8.0  # degrees; what is turned by less is level
_LATIN = FONT_METRICS["Helvetica"][1]
_HALF = 0.5  # of the size


class _Run(NamedTuple):
    """What characters of one text object have in common.

    Attributes:
        matrix: from the object to the page.
        size: of the characters, on the page.
        width: of one that is as wide as it is high, on the page.
        stretch: from the object to the page, along the base line.
        turned: by how many quarters they are turned, clockwise; None where they slant.
    """

    matrix: Matrix
    size: float
    width: float
    stretch: float
    turned: int | None


def text_chars(element: Element, around: Matrix) -> Iterator[Char]:
    """Give the characters of a text object.

    Args:
        element: a ``TextObject``.
        around: from what holds it to the page.
    """
    matrix = object_matrix(element, around)
    stretch, height = scales(matrix)
    size = _or(number(element.get("Size")), _SIZE)
    if size * height <= 0:
        return
    angle = degrees(matrix) + (number(element.get("CharDirection")) or 0.0)
    width = size * stretch * abs(number(element.get("HScale")) or 1.0)
    run = _Run(matrix, size * height, width, stretch, _quarters(angle))
    x = y = 0.0
    for code in all_below(element, "TextCode"):
        x, y = _or(number(code.get("X")), x), _or(number(code.get("Y")), y)
        yield from _chars(code, x, y, run)


def object_matrix(element: Element, around: Matrix) -> Matrix:
    """Give the way from the space of an object to the page (8.1.4, 8.1.5).

    Args:
        element: it, with a ``Boundary`` and maybe a ``CTM``.
        around: from what holds it to the page.
    """
    left, top, _, _ = array(element.get("Boundary"), 4) or (0.0, 0.0, 0.0, 0.0)
    matrix = after(around, moved(left, top))
    own = array(element.get("CTM"), 6)
    if own is None:
        return matrix
    a, b, c, d, e, f = own
    return after(matrix, (a, b, c, d, e, f))


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _quarters(angle: float) -> int | None:
    """Give the quarters of a turn; None where it is not near to one."""
    quarters = round(angle / 90)
    return quarters % 4 if abs(angle - 90 * quarters) <= _LEVEL else None


def _chars(code: Element, x: float, y: float, run: _Run) -> Iterator[Char]:
    """Give the characters of a ``TextCode`` (11.3)."""
    text = _written(code.text or "")
    across, down = code.get("DeltaX"), code.get("DeltaY")
    ways, falls = steps(across), steps(down)
    is_placed = bool(across) or any(islice(steps(down), len(text)))
    for place, letter in enumerate(text, 1):
        width = _usual_width(letter) * run.width
        way = next(ways) if is_placed else width / (run.stretch or 1.0)
        if place < len(text) and 0 < way * run.stretch < width:
            width = way * run.stretch
        yield _char(letter, placed(run.matrix, x, y), width, run)
        x, y = x + way, y + next(falls)


def _written(text: str) -> str:
    """Give the characters that a ``TextCode`` holds."""
    if "\n" in text or "\r" in text:
        text = _BREAK.sub(" ", text).strip(" ")
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "\\" in text else text


def _char(letter: str, at: tuple[float, float], width: float, run: _Run) -> Char:
    """Give a character; the box of one that is turned is no more than about right."""
    x, y = at
    return {
        "text": UNKNOWN if letter == _PLACEHOLDER else letter,
        "x0": x,
        "x1": x + width,
        "top": y - _ABOVE * run.size,
        "bottom": y + (1 - _ABOVE) * run.size,
        "size": run.size,
        "upright": run.turned == 0,
        "turned": run.turned,
    }


@lru_cache(maxsize=1 << 14)
def _usual_width(letter: str) -> float:
    """Give the width of a character in parts of its size.

    A narrow Latin letter counts as half as wide as it is high: that it is in Chinese fonts, and
    what is too wide makes no blanks within words.
    """
    if east_asian_width(letter) in "WFA":
        return 1.0
    return max(_HALF, float(_LATIN.get(letter, 0)) / 1000)
