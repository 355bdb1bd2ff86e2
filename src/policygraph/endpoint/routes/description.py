"""Dataset -> description of the service (SPARQL 1.1 Service Description; VoID)."""

from collections.abc import Iterator

import pyoxigraph as ox

from policygraph.endpoint.http.negotiate import RDF_FORMATS, RESULT_FORMATS
from policygraph.rdf import iri as identifiers
from policygraph.rdf.dataset.manifest_file import Manifest
from policygraph.rdf.vocabulary import TYPE, XSD

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_FORMAT_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}


def describe_service(manifest: Manifest, endpoint: str) -> Iterator[ox.Triple]:
    """Say what the endpoint is, what it speaks, and which graphs it holds.

    Graphs of single sources are not listed: there is one for each document.

    Args:
        manifest: of the dataset that is served.
        endpoint: IRI under which the endpoint was asked.
    """
    service, dataset = f"{endpoint}#service", f"{endpoint}#dataset"
    yield _link(service, TYPE, f"{SD}Service")
    yield _link(service, f"{SD}endpoint", endpoint)
    yield _link(service, f"{SD}supportedLanguage", f"{SD}SPARQL11Query")
    yield _link(service, f"{SD}feature", f"{SD}UnionDefaultGraph")
    for one in (*RESULT_FORMATS, *RDF_FORMATS):
        yield _link(service, f"{SD}resultFormat", _FORMATS + _FORMAT_NAMES[one.media_type])
    yield _link(service, f"{SD}defaultDataset", dataset)
    yield _link(dataset, TYPE, f"{SD}Dataset")
    yield _link(dataset, TYPE, f"{VOID}Dataset")
    yield _link(dataset, f"{VOID}sparqlEndpoint", endpoint)
    yield _text(dataset, f"{VOID}uriSpace", manifest.base)
    yield from _graphs(manifest, endpoint, dataset)


def _graphs(manifest: Manifest, endpoint: str, dataset: str) -> Iterator[ox.Triple]:
    default = f"{endpoint}#default-graph"
    yield _link(dataset, f"{SD}defaultGraph", default)
    yield _link(default, TYPE, f"{SD}Graph")
    if "quads" in manifest.counts:
        yield _number(default, f"{VOID}triples", manifest.counts["quads"])
    names = (shard.removesuffix(".nq") for shard in sorted(manifest.graphs))
    for name in (name for name in names if "/" not in name):
        node = f"{endpoint}#graph-{identifiers.segment(name)}"
        yield _link(dataset, f"{SD}namedGraph", node)
        yield _link(node, TYPE, f"{SD}NamedGraph")
        yield _link(node, f"{SD}name", identifiers.graph(name, manifest.base))


def _link(subject: str, predicate: str, target: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(target))


def _text(subject: str, predicate: str, value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.Literal(value))


def _number(subject: str, predicate: str, value: int) -> ox.Triple:
    integer = ox.Literal(str(value), datatype=ox.NamedNode(XSD + "integer"))
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), integer)
