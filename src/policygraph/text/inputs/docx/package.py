"""Opening a DOCX: a ZIP of XML parts (ISO/IEC 29500-2), checked before anything is unpacked.

python-docx reads every part that belongs to the document into memory, so what the archive says of
its members is weighed first; zipfile never unpacks more of a member than it says. The XML parser
of python-docx resolves no entities and loads no DTD, and stops at 256 nested elements; a part
that declares a DTD is refused all the same, as the standard does (29500-2, 6.1.4).
"""

import io
import zipfile
import zlib
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError

from policygraph.errors import SourceError

MAX_MEMBERS = 5000
MAX_UNPACKED = 256 << 20  # bytes of all members
MAX_PART = 48 << 20  # bytes of one part of XML; a document of a thousand pages has some 20 MiB
MAX_RATIO = 200  # unpacked to packed, for members that are large; documents have some 10
_LARGE = 1 << 20
_LOCKED = 0x1  # flag of an encrypted member, APPNOTE.TXT 4.4.4
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OTHERS = (
    ("xl/workbook.xml", "an Excel workbook; save it as .docx or .pdf"),
    ("ppt/presentation.xml", "a presentation; save it as .pdf"),
    ("OFD.xml", "an OFD file; export it as .pdf"),
    ("content.xml", "an OpenDocument file; save it as .docx"),
)
_TYPES = "[Content_Types].xml"
_SAVE = "get it again, or open it in a word processor and save it anew"


def open_package(data: bytes, name: str) -> Document:
    """Open a DOCX.

    Raises:
        SourceError: it is locked, damaged, something else, or would unpack to too much.
    """
    try:
        _check(data, name)
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, PackageNotFoundError, EOFError, OSError) as error:
        raise SourceError(f"{name}: is damaged or cut off; {_SAVE}", "source.damaged") from error
    except (KeyError, ValueError, AttributeError, NotImplementedError, SyntaxError) as error:
        # what python-docx and lxml raise for parts that are missing or no XML
        raise SourceError(
            f"{name}: is not a whole Word document; {_SAVE}", "source.damaged"
        ) from error


def _check(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if any(member.flag_bits & _LOCKED for member in members):
            raise SourceError(
                f"{name}: is locked with a password; save it without one", "source.password"
            )
        _check_kind([member.filename for member in members], name)
        _check_sizes(members, name)
        for member in members:
            if _is_xml(member):
                _check_part(archive.read(member), name)


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith((".xml", ".rels"))


def _check_kind(names: Sequence[str], name: str) -> None:
    for mark, what in _OTHERS:
        if mark in names:
            raise SourceError(f"{name}: is {what}", "source.binary")
    if _TYPES not in names:
        raise SourceError(
            f"{name}: is a ZIP archive and no Word document; unpack it and give the files in it",
            "source.binary",
        )


def _check_sizes(members: Sequence[zipfile.ZipInfo], name: str) -> None:
    swollen = any(
        member.file_size > _LARGE and member.file_size > MAX_RATIO * member.compress_size
        for member in members
    )
    too_large = any(_is_xml(member) and member.file_size > MAX_PART for member in members)
    unpacked = sum(member.file_size for member in members)
    if swollen or too_large or len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED:
        raise SourceError(
            f"{name}: unpacks to more than a document can hold ({len(members)} parts,"
            f" {unpacked >> 20} MiB); check where it comes from",
            "source.zip-bomb",
        )


def _check_part(part: bytes, name: str) -> None:
    if any(mark in part for mark in _DOCTYPES):
        raise SourceError(
            f"{name}: a part declares a document type (DTD), which DOCX forbids;"
            " check where it comes from, or save it anew in a word processor",
            "source.doctype",
        )
    if _STRICT in part:
        raise SourceError(
            f"{name}: is Strict Open XML; save it as an ordinary Word document (.docx)",
            "source.binary",
        )
