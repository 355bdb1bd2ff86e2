"""policygraph reconcile: a table of units, with official names and the names of a day."""

from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.agency_options import (
    AsOfOption,
    PlaceOption,
    day_of,
    place_code,
)
from policygraph.cli.console import (
    JsonOption,
    LanguageOption,
    RegistryOption,
    errors_reported,
    language_of,
    out,
    print_json,
)
from policygraph.export.cells import Header
from policygraph.export.output import checked_file
from policygraph.export.reconcile import (
    Reconciler,
    column_of,
    read_csv,
    reconciled,
    write_reconciled,
)
from policygraph.registry.registry import load_registry
from policygraph.resolve.lineage import Lineage


def reconcile(
    file: Annotated[
        Path, typer.Argument(help="CSV in UTF-8 or GB18030, with a header row. / CSV 表。")
    ],
    column: Annotated[
        str, typer.Option("--column", "-c", help="Column with names of units. / 单位名称所在列。")
    ],
    target: Annotated[Path, typer.Option("--out", "-o", help="File to write. / 输出文件。")],
    *,
    as_of: AsOfOption = None,
    place: PlaceOption = None,
    place_column: Annotated[
        str | None,
        typer.Option(help="Column with codes of places, where rows differ. / 行政区划代码所在列。"),
    ] = None,
    header: Annotated[
        Header, typer.Option(help="zh for people, en for programs. / 表头语言。")
    ] = Header.ZH,
    mark: Annotated[
        bool,
        typer.Option(
            "--bom/--no-bom",
            help="Begin with a byte order mark, by which Excel tells UTF-8. / 是否写入 BOM。",
        ),
    ] = True,
    registry: RegistryOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Write a table of units anew, with their official names and the names of a day.

    为单位名单补上正式名称、现名称、变动类型、日期和依据；一行有误不影响其他行。

    \b
    Example:
      policygraph reconcile units.csv --column 单位 --place 阳泉市 --out units-today.csv
    """
    with errors_reported(language_of(language)):
        day = day_of(as_of)
        checked_file(target)
        tables = load_registry(registry or [])
        table = read_csv(file)
        index = column_of(table, column, file.name)
        places = column_of(table, place_column, file.name) if place_column else None
        near = place_code(place, tables)
        matcher = Reconciler(tables, Lineage(tables), day, near)
        rows = reconciled(table, matcher, index, places)
        counts = write_reconciled(rows, table, target, header, mark=mark)
    if as_json:
        print_json({"path": str(target), "as_of": day, "rows": counts})
        return
    told = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    out.print(f"{target}: {told or '0'}; {day}")
