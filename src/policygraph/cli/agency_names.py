"""policygraph agencies unresolved, review: names that no table settles, and their decisions."""

from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from policygraph.cli.agency_sources import records_of
from policygraph.cli.console import (
    complain,
    errors_reported,
    form_of,
    language_of,
    out,
    print_csv,
    print_json,
)
from policygraph.cli.documents import registry_for
from policygraph.cli.options import (
    CSV_HELP,
    LanguageOption,
    ListOption,
    RegistryOption,
    SheetOption,
    argument,
    option,
)
from policygraph.export.cells import as_text
from policygraph.export.tables_read import read_table, texts_of
from policygraph.registry.headings import heading
from policygraph.registry.registry import holds_tables, load_registry
from policygraph.resolve.suggest import Unresolved, unresolved_names
from policygraph.review.bodies import COLUMNS, add_bodies, read_decisions
from policygraph.show.printable import printable


class Listing(StrEnum):
    """What ``unresolved --format`` takes."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def unresolved(
    paths: Annotated[
        list[Path] | None,
        argument(
            en="Dataset, records, texts or folders of them.",
            zh="数据集、记录、文本，或其所在的文件夹。",
        ),
    ] = None,
    form: Annotated[
        Listing,
        option(
            "--format",
            "-f",
            en="How to print it: text, csv (to be reviewed) or json. " + CSV_HELP.en,
            zh=f"输出格式：text 文字、csv（填写后可收回）或 json。{CSV_HELP.zh}。",
        ),
    ] = Listing.TEXT,
    target: ListOption = None,
    registry: RegistryOption = None,
    language: LanguageOption = None,
) -> None:
    """List the names that resolved to nothing, with the nearest names of the registry.

    列出未能还原的单位名称及登记表中最接近的名称；csv 填写后可由 agencies review 收回。

    \b
    Example:
      policygraph agencies unresolved data/build --out names.csv
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        form = form_of(target, form)
        asked = paths or [Path("data/build")]
        tables = registry_for(asked, registry or [])
        records = records_of(asked, registry or [], tongue)
        found = unresolved_names(records, tables)
        match form:
            case Listing.JSON:
                print_json([asdict(each) for each in found], target)
            case Listing.CSV:
                _print_csv(found, target, tongue)
            case Listing.TEXT:
                _print_text(found, tongue)


def _print_csv(found: Sequence[Unresolved], target: Path | None, tongue: str) -> None:
    people = tongue == "zh"
    columns = (*COLUMNS, "count", "candidates", "nearest")
    join = "；" if people else "|"
    rows = [[heading(column) if people else column for column in columns]]
    for each in found:
        told = (str(each.count), join.join(each.candidates), join.join(each.nearest))
        row = (each.place, each.name, *[""] * (len(COLUMNS) - 2), *told)
        rows.append([as_text(value, people=people) for value in row])
    print_csv(rows, tongue, target)


def _print_text(found: Sequence[Unresolved], tongue: str) -> None:
    words = ("可能", "近似") if tongue == "zh" else ("one of", "nearest")
    for each in found:
        names = each.candidates or each.nearest
        tail = f"  {words[not each.candidates]}: {' | '.join(names)}" if names else ""
        out.print(printable(f"{each.count:>5}  {each.place or '-':6}  {each.name}{tail}"))
    out.print(f"{len(found)} 个名称" if tongue == "zh" else f"{len(found)} names")


def review(
    file: Annotated[
        Path,
        argument(
            en="Table of agencies unresolved, filled in: CSV in UTF-8 or GB18030, or a "
            "workbook (.xlsx).",
            zh="填好的 agencies unresolved 名称表（CSV，UTF-8 或 GB18030 均可；或 Excel 工作簿）。",
        ),
    ],
    into: Annotated[
        Path,
        option("--into", en="Registry folder that takes the rows.", zh="写入哪个登记表文件夹。"),
    ],
    sheet: SheetOption = None,
    registry: RegistryOption = None,
    language: LanguageOption = None,
) -> None:
    """Take a person's decisions into bodies.csv of a registry folder, with who and when.

    把人工认定的名称写入登记表文件夹的 bodies.csv，注明认定人和日期。

    \b
    Example:
      policygraph agencies review names.csv --into registry
      policygraph agencies review 名单.xlsx --into registry
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        tables = load_registry([*(registry or []), *([into] if holds_tables(into) else [])])
        table = read_table(file, heading("official"), sheet)
        lines = ((line.number, texts_of(line)) for line in table.rows)
        decisions = read_decisions(table.columns, lines, tables, file.name)
        rows = [decision.row for decision in decisions if decision.row]
        for decision in decisions:
            if decision.problem is not None:
                told = decision.problem.in_language(tongue)
                complain(f"{file.name}:{decision.line}: {told}")
        if not rows:
            out.print("没有可写入的行" if tongue == "zh" else "no row was taken")
            return
        bodies = add_bodies(into, rows)
    out.print(f"{bodies}: +{len(rows)}")
