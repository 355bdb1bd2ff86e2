"""policygraph tasks: what documents set to be done, by whom, until when."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from tempfile import gettempdir
from typing import Annotated

import typer
from rich.text import Text

from policygraph.cli.agency_options import AsOfOption, day_of
from policygraph.cli.console import (
    EXIT_FINDINGS,
    JsonOption,
    LanguageOption,
    RegistryOption,
    complain,
    errors_reported,
    language_of,
    out,
    print_json,
)
from policygraph.cli.out_file import check_out
from policygraph.documentation.help_text import both
from policygraph.export.output import new_file, write_text
from policygraph.export.task_table import (
    printed,
    to_csv,
    to_json,
    told_above,
    write_task_word,
    write_task_workbook,
)
from policygraph.model.record import Record, read_record
from policygraph.query.named import unknown_unit
from policygraph.rdf.dataset.folder import read_manifest, side_text
from policygraph.read import find_files, read_file
from policygraph.registry.registry import load_registry
from policygraph.show.printable import printable
from policygraph.show.tasks_page import tasks_page
from policygraph.tasks.ledger import Ledger

_ENDINGS = (".docx", ".xlsx", ".csv", ".json", ".html")
_NONE = {
    "zh": "没有读出任务；用 policygraph findings 查看未能读出之处",
    "en": "no tasks were read; policygraph findings lists what was not understood",
}
_WRITTEN = {"zh": "{target}：任务 {tasks} 项", "en": "{target}: {tasks} tasks"}
_COLON = {"zh": "：", "en": ": "}
_LEADING = ("number", "unit", "role", "where")  # stand on the first line of each


class By(StrEnum):
    """What ``--by`` takes."""

    TASK = "task"
    UNIT = "unit"


def tasks(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help=both(
                en="Documents, records, folders of them, or datasets.",
                zh="文件、记录、文件夹或数据集。",
            )
        ),
    ],
    *,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit",
            "-u",
            help=both(
                en="Only the tasks of this unit: as written, in full, or by today's name.",
                zh="只列该单位的任务（原文写法、全称或现名称）。",
            ),
        ),
    ] = None,
    by: Annotated[
        By,
        typer.Option(
            "--by", help=both(en="Task by task, or unit by unit.", zh="按任务或按单位排列。")
        ),
    ] = By.TASK,
    every: Annotated[
        bool,
        typer.Option(
            "--all",
            help=both(
                en="List passages too that name neither unit nor time.",
                zh="未写明单位和时限的内容也列出。",
            ),
        ),
    ] = False,
    as_of: AsOfOption = None,
    target: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help=both(
                en="Write a Word document (.docx), a workbook with both orders (.xlsx), .csv,"
                " .json or a page (.html).",
                zh="写成 Word、Excel（含两种排列）、CSV、JSON 或网页。",
            ),
        ),
    ] = None,
    registry: RegistryOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """List what documents set to be done, by whom and until when, with units that have changed.

    列出任务分解表：任务内容、牵头、责任和配合单位、时限要求，以及机构改革后现由哪个单位承担。

    \b
    Example:
      policygraph tasks 实施方案.docx --out 任务分解表.docx
      policygraph tasks 政策文件夹 --unit 市财政局 --by unit --out 市财政局任务.xlsx
    """
    tongue = language_of(language)
    bad: list[str] = []
    with errors_reported(tongue):
        check_out(target, _ENDINGS, paths)
        day = day_of(as_of)
        documents = list(_documents(paths, registry or [], bad, tongue))
        if bad and not documents:  # each is told; there is nothing to make a table of
            raise typer.Exit(EXIT_FINDINGS)
        ledger = Ledger.of(documents, load_registry(registry or []), day, every=every)
        if unit is not None:
            ledger = _of_unit(ledger, unit)
        if target is not None:
            _write(ledger, target, by, tongue)
        elif as_json:
            print_json(to_json(ledger, tongue))
        else:
            _print(ledger, by, tongue)
    if bad:
        raise typer.Exit(EXIT_FINDINGS)


def _documents(
    paths: Sequence[Path], registry: Sequence[Path], bad: list[str], language: str
) -> Iterator[tuple[Record, str | None]]:
    """Give records with their texts; what cannot be read is told, and the others go on."""
    seen: set[str] = set()
    for path in paths:
        if (path / "manifest.json").is_file():
            found = _of_dataset(path)
        else:
            found = _of_files(path, registry, bad, language)
        for record, text in found:
            if record.sha256 not in seen:
                seen.add(record.sha256)
                yield record, text


def _of_dataset(path: Path) -> Iterator[tuple[Record, str | None]]:
    read_manifest(path)  # says what is wrong with the folder
    for file in sorted((path / "records").glob("*.json")):
        record = read_record(file)
        yield record, side_text(path, record.sha256)


def _of_files(
    path: Path, registry: Sequence[Path], bad: list[str], language: str
) -> Iterator[tuple[Record, str | None]]:
    for file in find_files([path]):
        read = read_file(file, registry)
        if read.record is not None:
            yield read.record, read.text
        elif read.problem is not None:
            complain(read.problem.message(language))
            bad.append(read.problem.file)


def _of_unit(ledger: Ledger, unit: str) -> Ledger:
    kept = ledger.of_unit(unit)
    if not kept.entries:
        raise unknown_unit(unit, ledger.names())
    return kept


def _write(ledger: Ledger, target: Path, by: By, language: str) -> None:
    by_unit = by is By.UNIT
    match target.suffix.lower():
        case ".docx":
            with new_file(target) as stream:
                write_task_word(ledger, stream, language, by_unit=by_unit)
        case ".xlsx":
            with new_file(target) as stream:
                write_task_workbook(ledger, stream, Path(gettempdir()), language)
        case ".csv":
            mark = "\ufeff" if language == "zh" else ""
            write_text(target, mark + to_csv(ledger, language, by_unit=by_unit))
        case ".html":
            write_text(target, tasks_page(ledger, language, by_unit=by_unit))
        case _:
            write_text(target, _as_json(ledger, language))
    told = _WRITTEN[language].format(target=target, tasks=len(ledger.entries))
    out.print(printable(told))


def _as_json(ledger: Ledger, language: str) -> str:
    return json.dumps(to_json(ledger, language), ensure_ascii=False, indent=1) + "\n"


def _print(ledger: Ledger, by: By, language: str) -> None:
    if not ledger.entries:
        out.print(_NONE[language])
        return
    colon = _COLON[language]
    heads, rows = printed(ledger, language, by_unit=by is By.UNIT)
    for row in rows:
        told = dict(zip(heads, (cell.replace("\n", " ") for cell in row), strict=True))
        first = (cell for head, cell in told.items() if cell and head.key in _LEADING)
        out.print(Text(printable("  ".join(first)), style="bold"))
        for head, cell in told.items():
            if cell and head.key not in _LEADING:
                name = "" if head.key == "task" else f"{head.label(language)}{colon}"
                out.print(Text(printable(f"   {name}{cell}")))
    out.print()
    for name, value in told_above(ledger, language):
        out.print(printable(f"{name}{colon}{value}"))
