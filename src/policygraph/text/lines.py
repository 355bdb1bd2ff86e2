"""Offsets -> lines and columns, as editors count them."""

from bisect import bisect_right
from typing import NamedTuple

from policygraph.expression import expression

_BREAK = expression(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A place in a text: line and column, both counted from 1; columns are code points."""

    line: int
    column: int


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def place(self, offset: int) -> Place:
        """Give the line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
