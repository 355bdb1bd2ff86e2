"""A person's decisions on names that resolved to nothing -> rows of bodies.csv."""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from policygraph.errors import Message, RegistryError, reason
from policygraph.registry.headings import heading, is_day, iso_day, named
from policygraph.registry.registry import Registry
from policygraph.registry.tables import table_text

COLUMNS = ("place", "written", "official", "since", "until", "by", "when", "note")
_TABLE = ("place", "written", "official", "since", "until", "source")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of a reviewed table.

    Attributes:
        line: number of the line in the file, or of the row in the sheet.
        row: a row of bodies.csv; None where it cannot be taken.
        problem: why; None where it can.
    """

    line: int
    row: tuple[str, ...] | None
    problem: Message | None = None


def read_decisions(
    head: Sequence[str],
    lines: Iterable[tuple[int, Sequence[str] | None]],
    registry: Registry,
    name: str,
) -> list[Decision]:
    """Read a reviewed table: the lines whose ``official`` is filled in.

    Args:
        head: its columns, at least place, written, official, by and when, or headings that stand
            for them.
        lines: number and cells of each line below; None for the cells of one that cannot be read.
        registry: knows the places, and the rows that are there already.
        name: name of the file, for messages.

    Raises:
        RegistryError: a column is missing.
    """
    columns = named(head, COLUMNS)
    needed = ("place", "written", "official", "by", "when")
    missing = [column for column in needed if column not in columns]
    if missing:
        raise RegistryError(
            zh=f"文件 {name} 缺少列“{missing[0]}”（{heading(missing[0])}）；"
            "请用 policygraph agencies unresolved --format csv 输出的表填写",
            en=f"{name}: column {missing[0]!r} ({heading(missing[0])}) is missing; begin with the"
            " table that policygraph agencies unresolved --format csv writes",
        )
    return list(_decisions(columns, lines, registry))


def _decisions(
    columns: Sequence[str],
    lines: Iterable[tuple[int, Sequence[str] | None]],
    registry: Registry,
) -> Iterator[Decision]:
    taken: set[tuple[str, str]] = set()
    for number, cells in lines:
        if cells is None:
            yield Decision(number, None, _UNREADABLE)
            continue
        row = dict(zip(columns, cells, strict=False))
        values = {name: _plain(row.get(name)) for name in COLUMNS}
        values |= {name: iso_day(values[name]) for name in ("since", "until", "when")}
        if not values["official"]:
            continue
        key = (values["place"], values["written"])
        wrong = _problem(values, registry) or (_TWICE if key in taken else None)
        if wrong:
            yield Decision(number, None, wrong)
            continue
        taken.add(key)
        note = f": {values['note']}" if values["note"] else ""
        source = f"reviewed by {values['by']} on {values['when']}{note}"
        yield Decision(number, (*(values[name] for name in _TABLE[:-1]), source))


_UNREADABLE = Message(zh="此行无法读取；请改正", en="cannot be read; correct it")
_TWICE = Message(zh="与上文重复；请删去一行", en="is given twice; delete one line")
_KNOWN = Message(zh="登记表已有此行", en="the registry has this row already")


def _plain(value: str | None) -> str:
    """Give a cell as it was meant: without the ``'`` that guards it from a spreadsheet."""
    text = (value or "").strip()
    return text[1:] if text.startswith("'") else text


def _problem(values: dict[str, str], registry: Registry) -> Message | None:
    place, written = values["place"], values["written"]
    if not written:
        return Message(
            zh="written 为空；请填写文件中所写的名称",
            en="written is empty; fill in the name as documents write it",
        )
    if registry.places.get(place) is None:
        return Message(
            zh=f"行政区划代码 place“{place}”不存在；请填写 GB/T 2260 代码",
            en=f"place {place!r} is not known; give a GB/T 2260 code",
        )
    if not values["by"] or not is_day(values["when"]):
        return Message(
            zh="请填写认定人（by）和日期（when，YYYY-MM-DD）",
            en="fill in by, and when as YYYY-MM-DD",
        )
    if not all(is_day(values[name]) for name in ("since", "until") if values[name]):
        return Message(
            zh="起止日期 since、until 请写作 YYYY-MM-DD",
            en="since and until are days: YYYY-MM-DD",
        )
    known = registry.bodies.official(place, written, values["when"])
    if known and values["official"] not in known:
        return Message(
            zh=f"登记表已记为“{known[0]}”；请修改登记表中的该行",
            en=f"the registry has {known[0]} for it; change that row",
        )
    return _KNOWN if known else None


def add_bodies(folder: Path, rows: Iterable[tuple[str, ...]]) -> Path:
    """Add rows to ``bodies.csv`` of a registry folder, at once; the folder is made if need be.

    A table that is new, or was saved in GB18030, is written in UTF-8 with a byte order mark:
    without one, a Chinese Excel reads GBK.

    Raises:
        RegistryError: the table there lacks a column, or it cannot be written.
    """
    table = folder / "bodies.csv"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        old = table_text(table) if table.is_file() else ""
        columns = _columns(old, table) if old else list(_TABLE)
        stream = io.StringIO()
        stream.write(old if not old or old.endswith("\n") else f"{old}\n")
        writer = csv.writer(stream, lineterminator="\n")
        if not old:
            writer.writerow(_TABLE)
        for row in rows:
            cells = dict(zip(_TABLE, row, strict=True))
            writer.writerow([cells.get(column, "") for column in columns])
        beside = table.with_name(f".{table.name}.new-{os.getpid()}")
        beside.write_bytes(stream.getvalue().encode("utf-8-sig" if _is_marked(table) else "utf-8"))
        beside.replace(table)
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error)
        raise RegistryError(
            zh=f"登记表 {table} 无法写入：{why.zh}；请检查 --into",
            en=f"{table}: cannot be written: {why.en}; check --into",
        ) from error
    return table


def _columns(old: str, table: Path) -> list[str]:
    """Give the columns of a table that is there, in their order."""
    columns = named(next(csv.reader(io.StringIO(old, newline="")), []), _TABLE)
    missing = [column for column in _TABLE if column not in columns]
    if missing:
        raise RegistryError(
            zh=f"登记表 {table} 第 1 行缺少列“{missing[0]}”；请先补充",
            en=f"{table}: line 1: column {missing[0]!r} is missing; add it first",
        )
    return columns


def _is_marked(table: Path) -> bool:
    """Say whether a table is to begin with a byte order mark: new, with one, or no UTF-8."""
    if not table.is_file():
        return True
    data = table.read_bytes()
    try:
        return data.decode().startswith("\ufeff")
    except UnicodeDecodeError:
        return True
