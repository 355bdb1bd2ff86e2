"""File -> Source. The only code that opens a policy text."""

import hashlib
from pathlib import Path

from policygraph.errors import SourceError
from policygraph.model.source import Source

MAX_BYTES = 32 << 20
SUFFIXES = (".txt", ".md")
_MAGIC = {
    b"PK\x03\x04": "a ZIP, DOCX or XLSX file",
    b"%PDF": "a PDF file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_source(path: Path) -> Source:
    """Read one file as text.

    Encodings: UTF-8 with or without byte order mark, UTF-16 with one, GB18030 (GB 18030-2022,
    which includes GBK and GB 2312). Newlines are left as they are.

    Raises:
        SourceError: it is missing, too large, empty, or not text; the message says what to do.
    """
    data = _read_bytes(path)
    text = decode(data, path.name)
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise SourceError(f"{path.name}: holds no text; supply another file", "source.empty")
    media = "text/markdown" if path.suffix.lower() == ".md" else "text/plain"
    return Source(path.name, hashlib.sha256(data).hexdigest(), text, media)


def _read_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise SourceError(f"{path}: is a folder; give the files in it, or use build")
        if size > MAX_BYTES:
            raise SourceError(
                f"{path.name}: {size >> 20} MiB, the limit is {MAX_BYTES >> 20}; split it first",
                "source.too-large",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{path}: no such file; check the path") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror})") from error


def decode(data: bytes, name: str) -> str:
    """Decode the bytes of a text file.

    Raises:
        SourceError: the bytes are no text in an encoding that is known here.
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise SourceError(f"{name}: is {what}; save it as plain text first", "source.binary")
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
