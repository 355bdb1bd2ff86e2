"""The ontology keeps its own quality shapes, and these see what they should."""

import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SH

from policygraph.assets import asset_dir
from policygraph.rdf.ontology import ontology_files

PREFIXES = """\
@prefix dcam: <http://purl.org/dc/dcam/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pg: <https://w3id.org/policygraph/ns#> .
@prefix pgc: <https://w3id.org/policygraph/concept/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://w3id.org/policygraph/ns/core> a owl:Ontology .
"""
TERM = """\
pg:Thing a owl:Class ; rdfs:label "物"@zh, "thing"@en ; rdfs:comment "物。"@zh, "A thing."@en ;
  skos:example "一块石头"@zh ; rdfs:isDefinedBy <https://w3id.org/policygraph/ns/core> .
pg:Other a owl:Class ; rdfs:label "他"@zh, "other"@en ; rdfs:comment "他。"@zh, "Another."@en ;
  skos:example "另一块"@zh ; rdfs:isDefinedBy <https://w3id.org/policygraph/ns/core> .
pg:says a owl:DatatypeProperty ; rdfs:label "说"@zh, "says"@en ; rdfs:comment "说。"@zh, "Says."@en ;
  skos:example "你好"@zh ; rdfs:domain pg:Thing ; rdfs:range xsd:string ;
  rdfs:isDefinedBy <https://w3id.org/policygraph/ns/core> .
pgc:mood a skos:ConceptScheme .
<https://w3id.org/policygraph/concept/mood/good> a skos:Concept ; skos:inScheme pgc:mood ;
  skos:prefLabel "好"@zh, "good"@en ; skos:definition "好。"@zh, "Good."@en ; skos:notation "good" .
[] a owl:Axiom ; rdfs:comment "They mean just the same."@en .
"""
FAULTS = [
    ('"物"@zh, ', "", "TermLabelZh"),
    ('"thing"@en', '"thing"@en, "object"@en', "TermLabelEn"),
    ('"thing"@en', '"thing"', "TermLabelEn"),
    (', "A thing."@en', "", "TermCommentEn"),
    ('"物。"@zh, ', "", "TermCommentZh"),
    ("pg:Thing a", "rdfs:Thing a", "TermShape"),
    ("ns/core> .\npg:Other", "ns/other> .\npg:Other", "TermModule"),
    ('skos:example "一块石头"@zh ; ', "", "TermExample"),
    ("rdfs:domain pg:Thing ;", " ", "PropertyDomain"),
    ("rdfs:domain pg:Thing", "rdfs:domain pg:Thing, pg:Other", "PropertyDomain"),
    ("rdfs:domain", "dcam:domainIncludes", "PropertyDomain"),
    ("rdfs:range xsd:string ;", "", "PropertyRange"),
    ('"好"@zh, ', "", "ConceptLabelZh"),
    ('"good"@en', '"good"@fr', "ConceptLabelEn"),
    ('"好。"@zh, ', "", "ConceptDefinition"),
    ('skos:notation "good"', 'skos:notation "good", "fine"', "ConceptNotation"),
    ("skos:inScheme pgc:mood", "skos:inScheme pgc:moods", "ConceptScheme"),
    ("They mean just the same.", "Same.", "AlignmentReason"),
]


@pytest.fixture(scope="module")
def quality():
    return rdflib.Graph().parse(asset_dir("ontology") / "qc" / "qc.ttl", format="turtle")


def broken(graph, shapes):
    """Give the names of the shapes that a graph breaks."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    return {str(shape).rpartition("#")[2] for shape in report.objects(None, SH.sourceShape)}


def test_the_ontology_keeps_its_quality_shapes(ontology, quality):
    assert broken(ontology, quality) == set()


def test_a_good_term_passes(quality):
    assert broken(rdflib.Graph().parse(data=PREFIXES + TERM), quality) == set()


@pytest.mark.parametrize(("old", "new", "shape"), FAULTS)
def test_a_fault_is_seen(quality, old, new, shape):
    assert TERM.count(old) == 1
    assert broken(rdflib.Graph().parse(data=PREFIXES + TERM.replace(old, new)), quality) == {shape}


def test_every_quality_shape_is_tried(quality):
    kinds = (SH.NodeShape, SH.PropertyShape)
    named = {str(s).rpartition("#")[2] for kind in kinds for s in quality.subjects(RDF.type, kind)}
    parts = {"PropertyShape", "ConceptShape", "AlignmentShape"}  # only gather property shapes
    assert named - parts == {shape for _, _, shape in FAULTS}
    assert len(FAULTS) == 18


def test_the_files_are_found():
    assert [file.name for file in ontology_files()] == [
        "agencies.ttl", "agency-registry.ttl", "alignments.ttl", "amendments.ttl", "change-kinds.ttl",
        "deadline-kinds.ttl", "kinds.ttl", "levels.ttl", "operations.ttl", "place-change-kinds.ttl",
        "quantity-kinds.ttl", "relations.ttl", "roles.ttl", "sides.ttl", "statuses.ttl", "subdivisions.ttl", "core.ttl",
        "deadlines.ttl", "measures.ttl", "places.ttl", "policygraph.ttl", "posts.ttl",
        "references.ttl", "reforms.ttl",
    ]  # fmt: skip
