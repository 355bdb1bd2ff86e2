"""Offsets -> lines and columns, as editors count them."""

import re
from bisect import bisect_right
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|\n|\r")


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def shown(words: str) -> str:
    """Give words as they can be shown: what a terminal would obey or what turns lines is �."""
    return _CONTROL.sub("\ufffd", words)


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
