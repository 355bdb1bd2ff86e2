"""Record -> triples of its source graph: what is printed, resolved inside the document."""

from collections.abc import Iterator

from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf.facts.clauses import clause_triples
from policygraph.rdf.facts.document import document_triples
from policygraph.rdf.facts.kinds import KINDS
from policygraph.rdf.facts.source import source_triples
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple


def record_triples(record: Record, base: str = iri.DEFAULT_BASE) -> Iterator[Triple]:
    """Give the triples of the graph of one source; a pure function of the record.

    Canonical names, cross-document targets and shortcuts are not here but in ``links``.
    """
    scope = Scope.of(record, base)
    yield from source_triples(record, scope)
    yield from document_triples(record.document, scope)
    yield from clause_triples(record, scope)
    for name, kind in KINDS.items():
        yield from kind.triples(getattr(record, name), scope)
