"""Pages of an OFD (7.7) -> what they draw: characters, rules, pictures."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from policygraph.errors import SourceError
from policygraph.text.inputs.ofd.matrix import IDENTITY, Matrix, after, scales
from policygraph.text.inputs.ofd.strokes import is_inked, strokes
from policygraph.text.inputs.ofd.text import object_matrix, text_chars
from policygraph.text.inputs.ofd.xml import all_below, array, below, is_off, local, words
from policygraph.text.inputs.pages.drawn import Char, DrawnPage, Edge
from policygraph.text.inputs.pages.page import is_picture

POINTS = 72 / 25.4  # to a millimetre
MAX_DEPTH = 32  # blocks and composite objects inside each other
MAX_DRAWN = 2_000_000  # objects and characters; a thousand full pages have half of them
MAX_ON_PAGE = 200_000  # of them
_MOST_EDGES = 20_000  # on a page; what has more is a drawing and no table
_SIZE = (210.0, 297.0)  # millimetres, where a file does not say
_LARGEST = 20_000.0  # millimetres
_SAME = 1.0  # points; a character printed again so close makes it bold
_TURNS: tuple[Callable[[float, float], Matrix], ...] = (
    lambda _width, _height: IDENTITY,
    lambda width, _height: (0.0, -1.0, 1.0, 0.0, 0.0, width),
    lambda width, height: (-1.0, 0.0, 0.0, -1.0, width, height),
    lambda _width, height: (0.0, 1.0, -1.0, 0.0, height, 0.0),
)  # by how many quarters the text is turned: the way back


@dataclass(slots=True)
class Allowance:
    """What a file may still draw: a small one can refer to the same thing over and over.

    Attributes:
        name: of the file, for messages.
        left: objects and characters in all.
        left_on_page: those of the page.
    """

    name: str
    left: int = MAX_DRAWN
    left_on_page: int = MAX_ON_PAGE

    def take(self, count: int) -> None:
        """Take so many.

        Raises:
            SourceError: there are no more.
        """
        self.left -= count
        self.left_on_page -= count
        if min(self.left, self.left_on_page) < 0:
            raise SourceError(
                zh=f"文件 {self.name} 的内容超过 {MAX_DRAWN} 个对象和字符，或一页超过"
                f" {MAX_ON_PAGE} 个；请先拆分",
                en=f"{self.name}: draws more than {MAX_DRAWN} objects and characters, or more than"
                f" {MAX_ON_PAGE} on one page; split it first",
                code="source.too-long",
            )


@dataclass(slots=True)
class _Canvas:
    """What was drawn so far, in points.

    Attributes:
        units: composite objects by their number.
        allowance: what the file may still draw.
        shows_hidden: what is not visible is drawn, too.
        chars, edges: characters, and edges of rules and boxes.
        outlines: how many curved shapes.
        picture: area of the largest picture.
        missing: how many composite objects are not in the file.
    """

    units: Mapping[str, Element]
    allowance: Allowance
    shows_hidden: bool
    chars: list[Char] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    outlines: int = 0
    picture: float = 0.0
    missing: int = 0

    def draw(self, container: Element, around: Matrix, depth: int = 0) -> None:
        """Draw what a layer, a block or a composite object holds.

        Raises:
            SourceError: it is nested too deeply, or too much.
        """
        if depth > MAX_DEPTH:
            raise SourceError(
                zh=f"文件 {self.allowance.name} 的页面内容嵌套超过 {MAX_DEPTH} 层；请核对来源",
                en=f"{self.allowance.name}: its pages nest deeper than {MAX_DEPTH} levels;"
                " check where it comes from",
                code="source.too-deep",
            )
        for element in container:
            self.allowance.take(1)
            if self.shows_hidden or not is_off(element, "Visible"):
                self._draw(element, around, depth)

    def _draw(self, element: Element, around: Matrix, depth: int) -> None:
        kind = local(element)
        if kind == "TextObject":
            for char in text_chars(element, around):
                self.allowance.take(1)
                self.chars.append(char)
        elif kind == "PathObject" and is_inked(element):
            edges, shapes = strokes(element, around)
            self.allowance.take(len(edges))
            self.edges.extend(edges)
            self.outlines += shapes
        elif kind == "ImageObject":
            self._picture(element, around)
        elif kind in {"PageBlock", "Layer"}:
            self.draw(element, around, depth + 1)
        elif kind == "CompositeObject":
            self._composite(element, around, depth)

    def _picture(self, element: Element, around: Matrix) -> None:
        _, _, width, height = array(element.get("Boundary"), 4) or (0.0, 0.0, 0.0, 0.0)
        across, down = scales(around)
        self.picture = max(self.picture, abs(width * across * height * down))

    def _composite(self, element: Element, around: Matrix, depth: int) -> None:
        unit = self.units.get(element.get("ResourceID", ""))
        if unit is None:
            self.missing += 1
            return
        for content in all_below(unit, "Content"):
            self.draw(content, object_matrix(element, around), depth + 1)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is written.

    Attributes:
        number: from 1, in the whole file.
        size: width and height in millimetres.
        contents: the layers that it draws, and those of its templates.
        units: composite objects by their number.
    """

    number: int
    size: tuple[float, float]
    contents: tuple[Element, ...]
    units: Mapping[str, Element]


