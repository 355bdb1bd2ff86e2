"""The page ``docs/cli.md``: all commands, as their help tells them."""

from collections.abc import Iterator
from pathlib import Path

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from policygraph.documentation.markdown import cell, page


def commands_page(program: TyperGroup) -> str:
    """Give the page of all commands that are not hidden, with their arguments and options."""
    sections = (
        line for path, command in commands(program) for line in ("", *_section(path, command))
    )
    return page(
        "# Commands / 命令",
        "",
        program.epilog or "",
        "",
        "Errors are told in Chinese or English: as `--language` says, else as the system does.",
        "",
        "错误信息有中文和英文：用 `--language` 指定，否则随系统语言。",
        *sections,
    )


def commands(
    group: TyperGroup, above: str = "policygraph"
) -> Iterator[tuple[str, TyperCommand | TyperGroup]]:
    """Give every command that is not hidden, with the words that call it, in order."""
    for name, command in group.commands.items():
        if command.hidden or not isinstance(command, TyperCommand | TyperGroup):
            continue
        yield f"{above} {name}", command
        if isinstance(command, TyperGroup):
            yield from commands(command, f"{above} {name}")


def _section(path: str, command: TyperCommand | TyperGroup) -> Iterator[str]:
    yield f"## `{path}`"
    yield ""
    yield from _help(command.help or "")
    rows = [row for parameter in command.params for row in _rows(parameter)]
    if rows:
        yield ""
        yield "| Argument, option | Meaning / 含义 |"
        yield "|---|---|"
        yield from rows


def _help(text: str) -> Iterator[str]:
    """Give help as Markdown: what follows ``Example:`` becomes a console block."""
    before, example, after = text.replace("\b\n", "").partition("Example:")
    yield from before.strip().splitlines()
    if not example:
        return
    block, _, rest = after.lstrip("\n").partition("\n\n")
    yield from ("", "```sh", *(line.strip() for line in block.splitlines()), "```")
    if rest.strip():
        yield ""
        yield from rest.strip().splitlines()


def _rows(parameter: object) -> Iterator[str]:
    if isinstance(parameter, TyperArgument) and not parameter.hidden:
        dots = "..." if parameter.nargs == -1 else ""
        yield f"| `{parameter.name.upper()}{dots}` | {_meaning(parameter)} |"
    elif isinstance(parameter, TyperOption) and not parameter.hidden:
        names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
        yield f"| {names} | {_meaning(parameter)} |"


def _meaning(parameter: TyperArgument | TyperOption) -> str:
    notes = [cell(parameter.help or "")]
    if parameter.required:
        notes.append("Required. / 必填。")
    elif isinstance(parameter.default, str | int | float | Path) and not isinstance(
        parameter.default, bool
    ):
        notes.append(f"Default / 默认: `{parameter.default}`.")
    if isinstance(parameter.envvar, str):
        notes.append(f"Environment / 环境变量: `{parameter.envvar}`.")
    return " ".join(note for note in notes if note)
