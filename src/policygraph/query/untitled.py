"""Documents without a title in the rows of an answer: people know them by their file."""

from dataclasses import replace
from functools import cache

import pyoxigraph as ox

from policygraph.query.answer import Answer, Term
from policygraph.rdf import vocabulary as v

_TITLE = "policyTitle"  # name of the column in every question that has one


def with_files(answer: Answer, store: ox.Store) -> Answer:
    """Give the answer with the file of each row whose document has no title."""
    names = [column.name for column in answer.columns]
    if _TITLE not in names:
        return answer
    title = names.index(_TITLE)
    untitled = [n for n, row in enumerate(answer.rows) if row[title] is None]
    if not untitled:
        return answer

    @cache  # many rows are of one clause
    def file_of(thing: ox.NamedNode) -> str | None:
        clause = _thing(store, thing, v.OF_CLAUSE) or thing
        for document in (clause, _thing(store, clause, v.OF_POLICY)):
            source = _thing(store, document, v.PRINTED_IN)
            if source is not None:
                return _text(store, source)
        return None

    files: list[str | None] = [None] * len(answer.rows)
    for n in untitled:
        things = (term for term in answer.rows[n] if isinstance(term, ox.NamedNode))
        files[n] = next(filter(None, map(file_of, things)), None)
    return replace(answer, files=tuple(files))


def titled(answer: Answer) -> Answer:
    """Name documents without a title by their file: for people's eyes."""
    if not any(answer.files):
        return answer
    title = [column.name for column in answer.columns].index(_TITLE)
    named = zip(answer.rows, answer.files, strict=True)
    return replace(answer, rows=tuple(_named(row, title, file) for row, file in named), files=())


def _named(row: tuple[Term | None, ...], title: int, file: str | None) -> tuple[Term | None, ...]:
    return (*row[:title], ox.Literal(file), *row[title + 1 :]) if file else row


def _thing(store: ox.Store, node: ox.NamedNode | None, predicate: str) -> ox.NamedNode | None:
    """Give the first node that a node leads to; None where there is none."""
    quads = store.quads_for_pattern(node, ox.NamedNode(predicate), None) if node else iter(())
    found = next(iter(quads), None)
    return found.object if found and isinstance(found.object, ox.NamedNode) else None


def _text(store: ox.Store, source: ox.NamedNode) -> str | None:
    quad = next(store.quads_for_pattern(source, ox.NamedNode(v.FILE_NAME), None), None)
    return quad.object.value if quad and isinstance(quad.object, ox.Literal) else None
