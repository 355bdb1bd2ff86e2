"""Tables that are drawn with lines: ┌──┬──┐ │甲│乙│ ├──┼──┤, as law databases print them.

A cell runs over several lines, and a cell may reach over several rows: a line is drawn only in the
columns where a cell ends. Widths do not count, for blanks were often lost; the order of the
uprights does.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.model.source import Span

UPRIGHTS = "│┃║├┤┼┬┴┌┐└┘┣┫╋┳┻┏┓┗┛╠╣╬╦╩╔╗╚╝"
_UPRIGHT = expression(f"[{UPRIGHTS}]")
_DRAWN = expression(rf"^[ \t\u3000]*[{UPRIGHTS}][^\n]*[{UPRIGHTS}][ \t\u3000]*$", re.M)
_RULE = expression(r"[ \t\u3000]*[─━═\-－—]+[ \t\u3000]*$")
_LINE = expression(r"[^\n]+")
_SERIAL = expression(r"\d{1,3}$")
_BETWEEN = 2  # lines without uprights between two of a table: the number of a page


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell: its column, the line of its table on which it begins, its words line by line."""

    column: int
    line: int
    spans: tuple[Span, ...]


def drawn_lines(text: str) -> list[Span]:
    """Give the lines that are drawn, or hold cells between uprights; [] for nearly all texts."""
    if "│" not in text and "┃" not in text and "║" not in text:
        return []
    return [Span(*match.span()) for match in _DRAWN.finditer(text)]


def drawn_cells(text: str, table: Span) -> list[tuple[DrawnCell, ...]]:
    """Give the cells of each frame of a drawn table, in the order in which they begin.

    A frame is what stands between two rules that go through all columns of other number.
    """
    frames: list[tuple[DrawnCell, ...]] = []
    lines = [list(_segments(text, Span(*m.span()))) for m in _lines(text, table)]
    numbered = ((n, line) for n, line in enumerate(lines) if line)
    for _, group in itertools.groupby(numbered, key=lambda item: len(item[1])):
        cells = sorted(_cells(text, list(group)), key=lambda cell: (cell.line, cell.column))
        if cells:
            frames.append(tuple(cells))
    return frames


def _lines(text: str, table: Span) -> Iterator[re.Match[str]]:
    return (m for m in _LINE.finditer(text, *table) if _UPRIGHT.search(m.group()))


def _segments(text: str, line: Span) -> Iterator[Span]:
    edges = [match.start() for match in _UPRIGHT.finditer(text, *line)]
    for left, right in itertools.pairwise(edges):
        yield Span(left + 1, right)


def _cells(text: str, lines: list[tuple[int, list[Span]]]) -> Iterator[DrawnCell]:
    """Collect the cells of lines that have the same number of columns."""
    open_cells: dict[int, tuple[int, list[Span]]] = {}
    for number, segments in lines:
        if _begins_row(text, segments[0], open_cells):
            yield from _closed(open_cells, range(len(segments)))
        for column, segment in enumerate(segments):
            if _RULE.match(text, *segment):
                yield from _closed(open_cells, (column,))
            elif words := _bare(text, segment):
                open_cells.setdefault(column, (number, []))[1].append(words)
    yield from _closed(open_cells, tuple(open_cells))


def _begins_row(text: str, first: Span, open_cells: dict[int, tuple[int, list[Span]]]) -> bool:
    """Say whether a serial number begins a row though no line is drawn above it."""
    words = _bare(text, first)
    return bool(words and 0 in open_cells and _SERIAL.match(text, *words))


def _closed(
    open_cells: dict[int, tuple[int, list[Span]]], columns: range | tuple[int, ...]
) -> Iterator[DrawnCell]:
    for column in columns:
        if column in open_cells:
            line, spans = open_cells.pop(column)
            yield DrawnCell(column, line, tuple(spans))


def _bare(text: str, segment: Span) -> Span | None:
    words = text[segment.start : segment.end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(segment.start + left, segment.start + right) if right > left else None
