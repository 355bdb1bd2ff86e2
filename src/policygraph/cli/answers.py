"""Answers as a person reads them in a terminal."""

from dataclasses import replace

import pyoxigraph as ox
from rich.table import Table
from rich.text import Text

from policygraph.query.answer import Answer, Plain, for_people
from policygraph.rdf.vocabulary import PREFIXES
from policygraph.show.printable import printable

_ABBREVIATIONS = sorted(((iri, f"{name}:") for name, iri in PREFIXES.items()), reverse=True)
_YES_NO = {"zh": {True: "是", False: "否"}, "en": {True: "yes", False: "no"}}
_CELL = 13  # characters of width that a column of a table needs to be read


def without_iris(answer: Answer) -> Answer:
    """Leave out the columns that hold nothing but IRIs, if others are left.

    Where a document has no title, the last of them stays: it tells which one it is.
    """
    kept = [
        index
        for index in range(len(answer.columns))
        if not all(
            row[index] is None or isinstance(row[index], ox.NamedNode) for row in answer.rows
        )
    ]
    if not kept:
        return answer
    if _is_untitled(answer):
        kept = sorted({*kept, len(answer.columns) - 1})
    rows = tuple(tuple(row[index] for index in kept) for row in answer.rows)
    return replace(answer, columns=tuple(answer.columns[index] for index in kept), rows=rows)


def _is_untitled(answer: Answer) -> bool:
    names = [column.name for column in answer.columns]
    title = names.index("policyTitle") if "policyTitle" in names else None
    return title is not None and any(row[title] is None for row in answer.rows)


def laid_out(answer: Answer, language: str, width: int) -> Table | Text:
    """Lay an answer out for a screen: a table, or where that is too narrow a block for each row."""
    if width < _CELL * len(answer.columns):
        return _blocks(answer, language)
    return table_of(answer, language)


def table_of(answer: Answer, language: str) -> Table:
    """Give an answer as a table with headings in ``zh`` or ``en``."""
    table = Table()
    for column in answer.columns:
        table.add_column(Text(column.label(language)), overflow="fold")
    for row in answer.values():
        cells = zip(row, answer.columns, strict=True)
        table.add_row(*(Text(_legible(_worded(value, c.name, language))) for value, c in cells))
    return table


def _blocks(answer: Answer, language: str) -> Text:
    lines = [
        "\n".join(
            f"{column.label(language)}: {_legible(_worded(value, column.name, language))}"
            for column, value in zip(answer.columns, row, strict=True)
            if value not in (None, "")
        )
        for row in answer.values()
    ]
    return Text("\n\n".join(lines))


def _worded(value: Plain, column: str, language: str) -> str:
    if isinstance(value, bool):
        return _YES_NO[language][value]
    return for_people(value, column, language)


def _legible(value: str) -> str:
    """Shorten an IRI, and take out what could steer the terminal."""
    for iri, prefix in _ABBREVIATIONS:
        if value.startswith(iri):
            value = prefix + value[len(iri) :]
            break
    return printable(value)
