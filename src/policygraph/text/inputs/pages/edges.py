"""What stands at the edges of pages and is no part of the text: page numbers, running heads."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from policygraph.expression import expression
from policygraph.text.inputs.pages.page import PrintedPage
from policygraph.text.inputs.pages.printed import PrintedLine
from policygraph.text.labels import ANNEX, match_label

_EDGE = 0.12  # share of the height at the top and at the foot of a page
_OUTER = (
    0.04  # share of the height: no text begins so close to the edge, and a browser prints there
)
_LINES = 2  # at most so many at each edge
_SAME_HEIGHT = 4.0  # points
_N = r"(?:[\d０-９]{1,4}|[ivxIVX]{1,6})"
_CHINESE = "[一二三四五六七八九十百〇]{1,5}"
_PAGE_NUMBER = expression(
    rf"[\s\-—–－·•~～.]*(?:第\s*(?:{_N}|{_CHINESE})\s*页|{_N})"
    rf"(?:\s*(?:[/／]|[,，、|]?\s*共)\s*(?:{_N}|{_CHINESE})\s*页?)?[\s\-—–－·•~～.]*$"
)
# What browsers set there: day and time of printing before the title, the address before the page.
_BROWSER = expression(
    r"\d{1,4}[/.年-]\d{1,2}[/.月-]\d{1,4}日?,?\s*(?:[上下]午)?\d{1,2}:\d{2}"
    r"|(?:https?|f(?:i|ﬁ)le)://\S{1,2000}\s+\d{1,4}/\d{1,4}$"
)
_DIGITS = expression(r"\d{1,9}")


def without_edges(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """Give the pages without page numbers, and without lines that most pages repeat there."""
    edges = [_edge_lines(page) for page in pages]
    marks = [
        [_Mark.of(line, page) for line in lines] for page, lines in zip(pages, edges, strict=True)
    ]
    heads = _running_heads(marks, len(pages))
    return [
        _without(page, [mark.line for mark in of_page if mark.is_known() or id(mark) in heads])
        for page, of_page in zip(pages, marks, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line at an edge: its words and height, and apart from these its numbers."""

    line: PrintedLine
    page: int
    shape: tuple[str, int]
    numbers: tuple[int, ...]
    is_outer: bool

    @classmethod
    def of(cls, line: PrintedLine, page: PrintedPage) -> Self:
        """附件1 and 附件2 on pages that follow each other are no running head, nor are items."""
        words = "".join(line.text.split())
        height = round(line.top / _SAME_HEIGHT)
        room = min(line.top, page.height - line.bottom)
        is_outer = room < _OUTER * page.height
        if ANNEX.match(words) or match_label(words, 0, len(words)):
            return cls(line, page.number, (f"{page.number}\t{words}", height), (), is_outer)
        numbers = tuple(int(found.group()) for found in _DIGITS.finditer(words))
        return cls(line, page.number, (_DIGITS.sub("#", words), height), numbers, is_outer)

    def is_known(self) -> bool:
        """Say whether it is the number of the page, or what a browser prints at the edge."""
        words = self.line.text
        return bool(_PAGE_NUMBER.match(words) or (self.is_outer and _BROWSER.match(words)))


def _running_heads(marks: Sequence[Sequence[_Mark]], pages: int) -> set[int]:
    """Give the lines, by ``id``, that most pages repeat but for the number of the page in them."""
    shapes: dict[tuple[str, int], list[_Mark]] = defaultdict(list)
    for of_page in marks:
        for mark in of_page:
            shapes[mark.shape].append(mark)
    heads: set[int] = set()
    for same in shapes.values():
        values = _common(same)
        repeated = [mark for mark, value in zip(same, values, strict=True) if value is not None]
        count = len({mark.page for mark in repeated})
        if count > 1 and 2 * count >= pages:
            heads.update(map(id, repeated))
    return heads


def _common(same: Sequence[_Mark]) -> list[tuple[int, ...] | None]:
    """Give the numbers of lines of one shape, without the page, where most have these; else None.

    A date or a year in a running head stays the same, the number of the page goes with the pages.
    """
    fixed = list(zip(*(mark.numbers for mark in same), strict=True))
    paged = [tuple(n - mark.page for n, mark in zip(column, same, strict=True)) for column in fixed]
    chosen = [a if _most(a) >= _most(b) else b for a, b in zip(fixed, paged, strict=True)]
    rows = list(zip(*chosen, strict=True)) if chosen else [()] * len(same)
    (best, _), *_ = Counter(rows).most_common(1)
    return [row if row == best else None for row in rows]


def _most(values: Sequence[int]) -> int:
    return max(Counter(values).values())


def _edge_lines(page: PrintedPage) -> list[PrintedLine]:
    lines = [part for part in page.parts if isinstance(part, PrintedLine)]
    above = [line for line in lines[:_LINES] if line.bottom <= _EDGE * page.height]
    foot = [line for line in lines[-_LINES:] if line.top >= (1 - _EDGE) * page.height]
    return above + foot


def _without(page: PrintedPage, dropped: Sequence[PrintedLine]) -> PrintedPage:
    gone = {id(line) for line in dropped}
    parts = tuple(part for part in page.parts if id(part) not in gone)
    return PrintedPage(page.number, page.width, page.height, parts, page.is_picture)
