"""An answer: rows of RDF terms under named columns, and how it is written for others."""

import csv
import io
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from math import isfinite

import pyoxigraph as ox

from policygraph.errors import Message
from policygraph.query.glance import glance
from policygraph.query.question import Column
from policygraph.query.wording import UNKNOWN_FORCE, worded
from policygraph.rdf.vocabulary import XSD

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Plain = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer.

    Attributes:
        columns: what the answer tells.
        rows: one term for each column; None where there is no value.
        language: ``zh`` or ``en``: what names of roles, kinds and relations are in.
        files: for each row the file of its document where that has no title; may be empty.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    language: str = "zh"
    files: tuple[str | None, ...] = ()

    def __repr__(self) -> str:
        cells = [[shown(plain(term)) for term in row] for row in self.rows]
        return glance([column.name for column in self.columns], cells)

    def values(self) -> tuple[tuple[Plain, ...], ...]:
        """Give the rows as Python values: numbers, booleans, dates, and text."""
        return tuple(tuple(plain(term) for term in row) for row in self.rows)

    def records(self) -> list[dict[str, Plain]]:
        """Give each row as a mapping from the column's name to its Python value."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.values()]

    def _repr_html_(self) -> str:
        """Give a notebook the answer as a table, with heads in the language of the answer."""
        heads = "".join(f"<th>{escape(c.label(self.language))}</th>" for c in self.columns)
        rows = (
            "".join(
                f"<td>{escape(for_people(value, column.name, self.language))}</td>"
                for value, column in zip(row, self.columns, strict=True)
            )
            for row in self.values()
        )
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def told_once(answer: Answer) -> Answer:
    """Leave out the column of codes that the next one explains in words: for people's eyes."""
    names = [column.name for column in answer.columns]
    if "explanation" not in names or "reason" not in names:
        return answer
    kept = [index for index, name in enumerate(names) if name != "reason"]
    rows = tuple(tuple(row[index] for index in kept) for row in answer.rows)
    return replace(answer, columns=tuple(answer.columns[index] for index in kept), rows=rows)


def note(answer: Answer) -> Message | None:
    """Say what people need to know of ``unknown`` in force; None where there is none.

    Where reasons are told, one of them has to be that no last day is printed.
    """
    names = [column.name for column in answer.columns]
    by, wanted = ("reason", "no-end-printed") if "reason" in names else ("inForce", "unknown")
    if "inForce" not in names:
        return None
    told = any(plain(row[names.index(by)]) == wanted for row in answer.rows)
    return UNKNOWN_FORCE if told else None


def plain(term: Term | None) -> Plain:
    """Give a term as a Python value; one that Python has no value for as its text."""
    if not isinstance(term, ox.Literal):
        return None if term is None else str(term) if isinstance(term, ox.Triple) else term.value
    try:
        return _number_or_date(term)
    except ValueError:
        return term.value


def _number_or_date(literal: ox.Literal) -> Plain:
    match literal.datatype.value.removeprefix(XSD):
        case "integer" | "nonNegativeInteger" | "int" | "long":
            return int(literal.value)
        case "decimal" | "double" | "float":
            return float(literal.value)
        case "boolean":
            return literal.value in ("true", "1")
        case "date":
            return date.fromisoformat(literal.value)
        case _:
            return literal.value


def to_json(answer: Answer) -> dict[str, object]:
    """Give the answer as JSON data: its columns, and one object for each row."""
    return {
        "columns": [{"name": c.name, "zh": c.zh, "en": c.en} for c in answer.columns],
        "rows": [
            {name: _json(value) for name, value in record.items()} for record in answer.records()
        ],
    }


def _json(value: Plain) -> str | int | float | bool | None:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        return str(value)  # JSON has neither NaN nor infinity (RFC 8259, section 6)
    return value


def to_csv(answer: Answer, language: str | None = None, cells: str | None = None) -> str:
    """Give the answer as CSV (RFC 4180).

    Args:
        answer: the answer.
        language: ``zh`` or ``en`` for headings for people; None for the names of the columns.
        cells: ``zh`` for the words of codes; None: that of the headings.
    """
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(c.label(language) if language else c.name for c in answer.columns)
    for row in answer.values():
        columns = zip(row, answer.columns, strict=True)
        writer.writerow(
            for_people(value, c.name, cells or language or "en") for value, c in columns
        )
    return sink.getvalue()


def shown(value: Plain) -> str:
    """Give a value as text; nothing for None, ``true`` and ``false`` for booleans."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def for_people(value: Plain, column: str, language: str) -> str:
    """Give a value as people read it: in ``zh`` the words of codes; booleans as ``shown``."""
    return worded(value, column, language) if isinstance(value, str) else shown(value)
