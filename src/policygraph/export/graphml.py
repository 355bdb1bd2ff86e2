"""Networks as GraphML (graphml.graphdrawing.org, GraphML 1.0), written as a stream.

Why not ``networkx.write_graphml``: its files open in yEd as boxes without a word, for yEd
shows only labels in its own elements (``y:NodeLabel``, ``y:EdgeLabel``), which networkx reads
and cannot write; it raises on a character that XML forbids; and, without lxml, it takes
three times as long and holds the whole tree in memory. ``read_graphml`` reads
what is written here: the same nodes, edges and attributes.

Gephi takes the attribute ``label`` as label and shows the others as columns; the elements for
yEd have the ids ``d3`` and ``d7``, by which Gephi too knows them as labels.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from policygraph.export.characters import legible
from policygraph.export.network import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from policygraph.export.output import Written, new_file

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d3" for="node" yfiles.type="nodegraphics"/>
<key id="d7" for="edge" yfiles.type="edgegraphics"/>
"""
_NODE_LABEL = '<data key="d3"><y:ShapeNode><y:NodeLabel>{}</y:NodeLabel></y:ShapeNode></data>'
_EDGE_LABEL = '<data key="d7"><y:PolyLineEdge><y:EdgeLabel>{}</y:EdgeLabel></y:PolyLineEdge></data>'


def write_graphml(network: "nx.MultiDiGraph[str]", target: Path) -> Written:
    """Write a network that ``to_network`` gave.

    Args:
        network: nodes and edges; their attributes are strings.
        target: the file; it is compressed where its name ends in ``.gz``.

    Raises:
        DatasetError: ``target`` cannot be written.
    """
    with new_file(target) as stream:
        stream.writelines(line.encode() for line in _lines(network))
    counts = {"nodes": network.number_of_nodes(), "edges": network.number_of_edges()}
    return Written(target, target.stat().st_size, counts)


def _lines(network: "nx.MultiDiGraph[str]") -> Iterator[str]:
    yield _HEAD
    yield from _keys("node", NODE_ATTRIBUTES)
    yield from _keys("edge", EDGE_ATTRIBUTES)
    yield '<graph edgedefault="directed">\n'
    for node, said in network.nodes(data=True):
        yield f"<node id={_quoted(node)}>{_data('node', said, _NODE_LABEL)}</node>\n"
    for source, target, said in network.edges(data=True):
        ends = f"source={_quoted(source)} target={_quoted(target)}"
        yield f"<edge {ends}>{_data('edge', said, _EDGE_LABEL)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(owner: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="string"/>\n'


def _data(owner: str, said: Mapping[str, str], label: str) -> str:
    parts = [f'<data key="{owner}-{name}">{_escaped(value)}</data>' for name, value in said.items()]
    if "label" in said:
        parts.append(label.format(_escaped(said["label"])))
    return "".join(parts)


def _escaped(value: str) -> str:
    return escape(legible(value), {"\r": "&#13;"})


def _quoted(value: str) -> str:
    return quoteattr(legible(value))
