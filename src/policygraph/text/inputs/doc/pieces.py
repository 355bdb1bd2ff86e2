"""The piece table: where in the file each character stands (Clx, 2.8.35 and 2.9.38).

Text that was edited and saved in haste lies in the file in pieces; some are of one byte a
character, and some have properties of their own, which lie beside the table.
"""

import struct
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from policygraph.text.inputs.doc.binary import Broken, cut, i16, plc, u8, u16, u32
from policygraph.text.inputs.doc.modifiers import SHORT

_GROUP, _TABLE = 1, 2  # what a part of the table is
_ONE_BYTE = 1 << 30
_WINDOWS = {
    byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text.

    Attributes:
        start: position of its first character in the document.
        end: position behind its last.
        offset: of its first character in the file.
        width: bytes of a character, 1 or 2.
        properties: that all of it has besides its own.
    """

    start: int
    end: int
    offset: int
    width: int
    properties: bytes

    def offset_of(self, position: int) -> int:
        """Give the offset of a character of this piece."""
        return self.offset + (position - self.start) * self.width


class Pieces:
    """The text of a document, all stories one behind the other.

    Attributes:
        text: its characters; one outside of the Basic Multilingual Plane is two, as positions
            count them.
    """

    def __init__(self, table: bytes, word: bytes) -> None:
        self._pieces = _read_pieces(table)
        self._starts = [piece.start for piece in self._pieces]
        if sum(piece.end - piece.start for piece in self._pieces) > len(word):
            raise Broken("more characters than bytes")
        self.text = "".join(_decoded(piece, word) for piece in self._pieces)

    def at(self, position: int) -> Piece:
        """Give the piece of a character."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._pieces[index].end:
            raise Broken(f"no character {position}")
        return self._pieces[index]


def _read_pieces(table: bytes) -> tuple[Piece, ...]:
    groups: list[bytes] = []
    at = 0
    while u8(table, at) == _GROUP:
        size = i16(table, at + 1)
        groups.append(cut(table, at + 3, size))
        at += 3 + size
    if u8(table, at) != _TABLE:
        raise Broken("no table of pieces")
    positions, items = plc(cut(table, at + 5, u32(table, at + 1)), 8)
    if positions[0] != 0 or any(end <= start for start, end in pairwise(positions)):
        raise Broken("pieces that do not follow one another")
    return tuple(
        _piece(start, end, item, groups)
        for (start, end), item in zip(pairwise(positions), items, strict=True)
    )


def _piece(start: int, end: int, item: bytes, groups: list[bytes]) -> Piece:
    place, own = u32(item, 2), u16(item, 6)
    properties = _properties(own, groups)
    if place & _ONE_BYTE:
        return Piece(start, end, (place & (_ONE_BYTE - 1)) // 2, 1, properties)
    return Piece(start, end, place & (_ONE_BYTE - 1), 2, properties)


def _properties(own: int, groups: list[bytes]) -> bytes:
    """Give the properties that a piece names: a group of them, or one and its value (2.9.214)."""
    if own & 1:
        return groups[own >> 1] if own >> 1 < len(groups) else b""
    code = SHORT.get((own >> 1) & 0x7F)
    return b"" if code is None else struct.pack("<HB", code, own >> 8)


def _decoded(piece: Piece, word: bytes) -> str:
    count = piece.end - piece.start
    raw = cut(word, piece.offset, count * piece.width)
    if piece.width == 1:
        return raw.decode("latin-1").translate(_WINDOWS)
    return "".join(map(chr, struct.unpack(f"<{count}H", raw)))
