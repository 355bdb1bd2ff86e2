"""The query operation of the SPARQL 1.1 Protocol: one row for each kind of request."""

from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

import pytest

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv; charset=utf-8", "text/tab-separated-values; charset=utf-8"
TURTLE, NT = "text/turtle; charset=utf-8", "application/n-triples"
RDFXML, JSONLD = "application/rdf+xml", "application/ld+json"
HTML, PROBLEM = "text/html; charset=utf-8", "application/problem+json"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"

ASK = "ASK {}"
SELECT = "SELECT ?s { ?s ?p ?o } LIMIT 1"
CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1"
DESCRIBE = "DESCRIBE <https://w3id.org/policygraph/id/place/990000>"
UPDATE = "CLEAR ALL"


@dataclass(frozen=True)
class Case:
    """A request and what must come back; ``query`` goes where the method puts it."""

    name: str
    query: str | None = ASK
    how: str = "get"
    accept: str | None = None
    status: int = 200
    type: str | None = None
    more: dict[str, str] = field(default_factory=dict)
    content_type: str | None = None
    body: bytes | None = None


CASES = [
    # the three ways to ask, 2.1.1 to 2.1.3
    Case("get ask", type=JSON),
    Case("form ask", how="form", type=JSON),
    Case("direct ask", how="direct", type=JSON),
    Case("head ask", how="head", type=JSON),
    Case("get with slash", how="get/", type=JSON),
    Case("form with charset", how="form", content_type=f"{FORM}; charset=UTF-8", type=JSON),
    Case("direct with charset", how="direct", content_type=f'{DIRECT};charset="utf-8"', type=JSON),
    Case("media type in capitals", how="direct", content_type=DIRECT.upper(), type=JSON),
    Case("byte order mark", how="direct", body=b"\xef\xbb\xbfASK {}", type=JSON),
    # what is accepted decides, whatever the way
    *(
        Case(f"{how} {accept} for {query.split()[0]}", query, how, accept, type=expected)
        for how in ("get", "form", "direct")
        for query, accept, expected in (
            (SELECT, None, JSON),
            (SELECT, JSON, JSON),
            (SELECT, "application/json", JSON),
            (SELECT, XML, XML),
            (SELECT, "application/xml", XML),
            (SELECT, "text/csv", CSV),
            (SELECT, "text/tab-separated-values", TSV),
            (ASK, XML, XML),
            (CONSTRUCT, None, TURTLE),
            (CONSTRUCT, "text/turtle", TURTLE),
            (CONSTRUCT, "application/n-triples", NT),
            (CONSTRUCT, "text/plain", NT),
            (CONSTRUCT, "application/rdf+xml", RDFXML),
            (CONSTRUCT, "application/ld+json", JSONLD),
            (DESCRIBE, "application/json", JSONLD),
        )
    ),
    # weights and wildcards, RFC 9110 12.5.1
    Case("any", SELECT, accept="*/*", type=JSON),
    Case("any by an old client", SELECT, accept="*; q=.2", type=JSON),
    Case("any text", SELECT, accept="text/*", type=CSV),
    Case(
        "weights", SELECT, accept="text/csv;q=0.5, application/sparql-results+xml;q=0.9", type=XML
    ),
    Case("zero weight", SELECT, accept="application/sparql-results+json;q=0, */*;q=0.1", type=XML),
    Case("precise over broad", SELECT, accept="*/*;q=0.9, text/csv;q=0.1", type=JSON),
    Case("client for both kinds", CONSTRUCT, accept=f"{JSON}, text/turtle", type=TURTLE),
    Case("malformed range is passed over", SELECT, accept=";;,text/csv,/", type=CSV),
    Case(
        "weight is no number", SELECT, accept="text/csv;q=nan, text/tab-separated-values", type=TSV
    ),
    Case("browser", SELECT, accept=BROWSER, type=HTML),
    Case("browser construct", CONSTRUCT, accept=BROWSER, type=HTML),
    Case("not offered", SELECT, accept="image/png", status=406),
    Case("graph format for a table", SELECT, accept="text/turtle", status=406),
    Case("table format for a graph", CONSTRUCT, accept="text/csv", status=406),
    # format wins over Accept
    Case("format csv", SELECT, accept=JSON, more={"format": "csv"}, type=CSV),
    Case("format in the form", SELECT, how="form", more={"format": "xml"}, type=XML),
    Case("format as media type", CONSTRUCT, more={"format": "application/ld+json"}, type=JSONLD),
    Case("format html", SELECT, more={"format": "html"}, type=HTML),
    Case("format unknown", SELECT, more={"format": "docx"}, status=406),
    # wrong requests
    Case("bad query", "ASK {", status=400),
    Case("empty query", "", status=400),
    Case("bad query by form", "SELECT WHERE", how="form", status=400),
    Case("no IRI", "ASK { <http://example.com/a b> ?p ?o }", status=400),
    Case(
        "two queries", how="get", body=b"query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", status=400
    ),
    Case("two queries in a form", how="form", body=b"query=ASK{}&query=ASK{}", status=400),
    Case("query in URL and body", how="direct", more={"query": ASK}, status=400),
    Case(
        "two formats", more={"format": "csv"}, body=b"query=ASK{}&format=csv&format=xml", status=400
    ),
    Case("form without query", how="form", body=b"a=b", status=400),
    Case("form not UTF-8", how="form", body=b"query=%D6%D0", status=400),
    Case("URL not UTF-8", how="get", body=b"query=%D6%D0", status=400),
    Case("direct not UTF-8", how="direct", body="ASK {}".encode("utf-16"), status=400),
    Case("many parameters", how="form", body=b"&".join([b"a=b"] * 2000), status=400),
    Case("direct in UTF-16", how="direct", content_type=f"{DIRECT}; charset=UTF-16", status=415),
    Case("no content type", how="direct", content_type="", status=415),
    Case("plain text", how="direct", content_type="text/plain", status=415),
    Case("multipart", how="form", content_type="multipart/form-data; boundary=x", status=415),
    Case("long query", f"ASK {{}} #{'x' * 20_000}", how="direct", status=413),
    Case("long form", f"ASK {{}} #{'x' * 20_000}", how="form", status=413),
    Case("long URL", f"ASK {{}} #{'x' * 20_000}", status=413),
    *(Case(f"method {how}", how=how, status=405) for how in ("put", "delete", "patch")),
    # updates, 2.2: this service only reads
    Case("update by GET", how="get", body=b"update=CLEAR%20ALL", status=403),
    Case("update by form", how="form", body=b"update=CLEAR%20ALL", status=403),
    Case(
        "update direct", UPDATE, how="direct", content_type="application/sparql-update", status=403
    ),
    *(
        Case(f"update as query by {how}: {text}", text, how=how, status=403)
        for how in ("get", "form", "direct")
        for text in (
            "INSERT DATA { <a:b> <a:b> <a:b> }",
            "PREFIX a: <a:> # SELECT\nDELETE WHERE { ?s ?p ?o }",
            "LOAD <http://127.0.0.1/>",
            "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        )
    ),
]


def send(client, case):
    """Send the request that a case describes."""
    headers = {"Accept": case.accept} if case.accept else {"Accept": ""}
    asked = {"query": case.query, **case.more}
    encoded = urlencode(asked, quote_via=quote).encode() if case.body is None else case.body
    if case.how in ("form", "direct"):
        default, own = (FORM, encoded) if case.how == "form" else (DIRECT, case.query.encode())
        media_type = default if case.content_type is None else case.content_type
        headers |= {"Content-Type": media_type} if media_type else {}
        url = "/sparql" if case.how == "form" else f"/sparql?{urlencode(case.more)}"
        return client.post(url, headers=headers, content=own if case.body is None else case.body)
    path = "/sparql/" if case.how == "get/" else "/sparql"
    method = case.how.rstrip("/").upper()
    return client.request(method, f"{path}?{encoded.decode()}", headers=headers)


def test_no_case_was_lost():
    assert len(CASES) == 111
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_request(client, case):
    answer = send(client, case)
    assert answer.status_code == case.status, answer.text
    if case.status == 200:
        assert answer.headers["content-type"] == case.type
        assert "Accept" in answer.headers["vary"]
        assert (answer.content == b"") == (case.how == "head")
    else:
        problem = answer.json()
        assert answer.headers["content-type"] == PROBLEM
        assert problem["status"] == case.status
        assert problem["title"]
        assert problem["detail"]


def test_a_head_request_tells_the_length(client):
    asked = {"query": SELECT}
    told = client.head("/sparql", params=asked).headers["content-length"]
    assert int(told) == len(client.get("/sparql", params=asked).content)


def test_a_format_that_is_not_offered_is_answered_with_those_that_are(client):
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "image/png"})
    assert "csv (text/csv)" in answer.json()["detail"]


