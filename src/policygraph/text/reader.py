"""File -> Source. The only code that opens a policy text."""

import hashlib
import stat
from pathlib import Path

from policygraph.errors import SourceError
from policygraph.model.source import Source
from policygraph.text.inputs.confined import extract_text
from policygraph.text.inputs.formats import FORMATS, MARKDOWN, PLAIN, detect

MAX_BYTES = 32 << 20
SUFFIXES = tuple(suffix for one in FORMATS for suffix in one.suffixes)
_BLANK = "\ufeff \t\r\n\u3000"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_source(path: Path) -> Source:
    """Read one file as text.

    Formats: plain text, Markdown, HTML, DOCX, and PDF with a text layer. Plain text is taken as
    it is, newlines untouched; of the others the text is extracted, a paragraph a line and a row of
    a table a line with a tab between cells, and offsets count in that.

    Encodings of plain text: UTF-8 with or without byte order mark, UTF-16 with one, GB18030
    (GB 18030-2022, which includes GBK and GB 2312).

    Raises:
        SourceError: it is missing, too large, empty, locked, damaged, or in no format that is read
            here; the code tells which, the message what to do.
    """
    data = _read_bytes(path)
    kind = detect(data, file_name(path))
    is_text = kind in (PLAIN, MARKDOWN)
    text = decode(data, file_name(path)) if is_text else extract_text(kind, data, file_name(path))
    if not text.strip(_BLANK):
        raise _empty(path)
    return Source(file_name(path), hashlib.sha256(data).hexdigest(), text, kind.media_type)


def file_name(path: Path) -> str:
    """Give the name of a file as text that can be written; bytes of other encodings are ``?``."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def _empty(path: Path) -> SourceError:
    return SourceError(f"{file_name(path)}: holds no text; supply another file", "source.empty")


def _read_bytes(path: Path) -> bytes:
    """Read a file, but for one that is too large: the system tells its size."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError(f"{path}: is a folder; give the files in it, or use build")
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(f"{path}: is no file but a pipe or device; save it to a file first")
        if status.st_size > MAX_BYTES:
            raise _too_large(path, status.st_size)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # it may have grown meanwhile
    except FileNotFoundError as error:
        raise SourceError(f"{path}: no such file; check the path") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror})") from error
    if len(data) > MAX_BYTES:
        raise _too_large(path, len(data))
    if not data:
        raise _empty(path)
    return data


def _too_large(path: Path, size: int) -> SourceError:
    return SourceError(
        f"{file_name(path)}: {size >> 20} MiB, the limit is {MAX_BYTES >> 20}; split it first",
        "source.too-large",
    )


def decode(data: bytes, name: str) -> str:
    """Decode the bytes of a text file.

    Raises:
        SourceError: the bytes are no text in an encoding that is known here.
    """
    if data.startswith(_UTF16):
        return _decoded(data, "utf-16", name)
    if b"\0" in data:
        raise SourceError(f"{name}: is a binary file; save it as plain text", "source.binary")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(data, "gb18030", name)


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name}: neither UTF-8 nor GB18030 (byte {error.start}); save it as UTF-8 text",
            "source.binary",
        ) from error
