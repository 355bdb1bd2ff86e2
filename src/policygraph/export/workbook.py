"""A workbook (.xlsx, ECMA-376) as people read one: frozen head, filters, widths, print set-up.

Rows are written as they come and none is kept (XlsxWriter, constant memory). Text is written as
text whatever it begins with: a formula is never made, and what Excel would take for one when the
cell is edited carries the mark of text (``quotePrefix``), as typing ``'`` before it gives. The
same rows give the same bytes.
"""

import tempfile
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError

from policygraph.export.cells import as_text
from policygraph.export.characters import legible

Cell = str | int | float | bool | date | None

MAX_ROWS = 1_048_576  # of a sheet, the head included
MAX_CHARACTERS = 32_767  # of a cell, in UTF-16 units
_CUT = "……（超出单元格容量，其余从略，见 CSV / cut: see the CSV）"
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
_LONGEST_NUMBER = 10**15  # Excel keeps 15 digits
_MADE = datetime(2000, 1, 1)  # always, so that the same rows give the same bytes
_NARROWEST, _WIDEST = 8, 36  # widths of columns, in digits
_MEASURED = 300  # rows by which widths are chosen; they wait in memory
_LINE, _MARGIN, _HIGHEST = 14.5, 5, 400  # heights of rows, in points
_FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
_GRID = {"border": 1, "border_color": "#D0D7DE"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Attributes:
        head: what stands in the first row.
        folded: it is for tracing back: grouped and folded away until asked for.
        added: it was added to a table of the reader's own, and its head has another colour.
    """

    head: str
    folded: bool = False
    added: bool = False


class Book:
    """A workbook that is being written; see ``new_book``."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        text = {**_FONT, **_GRID, "text_wrap": True}
        head = {
            **_FONT, "border": 1, "border_color": "#FFFFFF", "bold": True, "text_wrap": True,
            "align": "center", "font_color": "#FFFFFF",
        }  # fmt: skip
        self.head = workbook.add_format({**head, "bg_color": "#1F4E79"})
        self.added = workbook.add_format({**head, "bg_color": "#2E6B4F"})
        self.text = workbook.add_format(text)
        self.marked = workbook.add_format({**text, "quote_prefix": True})
        self.number = workbook.add_format({**_FONT, **_GRID, "align": "right"})
        self.day = workbook.add_format({
            **_FONT, **_GRID, "align": "center", "num_format": "yyyy-mm-dd",
        })  # fmt: skip
        self.word = workbook.add_format({**_FONT, **_GRID, "align": "center"})

    def sheet(self, name: str, columns: Sequence[Column]) -> "Sheet":
        """Begin a sheet."""
        return Sheet(self, name, columns)

    def add(self, name: str) -> Any:
        """Add an empty sheet, as XlsxWriter has it."""
        return self._workbook.add_worksheet(name)


@contextmanager
def new_book(stream: BinaryIO, beside: Path, *, title: str = "") -> Iterator[Book]:
    """Give a workbook that is written to ``stream`` when the block ends well.

    Args:
        stream: takes the file.
        beside: folder for what is written on the way.
        title: title of the document.
    """
    with tempfile.TemporaryDirectory(dir=beside, prefix=".workbook-") as folder:
        workbook = xlsxwriter.Workbook(stream, {"constant_memory": True, "tmpdir": folder})
        workbook.use_zip64()  # only where a part is larger than 4 GiB
        workbook.set_properties({"title": title, "author": "policygraph", "created": _MADE})
        book = Book(workbook)
        try:
            yield book
        finally:  # also after an error: the files on the way are open until then
            try:
                workbook.close()
            except XlsxFileError as error:
                raise OSError(str(error)) from error


class Sheet:
    """A sheet; where it is full it goes on in another: 责任, 责任 (2)."""

    def __init__(self, book: Book, name: str, columns: Sequence[Column]) -> None:
        self._book = book
        self._name = name
        self._columns = list(columns)
        self._parts = 0
        self.rows = 0
        self._waiting: list[Sequence[Cell]] = []
        self._widths: list[int] = []
        self._begin()

    def _begin(self) -> None:
        self._parts += 1
        name = self._name if self._parts == 1 else f"{self._name} ({self._parts})"
        self._sheet = self._book.add(name)
        self._next = 1
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.set_footer("&L&A&R&P / &N")
        self._sheet.set_row(0, 30)
        for index, column in enumerate(self._columns):
            head = self._book.added if column.added else self._book.head
            self._sheet.write_string(0, index, column.head, head)

    def write(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write rows; one that is longer than the head keeps its further cells behind it."""
        for row in rows:
            self.rows += 1
            if self._widths:
                self._write(row)
                continue
            self._waiting.append(row)
            if len(self._waiting) >= _MEASURED:
                self._write_waiting()

    def end(self) -> None:
        """End the sheet."""
        self._write_waiting()
        self._finish()

    def _write_waiting(self) -> None:
        """Choose the widths by the rows that wait, and write these."""
        if not self._widths:
            self._widths = widths(self._columns, self._waiting)
        for row in self._waiting:
            self._write(row)
        self._waiting = []

    def _write(self, row: Sequence[Cell]) -> None:
        if self._next >= MAX_ROWS:
            self._finish()
            self._begin()
        shown = zip(row, self._columns, self._widths, strict=False)
        high = max((lines(v, w) for v, column, w in shown if not column.folded), default=1)
        self._sheet.set_row(self._next, min(high * _LINE + _MARGIN, _HIGHEST))
        for index, value in enumerate(row):
            self._write_cell(self._next, index, value)
        self._next += 1

    def _write_cell(self, row: int, column: int, value: Cell) -> None:
        sheet, book = self._sheet, self._book
        match value:
            case None | "":
                sheet.write_blank(row, column, None, book.text)
            case bool():
                sheet.write_boolean(row, column, value, book.word)
            case int() | float() if abs(value) < _LONGEST_NUMBER:
                sheet.write_number(row, column, value, book.number)
            case date() if value >= _FIRST_DAY:
                sheet.write_datetime(row, column, value, book.day)
            case _:
                text = fitting(legible(str(value)))
                mark = as_text(text, people=True) != text
                sheet.write_string(row, column, text, book.marked if mark else book.text)

    def _finish(self) -> None:
        """Set what depends on the rows: the filter, widths, and no warnings of numbers as text."""
        last, sheet = len(self._columns) - 1, self._sheet
        sheet.autofilter(0, 0, self._next - 1, last)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{self._next}"})
        for index, column in enumerate(self._columns):
            options = {"level": 1, "hidden": True} if column.folded else {}
            sheet.set_column(index, index, self._widths[index], None, options)
        if self._columns[last].folded:
            sheet.set_column(last + 1, last + 1, None, None, {"collapsed": True})


def widths(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> list[int]:
    """Choose the widths of columns by their heads, with room for the filter, and some rows."""
    wide = [_width(column.head) + 4 for column in columns]
    for row in rows:
        for index, value in enumerate(row[: len(wide)]):
            if value is not None:
                wide[index] = max(wide[index], _width(str(value)) + 2)
    return [min(max(each, _NARROWEST), _WIDEST) for each in wide]


def lines(value: Cell, width: int) -> int:
    """Give in how many lines a value stands in a column."""
    if not isinstance(value, str):
        return 1
    return sum(1 + (_width(each) - 1) // (width - 1) for each in value.splitlines() or [""])


def fitting(text: str) -> str:
    """Cut a text that no cell holds, and say so in it."""
    if _units(text) <= MAX_CHARACTERS:
        return text
    room = MAX_CHARACTERS - _units(_CUT)
    kept = text.encode("utf-16-le", "replace")[: 2 * room].decode("utf-16-le", "ignore")
    return kept + _CUT


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _width(text: str) -> int:
    """Give how many digits wide the longest line is; a Chinese character counts two."""
    longest = max(text.splitlines() or [""], key=len)
    return sum(1 + (unicodedata.east_asian_width(each) in "WFA") for each in longest)


def is_workbook(target: Path, endings: Collection[str] = (".xlsx",)) -> bool:
    """Say whether a name ends as that of a workbook."""
    return target.suffix.lower() in endings


def as_day(value: str | None) -> Cell:
    """Give an ISO day as a date; what is none stays the text that it is."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return value
