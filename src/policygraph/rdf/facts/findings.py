"""Findings -> triples: what was seen in a source and could not be read or resolved.

The sentence in Chinese or English is no statement: it is looked up by the code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from policygraph.model.finding import Finding
from policygraph.model.source import Span
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import RULE, Simple
from policygraph.rdf.forms import STRING
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope
from policygraph.rdf.statements import Statements
from policygraph.rdf.terms import Triple
from policygraph.rdf.terms import iri as ref


@dataclass(frozen=True, slots=True)
class _Place:
    """The one run of characters that a finding is about; none for the whole file."""

    name: str = "span"

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Point at the characters."""
        yield from scope.anchor(node, () if value is None else (value,))

    def read(self, node: str, said: Statements) -> Span | None:
        """Give the span back."""
        return next(iter(said.spans(node)), None)


def _found_in(node: str, _row: Finding, scope: Scope) -> Iterator[Triple]:
    yield ref(node), ref(v.FOUND_IN), ref(scope.source)


FINDINGS = Kind(
    Finding,
    v.FINDING,
    lambda row, scope: iri.finding(scope.source, row.code, row.span),
    (Simple("code", v.FINDING_CODE, STRING), _Place(), RULE, Simple("detail", v.DETAIL, STRING)),
    _found_in,
)
