"""Laws and regulations that documents name, also without title marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from policygraph.registry.tables import read_table

PREFIX = "中华人民共和国"
COLUMNS = ("title", "full_title?", "kind", "version?", "source")


@dataclass(frozen=True, eq=False)
class Laws:
    """Titles of laws and regulations, without 中华人民共和国.

    Attributes:
        titles: the titles.
        endings: matches the last character of what ends like a title (法, 例, 定).
        lengths: how long titles are, longest first.
    """

    titles: frozenset[str]
    endings: re.Pattern[str]
    lengths: tuple[int, ...]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Find the titles in a text: (start, end) of each, with 中华人民共和国 where printed.

        The ending is looked for first: few places of a text end like a law.
        """
        for match in self.endings.finditer(text):
            end = match.end()
            length = next((n for n in self.lengths if text[end - n : end] in self.titles), None)
            if length and end >= length:
                start = end - length
                prefixed = text.endswith(PREFIX, 0, start)
                yield start - len(PREFIX) if prefixed else start, end

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
    titles = frozenset(row["title"].removeprefix(PREFIX) for row in rows)
    last, before = ("".join(sorted({re.escape(title[i]) for title in titles})) for i in (-1, -2))
    endings = f"[{last}](?<=[{before}].)" if titles else ""
    lengths = tuple(sorted({len(title) for title in titles}, reverse=True))
    return Laws(titles, re.compile(endings or r"(?!)"), lengths)
