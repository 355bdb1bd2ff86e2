"""What is searched for -> SQL; words are never read as a query language."""

from collections.abc import Iterator
from dataclasses import dataclass

# Weights of the columns of ``words`` (title, name, names, body, above) in the rank (FTS5, bm25). A
# long row counts less for each word; a document has a long one, and is still known by its title.
_WEIGHTS = "40.0, 8.0, 2.0, 1.0, 0.3"
# Of equal rank the latest document first, and the clauses of one as they stand in it.
_LATEST_FIRST = (
    "ifnull(document.issued, '') DESC, ifnull(document.number, ''), document.source, unit.id"
)
_OWN = "{title name names body}"
_MATCHING = """
FROM words JOIN unit ON unit.id = words.rowid JOIN document ON document.id = unit.document
WHERE words MATCH :match
"""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for.

    Attributes:
        words: folded; all must be there, and at least one in the clause itself, the others may
            stand in the title of its document or in the headings above it.
        kind: kind of the document (通知); None for all.
        place: its place, as a code of GB/T 2260; None for all.
        year: year of its date; None for all.
        documents: IRIs of the documents to search; None for all.
        first: how many hits to pass over.
        limit: how many hits to give at most.
    """

    words: tuple[str, ...]
    kind: str | None = None
    place: str | None = None
    year: str | None = None
    documents: frozenset[str] | None = None
    first: int = 0
    limit: int = 20

    def values(self) -> dict[str, str | int | None]:
        """Give the values that stand for the names in the SQL."""
        return {
            "match": _match(self.words),
            "kind": self.kind,
            "place": self.place,
            "year": self.year,
            "first": self.first,
            "limit": self.limit,
        }

    def hits(self) -> str:
        """Give the SQL for one page of hits, the best first."""
        return (
            "SELECT unit.path, unit.name, unit.trail, unit.spans, unit.names, document.source,"
            " document.iri, document.title, document.number, document.issued, document.kind,"
            f" document.place, document.draft {_MATCHING} {self._filters()}"
            f" ORDER BY bm25(words, {_WEIGHTS}), {_LATEST_FIRST} LIMIT :limit OFFSET :first"
        )

    def count(self) -> str:
        """Give the SQL for the number of hits, and of the documents they are in."""
        return f"SELECT count(*), count(DISTINCT document.iri) {_MATCHING} {self._filters()}"

    def counted_by(self, field: str) -> str:
        """Give the SQL for how many hits each value of a filter would leave."""
        return (
            f"SELECT {_COLUMNS[field]} AS value, count(*) {_MATCHING} {self._filters(field)}"
            " AND value <> '' GROUP BY value ORDER BY 2 DESC, value"
        )

    def _filters(self, but: str = "") -> str:
        return " ".join(f"AND {each}" for each in self._conditions(but))

    def _conditions(self, but: str) -> Iterator[str]:
        for field, column in _COLUMNS.items():
            if field != but and getattr(self, field) is not None:
                yield f"{column} = :{field}"
        if self.documents is not None:
            yield "document.iri IN (SELECT iri FROM temp.wanted)"


_COLUMNS = {
    "kind": "document.kind",
    "place": "document.place",
    "year": "substr(document.issued, 1, 4)",
}


def _match(words: tuple[str, ...]) -> str:
    """Give the words as phrases of characters (FTS5, section 3).

    A folded word holds nothing but letters, digits and characters beyond ASCII.
    """
    phrases = [f'"{" ".join(word)}"' for word in words]
    if len(phrases) == 1:
        return f"{_OWN} : {phrases[0]}"
    own = " OR ".join(phrases)
    return f"({_OWN} : ({own})) AND {' AND '.join(phrases)}"
