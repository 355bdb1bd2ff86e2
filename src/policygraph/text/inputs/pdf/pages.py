"""The pages of a PDF, as pdfplumber takes them apart."""

from collections.abc import Iterator

from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from policygraph.text.inputs.pages.drawn import Char, DrawnPage
from policygraph.text.inputs.pages.page import PrintedPage, printed_page


def read_pages(pdf: PDF) -> Iterator[PrintedPage]:
    """Give the pages; each is forgotten when the next is asked for."""
    for page in pdf.pages:
        yield printed_page(_drawn(page))
        page.close()


def _drawn(page: Page) -> DrawnPage:
    page = _upright(page)
    return DrawnPage(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        chars=[char for char in page.dedupe_chars().chars if _is_on(page, char)],
        edges=page.edges,
        outlines=len(page.curves),
        picture=_largest_picture(page),
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


def _largest_picture(page: Page) -> float:
    """Give the share of the page that its largest picture covers."""
    area = float(page.width * page.height) or 1.0
    return max((abs(i["width"] * i["height"]) / area for i in page.images), default=0.0)
