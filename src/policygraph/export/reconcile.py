"""A table with names of units -> the same table with official names, and the names of a day.

One row that cannot be read, or whose name is not known, never stops the others.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from policygraph.errors import SourceError, reason
from policygraph.export.cells import Header, as_text
from policygraph.export.output import new_file
from policygraph.model.reform import EVIDENCE_WORDS, KIND_WORDS, Body, Reform
from policygraph.registry.places import NATION
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import bodies_named
from policygraph.resolve.lineage import REASONS, Lineage, Standing, Stands
from policygraph.resolve.suggest import nearest_names
from policygraph.text.inputs.plain import plain_text

MAX_BYTES = 256 << 20
_COLUMNS: dict[str, str] = {
    "official_name": "正式名称",
    "match": "匹配结果",
    "name_now": "现名称",
    "stands": "是否沿用",
    "reason": "说明",
    "change": "变动类型",
    "change_date": "变动日期",
    "basis": "依据",
    "evidence": "依据程度",
    "source": "来源",
    "candidates": "备选名称",
}
_MATCHES = {
    "matched": "已匹配",
    "ambiguous": "有多个可能",
    "unknown": "未匹配",
    "empty": "空白",
    "unreadable": "此行无法读取",
}
_STANDS = {Stands.YES: "是", Stands.NO: "否", Stands.UNKNOWN: "不详"}


@dataclass(frozen=True, slots=True)
class Matched:
    """What is known of one name.

    Attributes:
        match: matched, ambiguous, unknown, empty or unreadable.
        body: the body that is meant; None where it is one of several.
        standing: what stands in its place on the day; also where all bodies that may be meant
            have become one.
        candidates: official names that may be meant.
    """

    match: str
    body: Body | None = None
    standing: Standing | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciler:
    """Matches names of units.

    Attributes:
        registry: what is known of units.
        lineage: their changes.
        as_of: ISO day for which the name of that day is looked for.
        place: GB/T 2260 code from which the names are said; None: the country.
    """

    registry: Registry
    lineage: Lineage
    as_of: str
    place: str | None = None

    def match(self, name: str, place: str | None = None) -> Matched:
        """Match one name; ``place`` goes before the place of all."""
        near = place or self.place
        if not name:
            return Matched("empty")
        bodies = bodies_named(name, self.registry, near)
        if len(bodies) == 1:
            standing = self.lineage.standing(bodies[0], self.as_of)
            open_names = tuple(body.name for body in standing.open)
            return Matched("matched", bodies[0], standing, open_names)
        if bodies:
            names = tuple(body.name for body in bodies)
            return Matched("ambiguous", standing=self._common(bodies), candidates=names)
        return Matched("unknown", candidates=nearest_names(name, near or "", self.registry))

    def _common(self, bodies: list[Body]) -> Standing | None:
        """Give what became of several bodies, if that is one: it is all the same which is meant."""
        found = [self.lineage.standing(body, self.as_of) for body in bodies]
        first = found[0]
        same = all((each.now, each.stands) == (first.now, first.stands) for each in found)
        return first if same and len(first.now) == 1 else None

    def nearest(self, name: str) -> list[Body]:
        """Give bodies that a name may mean, or that are written most like it."""
        bodies = bodies_named(name, self.registry, self.place)
        code = self.place or NATION
        return bodies or [Body(code, each) for each in nearest_names(name, code, self.registry)]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: its columns, its delimiter, and the text of its rows."""

    columns: tuple[str, ...]
    delimiter: str
    text: str


