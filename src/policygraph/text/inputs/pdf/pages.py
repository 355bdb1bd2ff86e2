"""The pages of a PDF: printed lines and tables, in the order of the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from policygraph.text.inputs.pdf.printed import Char, PrintedLine, printed_lines
from policygraph.text.inputs.pdf.tables import RuledTable, find_tables

_PICTURE = 0.5  # share of a page; a larger picture is the page itself
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


def read_pages(pdf: PDF) -> Iterator[PrintedPage]:
    """Give the pages; each is forgotten when the next is asked for."""
    for page in pdf.pages:
        yield _read(page)
        page.close()


def _read(page: Page) -> PrintedPage:
    chars = [char for char in page.dedupe_chars().chars if _is_on(page, char)]
    tables, outside = find_tables(page, chars)
    parts: list[Part] = [*printed_lines(outside), *tables]
    parts.sort(key=lambda part: part.top)
    inked = sum(not char["text"].isspace() for char in chars)
    return PrintedPage(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        parts=tuple(parts),
        is_picture=inked < _FEW and _largest_picture(page) >= _PICTURE,
    )


def _is_on(page: Page, char: Char) -> bool:
    left, top, right, bottom = page.bbox
    return bool(char["x1"] > left and char["x0"] < right and top < char["bottom"] <= bottom + 1)


def _largest_picture(page: Page) -> float:
    """Give the share of the page that its largest picture covers."""
    area = float(page.width * page.height) or 1.0
    return max((abs(i["width"] * i["height"]) / area for i in page.images), default=0.0)
