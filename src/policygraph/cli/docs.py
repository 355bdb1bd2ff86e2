"""``policygraph docs``: write or check the generated pages of ``docs/``; for developers."""

from pathlib import Path
from typing import Annotated, cast

import typer
from typer.core import TyperGroup

from policygraph.cli.console import (
    EXIT_FINDINGS,
    UsageError,
    err,
    errors_reported,
    language_of,
    out,
)
from policygraph.cli.options import LanguageOption, option
from policygraph.documentation.pages import pages, stale_pages, write_pages


def docs(
    ctx: typer.Context,
    write: Annotated[
        bool, option("--write", en="Write the pages anew.", zh="重新写出各页面。")
    ] = False,
    check: Annotated[
        bool, option("--check", en="Tell which pages are stale.", zh="列出已经过时的页面。")
    ] = False,
    folder: Annotated[Path, option(en="Where the pages are.", zh="页面所在的文件夹。")] = Path(
        "docs"
    ),
    language: LanguageOption = None,
) -> None:
    """Write or check the generated pages: cli.md, findings.md, questions.md, ontology/.

    写出或检查由程序生成的页面。

    Example:
      policygraph docs --check
    """
    with errors_reported(language_of(language)):
        if write == check:
            raise UsageError(
                zh="请在 --write 与 --check 中只给一个",
                en="give one of --write and --check",
                option="--write",
            )
    program = cast(TyperGroup, ctx.find_root().command)
    if write:
        write_pages(folder, program)
        out.print(f"{folder}: {', '.join(pages(program))}")
        return
    stale = stale_pages(folder, program)
    for name in stale:
        err.print(f"{folder / name} is out of date; run: policygraph docs --write")
    if stale:
        raise typer.Exit(EXIT_FINDINGS)
