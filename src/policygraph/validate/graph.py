"""Shard -> rdflib graph: what pySHACL checks.

pyoxigraph parses; rdflib's own parser is 10 times slower, and pySHACL gives wrong answers on a
graph that is kept by pyoxigraph itself.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

import pyoxigraph as ox
import rdflib

from policygraph.errors import DatasetError
from policygraph.rdf.vocabulary import XSD

_STRING = XSD + "string"


def read_graph(data: bytes, name: str) -> rdflib.Graph:
    """Read the triples of a shard (N-Quads); the names of graphs are dropped.

    Raises:
        DatasetError: it is no N-Quads; names the shard.
    """
    try:
        return graph_of(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as error:
        raise DatasetError(
            zh=f"数据集中的文件 {name} 不是 N-Quads：{error}；请重新构建数据集",
            en=f"{name}: not N-Quads: {error}; build the dataset again",
        ) from error


def graph_of(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """Give the triples of what pyoxigraph parses; the names of graphs are dropped.

    Raises:
        SyntaxError: from the parser.
        ValueError: a triple as subject or object, which RDF 1.1 does not have.
    """
    graph = rdflib.Graph(bind_namespaces="none")
    with _quiet():
        add_triples(graph, quads)
    return graph


def add_triples(graph: rdflib.Graph, quads: Iterable[ox.Quad]) -> None:
    """Add what pyoxigraph parsed to a graph.

    Raises:
        ValueError: a triple as subject or object, which RDF 1.1 does not have.
    """
    for quad in quads:
        graph.add((_node(quad.subject), _iri(quad.predicate.value), rdflib_term(quad.object)))


def to_oxigraph(term: rdflib.term.Node | None) -> ox.NamedNode | ox.Literal | None:
    """Give an IRI or literal as pyoxigraph has it; None for any other node."""
    if isinstance(term, rdflib.URIRef):
        return ox.NamedNode(str(term))
    if not isinstance(term, rdflib.Literal):
        return None
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or _STRING)))


@lru_cache(maxsize=10_000)
def _iri(value: str) -> rdflib.URIRef:
    return rdflib.URIRef(value)


def _node(term: ox.NamedNode | ox.BlankNode | ox.Triple) -> rdflib.URIRef | rdflib.BNode:
    if isinstance(term, ox.Triple):
        raise ValueError("a triple as subject or object, which RDF 1.1 does not have")
    return rdflib.BNode(term.value) if isinstance(term, ox.BlankNode) else _iri(term.value)


def rdflib_term(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple,
) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    """Give a term of pyoxigraph as rdflib has it.

    Raises:
        ValueError: a triple, which is no term of RDF 1.1.
    """
    if not isinstance(term, ox.Literal):
        return _node(term)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    # rdflib holds "a" and "a"^^xsd:string for different terms; the shapes write the former
    return rdflib.Literal(term.value, datatype=None if datatype == _STRING else _iri(datatype))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging ill-typed literals: the shapes report them."""
    logger = logging.getLogger("rdflib.term")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
