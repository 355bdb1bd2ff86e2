"""Opening a DOCX: a ZIP of XML parts (ISO/IEC 29500-2), checked before anything is unpacked.

python-docx reads every part that is related to the document into memory, so what the archive says
of its members is weighed first. The XML parser of python-docx resolves no entities and loads no
DTD; a part that declares one is refused all the same, as the standard does (29500-2, 6.1.4).
"""

import io
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from policygraph.errors import SourceError

MAX_MEMBERS = 5000
MAX_UNPACKED = 256 << 20  # bytes of all members
MAX_PART = 48 << 20  # bytes of one part of XML; a document of a thousand pages has some 20 MiB
MAX_RATIO = 200  # unpacked to packed, for members that are large
_LARGE = 1 << 20
_MAIN = "word/document.xml"
_DOCTYPES = ("<!DOCTYPE".encode(), "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHERS = (
    ("xl/workbook.xml", "an Excel workbook; save the sheet as .docx or .pdf"),
    ("ppt/presentation.xml", "a presentation; save it as .pdf"),
    ("OFD.xml", "an OFD file; export it as .pdf"),
    ("content.xml", "an OpenDocument file; save it as .docx"),
)


def open_package(data: bytes, name: str) -> Document:
    """Open a DOCX.

    Raises:
        SourceError: it is locked, damaged, something else, or would unpack to too much.
    """
    _check(data, name)
    try:
        return docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, OSError, etree.LxmlError) as error:
        raise _damaged(name) from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> SourceError:
    return SourceError(
        f"{name}: is damaged or cut off; get it again, or open it in a word processor and save it",
        "source.damaged",
    )


def _check(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_sizes(members, name)
            _check_kind([member.filename for member in members], name)
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    _check_part(archive.read(member), name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, ValueError) as error:
        raise _damaged(name) from error
    except (NotImplementedError, RuntimeError) as error:  # a method or a lock that zipfile lacks
        raise _damaged(name) from error
