"""Running: forms of queries, named graphs, caps, and errors that say what is wrong."""

import pyoxigraph as ox
import pytest

from policygraph.errors import QueryError, QueryTooLarge
from policygraph.query.header import read_question
from policygraph.query.run import ask, run_sparql

DATA = "@prefix ex: <https://example.org/> . ex:a ex:p 1, 2, 3 ."


def test_the_default_graph_is_the_union_of_all(store):
    answer = run_sparql("SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o", store(DATA))
    assert [column.name for column in answer.columns] == ["o"]
    assert answer.values() == ((1,), (2,), (3,))


@pytest.mark.parametrize(("graph", "rows"), [("graph", 3), ("other", 0)])
def test_a_query_may_name_its_graphs(store, graph, rows):
    text = f"SELECT ?o FROM <https://example.org/{graph}> WHERE {{ ?s ?p ?o }}"
    assert len(run_sparql(text, store(DATA)).rows) == rows


def test_ask_is_a_row(store):
    answer = run_sparql("ASK { ?s ?p 2 }", store(DATA))
    assert answer.records() == [{"answer": True}]


def test_construct_is_a_row_for_each_triple(store):
    answer = run_sparql("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER(?o > 2) }", store(DATA))
    node = "https://example.org/"
    assert answer.records() == [{"subject": f"{node}a", "predicate": f"{node}p", "object": 3}]


def test_known_prefixes_need_no_declaration(store):
    data = "<https://example.org/a> a <https://w3id.org/policygraph/ns#Policy> ."
    assert len(run_sparql("SELECT ?p { ?p a pg:Policy }", store(data)).rows) == 1


def test_more_rows_than_allowed_are_refused(store):
    text = "SELECT ?o WHERE { ?s ?p ?o }"
    assert len(run_sparql(text, store(DATA), max_rows=3).rows) == 3
    with pytest.raises(QueryTooLarge, match=r"more than 2 rows; ask for fewer \(LIMIT\)"):
        run_sparql(text, store(DATA), max_rows=2)


@pytest.mark.parametrize(
    "text",
    ["SELEKT", "", "SELECT ?x { ?x nope:p 1 }"],
)
def test_what_is_no_query_is_refused(text):
    with pytest.raises(QueryError, match=r"^mine: not a SPARQL 1\.1 query: "):
        run_sparql(text, ox.Store(), name="mine")


def test_an_undeclared_prefix_is_named_with_those_that_are_known():
    with pytest.raises(QueryError) as caught:
        run_sparql("SELECT ?x { ?x nope:p 1 ; pg:name ?y ; 否:q 2 }", ox.Store())
    english, chinese = str(caught.value), caught.value.in_language("zh")
    assert "undeclared prefix nope:, 否:; declare it with PREFIX" in english
    assert "前缀 nope:、否: 未声明" in chinese
    assert all(f" {prefix}:" in english and f"{prefix}:" in chinese for prefix in ("pg", "eli"))
    with pytest.raises(QueryError) as caught:
        run_sparql("PREFIX nope: <https://example.org/> SELECT ?x { ?x nope:p pg:y", ox.Store())
    assert "undeclared" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "form"),
    [("INSERT DATA { <x:a> <x:b> <x:c> }", "INSERT"), ("PREFIX a: <x:> drop all", "DROP")],
)
def test_an_update_is_told_that_only_queries_are_run(text, form):
    store = ox.Store()
    store.add(ox.Quad(*[ox.NamedNode("https://example.org/a")] * 3))
    with pytest.raises(QueryError, match=rf"is an update \({form}\); only queries are run here"):
        run_sparql(text, store)
    assert len(store) == 1


def test_what_cannot_be_encoded_is_refused():
    with pytest.raises(QueryError, match=r"^query: could not be evaluated"):
        run_sparql("SELECT ?x { ?x ?p '\udc80' }", ox.Store())


def test_a_header_that_declares_other_columns_is_reported():
    text = "# zh: 谁？\n# en: Who?\n# column: who | 谁 | who\nSELECT ?whom {}"
    question = read_question("competency/legal/who.rq", text)
    with pytest.raises(QueryError, match=r"who\.rq: gives the columns whom; .* declares who"):
        ask(question, {}, ox.Store())
