"""Sorted lines, some taken out and some put in, without sorting or parsing the others."""

from collections.abc import Collection
from mmap import mmap


def edited(data: bytes, gone: Collection[bytes], come: Collection[bytes]) -> bytes:
    """Give sorted lines without those that went and with those that came, sorted.

    Args:
        data: lines in the order of their bytes, each with its line end and none of them twice.
        gone: lines of it.
        come: lines that are not in it.

    Raises:
        ValueError: a line that went is not there, or one that came is.
    """
    pieces: list[bytes | memoryview] = []
    whole, at = memoryview(data), 0
    for line in sorted({*gone, *come}):
        place = lower_bound(data, line, at)
        pieces.append(whole[at:place])
        is_there = data.startswith(line, place)
        if is_there != (line in gone) or (line in gone and line in come):
            raise ValueError(line)
        if is_there:
            at = place + len(line)
        else:
            pieces.append(line)
            at = place
    pieces.append(whole[at:])
    return b"".join(pieces)


def lower_bound(data: bytes | mmap, line: bytes, low: int = 0) -> int:
    """Give where the first line begins that is not before ``line``, from the line at ``low`` on."""
    high = len(data)
    while low < high:
        middle = (low + high) // 2
        begin = data.rfind(b"\n", low, middle) + 1 or low
        end = data.find(b"\n", middle) + 1 or len(data)
        if data[begin:end] < line:
            low = end
        else:
            high = begin
    return low
