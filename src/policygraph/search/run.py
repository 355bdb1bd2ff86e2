"""Runs a search on the index of a dataset and quotes what it finds."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from policygraph.errors import DatasetError
from policygraph.model.source import Span
from policygraph.search.excerpt import Excerpt, Piece, excerpt_of, marked
from policygraph.search.folding import fold
from policygraph.search.index import FILE, FORMAT
from policygraph.search.query import Query
from policygraph.validate.positions import Positions, Texts

_HELD = 8  # texts; hits of one document come near each other
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FoundIn:
    """The document of a hit.

    Attributes:
        iri: its IRI.
        source: SHA-256 of the file that prints it.
        title: as printed; the name of the file where no title was read.
        number: 文号; empty where it has none.
        issued: its date, ``YYYY-MM-DD``; empty where none was read.
        kind: its kind (通知); empty where none was read.
        place: its place, as a code of GB/T 2260; empty where none was read.
        draft: it is a draft for comment.
    """

    iri: str
    source: str
    title: str
    number: str
    issued: str
    kind: str
    place: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause, or a document, in which words were found.

    Attributes:
        document: the document.
        path: of the clause; None for the document itself.
        trail: names of the clauses above, outermost first.
        title: of the document, the words marked.
        number: its 文号, the words marked.
        heading: label and heading of the clause, the words marked; empty for a document.
        excerpt: the lines in which the words stand; empty where its own text does not have them.
        names: names of units and documents that its facts hold, the words marked; empty as above.
        span: where the first word stands in the source; None as above.
        line: number of that line, from 1.
    """

    document: FoundIn
    path: str | None
    trail: tuple[str, ...]
    title: tuple[Piece, ...]
    number: tuple[Piece, ...]
    heading: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    names: tuple[Piece, ...]
    span: Span | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Result:
    """One page of what was found.

    Attributes:
        hits: the best first.
        total: number of hits in all.
        in_documents: number of documents they are in.
        documents: number of documents that can be searched.
        without_text: how many of those are facts only.
        kinds: kind -> hits, if that filter were set to it.
        places: code of a place -> hits.
        years: year -> hits, the latest first.
    """

    hits: tuple[Hit, ...]
    total: int
    in_documents: int
    documents: int
    without_text: int
    kinds: Counts = ()
    places: Counts = ()
    years: Counts = ()


def search(dataset: Path, texts: Texts, query: Query) -> Result:
    """Search a dataset.

    Args:
        dataset: its folder.
        texts: gives the text of a source by its digest.
        query: what to search for.

    Raises:
        DatasetError: the dataset has no index that can be read.
    """
    file = dataset / FILE
    with _open(file) as database:
        documents, without = database.execute(
            "SELECT count(*), coalesce(sum(NOT has_text), 0) FROM document"
        ).fetchone()
        if not query.words:
            return Result((), 0, 0, documents, without)
        if query.documents is not None:
            _want(database, query.documents)
        values = query.values()
        total, in_documents = database.execute(query.count(), values).fetchone()
        rows = database.execute(query.hits(), values).fetchall()
        kinds, places, years = (
            tuple(database.execute(query.counted_by(field), values).fetchall())
            for field in ("kind", "place", "year")
        )
    by_year = tuple(sorted(years, reverse=True))
    hits = tuple(_quoted(rows, lru_cache(_HELD)(texts), query.words))
    return Result(hits, total, in_documents, documents, without, kinds, places, by_year)


@contextmanager
def _open(file: Path) -> Iterator[sqlite3.Connection]:
    """Open the index for reading.

    Raises:
        DatasetError: there is none, it is broken, or another version of the program wrote it.
    """
    address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            if database.execute("PRAGMA user_version").fetchone() != (FORMAT,):
                raise DatasetError(
                    zh=f"检索索引 {file} 不是本版本程序写的；请重新构建数据集",
                    en=f"{file}: of another version; build the dataset again",
                )
            yield database
    except sqlite3.Error as error:
        raise DatasetError(
            zh=f"检索索引 {file} 不存在或无法读取（{error}）；请重新构建数据集"
            "（所用 Python 的 SQLite 须含 FTS5）",
            en=f"{file}: no search index that can be read ({error}); build the dataset again,"
            " with a Python whose SQLite has FTS5",
        ) from error


def _want(database: sqlite3.Connection, documents: frozenset[str]) -> None:
    database.execute("PRAGMA temp_store = MEMORY")
    database.execute("CREATE TEMP TABLE wanted (iri TEXT PRIMARY KEY)")
    database.executemany("INSERT INTO temp.wanted VALUES (?)", ((one,) for one in documents))


def _quoted(rows: list[Any], texts: Texts, words: tuple[str, ...]) -> Iterator[Hit]:
    positions = Positions(texts)
    for path, name, trail, spans, names, source, iri, title, *rest in rows:
        number, issued, kind, place, draft = (value or "" for value in rest)
        document = FoundIn(iri, source, title, number, issued, kind, place, bool(draft))
        excerpt = _excerpt(texts(source), json.loads(spans), words, name)
        heading = marked(name, words) if path is not None else ()
        missing = _missing(heading or marked(title, words), excerpt, words)
        at = positions.line_and_column(source, excerpt.span.start) if excerpt else None
        yield Hit(
            document=document,
            path=path,
            trail=tuple(json.loads(trail)),
            title=marked(title, words),
            number=marked(number, words),
            heading=heading,
            excerpt=excerpt.pieces if excerpt else (),
            names=_with_words(json.loads(names), missing),
            span=excerpt.span if excerpt else None,
            line=at[0] if at else None,
        )


def _excerpt(
    text: str | None, spans: list[list[int]], words: tuple[str, ...], name: str
) -> Excerpt | None:
    if text is None or not spans:
        return None
    return excerpt_of(text, [Span(*span) for span in spans], words, name)


def _missing(
    heading: tuple[Piece, ...], excerpt: Excerpt | None, words: tuple[str, ...]
) -> tuple[str, ...]:
    """Give the words that stand neither in the heading nor in the excerpt."""
    pieces = (*heading, *(excerpt.pieces if excerpt else ()))
    shown = [fold(piece.text) for piece in pieces if piece.is_found]
    return tuple(word for word in words if not any(word in text for text in shown))


def _with_words(names: list[str], words: tuple[str, ...]) -> tuple[Piece, ...]:
    """Give those of the names in which words stand, 、 between them."""
    shown: list[Piece] = []
    for name in names:
        pieces = marked(name, words)
        if any(piece.is_found for piece in pieces):
            shown += [Piece("、"), *pieces] if shown else pieces
    return tuple(shown)
