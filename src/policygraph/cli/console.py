"""What all commands share: where they print, in which language, and how they end.

Exit status: 0 done; 1 done, and findings of severity error were made; 2 wrong usage;
3 it could not be done.
"""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import typer
from rich.console import Console
from rich.text import Text

from policygraph.cli.usage import LANGUAGES, ChineseUsage, asked_language, named
from policygraph.errors import PolicyGraphError
from policygraph.show.printable import printable

F = TypeVar("F", bound=StrEnum)
EXIT_FINDINGS = 1
EXIT_FAILURE = 3

# No markup: what is printed holds names of files and words of documents, [/] among them.
out = Console(markup=False, highlight=False, soft_wrap=True)
err = Console(markup=False, highlight=False, soft_wrap=True, stderr=True)


class CommandError(PolicyGraphError):
    """A command cannot do what it was asked to."""


class UsageError(PolicyGraphError):
    """An option or argument of a command does not fit; ends the command with status 2.

    Attributes:
        option: name of it, as it is written.
    """

    def __init__(self, *, zh: str, en: str, option: str) -> None:
        super().__init__(zh=zh, en=en)
        self.option = option


def language_of(option: str | None) -> str:
    """Give ``zh`` or ``en``: the option, else what the locale says.

    Raises:
        typer.BadParameter: neither ``zh`` nor ``en``.
    """
    otherwise = asked_language(())
    with errors_reported(otherwise):
        if option and option not in LANGUAGES:
            raise UsageError(
                zh=f"没有“{option}”这一语言；请用 zh 或 en",
                en=f"{option!r} is not known; use zh or en",
                option="--language",
            )
    return option or otherwise


def speak_chinese() -> None:
    """Have what is printed hold Chinese, in the encoding of the terminal if that can.

    A terminal, or a system, that says GBK or GB18030 gets that, and ``?`` for what it lacks; one
    that says ASCII, or a pipe that says nothing, must not lose Chinese, and gets UTF-8.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=_holding_chinese(stream.encoding), errors="replace")


def _holding_chinese(encoding: str) -> str:
    try:
        "中".encode(encoding)
    except UnicodeEncodeError:
        return "utf-8"
    return encoding


def print_file(text: str, encoding: str = "utf-8", target: Path | None = None) -> None:
    """Print what is a file as soon as it is redirected: in UTF-8, whatever the terminal speaks.

    With ``target``, write that file, whole or not at all, and print its name.

    Raises:
        DatasetError: it cannot be written.
    """
    if target is not None:
        from policygraph.export.output import new_file  # noqa: PLC0415 - seldom needed

        with new_file(target) as stream:
            stream.write(text.encode(encoding, "replace"))
        out.print(printable(str(target)))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(encoding, "replace"))
    sys.stdout.buffer.flush()


def form_of(target: Path | None, form: F) -> F:
    """Give the format that the name of a file tells; without one, the format asked for.

    Raises:
        UsageError: the name tells none.
    """
    if target is None:
        return form
    ending = target.suffix.lower()
    if ending not in (".csv", ".json"):
        raise UsageError(
            zh=f"文件 {target} 的扩展名不可用；请用 .csv 或 .json",
            en=f"{target}: name a file that ends in .csv or .json",
            option="--out",
        )
    return type(form)(ending[1:])


def print_json(data: Any, target: Path | None = None) -> None:
    """Print ``data`` as JSON, untouched by colours or wrapping, or write it into a file."""
    print_file(json.dumps(data, ensure_ascii=False, indent=1) + "\n", target=target)


def print_csv(rows: Iterable[Sequence[str]], language: str, target: Path | None = None) -> None:
    """Print rows as CSV in UTF-8, or write them: for Excel in ``zh``, for programs in ``en``.

    In ``zh`` it begins with a byte order mark, without which a Chinese Excel reads GBK, and lines
    end in CR LF; in ``en`` there is no mark.
    """
    stream = io.StringIO()
    people = language == "zh"
    csv.writer(stream, lineterminator="\r\n" if people else "\n").writerows(rows)
    print_file(stream.getvalue(), "utf-8-sig" if people else "utf-8", target)


def complain(message: str) -> None:
    """Say what is wrong with one thing, and go on."""
    err.print(printable(message), style="red")


@contextmanager
def errors_reported(language: str) -> Iterator[None]:
    """Turn each PolicyGraphError into its message in ``zh`` or ``en``, and status 3; wrong usage 2.

    Raises:
        typer.BadParameter: an option or argument does not fit.
        typer.Exit: something else is wrong.
    """
    try:
        yield
    except UsageError as error:
        raise _usage(error, language) from error
    except PolicyGraphError as error:
        message = printable(error.in_language(language))
        err.print(Text.assemble(("policygraph:", "bold red"), f" {message}"))
        raise typer.Exit(EXIT_FAILURE) from error


def _usage(error: UsageError, language: str) -> typer.BadParameter:
    kind = ChineseUsage if language == "zh" else typer.BadParameter
    option = named(error.option, language) if error.option.isupper() else error.option
    return kind(printable(error.in_language(language)), param_hint=option)
