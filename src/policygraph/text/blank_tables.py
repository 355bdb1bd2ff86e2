"""Tables of which each row is a line and blanks part the cells, as copied out of a browser.

序号 工作任务 牵头单位 责任单位 / 1 推进甲 市财政局 各区政府 / 2 …: a line of heads, and lines
behind it that begin with 1, 2, 3. What stands in which column is read elsewhere.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span

_HEADS = expression(
    r"[ \t\u3000]*序\s?号(?:[ \u3000]+[^\s，。；：:|\t]{1,16}){2,8}[ \u3000]*$", re.M
)
_SERIAL_HEAD = expression(r"序\s?号[ \u3000]")
_UNITS = expression(r"(?:单位|部门|科室|处室|主体|来源)(?:[ \u3000]|$)")
_LINE = expression(r"[^\n]*\n?")
_SERIAL = expression(r"[ \t\u3000]*(?P<n>\d{1,3})[ \u3000]+\S")
_FEWEST = 2  # rows
_LOOSE = 2  # lines without a number between two rows


class BlankTable(NamedTuple):
    """A table: the line of its heads, and each row with the span of its serial number.

    ``loose`` are lines between rows that have no number: the number of a cell above holds for them.
    """

    heads: Span
    rows: tuple[tuple[Span, Span], ...]
    loose: tuple[Span, ...] = ()


def blank_tables(text: str) -> Iterator[BlankTable]:
    """Give the tables of a text whose cells are parted by blanks."""
    lines = (text.rfind("\n", 0, serial.start()) + 1 for serial in _SERIAL_HEAD.finditer(text))
    for line in dict.fromkeys(lines):
        heads = _HEADS.match(text, line)
        if heads is None or not _UNITS.search(heads.group().rstrip()):
            continue
        rows, loose = _rows(text, heads.end())
        if len(rows) >= _FEWEST:
            yield BlankTable(Span(*heads.span()), tuple(rows), tuple(loose))


def _rows(text: str, position: int) -> tuple[list[tuple[Span, Span]], list[Span]]:
    """Give the lines that begin with 1, 2, 3, and the few between them that do not."""
    position = text.find("\n", position) + 1
    rows: list[tuple[Span, Span]] = []
    loose: list[Span] = []
    held: list[Span] = []
    while 0 < position < len(text) and len(held) <= _LOOSE:
        line = _LINE.match(text, position)
        if line is None:
            break
        serial = _SERIAL.match(text, position, line.end())
        if serial and serial["n"] == str(len(rows) + 1):
            rows.append((Span(position, line.end()), Span(*serial.span("n"))))
            loose, held = [*loose, *held], []
        elif line.group().strip():
            if serial or not rows:
                break
            held.append(Span(position, line.end()))
        position = line.end()
    return rows, loose
