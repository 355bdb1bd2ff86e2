"""What a page prints: lines and tables, in the order of the page."""

from dataclasses import dataclass

from policygraph.text.inputs.pages.drawn import DrawnPage
from policygraph.text.inputs.pages.printed import PrintedLine, printed_lines
from policygraph.text.inputs.pages.tables import RuledTable, find_tables

_PICTURE = 0.5  # share of a page; a larger picture is the page itself
_OUTLINES = 500  # curves on a page; text drawn as outlines, as some programs do to protect it
_FEW = 50  # characters; what a scanner stamps on a picture of a page

Part = PrintedLine | RuledTable


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page.

    Attributes:
        number: from 1.
        width, height: in points.
        parts: its lines and tables, from top to bottom.
        is_picture: it is a picture with no or hardly any text.
    """

    number: int
    width: float
    height: float
    parts: tuple[Part, ...]
    is_picture: bool


def printed_page(page: DrawnPage) -> PrintedPage:
    """Give what a page prints."""
    tables, outside = find_tables(page)
    parts: list[Part] = [*printed_lines(outside), *tables]
    parts.sort(key=lambda part: part.top)
    return PrintedPage(
        number=page.number,
        width=page.width,
        height=page.height,
        parts=tuple(parts),
        is_picture=is_picture(page),
    )


def is_picture(page: DrawnPage) -> bool:
    """Say whether a page is a picture, or drawn in outlines, with no or hardly any text."""
    inked = sum(not char["text"].isspace() for char in page.chars)
    return inked < _FEW and (page.picture >= _PICTURE or page.outlines >= _OUTLINES)
