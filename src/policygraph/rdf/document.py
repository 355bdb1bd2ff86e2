"""Document -> triples: what a policy says of itself (ELI 1.5, class LegalResource)."""

from collections.abc import Iterator

from policygraph.model.facts import Document, Status
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple, date, string, text
from policygraph.rdf.terms import iri as ref


def concept(scheme: str, code: str) -> str:
    """Give the IRI of a concept of one of our SKOS lists (``ontology/concepts/``)."""
    return f"{v.CONCEPT}{scheme}/{iri.segment(code)}"


def document_triples(document: Document, scope: Scope) -> Iterator[Triple]:
    """Say what the document prints about itself, and where each field was read."""
    node = ref(scope.policy)
    kind = v.DRAFT_POLICY if document.status is Status.DRAFT else v.POLICY
    yield node, ref(v.TYPE), ref(kind)
    yield node, ref(v.PRINTED_IN), ref(scope.source)
    yield node, ref(v.STATUS), ref(concept("status", document.status))
    if document.jurisdiction:
        yield node, ref(v.JURISDICTION), ref(iri.place(document.jurisdiction, scope.base))
    if document.kind:
        yield node, ref(v.TYPE_DOCUMENT), ref(concept("kind", document.kind))
    if document.number:
        yield node, ref(v.ID_LOCAL), string(document.number)
    yield from _texts(document, node)
    yield from _dates(document, node)
    yield from _readings(document, scope)


def _texts(document: Document, node: str) -> Iterator[Triple]:
    printed = (
        (v.TITLE, (document.title,)),
        (v.DISCLOSURE, (document.disclosure,)),
        (v.ISSUER_AS_WRITTEN, document.issuers),
        (v.ADDRESSED_TO, document.addressed_to),
        (v.COPIED_TO, document.copied_to),
    )
    for predicate, values in printed:
        for value in values:
            if value:
                yield node, ref(predicate), text(value)


def _dates(document: Document, node: str) -> Iterator[Triple]:
    dates = (
        (v.DATE_DOCUMENT, document.issued),
        (v.DATE_PUBLICATION, document.published),
        (v.DATE_IN_FORCE, document.effective),
        (v.DATE_NO_LONGER, document.expires),
    )
    for predicate, value in dates:
        if value:
            yield node, ref(predicate), date(value)


def _readings(document: Document, scope: Scope) -> Iterator[Triple]:
    for evidence in document.evidence:
        reading = iri.field_reading(scope.policy, evidence.field)
        yield ref(reading), ref(v.TYPE), ref(v.FIELD_READING)
        yield ref(reading), ref(v.READING_OF), ref(scope.policy)
        yield ref(reading), ref(v.FIELD), string(evidence.field)
        yield ref(reading), ref(v.RULE), string(evidence.rule)
        yield from scope.anchor(reading, evidence.spans)
