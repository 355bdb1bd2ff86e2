"""Wrong usage that typer finds by itself, told in Chinese where that is the language."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import IO, Any, cast

import typer

LANGUAGES = ("zh", "en")
LANGUAGE_VARIABLE = "POLICYGRAPH_LANGUAGE"
_LANG_CHINESE = 0x04  # winnt.h
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # in this order (POSIX.1-2017, XBD 8.2)
_OPTION, _SHORT = "--language", "-l"
# UsageError, the class above, which typer does not name in public.
WrongUsage = cast(type[typer.BadParameter], typer.BadParameter.__mro__[1])

# How arguments and values are called in Chinese, by their names in the source.
_NAMES = {
    "CHANGES": "修改文件",
    "DATASET": "数据集",
    "DATASET|FILE": "数据集|文件",
    "[DATASET|FILE...]": "[数据集|文件...]",
    "DATE": "日期",
    "FILE": "文件",
    "FILES": "文件",
    "NAME": "名称",
    "NEW": "新文本",
    "OLD": "旧文本",
    "PATHS": "路径",
    "WORDS": "字词",
}

_MISSING = r"Missing argument '(.+?)'\..*"
# What typer says, in its words, and the same in Chinese; the groups of a pattern are its values.
_WORDINGS = (
    (_MISSING, "缺少参数 {0}"),
    (r"Missing option (.+?)\..*", "缺少选项 {0}"),
    (r"No such option: (\S+) \(Possible options: (.*)\)", "没有选项 {0}；相近的有：{1}"),
    (r"No such option: (.*)", "没有选项 {0}"),
    (r"No such command '(.*?)'\. Did you mean (.*)\?", "没有命令 {0}；相近的有：{1}"),
    (r"No such command '(.*)'\.", "没有命令 {0}"),
    (r"Option '(.*)' requires an argument\.", "选项 {0} 缺少值"),
    (r"Option '(.*)' does not take a value\.", "选项 {0} 不带值"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", "多余的参数：{0}"),
    (r"Missing command\.", "缺少命令"),
    (r"Invalid value for (.*?): (?:Value error, )?'(.*)' is not one of (.*)\.",
     "{0}：“{1}”不可用；请用 {2}"),
    (r"Invalid value for (.*?): .*valid integer.*", "{0}：应为整数"),
    (r"Invalid value for (.*?): .*valid number.*", "{0}：应为数字"),
    (r"Invalid value for (.*?): .*greater than or equal to (\S+)", "{0}：不得小于 {1}"),
    (r"Invalid value for (.*?): .*less than or equal to (\S+)", "{0}：不得大于 {1}"),
)  # fmt: skip


def system_language() -> str:
    """Give ``zh`` or ``en``: what the locale says, on Windows without one the language shown."""
    locale = next(filter(None, map(os.environ.get, _LOCALE)), "")
    chinese = locale.lower().startswith("zh")
    if sys.platform == "win32" and not locale:
        import ctypes  # noqa: PLC0415 - no other system needs it

        # the primary language of a LANGID is its lower ten bits (winnt.h, PRIMARYLANGID)
        shown = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        chinese = shown & 0x3FF == _LANG_CHINESE
    return "zh" if chinese else "en"


def asked_language(arguments: Sequence[str]) -> str:
    """Give ``zh`` or ``en`` for a command line that may be wrong: asked for, else the system's."""
    asked = [os.environ.get(LANGUAGE_VARIABLE, ""), *_asked(arguments)]
    return next((each for each in reversed(asked) if each in LANGUAGES), None) or system_language()


def _asked(arguments: Sequence[str]) -> Iterator[str]:
    """Give the values of the option, right or wrong, as far as options go."""
    for argument, following in zip_longest(arguments, arguments[1:], fillvalue=""):
        option, _, value = argument.partition("=")
        if argument == "--":
            return
        if argument in (_OPTION, _SHORT):
            yield following
        elif option == _OPTION:
            yield value
        elif argument.startswith(_SHORT):  # -lzh
            yield argument.removeprefix(_SHORT)


class ChineseUsage(typer.BadParameter):
    """Wrong usage, told in Chinese; the frame that typer puts around it is English."""

    def format_message(self) -> str:
        """Say what is wrong, behind the option that it is wrong with."""
        return f"{self.param_hint}：{self.message}" if self.param_hint else self.message

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it."""
        typer.echo(f"错误：{self.format_message()}", file=file, err=True)
        if self.ctx is not None:
            typer.echo(f"用法见：{self.ctx.command_path} --help", file=file, err=True)


def remember(language: str | None) -> None:
    """Keep what is asked for before the name of a command; the command says whether it is one."""
    if language is not None:
        os.environ[LANGUAGE_VARIABLE] = language


def named(name: str, language: str) -> str:
    """Give the name of an argument, or of a value, as help says it: in capitals, or in Chinese."""
    return _NAMES.get(name.upper(), name) if language == "zh" else name.upper()


def in_chinese(message: str) -> str | None:
    """Put what typer says into Chinese; None where there is no wording for it."""
    message = re.sub(r" \(env var: '[^']*'\)", "", message)
    for pattern, wording in _WORDINGS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            values = map(_listed, match.groups())
            return wording.format(*(named(v, "zh") if pattern == _MISSING else v for v in values))
    return None


def _listed(value: str) -> str:
    """Give names as Chinese lists them: ``'a', 'b'`` is a、b; of an option its first name."""
    first = value.split(" / ", maxsplit=1)[0]
    return "、".join(name.strip("'") for name in first.split(", "))
