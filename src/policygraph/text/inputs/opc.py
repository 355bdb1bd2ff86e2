"""What is checked of a ZIP of parts (.docx, .xlsx, .ofd) before it is unpacked.

What the archive says of its members is weighed first; zipfile never unpacks more of a member than
it says. A part that declares a DTD is refused, as ISO/IEC 29500-2 does (6.1.4); parts of an OFD are
described by schemas and have no use for one.
"""

import zipfile
from collections.abc import Sequence

from policygraph.errors import SourceError

MAX_MEMBERS = 5000
MAX_UNPACKED = 256 << 20  # bytes of all members
MAX_RATIO = 200  # unpacked to packed, for members that are large; documents have some 10
_LARGE = 1 << 20
_LOCKED = 0x1  # flag of an encrypted member, APPNOTE.TXT 4.4.4
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


def is_xml(member: zipfile.ZipInfo) -> bool:
    """Say whether a member is a part of XML."""
    return member.filename.lower().endswith((".xml", ".rels"))


def check_open(members: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Refuse an archive with a password.

    Raises:
        SourceError: it has one.
    """
    if any(member.flag_bits & _LOCKED for member in members):
        raise SourceError(
            zh=f"文件 {name} 设有密码；请另存为无密码的文件",
            en=f"{name}: is locked with a password; save it without one",
            code="source.password",
        )


def check_sizes(
    members: Sequence[zipfile.ZipInfo], name: str, max_part: int, max_members: int = MAX_MEMBERS
) -> None:
    """Refuse an archive that unpacks to too much.

    Args:
        members: of the archive.
        name: of the file, for messages.
        max_part: bytes that a part of XML may have.
        max_members: how many parts it may have.

    Raises:
        SourceError: it does.
    """
    swollen = any(
        member.file_size > _LARGE and member.file_size > MAX_RATIO * member.compress_size
        for member in members
    )
    too_large = any(is_xml(member) and member.file_size > max_part for member in members)
    unpacked = sum(member.file_size for member in members)
    if swollen or too_large or len(members) > max_members or unpacked > MAX_UNPACKED:
        raise SourceError(
            zh=f"文件 {name} 解压后大得不像一份文档（{len(members)} 个部分，"
            f"{unpacked >> 20} MiB）；请核对来源",
            en=f"{name}: unpacks to more than a document can hold ({len(members)} parts,"
            f" {unpacked >> 20} MiB); check where it comes from",
            code="source.zip-bomb",
        )


def check_doctype(part: bytes, name: str) -> None:
    """Refuse a part that declares a document type.

    Raises:
        SourceError: it does.
    """
    if any(mark in part for mark in _DOCTYPES):
        raise SourceError(
            zh=f"文件 {name} 内含不应有的文档类型声明（DTD）；请核对来源，或用办公软件打开后另存",
            en=f"{name}: a part declares a document type (DTD), which has no place in it;"
            " check where it comes from, or save it anew in an office program",
            code="source.doctype",
        )
