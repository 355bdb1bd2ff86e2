"""Tables of which each row is a line and blanks part the cells, as copied out of a browser.

序号 工作任务 牵头单位 责任单位 / 1 推进甲 市财政局 各区政府 / 2 …: a line of heads, and lines
behind it that begin with 1, 2, 3. What stands in which column is read elsewhere.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policygraph.model.source import Span

_HEADS = re.compile(
    r"[ \t\u3000]*序\s?号(?:[ \u3000]+[^\s，。；：:|\t]{1,16}){2,8}[ \u3000]*$", re.M
)
_SERIAL_HEAD = re.compile(r"序\s?号[ \u3000]")
_UNITS = re.compile(r"(?:单位|部门|科室|处室|主体|来源)(?:[ \u3000]|$)")
_LINE = re.compile(r"[^\n]*\n?")
_SERIAL = re.compile(r"[ \t\u3000]*(?P<n>\d{1,3})[ \u3000]+\S")
_FEWEST = 2  # rows


class BlankTable(NamedTuple):
    """A table: the line of its heads, and each row with the span of its serial number."""

    heads: Span
    rows: tuple[tuple[Span, Span], ...]


def blank_tables(text: str) -> Iterator[BlankTable]:
    """Give the tables of a text whose cells are parted by blanks."""
    lines = (text.rfind("\n", 0, serial.start()) + 1 for serial in _SERIAL_HEAD.finditer(text))
    for line in dict.fromkeys(lines):
        heads = _HEADS.match(text, line)
        if heads is None or not _UNITS.search(heads.group().rstrip()):
            continue
        rows = tuple(_rows(text, heads.end()))
        if len(rows) >= _FEWEST:
            yield BlankTable(Span(*heads.span()), rows)


def _rows(text: str, position: int) -> Iterator[tuple[Span, Span]]:
    """Give the lines that begin with 1, 2, 3; the first line that does not ends the table."""
    position = text.find("\n", position) + 1
    number = 1
    while 0 < position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            return
        serial = _SERIAL.match(text, position, line.end())
        if line.group().strip():
            if serial is None or serial["n"] != str(number):
                return
            yield Span(position, line.end()), Span(*serial.span("n"))
            number += 1
        position = line.end()
