"""Record -> triples of its source graph: what is printed, resolved inside the document."""

from collections.abc import Iterator

from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf.facts.agency_changes import agency_change_triples
from policygraph.rdf.facts.amendments import AMENDMENTS
from policygraph.rdf.facts.body_duties import BODY_DUTIES
from policygraph.rdf.facts.citations import citation_triples
from policygraph.rdf.facts.clauses import clause_triples
from policygraph.rdf.facts.deadlines import DEADLINES
from policygraph.rdf.facts.document import document_triples
from policygraph.rdf.facts.findings import finding_triples
from policygraph.rdf.facts.posts import post_triples
from policygraph.rdf.facts.quantities import QUANTITIES
from policygraph.rdf.facts.responsibilities import responsibility_triples
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
    yield from responsibility_triples(record.responsibilities, scope)
    yield from citation_triples(record.citations, scope)
    yield from AMENDMENTS.triples(record.amendments, scope)
    yield from agency_change_triples(record.agency_changes, scope)
    yield from QUANTITIES.triples(record.quantities, scope)
    yield from DEADLINES.triples(record.deadlines, scope)
    yield from post_triples(record.posts, scope)
    yield from BODY_DUTIES.triples(record.body_duties, scope)
    yield from finding_triples(record.findings, scope)
