"""The table of tasks (任务分解表) as a Word document, a workbook, CSV and JSON."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from policygraph.export.cells import Header, cell
from policygraph.export.task_rows import (
    PRINTED_TASKS,
    PRINTED_UNITS,
    TASK_HEADS,
    UNIT_HEADS,
    Head,
    Row,
    filled,
    name_of,
    printed_tasks,
    printed_units,
    task_rows,
    told_now,
    unit_rows,
)
from policygraph.export.word import write_word
from policygraph.export.word_widths import Running
from policygraph.export.workbook import Book, Column, new_book
from policygraph.model.digest import Digest
from policygraph.tasks.ledger import Entry, Ledger

_TITLES = {"zh": ("任务分解表", "单位任务清单"), "en": ("Tasks", "Tasks by unit")}
_TOLD = {
    "zh": ("文件", "任务", "涉及单位", "单位名称截至"),
    "en": ("document", "tasks", "units", "names of units as of"),
}
_NAMED = 5  # documents that are named above a table


def printed(ledger: Ledger, language: str, *, by_unit: bool) -> tuple[list[Head], list[list[str]]]:
    """Give one of the tables as people read it: no column that is empty in all rows.

    Args:
        ledger: the tasks.
        language: ``zh`` or ``en``.
        by_unit: unit by unit, and not task by task.

    Returns:
        The columns, and a text for each of them in each row.
    """
    heads = PRINTED_UNITS if by_unit else PRINTED_TASKS
    rows = list((printed_units if by_unit else printed_tasks)(ledger, language))
    kept = filled(heads, rows, len(ledger.documents()))
    return [heads[place] for place in kept], [[str(row[place]) for place in kept] for row in rows]


def _whole(ledger: Ledger, language: str, *, by_unit: bool) -> tuple[Sequence[Head], Iterator[Row]]:
    if by_unit:
        return UNIT_HEADS, unit_rows(ledger, language)
    return TASK_HEADS, task_rows(ledger, language)


def title_of(ledger: Ledger, language: str, *, by_unit: bool) -> str:
    """Give what stands above the table."""
    title = _TITLES[language][by_unit]
    documents = ledger.documents()
    about = ledger.unit or (documents[0].document.title if len(documents) == 1 else None)
    if not about:
        return title
    if language != "zh":
        return f"{title}: {about}"
    if ledger.unit:
        return f"{about}{title.removeprefix('单位')}"
    return f"《{about}》{title}"


def told_above(ledger: Ledger, language: str) -> list[tuple[str, str]]:
    """Give what is said between the title and the table: documents, counts, the day."""
    heads, documents = _TOLD[language], ledger.documents()
    names = [name_of(record) for record in documents[:_NAMED]]
    if len(documents) > _NAMED:
        names.append(f"…… {len(documents)}")
    units = len({unit.name for _, unit, _ in ledger.units()})
    values = ("；".join(names), str(len(ledger.entries)), str(units), ledger.today.as_of)
    return list(zip(heads, values, strict=True))


def write_task_word(ledger: Ledger, stream: BinaryIO, language: str, *, by_unit: bool) -> None:
    """Write one of the tables as a Word document, without columns that tell nothing.

    Args:
        ledger: the tasks.
        stream: takes the file.
        language: ``zh`` or ``en``: of the heads.
        by_unit: unit by unit, and not task by task.
    """
    heads, rows = printed(ledger, language, by_unit=by_unit)
    labels = [_label(head, language) for head in heads] if rows else []
    title = title_of(ledger, language, by_unit=by_unit)
    write_word(stream, title, told_above(ledger, language), labels, rows, language)


def _label(head: Head, language: str) -> str:
    label = head.label(language)
    return Running(label) if head.key == "task" else label


def write_task_workbook(ledger: Ledger, stream: BinaryIO, beside: Path, language: str) -> None:
    """Write both tables as sheets of a workbook; what traces a row back is folded away.

    Args:
        ledger: the tasks.
        stream: takes the file.
        beside: folder for what is written on the way.
        language: ``zh`` or ``en``.
    """
    title = title_of(ledger, language, by_unit=False)
    with new_book(stream, beside, title=title) as book:
        for by_unit, name in enumerate(_TITLES[language]):
            heads, rows = _whole(ledger, language, by_unit=bool(by_unit))
            _add_sheet(book, name, heads, rows, language)


def _add_sheet(
    book: Book, name: str, heads: Sequence[Head], rows: Iterable[Row], language: str
) -> None:
    sheet = book.sheet(name, [Column(h.label(language), folded=h.tracing) for h in heads])
    sheet.write(rows)
    sheet.end()


def to_csv(ledger: Ledger, language: str, *, by_unit: bool) -> str:
    """Give one of the tables as CSV (RFC 4180): in ``zh`` for people, else for programs."""
    heads, rows = _whole(ledger, language, by_unit=by_unit)
    header = Header(language)
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(head.zh if header is Header.ZH else head.key for head in heads)
    for row in rows:
        writer.writerow(cell(value, header) for value in row)
    return sink.getvalue()


def to_json(ledger: Ledger, language: str) -> list[dict[str, Any]]:
    """Give the tasks as JSON data."""
    return [_task(entry, ledger, language) for entry in ledger.entries]


def _task(entry: Entry, ledger: Ledger, language: str) -> dict[str, Any]:
    record, task = entry.record, entry.task
    return {
        "source": record.source,
        "title": record.document.title,
        "number": record.document.number,
        "clause": task.clause,
        "label": task.label,
        "section": list(task.section),
        "task": task.words,
        "span": list(task.span),
        "units": [
            {
                "name": unit.name,
                "resolved": unit.resolved,
                "as_written": unit.as_written,
                "role": unit.role.value,
                "group": unit.group,
                "inherited": unit.inherited,
                "in_text": unit.spoken,
                "now": _now(unit.name, entry, ledger, language),
            }
            for unit in task.units
        ],
        "deadlines": [
            {
                "kind": each.kind.value,
                "date": each.date,
                "every": each.every,
                "as_written": None if isinstance(each.as_written, Digest) else each.as_written,
            }
            for each in task.deadlines
        ],
    }


def _now(name: str, entry: Entry, ledger: Ledger, language: str) -> dict[str, Any] | None:
    now = ledger.today.now(name, entry.record)
    if now is None:
        return None
    return {
        "names": list(now.names),
        "open": list(now.open),
        "reason": now.reason,
        "said": told_now(now, language),
    }
