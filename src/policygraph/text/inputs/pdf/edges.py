"""What stands at the edges of pages and is no part of the text: page numbers, running heads."""

import re
from collections import Counter
from collections.abc import Sequence

from policygraph.text.inputs.pdf.pages import PrintedPage
from policygraph.text.inputs.pdf.printed import PrintedLine
from policygraph.text.labels import ANNEX, match_label

_EDGE = 0.12  # share of the height at the top and at the foot of a page
_LINES = 2  # at most so many at each edge
_SAME_HEIGHT = 4.0  # points
_N = r"(?:[\d０-９]{1,4}|[ivxIVX]{1,6})"
_CHINESE = "[一二三四五六七八九十百〇]{1,5}"
_PAGE_NUMBER = re.compile(
    rf"[\s\-—–－·•~～.]*(?:第\s*(?:{_N}|{_CHINESE})\s*页|{_N})"
    rf"(?:\s*(?:[/／]|[,，、|]?\s*共)\s*(?:{_N}|{_CHINESE})\s*页?)?[\s\-—–－·•~～.]*$"
)
_DIGITS = re.compile(r"\d{1,9}")


def without_edges(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """Give the pages without page numbers, and without lines that most pages repeat there."""
    edges = [_edge_lines(page) for page in pages]
    keys = [{_key(line, page) for line in lines} for page, lines in zip(pages, edges, strict=True)]
    counts = Counter(key for of_page in keys for key in of_page)
    often = {key for key, count in counts.items() if count > 1 and 2 * count >= len(pages)}
    return [
        _without(page, [line for line in lines if _is_number(line) or _key(line, page) in often])
        for page, lines in zip(pages, edges, strict=True)
    ]


def _edge_lines(page: PrintedPage) -> list[PrintedLine]:
    lines = [part for part in page.parts if isinstance(part, PrintedLine)]
    above = [line for line in lines[:_LINES] if line.bottom <= _EDGE * page.height]
    foot = [line for line in lines[-_LINES:] if line.top >= (1 - _EDGE) * page.height]
    return above + foot


def _is_number(line: PrintedLine) -> bool:
    return bool(_PAGE_NUMBER.match(line.text))


def _key(line: PrintedLine, page: PrintedPage) -> tuple[str, int]:
    """Lines that differ only in the number of the page, at one height, are one running head.

    附件1 and 附件2 on pages that follow each other differ so too, and items may; they are none.
    """
    words = "".join(line.text.split())
    height = round(line.top / _SAME_HEIGHT)
    if ANNEX.match(words) or match_label(words, 0, len(words)):
        return f"{page.number}", height
    return _DIGITS.sub(lambda digits: f"#{int(digits.group()) - page.number}", words), height


def _without(page: PrintedPage, dropped: Sequence[PrintedLine]) -> PrintedPage:
    gone = {id(line) for line in dropped}
    parts = tuple(part for part in page.parts if id(part) not in gone)
    return PrintedPage(page.number, page.width, page.height, parts, page.is_picture)
