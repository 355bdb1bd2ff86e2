"""Opening an OFD: a ZIP of XML parts (GB/T 33190-2016, 6), checked before it is unpacked."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from policygraph.errors import SourceError
from policygraph.text.inputs.ofd.xml import parse
from policygraph.text.inputs.opc import check_doctype, check_open, check_sizes

MAX_PART = 48 << 20  # bytes of one part of XML
MAX_MEMBERS = 20_000  # a page is a folder with up to four files in it
ROOT = "OFD.xml"
_ENCRYPTIONS = "Encryptions.xml"  # GM/T 0099-2020, annex C; stands beside OFD.xml
# What zipfile raises for archives that are cut off, broken, or packed in a way it does not know.
_BROKEN = (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError)
_UTF8 = 0x800  # flag of a member whose name is UTF-8, APPNOTE.TXT 4.4.4


class Package:
    """The parts of an OFD by their names.

    Attributes:
        name: of the file, for messages.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Open it.

        Raises:
            SourceError: it is locked, damaged, or would unpack to too much.
        """
        self.name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.damaged() from error
        members = self._archive.infolist()
        check_open(members, name)
        check_sizes(members, name, MAX_PART, MAX_MEMBERS)
        self._members = {_clean(_named(member)): member for member in members}
        self._loosely = {path.lower(): path for path in self._members}
        if _ENCRYPTIONS in self._members:
            raise SourceError(
                zh=f"文件 {name} 已加密，须用口令或证书打开；请另存为未加密的文件",
                en=f"{name}: is encrypted and opens with a password or certificate only;"
                " save it without encryption",
                code="source.password",
            )

    def damaged(self) -> SourceError:
        """Give what to raise for a file of which parts are missing or broken."""
        return SourceError(
            zh=f"文件 {self.name} 损坏或不完整；请重新获取，或重新导出",
            en=f"{self.name}: is damaged or cut off; get it again, or export it anew",
            code="source.damaged",
        )

    def find(self, location: str, beside: str) -> str | None:
        """Give the name of the part at a location (ST_Loc, 7.3).

        A location begins at the part that names it, or with a slash at the root. Some programs
        write those of the root without the slash, with backslashes, or with blanks as ``%20``.

        Args:
            location: as it is written.
            beside: name of the part it is written in.
        """
        written = location.strip().replace("\\", "/")
        near = posixpath.join("/", posixpath.dirname(beside), written)
        paths = [_clean(path) for path in (near, written, unquote(near), unquote(written))]
        exact = (path for path in paths if path in self._members)
        loose = (self._loosely[path.lower()] for path in paths if path.lower() in self._loosely)
        return next(exact, None) or next(loose, None)

    def xml(self, path: str) -> Element:
        """Parse a part.

        Raises:
            SourceError: it is not there, is no XML, or declares a document type.
        """
        try:
            member = self._members[path]
            if member.file_size > MAX_PART:
                raise ValueError("too large for a part of XML")
            part = self._archive.read(member)
            check_doctype(part, self.name)
            return parse(part)
        except (*_BROKEN, KeyError, zlib.error) as error:
            raise self.damaged() from error

    def part(self, location: str, beside: str) -> tuple[str, Element]:
        """Give the name of a part that has to be there, and what is in it.

        Raises:
            SourceError: it is not there or broken.
        """
        path = self.find(location, beside)
        if path is None:
            raise self.damaged()
        return path, self.xml(path)

    def parts(self, locations: Iterable[str], beside: str) -> Iterable[tuple[str, Element]]:
        """Give the parts of some locations that are there."""
        for location in locations:
            path = self.find(location, beside) if location else None
            if path is not None:
                yield path, self.xml(path)


def _clean(path: str) -> str:
    """Give a path from the root: without dots, and not beyond the root."""
    return posixpath.normpath("/" + path).lstrip("/")


def _named(member: zipfile.ZipInfo) -> str:
    """Give the name of a member; one that is not marked as UTF-8 may be in GB 18030."""
    name = member.filename.replace("\\", "/")
    if member.flag_bits & _UTF8 or name.isascii():
        return name
    raw = name.encode("cp437", "replace")  # as zipfile takes such names
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
