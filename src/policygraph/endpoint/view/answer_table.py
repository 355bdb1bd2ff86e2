"""Answer of a question -> table for a page."""

from collections.abc import Collection, Iterator
from dataclasses import replace

import pyoxigraph as ox

from policygraph.endpoint.http.messages import message
from policygraph.endpoint.view.cells import Cell, Cells
from policygraph.endpoint.view.names import document_of
from policygraph.endpoint.view.tables import Table, fitted
from policygraph.endpoint.workers.asking import Excerpt
from policygraph.query.answer import Answer, Term, told_once
from policygraph.query.wording import worded


def answer_table(
    found: Excerpt, cells: Cells, language: str, without: Collection[str] = ()
) -> Table:
    """Show an answer: names as they are, and an IRI as a link beside the name it belongs to.

    Args:
        found: its first rows.
        cells: what shows terms.
        language: ``zh`` or ``en``.
        without: columns that the page has no need of.
    """
    answer = _without(told_once(found.answer), without)
    rows = tuple(tuple(_row(row, answer, cells, language)) for row in answer.rows)
    columns = tuple(column.label(language) for column in answer.columns)
    alike = {n for n, column in enumerate(answer.columns) if column.name in found.alike}
    return fitted(Table(columns, rows, more=found.count > len(rows)), alike)


def _without(answer: Answer, names: Collection[str]) -> Answer:
    kept = [n for n, column in enumerate(answer.columns) if column.name not in names]
    rows = tuple(tuple(row[n] for n in kept) for row in answer.rows)
    return replace(answer, columns=tuple(answer.columns[n] for n in kept), rows=rows)


def _row(
    row: tuple[Term | None, ...], answer: Answer, cells: Cells, language: str
) -> Iterator[Cell]:
    for term, column in zip(row, answer.columns, strict=True):
        cell = cells.of(term)
        if cell.href:
            yield replace(cell, text=message("open", language), lang="", hint=cell.text)
        elif term is None and column.name == "policyTitle":
            yield _untitled(row, cells)
        else:
            yield replace(cell, text=worded(cell.text, column.name, language))


def _untitled(row: tuple[Term | None, ...], cells: Cells) -> Cell:
    """Name the document of a row that has no title by its file, to tell rows apart."""
    things = (term for term in row if isinstance(term, ox.NamedNode))
    documents = (document_of(cells.reader, thing) for thing in things)
    document = next((one for one in documents if isinstance(one, ox.NamedNode)), None)
    return Cell(cells.name(document)) if document else Cell("")
