"""The pages ``docs/cli.md`` and ``docs/cli.zh.md``: all commands, as their help tells them."""

from collections.abc import Iterator
from pathlib import Path

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from policygraph.documentation.help_text import example_lines, is_example, paragraphs
from policygraph.documentation.markdown import cell, page
from policygraph.errors import Message

_TITLE = Message(zh="# 命令", en="# Commands")
_OTHER = Message(
    zh="逐步说明见[使用手册](handbook.zh.md)。英文版（English）：[cli.md](cli.md)",
    en="In Chinese (中文): [cli.zh.md](cli.zh.md)",
)
_LANGUAGE = Message(
    zh="说明和错误信息有中文和英文：用 `--language` 指定，否则随系统语言",
    en="Help and errors are in Chinese or English: as `--language` says, else as the system does",
)
_STOP = {"zh": "。", "en": "."}
_HEAD = Message(zh="| 参数、选项 | 含义 |", en="| Argument, option | Meaning |")
_REQUIRED = Message(zh="必填", en="Required")
_DEFAULT = Message(zh="默认：`{}`", en="Default: `{}`")
_VARIABLE = Message(zh="环境变量：`{}`", en="Environment: `{}`")


def commands_page(program: TyperGroup, language: str) -> str:
    """Give the page of all commands that are not hidden, with their arguments and options."""
    sections = (
        line
        for path, command in commands(program)
        for line in ("", *_section(path, command, language))
    )
    return page(
        _TITLE.in_language(language),
        "",
        _OTHER.in_language(language),
        "",
        *paragraphs(program.epilog or "", language),
        "",
        _LANGUAGE.in_language(language) + _STOP[language],
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


def _section(path: str, command: TyperCommand | TyperGroup, language: str) -> Iterator[str]:
    yield f"## `{path}`"
    for paragraph in paragraphs(command.help or "", language):
        yield ""
        if is_example(paragraph):
            yield from ("```sh", *example_lines(paragraph), "```")
        else:
            yield paragraph
    rows = [row for parameter in command.params for row in _rows(parameter, language)]
    if rows:
        yield ""
        yield _HEAD.in_language(language)
        yield "|---|---|"
        yield from rows


def _rows(parameter: object, language: str) -> Iterator[str]:
    if isinstance(parameter, TyperArgument) and not parameter.hidden:
        dots = "..." if parameter.nargs == -1 else ""
        yield f"| `{parameter.name.upper()}{dots}` | {_meaning(parameter, language)} |"
    elif isinstance(parameter, TyperOption) and not parameter.hidden:
        names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
        yield f"| {names} | {_meaning(parameter, language)} |"


def _meaning(parameter: TyperArgument | TyperOption, language: str) -> str:
    notes: list[str] = []
    if parameter.required:
        notes.append(_REQUIRED.in_language(language))
    elif isinstance(parameter.default, str | int | float | Path) and not isinstance(
        parameter.default, bool
    ):
        notes.append(_DEFAULT.in_language(language).format(parameter.default))
    if isinstance(parameter.envvar, str):
        notes.append(_VARIABLE.in_language(language).format(parameter.envvar))
    told = cell(" ".join(paragraphs(parameter.help or "", language)))
    return " ".join(filter(None, (told, *(note + _STOP[language] for note in notes))))
