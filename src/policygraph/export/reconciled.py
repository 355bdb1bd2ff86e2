"""A reconciled table as a file: the rows as they were, with what was found beside them."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from policygraph.export.cells import Header, as_text
from policygraph.export.output import new_file
from policygraph.export.reconcile import Matched
from policygraph.export.tables_read import Table, text_of
from policygraph.export.workbook import Cell, Column, as_day, is_workbook, new_book
from policygraph.model.reform import EVIDENCE_WORDS, KIND_WORDS, Reform
from policygraph.model.sources import source_words
from policygraph.resolve.standing import REASONS, Stands

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
MATCHES = {
    "matched": "已匹配",
    "several": "已匹配（多个单位）",
    "ambiguous": "有多个可能",
    "list": "含多个名称，未能逐一匹配；请分行填写",
    "unknown": "未匹配",
    "empty": "空白",
    "unreadable": "此行无法读取",
}
_STANDS = {Stands.YES: "是", Stands.NO: "否", Stands.UNKNOWN: "不详"}


def write_reconciled(
    rows: Iterable[tuple[list[Cell], Matched]],
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
        target: the file, replaced at once when it is whole; a workbook where its name ends in
            ``.xlsx``, else CSV.
        header: ``zh`` for people, ``en`` for programs: names and codes.
        mark: begin CSV with a byte order mark, by which spreadsheets tell UTF-8.

    Raises:
        DatasetError: the file cannot be written.
        SourceError: a row of a workbook cannot be read.
    """
    people = header is Header.ZH
    counts: dict[str, int] = {}
    whole = _rows(rows, len(table.columns), counts, people=people)
    added = tuple(_COLUMNS.values() if people else _COLUMNS)
    if is_workbook(target):
        _write_workbook(whole, table.columns, added, target)
    else:
        _write_csv(whole, (*table.columns, *added), target, people=people, mark=mark)
    return counts


def _rows(
    rows: Iterable[tuple[list[Cell], Matched]],
    width: int,
    counts: dict[str, int],
    *,
    people: bool,
) -> Iterator[list[Cell]]:
    for row, matched in rows:
        counts[matched.match] = counts.get(matched.match, 0) + 1
        kept = (row + [None] * width)[: max(width, len(row))]
        # a row with more cells than the header keeps them behind the new columns
        yield [*kept[:width], *_told(matched, people=people), *kept[width:]]


def _write_workbook(
    rows: Iterable[list[Cell]], columns: tuple[str, ...], added: tuple[str, ...], target: Path
) -> None:
    day = len(columns) + list(_COLUMNS).index("change_date")
    heads = [*map(Column, columns), *(Column(each, added=True) for each in added)]
    with new_file(target) as stream, new_book(stream, target.resolve().parent) as book:
        sheet = book.sheet("Sheet1", heads)
        sheet.write([*row[:day], as_day(text_of(row[day])), *row[day + 1 :]] for row in rows)
        sheet.end()


def _write_csv(
    rows: Iterable[list[Cell]], heads: tuple[str, ...], target: Path, *, people: bool, mark: bool
) -> None:
    with new_file(target) as raw:
        stream = io.TextIOWrapper(
            raw, encoding="utf-8-sig" if mark else "utf-8", errors="replace", newline=""
        )
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([as_text(each, people=people) for each in heads])
        for row in rows:
            writer.writerow([_csv_cell(each, people=people) for each in row])
        stream.flush()
        stream.detach()


def _csv_cell(value: Cell, *, people: bool) -> str:
    text = text_of(value)
    return as_text(text, people=people) if isinstance(value, str) else text


def _told(matched: Matched, *, people: bool) -> list[str]:
    standing, join = matched.standing, "；" if people else "|"
    if matched.parts:
        each = [_told(part, people=people) for part in matched.parts]
        gap = "—" if people else ""  # so that the third value is still that of the third name
        joined = [
            join.join(value or gap for value in values) if any(values) else ""
            for values in zip(*each, strict=True)
        ]
        joined[1] = MATCHES[matched.match] if people else matched.match
        return joined
    match = MATCHES[matched.match] if people else matched.match
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
        join.join(source_words(r.source, "zh" if people else "en") for r in last),
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
