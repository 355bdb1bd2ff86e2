"""Standard departments: how a short name expands, by level and date."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from policygraph.registry.tables import read_table

COLUMNS = ("written", "level", "official", "kind", "since?", "until?", "source")


@dataclass(frozen=True, slots=True)
class Department:
    """One way in which a department's name is written.

    Attributes:
        written: the name without its level word (工信局); may hold ``{short}``.
        level: level of the place: national, province, municipality, prefecture, county.
        official: the full name; ``{name}`` and ``{short}`` stand for the place.
        kind: government, vertical, institution, party ...
        since: first day on which the name holds; None: not known.
        until: first day on which it holds no more; None: not known, or it still holds.
    """

    written: str
    level: str
    official: str
    kind: str
    since: str | None
    until: str | None

    def holds_at(self, date: str | None) -> bool:
        """Say whether the name held on an ISO date; an unknown end never excludes."""
        if date is None:
            return True
        return not (self.since and date < self.since) and not (self.until and date >= self.until)


class Departments:
    """All standard departments, by the name as written."""

    def __init__(self, rows: Iterable[Department]) -> None:
        self._by_written: dict[str, list[Department]] = defaultdict(list)
        self._patterns: list[Department] = []
        self._of_level: dict[str, list[Department]] = defaultdict(list)
        self._officials: dict[tuple[str, str], list[Department]] = defaultdict(list)
        for row in rows:
            self._officials[row.level, row.official].append(row)
            if "{" in row.written:
                self._patterns.append(row)
                self._of_level[row.level].append(row)
            else:
                self._by_written[row.written].append(row)

    @cached_property
    def _holding_a_place(self) -> re.Pattern[str]:
        """One pattern of all names of branches; a third of the time of reading all tables."""
        return re.compile("|".join(map(_with_a_place, self._patterns)) or "(?!)")

    def knows(self, written: str) -> bool:
        """Say whether this is the short or full name of a standard department."""
        return written in self._by_written

    def begins_with(self, word: str) -> bool:
        """Say whether the name of a standard department begins with a word: 公安."""
        return word in self._beginnings

    def speaks_of(self, word: str) -> bool:
        """Say whether the name of a standard department holds a word: 资源 in 自然资源局."""
        return word in self._names

    @cached_property
    def _names(self) -> str:
        """All names as written, a line for each."""
        return "\n".join(self._by_written)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(name[:n] for name in self._by_written for n in range(2, len(name)))

    def holds_a_place(self, name: str) -> bool:
        """Say whether a name holds that of a place, known or not, where one of a branch does."""
        return self._holding_a_place.fullmatch(name) is not None

    def is_official(self, name: str, full: str, short: str, level: str) -> bool:
        """Say whether a name that holds a place is the official name of a department of it."""
        patterns = (name.replace(full, "{name}"), name.replace(short, "{short}"))
        return any((level, pattern) in self._officials for pattern in patterns)

    def bearing(self, name: str, full: str, short: str, level: str) -> list[Department]:
        """Give all rows, of any date, whose official name is this one of a place."""
        patterns = dict.fromkeys(
            (name, name.replace(full, "{name}"), name.replace(short, "{short}"))
        )
        return [row for pattern in patterns for row in self._officials.get((level, pattern), ())]

    def at_level(self, level: str) -> list[Department]:
        """Give all rows of a level."""
        return [row for (each, _), rows in self._officials.items() if each == level for row in rows]

    def knows_nationally(self, written: str) -> bool:
        """Say whether this is how a ministry or commission of the State Council is written."""
        return any(d.level == "national" for d in self._by_written.get(written, ()))

    def only_national(self, written: str, date: str | None) -> list[str]:
        """Give the official names that a name has on a date if no local body is written so: 公安部.

        国资委 is not: each city has one.
        """
        rows = self._by_written.get(written, ())
        if any(row.level != "national" for row in rows):
            return []
        return [row.official for row in rows if row.holds_at(date)]

    def written_as(self, written: str, level: str, date: str | None) -> list[Department]:
        """Give the departments that ``written`` names at a level on a date."""
        rows = self._by_written.get(written, ())
        return [row for row in rows if row.level == level and row.holds_at(date)]

    def patterned(
        self, name: str, full: str, short: str, level: str, date: str | None
    ) -> list[Department]:
        """Give the departments whose written form holds a place: 河南银保监局, 人行河南省分行.

        A row that names the place itself (人行郑州中心支行) goes before a pattern; 国土资源局 names
        none, though 资源 is also what 资源县 is called.
        """
        own = (row for row in self.written_as(name, level, date) if "{" not in row.official)
        return list(own) or [
            row
            for row in self._of_level.get(level, ())
            if row.written.replace("{name}", full).replace("{short}", short) == name
            and row.holds_at(date)
        ]


def _with_a_place(row: Department) -> str:
    parts = re.split(r"\{\w+\}", row.written)
    return "[一-鿿]{2,12}".join(map(re.escape, parts))


def read_departments(paths: Iterable[Path]) -> Departments:
    """Read the tables of standard departments.

    Raises:
        RegistryError: a row is incomplete; names file and line.
    """
    rows = (row for path in paths for row in read_table(path, COLUMNS, ("since", "until")))
    return Departments(
        Department(
            row["written"],
            row["level"],
            row["official"],
            row["kind"],
            row["since"] or None,
            row["until"] or None,
        )
        for row in rows
    )
