"""The list of terms, and the page of each term, over a dataset that holds the ontology."""

from dataclasses import replace
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from lxml import html

from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import DatasetWriter
from policygraph.rdf.dataset.manifest_file import Manifest, root_hash
from policygraph.rdf.dataset.replacing import in_place_of
from policygraph.rdf.ontology import ontology_triples

TERMS, CODES = 158, 118


@pytest.fixture(scope="module")
def served(tmp_path_factory, settings, serving):
    """Serve a dataset of nothing but the ontology."""
    path = tmp_path_factory.mktemp("ontology") / "build"
    with in_place_of(path) as folder:
        writer = DatasetWriter(folder)
        writer.graph("ontology", ontology_triples())
        writer.load()
        manifest = Manifest(
            root_hash(writer.graphs), writer.base, writer.graphs, {}, {}, conforms=True
        )
        writer.manifest(manifest)
    with serving(replace(settings, dataset=path)) as client:
        yield client


def page(client, path):
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200, path
    return html.fromstring(answer.text)


@pytest.mark.parametrize(("language", "name"), [("zh", "责任"), ("en", "responsibility")])
def test_the_list_names_every_term_and_code_in_the_language_of_the_reader(served, language, name):
    listed = page(served, f"/ontology?lang={language}")
    rows = listed.xpath("//dl/div")
    assert len(rows) == TERMS + CODES
    codes = listed.xpath("//dl/div/dt/code/text()")
    assert sum(code.startswith("pg:") for code in codes) == TERMS
    assert all(row.xpath("./dt/a/text()") and row.xpath("./dd/text()") for row in rows)
    (row,) = [row for row in rows if row.xpath("./dt/code/text()") == ["pg:Responsibility"]]
    assert row.xpath("./dt/a/text()") == [name]


def test_every_link_of_the_list_leads_to_a_page(served):
    listed = page(served, "/ontology")
    paths = [path for path in listed.xpath("//main//a/@href") if path.startswith("/")]
    assert len([path for path in paths if path.startswith("/ontology/")]) == TERMS
    for path in paths[:: len(paths) // 25]:
        assert page(served, path).findall(".//h1"), unquote(path)


def test_a_term_has_a_page_with_its_meaning_example_and_code_list(served):
    text = " ".join(page(served, "/ontology/role?lang=zh").text_content().split())
    for words in (
        "角色",
        "责任、牵头、配合、数据来源或审核。",
        "role:responsible",
        "责任角色",
        "正文责任",
    ):
        assert words in text
    links = page(served, "/ontology/role").xpath("//main//a/@href")
    assert {"/ontology/Responsibility", "/ontology/BodyDuty"} <= set(links)


def test_a_term_is_given_as_rdf_too(served):
    answer = served.get("/ontology/Policy", headers={"Accept": "text/turtle"})
    found = {quad.subject.value for quad in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)}
    assert found == {v.POLICY}


def test_a_name_that_no_term_has_is_not_found(served):
    assert served.get("/ontology/Nothing").status_code == 404


def test_a_dataset_without_the_ontology_says_so(client):
    text = page(client, "/ontology?lang=en").text_content()
    assert "does not hold the ontology" in text


def test_pages_of_things_lead_to_the_terms(client, policy):
    path = "/resource?iri=" + policy
    links = page(client, path).xpath("//main//a/@href")
    assert "/ontology/Policy" in links
