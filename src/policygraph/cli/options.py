"""Options and arguments of commands: how each is declared, and those that several share."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from policygraph.cli.console import UsageError
from policygraph.cli.usage import LANGUAGE_VARIABLE
from policygraph.documentation.help_text import both
from policygraph.errors import Message


def option(*names: str, en: str, zh: str, **more: Any) -> Any:
    """Declare an option, with its help in both languages.

    Args:
        names: as they are typed, ``--out``, ``-o``; by default that of the parameter.
        en: help in English.
        zh: help in Chinese.
        more: what else ``typer.Option`` takes.
    """
    return typer.Option(*names, help=both(en=en, zh=zh), **more)


def argument(*, en: str, zh: str, **more: Any) -> Any:
    """Declare an argument, with its help in both languages; ``more``: of ``typer.Argument``."""
    return typer.Argument(help=both(en=en, zh=zh), **more)


CSV_HELP = Message(
    en="csv: in Chinese for Excel, with Chinese headings and a byte order mark; for programs json,"
    " or --language en.",
    zh="用中文时，csv 为中文表头，可直接用 Excel 打开；供程序使用请选 json，或加 --language en",
)
JsonOption = Annotated[
    bool,
    option("--json", en="Print one JSON document, for programs.", zh="输出一份 JSON，供程序使用。"),
]
ListOption = Annotated[
    Path | None,
    option(
        "--out",
        "-o",
        en="Write the list into this file (.csv, .json), and print none.",
        zh="把列表写入此文件（.csv、.json），不再显示。",
    ),
]
LanguageOption = Annotated[
    str | None,
    option(
        "--language",
        "-l",
        envvar=LANGUAGE_VARIABLE,
        en="Language of help, messages, and headings and names of codes in answers: "
        "zh or en; by default that of the system.",
        zh="说明、提示和答案所用的语言：zh 或 en；默认随系统语言。",
    ),
]

RegistryOption = Annotated[
    list[Path] | None,
    option(
        "--registry",
        en="Folder of registry tables of one's own: CSV in UTF-8 or GB18030.",
        zh="自有登记表所在的文件夹（CSV，UTF-8 或 GB18030 均可）。",
    ),
]


NameArgument = Annotated[
    str,
    argument(
        en="Official or short name: 阳泉银保监分局.", zh="机构的全称或简称，如 阳泉银保监分局。"
    ),
]
PlaceOption = Annotated[
    str | None,
    option(
        en="Place from which the name is said, by code or name; needed for 市财政局.",
        zh="名称所在的地区（行政区划代码或名称）；只写“市财政局”时须指明。",
    ),
]
AsOfOption = Annotated[
    str | None,
    option(
        "--as-of",
        en="Day, YYYY-MM-DD; default today.",
        zh="以哪一天为准（如 2025-06-30）；默认今天。",
    ),
]
SheetOption = Annotated[
    str | None,
    option(en="Sheet of the workbook; by default the first.", zh="工作簿中的工作表；默认第一个。"),
]
DocumentsOption = Annotated[
    list[Path] | None,
    option(
        "--documents",
        "-d",
        en="Datasets, records or texts whose changes of agencies count too.",
        zh="同时采用这些数据集、记录或文本中写明的机构变更。",
    ),
]


def day_of(option: str | None) -> str:
    """Give the ISO day of ``--as-of``; today where it is left out.

    Raises:
        UsageError: it is no day.
    """
    try:
        return (date.fromisoformat(option) if option else date.today()).isoformat()
    except ValueError as error:
        raise UsageError(
            zh=f"“{option}”不是日期；请写作 YYYY-MM-DD",
            en=f"{option!r} is no day; write YYYY-MM-DD",
            option="--as-of",
        ) from error
