"""``policygraph export``: write a dataset as files for other programs."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

from rich.progress import track

from policygraph.cli.console import UsageError, err, errors_reported, language_of, out, print_json
from policygraph.cli.options import JsonOption, LanguageOption, argument, option
from policygraph.export.cells import Header
from policygraph.export.dumps import write_nquads, write_turtle
from policygraph.export.graphml import write_graphml
from policygraph.export.network import VIEWS, View, to_network
from policygraph.export.output import Written, checked_file
from policygraph.export.records import write_records
from policygraph.export.tables import SPREADSHEET_ROWS, write_tables
from policygraph.export.tables_workbook import SHEETS, write_workbook
from policygraph.export.workbook import is_workbook
from policygraph.rdf.dataset.folder import open_dataset

T = TypeVar("T")

_HOLDS = SHEETS | {
    "quads": "四元组",
    "triples": "三元组",
    "nodes": "节点",
    "edges": "边",
    "records": "记录",
}


class Format(StrEnum):
    """What ``--format`` takes."""

    NQUADS = "nquads"
    TURTLE = "turtle"
    GRAPHML = "graphml"
    CSV = "csv"
    XLSX = "xlsx"
    RECORDS = "records"


def export(
    *,
    form: Annotated[
        Format,
        option(
            "--format",
            "-f",
            en="nquads, turtle: the graph. graphml: a network for Gephi, yEd, networkx. "
            "xlsx: one Excel workbook, a sheet for each kind of fact. csv: the same "
            "as tables. records: JSON, read back from the graphs.",
            zh="导出为哪种格式。nquads、turtle：RDF 图谱。graphml：网络图，供 Gephi、"
            "yEd、networkx 使用。xlsx：一个 Excel 工作簿，每类事实一个工作表。csv："
            "同样内容的表格。records：由图谱还原的 JSON 记录。",
        ),
    ],
    target: Annotated[
        Path,
        option(
            "--out",
            "-o",
            en="File to write: a .xlsx for xlsx, a folder or .zip for csv, a folder for "
            "records. A name in .gz is compressed.",
            zh="写入哪里：xlsx 为 .xlsx 文件，csv 为文件夹或 .zip，records 为文件夹；以 "
            ".gz 结尾则压缩。",
        ),
    ],
    dataset: Annotated[
        Path, argument(en="Folder of the dataset.", zh="数据集所在的文件夹。")
    ] = Path("data/build"),
    view: Annotated[
        str | None,
        option(
            en="For graphml: duties, citations or all (default).",
            zh="网络图（graphml）的内容：duties 责任、citations 引用或 all 全部（默认）。",
        ),
    ] = None,
    header: Annotated[
        Header | None,
        option(
            en="For csv and xlsx: zh (default) for people, en for programs: stable "
            "names and codes.",
            zh="表格（csv、xlsx）的表头：zh（默认）供人阅读，en 供程序使用，名称和代码固定。",
        ),
    ] = None,
    gzip: Annotated[
        bool, option("--gzip", en="Compress the file and add .gz.", zh="压缩文件，名称加 .gz。")
    ] = False,
    json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Write a dataset as files: RDF dump, network, tables or records.

    把数据集导出为文件：RDF 数据、网络图、表格或抽取记录。

    \b
    Example:
      policygraph export data/build --format csv --out tables.zip
      policygraph export data/build --format xlsx --out 政策.xlsx
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        shown = _view(view, form)
        _check(form, header, gzip)
        _check_name(form, target)
        if gzip and target.suffix != ".gz":
            target = target.with_name(f"{target.name}.gz")
        written = _write(form, dataset, target, shown, header or Header.ZH)
    _report(written, json, tongue)


def _check(form: Format, header: Header | None, gzip: bool) -> None:
    if header and form not in (Format.CSV, Format.XLSX):
        raise UsageError(
            zh="只有 --format csv 和 xlsx 才有表头；请去掉此选项",
            en="only --format csv and xlsx have headers; leave this out",
            option="--header",
        )
    if gzip and form is Format.XLSX:
        raise UsageError(
            zh="工作簿本身已经压缩；请去掉此选项",
            en="a workbook is compressed already; leave this out",
            option="--gzip",
        )
    if gzip and form is Format.CSV:
        raise UsageError(
            zh="表格不用此选项压缩；请在 --out 中指定以 .zip 结尾的文件名",
            en="name a file that ends in .zip as --out",
            option="--gzip",
        )
    if gzip and form is Format.RECORDS:
        raise UsageError(
            zh="记录是一个文件夹，不能压缩为一个文件；请去掉此选项",
            en="records are a folder of files; leave this out",
            option="--gzip",
        )


def _check_name(form: Format, target: Path) -> None:
    """Refuse a name by which a program would take the file for another thing."""
    if form is Format.XLSX and not is_workbook(target):
        raise UsageError(
            zh=f"工作簿的文件名应以 .xlsx 结尾，而不是“{target.name}”；请改名",
            en=f"{target.name!r}: a workbook has a name that ends in .xlsx; rename it",
            option="--out",
        )
    if form is not Format.XLSX and is_workbook(target, (".xlsx", ".xls")):
        raise UsageError(
            zh=f"“{target.name}”是工作簿的文件名；请改用 --format xlsx，或换一个文件名",
            en=f"{target.name!r} is the name of a workbook; use --format xlsx or another name",
            option="--out",
        )


def _view(name: str | None, form: Format) -> View:
    if name is not None and form is not Format.GRAPHML:
        raise UsageError(
            zh="只有 --format graphml 才有视图；请去掉此选项",
            en="only --format graphml has views; leave this out",
            option="--view",
        )
    if name is not None and name not in VIEWS:
        raise UsageError(
            zh=f"没有“{name}”这一视图；请改用其中之一：{'、'.join(VIEWS)}",
            en=f"{name!r} is not known; use one of: {', '.join(VIEWS)}",
            option="--view",
        )
    return VIEWS[name or "all"]


def _write(
    form: Format, dataset: Path, target: Path, view: View, header: Header
) -> tuple[Written, ...]:
    match form:
        case Format.NQUADS:
            return (write_nquads(dataset, target, _track),)
        case Format.TURTLE:
            return (write_turtle(dataset, target, _track),)
        case Format.GRAPHML:
            checked_file(target)  # not after minutes of work
            return (write_graphml(to_network(open_dataset(dataset), view, _track), target),)
        case Format.CSV:
            return write_tables(open_dataset(dataset), target, header, _track)
        case Format.XLSX:
            checked_file(target)
            return (write_workbook(open_dataset(dataset), target, header, _track),)
        case Format.RECORDS:
            return (write_records(open_dataset(dataset), target, _track),)


def _track(items: Sequence[T], /) -> Iterable[T]:
    """Show a bar while a person waits at a terminal; nothing in a pipe or a log."""
    return track(items, "", console=err, transient=True, disable=not err.is_terminal)


def _told(written: Written, tongue: str) -> str:
    if tongue != "zh":
        counts = ", ".join(f"{count} {name}" for name, count in written.counts.items())
        return f"{written.path}: {counts}; {written.size} bytes"
    counts = "，".join(f"{_HOLDS.get(name, name)} {n}" for name, n in written.counts.items())
    return f"{written.path}：{counts}；{written.size} 字节"


def _report(written: tuple[Written, ...], json: bool, tongue: str) -> None:
    if json:
        files = [
            {"path": str(each.path), "bytes": each.size, "counts": dict(each.counts)}
            for each in written
        ]
        print_json({"files": files})
    for each in written:
        if not json:
            out.print(_told(each, tongue))
        if each.path.suffix in (".csv", ".zip") and max(each.counts.values()) >= SPREADSHEET_ROWS:
            zh = f"{each.path} 的行数超过电子表格所能显示的上限"
            err.print(zh if tongue == "zh" else f"{each.path}: more rows than a spreadsheet shows")
