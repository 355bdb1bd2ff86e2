"""Tables of which each cell became a line of its own, as pasted from a web page, without bars.

序号 / 工作任务 / 责任单位 / 1 / 推进甲 / 市财政局 / 2 / … : the heads tell how many cells a row
has, and the serial numbers have to come again at just that distance.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.model.source import Span

_SERIAL_HEAD = re.compile(r"\s*序\s*号\s*$")
_HEAD = re.compile(r"[^，。；：:|\t]{1,16}$")
_UNITS = re.compile(r"(?:单位|部门|科室|处室|主体|来源)\s*$")
_COLUMNS = 9  # of a table, at most
_FEWEST = 2  # rows


class LineTable(NamedTuple):
    """A table: its paragraphs from the heads on, and those that hold the serial numbers."""

    paragraphs: range
    serials: tuple[int, ...]


def line_tables(text: str, paragraphs: Sequence[Span]) -> Iterator[LineTable]:
    """Give the tables of a text of which each cell is a paragraph."""
    for index, span in enumerate(paragraphs):
        if not _SERIAL_HEAD.match(text, *span):
            continue
        found = _table(text, paragraphs, index)
        if found:
            yield found


def _table(text: str, paragraphs: Sequence[Span], begin: int) -> LineTable | None:
    filled: list[int] = []  # paragraphs with words, from the heads on
    position = begin

    def cell(number: int) -> str | None:
        nonlocal position
        while len(filled) <= number and position < len(paragraphs):
            span = paragraphs[position]
            if not text[span.start : span.end].isspace():
                filled.append(position)
            position += 1
        if number >= len(filled):
            return None
        span = paragraphs[filled[number]]
        return text[span.start : span.end].strip()

    width = next((n for n in range(2, _COLUMNS + 1) if cell(n) == "1"), None)
    heads = [cell(n) or "" for n in range(1, width or 1)]
    if width is None or not all(_HEAD.match(head) for head in heads):
        return None
    if not any(_UNITS.search("".join(head.split())) for head in heads):
        return None
    rows = 0
    while cell(width * (rows + 1)) == str(rows + 1) and cell(width * (rows + 2) - 1) is not None:
        rows += 1
    if rows < _FEWEST:
        return None
    serials = tuple(filled[width * row] for row in range(1, rows + 1))
    return LineTable(range(begin, filled[width * (rows + 1) - 1] + 1), serials)
