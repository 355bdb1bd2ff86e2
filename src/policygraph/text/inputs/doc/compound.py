"""Opening a .doc: a compound file of streams ([MS-CFB]), of which three hold the document."""

import io
from typing import Any, NamedTuple

import olefile

from policygraph.errors import SourceError
from policygraph.text.inputs.doc.binary import Broken, u16, u32
from policygraph.text.inputs.formats import other_office

_FAT_SECTORS, _SHIFT = 0x2C, 0x1E  # in the header, [MS-CFB] 2.2
_WHICH_TABLE = 0x0200  # flag of the document, [MS-DOC] 2.5.2
_SHIFTS = (9, 12)  # sectors of 512 or 4096 bytes


class Streams(NamedTuple):
    """What a document is read from ([MS-DOC] 2.1).

    Attributes:
        word: the text and how it looks.
        table: where in it what stands.
        data: pictures and long properties; may be empty.
    """

    word: bytes
    table: bytes
    data: bytes


def open_streams(data: bytes, name: str) -> Streams:
    """Open a compound file that should hold a document.

    Raises:
        SourceError: it is damaged, or holds something else.
    """
    try:
        _check(data)
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            if not file.exists("WordDocument"):
                raise other_office(name, _at_the_top(file))
            word = _stream(file, "WordDocument", len(data))
            return Streams(word, _table(file, word, len(data)), _stream(file, "Data", len(data)))
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError) as error:
        # what olefile raises for a file system that leads nowhere
        raise damaged(name) from error


def damaged(name: str) -> SourceError:
    """Give what to raise for a file that cannot be followed."""
    return SourceError(
        zh=f"文件 {name} 损坏或不完整；请重新获取，或用 Word、WPS 打开后另存为 .docx",
        en=f"{name}: is damaged or cut off; get it again, or open it in a word processor"
        " and save it as .docx",
        code="source.damaged",
    )


def _check(data: bytes) -> None:
    """Refuse a header that lists more of the file system than the file has room for."""
    shift = u16(data, _SHIFT)
    if shift not in _SHIFTS or u32(data, _FAT_SECTORS) > (len(data) >> shift) + 1:
        raise Broken("a file system larger than the file")


def _at_the_top(file: "olefile.OleFileIO[str]") -> list[str]:
    """Name the streams outside all folders; a folder may hold itself, so none is looked into."""
    entries: list[Any] = getattr(file.root, "kids", [])  # its stubs do not know them
    return [entry.name for entry in entries if entry.entry_type == olefile.STGTY_STREAM]


def _table(file: "olefile.OleFileIO[str]", word: bytes, most: int) -> bytes:
    """Give the stream of tables: the file says which of two it is, and may be wrong."""
    first = bool(u16(word, 0x0A) & _WHICH_TABLE)
    names = ("1Table", "0Table") if first else ("0Table", "1Table")
    return _stream(file, names[0], most) or _stream(file, names[1], most)


def _stream(file: "olefile.OleFileIO[str]", name: str, most: int) -> bytes:
    if not file.exists(name):
        return b""
    if file.get_size(name) > most:
        raise Broken(f"the stream {name} is larger than the file")
    content: bytes = file.openstream(name).read()
    return content
