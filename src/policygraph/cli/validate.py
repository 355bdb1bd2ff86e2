"""``policygraph validate``: check a dataset or files, and say where and what to do."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.console import (
    EXIT_FINDINGS,
    UsageError,
    err,
    errors_reported,
    language_of,
    out,
    print_file,
)
from policygraph.cli.options import LanguageOption, argument, day_of, option
from policygraph.export.output import write_text
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.show.printable import printable
from policygraph.validate.dataset import record_conformance, validate_dataset
from policygraph.validate.junit import to_junit
from policygraph.validate.page import to_page
from policygraph.validate.positions import Texts
from policygraph.validate.report import to_json, to_text
from policygraph.validate.result import Report
from policygraph.validate.sarif import to_sarif
from policygraph.validate.shards import Progress as Count
from policygraph.validate.turtle import to_turtle

_DOING = {"zh": "校验", "en": "validate"}
_DATASET = Path("data/build")


class Format(StrEnum):
    """What ``--format`` takes."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"
    SARIF = "sarif"
    JUNIT = "junit"
    HTML = "html"


_WRITE: dict[Format, Callable[[Report, Texts, str], str]] = {
    Format.JSON: lambda report, texts, _: _json(to_json(report, texts)),
    Format.TURTLE: lambda report, _texts, _: to_turtle(report),
    Format.SARIF: lambda report, texts, language: _json(to_sarif(report, texts, language)),
    Format.JUNIT: to_junit,
    Format.HTML: to_page,
}


def validate(
    paths: Annotated[
        list[Path] | None,
        argument(
            en="Folder of one dataset, or files: texts, records and RDF (.ttl, .nq, .jsonld ...).",
            zh="一个数据集文件夹，或若干文本、记录、RDF 文件（.ttl、.nq、.jsonld 等）。",
            metavar="[DATASET|FILE...]",
        ),
    ] = None,
    *,
    form: Annotated[
        Format,
        option(
            "--format",
            "-f",
            en="text; json; turtle: a SHACL report; sarif, junit: for build servers; "
            "html: one page.",
            zh="输出格式：text 文字；json；turtle 为 SHACL 报告；sarif、junit "
            "供构建服务器使用；html 为单个网页。",
        ),
    ] = Format.TEXT,
    target: Annotated[
        Path | None,
        option(
            "--out",
            "-o",
            en="Write the report into this file, and print none.",
            zh="把报告写入此文件，不再显示。",
        ),
    ] = None,
    only_changed: Annotated[
        bool,
        option(
            en="Report only documents that no earlier run has checked as they are now.",
            zh="只报告自上次校验以来新增或变动的文件。",
        ),
    ] = False,
    as_of: Annotated[
        str,
        option(
            en="Day that counts as today, YYYY-MM-DD.", zh="把哪一天（如 2025-06-30）视为今日。"
        ),
    ] = "today",
    registry: Annotated[
        list[Path] | None,
        option(
            "--registry",
            en="For files: folder of registry tables of one's own.",
            zh="校验文件时采用的自有登记表文件夹。",
        ),
    ] = None,
    jobs: Annotated[
        int, option("--jobs", "-j", min=1, en="Number of processes.", zh="同时运行的进程数。")
    ] = 2,
    language: LanguageOption = None,
) -> None:
    """Check a dataset, or files: shapes on each document, queries over the whole.

    校验数据集或文件：逐个文件检查 SHACL 形状，并对整体运行核查；数据集的结果记入其清单。

    What the shapes found in a document is kept in DATASET/checks and not computed again while
    the document and the shapes are as they were.

    未变动的文件沿用数据集 checks 文件夹中的结果，不重新检查。

    \b
    Example:
      policygraph validate data/build
      policygraph validate data/build --only-changed
      policygraph validate data/build --format html --out report.html
      policygraph validate data/samples/qingshi-tongzhi.txt --registry data/samples/registry

    Ends with status 1 if there are errors; warnings are listed and pass.

    有错误级别的问题时退出状态为 1；警告只列出，不影响通过。
    """
    speaks = language_of(language)
    given = paths or [_DATASET]
    with errors_reported(speaks):
        values = {"asOf": as_of if as_of == "today" else day_of(as_of)}
        if _are_files(given, only_changed):
            # imports all that reads documents, which takes longer than to check a dataset again
            from policygraph.validate.files import validate_files  # noqa: PLC0415

            with _bar(speaks) as progress:
                report, texts = validate_files(given, registry or [], jobs, progress, values)
            _give(report, texts, form, target, speaks)
        else:
            dataset = open_dataset(given[0])
            with _bar(speaks) as progress:
                whole = validate_dataset(dataset, jobs, progress, values)
            report = whole.only_fresh() if only_changed else whole
            _give(report, dataset.text, form, target, speaks)
            record_conformance(dataset, whole)
    if not report.conforms:
        raise typer.Exit(EXIT_FINDINGS)


def _are_files(given: Sequence[Path], only_changed: bool) -> bool:
    """Tell files from a dataset; a folder by itself is meant to be one."""
    folders = [path for path in given if path.is_dir()]
    if folders and len(given) > 1:
        raise UsageError(
            zh=f"{folders[0]} 是文件夹；请只指定一个数据集，或只指定文件",
            en=f"{folders[0]} is a folder; give one dataset, or files and nothing else",
            option="DATASET|FILE",
        )
    files = not folders and (len(given) > 1 or given[0].exists())
    if files and only_changed:
        raise UsageError(
            zh="此选项只用于数据集，文件总是重新校验；请去掉此选项",
            en="is for a dataset; files are always checked, so leave it out",
            option="--only-changed",
        )
    return files


@contextmanager
def _bar(language: str) -> Iterator[Count]:
    """Show a bar while a person waits at a terminal; nothing in a pipe or a log."""
    if not err.is_terminal:
        yield lambda done, total: None
        return
    import rich.progress as shown  # noqa: PLC0415 - a pipe does without

    bars = (shown.BarColumn(), shown.MofNCompleteColumn(), shown.TimeRemainingColumn())
    text = "{task.description}"
    with shown.Progress(shown.TextColumn(text), *bars, console=err, transient=True) as bar:
        task = bar.add_task(_DOING[language], total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _give(report: Report, texts: Texts, form: Format, target: Path | None, language: str) -> None:
    if target is not None:
        write_text(target, _written(report, texts, form, language))
        out.print(printable(str(target)))
    elif form is Format.TEXT:
        for line in to_text(report, texts, language):
            out.print(printable(line))
    else:
        print_file(_written(report, texts, form, language))


def _written(report: Report, texts: Texts, form: Format, language: str) -> str:
    if form is Format.TEXT:
        return "".join(f"{line}\n" for line in to_text(report, texts, language))
    return _WRITE[form](report, texts, language)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
