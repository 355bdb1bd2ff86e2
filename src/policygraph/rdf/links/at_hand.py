"""The documents at hand, as one of them finds the others; and what it asked for.

What links a document to others follows from its record and from the answers it got. A build notes
what each document asked, and links it anew only where an answer is another than before.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from policygraph.model.record import Record
from policygraph.rdf.links.contribution import Asked, Version
from policygraph.resolve.corpus import Corpus
from policygraph.resolve.quotable import Quotable, Texts
from policygraph.resolve.quoted_articles import Articles

_OPENED = 256  # records; documents ask for the same laws and plans again and again


class AtHand:
    """All documents of a build, by what others find them by.

    Attributes:
        documents: digest of a source -> the document, in the order of the files.
        record: opens a record by the digest of its source.
        articles: the articles of the documents.
    """

    def __init__(
        self, documents: Iterable[Version], record: Callable[[str], Record], texts: Texts
    ) -> None:
        self.documents = {each.contribution.sha256: each for each in documents}
        self.record = lru_cache(_OPENED)(record)
        self.articles = Articles(texts)
        found: dict[Asked, list[str]] = defaultdict(list)
        for sha256, each in self.documents.items():
            for by in ("number", "title", "quotable"):
                if key := getattr(each.contribution, by):
                    found[Asked(by, key)].append(sha256)
        self._found = dict(found)

    def answers(self, asked: Iterable[Asked]) -> str:
        """Give what changes when an answer does: another document, another version or order."""
        total = hashlib.sha256()
        for each in sorted(asked):
            found = self._found.get(each)
            if found:
                versions = (f"{sha256} {self.documents[sha256].version}" for sha256 in found)
                total.update(f"{each.by} {each.key} {' '.join(versions)}\n".encode())
        return total.hexdigest()

    def printing(self, policies: Collection[str]) -> list[str]:
        """Give the sources that print policies, in the order of the files."""
        known = self.documents.items()
        return [sha256 for sha256, each in known if each.contribution.policy in policies]

    def noting(self, asked: set[Asked]) -> tuple[Corpus, Quotable]:
        """Give the documents as those who ask take them; ``asked`` takes up what they ask for."""
        shelves = {by: _Shelf(by, self._found, self.record, asked) for by in
                   ("number", "title", "quotable")}  # fmt: skip
        return Corpus(shelves["number"], shelves["title"]), Quotable(shelves["quotable"])


class _Shelf(Mapping[str, tuple[Record, ...]]):
    """The documents by one key; notes which are asked for, and opens those that are there."""

    def __init__(
        self,
        by: str,
        found: Mapping[Asked, list[str]],
        record: Callable[[str], Record],
        asked: set[Asked],
    ) -> None:
        self._by, self._found, self._record, self._asked = by, found, record, asked

    def __getitem__(self, key: str) -> tuple[Record, ...]:
        asked = Asked(self._by, key)
        if key:
            self._asked.add(asked)
        return tuple(self._record(sha256) for sha256 in self._found[asked])

    def __iter__(self) -> Iterator[str]:
        return (asked.key for asked in self._found if asked.by == self._by)

    def __len__(self) -> int:
        return sum(1 for _ in self)
