"""Single property modifiers: how a run, paragraph or row differs from its style (Sprm, 2.2.5)."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from policygraph.text.inputs.doc.binary import Broken, i16, u8, u16

_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # bytes of the operand, by the upper three bits
_TWO_BYTES = 0xD608  # the definition of a row tells its size in two bytes
_TABS = 0xC615
_LONGER = 255  # tabs whose size must be computed


class Sprm(IntEnum):
    """The modifiers that matter for what is printed (2.6)."""

    RUN_DELETED = 0x0800
    RUN_PICTURE = 0x6A03
    RUN_SYMBOL = 0x6A09
    RUN_HIDDEN = 0x083C
    STYLE = 0x4600
    IN_TABLE = 0x2416
    ROW_END = 0x2417
    DEPTH = 0x6649
    DEEPER = 0x664A
    INNER_CELL_END = 0x244B
    INNER_ROW_END = 0x244C
    LEVEL = 0x260A
    LIST = 0x460B
    FIRST_LINE_97 = 0x8411
    FIRST_LINE = 0x8460
    FIRST_LINE_CHARS = 0x4457
    ELSEWHERE = 0x6646  # the properties lie in the stream of data
    ELSEWHERE_97 = 0x6645
    ROW = 0xD608
    ROW_MERGE = 0x5624
    ROW_SPLIT = 0x5625
    ROW_INSERT = 0x7621
    ROW_DELETE = 0x5622
    ROW_MERGE_DOWN = 0xD62B


# Modifiers of a piece of text that are written in one byte (Prm0, 2.9.215).
SHORT = {
    0x0C: Sprm.LEVEL,
    0x18: Sprm.IN_TABLE,
    0x19: Sprm.ROW_END,
    0x41: Sprm.RUN_DELETED,
    0x5C: Sprm.RUN_HIDDEN,
}


class Modifier(NamedTuple):
    """One property.

    Attributes:
        code: which; mostly none of ``Sprm``.
        operand: its value, without the byte that tells its size.
    """

    code: int
    operand: bytes

    @property
    def flag(self) -> bool:
        """Whether a property is switched on; 0x80 is what the style says, and that is off."""
        return u8(self.operand, 0) in (1, 0x81)

    @property
    def number(self) -> int:
        """The value of one byte, or of the first two."""
        return u8(self.operand, 0) if len(self.operand) == 1 else i16(self.operand, 0)


def modifiers(grpprl: bytes) -> Iterator[Modifier]:
    """Give the modifiers of a list of them; what is cut off at its end is none."""
    at = 0
    while at + 2 < len(grpprl):
        code = u16(grpprl, at)
        at += 2
        try:
            head, size = _extent(grpprl, code, at)
        except Broken:
            return
        operand = grpprl[at + head : at + head + size]
        if len(operand) < size:
            return
        at += head + size
        yield Modifier(code, operand)


def _extent(grpprl: bytes, code: int, at: int) -> tuple[int, int]:
    """Give the bytes before an operand that tell its size, and its size."""
    kind = code >> 13
    if kind in _SIZES:
        return 0, _SIZES[kind]
    if code == _TWO_BYTES:
        return 2, max(u16(grpprl, at) - 1, 0)
    size = u8(grpprl, at)
    if code == _TABS and size == _LONGER:
        deleted = u8(grpprl, at + 1)
        added = u8(grpprl, at + 2 + 4 * deleted)
        return 1, 2 + 4 * deleted + 3 * added
    return 1, size
