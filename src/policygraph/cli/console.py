"""What all commands share: where they print, in which language, and how they end.

Exit status: 0 done; 1 done, and findings of severity error were made; 2 wrong usage;
3 it could not be done.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from policygraph.errors import PolicyGraphError
from policygraph.show.printable import printable

EXIT_FINDINGS = 1
EXIT_FAILURE = 3

# No markup: what is printed holds names of files and words of documents, [/] among them.
out = Console(markup=False, highlight=False, soft_wrap=True)
err = Console(markup=False, highlight=False, soft_wrap=True, stderr=True)

JsonOption = Annotated[
    bool, typer.Option("--json", help="Print one JSON document for machines. / 输出 JSON。")
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--language",
        "-l",
        envvar="POLICYGRAPH_LANGUAGE",
        help="Language of messages: zh or en; by default that of the system. / 提示语言。",
    ),
]

RegistryOption = Annotated[
    list[Path] | None,
    typer.Option("--registry", help="Folder of registry tables of one's own. / 自有登记表。"),
]


def language_of(option: str | None) -> str:
    """Give ``zh`` or ``en``: the option, else what the locale says.

    Raises:
        typer.BadParameter: neither ``zh`` nor ``en``.
    """
    if option in ("zh", "en"):
        return option
    if option:
        raise typer.BadParameter(f"{option!r} is not known; use zh or en", param_hint="--language")
    locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"


def print_json(data: Any) -> None:
    """Print ``data`` as JSON to standard output, untouched by colours or wrapping."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def fail(message: str) -> NoReturn:
    """Say what is wrong and what to do, and end with status 3."""
    err.print(Text.assemble(("policygraph:", "bold red"), f" {printable(message)}"))
    raise typer.Exit(EXIT_FAILURE)


def complain(message: str) -> None:
    """Say what is wrong with one thing, and go on."""
    err.print(printable(message), style="red")


@contextmanager
def errors_reported() -> Iterator[None]:
    """Turn each PolicyGraphError into its message and status 3."""
    try:
        yield
    except PolicyGraphError as error:
        fail(str(error))
