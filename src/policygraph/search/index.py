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
            _fill(database, _latest_first(records), texts, base)
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


def _latest_first(records: Iterable[Record]) -> list[Record]:
    by_name = sorted(records, key=lambda record: (record.document.number or "", record.sha256))
    return sorted(by_name, key=lambda record: record.document.issued or "", reverse=True)


def _fill(database: sqlite3.Connection, records: Iterable[Record], texts: Texts, base: str) -> None:
    known: set[bytes] = set()
    place = 0
    for number, record in enumerate(records, 1):
        text = texts(record.sha256)
        policy = policy_iri(record, base)
        database.execute(
            "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, *_described(record, policy, text is not None)),
        )
        for unit in units_of(record, text):
            alike = sha256(repr((policy, unit.path, unit.name, unit.body)).encode()).digest()
            if alike not in known:
                known.add(alike)
                place += 1
                _add(database, place, number, unit, record.document.title or "")


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


def _add(database: sqlite3.Connection, place: int, document: int, unit: Unit, title: str) -> None:
    lists = map(_to_json, (unit.trail, unit.spans, unit.names))
    database.execute(
        "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?)",
        (place, document, clean(unit.path), clean(unit.name), *map(clean, lists)),
    )
    texts = _columns(unit, title)
    database.execute(
        "INSERT INTO words(rowid, title, name, names, body, above) VALUES (?, ?, ?, ?, ?, ?)",
        (place, *map(" ".join, texts)),
    )


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
