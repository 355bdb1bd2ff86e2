"""Records and texts -> the search index of a dataset: one SQLite file beside its graphs.

    DATASET/search.sqlite

SQLite's FTS5 with every character of the folded text as a token: a word is a phrase of
characters. So words of one or two characters, which are most of Chinese, are found by the index as
well as longer ones, no dictionary decides where words begin, and there is nothing that a tokenizer
could take apart (every token is a letter, a digit, or not ASCII). The index holds no text: what is
shown is read from the side store.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from policygraph.errors import DatasetError
from policygraph.model.facts import Status
from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf.scope import policy_iri
from policygraph.search.folding import fold_name
from policygraph.search.units import BORDER, Unit, units_of

FILE = "search.sqlite"
FORMAT = 1  # PRAGMA user_version
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Texts = Callable[[str], str | None]  # gives the text of a source by its digest

_SCHEMA = f"""
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA user_version = {FORMAT};
CREATE TABLE document (
  id INTEGER PRIMARY KEY, source TEXT, iri TEXT, title TEXT, number TEXT, issued TEXT,
  kind TEXT, place TEXT, draft INTEGER, has_text INTEGER
);
CREATE TABLE unit (
  id INTEGER PRIMARY KEY, document INTEGER, path TEXT, name TEXT, trail TEXT, spans TEXT,
  names TEXT
);
CREATE VIRTUAL TABLE words USING fts5(
  title, name, names, body, above, content='', tokenize='ascii'
);
"""


def write_index(
    folder: Path, records: Iterable[Record], texts: Texts, base: str = iri.DEFAULT_BASE
) -> None:
    """Write the index of a dataset; a document that is there twice is taken once.

    A Python whose SQLite has no FTS5 writes none, and all else goes on.

    Args:
        folder: of the dataset.
        records: of all its documents; the latest are written, and found, first.
        texts: gives the text of a source by its digest; None where there is none (facts-only).
        base: base IRI of the data.

    Raises:
        DatasetError: the file cannot be written.
    """
    file = folder / FILE
    file.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(file)) as database:
            database.executescript(_SCHEMA)
            _fill(database, records, texts, base)
            database.execute("INSERT INTO words(words) VALUES ('optimize')")
            database.commit()
    except sqlite3.Error as error:
        if "fts5" in str(error):
            file.unlink(missing_ok=True)
            return
        raise DatasetError(
            zh=f"检索索引 {file} 无法写入（{error}）；请检查磁盘空间和文件夹权限",
            en=f"{file}: the search index could not be written ({error}); see to the disk and the"
            " rights of the folder",
        ) from error


def _fill(database: sqlite3.Connection, records: Iterable[Record], texts: Texts, base: str) -> None:
    place = 0
    for number, entry in enumerate(entries_of(records, texts, base), 1):
        insert(database, entry, number, place)
        place += len(entry.units)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index holds of one source.

    Attributes:
        record: its record.
        policy: IRI of what it prints.
        has_text: its text is at hand.
        units: what can be found of it, but for what an earlier source of the policy has alike.
    """

    record: Record
    policy: str
    has_text: bool
    units: tuple[Unit, ...]


def entries_of(records: Iterable[Record], texts: Texts, base: str) -> Iterator[Entry]:
    """Give what the index holds of documents; what is alike in sources of one is taken once.

    Args:
        records: of the documents: of each policy all sources or none.
        texts: gives the text of a source by its digest; None where there is none.
        base: base IRI of the data.
    """
    known: set[bytes] = set()
    for record in _latest_first(records):
        text, policy = texts(record.sha256), policy_iri(record, base)
        units: list[Unit] = []
        for unit in units_of(record, text):
            alike = sha256(repr((policy, unit.path, unit.name, unit.body)).encode()).digest()
            if alike not in known:
                known.add(alike)
                units.append(unit)
        yield Entry(record, policy, text is not None, tuple(units))


def _latest_first(records: Iterable[Record]) -> list[Record]:
    by_name = sorted(records, key=lambda record: (record.document.number or "", record.sha256))
    return sorted(by_name, key=lambda record: record.document.issued or "", reverse=True)


def insert(database: sqlite3.Connection, entry: Entry, document: int, place: int) -> None:
    """Add a source as the document of that number, its units behind the one at ``place``."""
    described = _described(entry.record, entry.policy, entry.has_text)
    database.execute(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (document, *described)
    )
    for at, unit in enumerate(entry.units, place + 1):
        lists = map(_to_json, (unit.trail, unit.spans, unit.names))
        database.execute(
            "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?)",
            (at, document, clean(unit.path), clean(unit.name), *map(clean, lists)),
        )
        database.execute(
            "INSERT INTO words(rowid, title, name, names, body, above) VALUES (?, ?, ?, ?, ?, ?)",
            (at, *columns_of(unit, entry)),
        )


def _described(record: Record, policy: str, has_text: bool) -> Iterator[str | bool | None]:
    about = record.document
    yield record.sha256
    yield policy
    yield clean(about.title or record.source)
    yield clean(about.number)
    yield clean(about.issued)
    yield clean(about.kind)
    yield clean(about.jurisdiction)
    yield about.status is Status.DRAFT
    yield has_text


def columns_of(unit: Unit, entry: Entry) -> Iterator[str]:
    """Give the columns of the table ``words``: every character a token."""
    return map(" ".join, _columns(unit, entry.record.document.title or ""))


def _columns(unit: Unit, title: str) -> tuple[str, str, str, str, str]:
    names = BORDER.join(map(fold_name, unit.names))
    if unit.path is None:
        printed = BORDER.join(map(fold_name, (unit.name, unit.number)))
        return printed, "", names, unit.body, ""
    above = BORDER.join(map(fold_name, (title, *unit.trail)))
    return "", fold_name(unit.name), names, unit.body, above


def clean(text: str | None) -> str | None:
    """Give text as SQLite takes it: a half of a surrogate pair is no character."""
    return text and text.encode("utf-8", "replace").decode("utf-8")
