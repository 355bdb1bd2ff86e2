"""Registry tables: CSV files with a header row, one fact a line, each with its source.

Tables of one's own may come out of a Chinese Excel: in UTF-8 with a byte order mark or in
GB18030, with Chinese headings, and with days as 2026/11/22.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from policygraph.errors import RegistryError, reason
from policygraph.registry.headings import heading, is_day, iso_day, named, worded

Row = Mapping[str, str]


def read_table(path: Path, columns: Sequence[str], days: Sequence[str] = ()) -> Iterator[Row]:
    """Read one table.

    Args:
        path: the CSV file (UTF-8 or GB18030).
        columns: columns that must be there, by these names or a heading that stands for them
            (``headings``), and, but for the optional ones marked by a trailing ``?``, must not be
            empty.
        days: columns that hold days; they are given as ``YYYY-MM-DD``.

    Raises:
        RegistryError: names file and line, and what to do.
    """
    names = [column.rstrip("?") for column in columns]
    required = [column for column in columns if not column.endswith("?")]
    try:
        reader = csv.reader(io.StringIO(table_text(path), newline=""))
        headings = named(next(reader, ()), names)
        missing = [name for name in names if name not in headings]
        if missing:
            raise RegistryError(
                zh=f"登记表 {path} 第 1 行缺少列“{missing[0]}”（{heading(missing[0])}）；请补充",
                en=f"{path}: line 1: column {missing[0]!r} is missing; add it (it may be headed"
                f" {heading(missing[0])})",
            )
        empty = dict.fromkeys(headings, "")
        for cells in filter(None, reader):
            row = dict(zip(headings, cells, strict=False))
            if len(cells) < len(headings):
                row = {**empty, **row}
            for name in days:
                row[name] = iso_day(row[name])
            told = worded(row)
            _check(path, reader.line_num, told, required)
            _check_days(path, reader.line_num, told, days)
            yield told
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = reason(error)
        raise RegistryError(
            zh=f"登记表 {path} 无法按 UTF-8 或 GB18030 编码的 CSV 读取：{why.zh}；请检查后另存",
            en=f"{path}: cannot be read as a CSV table in UTF-8 or GB18030: {why.en};"
            " check it and save it anew",
        ) from error


def table_text(path: Path) -> str:
    """Give the text of a table in UTF-8, with or without its mark, or in GB18030.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is in another encoding.
    """
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _check(path: Path, line: int, row: Row, required: Sequence[str]) -> None:
    for name in required:
        if not row[name]:
            raise RegistryError(
                zh=f"登记表 {path} 第 {line} 行的“{name}”为空；请填写",
                en=f"{path}: line {line}: {name!r} is empty; fill it in",
            )


def _check_days(path: Path, line: int, row: Row, days: Sequence[str]) -> None:
    for name in days:
        if row[name] and not is_day(row[name]):
            raise RegistryError(
                zh=f"登记表 {path} 第 {line} 行的 {name}“{row[name]}”不是日期；"
                "请写作 2026-11-22 或 2026/11/22",
                en=f"{path}: line {line}: {name} {row[name]!r} is no day; write 2026-11-22 or"
                " 2026/11/22",
            )
