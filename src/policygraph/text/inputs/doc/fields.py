"""Fields: which characters are instructions of a field and not printed (2.8.25).

A field is ``begin instruction separator result end``, each mark one character; the result is
printed, the instruction is not, and fields stand in one another.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from policygraph.expression import expression

_MARK = expression("[\x13\x14\x15]")
_BEGIN, _SEPARATOR = "\x13", "\x14"
_EMBEDDED = expression(r"\s*EMBED\b", re.I)
# The reading of a character set above it, as the program writes it; a .docx has ``w:ruby``.
_RUBY = expression(
    r"\s*EQ\s+\\\*\s*jc\d[^\x13-\x15]{0,120}?\\o\\a[a-z]"
    r"\(\\s\\up\s*\d{1,3}\([^()\x13-\x15]{0,60}\)[,;]([^()\x13-\x15]{1,60})\)\s*[\x14\x15]"
)


class Fields(NamedTuple):
    """The instructions of the fields of a story, in its order and none within another.

    Attributes:
        starts: position of the mark that begins each.
        ends: position behind the mark that ends it.
        objects: where fields that embed an object begin.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    objects: frozenset[int]

    def instruction_end(self, position: int) -> int | None:
        """Give where the instruction ends in which a character stands; None where in none."""
        index = bisect_right(self.starts, position) - 1
        return self.ends[index] if index >= 0 and position < self.ends[index] else None

    def next_start(self, position: int, otherwise: int) -> int:
        """Give where the next instruction begins behind a position."""
        index = bisect_right(self.starts, position)
        return self.starts[index] if index < len(self.starts) else otherwise


def find_fields(text: str, story: range) -> Fields:
    """Find the fields of a story; a mark without its counterpart is none."""
    open_fields: list[tuple[int, int | None]] = []  # where each begins, and its separator
    found: list[tuple[int, int]] = []
    for match in _MARK.finditer(text, story.start, story.stop):
        place = match.start()
        if match[0] == _BEGIN:
            open_fields.append((place, None))
        elif match[0] == _SEPARATOR:
            if open_fields and open_fields[-1][1] is None:
                open_fields[-1] = (open_fields[-1][0], place)
        elif open_fields:
            begin, separator = open_fields.pop()
            end = (place if separator is None else separator) + 1
            ruby = _RUBY.match(text, begin + 1, end)
            found.extend([(begin, ruby.start(1)), (ruby.end(1), end)] if ruby else [(begin, end)])
    return _merged(text, sorted(found))


def _merged(text: str, found: list[tuple[int, int]]) -> Fields:
    objects = frozenset(start for start, _ in found if _EMBEDDED.match(text, start + 1))
    outer: list[tuple[int, int]] = []
    for start, end in found:
        if outer and start < outer[-1][1]:
            outer[-1] = (outer[-1][0], max(outer[-1][1], end))
        else:
            outer.append((start, end))
    return Fields(tuple(start for start, _ in outer), tuple(end for _, end in outer), objects)