def page_size(*areas: Element | None) -> tuple[float, float]:
    """Give the size of the PhysicalBox of the first area that has one (7.5).

    The page begins at its corner, so where it lies says nothing.
    """
    for area in areas:
        box = array(words(below(area, "PhysicalBox")), 4)
        if box is not None and 0 < box[2] <= _LARGEST and 0 < box[3] <= _LARGEST:
            return box[2], box[3]
    return _SIZE


def drawn_page(page: Page, allowance: Allowance) -> tuple[DrawnPage, int]:
    """Give what a page draws, and how many composite objects of it are not in the file.

    A page that is a picture is drawn with what it hides: the words that were recognised on it.

    Raises:
        SourceError: it nests too deeply, or draws too much.
    """
    drawn, missing = _drawn(page, allowance, shows_hidden=False)
    return _drawn(page, allowance, shows_hidden=True) if is_picture(drawn) else (drawn, missing)


def _drawn(page: Page, allowance: Allowance, shows_hidden: bool) -> tuple[DrawnPage, int]:
    """Draw a page; one with most of its text turned, a table set sideways, is turned back."""
    canvas = _canvas(page, 0, allowance, shows_hidden)
    turned = [char["turned"] for char in canvas.chars if not char["text"].isspace()]
    quarters = next((q for q in (1, 2, 3) if 2 * turned.count(q) > len(turned)), 0)
    if quarters:
        canvas = _canvas(page, quarters, allowance, shows_hidden)
    width, height = page.size[0] * POINTS, page.size[1] * POINTS
    if quarters % 2:
        width, height = height, width
    chars = [char for char in canvas.chars if _is_on(char, width, height)]
    drawn = DrawnPage(
        number=page.number,
        width=width,
        height=height,
        chars=list(_without_doubles(chars)),
        edges=canvas.edges if len(canvas.edges) <= _MOST_EDGES else (),
        outlines=canvas.outlines,
        picture=canvas.picture / (width * height),
    )
    return drawn, canvas.missing


def _canvas(page: Page, quarters: int, allowance: Allowance, shows_hidden: bool) -> _Canvas:
    """Draw a page on a canvas that is turned by so many quarters."""
    scale: Matrix = (POINTS, 0.0, 0.0, POINTS, 0.0, 0.0)
    around = after(scale, _TURNS[quarters](*page.size))
    allowance.left_on_page = MAX_ON_PAGE
    canvas = _Canvas(page.units, allowance, shows_hidden)
    for content in page.contents:
        canvas.draw(content, around)
    return canvas


def _is_on(char: Char, width: float, height: float) -> bool:
    x0, x1, top, bottom = char["x0"], char["x1"], char["top"], char["bottom"]
    if not math.isfinite(x0 + x1 + top + bottom):
        return False
    return bool(x1 > 0 and x0 < width and top < height and 0 < bottom <= height + 1)


def _without_doubles(chars: list[Char]) -> Iterator[Char]:
    """Give the characters without those that are printed again to look bold."""
    seen: dict[tuple[str, int, int], Char] = {}
    for char in chars:
        x, y = int(char["x0"] / _SAME), int(char["top"] / _SAME)
        near = (
            seen.get((char["text"], x + across, y + down))
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
        )
        if not any(other is not None and _is_double(char, other) for other in near):
            seen[char["text"], x, y] = char
            yield char


def _is_double(char: Char, other: Char) -> bool:
    return bool(
        abs(char["x0"] - other["x0"]) <= _SAME
        and abs(char["top"] - other["top"]) <= _SAME
        and char["turned"] == other["turned"]
    )
