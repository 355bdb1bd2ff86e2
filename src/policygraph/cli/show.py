"""policygraph show: a document with everything that was read from it marked."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from policygraph.cli.console import EXIT_FINDINGS, errors_reported, language_of, out
from policygraph.cli.one_file import read_one
from policygraph.cli.options import LanguageOption, RegistryOption, argument, option
from policygraph.export.output import write_text
from policygraph.model.code import Severity
from policygraph.show.document import lay_out
from policygraph.show.page import page_of
from policygraph.show.terminal import print_document


def show(
    file: Annotated[Path, argument(en="Text to read and show.", zh="要读取并显示的文本。")],
    html: Annotated[
        Path | None,
        option(
            "--html",
            en="Write one HTML page that needs nothing else.",
            zh="写成单个网页文件，不需要其他文件。",
        ),
    ] = None,
    rows: Annotated[
        bool,
        option(
            "--rows", en="Print the rows under each paragraph.", zh="在每段之下列出读出的内容。"
        ),
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
        document = lay_out(*read_one(file, registry or []), tongue)
        if html is None:
            console = Console(highlight=False, file=out.file)
            print_document(document, console, tongue, rows)
        else:
            write_text(html, page_of(document, tongue))
            out.print(str(html))
    if any(finding.severity is Severity.ERROR for finding in document.record.findings):
        raise typer.Exit(EXIT_FINDINGS)
