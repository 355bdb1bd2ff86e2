"""A draft is a work and no legal resource: which ELI properties may be said of it."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from policygraph.model.facts import Status
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import shard
from policygraph.rdf.links.record import link_triples
from policygraph.rdf.quads import record_triples
from policygraph.rdf.scope import Scope
from policygraph.registry.registry import load_registry
from policygraph.resolve.corpus import index_corpus
from tests.rdf.made import DOCUMENT, RECORD

LOCAL = (Path(__file__).resolve().parents[2] / "data" / "samples" / "registry",)
# Properties whose domain is eli:Work (ELI 1.5, eli.rdf), of which eli:LegalResource is a part.
OF_WORKS = {v.WORK_TYPE, v.DATE_DOCUMENT, v.HAS_PART}
# Their domain is a legal resource or an expression of one; there is no term for a draft.
OF_RESOURCES = {v.ID_LOCAL, v.JURISDICTION, v.DATE_PUBLICATION, v.DATE_IN_FORCE, v.DATE_NO_LONGER}


def said_of_the_document(record):
    """Give the ELI properties of the document in its graph and in links."""
    registry = load_registry(LOCAL)
    links = link_triples(record, index_corpus([record]), registry)
    quads = shard("x:g", [*record_triples(record), *links])
    policy = Scope.of(record).policy
    return {
        quad.predicate.value
        for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS)
        if quad.subject.value == policy and quad.predicate.value.startswith(v.ELI)
    }


def test_kind_and_issuer_of_a_draft_are_said_by_terms_for_works():
    said = said_of_the_document(RECORD)
    assert said == OF_WORKS | OF_RESOURCES
    assert not said & {v.TYPE_DOCUMENT, v.PASSED_BY}


def test_kind_and_issuer_of_an_issued_document_are_said_by_terms_for_legal_resources():
    issued = replace(RECORD, document=replace(DOCUMENT, status=Status.ISSUED))
    works = OF_WORKS - {v.WORK_TYPE}
    assert said_of_the_document(issued) == works | OF_RESOURCES | {v.TYPE_DOCUMENT, v.PASSED_BY}