def read_csv(path: Path) -> Table:
    """Read a CSV file in UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs.

    Raises:
        SourceError: it is missing, too large, no text, or has no header row.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(
                zh=f"文件 {path.name} 超过 {MAX_BYTES >> 20} MiB；请先拆分",
                en=f"{path.name}: larger than {MAX_BYTES >> 20} MiB; split it first",
            )
        text = plain_text(path.read_bytes(), path.name).text
    except OSError as error:
        why = reason(error)
        raise SourceError(
            zh=f"文件 {path} 无法读取：{why.zh}；请检查路径",
            en=f"{path}: cannot be read ({why.en}); check the path",
        ) from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    try:
        columns = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error as error:
        raise SourceError(
            zh=f"文件 {path.name} 第 1 行无法按 CSV 读取：{error}；请改正后另存",
            en=f"{path.name}: line 1: cannot be read as CSV: {error}; correct it and save it anew",
        ) from error
    if not any(columns):
        raise SourceError(
            zh=f"文件 {path.name} 没有表头；请在第一行写明各列名称",
            en=f"{path.name}: has no header row; name the columns in its first line",
        )
    return Table(tuple(columns), delimiter, text)


def column_of(table: Table, name: str, file: str) -> int:
    """Give the index of a column.

    Raises:
        SourceError: there is none of this name; names those there are.
    """
    if name not in table.columns:
        there = table.columns[:30]
        raise SourceError(
            zh=f"文件 {file} 中没有列“{name}”；请指定其中之一：{'、'.join(there)}",
            en=f"{file}: no column {name!r}; give one of: {', '.join(there)}",
        )
    return table.columns.index(name)


def reconciled(
    table: Table, reconciler: Reconciler, column: int, places: int | None = None
) -> Iterator[tuple[list[str], Matched]]:
    """Match the rows of a table, one by one.

    Args:
        table: the table.
        reconciler: matches the names.
        column: index of the column with names.
        places: index of a column with codes of places.
    """
    known: dict[tuple[str, str | None], Matched] = {}
    for row in _rows(table):
        if row is None or len(row) <= column:
            yield row or [], Matched("unreadable")
            continue
        place = row[places].strip() if places is not None and len(row) > places else None
        key = (row[column].strip(), place or None)
        if key not in known:
            known[key] = reconciler.match(*key)
        yield row, known[key]


def _rows(table: Table) -> Iterator[list[str] | None]:
    """Give the rows below the header; None for one that is no CSV. Empty lines are left out."""
    reader = csv.reader(io.StringIO(table.text, newline=""), delimiter=table.delimiter)
    next(reader, None)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield None
            continue
        if row:
            yield row


def write_reconciled(
    rows: Iterator[tuple[list[str], Matched]],
    table: Table,
    target: Path,
    header: Header,
    *,
    mark: bool = True,
) -> dict[str, int]:
    """Write the rows with their new columns; give how many were matched, ambiguous, unknown ...

    Args:
        rows: of ``reconciled``.
        table: gives the header.
        target: the file, replaced at once when it is whole.
        header: ``zh`` for people, ``en`` for programs: names and codes.
        mark: begin with a byte order mark, by which spreadsheets tell UTF-8.

    Raises:
        DatasetError: the file cannot be written.
    """
    people = header is Header.ZH
    counts: dict[str, int] = {}
    added = _COLUMNS.values() if people else _COLUMNS.keys()
    width = len(table.columns)
    with new_file(target) as raw:
        stream = io.TextIOWrapper(
            raw, encoding="utf-8-sig" if mark else "utf-8", errors="replace", newline=""
        )
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([as_text(each, people=people) for each in (*table.columns, *added)])
        for row, matched in rows:
            counts[matched.match] = counts.get(matched.match, 0) + 1
            kept = (row + [""] * width)[: max(width, len(row))]
            told = _told(matched, people=people)
            # a row with more cells than the header keeps them behind the new columns
            cells = [*kept[:width], *told, *kept[width:]]
            writer.writerow([as_text(each, people=people) for each in cells])
        stream.flush()
        stream.detach()
    return counts


def _told(matched: Matched, *, people: bool) -> list[str]:
    standing, join = matched.standing, "；" if people else "|"
    match = _MATCHES[matched.match] if people else matched.match
    candidates = join.join(matched.candidates)
    if standing is None:
        return ["", match, *[""] * (len(_COLUMNS) - 3), candidates]
    last = standing.hops
    return [
        matched.body.name if matched.body else "",
        match,
        join.join(body.name for body in standing.now),
        _STANDS[standing.stands] if people else standing.stands.value,
        REASONS[standing.reason][0] if people else standing.reason,
        join.join(_kind(r, people=people) for r in last),
        join.join(str(r.when) for r in last),
        join.join(r.formal_basis for r in last),
        _evidence(last, people=people),
        join.join(r.source for r in last),
        candidates,
    ]


def _evidence(hops: Sequence[Reform], *, people: bool) -> str:
    """Say how well what became of a body is known: as well as the least known of its changes."""
    if not hops:
        return ""
    verified = all(reform.verified for reform in hops)
    if people:
        return EVIDENCE_WORDS[verified][0]
    return "verified" if verified else "not-verified"


def _kind(reform: Reform, *, people: bool) -> str:
    return KIND_WORDS[reform.kind][0] if people else reform.kind.value
