"""Laws and regulations that documents name, also without title marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from policygraph.registry.tables import read_table

PREFIX = "中华人民共和国"
COLUMNS = ("title", "full_title?", "kind", "version?", "source")


@dataclass(frozen=True, eq=False)
class Laws:
    """Titles of laws and regulations, without 中华人民共和国."""

    titles: frozenset[str]

    def title_of(self, printed: str) -> str | None:
        """Give the short title of a law printed in full or short; None where it is not known."""
        short = printed.removeprefix(PREFIX)
        return short if short in self.titles else None


def read_laws(paths: Iterable[Path]) -> Laws:
    """Read the tables of laws.

    Raises:
        RegistryError: a row is incomplete; names file and line.
    """
    rows = (row for path in paths for row in read_table(path, COLUMNS))
    return Laws(frozenset(row["title"].removeprefix(PREFIX) for row in rows))
