"""Which format a file is in: its content decides, its ending only where the content is text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from policygraph.errors import Message, SourceError
from policygraph.expression import expression


class Format(NamedTuple):
    """A format that is read here.

    Attributes:
        called: what a person calls it.
        media_type: IANA media type.
        suffixes: endings of file names, lower case.
    """

    called: Message
    media_type: str
    suffixes: tuple[str, ...]


PLAIN = Format(Message("纯文本", "plain text"), "text/plain", (".txt",))
MARKDOWN = Format(Message("Markdown 文本", "Markdown"), "text/markdown", (".md",))
HTML = Format(Message("网页", "a web page"), "text/html", (".html", ".htm"))
DOCX = Format(
    Message("Word 文档", "a Word document"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx",),
)
DOC = Format(
    Message("旧版 Word 或 WPS 文档", "an old Word or WPS document"),
    "application/msword",
    (".doc", ".wps", ".dot", ".wpt"),
)
PDF = Format(Message("PDF 文件", "a PDF file"), "application/pdf", (".pdf",))
OFD = Format(Message("OFD 文件", "an OFD file"), "application/ofd", (".ofd",))  # GB/T 33190-2016
FORMATS = (PLAIN, MARKDOWN, HTML, DOCX, DOC, PDF, OFD)
SUFFIXES = tuple(suffix for one in FORMATS for suffix in one.suffixes)
# Endings of documents that are not read here, unless they are a page or a text under a wrong name:
# passing over them in a folder would lose them, so each is taken and refused with what to do.
# Workbooks and presentations are no documents: lists beside the notices are not for reading.
REFUSED_SUFFIXES = (".rtf", ".odt", ".mht", ".mhtml")

_HEAD = 4096  # bytes that tell the format
# The end of a ZIP, and the entry of OFD.xml in its directory, which lies before (APPNOTE.TXT 4.3).
_ZIP_END, _ZIP_TAIL = b"PK\x05\x06", 1 << 16
_OFD_ENTRY = expression(rb"PK\x01\x02.{24}[\x07\x08]\0.{16}/?OFD\.xml", re.S)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream of a locked DOCX, [MS-OFFCRYPTO]
# The streams that tell what an old file is, [MS-DOC] 2.1.1, [MS-XLS] 2.1.2, [MS-PPT] 2.1.1.
_WORD = "WordDocument".encode("utf-16-le")
_STREAMS = (
    ("Workbook", Message("是旧版 Excel 或 WPS 工作簿（.xls、.et）",
                         "an old Excel or WPS workbook (.xls, .et)")),
    ("PowerPoint Document", Message("是旧版演示文稿（.ppt、.dps）",
                                    "an old presentation (.ppt, .dps)")),
)  # fmt: skip
_OFFICE = Message("是旧版 Office 或 WPS 文件", "an old Office or WPS file")
_PICTURE = Message("是图片", "a picture")
_UNREAD: tuple[tuple[bytes, Message], ...] = (
    (rb"{\rtf", Message("是 RTF 文件", "a rich text file")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"Rar!", Message("是 RAR 压缩文件", "a RAR archive")),
    (b"7z\xbc\xaf", Message("是 7z 压缩文件", "a 7z archive")),
    (b"\x1f\x8b", Message("是 gzip 压缩文件", "a gzip archive")),
)
_XML = Message("是 Word XML 文件", "a Word XML file")
_ARCHIVE = Message("是网页归档文件（MHTML）", "a web archive (MHTML)")
_WORD_XML = expression(rb'<\?mso-application[^>]*progid="Word|<pkg:package\b')
_MHTML = expression(rb"^(?:From:|MIME-Version:|Subject:).*?multipart/related", re.I | re.S)
_PAGE = expression(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_TAG = expression(rb"<[a-zA-Z!/]")


def detect(data: bytes, name: str) -> Format:
    """Tell the format of a file that is called ``name``.

    Raises:
        SourceError: it is in none that is read here, or a text that is called .docx, .pdf or .ofd.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:  # ISO 32000-1, annex H.3.4.1: within the first 1024 bytes
        return PDF
    if head.startswith(b"PK"):
        return OFD if _is_ofd(data, name) else DOCX
    suffix = ("." + name.rpartition(".")[2]).lower()
    is_called_so = suffix in DOC.suffixes and _ENCRYPTED not in data  # its end may be missing
    if head.startswith(_OLE) and (_WORD in data or is_called_so):
        return DOC
    _refuse(data, name)
    is_page = bool(_PAGE.match(_as_ascii(head)))
    if suffix in (*DOCX.suffixes, *PDF.suffixes, *OFD.suffixes):
        what = (HTML if is_page else PLAIN).called
        raise SourceError(
            zh=f"文件 {name} 的扩展名是 {suffix}，内容却是{what.zh}；请重新获取文件，或改正扩展名",
            en=f"{name}: ends in {suffix} but is {what.en}; get the file again, or rename it",
            code="source.wrong-ending",
        )
    if is_page or (suffix in HTML.suffixes and _TAG.search(_as_ascii(data[: 1 << 16]))):
        return HTML
    return MARKDOWN if suffix in MARKDOWN.suffixes else PLAIN


def _is_ofd(data: bytes, name: str) -> bool:
    """Say whether a ZIP holds OFD.xml; where it is cut off its ending tells."""
    end = data.rfind(_ZIP_END, -_ZIP_TAIL)
    if end < 0:
        return name.lower().endswith(OFD.suffixes)
    length = int.from_bytes(data[end + 12 : end + 16], "little")
    return bool(_OFD_ENTRY.search(data, max(end - length, 0), end))


def _refuse(data: bytes, name: str) -> None:
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise SourceError(
            zh=f"文件 {name} 设有密码；请另存为无密码的文件",
            en=f"{name}: is locked with a password; save it without one",
            code="source.password",
        )
    if data.startswith(_OLE):
        raise other_office(name, [s for s, _ in _STREAMS if s.encode("utf-16-le") in data])
    head = data[:_HEAD]
    what = next((what for magic, what in _UNREAD if head.startswith(magic)), None)
    if _WORD_XML.search(head):
        what = _XML
    elif _MHTML.match(head):
        what = _ARCHIVE
    if what:
        raise _unread(name, what)


def other_office(name: str, streams: Iterable[str]) -> SourceError:
    """Give what to raise for a compound file that holds these streams, and no Word document."""
    held = frozenset(streams)
    return _unread(name, next((what for stream, what in _STREAMS if stream in held), _OFFICE))


def _unread(name: str, what: Message) -> SourceError:
    return SourceError(
        zh=f"文件 {name} {what.zh}；请打开后另存为 .docx 或带文字的 .pdf",
        en=f"{name}: is {what.en}; open it and save it as .docx or as .pdf with text",
        code="source.binary",
    )


def _as_ascii(data: bytes) -> bytes:
    """Give bytes in which the tags of a page can be found, also where it is UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "ignore").encode("ascii", "ignore")
    return data.removeprefix(b"\xef\xbb\xbf")
