"""The command line: one file for each command."""

import atexit
import gc
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from policygraph.cli.commands import LazyProgram
from policygraph.collector import seldom

app = typer.Typer(
    name="policygraph",
    cls=LazyProgram,
    help="Policy documents in, a checked and queryable knowledge graph out."
    " / 把政策文件读成可校验、可查询的知识图谱。",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"policygraph {version('policygraph')}")
        raise typer.Exit


@app.callback()
def _of_all(
    shown: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Version. / 版本号。"
        ),
    ] = False,
) -> None:
    """Hold what is asked of the program itself, not of a command."""


def main() -> None:
    """Run the command line."""
    # a pipe that does not say its encoding must not lose Chinese
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    seldom()
    atexit.register(gc.freeze)  # at the end nothing need be looked for
    app()
