"""Bodies whose names no standard tells: reviewed rows, by place and name as written."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from policygraph.registry.tables import read_table

COLUMNS = ("place", "written", "official", "since?", "until?", "source")


@dataclass(frozen=True, slots=True)
class Body:
    """One body of one place, under one way of writing its name.

    Attributes:
        place: GB/T 2260 code.
        written: the name with its level: 市自然资源局.
        official: its full name.
        since: first day on which that name holds; None: not known.
        until: first day on which it holds no more; None: not known, or it still holds.
    """

    place: str
    written: str
    official: str
    since: str | None
    until: str | None


class Bodies:
    """All reviewed bodies."""

    def __init__(self, rows: Iterable[Body]) -> None:
        self._rows: dict[tuple[str, str], list[Body]] = {}
        self._officials: set[tuple[str, str]] = set()
        for row in rows:
            self._rows.setdefault((row.place, row.written), []).append(row)
            self._officials.add((row.place, row.official))

    def has(self, place: str, official: str) -> bool:
        """Say whether a reviewed row gives a body of a place this official name."""
        return (place, official) in self._officials

    def official(self, place: str, written: str, date: str | None) -> list[str]:
        """Give the official names that ``written`` has in a place on an ISO date."""
        return [
            row.official
            for row in self._rows.get((place, written), ())
            if date is None
            or not ((row.since and date < row.since) or (row.until and date >= row.until))
        ]


def read_bodies(paths: Iterable[Path]) -> Bodies:
    """Read the tables of reviewed bodies.

    Raises:
        RegistryError: a row is incomplete; names file and line.
    """
    rows = (row for path in paths for row in read_table(path, COLUMNS, ("since", "until")))
    return Bodies(
        Body(
            row["place"],
            row["written"],
            row["official"],
            row["since"] or None,
            row["until"] or None,
        )
        for row in rows
    )
