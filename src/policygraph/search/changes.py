"""Changes the search index of an earlier build by the documents that came, went or changed.

What is found, and in which order, is what an index made from nothing gives: ranks follow from what
the index holds (FTS5, bm25), and of equal ranks the order is that of the documents. Numbers of rows
and pages of the file differ.
"""

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from policygraph.rdf.dataset.stamps import file_digest
from policygraph.rdf.links.at_hand import AtHand
from policygraph.search.index import FILE, FORMAT, Entry, columns_of, entries_of, insert

_MOST_CHANGED = 0.2  # of all documents; above, writing the index anew is faster
_FAST = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"  # a copy that a killed build leaves


def change_index(
    folder: Path, at_hand: AtHand, earlier: Path, digest: str, before: AtHand, base: str
) -> bool:
    """Copy the index of an earlier dataset and change in it what differs.

    Args:
        folder: of the dataset.
        at_hand: its documents.
        earlier: folder of the earlier dataset.
        digest: SHA-256 of its index as it was written.
        before: the documents of that.
        base: base IRI of the data of both.

    Returns:
        False where nothing was done: too much differs, or the earlier index cannot be used.
    """
    policies = _changed(at_hand, before)
    gone, come = (documents.printing(policies) for documents in (before, at_hand))
    if len(gone) + len(come) > 2 * _MOST_CHANGED * len(at_hand.documents):
        return False
    try:
        shutil.copyfile(earlier / FILE, folder / FILE)
        if file_digest(folder / FILE) != digest:
            raise ValueError(FILE)
        with closing(sqlite3.connect(folder / FILE)) as database:
            if database.execute("PRAGMA user_version").fetchone() != (FORMAT,):
                raise ValueError(FILE)
            database.executescript(_FAST)
            for entry in _entries(before, gone, base):
                _remove(database, entry)
            for entry in _entries(at_hand, come, base):
                insert(database, entry, _last(database, "document") + 1, _last(database, "unit"))
            database.commit()
    except (OSError, sqlite3.Error, ValueError):
        (folder / FILE).unlink(missing_ok=True)
        return False
    return True


def _changed(at_hand: AtHand, before: AtHand) -> set[str]:
    """Give the policies of which a source came, went or changed."""
    differing = [
        each
        for sha256 in {*at_hand.documents, *before.documents}
        for each in (at_hand.documents.get(sha256), before.documents.get(sha256))
        if at_hand.documents.get(sha256) != before.documents.get(sha256)
    ]
    return {each.contribution.policy for each in differing if each is not None}


def _entries(documents: AtHand, which: Iterable[str], base: str) -> list[Entry]:
    records = [documents.record(sha256) for sha256 in which]
    return list(entries_of(records, documents.articles.texts, base))


def _last(database: sqlite3.Connection, table: str) -> int:
    (last,) = database.execute(f"SELECT ifnull(max(id), 0) FROM {table}").fetchone()  # noqa: S608
    return int(last)


def _remove(database: sqlite3.Connection, entry: Entry) -> None:
    """Take a source out; FTS5 has to be told the words that it held.

    Raises:
        ValueError: the index holds something else of the source.
    """
    source = entry.record.sha256
    rows = database.execute(
        "SELECT unit.id, unit.document, unit.path FROM unit JOIN document"
        " ON document.id = unit.document WHERE document.source = ? ORDER BY unit.id",
        (source,),
    ).fetchall()
    if [path for *_, path in rows] != [unit.path for unit in entry.units]:
        raise ValueError(source)
    for (place, *_), unit in zip(rows, entry.units, strict=True):
        database.execute(
            "INSERT INTO words(words, rowid, title, name, names, body, above)"
            " VALUES ('delete', ?, ?, ?, ?, ?, ?)",
            (place, *columns_of(unit, entry)),
        )
    database.execute(
        "DELETE FROM unit WHERE document IN (SELECT id FROM document WHERE source = ?)", (source,)
    )
    database.execute("DELETE FROM document WHERE source = ?", (source,))
