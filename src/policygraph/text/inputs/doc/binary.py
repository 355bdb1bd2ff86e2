"""Numbers and tables in the streams of a binary document, each read within its bounds."""

import struct
from typing import NamedTuple

_U16, _I16, _U32, _I32 = (struct.Struct(f"<{kind}") for kind in "HhIi")


class Broken(ValueError):
    """A structure of the file reaches out of it, or contradicts itself."""


def u16(data: bytes, at: int) -> int:
    """Give the unsigned number of two bytes at an offset.

    Raises:
        Broken: it reaches out of the data; so do all functions of this module.
    """
    return _number(_U16, data, at)


def i16(data: bytes, at: int) -> int:
    """Give the signed number of two bytes at an offset."""
    return _number(_I16, data, at)


def u32(data: bytes, at: int) -> int:
    """Give the unsigned number of four bytes at an offset."""
    return _number(_U32, data, at)


def i32(data: bytes, at: int) -> int:
    """Give the signed number of four bytes at an offset."""
    return _number(_I32, data, at)


def u8(data: bytes, at: int) -> int:
    """Give the byte at an offset."""
    if not 0 <= at < len(data):
        raise Broken(f"no byte at {at}")
    return data[at]


def cut(data: bytes, at: int, size: int) -> bytes:
    """Give so many bytes from an offset."""
    if at < 0 or size < 0 or at + size > len(data):
        raise Broken(f"no {size} bytes at {at}")
    return data[at : at + size]


def xst(data: bytes, at: int) -> tuple[str, int]:
    """Give a string that tells its length (2.9.350), and the offset behind it."""
    size = u16(data, at) * 2
    return cut(data, at + 2, size).decode("utf-16-le", "replace"), at + 2 + size


class Plc(NamedTuple):
    """A table of positions and of what stands between each and the next (PLC, 2.2.2).

    Attributes:
        positions: one more than there are items.
        items: the bytes of each.
    """

    positions: tuple[int, ...]
    items: tuple[bytes, ...]


def plc(data: bytes, size: int) -> Plc:
    """Read a table whose items have so many bytes; where it is empty so is the result."""
    if not data:
        return Plc((), ())
    count = (len(data) - 4) // (4 + size)
    if count < 0:
        raise Broken("a table without positions")
    positions = struct.unpack_from(f"<{count + 1}I", data)
    first = 4 * (count + 1)
    items = tuple(data[at : at + size] for at in range(first, first + count * size, size or 1))
    return Plc(positions, items if size else ())


def _number(form: struct.Struct, data: bytes, at: int) -> int:
    if at < 0 or at + form.size > len(data):
        raise Broken(f"no number at {at}")
    found: int = form.unpack_from(data, at)[0]
    return found
