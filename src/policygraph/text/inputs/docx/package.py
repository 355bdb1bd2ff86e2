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

from policygraph.errors import Message, SourceError
from policygraph.text.inputs.opc import check_doctype, check_open, check_sizes, is_xml

MAX_PART = 48 << 20  # bytes of one part of XML; a document of a thousand pages has some 20 MiB
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OTHERS = (
    ("xl/workbook.xml", Message("是 Excel 工作簿；请另存为 .docx 或 .pdf",
                                "an Excel workbook; save it as .docx or .pdf")),
    ("ppt/presentation.xml", Message("是演示文稿；请另存为 .pdf",
                                     "a presentation; save it as .pdf")),
    ("content.xml", Message("是 OpenDocument 文件；请另存为 .docx",
                            "an OpenDocument file; save it as .docx")),
)  # fmt: skip
_TYPES = "[Content_Types].xml"
_SAVE = Message(
    zh="请重新获取，或用文字处理软件打开后另存",
    en="get it again, or open it in a word processor and save it anew",
)


def open_package(data: bytes, name: str) -> Document:
    """Open a DOCX.

    Raises:
        SourceError: it is locked, damaged, something else, or would unpack to too much.
    """
    try:
        _check(data, name)
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, PackageNotFoundError, EOFError, OSError) as error:
        raise SourceError(
            zh=f"文件 {name} 损坏或不完整；{_SAVE.zh}",
            en=f"{name}: is damaged or cut off; {_SAVE.en}",
            code="source.damaged",
        ) from error
    except (KeyError, ValueError, AttributeError, NotImplementedError, SyntaxError) as error:
        # what python-docx and lxml raise for parts that are missing or no XML
        raise SourceError(
            zh=f"文件 {name} 不是完整的 Word 文档；{_SAVE.zh}",
            en=f"{name}: is not a whole Word document; {_SAVE.en}",
            code="source.damaged",
        ) from error


def _check(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        check_open(members, name)
        _check_kind([member.filename for member in members], name)
        check_sizes(members, name, MAX_PART)
        for member in members:
            if is_xml(member):
                _check_part(archive.read(member), name)


def _check_kind(names: Sequence[str], name: str) -> None:
    for mark, what in _OTHERS:
        if mark in names:
            raise SourceError(
                zh=f"文件 {name} {what.zh}", en=f"{name}: is {what.en}", code="source.binary"
            )
    if _TYPES not in names:
        raise SourceError(
            zh=f"文件 {name} 是 ZIP 压缩文件，不是 Word 文档；请解压后指定其中的文件",
            en=f"{name}: is a ZIP archive and no Word document; unpack it and give the files in it",
            code="source.binary",
        )


def _check_part(part: bytes, name: str) -> None:
    check_doctype(part, name)
    if _STRICT in part:
        raise SourceError(
            zh=f"文件 {name} 是 Strict Open XML 格式；请另存为普通的 Word 文档（.docx）",
            en=f"{name}: is Strict Open XML; save it as an ordinary Word document (.docx)",
            code="source.binary",
        )
