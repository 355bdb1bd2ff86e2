"""policygraph tasks: what documents set to be done, by whom, until when."""

import json
from enum import StrEnum
from pathlib import Path
from tempfile import gettempdir
from typing import Annotated

import typer
from rich.text import Text

from policygraph.cli.console import (
    EXIT_FINDINGS,
    errors_reported,
    language_of,
    out,
    print_json,
)
from policygraph.cli.documents import documents_of, registry_for
from policygraph.cli.options import (
    AsOfOption,
    JsonOption,
    LanguageOption,
    RegistryOption,
    argument,
    day_of,
    option,
)
from policygraph.cli.out_file import check_out
from policygraph.export.output import new_file, write_text
from policygraph.export.task_table import (
    printed,
    to_csv,
    to_json,
    told_above,
    write_task_word,
    write_task_workbook,
)
from policygraph.query.named import unknown_unit
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
        argument(
            en="Documents, records, folders of them, or datasets.",
            zh="文件、记录、文件夹或数据集。",
        ),
    ],
    *,
    unit: Annotated[
        str | None,
        option(
            "--unit",
            "-u",
            en="Only the tasks of this unit: as written, in full, or by today's name.",
            zh="只列该单位的任务（原文写法、全称或现名称）。",
        ),
    ] = None,
    by: Annotated[
        By, option("--by", en="Task by task, or unit by unit.", zh="按任务或按单位排列。")
    ] = By.TASK,
    every: Annotated[
        bool,
        option(
            "--all",
            en="List passages too that name neither unit nor time.",
            zh="未写明单位和时限的内容也列出。",
        ),
    ] = False,
    as_of: AsOfOption = None,
    target: Annotated[
        Path | None,
        option(
            "--out",
            "-o",
            en="Write a Word document (.docx), a workbook with both orders (.xlsx), .csv,"
            " .json or a page (.html).",
            zh="写成 Word、Excel（含两种排列）、CSV、JSON 或网页。",
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
        documents = list(documents_of(paths, registry or [], tongue, bad))
        if bad and not documents:  # each is told; there is nothing to make a table of
            raise typer.Exit(EXIT_FINDINGS)
        ledger = Ledger.of(documents, registry_for(paths, registry or []), day, every=every)
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
