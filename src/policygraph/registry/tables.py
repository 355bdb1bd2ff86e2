"""Registry tables: CSV files with a header row, one fact a line, each with its source."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from policygraph.errors import RegistryError, reason

Row = Mapping[str, str]


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Read one table.

    Args:
        path: the CSV file (UTF-8).
        columns: columns that must be there and, but for the optional ones marked by a trailing
            ``?``, must not be empty.

    Raises:
        RegistryError: names file and line, and what to do.
    """
    names = [column.rstrip("?") for column in columns]
    required = [column for column in columns if not column.endswith("?")]
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in names if name not in (reader.fieldnames or ())]
            if missing:
                raise RegistryError(
                    zh=f"登记表 {path} 第 1 行缺少列“{missing[0]}”；请补充",
                    en=f"{path}: line 1: column {missing[0]!r} is missing; add it",
                )
            for row in reader:
                _check(path, reader.line_num, row, required)
                yield row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = reason(error)
        raise RegistryError(
            zh=f"登记表 {path} 无法按 UTF-8 编码的 CSV 读取：{why.zh}；请检查后另存",
            en=f"{path}: cannot be read as a UTF-8 CSV table: {why.en}; check it and save it anew",
        ) from error


def _check(path: Path, line: int, row: Row, required: Sequence[str]) -> None:
    for name in required:
        if not row[name]:
            raise RegistryError(
                zh=f"登记表 {path} 第 {line} 行的“{name}”为空；请填写",
                en=f"{path}: line {line}: {name!r} is empty; fill it in",
            )
