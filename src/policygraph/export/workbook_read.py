"""A sheet of a workbook (.xlsx), read row by row within bounds.

A workbook from elsewhere can unpack to any size and say that a cell stands in its last row and
column. So the archive is weighed before it is unpacked (``text.inputs.opc``), what a sheet says of
its own size is not believed, and cells are counted, those that are only skipped too.
"""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from policygraph.errors import SourceError
from policygraph.export.workbook import Cell
from policygraph.text.inputs.opc import check_doctype, check_open, check_sizes, is_xml

MAX_BYTES = 64 << 20
MAX_PART = 200 << 20  # bytes of one part of XML; a sheet of half a million rows has some 100 MiB
MAX_CELLS = 20_000_000
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"
WORKBOOKS = (_ZIP, _OLE)  # how the bytes of a workbook, old or new, begin
_BOOK = "xl/workbook.xml"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
# What zipfile, openpyxl and the XML parser raise for parts that are missing or no XML.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, TypeError,
    IndexError, AttributeError, NotImplementedError, SyntaxError, OverflowError,
)  # fmt: skip


def read_sheet(
    data: bytes, name: str, sheet: str | None = None
) -> Iterator[tuple[int, list[Cell]]]:
    """Give the rows of a sheet that are not empty, each with its number, from 1.

    Formulas count by the values they had.

    Args:
        data: bytes of the file.
        name: of the file, for messages.
        sheet: name of the sheet; the first one that is shown where it is left out.

    Raises:
        SourceError: it is no workbook, locked, damaged, too large, or has no such sheet. Rows may
            raise it too.
    """
    try:
        _check(data, name)
        import openpyxl  # noqa: PLC0415 - takes a tenth of what a command takes to start

        with warnings.catch_warnings(action="ignore"):  # of what openpyxl leaves out
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        found = _sheet(book, name, sheet)
    except _DAMAGED as error:
        raise _damaged(name) from error
    return _rows(found, name)


def _check(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        raise SourceError(
            zh=f"文件 {name} 是旧版 .xls 工作簿，或设有密码；请另存为无密码的 .xlsx",
            en=f"{name}: is an old .xls workbook, or has a password; save it as .xlsx without one",
            code="source.binary",
        )
    if len(data) > MAX_BYTES:
        raise SourceError(
            zh=f"工作簿 {name} 超过 {MAX_BYTES >> 20} MiB；请先拆分",
            en=f"{name}: larger than {MAX_BYTES >> 20} MiB; split it first",
            code="source.too-large",
        )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        check_open(members, name)
        if _BOOK not in {member.filename for member in members}:
            raise SourceError(
                zh=f"文件 {name} 不是 Excel 工作簿；请另存为 .xlsx 或 CSV",
                en=f"{name}: is no Excel workbook; save it as .xlsx or CSV",
                code="source.binary",
            )
        check_sizes(members, name, MAX_PART)
        for member in members:
            if is_xml(member):
                check_doctype(archive.read(member), name)
        if _STRICT in archive.read(_BOOK):
            raise SourceError(
                zh=f"工作簿 {name} 是 Strict Open XML 格式；请另存为普通的 .xlsx",
                en=f"{name}: is Strict Open XML; save it as an ordinary .xlsx",
                code="source.binary",
            )


def _sheet(book: Any, name: str, wanted: str | None) -> Any:
    sheets = {each.title: each for each in book.worksheets}
    if wanted is None:
        shown = [each for each in sheets.values() if each.sheet_state == "visible"]
        found = next(iter(shown or sheets.values()), None)
    else:
        found = sheets.get(wanted)
    if found is None:
        raise SourceError(
            zh=f"工作簿 {name} 中没有工作表“{wanted or ''}”；请指定其中之一：{'、'.join(sheets)}",
            en=f"{name}: no sheet {wanted or ''!r}; give one of: {', '.join(sheets)}",
        )
    return found


def _rows(sheet: Any, name: str) -> Iterator[tuple[int, list[Cell]]]:
    sheet.reset_dimensions()  # what it says of its size would be filled up with empty cells
    seen = 0
    try:
        rows = sheet.iter_rows(values_only=True)
        for number in count(1):
            if (values := _next(rows)) is None:
                return
            seen += 1 + len(values)
            if seen > MAX_CELLS:
                raise SourceError(
                    zh=f"工作簿 {name} 的单元格超过 {MAX_CELLS} 个；请先拆分，或删去表外的空行空列",
                    en=f"{name}: more than {MAX_CELLS} cells; split it, or delete what is empty"
                    " around the table",
                    code="source.too-large",
                )
            row = [_cell(value) for value in values]
            while row and row[-1] in (None, ""):
                row.pop()
            if row:
                yield number, row
    except _DAMAGED as error:
        raise _damaged(name) from error


def _next(rows: Iterator[tuple[Any, ...]]) -> tuple[Any, ...] | None:
    with warnings.catch_warnings(action="ignore"):  # of a number that is no day
        return next(rows, None)


def _cell(value: Any) -> Cell:
    match value:
        case datetime() if value.time() == time():
            return value.date()
        case datetime():
            return value.isoformat(" ", "seconds")
        case time() | timedelta():
            return str(value)
        case None | str() | bool() | int() | float() | date():
            return value
    return str(value)


def _damaged(name: str) -> SourceError:
    return SourceError(
        zh=f"工作簿 {name} 损坏或不完整；请重新获取，或用 Excel 打开后另存",
        en=f"{name}: is damaged or cut off; get it again, or open it in Excel and save it anew",
        code="source.damaged",
    )
