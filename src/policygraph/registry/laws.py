"""Laws and regulations that documents name, also without title marks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from policygraph.errors import RegistryError
from policygraph.registry.tables import Row, read_table

_TAIL = 4  # characters
PREFIX = "中华人民共和国"
COLUMNS = ("title", "full_title?", "kind", "version?", "source")


@dataclass(frozen=True, eq=False)
class Laws:
    """Titles of laws and regulations, without 中华人民共和国.

    Attributes:
        titles: the titles.
        endings: each matches one last character (法, 例, 定) of what ends like a title: a search
            that begins with a literal is fast.
        lengths: last characters of titles (``_TAIL``) -> how long such titles are, longest first;
            "" -> how long those are that have fewer characters.
        articles: title -> number of articles; of the version with the most, and only where the
            text of a version was at hand to count them.
    """

    titles: frozenset[str]
    endings: tuple[re.Pattern[str], ...]
    lengths: Mapping[str, tuple[int, ...]]
    articles: Mapping[str, int]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Find the titles in a text: (start, end) of each, with 中华人民共和国 where printed.

        The ending is looked for first: few places of a text end like a law.
        """
        ends = (match.end() for ending in self.endings for match in ending.finditer(text))
        for end in sorted(ends):
            tail = text[max(0, end - _TAIL) : end]
            lengths = (*self.lengths.get(tail, ()), *self.lengths.get("", ()))
            length = next((n for n in lengths if text[end - n : end] in self.titles), None)
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
    articles: dict[str, int] = {}
    for path in paths:
        for row in read_table(path, COLUMNS):
            title = row["title"].removeprefix(PREFIX)
            articles[title] = max(articles.get(title, 0), _articles(path, row))
    titles = frozenset(articles)
    before: dict[str, set[str]] = defaultdict(set)  # the characters before each last one
    for title in titles:
        before[title[-1]].add(title[-2])
    endings = tuple(
        re.compile(f"{re.escape(last)}(?<=[{re.escape(''.join(sorted(chars)))}].)")
        for last, chars in sorted(before.items())
    )
    tails: dict[str, set[int]] = defaultdict(set)
    for title in titles:
        tails[title[-_TAIL:] if len(title) >= _TAIL else ""].add(len(title))
    lengths = {tail: tuple(sorted(found, reverse=True)) for tail, found in tails.items()}
    counted = {title: count for title, count in articles.items() if count}
    return Laws(titles, endings, lengths, counted)


def _articles(path: Path, row: Row) -> int:
    """Read the number of articles; 0 where it is not known. Tables of one's own may lack it."""
    written = row.get("articles") or "0"
    if not re.fullmatch("[0-9]{1,4}", written):
        raise RegistryError(
            zh=f"登记表 {path} 中“{row['title']}”的 articles 为“{written}”；请填写整数，或留空",
            en=f"{path}: {row['title']}: articles is {written!r}; give a whole number, or leave it"
            " empty",
        )
    return int(written)
