"""All that a search index holds and answers, to compare two of them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from policygraph.rdf.dataset.folder import side_text
from policygraph.search.folding import words_of
from policygraph.search.index import FILE
from policygraph.search.query import Query
from policygraph.search.run import search

_TYPED = ("摊位", "市财政局", "的", "照明 押金", "晋城市", "2023", "不存在的")


def contents(dataset: Path) -> tuple[Any, ...]:
    """Give documents, units and words without the numbers of rows, and what some searches find."""
    with closing(sqlite3.connect(dataset / FILE)) as database:
        documents = sorted(database.execute("SELECT * FROM document"), key=lambda row: row[1])
        rows = database.execute(
            "SELECT unit.id, source, path, unit.name, trail, spans, names FROM unit"
            " JOIN document ON document.id = unit.document ORDER BY source, unit.id"
        ).fetchall()
        at = {row[0]: (row[1], place) for place, row in enumerate(rows)}
        database.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, words, instance)")
        words = sorted(
            (term, at[doc], col, offset)
            for term, doc, col, offset in database.execute("SELECT * FROM temp.v")
        )
    queries = [Query(words_of(typed), limit=1000) for typed in _TYPED]
    found = [search(dataset, lambda sha256: side_text(dataset, sha256), each) for each in queries]
    return [row[1:] for row in documents], [row[1:] for row in rows], words, found
