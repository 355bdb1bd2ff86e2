"""``policygraph export``: write a dataset as files for other programs."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.progress import track

from policygraph.cli.console import JsonOption, err, errors_reported, out, print_json
from policygraph.export.cells import Header
from policygraph.export.dumps import write_nquads, write_turtle
from policygraph.export.graphml import write_graphml
from policygraph.export.network import VIEWS, View, to_network
from policygraph.export.output import Written, checked_file
from policygraph.export.records import write_records
from policygraph.export.tables import SPREADSHEET_ROWS, write_tables
from policygraph.rdf.dataset import open_dataset

T = TypeVar("T")


class Format(StrEnum):
    """What ``--format`` takes."""

    NQUADS = "nquads"
    TURTLE = "turtle"
    GRAPHML = "graphml"
    CSV = "csv"
    RECORDS = "records"


def export(
    *,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="nquads, turtle: the graph. graphml: a network for Gephi, yEd, networkx."
            " csv: tables for a spreadsheet. records: JSON, read back from the graphs."
            " / 输出格式。",
        ),
    ],
    target: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            help="File to write; for csv a folder or a .zip, for records a folder."
            " A name in .gz is compressed. / 输出文件（csv 为文件夹或 .zip，records 为文件夹）。",
        ),
    ],
    dataset: Annotated[Path, typer.Argument(help="Folder of the dataset. / 数据集。")] = Path(
        "data/build"
    ),
    view: Annotated[
        str | None,
        typer.Option(help="graphml: duties, citations or all (default). / 网络图内容。"),
    ] = None,
    header: Annotated[
        Header | None,
        typer.Option(
            help="csv: zh (default) for people, en for programs: stable names and codes."
            " / 表头语言。"
        ),
    ] = None,
    gzip: Annotated[
        bool, typer.Option("--gzip", help="Compress the file and add .gz. / 压缩。")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Write a dataset as files: RDF dump, network, tables or records.

    把数据集导出为文件：RDF 数据、网络图、表格或抽取记录。

    \b
    Example:
      policygraph export data/build --format csv --out tables.zip
    """
    shown = _view(view, form)
    if header and form is not Format.CSV:
        raise typer.BadParameter("only --format csv has headers", param_hint="--header")
    if gzip and form is Format.CSV:
        raise typer.BadParameter("name a file that ends in .zip as --out", param_hint="--gzip")
    if gzip and form is Format.RECORDS:
        raise typer.BadParameter("records are a folder of files", param_hint="--gzip")
    if gzip and target.suffix != ".gz":
        target = target.with_name(f"{target.name}.gz")
    with errors_reported():
        written = _write(form, dataset, target, shown, header or Header.ZH)
    _report(written, json)


def _view(name: str | None, form: Format) -> View:
    if name is not None and form is not Format.GRAPHML:
        raise typer.BadParameter("only --format graphml has views", param_hint="--view")
    if name is not None and name not in VIEWS:
        raise typer.BadParameter(
            f"{name!r} is not known; use one of: {', '.join(VIEWS)}", param_hint="--view"
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
        case Format.RECORDS:
            return (write_records(open_dataset(dataset), target, _track),)


def _track(items: Sequence[T], /) -> Iterable[T]:
    """Show a bar while a person waits at a terminal; nothing in a pipe or a log."""
    return track(items, "", console=err, transient=True, disable=not err.is_terminal)


def _report(written: tuple[Written, ...], json: bool) -> None:
    if json:
        files = [
            {"path": str(each.path), "bytes": each.size, "counts": dict(each.counts)}
            for each in written
        ]
        print_json({"files": files})
    for each in written:
        counts = ", ".join(f"{count} {name}" for name, count in each.counts.items())
        if not json:
            out.print(f"{each.path}: {counts}; {each.size} bytes")
        if each.path.suffix in (".csv", ".zip") and max(each.counts.values()) >= SPREADSHEET_ROWS:
            err.print(f"{each.path}: more rows than a spreadsheet shows")
