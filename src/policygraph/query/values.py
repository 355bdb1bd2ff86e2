"""Parameter value -> RDF terms. A value enters a query as a term, never as text."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import product

import pyoxigraph as ox

from policygraph.errors import QueryError
from policygraph.extract.numbers import normal_number
from policygraph.query.question import Parameter, ParameterType, Question
from policygraph.rdf.vocabulary import XSD

Value = str | int | date | None
_LONGEST = 2_000  # characters of a value
_TODAY = re.compile(r"today(?P<days>[+-][0-9]{1,5})?")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")  # fits into the 64 bits of xsd:long


def bind(question: Question, values: Mapping[str, Value]) -> str:
    """Give the SPARQL text of a question with these values in the place of its examples.

    Args:
        question: the question.
        values: parameter -> value, as a Python value or as text. None and "" are no value.

    Raises:
        QueryError: a parameter is unknown, missing, or does not fit its type; names it.
    """
    unknown = sorted(values.keys() - {parameter.name for parameter in question.parameters})
    if unknown:
        known = ", ".join(p.name for p in question.parameters) or "none"
        raise QueryError(f"{question.name}: no parameter {unknown[0]!r}; it has: {known}")
    if not question.values_lines:
        return question.text
    terms = [_terms(question, p, values.get(p.name)) for p in question.parameters]
    rows = " ".join(f"({' '.join(row)})" for row in product(*terms))
    names = " ".join(f"?{p.name}" for p in question.parameters)
    lines = question.text.split("\n")
    for index in question.values_lines:
        before = lines[index].partition("VALUES")[0]
        lines[index] = f"{before}VALUES ({names}) {{ {rows} }} # parameters"
    return "\n".join(lines)


def _terms(question: Question, parameter: Parameter, value: Value) -> tuple[str, ...]:
    """Give the alternatives of one parameter, in SPARQL (and N-Triples) syntax."""
    if value is None or value == "":
        value = parameter.default
    if value is None:
        if parameter.optional:
            return ("UNDEF",)
        raise QueryError(_message(question, parameter, "is missing"))
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    if not text or len(text) > _LONGEST:
        raise QueryError(_message(question, parameter, f"has to be 1 to {_LONGEST} characters"))
    try:
        return tuple(str(term) for term in to_terms(parameter.type, text))
    except ValueError as error:
        wrong = f"{text[:80]!r} is not {_FORMS[parameter.type]}"
        raise QueryError(_message(question, parameter, wrong)) from error


def _message(question: Question, parameter: Parameter, wrong: str) -> str:
    return (
        f"{question.name}: parameter {parameter.name!r} ({parameter.zh}, {parameter.en}): {wrong};"
        f" give for example {parameter.name}={parameter.example}"
    )


_FORMS = {
    ParameterType.TEXT: "a text",
    ParameterType.TITLE: "a title",
    ParameterType.DOCUMENT: "a document number or title",
    ParameterType.STRING: "a text",
    ParameterType.INTEGER: "a whole number",
    ParameterType.DATE: "a date (YYYY-MM-DD, today, today+90)",
    ParameterType.IRI: "an absolute IRI",
}


def to_terms(kind: ParameterType, text: str) -> tuple[ox.Literal | ox.NamedNode, ...]:
    """Give the RDF terms that a value may stand for.

    Raises:
        ValueError: the text does not fit the type.
    """
    return _MAKERS[kind](text)


def _text(text: str) -> tuple[ox.Literal]:
    return (ox.Literal(text, language="zh"),)


def _title(text: str) -> tuple[ox.Literal]:
    return _text(_bare_title(text))


def _document(text: str) -> tuple[ox.Literal, ox.Literal]:
    """A 文号, however its brackets are written, or a title."""
    return ox.Literal(normal_number(text)), *_title(text)


def _string(text: str) -> tuple[ox.Literal]:
    return (ox.Literal(text),)


def _integer(text: str) -> tuple[ox.Literal]:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return (ox.Literal(int(text)),)


def _date(text: str) -> tuple[ox.Literal]:
    """``today`` is the day of asking, ``today+90`` ninety days later."""
    counted = _TODAY.fullmatch(text)
    if counted:
        day = date.today() + timedelta(days=int(counted["days"] or 0))
    else:
        day = date.fromisoformat(text)
    return (ox.Literal(day.isoformat(), datatype=ox.NamedNode(XSD + "date")),)


def _iri(text: str) -> tuple[ox.NamedNode]:
    return (ox.NamedNode(text),)


_MAKERS: dict[ParameterType, Callable[[str], tuple[ox.Literal | ox.NamedNode, ...]]] = {
    ParameterType.TEXT: _text,
    ParameterType.TITLE: _title,
    ParameterType.DOCUMENT: _document,
    ParameterType.STRING: _string,
    ParameterType.INTEGER: _integer,
    ParameterType.DATE: _date,
    ParameterType.IRI: _iri,
}


def _bare_title(text: str) -> str:
    """Drop the title marks around a whole title; those inside it stay."""
    inner = text[1:-1]
    whole = text.startswith("《") and text.endswith("》") and "》" not in inner.split("《")[0]
    return inner if whole and inner else text
