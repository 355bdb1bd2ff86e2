"""What a SPARQL text does is seen without parsing it; SERVICE never gets through."""

import http.server
import threading

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.errors import QueryError
from policygraph.query.keywords import keywords_of, may_federate, undeclared_prefixes
from policygraph.query.run import run_sparql

FORMS = [
    ("SELECT * {}", "SELECT"),
    ("# UPDATE\nPREFIX ask: <x:> base <y:> ask {}", "ASK"),
    ("PREFIX : <x:> DESCRIBE :a", "DESCRIBE"),
    ("'select' ?ask <construct> describe:x @ask", ""),
    ("", ""),
    ("\\select", "SELECT"),
    ("PREFIX a: <b> insert data {}", "INSERT"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_the_form_is_the_first_word_after_the_prologue(text, form):
    assert keywords_of(text).form == form


PREFIXES = [
    ("SELECT * { ?s a pg:Policy }", ("pg:",)),
    ("PREFIX pg: <x:> SELECT * { ?s a pg:Policy }", ()),
    ("SELECT * { :a 'b:c' <d:e> ; f:g _:h . # i:j\n }", (":", "f:")),
    ("prefix : <x:> ASK { : a:b\\:c a:d }", ("a:",)),
]


@pytest.mark.parametrize(("text", "missing"), PREFIXES)
def test_undeclared_prefixes(text, missing):
    assert undeclared_prefixes(text) == missing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * FROM <x:g> {}", True),
        ("select * from named <x:g> {}", True),
        ("SELECT ?from { ?from a 'FROM' } # FROM", False),
        ('SELECT * { ?s ex:from """a "FROM" b""", "\\" FROM " }', False),
        ("PREFIX from: <x:FROM/> SELECT * { from:from ?p <x:FROM> }", False),
        ("SELECT * { FILTER(?a<5 && ?b>3) }", False),
    ],
)
def test_from_is_seen_where_it_is_a_keyword(text, expected):
    assert keywords_of(text).names_dataset is expected


# Spellings of SERVICE that the engine follows, some against the standard. U is an address.
FEDERATED = [
    "SELECT * { SERVICE <U> { ?s ?p ?o } }",
    "SELECT * { service silent<U>{ ?s ?p ?o } }",
    "PREFIX : <U> SELECT * { SERVICE:{ ?s ?p ?o } }",
    "PREFIX : <U> SELECT * { SERVICE#x\n#y\n: #z {\n{ ?s ?p ?o } }",
    "PREFIX silent: <U> SELECT * { SERVICE silent:{ ?s ?p ?o } }",
    "PREFIX silent: <U> SELECT * { SERVICE SILENT silent:{ ?s ?p ?o } }",
    "PREFIX p: <http://127.0.0.1:> SELECT * { SERVICE p:PORT\\/\\#x#y\n{ ?s ?p ?o } }",
    "SELECT * { ?a ?b 1SERVICE<U>{ ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <U> } SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { BIND(<U> AS ?x) FILTER(1<2#>'''\n) SERVICE <U> { ?s ?p ?o } #'''\n }",
    'SELECT * { FILTER(1<2#>"""\n) SERVICE <U> { ?s ?p ?o } #"""\n }',
    "SELECT * { FILTER EXISTS { SERVICE\t<U>\r{ ?s ?p ?o } } }",
    "ASK { { SELECT * { SERVICE <U> { ?s ?p ?o } } } }",
]


@pytest.fixture(scope="module")
def listener():
    """Listen for requests on this host, and give its port and the list of those that came."""
    hits = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            hits.append(self.path)
            self.send_response(500)
            self.end_headers()

        do_GET = do_POST  # noqa: N815 - the name that http.server calls

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port, hits
    server.shutdown()
    thread.join()
    server.server_close()


def addressed(query, port):
    return query.replace("<U>", f"<http://127.0.0.1:{port}/>").replace("PORT", str(port))


@pytest.mark.parametrize("query", FEDERATED)
def test_a_federated_query_is_refused_and_no_request_is_sent(listener, query):
    port, hits = listener
    with pytest.raises(QueryError, match=r"^mine: SERVICE would send requests to another host"):
        run_sparql(addressed(query, port), ox.Store(), name="mine")
    assert hits == []


def test_the_engine_would_have_sent_them(listener):
    port, hits = listener
    store = ox.Store()
    quad = ox.Quad(*(ox.NamedNode(f"a:{n}") for n in "ab"), ox.Literal("1"), ox.DefaultGraph())
    store.add(quad)
    sent = 0
    for query in FEDERATED:
        hits.clear()
        try:
            results = store.query(addressed(query, port))
            _ = bool(results) if isinstance(results, ox.QueryBoolean) else list(results)
        except (OSError, RuntimeError, SyntaxError):
            pass
        sent += bool(hits)
    hits.clear()
    assert sent >= 8


HARMLESS = [
    "SELECT * { ?service <http://example.com/service?x> 'at your service' }",
    "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> ASK { ?s a sd:Service }",
    "ASK { ?s <x:service> ?o . # service: none\n ?o ?p ?q }",
    "ASK { ?x ?y ?service { ?a ?b ?c } }",
]


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_alone_is_no_federation(query):
    assert not may_federate(query)


@given(st.text(alphabet=st.sampled_from("\"'<>#\\{}?:@ \n\tserviceSERVICEfrom_a1.中")))
def test_any_text_is_read(text):
    keywords_of(text)
    undeclared_prefixes(text)
    assert may_federate(f"{text}\nSERVICE <x:y> {{{text}")
