"""Forms of values: how a value of a record is written as an RDF term, and read back from one.

Each form is the two directions of one thing, so that what is written can be read back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pyoxigraph as ox

from policygraph.rdf import terms
from policygraph.rdf.iri import concept, unsegment
from policygraph.rdf.terms import iri as ref
from policygraph.rdf.vocabulary import CONCEPT, XSD

Value = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Form:
    """How values of one type are written as RDF terms.

    Attributes:
        write: gives a value as N-Triples text.
        read: gives the value of a term that ``write`` made.
    """

    write: Callable[[Any], str]
    read: Callable[[Value], Any]


def _lexical(term: Value) -> str:
    return term.value


def _number(value: int | float) -> str:
    """Write a figure: a whole number as ``xsd:integer``, any other as ``xsd:decimal``."""
    return terms.decimal(value) if isinstance(value, float) else terms.integer(value)


def _figure(term: Value) -> int | float:
    datatype = term.datatype.value if isinstance(term, ox.Literal) else ""
    return float(Decimal(term.value)) if datatype == XSD + "decimal" else int(term.value)


TEXT = Form(terms.text, _lexical)
STRING = Form(terms.string, _lexical)
INTEGER = Form(terms.integer, lambda term: int(term.value))
NATURAL = Form(terms.natural, lambda term: int(term.value))
BOOLEAN = Form(terms.boolean, lambda term: term.value == "true")
DATE = Form(terms.date, _lexical)
DURATION = Form(terms.duration, _lexical)
NUMBER = Form(_number, _figure)


def coded(scheme: str, codes: type[StrEnum]) -> Form:
    """Give the form of a coded value: a concept of the list ``scheme``."""
    start = len(f"{CONCEPT}{scheme}/")

    def read(term: Value) -> StrEnum:
        return codes(unsegment(term.value[start:]))

    return Form(lambda code: ref(concept(scheme, code)), read)
