"""Document -> triples: what a policy says of itself (ELI 1.5, class LegalResource).

A draft is no legal resource but a work, so its kind is an ``eli:work_type``.
"""

from collections.abc import Iterator
from typing import Any

from policygraph.errors import DatasetError
from policygraph.model.facts import Document, FieldEvidence, Status
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import RULE, Anchors, Entries, Simple
from policygraph.rdf.forms import DATE, STRING, TEXT
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope
from policygraph.rdf.statements import Statements
from policygraph.rdf.terms import Triple
from policygraph.rdf.terms import iri as ref

_FIELDS = (
    Simple("title", v.TITLE, TEXT),
    Simple("number", v.ID_LOCAL, STRING),
    Entries("issuers", v.ISSUER_AS_WRITTEN),
    Simple("issued", v.DATE_DOCUMENT, DATE),
    Simple("published", v.DATE_PUBLICATION, DATE),
    Simple("effective", v.DATE_IN_FORCE, DATE),
    Simple("expires", v.DATE_NO_LONGER, DATE),
    Simple("disclosure", v.DISCLOSURE, TEXT),
    Entries("addressed_to", v.ADDRESSED_TO),
    Entries("copied_to", v.COPIED_TO),
)
_READINGS = Kind(
    FieldEvidence,
    v.FIELD_READING,
    lambda row, scope: iri.field_reading(scope.policy, row.field),
    (Simple("field", v.FIELD, STRING), Anchors(), RULE),
)


def document_triples(document: Document, scope: Scope) -> Iterator[Triple]:
    """Say what the document prints about itself, and where each field was read."""
    node = ref(scope.policy)
    draft = document.status is Status.DRAFT
    yield node, ref(v.TYPE), ref(v.DRAFT_POLICY if draft else v.POLICY)
    yield node, ref(v.PRINTED_IN), ref(scope.source)
    yield node, ref(v.STATUS), ref(iri.concept("status", document.status))
    if document.jurisdiction is not None:
        yield node, ref(v.JURISDICTION), ref(iri.place(document.jurisdiction, scope.base))
    if document.kind is not None:
        kind = ref(v.WORK_TYPE if draft else v.TYPE_DOCUMENT)
        yield node, kind, ref(iri.concept("kind", document.kind))
    for field in _FIELDS:
        yield from field.triples(scope.policy, getattr(document, field.name), scope)
    yield from _READINGS.triples(document.evidence, scope)
    for reading, _ in _READINGS.iris(document.evidence, scope):
        yield ref(reading), ref(v.READING_OF), node


def read_document(said: Statements) -> Document:
    """Give back what the document says of itself.

    Raises:
        DatasetError: the graph is none that ``document_triples`` wrote.
    """
    drafts, issued = said.members(v.DRAFT_POLICY), said.members(v.POLICY)
    if len(drafts) + len(issued) != 1:
        count = len(drafts) + len(issued)
        raise DatasetError(
            zh=f"一个图中有 {count} 份文件，应为 1 份；请重新构建数据集",
            en=f"{count} documents in one graph, not 1; build the dataset again",
        )
    node = (drafts + issued)[0]
    printed: dict[str, Any] = {field.name: field.read(node, said) for field in _FIELDS}
    return Document(
        kind=_code(said.text(node, v.WORK_TYPE if drafts else v.TYPE_DOCUMENT)),
        jurisdiction=_code(said.text(node, v.JURISDICTION)),
        status=Status.DRAFT if drafts else Status.ISSUED,
        evidence=tuple(row for _, row in _READINGS.read(said)),
        **printed,
    )


def _code(node: str | None) -> str | None:
    """Give the code at the end of an IRI: a kind of document, a place."""
    return None if node is None else iri.unsegment(node.rpartition("/")[2])
