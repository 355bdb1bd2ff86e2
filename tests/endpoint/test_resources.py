"""Every IRI of the dataset can be followed, and gives what the Accept header asks for."""

from urllib.parse import quote

import pyoxigraph as ox
import pytest

from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v

FORMATS = [
    ("text/turtle", ox.RdfFormat.TURTLE),
    ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ("application/ld+json", ox.RdfFormat.JSON_LD),
]


def path_of(one):
    return "/id/" + quote(one.removeprefix(iri.DEFAULT_BASE), safe="/%~")


@pytest.mark.parametrize(("accept", "form"), FORMATS)
def test_all_statements_about_a_thing(client, policy, accept, form):
    answer = client.get(path_of(policy), headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    found = {quad.triple for quad in ox.parse(answer.content, format=form)}
    query = f"CONSTRUCT {{ <{policy}> ?p ?o }} WHERE {{ <{policy}> ?p ?o }}"
    asked = client.get("/sparql", params={"query": query, "format": "nt"}).content
    assert found == {quad.triple for quad in ox.parse(asked, format=ox.RdfFormat.N_TRIPLES)}
    assert len(found) > 5


@pytest.mark.parametrize("path", ["/resource", "/policy"])
def test_the_iri_as_a_parameter_gives_the_same(client, policy, path):
    headers = {"Accept": "text/turtle"}
    by_parameter = client.get(path, params={"iri": policy}, headers=headers)
    assert by_parameter.content == client.get(path_of(policy), headers=headers).content


def test_an_iri_with_percent_encoded_brackets_is_found(client):
    agency = iri.agency("990100", "市财政局(国资委)")
    assert "%28" in agency
    for path in (path_of(agency), path_of(agency).replace("%28", "(").replace("%29", ")")):
        answer = client.get(path, headers={"Accept": "text/turtle"})
        assert answer.status_code == 200
        assert "市财政局(国资委)" in answer.text


def test_format_wins_over_accept(client, policy):
    answer = client.get(path_of(policy), params={"format": "jsonld"}, headers={"Accept": "*/*"})
    assert answer.headers["content-type"] == "application/ld+json"


def test_a_browser_gets_a_page_and_a_head_request_no_body(client, policy):
    assert client.get(path_of(policy)).headers["content-type"].startswith("text/html")
    head = client.head(path_of(policy), headers={"Accept": "text/turtle"})
    assert head.headers["content-type"].startswith("text/turtle")
    assert head.content == b""


def test_a_term_that_is_only_used_is_known_too(client):
    answer = client.get("/resource", params={"iri": v.OF_CLAUSE}, headers={"Accept": "text/html"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/id/policy/nowhere", 404),
        ("/id/", 404),
        ("/id/%D6%D0", 400),
        ("/resource", 400),
        ("/resource?iri=", 400),
        ("/resource?iri=not-an-iri", 400),
        ("/resource?iri=http://example.com/none", 404),
        ("/resource?iri=" + "x" * 5000, 400),
        (f"/resource?iri={quote(v.TITLE, safe='')}&format=docx", 406),
        (f"/resource?iri={quote(v.POLICY, safe='')}&via=nothing", 400),
    ],
)
def test_what_is_not_there(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    assert answer.json()["status"] == status


def test_the_service_describes_itself(client):
    endpoint = f"{client.base_url}/sparql".replace("//sparql", "/sparql")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    triples = {quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)}
    service = ox.NamedNode(f"{endpoint}#service")
    said = {(t.predicate.value.removeprefix(sd), t.object.value) for t in triples
            if t.subject == service}  # fmt: skip
    assert ("endpoint", endpoint) in said
    assert ("feature", f"{sd}UnionDefaultGraph") in said
    assert ("supportedLanguage", f"{sd}SPARQL11Query") in said
    assert len([one for one, _ in said if one == "resultFormat"]) == 8
    graphs = {t.object.value for t in triples if t.predicate.value == f"{sd}name"}
    assert graphs == {iri.graph("links"), iri.graph("ontology")}
    assert all(not isinstance(t.subject, ox.BlankNode) for t in triples)


def test_without_a_query_a_browser_gets_a_form(client):
    answer = client.get("/sparql", headers={"Accept": "text/html"})
    assert "<textarea" in answer.text
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406
