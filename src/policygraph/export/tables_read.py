"""A table that a person made, as it is read: its columns, and its rows one by one."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from policygraph.errors import SourceError, reason
from policygraph.export.workbook import Cell
from policygraph.export.workbook_read import WORKBOOKS, read_sheet
from policygraph.text.inputs.plain import plain_text

MAX_BYTES = 256 << 20
_HEAD_WITHIN = 20  # rows of a sheet among which its head is looked for, below a title


class Line(NamedTuple):
    """A row below the head.

    Attributes:
        number: of its line in the file, or of its row in the sheet, from 1.
        cells: what it holds; None where it cannot be read.
    """

    number: int
    cells: list[Cell] | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read.

    Attributes:
        columns: their names.
        rows: the rows below, to be gone through once.
        above: how many rows stand above the head: a title, a date.
    """

    columns: tuple[str, ...]
    rows: Iterable[Line]
    above: int = 0


def read_table(path: Path, column: str, sheet: str | None = None) -> Table:
    """Read a workbook (.xlsx), or a CSV file in UTF-8, UTF-16 or GB18030.

    Args:
        path: the file; what it is, its bytes tell.
        column: name of a column, by which the head of a sheet is found below a title.
        sheet: name of the sheet of a workbook; the first one that is shown where it is left out.

    Raises:
        SourceError: it is missing, too large, no table, or has no header row.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(
                zh=f"文件 {path.name} 超过 {MAX_BYTES >> 20} MiB；请先拆分",
                en=f"{path.name}: larger than {MAX_BYTES >> 20} MiB; split it first",
            )
        data = path.read_bytes()
    except OSError as error:
        why = reason(error)
        raise SourceError(
            zh=f"文件 {path} 无法读取：{why.zh}；请检查路径",
            en=f"{path}: cannot be read ({why.en}); check the path",
        ) from error
    if data.startswith(WORKBOOKS):
        return _of_sheet(read_sheet(data, path.name, sheet), column, path.name)
    if sheet is not None:
        raise SourceError(
            zh=f"文件 {path.name} 不是 .xlsx 工作簿，没有工作表“{sheet}”；请去掉 --sheet",
            en=f"{path.name}: is no .xlsx and has no sheet {sheet!r}; leave --sheet out",
        )
    return _of_csv(plain_text(data, path.name).text, path.name)


def _of_sheet(rows: Iterator[tuple[int, list[Cell]]], column: str, name: str) -> Table:
    """Take the first row that names the column for the head; where none does, the first row."""
    first: list[tuple[int, list[Cell]]] = []
    for number, row in rows:
        first.append((number, row))
        if same_name(column, map(text_of, row)) is not None or len(first) == _HEAD_WITHIN:
            break
    if not first:
        raise _no_head(name)
    heads = [same_name(column, map(text_of, row)) is not None for _, row in first]
    at = heads.index(True) if any(heads) else 0
    columns = tuple(text_of(value) for value in first[at][1])

    def below() -> Iterator[Line]:
        for source in (first[at + 1 :], rows):
            for number, row in source:
                yield Line(number, row + [None] * (len(columns) - len(row)))

    return Table(columns, below(), at)


def _of_csv(text: str, name: str) -> Table:
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    try:
        columns = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error as error:
        raise SourceError(
            zh=f"文件 {name} 第 1 行无法按 CSV 读取：{error}；请改正后另存",
            en=f"{name}: line 1: cannot be read as CSV: {error}; correct it and save it anew",
        ) from error
    if not any(columns):
        raise _no_head(name)
    return Table(tuple(columns), _csv_rows(text, delimiter))


def _csv_rows(text: str, delimiter: str) -> Iterator[Line]:
    """Give the rows below the header; empty lines are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    next(reader, None)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Line(reader.line_num, None)
            continue
        if row:
            yield Line(reader.line_num, list(row))


def _no_head(name: str) -> SourceError:
    return SourceError(
        zh=f"文件 {name} 没有表头；请在第一行写明各列名称",
        en=f"{name}: has no header row; name the columns in its first line",
    )


def column_of(table: Table, name: str, file: str) -> int:
    """Give the index of a column; blanks in its name do not count.

    Raises:
        SourceError: there is none of this name; names those there are.
    """
    index = same_name(name, table.columns)
    if index is None:
        there = [each for each in table.columns if each][:30]
        raise SourceError(
            zh=f"文件 {file} 中没有列“{name}”；请指定其中之一：{'、'.join(there)}",
            en=f"{file}: no column {name!r}; give one of: {', '.join(there)}",
        )
    return index


def same_name(name: str, columns: Iterable[str]) -> int | None:
    """Give the index of the first column of a name, first as it is, then but for blanks."""
    known = list(columns)
    if name in known:
        return known.index(name)
    close = ["".join(each.split()) for each in known]
    wanted = "".join(name.split())
    return close.index(wanted) if wanted in close else None


def texts_of(line: Line) -> list[str] | None:
    """Give the cells of a row as text; None where it cannot be read."""
    return None if line.cells is None else [text_of(cell) for cell in line.cells]


def text_of(value: Cell) -> str:
    """Give a cell as text: 140300.0 is 140300, a day is 2024-05-06."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case date():
            return value.isoformat()
    return str(value)
