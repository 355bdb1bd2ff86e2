"""The ontology and rdf/vocabulary.py spell the same terms; foreign terms exist."""

from pathlib import Path

import pytest
import rdflib
from rdflib import namespace
from rdflib.namespace import OWL, RDF, RDFS

from policygraph.assets import asset_dir
from policygraph.rdf import vocabulary as v

CLOSED = (
    namespace.DCAM, namespace.DCTERMS, namespace.ORG, namespace.OWL, namespace.PROV,
    namespace.RDF, namespace.RDFS, namespace.SH, namespace.SKOS, namespace.XSD,
)  # fmt: skip
REVIEWED = {
    line
    for line in (Path(__file__).parent / "reviewed-terms.txt").read_text().splitlines()
    if not line.startswith("#")
}
OURS = "https://w3id.org/policygraph/"


def spelled():
    """Give every IRI that rdf/vocabulary.py holds."""
    for name, value in vars(v).items():
        if not name.isupper():
            continue
        if isinstance(value, dict):
            yield from value.values()
        elif isinstance(value, str) and value.startswith("http"):
            yield value


def of_namespace(value):
    """Whether an IRI is the name of a term and not of a namespace."""
    return value not in v.PREFIXES.values()


def defined(graph):
    """Give the terms that the modules define."""
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    return {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind)}


def test_the_vocabulary_and_the_ontology_agree(ontology):
    used = {value for value in spelled() if value.startswith(v.PG) and of_namespace(value)}
    assert used == defined(ontology)
    assert len(used) == 158


def test_every_term_says_its_module(ontology):
    modules = {
        term: str(ontology.value(rdflib.URIRef(term), RDFS.isDefinedBy))
        for term in defined(ontology)
    }
    names = (
        "core", "agencies", "agency-registry", "references", "measures", "deadlines", "amendments", "reforms", "posts", "places",
    )  # fmt: skip
    assert set(modules.values()) == {f"{OURS}ns/{name}" for name in names}


def test_a_term_is_defined_in_the_file_of_its_module():
    for file in asset_dir("ontology").glob("*.ttl"):
        graph = rdflib.Graph().parse(file, format="turtle")
        here = {str(graph.value(rdflib.URIRef(t), RDFS.isDefinedBy)) for t in defined(graph)}
        assert here <= {f"{OURS}ns/{file.stem}"}


def foreign(graph):
    """Give the IRIs of other vocabularies that a graph uses as terms."""
    named = {str(t) for triple in graph for t in triple if isinstance(t, rdflib.URIRef)}
    types = {
        str(t.datatype) for t in graph.objects() if isinstance(t, rdflib.Literal) and t.datatype
    }
    return {iri for iri in named | types if not iri.startswith((OURS, "https://spdx.org/"))}


def unknown(iris):
    """Give those that neither rdflib nor the reviewed list has."""
    namespaces = {str(space): space for space in CLOSED}
    for iri in sorted(iris):
        space = next((s for name, s in namespaces.items() if iri.startswith(name)), None)
        exists = iri in REVIEWED if space is None else iri[len(str(space)) :] in space
        if not exists:
            yield iri


def test_foreign_terms_of_the_ontology_exist(ontology):
    used = foreign(ontology)
    assert len(used) >= 60
    assert list(unknown(used)) == []


@pytest.mark.parametrize("folder", ["shapes", "qc"])
def test_foreign_terms_of_the_shapes_exist(folder):
    graph = rdflib.Graph()
    for file in asset_dir("ontology").glob(f"{folder}/*.ttl"):
        graph.parse(file, format="turtle")
    assert len(graph) > 100
    assert list(unknown(foreign(graph))) == []


def test_foreign_terms_of_the_vocabulary_exist():
    used = {value for value in spelled() if of_namespace(value) and not value.startswith(OURS)}
    assert len(used) >= 25
    assert list(unknown(used)) == []


def test_the_review_would_see_a_misspelled_term():
    wrong = {f"{v.ELI}cite", f"{v.SKOS}prefLable", f"{v.PROV}usedd"}
    assert set(unknown(wrong)) == wrong


def test_nothing_is_reviewed_that_is_not_used(ontology):
    graphs = [ontology]
    for file in asset_dir("ontology").glob("*/*.ttl"):
        graphs.append(rdflib.Graph().parse(file, format="turtle"))
    used = set(spelled()).union(*(foreign(graph) for graph in graphs))
    assert REVIEWED - used == set()


def test_a_deprecated_term_is_not_used(ontology):
    deprecated = {f"{v.ELI}implements", f"{v.ELI}implemented_by", f"{v.ELI}cited_by"}
    assert not deprecated & (foreign(ontology) | set(spelled()))


def test_the_version_is_that_of_the_package(root, ontology):
    whole = rdflib.URIRef(f"{OURS}ns")
    version = str(ontology.value(whole, OWL.versionInfo))
    assert f'version = "{version}"' in (root / "pyproject.toml").read_text(encoding="utf-8")
    assert str(ontology.value(whole, OWL.versionIRI)) == f"{whole}/{version}"


def test_the_whole_imports_every_part(ontology):
    parts = {str(part) for part in ontology.subjects(RDF.type, OWL.Ontology)}
    imported = {str(part) for part in ontology.objects(rdflib.URIRef(f"{OURS}ns"), OWL.imports)}
    assert parts - imported == {f"{OURS}ns"}
    assert len(imported) == 23
