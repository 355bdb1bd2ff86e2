"""Formatted disk pages: the properties of runs and paragraphs, by offset in the file (FKP, 2.9).

Each page is 512 bytes of the main stream; a table tells which page holds what.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from policygraph.text.inputs.doc.binary import Broken, plc, u8, u32

_PAGE = 512
_NUMBER = (1 << 22) - 1  # bits of the number of a page
_BEHIND_PARAGRAPH = 13  # bytes of an entry for a paragraph


class Stretch(NamedTuple):
    """A stretch of the file with the same properties.

    Attributes:
        start: offset of its first byte.
        end: offset behind its last.
        properties: as they are written.
    """

    start: int
    end: int
    properties: bytes


class Stretches:
    """All stretches, in the order of the file."""

    def __init__(self, found: Iterator[Stretch]) -> None:
        self._stretches = sorted(found)
        self._starts = [one.start for one in self._stretches]

    def at(self, offset: int) -> Stretch | None:
        """Give the stretch in which a byte lies."""
        index = bisect_right(self._starts, offset) - 1
        found = self._stretches[index] if index >= 0 else None
        return found if found and offset < found.end else None

    def end_of(self, offset: int) -> int | None:
        """Give where the stretch of a byte ends or, where it is in none, the next begins."""
        found = self.at(offset)
        if found:
            return found.end
        index = bisect_right(self._starts, offset)
        return self._starts[index] if index < len(self._starts) else None


def paragraph_stretches(table: bytes, word: bytes) -> Stretches:
    """Read the properties of paragraphs: the number of the style, then modifiers (2.9.175)."""
    return Stretches(_stretches(table, word, _BEHIND_PARAGRAPH, _of_paragraph))


def run_stretches(table: bytes, word: bytes) -> Stretches:
    """Read the properties of runs: modifiers (2.9.33)."""
    return Stretches(_stretches(table, word, 1, _of_run))


def _stretches(
    table: bytes, word: bytes, width: int, read: Callable[[bytes, int], bytes]
) -> Iterator[Stretch]:
    pages = {u32(item, 0) & _NUMBER for item in plc(table, 4).items}
    if len(pages) > len(word) // _PAGE:
        raise Broken("more pages than the stream has")
    for number in sorted(pages):
        page = word[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            continue  # a page behind the end tells nothing
        count = page[-1]
        first = 4 * (count + 1)
        if first + count * width >= _PAGE:
            raise Broken("a page that holds more than it can")
        for index in range(count):
            at = 2 * page[first + index * width]
            start, end = u32(page, 4 * index), u32(page, 4 * index + 4)
            if start < end:
                yield Stretch(start, end, read(page, at) if at else b"")


def _of_paragraph(page: bytes, at: int) -> bytes:
    half = u8(page, at)
    if half:
        return page[at + 1 : at + 2 * half]
    return page[at + 2 : at + 2 + 2 * u8(page, at + 1)]


def _of_run(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + u8(page, at)]
