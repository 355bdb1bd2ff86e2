"""Quotations that are not what the quoted article says -> findings in the graph ``links``."""

from collections.abc import Iterable, Iterator

from policygraph.rdf import iri
from policygraph.rdf.facts.findings import FINDINGS
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple
from policygraph.resolve.quotations import Compared


def quotation_triples(found: Iterable[Compared], base: str = iri.DEFAULT_BASE) -> Iterator[Triple]:
    """Say in the graph ``links`` what only other documents tell of the quotations of one."""
    for record, rows in found:
        yield from FINDINGS.triples(rows, Scope.of(record, base))
