"""``policygraph validate``: check a dataset, and say where and what to do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from policygraph.cli.console import (
    EXIT_FINDINGS,
    LanguageOption,
    err,
    errors_reported,
    language_of,
    out,
    print_json,
)
from policygraph.rdf.dataset import Dataset, open_dataset
from policygraph.show.printable import printable
from policygraph.validate.dataset import Report, record_conformance, validate_dataset
from policygraph.validate.report import to_json, to_text, to_turtle
from policygraph.validate.shapes import Progress as Count

_DOING = {"zh": "校验", "en": "validate"}


class Format(StrEnum):
    """What ``--format`` takes."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"


def validate(
    dataset: Annotated[Path, typer.Argument(help="Folder of the dataset. / 数据集。")] = Path(
        "data/build"
    ),
    *,
    form: Annotated[
        Format,
        typer.Option("--format", "-f", help="text, json, or turtle: a SHACL report. / 输出格式。"),
    ] = Format.TEXT,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="Number of processes. / 并行进程数。")
    ] = 2,
    language: LanguageOption = None,
) -> None:
    """Check a dataset: shapes on each document, queries over the whole.

    校验数据集：逐个文件检查 SHACL 形状，并对整个数据集运行核查；结果记入数据集的清单。

    \b
    Example:
      policygraph validate data/build
      policygraph validate data/build --format turtle > report.ttl

    Ends with status 1 if there are errors; warnings are listed and pass.
    """
    speaks = language_of(language)
    with errors_reported():
        opened = open_dataset(dataset)
        with _bar(speaks) as progress:
            report = validate_dataset(opened, jobs, progress)
        _print(report, opened, form, speaks)
        record_conformance(opened, report)
    if not report.conforms:
        raise typer.Exit(EXIT_FINDINGS)


@contextmanager
def _bar(language: str) -> Iterator[Count]:
    """Show a bar while a person waits at a terminal; nothing in a pipe or a log."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, TimeRemainingColumn(), console=err, transient=True, disable=not err.is_terminal
    ) as bar:
        task = bar.add_task(_DOING[language], total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _print(report: Report, dataset: Dataset, form: Format, language: str) -> None:
    match form:
        case Format.JSON:
            print_json(to_json(report, dataset))
        case Format.TURTLE:
            sys.stdout.write(to_turtle(report))
        case Format.TEXT:
            for line in to_text(report, dataset, language):
                out.print(printable(line))
