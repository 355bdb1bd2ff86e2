"""policygraph show: a document with everything that was read from it marked."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from policygraph.cli.console import (
    EXIT_FINDINGS,
    LanguageOption,
    RegistryOption,
    errors_reported,
    language_of,
    out,
)
from policygraph.errors import SourceError
from policygraph.export.output import write_text
from policygraph.model.code import Severity
from policygraph.read import read_file
from policygraph.show.document import Shown, lay_out
from policygraph.show.page import page_of
from policygraph.show.terminal import print_document


def show(
    file: Annotated[Path, typer.Argument(help="Text to read and show. / 要显示的文本。")],
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", help="Write one HTML page that needs nothing else. / 写成单个网页文件。"
        ),
    ] = None,
    rows: Annotated[
        bool, typer.Option("--rows", help="Print the rows under each paragraph. / 逐段列出结果。")
    ] = False,
    registry: RegistryOption = None,
    language: LanguageOption = None,
) -> None:
    """Show a document with its structure, and mark what was read from it.

    显示文件的结构，并标出从中读出的内容。

    \b
    Example:
      policygraph show data/samples/qingshi-tongzhi.txt
      policygraph show data/samples/qingshi-tongzhi.txt --html qingshi.html
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        document = _read(file, registry or [], tongue)
        if html is None:
            console = Console(highlight=False, file=out.file)
            print_document(document, console, tongue, rows)
        else:
            write_text(html, page_of(document, tongue))
            out.print(str(html))
    if any(finding.severity is Severity.ERROR for finding in document.record.findings):
        raise typer.Exit(EXIT_FINDINGS)


def _read(file: Path, registry: list[Path], tongue: str) -> Shown:
    if file.is_dir():
        raise SourceError(
            zh=f"{file} 是文件夹；请指定其中的一个文件",
            en=f"{file}: is a folder; give one of its files",
        )
    read = read_file(file, registry)
    record = read.required_record()
    if read.text is None:
        raise SourceError(
            zh=f"文件 {file} 是不含原文的记录；请指定抽取所用的原文",
            en=f"{file}: is a record, without its text; give the text it was read from",
        )
    return lay_out(record, read.text, tongue)
