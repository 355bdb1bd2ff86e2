"""The first rows of an answer as a small table, for ``repr`` in a console."""

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

_ROWS = 5
_COLUMNS = 5
_WIDTH = 24  # of a cell, in columns of a terminal; a Han character takes two


def glance(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give ``Answer(… rows, … columns)`` and below it the beginning of the table."""
    head = f"Answer({len(rows)} rows, {len(names)} columns)"
    shown = [[_cut(cell) for cell in row[:_COLUMNS]] for row in (names, *rows[:_ROWS])]
    widths = [max(map(_width, column)) for column in zip(*shown, strict=True)]
    more_columns = " …" if len(names) > _COLUMNS else ""
    lines = [_line(row, widths) + more_columns for row in shown]
    if len(rows) > _ROWS:
        lines.append("…")
    return "\n".join(line.rstrip() for line in (head, *lines) if line)


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    pairs = zip(cells, widths, strict=True)
    return "  ".join(cell + " " * (width - _width(cell)) for cell, width in pairs)


def _cut(cell: str) -> str:
    kept, width = "", 0
    for character in " ".join(cell.split()):
        width += _width(character)
        if width > _WIDTH:
            return kept + "…"
        kept += character
    return kept


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
