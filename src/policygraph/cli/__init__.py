"""The command line: one file for each command."""

import atexit
import gc
from typing import Annotated

import typer

from policygraph.cli.commands import Program
from policygraph.cli.console import speak_chinese
from policygraph.cli.options import LanguageOption, option
from policygraph.cli.usage import remember
from policygraph.documentation.help_text import both
from policygraph.garbage import collect_seldom

EXIT_STATUS = both(
    en="Exit status: 0 done; 1 done, and findings of severity error were made; 2 wrong usage: there"
    " is no such command, option, question or parameter, or a value has not the form it has to"
    " have; 3 it could not be done: a file, a dataset, or a name in it is not there or cannot be"
    " used.",
    zh="退出状态：0 完成；1 完成，但有错误级别的问题；"
    "2 用法有误：没有这样的命令、选项、问题或参数，或值的写法不对；"
    "3 无法完成：没有这样的文件、数据集或其中的名称，或不可用。",
)
app = typer.Typer(
    name="policygraph",
    cls=Program,
    help=both(
        en="Policy documents in, a checked and queryable knowledge graph out.",
        zh="把政策文件读成可校验、可查询的知识图谱。",
    ),
    epilog=EXIT_STATUS,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # noqa: PLC0415 - an eighth of the start of a command

        typer.echo(f"policygraph {version('policygraph')}")
        raise typer.Exit


@app.callback()
def _of_all(
    shown: Annotated[
        bool,
        option(
            "--version",
            callback=_print_version,
            is_eager=True,
            en="Print the version and exit.",
            zh="显示版本号后退出。",
        ),
    ] = False,
    language: LanguageOption = None,
) -> None:
    """Hold what is asked of the program itself, or of any command."""
    remember(language)


def main() -> None:
    """Run the command line."""
    speak_chinese()
    collect_seldom()
    atexit.register(gc.freeze)  # at the end nothing need be looked for
    app()
