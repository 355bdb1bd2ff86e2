"""Which graphs a query reads (SPARQL 1.1 Protocol, 2.1.4), and how its text is decoded (2.1.1)."""

from urllib.parse import quote

import pytest

from policygraph.rdf import iri

PLAN = iri.source_graph("a" * 64)
CITY = iri.source_graph("b" * 64)
TITLES = "SELECT DISTINCT ?t {dataset} {{ {pattern} }} ORDER BY ?t"
UNION = "?p a <https://w3id.org/policygraph/ns#Policy> ; <http://purl.org/dc/terms/title> ?t"
NAMED = f"GRAPH ?g {{ {UNION} }}"
PLAN_TITLE = "云岭省推动工业企业升级实施方案"
CITY_TITLE = "澄湖市奖励若干措施"
BOTH = [PLAN_TITLE, CITY_TITLE]

# parameters of the protocol, dataset clause of the query, pattern, titles that are found
CHOICES = [
    ({}, "", UNION, BOTH),
    ({}, "", NAMED, BOTH),
    ({"default-graph-uri": PLAN}, "", UNION, [PLAN_TITLE]),
    ({"default-graph-uri": [PLAN, CITY]}, "", UNION, BOTH),
    ({"default-graph-uri": PLAN}, "", NAMED, []),
    ({"named-graph-uri": CITY}, "", NAMED, [CITY_TITLE]),
    ({"named-graph-uri": [PLAN, CITY]}, "", NAMED, BOTH),
    ({"named-graph-uri": CITY}, "", UNION, []),
    ({"default-graph-uri": PLAN, "named-graph-uri": CITY}, "", UNION, [PLAN_TITLE]),
    ({"default-graph-uri": PLAN, "named-graph-uri": CITY}, "", NAMED, [CITY_TITLE]),
    ({"default-graph-uri": "http://example.com/none"}, "", UNION, []),
    ({}, f"FROM <{PLAN}>", UNION, [PLAN_TITLE]),
    ({}, f"FROM <{PLAN}> from <{CITY}>", UNION, BOTH),
    ({}, f"FROM <{PLAN}>", NAMED, []),
    ({}, f"FROM NAMED <{CITY}>", NAMED, [CITY_TITLE]),
    ({}, f"FROM NAMED <{CITY}>", UNION, []),
    # the protocol wins over the query
    ({"default-graph-uri": CITY}, f"FROM <{PLAN}>", UNION, [CITY_TITLE]),
    ({"named-graph-uri": CITY}, f"FROM NAMED <{PLAN}>", NAMED, [CITY_TITLE]),
    # FROM in a comment, a string, a name or a variable is no dataset clause
    ({}, "", UNION + " # FROM <x:y>\n FILTER('FROM' = '''FROM''')", BOTH),
    ({}, "", f"{UNION} OPTIONAL {{ ?from <http://example.com/from> ?x }}", BOTH),
]


def titles(answer):
    assert answer.status_code == 200, answer.text
    return [row["t"]["value"] for row in answer.json()["results"]["bindings"]]


@pytest.mark.parametrize(("parameters", "dataset", "pattern", "expected"), CHOICES)
def test_graphs_by_get(client, parameters, dataset, pattern, expected):
    query = TITLES.format(dataset=dataset, pattern=pattern)
    assert titles(client.get("/sparql", params={"query": query, **parameters})) == expected


@pytest.mark.parametrize(("parameters", "dataset", "pattern", "expected"), CHOICES)
def test_graphs_by_post(client, parameters, dataset, pattern, expected):
    query = TITLES.format(dataset=dataset, pattern=pattern)
    assert titles(client.post("/sparql", data={"query": query, **parameters})) == expected
    headers = {"Content-Type": "application/sparql-query"}
    direct = client.post("/sparql", params=parameters, content=query.encode(), headers=headers)
    assert titles(direct) == expected


def test_the_choices_are_all_there():
    assert len(CHOICES) == 20


def test_a_graph_name_that_is_no_iri_is_refused(client):
    answer = client.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "a b"})
    assert answer.status_code == 400
    assert "default-graph-uri" in answer.json()["detail"]


TEXTS = [
    "中文与（标点）",
    "%25",
    "%E4%B8%AD",
    "100%",
    "a+b & c=d; e#f?g",
    "𠀀 ext B",
    "quote ' and \\ and \t",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_value_is_decoded_exactly_once(client, text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    query = f'SELECT ("{escaped}" AS ?t) {{}}'
    headers = {"Content-Type": "application/sparql-query"}
    assert titles(client.get(f"/sparql?query={quote(query, safe='')}")) == [text]
    assert titles(client.post("/sparql", data={"query": query})) == [text]
    assert titles(client.post("/sparql", content=query.encode(), headers=headers)) == [text]


@pytest.mark.parametrize(
    "name",
    ["省工业和信息化厅", "市财政局(国资委)"],  # the bracket is percent-encoded in the IRI
)
def test_chinese_iris_are_found(client, name):
    place = "990000" if name.startswith("省") else "990100"
    query = (
        f"SELECT ?t {{ <{iri.agency(place, name)}>"
        " <http://www.w3.org/2004/02/skos/core#prefLabel> ?t }"
    )
    assert titles(client.get("/sparql", params={"query": query})) == [name]
    assert titles(client.post("/sparql", data={"query": query})) == [name]
