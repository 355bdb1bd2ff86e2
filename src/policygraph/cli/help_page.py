"""The page that ``--help`` shows, in Chinese or in English, from its first word to its last."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, Protocol, runtime_checkable

from typer.core import TyperArgument, TyperGroup, TyperOption

from policygraph.cli.cells import cells, wrapped
from policygraph.cli.usage import named
from policygraph.documentation.help_text import example_lines, is_example, paragraphs
from policygraph.errors import Message

_USAGE = Message(zh="用法：", en="Usage: ")
_OPTIONS_OF_USAGE = Message(zh="[选项]", en="[OPTIONS]")
_COMMAND_OF_USAGE = Message(zh="命令 [参数]...", en="COMMAND [ARGS]...")
_ARGUMENTS = Message(zh="参数：", en="Arguments:")
_OPTIONS = Message(zh="选项：", en="Options:")
_COMMANDS = Message(zh="命令：", en="Commands:")
_EXAMPLE = Message(zh="示例：", en="Example:")
_HELP = Message(zh="显示本说明后退出", en="Show this message and exit")
_STOP = {"zh": "。", "en": "."}
_REQUIRED = Message(zh="必填", en="required")
_REPEATED = Message(zh="可重复", en="may be repeated")
_LEAST = Message(zh="不小于 {}", en="at least {}")
_MOST = Message(zh="不大于 {}", en="at most {}")
_DEFAULT = Message(zh="默认：{}", en="default: {}")
_VARIABLE = Message(zh="环境变量：{}", en="env var: {}")
_KINDS = {"int": Message(zh="整数", en="number"), "float": Message(zh="数字", en="number"),
          "path": Message(zh="路径", en="path"), "str": Message(zh="文字", en="text")}  # fmt: skip
_GAP = 2
_FIRST_COLUMN = 30  # cells, at most


@runtime_checkable
class ListsCommands(Protocol):
    """A group of commands, which says what the list of them holds."""

    def listed(self) -> dict[str, str]:
        """Give what the list says of each command, in both languages, by its name."""


def usage_of(command: Any, ctx: Any, language: str) -> str:
    """Give the line that shows how a command is called."""
    words = [_USAGE.in_language(language) + ctx.command_path,
             _OPTIONS_OF_USAGE.in_language(language)]  # fmt: skip
    for parameter in command.params:
        if isinstance(parameter, TyperArgument) and not parameter.hidden:
            name = _argument(parameter, language)
            words.append(name if parameter.required or name.startswith("[") else f"[{name}]")
    if isinstance(command, TyperGroup):
        words.append(_COMMAND_OF_USAGE.in_language(language))
    return " ".join(words)


def help_of(command: Any, ctx: Any, width: int, language: str) -> Iterator[str]:
    """Give the lines of the whole page, ``width`` cells wide."""
    yield usage_of(command, ctx, language)
    yield from _text(command.help or "", width, language)
    shown = [each for each in command.get_params(ctx) if not each.hidden]
    arguments = [each for each in shown if isinstance(each, TyperArgument)]
    yield from _table(
        _ARGUMENTS,
        [(_argument(each, language), _meaning(each, language)) for each in arguments],
        width,
        language,
    )
    options = [each for each in shown if isinstance(each, TyperOption)]
    told = {command.get_help_option(ctx): _HELP.in_language(language) + _STOP[language]}
    rows = [
        (_option(each, ctx, language), told.get(each) or _meaning(each, language))
        for each in options
    ]
    yield from _table(_OPTIONS, rows, width, language)
    if isinstance(command, ListsCommands):
        listed = [
            (name, " ".join(paragraphs(text, language))) for name, text in command.listed().items()
        ]
        yield from _table(_COMMANDS, listed, width, language)
    yield from _text(command.epilog or "", width, language)


def _text(text: str, width: int, language: str) -> Iterator[str]:
    for paragraph in paragraphs(text, language):
        yield ""
        if is_example(paragraph):
            yield f"  {_EXAMPLE.in_language(language)}"
            yield from (f"    {line}" for line in example_lines(paragraph))
        else:
            yield from (f"  {line}" for line in wrapped(paragraph, width - 2))


def _table(
    heading: Message, rows: list[tuple[str, str]], width: int, language: str
) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield heading.in_language(language)
    first = min(max(cells(name) for name, _ in rows), _FIRST_COLUMN) + _GAP
    for name, meaning in rows:
        lines = wrapped(meaning, max(width - first - 2, 20)) or [""]
        is_long = cells(name) + _GAP > first
        if is_long:
            yield f"  {name}"
        for at, line in enumerate(lines):
            left = name if at == 0 and not is_long else ""
            yield f"  {left}{' ' * (first - cells(left))}{line}".rstrip()


def _argument(parameter: Any, language: str) -> str:
    if parameter.metavar:
        return named(parameter.metavar, language)
    return named(parameter.name, language) + ("..." if parameter.nargs != 1 else "")


def _option(parameter: Any, ctx: Any, language: str) -> str:
    names = ", ".join(sorted(parameter.opts, key=lambda name: name.startswith("--")))
    if parameter.secondary_opts:
        names += " / " + ", ".join(parameter.secondary_opts)
    if parameter.is_flag:
        return names
    return f"{names} <{_kind(parameter, ctx, language)}>"


def _kind(parameter: Any, ctx: Any, language: str) -> str:
    """Give what a value is: its choices, or a word."""
    if parameter.metavar:
        return named(parameter.metavar, language)
    kind = parameter.display_type(ctx).strip("<>").removesuffix(" range")
    kind = kind.removeprefix("list[").removesuffix("]").lower()
    return _KINDS[kind].in_language(language) if kind in _KINDS else kind


def _meaning(parameter: Any, language: str) -> str:
    told = " ".join(paragraphs(parameter.help or "", language))
    notes = list(_notes(parameter, language))
    if language == "zh":
        return told + (f"（{'；'.join(notes)}）" if notes else "")
    return f"{told}  [{'; '.join(notes)}]" if notes else told


def _notes(parameter: Any, language: str) -> Iterator[str]:
    if getattr(parameter, "multiple", False):
        yield _REPEATED.in_language(language)
    if parameter.required:
        yield _REQUIRED.in_language(language)
    if default := _default(parameter):
        yield _DEFAULT.in_language(language).format(default)
    if parameter.min is not None:
        yield _LEAST.in_language(language).format(parameter.min)
    if parameter.max is not None:
        yield _MOST.in_language(language).format(parameter.max)
    if parameter.envvar:
        yield _VARIABLE.in_language(language).format(parameter.envvar)


def _default(parameter: Any) -> str:
    value = parameter.default
    if isinstance(value, bool):
        names = parameter.opts if value else parameter.secondary_opts
        return str(names[0]) if parameter.secondary_opts else ""
    if value is None or callable(value) or isinstance(value, list | tuple):
        return ""
    return f"{value:g}" if isinstance(value, float) else str(_plain(value))


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value
