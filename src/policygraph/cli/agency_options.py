"""What the commands about agencies share: their options, and what they read."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.console import UsageError, complain
from policygraph.documentation.help_text import both
from policygraph.errors import SourceError
from policygraph.model.record import Record, read_record
from policygraph.model.reform import Body
from policygraph.read import find_files, read_file
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import bodies_named
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.occurring import occurring_bodies
from policygraph.resolve.suggest import nearest_names
from policygraph.resolve.told_reforms import told_reforms

NameArgument = Annotated[
    str,
    typer.Argument(
        help=both(
            en="Official or short name: 阳泉银保监分局.",
            zh="机构的全称或简称，如 阳泉银保监分局。",
        )
    ),
]
PlaceOption = Annotated[
    str | None,
    typer.Option(
        help=both(
            en="Place from which the name is said, by code or name; needed for 市财政局.",
            zh="名称所在的地区（行政区划代码或名称）；只写“市财政局”时须指明。",
        )
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        help=both(
            en="Day, YYYY-MM-DD; default today.",
            zh="以哪一天为准（如 2025-06-30）；默认今天。",
        ),
    ),
]
SheetOption = Annotated[
    str | None,
    typer.Option(
        help=both(
            en="Sheet of the workbook; by default the first.",
            zh="工作簿中的工作表；默认第一个。",
        )
    ),
]
DocumentsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--documents",
        "-d",
        help=both(
            en="Datasets, records or texts whose changes of agencies count too.",
            zh="同时采用这些数据集、记录或文本中写明的机构变更。",
        ),
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


def place_code(option: str | None, registry: Registry) -> str | None:
    """Give the code of ``--place``.

    Raises:
        UsageError: no place, or several, bear that name.
    """
    if option is None or (code := registry.history.key(option)):
        return code if option else None
    found = registry.places.at_start(option)
    if found and found[1] == len(option):
        return found[0].code
    raise UsageError(
        zh=f"没有名为“{option}”的行政区划，或有多个同名；请填写代码，或连写市、区名称",
        en=f"{option!r} is not known, or several bear that name;"
        " give its code or 市 and 区 together",
        option="--place",
    )


def lineage_of(records: Sequence[Record], registry: Registry) -> Lineage:
    """Give the changes that the registry and some documents know."""
    told = [reform for record in records for reform in told_reforms(record, registry)]
    occurring = occurring_bodies(records, registry)
    return Lineage(registry, told, known=lambda body: body in occurring)


def bodies_meant(name: str, near: str | None, registry: Registry, known: Lineage) -> list[Body]:
    """Give the bodies that a name means, in the registry or in the documents.

    Raises:
        SourceError: there is none; names those that are written alike.
    """
    found = list(dict.fromkeys((*bodies_named(name, registry, near), *known.told_bodies(name))))
    if found:
        return found
    alike = nearest_names(name, near or "", registry)
    if alike:
        raise SourceError(
            zh=f"登记表中没有机构“{name}”；请核对，写法相近的有：{'、'.join(alike)}",
            en=f"{name}: the registry does not know this body; written alike: {', '.join(alike)}",
        )
    raise SourceError(
        zh=f"登记表中没有机构“{name}”；请用 --place 指明行政区划，或写全称",
        en=f"{name}: the registry does not know this body; give --place, or its full name",
    )


def records_of(paths: Sequence[Path], registry: Sequence[Path], language: str) -> list[Record]:
    """Read datasets, records and texts; a file that cannot be read is told and left out."""
    found: list[Record] = []
    for path in paths:
        if (path / "manifest.json").is_file():
            found += [read_record(file) for file in sorted((path / "records").glob("*.json"))]
            continue
        for file in find_files([path]):
            item = read_file(file, tuple(registry))
            if item.record is None and item.problem is not None:
                complain(f"{file}: {item.problem.message(language)}")
            elif item.record is not None:
                found.append(item.record)
    return found
