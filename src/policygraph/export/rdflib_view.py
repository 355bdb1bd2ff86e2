"""A dataset as rdflib has it, for those whose tools are made for that."""

import pyoxigraph as ox
import rdflib

from policygraph.rdf.dataset import Dataset
from policygraph.rdf.vocabulary import PREFIXES


def to_rdflib(dataset: Dataset) -> rdflib.Dataset:
    """Give all quads in memory, with their graphs and our prefixes.

    pyoxigraph parses: rdflib's own parser takes ten times as long.
    """
    whole = rdflib.Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        whole.bind(prefix, namespace)
    graphs: dict[str, rdflib.Graph] = {}
    for shard in dataset.shards():
        for quad in ox.parse(path=str(shard), format=ox.RdfFormat.N_QUADS):
            name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
            if name not in graphs:
                graphs[name] = whole.graph(rdflib.URIRef(name)) if name else whole.default_graph
            graphs[name].add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return whole


def _term(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple,
) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal():
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
        case _:
            raise TypeError("a quoted triple, which RDF 1.1 does not have")
