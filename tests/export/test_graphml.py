import gzip
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from policygraph.errors import DatasetError
from policygraph.export.graphml import write_graphml
from policygraph.export.network import VIEWS, to_network
from policygraph.rdf.dataset.folder import Dataset

YED = "{http://www.yworks.com/xml/graphml}"


@pytest.mark.parametrize("name", VIEWS)
def test_networkx_reads_back_the_same_nodes_edges_and_attributes(
    dataset: Dataset, tmp_path: Path, name: str
):
    graph = to_network(dataset, VIEWS[name])
    written = write_graphml(graph, tmp_path / "out.graphml")
    read = nx.read_graphml(written.path, force_multigraph=True)
    assert {node: legible(said) for node, said in graph.nodes(data=True)} == dict(read.nodes)
    assert sorted(rows(graph)) == sorted(rows(read))
    assert written.counts == {"nodes": len(graph), "edges": graph.number_of_edges()}


def rows(graph: "nx.MultiDiGraph[str]"):
    for source, target, said in graph.edges(data=True):
        yield source, target, sorted(legible(said).items())


def legible(said: dict[str, str]) -> dict[str, str]:
    """Put U+FFFD where a character cannot stand in XML."""
    table = dict.fromkeys(map(ord, "\x00\x0b\ufffe"), "\ufffd")
    return {name: value.translate(table) for name, value in said.items()}


def test_labels_are_where_yed_and_gephi_look_for_them(dataset: Dataset, tmp_path: Path):
    graph = to_network(dataset, VIEWS["duties"])
    root = ElementTree.parse(write_graphml(graph, tmp_path / "out.graphml").path).getroot()
    labels = [each.text for each in root.iter(f"{YED}NodeLabel")]
    assert "（一）推动规下企业上规" in labels
    assert len(labels) == len(graph)
    assert "牵头" in [each.text for each in root.iter(f"{YED}EdgeLabel")]
    keys = {each.get("id"): each for each in root if each.tag.endswith("key")}
    assert keys["node-label"].get("attr.name") == "label"
    assert (keys["d3"].get("for"), keys["d3"].get("yfiles.type")) == ("node", "nodegraphics")
    assert (keys["d7"].get("for"), keys["d7"].get("yfiles.type")) == ("edge", "edgegraphics")


@pytest.mark.parametrize(
    "label",
    ["\x00", "<&>\"'", "]]>", "\r\n", "\ufffe\uffff", "{}{0}", "\U0001f600", "澄湖", "\x85"],
)
def test_no_label_breaks_the_file(tmp_path: Path, label: str):
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", label=label, type="Clause")
    graph.add_edge("a", "a", label=label, kind="part")
    read = nx.read_graphml(write_graphml(graph, tmp_path / "out.graphml").path)
    table = dict.fromkeys(map(ord, "\x00\ufffe\uffff"), "\ufffd")
    assert read.nodes["a"]["label"] == label.translate(table)
    assert read.edges["a", "a"]["label"] == label.translate(table)


def test_a_name_in_gz_is_compressed_and_networkx_reads_it(dataset: Dataset, tmp_path: Path):
    graph = to_network(dataset, VIEWS["all"])
    plain = write_graphml(graph, tmp_path / "a.graphml").path.read_bytes()
    packed = write_graphml(graph, tmp_path / "a.graphml.gz").path
    assert gzip.decompress(packed.read_bytes()) == plain
    assert len(nx.read_graphml(packed)) == len(graph)


def test_a_network_of_the_same_dataset_gives_the_same_bytes(dataset: Dataset, tmp_path: Path):
    first, second = (
        write_graphml(to_network(dataset, VIEWS["all"]), tmp_path / name).path.read_bytes()
        for name in ("a", "b")
    )
    assert first == second


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(DatasetError, match="nowhere does not exist; make it first"):
        write_graphml(nx.MultiDiGraph(), tmp_path / "nowhere" / "out.graphml")
