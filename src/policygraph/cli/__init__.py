"""The command line: one file for each command."""

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from policygraph.cli.agencies import agencies
from policygraph.cli.build import build
from policygraph.cli.console import with_summaries
from policygraph.cli.coverage import coverage
from policygraph.cli.docs import docs
from policygraph.cli.export import export
from policygraph.cli.extract import extract
from policygraph.cli.findings import findings
from policygraph.cli.query import query
from policygraph.cli.reconcile import reconcile
from policygraph.cli.review import review
from policygraph.cli.search import search
from policygraph.cli.serve import serve
from policygraph.cli.show import show
from policygraph.cli.summary import summary
from policygraph.cli.usage import Program
from policygraph.cli.validate import validate

app = typer.Typer(
    name="policygraph",
    cls=Program,
    help="Policy documents in, a checked and queryable knowledge graph out."
    " / 把政策文件读成可校验、可查询的知识图谱。",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for command in (
    extract,
    show,
    findings,
    build,
    validate,
    query,
    search,
    summary,
    serve,
    export,
    coverage,
    reconcile,
):
    app.command()(command)


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


app.add_typer(review, name="review")
app.add_typer(agencies, name="agencies")
app.command(hidden=True)(docs)
with_summaries(app)


def main() -> None:
    """Run the command line."""
    # a pipe that does not say its encoding must not lose Chinese
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
