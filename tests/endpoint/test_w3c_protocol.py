"""The W3C's own tests of the SPARQL 1.1 Protocol (manifest of the working group).

All tests of queries are run as they stand. Those of updates say what happens when an update is
made; this service makes none, so every one of them must be refused.
"""

from dataclasses import dataclass, replace

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection

from policygraph.rdf.dataset.folder import DatasetWriter
from policygraph.rdf.dataset.manifest_file import Manifest
from policygraph.rdf.dataset.replacing import in_place_of

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
STATUS = "http://www.w3.org/2011/http-statusCodes#StatusCode"
DATA = "http://kasei.us/2009/09/sparql/data/"
TYPES = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    },
    "RDF": {"text/turtle", "application/n-triples", "application/rdf+xml"},
}


@dataclass(frozen=True)
class Exchange:
    """One request of a test, and what must come back."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[str]
    form: str | None
    boolean: bool | None


def read(folder):
    """Read the manifest: name of the test -> its exchanges."""
    graph = Graph().parse(folder / "manifest.ttl")
    entries = graph.value(None, RDF.type, MF.Manifest)
    tests = Collection(graph, graph.value(entries, MF.entries))
    return {str(test).partition("#")[2]: list(exchanges(graph, test)) for test in tests}


def exchanges(graph, test):
    connection = graph.value(test, MF.action)
    for request in Collection(graph, graph.value(connection, HT.requests)):
        answer = graph.value(request, HT.resp)
        boolean = graph.value(answer, MF.expectedBoolean)
        form = graph.value(answer, MF.expectedFormat)
        statuses = graph.objects(answer, MF.expectedStatus)
        yield Exchange(
            str(graph.value(request, HT.methodName)),
            str(graph.value(request, HT.absolutePath)),
            headers_of(graph, request),
            body_of(graph, request),
            frozenset(str(status).removeprefix(STATUS)[0] for status in statuses),
            form and str(form),
            None if boolean is None else boolean.toPython(),
        )


def headers_of(graph, request):
    given = graph.value(request, HT.headers)
    return {
        str(graph.value(header, HT.fieldName)): str(graph.value(header, HT.fieldValue))
        for header in (Collection(graph, given) if given else ())
    }


def body_of(graph, request):
    body = graph.value(request, HT.body)
    if body is None:
        return None
    encoding = graph.value(body, CNT.characterEncoding)
    return str(graph.value(body, CNT.chars)).encode(str(encoding))


@pytest.fixture(scope="module")
def folder(shared):
    return shared / "conformance" / "sparql" / "sparql11" / "protocol"


@pytest.fixture(scope="module")
def tests(folder):
    return read(folder)


@pytest.fixture(scope="module")
def endpoint(folder, settings, serving, tmp_path_factory):
    """Serve the three data graphs of the suite."""
    path = tmp_path_factory.mktemp("w3c") / "build"
    with in_place_of(path) as target:
        writer = DatasetWriter(target)
        store = ox.Store(str(target / "store"))
        for number in (1, 2, 3):
            graph = ox.NamedNode(f"{DATA}data{number}.rdf")
            store.load(path=str(folder / f"data{number}.nt"), to_graph=graph)
        store.flush()
        writer.manifest(Manifest("0" * 64, writer.base, {}, {}, {}))
        del store
    with serving(replace(settings, dataset=path)) as client:
        yield client


def ask(client, exchange):
    return client.request(
        exchange.method, exchange.url, headers=exchange.headers, content=exchange.body
    )


def test_the_suite_is_whole(tests):
    assert len(tests) == 34
    assert sum(name.startswith("update") for name in tests) == 7


def test_every_query_test_passes(tests, endpoint):
    failed = {}
    for name, steps in tests.items():
        for step in steps if not name.startswith("update") else ():
            answer = ask(endpoint, step)
            media_type = answer.headers.get("content-type", "").partition(";")[0]
            fits = str(answer.status_code)[0] in step.statuses
            fits = fits and (step.form is None or media_type in TYPES[step.form])
            if not fits or (step.boolean is not None and answer.json()["boolean"] != step.boolean):
                failed[name] = (answer.status_code, media_type, answer.text)
    assert failed == {}


def test_every_update_is_refused(tests, endpoint):
    refused = {
        name: ask(endpoint, steps[0]).status_code
        for name, steps in tests.items()
        if name.startswith("update")
    }
    assert set(refused.values()) == {403}
