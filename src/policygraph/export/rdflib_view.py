"""A dataset as rdflib has it, for those whose tools are made for that."""

import pyoxigraph as ox
import rdflib

from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.vocabulary import PREFIXES
from policygraph.validate.graph import rdflib_term


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
            graphs[name].add(
                (rdflib_term(quad.subject), rdflib_term(quad.predicate), rdflib_term(quad.object))
            )
    return whole
