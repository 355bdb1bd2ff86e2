"""What stands at the edges of pages and is no part of the text: page numbers, running heads."""

import re
from collections import Counter
from collections.abc import Sequence

from policygraph.text.inputs.pdf.pages import PrintedPage
from policygraph.text.inputs.pdf.printed import PrintedLine

_EDGE = 0.12  # share of the height at the top and at the foot of a page
_LINES = 2  # at most so many at each edge
_SAME_HEIGHT = 4.0  # points
_N = r"(?:[\d０-９]{1,4}|[ivxIVX]{1,6})"
_CHINESE = "[一二三四五六七八九十百〇]{1,5}"
_PAGE_NUMBER = re.compile(
    rf"[\s\-—–－·•~～.]*(?:第\s*(?:{_N}|{_CHINESE})\s*页|{_N})"
    rf"(?:\s*(?:[/／]|[,，、|]?\s*共)\s*(?:{_N}|{_CHINESE})\s*页?)?[\s\-—–－·•~～.]*$"
)
_DIGITS = re.compile(r"[\d０-９]+")


def without_edges(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """Give the pages without page numbers, and without lines that most pages repeat there."""
    edges = [_edge_lines(page) for page in pages]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    often = {key for key, count in counts.items() if count > 1 and 2 * count >= len(pages)}
    return [
        _without(page, [line for line in lines if _key(line) in often or _is_number(line)])
        for page, lines in zip(pages, edges, strict=True)
    ]


def _edge_lines(page: PrintedPage) -> list[PrintedLine]:
    lines = [part for part in page.parts if isinstance(part, PrintedLine)]
    above = [line for line in lines[:_LINES] if line.bottom <= _EDGE * page.height]
    foot = [line for line in lines[-_LINES:] if line.top >= (1 - _EDGE) * page.height]
    return above + foot


def _is_number(line: PrintedLine) -> bool:
    return bool(_PAGE_NUMBER.match(line.text))


def _key(line: PrintedLine) -> tuple[str, int]:
    """Lines that differ only in a number, at the same height, are the same running head."""
    return _DIGITS.sub("#", "".join(line.text.split())), round(line.top / _SAME_HEIGHT)


def _without(page: PrintedPage, dropped: Sequence[PrintedLine]) -> PrintedPage:
    gone = {id(line) for line in dropped}
    parts = tuple(part for part in page.parts if id(part) not in gone)
    return PrintedPage(page.number, page.width, page.height, parts, page.is_picture)
