"""The tables of former divisions and of their changes, read and checked against each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policygraph.errors import RegistryError
from policygraph.model.place_change import Coded, PlaceChange, PlaceChangeKind
from policygraph.model.reform import When
from policygraph.registry.places import Place
from policygraph.registry.tables import Row, read_table

LEVELS = ("province", "prefecture", "county")
_SINCE = ("since_not_before", "since_not_after")
_UNTIL = ("until_not_before", "until_not_after")
FORMER = ("code", "name", "short", "level", "parent", "since_not_before?", "since_not_after?",
          "until_not_before", "until_not_after", "source")  # fmt: skip
CHANGES = ("kind", "old_code?", "old_name?", "new_code?", "new_name?", "date?", "not_before?",
           "not_after?", "source")  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormerPlace:
    """A division that is in the table of today no more.

    Attributes:
        coded: its code and name in the last edition that held it.
        short: the name as used inside other names.
        level: province, prefecture or county.
        parent: code of the division above, in that edition.
        since: when it came to be; without a first day it stood in the first edition already.
        until: when it ended, or got another code or name.
        source: the edition.
    """

    coded: Coded
    short: str
    level: str
    parent: str
    since: When
    until: When
    source: str


def read_former_places(paths: Iterable[Path]) -> list[FormerPlace]:
    """Read the tables of former divisions.

    Raises:
        RegistryError: a row cannot be used; names file and line.
    """
    return [place for path in paths for place in _read_former(path)]


def read_place_changes(paths: Iterable[Path]) -> list[PlaceChange]:
    """Read the tables of changes of divisions.

    Raises:
        RegistryError: a row cannot be used; names file and line.
    """
    return [change for path in paths for change in _read_changes(path)]


def _read_former(path: Path) -> Iterator[FormerPlace]:
    for line, row in enumerate(read_table(path, FORMER), 2):
        _check_code(path, line, "code", row["code"])
        _check_code(path, line, "parent", row["parent"])
        if row["level"] not in LEVELS:
            raise RegistryError(
                zh=f"{path} 第 {line} 行：没有级别“{row['level']}”；请用 {'、'.join(LEVELS)} 之一",
                en=f"{path}: line {line}: level {row['level']!r} is not known;"
                f" use one of {', '.join(LEVELS)}",
            )
        since, until = (_when(path, line, row, *pair) for pair in (_SINCE, _UNTIL))
        if since.latest and until.latest and since.latest > until.latest:
            raise RegistryError(
                zh=f"{path} 第 {line} 行：{row['name']} 的终止早于起始；"
                "请核对 since_ 与 until_ 各列",
                en=f"{path}: line {line}: {row['name']} ends before it begins;"
                " compare since_ and until_",
            )
        coded = Coded(row["code"], row["name"])
        short, level, parent = row["short"], row["level"], row["parent"]
        yield FormerPlace(coded, short, level, parent, since, until, row["source"])


def _read_changes(path: Path) -> Iterator[PlaceChange]:
    for line, row in enumerate(read_table(path, CHANGES), 2):
        try:
            kind = PlaceChangeKind(row["kind"])
        except ValueError as error:
            raise RegistryError(
                zh=f"{path} 第 {line} 行：没有变更类型“{row['kind']}”；"
                f"请用 {'、'.join(PlaceChangeKind)} 之一",
                en=f"{path}: line {line}: kind {row['kind']!r} is not known;"
                f" use one of {', '.join(PlaceChangeKind)}",
            ) from error
        old, new = (_coded(path, line, row, side) for side in ("old", "new"))
        needs_old, needs_new = kind is not PlaceChangeKind.FOUND, kind is not PlaceChangeKind.END
        if (old is None) is needs_old or (new is None) is needs_new:
            raise RegistryError(
                zh=f"{path} 第 {line} 行：类型 {kind} {'要有' if needs_old else '没有'}原区划、"
                f"{'要有' if needs_new else '没有'}新区划；请填写代码和名称，或留空",
                en=f"{path}: line {line}: {kind} has {'an' if needs_old else 'no'} old and"
                f" {'a' if needs_new else 'no'} new division; fill in code and name, or leave out",
            )
        day = _day(path, line, row, "date")
        when = _when(path, line, row, "not_before", "not_after", day)
        if when.earliest is None:
            raise RegistryError(
                zh=f"{path} 第 {line} 行：没有日期；请填写 date，或 not_before 和 not_after",
                en=f"{path}: line {line}: no day is given;"
                " fill in date, or not_before and not_after",
            )
        yield PlaceChange(kind, old, new, when, row["source"])


def _coded(path: Path, line: int, row: Row, side: str) -> Coded | None:
    code, name = row[f"{side}_code"], row[f"{side}_name"]
    if bool(code) is not bool(name):
        raise RegistryError(
            zh=f"{path} 第 {line} 行：{side}_code 与 {side}_name 须同时填写；请补全",
            en=f"{path}: line {line}: {side}_code and {side}_name go together; fill in both",
        )
    if not code:
        return None
    _check_code(path, line, f"{side}_code", code)
    return Coded(code, name)


def _check_code(path: Path, line: int, column: str, code: str) -> None:
    if len(code) != len("000000") or not (code.isascii() and code.isdigit()):
        raise RegistryError(
            zh=f"{path} 第 {line} 行：{column}“{code}”不是 GB/T 2260 代码；请写六位数字",
            en=f"{path}: line {line}: {column} {code!r} is no code of GB/T 2260; write six digits",
        )


def _when(path: Path, line: int, row: Row, first: str, last: str, day: str | None = None) -> When:
    """Read the days between which something lies."""
    not_before, not_after = (_day(path, line, row, column) for column in (first, last))
    if not_before and not_after and not_before > not_after:
        raise RegistryError(
            zh=f"{path} 第 {line} 行：{first} {not_before} 晚于 {last}；请对调",
            en=f"{path}: line {line}: {first} {not_before} is later than {last}; exchange them",
        )
    return When(day, not_before, not_after)


def _day(path: Path, line: int, row: Row, column: str) -> str | None:
    value = row[column]
    try:
        if value and date.fromisoformat(value).isoformat() != value:
            raise ValueError(value)
    except ValueError as error:
        raise RegistryError(
            zh=f"{path} 第 {line} 行：{column}“{value}”不是日期；请写作 YYYY-MM-DD",
            en=f"{path}: line {line}: {column} {value!r} is no day; write YYYY-MM-DD",
        ) from error
    return value or None


def check_tables(
    today: Sequence[Place], former: Sequence[FormerPlace], changes: Sequence[PlaceChange]
) -> None:
    """Check that the tables fit each other.

    Raises:
        RegistryError: names the division, and what to do.
    """
    known = {Coded(place.code, place.name) for place in today}
    for row in former:
        if row.coded in known:
            raise RegistryError(
                zh=f"former_places.csv：{row.coded.code} {row.coded.name} 重复，"
                "或与 places.csv 重复；请只留一行",
                en=f"former_places.csv: {row.coded.code} {row.coded.name} stands twice, or in"
                " places.csv too; leave one row",
            )
        known.add(row.coded)
    ended = set()
    for change in changes:
        for coded in (change.old, change.new):
            if coded is not None and coded not in known:
                raise RegistryError(
                    zh=f"place_changes.csv：{coded.code} {coded.name} 既不在 places.csv 中，"
                    "也不在 former_places.csv 中；请补充，或更正代码和名称",
                    en=f"place_changes.csv: {coded.code} {coded.name} stands neither in places.csv"
                    " nor in former_places.csv; add it, or correct code and name",
                )
        ended.add(change.old)
    for row in former:
        if row.coded not in ended:
            raise RegistryError(
                zh=f"former_places.csv：{row.coded.code} {row.coded.name} 的去向不在"
                " place_changes.csv 中；请补一行，去向不明的类型写 end",
                en=f"former_places.csv: no row of place_changes.csv tells what became of"
                f" {row.coded.code} {row.coded.name}; add one, kind end if it is not known",
            )


def best_known(changes: Sequence[PlaceChange]) -> list[PlaceChange]:
    """Leave out that a division ended, or was founded, where another row tells the way."""
    ways = [change for change in changes if change.old and change.new]
    olds, news = {change.old for change in ways}, {change.new for change in ways}
    bare = (PlaceChangeKind.END, PlaceChangeKind.FOUND)
    return [
        change
        for change in changes
        if change.kind not in bare or not (change.old in olds or change.new in news)
    ]
