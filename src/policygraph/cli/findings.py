"""policygraph findings: what could not be read, resolved or accepted, and where."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.console import (
    EXIT_FINDINGS,
    UsageError,
    errors_reported,
    form_of,
    language_of,
    out,
    print_csv,
    print_json,
)
from policygraph.cli.options import (
    CSV_HELP,
    JsonOption,
    LanguageOption,
    ListOption,
    RegistryOption,
    argument,
    option,
)
from policygraph.export.cells import Header, cell
from policygraph.export.lookup import Concept
from policygraph.model.code import Severity
from policygraph.model.codes import CODES
from policygraph.show.findings import Found, find_findings
from policygraph.show.printable import printable

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_HEADINGS = {
    "file": "文件名",
    "line": "行",
    "column": "列",
    "code": "代码",
    "severity": "级别",
    "message": "含义与处理",
    "rule": "规则",
    "detail": "所指",
    "quote": "原文",
}


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def findings(
    paths: Annotated[
        list[Path],
        argument(
            en="Texts, records, folders of them, or datasets.",
            zh="文本、记录、其所在的文件夹，或数据集。",
        ),
    ],
    code: Annotated[
        list[str] | None,
        option(
            "--code",
            "-c",
            en="Only this code, or all that begin with it: mark.",
            zh="只列出此代码，或以此开头的全部代码（如 mark）。",
        ),
    ] = None,
    *,
    form: Annotated[
        Format,
        option(
            "--format",
            "-f",
            en="How to print it: text, json or csv. " + CSV_HELP.en,
            zh=f"输出格式：text 文字、json 或 csv。{CSV_HELP.zh}。",
        ),
    ] = Format.TEXT,
    target: ListOption = None,
    registry: RegistryOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """List what could not be read, resolved or accepted: the worst first, with its place.

    列出未能读取、还原或采用之处：按级别、文件、位置排列，并统计各代码的数量。

    \b
    Example:
      policygraph findings data/samples --code agency
      policygraph findings data/build --out findings.csv
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        form = form_of(target, Format.JSON if as_json else form)
        wanted = _known(code or [])
        found = find_findings(paths, registry or [])
        found = [each for each in found if not wanted or each.finding.code in wanted]
        _print(found, form, target, tongue)
    if any(each.finding.severity is Severity.ERROR for each in found):
        raise typer.Exit(EXIT_FINDINGS)


def _print(found: Sequence[Found], form: Format, target: Path | None, tongue: str) -> None:
    match form:
        case Format.JSON:
            print_json([_row(each, tongue) for each in found], target)
        case Format.CSV:
            _print_csv(found, target, tongue)
        case Format.TEXT:
            _print_text(found, tongue)


def _known(codes: Sequence[str]) -> set[str]:
    """Give the codes that are meant: ``mark`` means ``mark.no-unit`` and ``mark.not-a-unit``."""
    known: set[str] = set()
    for asked in codes:
        meant = {
            each for each in CODES if each == asked or each.startswith(f"{asked.rstrip('.')}.")
        }
        if not meant:
            kinds = sorted({each.partition(".")[0] for each in CODES})
            raise UsageError(
                zh=f"没有“{asked}”这一代码；请用以下词开头的代码：{'、'.join(kinds)}"
                "（见 docs/findings.md）",
                en=f"{asked!r} is no code; they begin with {', '.join(kinds)}"
                " (see docs/findings.md)",
                option="--code",
            )
        known |= meant
    return known


def _row(found: Found, tongue: str) -> dict[str, str | int | None]:
    finding, place = found.finding, found.place
    return {
        "file": found.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": found.message(tongue),
        "rule": finding.rule,
        "detail": finding.detail,
        "quote": found.quote,
    }


def _print_csv(found: Sequence[Found], target: Path | None, tongue: str) -> None:
    """Print them for people with a spreadsheet in ``zh``, for programs in ``en``."""
    header = Header(tongue)
    table = [list(_HEADINGS.values() if header is Header.ZH else _HEADINGS)]
    for each in found:
        row = _row(each, tongue)
        severity = Concept(str(row["severity"]), each.finding.severity.in_language(tongue))
        table.append([cell(value, header) for value in {**row, "severity": severity}.values()])
    print_csv(table, tongue, target)


def _print_text(found: Sequence[Found], tongue: str) -> None:
    for each in found:
        severity = each.finding.severity
        place = f":{each.place.line}:{each.place.column}" if each.place else ""
        told = not each.quote or each.quote == each.finding.detail
        quote = "" if told else f" “{each.quote}”"
        word = severity.in_language(tongue)
        out.print(printable(f"{each.file}{place}: "), end="")
        out.print(f"{word} {each.finding.code}", end="", style=_COLOURS[severity])
        out.print(printable(f": {each.message(tongue)}{quote}"))
    _print_counts(found, tongue)


def _print_counts(found: Sequence[Found], tongue: str) -> None:
    if not found:
        out.print("没有问题" if tongue == "zh" else "no findings")
        return
    out.print()
    for code, count in sorted(Counter(each.finding.code for each in found).items()):
        out.print(f"{count:>6}  {code}", style=_COLOURS[CODES[code].severity])
    files = len({each.file for each in found})
    total = (
        f"{len(found)} 项，{files} 个文件"
        if tongue == "zh"
        else f"{len(found)} {'finding' if len(found) == 1 else 'findings'}"
        f" in {files} {'file' if files == 1 else 'files'}"
    )
    out.print(total)
