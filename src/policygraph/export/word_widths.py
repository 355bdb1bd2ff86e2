"""How wide the columns of a table on paper are, by what stands in them."""

import unicodedata
from collections.abc import Sequence

_MEASURED = 300  # rows by which widths are chosen
_LONGEST = 1000  # characters of a cell that are measured
# Widths in halves of a Han character: the line; the most a column asks for; a day or a number with
# the edges of its cell; the edges.
_LINE, _WIDEST, _SHORT, _EDGES = 138, 60, 18, 4
_NARROW = 10  # has nothing to give
_RUNNING = 0.4  # of the line, at least, for the columns of running text


class Running(str):
    """A head over running text: its column gets more of the line."""

    __slots__ = ()


def widths_of(heads: Sequence[str], rows: Sequence[Sequence[str]], line: int) -> list[int]:
    """Share the line between the columns.

    Each has what a day or a number needs, so that none breaks; what is left goes to those that
    hold more.

    Args:
        heads: of the columns; ``Running`` over running text.
        rows: the text of each cell.
        line: width of all columns.

    Returns:
        Widths in the unit of ``line``.
    """
    columns = zip(heads, *rows[:_MEASURED], strict=True)
    needs = [max(map(_wide, column)) + _EDGES for column in columns]
    first = [min(need, _SHORT) for need in needs]
    more = [need - has for need, has in zip(needs, first, strict=True)]
    left = max(_LINE - sum(first), 0) / (sum(more) or 1)
    widths = [has + left * wish for has, wish in zip(first, more, strict=True)]
    widths = _with_running(heads, widths)
    return [int(line * width / sum(widths)) for width in widths]


def _with_running(heads: Sequence[str], widths: list[float]) -> list[float]:
    """Give columns of running text their part of the line where they have less."""
    running = [isinstance(head, Running) for head in heads]
    pairs = list(zip(widths, running, strict=True))
    theirs = sum(width for width, one in pairs if one)
    gives = sum(width for width, one in pairs if not one and width > _NARROW)
    wanted = _RUNNING * sum(widths) - theirs
    if not (theirs and 0 < wanted < gives):
        return widths
    more, less = 1 + wanted / theirs, 1 - wanted / gives
    return [width * (more if one else less if width > _NARROW else 1) for width, one in pairs]


def _wide(text: str) -> int:
    return max(map(_wide_line, text[:_LONGEST].split("\n")))


def _wide_line(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line[: _WIDEST + 1])
