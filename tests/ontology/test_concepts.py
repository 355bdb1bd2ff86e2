"""Every code that a record may hold has its concept, and the shapes allow just these."""

import csv
from dataclasses import fields

import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH, SKOS

from policygraph.assets import asset_dir
from policygraph.model.facts import (
    PREAMBLE,
    ChangeKind,
    DeadlineKind,
    Document,
    Operation,
    QuantityKind,
    Relation,
    Role,
    Status,
)
from policygraph.model.new_places import Side
from policygraph.model.place_change import PlaceChangeKind
from policygraph.rdf.iri import concept
from policygraph.rdf.vocabulary import CONCEPT
from policygraph.text.labels import STYLES
from policygraph.validate.shapes import shapes_graph

SHAPES = "https://w3id.org/policygraph/shapes#"
SIZES = {
    "change-kind": 7, "deadline-kind": 4, "kind": 40, "level": 4, "operation": 12,
    "place-change-kind": 6, "quantity-kind": 11, "relation": 7, "role": 5, "side": 5, "status": 2, "subdivision": 15,
}  # fmt: skip


def notations(graph, scheme):
    """Give the codes of a concept list."""
    members = graph.subjects(SKOS.inScheme, rdflib.URIRef(f"{CONCEPT}{scheme}"))
    return {str(graph.value(member, SKOS.notation)) for member in members}


def column(table, name):
    """Give the values of a column of a registry table."""
    with (asset_dir("data/registry") / table).open(encoding="utf-8", newline="") as file:
        return {row[name] for row in csv.DictReader(file)}


def allowed(shape):
    """Give the values of sh:in of a named shape."""
    graph = shapes_graph()
    return {
        str(each)
        for each in Collection(graph, graph.value(rdflib.URIRef(SHAPES + shape), SH["in"]))
    }


@pytest.mark.parametrize("scheme", SIZES)
def test_a_list_has_its_concepts_under_their_codes(ontology, scheme):
    codes = notations(ontology, scheme)
    assert len(codes) == SIZES[scheme]
    for code in codes:
        node = rdflib.URIRef(concept(scheme, code))
        assert (node, SKOS.inScheme, rdflib.URIRef(f"{CONCEPT}{scheme}")) in ontology


def test_there_is_no_other_list(ontology):
    schemes = set(ontology.subjects(RDF.type, SKOS.ConceptScheme))
    assert schemes == {rdflib.URIRef(f"{CONCEPT}{scheme}") for scheme in SIZES}


def test_codes_of_the_model_have_concepts(ontology):
    assert notations(ontology, "change-kind") == set(ChangeKind)
    assert notations(ontology, "place-change-kind") == set(PlaceChangeKind)
    assert notations(ontology, "role") == set(Role)
    assert notations(ontology, "relation") == set(Relation)
    assert notations(ontology, "status") == set(Status)
    assert notations(ontology, "operation") == set(Operation)
    assert notations(ontology, "side") == set(Side)
    assert notations(ontology, "change-kind") == set(ChangeKind)
    assert notations(ontology, "quantity-kind") == set(QuantityKind)
    assert notations(ontology, "deadline-kind") == set(DeadlineKind)


def test_label_styles_have_concepts(ontology):
    styles = {style.name for style in STYLES} | {"serial", "annex", PREAMBLE}
    assert notations(ontology, "subdivision") == styles


def test_codes_of_the_registry_have_concepts(ontology):
    assert column("document_kinds.csv", "kind") <= notations(ontology, "kind")
    assert column("places.csv", "level") == notations(ontology, "level")
    assert column("roles.csv", "role") <= notations(ontology, "role")
    assert column("relations.csv", "relation") <= notations(ontology, "relation")


@pytest.mark.parametrize(
    ("shape", "scheme"),
    [
        ("PolicyKind", "kind"),
        ("ClauseStyle", "subdivision"),
        ("ResponsibilityRole", "role"),
        ("CitationRelation", "relation"),
        ("BodyDutyRole", "role"),
        ("AmendmentOperation", "operation"),
        ("AmendmentSide", "side"),
        ("AgencyChangeKind", "change-kind"),
        ("QuantityKind", "quantity-kind"),
        ("DeadlineKind", "deadline-kind"),
    ],
)
def test_the_shapes_allow_the_concepts_of_a_list(ontology, shape, scheme):
    assert allowed(shape) == {concept(scheme, code) for code in notations(ontology, scheme)}


def test_a_property_of_concepts_names_its_lists(ontology):
    named = {
        str(term).rpartition("#")[2]: {str(found) for found in ontology.objects(term, RDFS.seeAlso)}
        for term in ontology.subjects(RDFS.range, SKOS.Concept)
    }
    assert named == {
        term: {f"{CONCEPT}{scheme}" for scheme in lists.split()}
        for term, lists in {
            "status": "status", "level": "level", "role": "role", "relation": "relation",
            "side": "side", "operation": "operation", "kind": "quantity-kind deadline-kind change-kind place-change-kind",
        }.items()
    }  # fmt: skip


def test_the_shapes_allow_the_statuses(ontology):
    both = allowed("IssuedStatus") | allowed("DraftStatus")
    assert both == {concept("status", code) for code in notations(ontology, "status")}


def test_the_shapes_allow_the_fields_of_a_document():
    names = {field.name for field in fields(Document)} - {"evidence"}
    assert allowed("FieldReadingField") == names
