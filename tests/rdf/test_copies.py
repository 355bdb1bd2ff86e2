"""Copies of one policy: a statement counts once, in however many graphs it stands."""

from pathlib import Path

import pyoxigraph as ox

from policygraph.query.run import run_sparql
from policygraph.rdf import iri
from policygraph.rdf.dataset.folder import DatasetWriter, open_dataset
from policygraph.rdf.dataset.loading import has_default_graph
from policygraph.rdf.dataset.manifest_file import Manifest, root_hash
from policygraph.rdf.quads import record_triples
from tests.reading import read

TEXT = "澄湖市人民政府关于促进发展的若干措施\n澄政规〔2023〕5号\n1.甲。乙。（责任单位：市财政局）\n"


def test_a_statement_of_two_copies_counts_once(tmp_path: Path) -> None:
    writer = DatasetWriter(tmp_path)
    for name, ending in (("a", ""), ("b", "\n上一篇：首页\n")):
        writer.graph(f"source/{name}", record_triples(read(TEXT + ending)))
    writer.load()
    writer.manifest(Manifest(root_hash(writer.graphs), iri.DEFAULT_BASE, writer.graphs, {}, {}))
    dataset = open_dataset(tmp_path)
    assert has_default_graph(dataset.store)
    counted = "SELECT (COUNT(*) AS ?n) { ?duty a pg:Responsibility }"
    assert run_sparql(counted, dataset).values() == ((1,),)
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?duty a pg:Responsibility } }"
    assert run_sparql(named, dataset).values() == ((2,),)


def test_a_store_without_a_default_graph_is_asked_as_a_union() -> None:
    store = ox.Store()
    store.add(ox.Quad(*(ox.NamedNode(f"a:{n}") for n in "spog")))
    assert not has_default_graph(store)
    assert run_sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", store).values() == ((1,),)
