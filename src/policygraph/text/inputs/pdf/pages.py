"""The pages of a PDF: printed lines and tables, in the order of the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from policygraph.text.inputs.pdf.printed import Char, PrintedLine, printed_lines
from policygraph.text.inputs.pdf.tables import RuledTable, find_tables

_PICTURE = 0.5  # share of a page; a larger picture is the page itself
_OUTLINES = 500  # curves on a page
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
    page = _upright(page)
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
        is_picture=inked < _FEW and (_largest_picture(page) >= _PICTURE or _is_outlined(page)),
    )


def _upright(page: Page) -> Page:
    """Turn a page on which most of the text runs up or down: a wide table set sideways."""
    sideways = [char for char in page.chars if not char["upright"]]
    if 2 * len(sideways) <= len(page.chars):
        return page
    runs_up = sideways[0]["matrix"][1] > 0  # ISO 32000-1, 8.3.4: (a, b, c, d, e, f)
    turned = (page.rotation + (90 if runs_up else 270)) % 360
    page.page_obj.rotate = page.page_obj.attrs["Rotate"] = turned
    return Page(page.pdf, page.page_obj, page.page_number)


def _is_on(page: Page, char: Char) -> bool:
    left, top, right, bottom = page.bbox
    return bool(char["x1"] > left and char["x0"] < right and top < char["bottom"] <= bottom + 1)


def _is_outlined(page: Page) -> bool:
    """Say whether the text was drawn as outlines, as some programs do to protect it."""
    return len(page.curves) >= _OUTLINES


def _largest_picture(page: Page) -> float:
    """Give the share of the page that its largest picture covers."""
    area = float(page.width * page.height) or 1.0
    return max((abs(i["width"] * i["height"]) / area for i in page.images), default=0.0)
