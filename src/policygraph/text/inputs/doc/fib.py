"""The File Information Block: what kind of document it is, and where its parts are (2.5)."""

from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate

from policygraph.errors import SourceError
from policygraph.text.inputs.doc.binary import Broken, u16, u32

_WORD_97 = 0x00C0  # nFib of the first version with tables in a stream of their own
_MARKS = {0xA5EC}
_OLD_MARKS = {0xA5DB, 0xA5DC, 0xA697, 0xA699, 0xA59B, 0xA59C, 0xA59D}
_ENCRYPTED = 0x0100
_LENGTHS = 3  # place of ccpText among the numbers of four bytes


class Part(IntEnum):
    """Places of tables in the list of tables (FibRgFcLcb97, 2.5.6)."""

    STYLES = 1
    FOOTNOTE_MARKS = 2
    FOOTNOTES = 3
    SECTIONS = 6
    HEADERS = 11
    RUN_PAGES = 12
    PARAGRAPH_PAGES = 13
    PIECES = 33
    ANCHORS = 40
    HEADER_ANCHORS = 41
    ENDNOTE_MARKS = 46
    ENDNOTES = 47
    DRAWINGS = 50
    BOXES = 56
    HEADER_BOXES = 58
    LISTS = 73
    LIST_OVERRIDES = 74


class Story(IntEnum):
    """The texts of a document, in the order in which they follow one another (2.4.1)."""

    MAIN = 0
    FOOTNOTES = 1
    HEADERS = 2
    MACROS = 3
    COMMENTS = 4
    ENDNOTES = 5
    BOXES = 6
    HEADER_BOXES = 7


@dataclass(frozen=True, slots=True)
class Fib:
    """Where the parts of a document are.

    Attributes:
        starts: where each story begins, and behind them where the last ends.
        places: offset and size of each table.
        table: the stream that holds the tables.
    """

    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    table: bytes

    def part(self, which: Part) -> bytes:
        """Give a table; empty where the document has none.

        Raises:
            Broken: it lies outside of its stream.
        """
        at, size = self.places[which] if which < len(self.places) else (0, 0)
        if at + size > len(self.table):
            raise Broken(f"the table {which.name} lies outside")
        return self.table[at : at + size]

    def offset(self, which: Part) -> int:
        """Give where a table begins in its stream: the levels of lists follow their table."""
        return self.places[which][0] if which < len(self.places) else 0

    def story(self, which: Story) -> range:
        """Give the positions of a story."""
        return range(self.starts[which], self.starts[which + 1])


def read_fib(word: bytes, table: bytes, name: str) -> Fib:
    """Read the block at the head of the document.

    Raises:
        SourceError: it is locked, or older than Word 97.
        Broken: it is no such block.
    """
    mark, version, flags = u16(word, 0), u16(word, 2), u16(word, 0x0A)
    if mark in _OLD_MARKS or (mark in _MARKS and version < _WORD_97):
        raise SourceError(
            zh=f"文件 {name} 是 Word 95 或更早版本的文档；请用 Word 或 WPS 打开后另存为 .docx",
            en=f"{name}: is of Word 95 or before; open it in a word processor and save it as .docx",
            code="source.binary",
        )
    if mark not in _MARKS:
        raise Broken("no mark of a Word document")
    if flags & _ENCRYPTED:
        raise SourceError(
            zh=f"文件 {name} 设有密码；请另存为无密码的文件",
            en=f"{name}: is locked with a password; save it without one",
            code="source.password",
        )
    longs = 34 + 2 * u16(word, 32) + 2  # behind the numbers of two bytes and their count
    lists = longs + 4 * u16(word, longs - 2) + 2
    lengths = [u32(word, longs + 4 * (_LENGTHS + story)) for story in Story]
    pairs = range(lists, lists + 8 * u16(word, lists - 2), 8)
    places = tuple((u32(word, at), u32(word, at + 4)) for at in pairs)
    return Fib((0, *accumulate(lengths)), places, table)