def test_the_parser_says_where_a_query_is_wrong(client):
    detail = client.get("/sparql", params={"query": "SELECT ?s WHERE {"}).json()["detail"]
    assert "error at 1:" in detail


def test_a_prefix_that_is_not_declared_is_named(client):
    query = "SELECT ?s { ?s a pg:Policy ; ex:p 'x:y', ?o }"
    detail = client.get("/sparql", params={"query": query}).json()["detail"]
    assert "PREFIX pg: <https://w3id.org/policygraph/ns#> PREFIX ex: <...>" in detail
    assert "x:" not in detail.replace("ex:", "")


def test_a_relative_iri_stands_against_the_endpoint(client):
    answer = client.get("/sparql/", params={"query": "SELECT (<a> AS ?a) {}", "format": "tsv"})
    assert answer.text == f"?a\n<{client.base_url.join('/a')}>\n"


def test_other_origins_may_read(client):
    asked = {"query": ASK}
    answer = client.get("/sparql", params=asked, headers={"Origin": "https://example.com"})
    assert answer.headers["access-control-allow-origin"] == "*"
    preflight = {"Origin": "https://example.com", "Access-Control-Request-Method": "POST"}
    assert client.options("/sparql", headers=preflight).status_code == 200
    refused = preflight | {"Access-Control-Request-Method": "DELETE"}
    assert client.options("/sparql", headers=refused).status_code == 400


def test_nothing_was_changed_by_all_these_requests(client, quads):
    query = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"
    rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert rows[0]["n"]["value"] == str(quads)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_federated_query_is_refused(client, method):
    query = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    given = {"params": {"query": query}} if method == "get" else {"data": {"query": query}}
    answer = getattr(client, method)("/sparql", **given)
    assert answer.status_code == 403
    assert "SERVICE" in answer.json()["detail"]
