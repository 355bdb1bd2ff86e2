"""Files of Word 97 made by the byte, so that a test says what each structure holds."""

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from policygraph.text.inputs.doc.fib import Part, Story

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_TEXT = 1024  # offset of the text
_SMALLEST = 4096  # bytes of a stream that lies among the sectors

Run = tuple[int, int, bytes]  # from which character to which, and its modifiers


def sprm(code: int, *operand: int) -> bytes:
    """Write a modifier; numbers of one byte are its operand."""
    return struct.pack("<H", code) + bytes(operand)


def plc(positions: Sequence[int], items: Sequence[bytes] = ()) -> bytes:
    """Write a table of positions and items."""
    return struct.pack(f"<{len(positions)}I", *positions) + b"".join(items)


def clx(pieces: Sequence[tuple[int, int, int]], groups: Sequence[bytes] = ()) -> bytes:
    """Write a table of pieces: characters, offset with its flag, properties of each."""
    positions = list(accumulate((count for count, _, _ in pieces), initial=0))
    items = [struct.pack("<HIH", 0, offset, own) for _, offset, own in pieces]
    table = plc(positions, items)
    before = b"".join(struct.pack("<BH", 1, len(group)) + group for group in groups)
    return before + struct.pack("<BI", 2, len(table)) + table


def doc(
    text: str,
    paragraphs: Mapping[int, bytes] | None = None,
    runs: Sequence[Run] = (),
    parts: Mapping[Part, bytes] | None = None,
    stories: Mapping[Story, str] | None = None,
    head: tuple[int, int, int] = (0xA5EC, 0xC1, 0x0200),
) -> bytes:
    """Write a document.

    Args:
        text: the main text, with the marks that end paragraphs and cells.
        paragraphs: modifiers of paragraphs of the whole text, by their number.
        runs: modifiers of characters of the whole text.
        parts: tables; others than these are left out, or made here.
        stories: the other texts.
        head: mark of the format, version of the program, flags of the file.
    """
    texts = [text, *((stories or {}).get(story, "") for story in list(Story)[1:])]
    whole = "".join(texts)
    body = whole.encode("utf-16-le")
    word = bytearray(_TEXT) + body + bytes(-len(body) % _SECTOR)
    page = len(word) // _SECTOR
    word += _paragraph_page(whole, paragraphs or {}) + _run_page(len(whole), runs)
    tables = {
        Part.PIECES: clx([(len(whole), _TEXT, 0)]),
        Part.PARAGRAPH_PAGES: plc([_TEXT, _TEXT + len(body)], [struct.pack("<I", page)]),
        Part.RUN_PAGES: plc([_TEXT, _TEXT + len(body)], [struct.pack("<I", page + 1)]),
        **(parts or {}),
    }
    table = b""
    pairs = [(0, 0)] * 93
    for part, content in tables.items():
        pairs[part] = (len(table), len(content))
        table += content
    lengths = [0, 0, 0, *map(len, texts)] + [0] * 11
    block = struct.pack("<HH6xH20xH28xH", *head, 14, 22)
    block += struct.pack("<22IH", *lengths, len(pairs))
    block += b"".join(struct.pack("<II", *pair) for pair in pairs)
    word[: len(block)] = block
    return compound({"WordDocument": bytes(word), "1Table": table})


def _paragraph_page(text: str, paragraphs: Mapping[int, bytes]) -> bytes:
    ends = [at + 1 for at, sign in enumerate(text) if sign in "\r\x07"]
    found = [struct.pack("<H", 0) + paragraphs.get(n, b"") for n in range(len(ends))]
    return _page([0, *ends], [_halves(each) for each in found], 13)


def _halves(content: bytes) -> bytes:
    odd = len(content) % 2
    return (
        bytes([(len(content) + 1) // 2]) + content
        if odd
        else bytes([0, len(content) // 2]) + content
    )


def _run_page(length: int, runs: Sequence[Run]) -> bytes:
    edges = sorted({0, length, *(edge for start, end, _ in runs for edge in (start, end))})
    own = {start: content for start, _, content in runs}
    found = [own.get(start, b"") for start, _ in pairwise(edges)]
    return _page(edges, [bytes([len(each)]) + each if each else b"" for each in found], 1)


def _page(edges: Sequence[int], found: Sequence[bytes], width: int) -> bytes:
    """Write a page: where each stretch begins, where its properties stand, the properties."""
    made = bytearray(_SECTOR)
    struct.pack_into(f"<{len(edges)}I", made, 0, *(_TEXT + 2 * edge for edge in edges))
    at = _SECTOR - 2
    for index, content in enumerate(found):
        if content:
            at -= len(content) + len(content) % 2
            made[at : at + len(content)] = content
            made[4 * len(edges) + index * width] = at // 2
    made[-1] = len(found)
    assert at > 4 * len(edges) + len(found) * width, "too much for one page"
    return bytes(made)


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Write a compound file of streams."""
    sectors: list[bytes] = []
    chain: list[int] = []
    entries = [_entry("Root Entry", 5, 1, _END, 0)]
    for place, (name, stream) in enumerate(streams.items(), 1):
        content = stream.ljust(_SMALLEST, b"\0")
        start, count = len(sectors), -(-len(content) // _SECTOR)
        sectors += [content[n * _SECTOR :][:_SECTOR].ljust(_SECTOR, b"\0") for n in range(count)]
        chain += [*range(start + 1, start + count), _END]
        right = place + 1 if place < len(streams) else _FREE
        entries.append(_entry(name, 2, _FREE, start, len(content), right))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * _SECTOR, b"\0")
    first = len(sectors)
    sectors += [directory[n : n + _SECTOR] for n in range(0, len(directory), _SECTOR)]
    chain += [*range(first + 1, len(sectors)), _END]
    fats = -(-(len(sectors) + 1) // (_SECTOR // 4 - 1))
    places = list(range(len(sectors), len(sectors) + fats))
    chain += [_FAT] * fats
    chain += [_FREE] * (fats * _SECTOR // 4 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, first, 0,
                          _SMALLEST, _END, 0, _END, 0)  # fmt: skip
    header += struct.pack("<109I", *places, *[_FREE] * (109 - fats))
    return header + b"".join(sectors) + struct.pack(f"<{len(chain)}I", *chain)


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = _FREE) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    return (
        head
        + struct.pack("<III", _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
