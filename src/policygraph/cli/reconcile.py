"""policygraph reconcile: a table of units, with official names and the names of a day."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from policygraph.cli.agency_sources import place_code
from policygraph.cli.console import UsageError, err, errors_reported, language_of, out, print_json
from policygraph.cli.options import (
    AsOfOption,
    JsonOption,
    LanguageOption,
    PlaceOption,
    RegistryOption,
    SheetOption,
    argument,
    day_of,
    option,
)
from policygraph.export.cells import Header
from policygraph.export.output import checked_file
from policygraph.export.reconcile import Reconciler, reconciled
from policygraph.export.reconciled import MATCHES, write_reconciled
from policygraph.export.tables_read import column_of, read_table
from policygraph.registry.registry import load_registry
from policygraph.resolve.lineage import Lineage


def reconcile(
    file: Annotated[
        Path,
        argument(
            en="Excel workbook (.xlsx), or CSV in UTF-8 or GB18030, with a header row.",
            zh="有表头的 Excel 工作簿（.xlsx），或 CSV 表（UTF-8 或 GB18030 均可）。",
        ),
    ],
    column: Annotated[
        str,
        option(
            "--column", "-c", en="Column with names of units.", zh="单位名称在哪一列（写表头）。"
        ),
    ],
    target: Annotated[
        Path,
        option(
            "--out",
            "-o",
            en="File to write: a workbook where its name ends in .xlsx, else CSV.",
            zh="写入哪个文件：以 .xlsx 结尾则为 Excel 工作簿，否则为 CSV。",
        ),
    ],
    *,
    sheet: SheetOption = None,
    as_of: AsOfOption = None,
    place: PlaceOption = None,
    place_column: Annotated[
        str | None,
        option(
            en="Column with codes of places, where rows differ.",
            zh="行政区划代码在哪一列；各行地区不同时使用。",
        ),
    ] = None,
    header: Annotated[
        Header,
        option(
            en="Headings: zh for people, en for programs.",
            zh="表头语言：zh 供人阅读，en 供程序使用。",
        ),
    ] = Header.ZH,
    mark: Annotated[
        bool,
        option(
            "--bom/--no-bom",
            en="Begin CSV with a byte order mark, by which Excel tells UTF-8.",
            zh="在 CSV 开头写入 BOM 标记，Excel 据此识别 UTF-8。",
        ),
    ] = True,
    registry: RegistryOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Write a table of units anew, with their official names and the names of a day.

    Blanks inside a name do not count; a list of names (、) is taken apart where each is known.

    为单位名单补上正式名称、现名称、变动类型、日期和依据；一行有误不影响其他行。

    单元格内的空格不计；以“、”分隔的多个名称，逐一都能匹配时才分开。

    \b
    Example:
      policygraph reconcile units.csv --column 单位 --place 阳泉市 --out units-today.csv
      policygraph reconcile 单位.xlsx --column 单位 --place 阳泉市 --out 现名.xlsx
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        _check_name(target, file)
        day = day_of(as_of)
        checked_file(target)
        tables = load_registry(registry or [])
        table = read_table(file, column, sheet)
        index = column_of(table, column, file.name)
        places = column_of(table, place_column, file.name) if place_column else None
        near = place_code(place, tables)
        matcher = Reconciler(tables, Lineage(tables), day, near)
        rows = reconciled(table, matcher, index, places)
        counts = write_reconciled(rows, table, target, header, mark=mark)
    _hint(counts, table.above, tongue, is_placed=bool(place or place_column))
    if as_json:
        print_json({"path": str(target), "as_of": day, "rows": counts})
        return
    if tongue == "zh":
        told = "，".join(f"{_in_words(name)} {count}" for name, count in sorted(counts.items()))
        out.print(f"{target}：{told or '0'}；{day}")
    else:
        told = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
        out.print(f"{target}: {told or '0'}; {day}")


def _in_words(match: str) -> str:
    return MATCHES[match].partition("；")[0]  # without the advice


def _check_name(target: Path, file: Path) -> None:
    """Refuse to write over the table that is read, or CSV under the name of a workbook.

    Raises:
        UsageError: ``--out`` is such a name.
    """
    if target.resolve() == file.resolve() or (target.exists() and _is_same(target, file)):
        raise UsageError(
            zh=f"{target.name} 就是要读取的表；请换一个文件名，以免覆盖原表",
            en=f"{target.name} is the table that is read; give another name, so that it is kept",
            option="--out",
        )
    if target.suffix.lower() in (".xls", ".xlsm", ".et", ".ods"):
        raise UsageError(
            zh=f"不能写出“{target.suffix}”格式；请改用 .xlsx 或 .csv",
            en=f"{target.suffix} cannot be written; use .xlsx or .csv",
            option="--out",
        )


def _is_same(target: Path, file: Path) -> bool:
    try:
        return target.samefile(file)
    except OSError:
        return False


def _hint(counts: Mapping[str, int], above: int, tongue: str, *, is_placed: bool) -> None:
    """Say what a person would not guess: rows left out, and what most names lack."""
    if above:
        zh, en = f"表头以上的 {above} 行未写入", f"{above} rows above the head are left out"
        err.print(zh if tongue == "zh" else en)
    named = sum(count for match, count in counts.items() if match != "empty")
    unknown = counts.get("unknown", 0) + counts.get("list", 0)
    if not is_placed and 2 * unknown > named:
        zh = "多数名称未能匹配：请用 --place 指明这些单位所在的地区，如 --place 阳泉市"
        en = "most names are not known: say with --place where they are, as in --place 阳泉市"
        err.print(zh if tongue == "zh" else en)
