"""policygraph coverage: how much of a folder of documents was understood."""

from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.console import (
    EXIT_FINDINGS,
    complain,
    errors_reported,
    language_of,
    out,
    print_json,
)
from policygraph.cli.options import JsonOption, LanguageOption, RegistryOption, argument, option
from policygraph.coverage.document import Coverage, measure, totals
from policygraph.coverage.page import coverage_page, coverage_table
from policygraph.errors import SourceError
from policygraph.export.output import write_text
from policygraph.registry.registry import Registry, load_registry
from policygraph.text.files import find_files


def coverage(
    paths: Annotated[
        list[Path],
        argument(en="Texts, or folders of texts.", zh="要统计的文本，或文本所在的文件夹。"),
    ],
    page: Annotated[
        Path | None,
        option("--out", "-o", en="Markdown page to write.", zh="把统计结果写成 Markdown 页面。"),
    ] = None,
    registry: RegistryOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Count what was read of each document, and per style what is still missed.

    逐个文件统计责任标注、抽取行数、问题与未归类字数，并按样式列出尚未读出的内容。

    \b
    Example:
      policygraph coverage data/samples
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        files = [file for file in find_files(paths) if file.suffix != ".json"]
        tables = load_registry(registry or [])
    rows, bad = _measured(files, tables, tongue)
    if as_json:
        print_json(totals(rows))
    elif page is None:
        out.print(coverage_table(rows, tongue))
    else:
        with errors_reported(tongue):
            write_text(page, coverage_page(rows, tongue))
        out.print(f"{page}: {len(rows)}")
    if bad:
        raise typer.Exit(EXIT_FINDINGS)


def _measured(files: list[Path], tables: Registry, language: str) -> tuple[list[Coverage], int]:
    """Measure each file that can be read; give also the number of those that cannot."""
    rows: list[Coverage] = []
    for file in files:
        try:
            rows.append(measure(file, tables))
        except SourceError as error:
            complain(error.in_language(language))
    return rows, len(files) - len(rows)
