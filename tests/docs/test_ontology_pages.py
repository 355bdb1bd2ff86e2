"""Every term of the ontology has its section; every drawn arrow is a domain and range of it."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import rdflib
from rdflib.namespace import DCAM, OWL, RDF, RDFS, SKOS

from policygraph.documentation.module_diagram import module_diagram
from policygraph.documentation.ontology import read_ontology
from policygraph.documentation.pages import ontology_pages
from policygraph.rdf.ontology import ontology_files
from policygraph.rdf.vocabulary import CONCEPT, PG

SECTION = re.compile(r'^### <a id="(\w+)"></a>.*?(?=^##|\Z)', re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
MODULES = [
    "core", "agencies", "agency-registry", "references", "measures", "deadlines", "amendments",
    "reforms", "posts", "places",
]  # fmt: skip


@pytest.fixture(scope="module")
def graph():
    """Give the ontology, read by another library than the pages are."""
    found = rdflib.Graph()
    for file in ontology_files():
        found.parse(file, format="turtle")
    return found


@pytest.fixture(scope="module")
def written():
    return ontology_pages()


def terms(graph):
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    return {term for kind in kinds for term in graph.subjects(RDF.type, kind)}


def texts(graph, node, predicate):
    """Give the Chinese and the English text."""
    found = {text.language: str(text) for text in graph.objects(node, predicate)}
    return found["zh"], found["en"]


def sections(written, module):
    return {hit.group(1): hit.group() for hit in SECTION.finditer(written[f"{module}.md"])}


def test_there_is_a_page_and_a_drawing_for_each_module(written):
    pages = {f"{name}.{kind}" for name in MODULES for kind in ("md", "svg")}
    assert pages < set(written)
    assert {"README.md", "concepts.md"} < set(written)


def test_every_term_has_one_section_on_the_page_of_its_module(graph, written):
    told = [(module, name) for module in MODULES for name in sections(written, module)]
    home = {
        (str(graph.value(term, RDFS.isDefinedBy)).rpartition("/")[2], str(term).removeprefix(PG))
        for term in terms(graph)
    }
    assert len(told) == 158
    assert set(told) == home


def test_a_section_has_labels_meanings_and_example_in_the_words_of_the_ontology(graph, written):
    for term in terms(graph):
        module = str(graph.value(term, RDFS.isDefinedBy)).rpartition("/")[2]
        section = sections(written, module)[str(term).removeprefix(PG)]
        zh, en = texts(graph, term, RDFS.label)
        assert f"{zh} / {en}\n" in section
        for meaning in texts(graph, term, RDFS.comment):
            assert f"\n{meaning}\n" in section
        for example in graph.objects(term, SKOS.example):
            assert str(example) in section


def test_a_property_tells_its_domains_ranges_and_lists(graph, written):
    found = 0
    for term in terms(graph) - set(graph.subjects(RDF.type, OWL.Class)):
        module = str(graph.value(term, RDFS.isDefinedBy)).rpartition("/")[2]
        rows = dict(
            re.findall(
                r"^\| ([^|]*) \| (.*) \|$", sections(written, module)[str(term)[len(PG) :]], re.M
            )
        )
        for by, row in (
            (RDFS.domain, "用于 / Said of"), (DCAM.domainIncludes, "用于 / Said of"),
            (RDFS.range, "值 / Value"), (DCAM.rangeIncludes, "值 / Value"),
        ):  # fmt: skip
            for other in graph.objects(term, by):
                name = graph.namespace_manager.curie(other, generate=False)
                found += 1
                assert f"`{name}`" in rows[row] or name == "skos:Concept"
        for codes in graph.objects(term, RDFS.seeAlso):
            assert f"concepts.md#{str(codes).removeprefix(CONCEPT)}" in rows["值 / Value"]
    assert found >= 280


def test_a_property_that_the_shapes_forbid_is_not_told_of_a_class(written):
    told = sections(written, "core")
    assert "| `eli:type_document` |" in told["Policy"]
    assert "| `eli:work_type` |" not in told["Policy"]
    assert "| `eli:work_type` |" in told["DraftPolicy"]
    assert "| `eli:type_document` |" not in told["DraftPolicy"]


def test_the_number_of_values_is_that_of_the_shapes(written):
    told = sections(written, "agencies")["Responsibility"]
    for name, count in (
        ("role", "1"),
        ("anchor", "1..*"),
        ("agent", "0..*"),
        ("anchorOrder", "0..1"),
    ):
        assert re.search(rf"^\| \[`pg:{name}`\]\([^)]*\) \| {re.escape(count)} \|", told, re.M)


def test_every_alignment_is_told_with_its_reason(graph, written):
    whole = "".join(written[f"{module}.md"] for module in MODULES)
    axioms = list(graph.subjects(RDF.type, OWL.Axiom))
    assert len(axioms) == 49
    for axiom in axioms:
        target = graph.namespace_manager.curie(graph.value(axiom, OWL.annotatedTarget))
        assert f"`{target}`. {graph.value(axiom, RDFS.comment)}" in whole


def test_every_concept_has_its_row(graph, written):
    rows = [line for line in written["concepts.md"].splitlines() if line.startswith('| <a id="')]
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(rows) == len(concepts) == 118
    for concept in concepts:
        name = str(concept).removeprefix(CONCEPT).partition("/")[0]
        code = str(graph.value(concept, SKOS.notation))
        (row,) = [row for row in rows if f'id="{name}-{code}"' in row]
        for text in (
            *texts(graph, concept, SKOS.prefLabel),
            *texts(graph, concept, SKOS.definition),
        ):
            assert text in row


@pytest.mark.parametrize("module", MODULES)
def test_every_arrow_is_a_domain_and_range_of_the_ontology(graph, module):
    (found,) = [each for each in read_ontology().modules if each.name == module]
    boxes = {box.key: box for box in module_diagram(found).boxes}
    arrows = 0
    for box in boxes.values():
        for row in box.rows:
            term = rdflib.URIRef(row.iri)
            domains = {*graph.objects(term, RDFS.domain), *graph.objects(term, DCAM.domainIncludes)}
            ranges = {*graph.objects(term, RDFS.range), *graph.objects(term, DCAM.rangeIncludes)}
            lists = set(graph.objects(term, RDFS.seeAlso))
            assert {rdflib.URIRef(one) for one in box.key} <= domains
            for target in row.targets:
                arrows += 1
                assert target in boxes
                assert {rdflib.URIRef(one) for one in target} <= ranges | lists
            if row.targets and not lists:
                assert {str(one) for one in ranges} <= {one for key in row.targets for one in key}
    assert arrows >= 3


@pytest.mark.parametrize("module", MODULES)
def test_a_drawing_shows_every_class_and_property_of_its_module(graph, module):
    (found,) = [each for each in read_ontology().modules if each.name == module]
    boxes = module_diagram(found).boxes
    classes = {iri for box in boxes if box.kind == "own" for iri in box.key}
    assert classes == {term.iri for term in found.classes()}
    assert {term.iri for term in found.properties()} <= {r.iri for box in boxes for r in box.rows}


def anchors(text):
    """Give what a link to a page may name behind #: explicit anchors, and headings as GitHub does."""
    headings = re.findall(r"^#+ \[?([^\]\n]+)", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}
    return slugs | set(ANCHOR.findall(text))


def test_every_link_leads_somewhere(root, written):
    folder = root / "docs" / "ontology"
    links = 0
    for name, text in written.items():
        if not name.endswith(".md"):
            continue
        for target in LINK.findall(text):
            links += 1
            file, _, anchor = target.partition("#")
            place = Path(folder / file) if file else folder / name
            assert place.is_file(), f"{name}: {target}"
            if anchor:
                assert unquote(anchor) in anchors(place.read_text(encoding="utf-8")), target
    assert links >= 1200


@pytest.mark.parametrize("name", MODULES)
def test_a_drawing_holds_no_script_and_nothing_from_elsewhere(written, name):
    drawing = written[f"{name}.svg"]
    assert not re.search(r"<script|href|url\(|@import", drawing)
    assert drawing.count("http") == 1  # the namespace of SVG
