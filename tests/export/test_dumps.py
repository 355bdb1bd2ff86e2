import gzip
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from policygraph.errors import DatasetError
from policygraph.export.dumps import write_nquads, write_turtle
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.vocabulary import PREFIXES, RDF, XSD

Term = tuple[str, str, str]

# The store keeps a number's value, not its type: it answers oa:start as an xsd:integer.
CANONICAL = {XSD + "nonNegativeInteger": XSD + "integer"}

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def ours(term: ox.NamedNode | ox.Literal) -> Term:
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        return term.value, CANONICAL.get(datatype, datatype), term.language or ""
    return term.value, "", ""


def theirs(term: rdflib.term.Node) -> Term:
    if isinstance(term, rdflib.Literal):
        plain = RDF + "langString" if term.language else XSD + "string"
        datatype = str(term.datatype or plain)
        return str(term), CANONICAL.get(datatype, datatype), term.language or ""
    return str(term), "", ""


def stored(dataset: Dataset) -> set[tuple[Term, ...]]:
    return {
        (ours(q.subject), ours(q.predicate), ours(q.object), ours(q.graph_name))
        for q in dataset.store
        if q.graph_name != ox.DefaultGraph()
    }


def test_nquads_read_by_rdflib_are_the_quads_of_the_store(dataset: Dataset, tmp_path: Path):
    written = write_nquads(dataset.path, tmp_path / "all.nq")
    graph = rdflib.Dataset()
    graph.parse(data=written.path.read_bytes(), format="nquads")
    read = {tuple(theirs(term) for term in quad) for quad in graph.quads()}
    assert read == stored(dataset)
    assert written.counts == {"quads": len(read)}
    assert written.size == written.path.stat().st_size


def test_nquads_are_the_shards_in_the_order_of_their_names(dataset: Dataset, tmp_path: Path):
    written = write_nquads(dataset.path, tmp_path / "all.nq")
    assert written.path.read_bytes() == b"".join(shard.read_bytes() for shard in dataset.shards())


def test_turtle_read_by_rdflib_is_the_union_of_all_graphs(dataset: Dataset, tmp_path: Path):
    written = write_turtle(dataset.path, tmp_path / "all.ttl")
    graph = rdflib.Graph()
    graph.parse(data=written.path.read_bytes(), format="turtle")
    read = {tuple(theirs(term) for term in triple) for triple in graph}
    assert read == {quad[:3] for quad in stored(dataset)}
    assert PREFIXES.items() <= {name: str(uri) for name, uri in graph.namespaces()}.items()


def test_turtle_begins_with_our_prefixes_once_and_uses_them(dataset: Dataset, tmp_path: Path):
    lines = write_turtle(dataset.path, tmp_path / "all.ttl").path.read_text("utf-8").splitlines()
    head = [line for line in lines if line.startswith("@prefix")]
    assert lines[: len(head)] == sorted(f"@prefix {p}: <{uri}> ." for p, uri in PREFIXES.items())
    assert any(line == "\ta pg:Policy ;" for line in lines)


def test_a_dump_has_the_same_bytes_in_every_process(dataset: Dataset, tmp_path: Path):
    program = (
        "import sys; from pathlib import Path; from policygraph.export.dumps import *;"
        "write_turtle(Path(sys.argv[1]), Path(sys.argv[2]) / 'all.ttl.gz');"
        "write_nquads(Path(sys.argv[1]), Path(sys.argv[2]) / 'all.nq.gz')"
    )
    folders = [tmp_path / seed for seed in ("1", "2")]
    for folder in folders:
        folder.mkdir()
        paths = os.pathsep.join(sys.path)
        environment = os.environ | {"PYTHONHASHSEED": folder.name, "PYTHONPATH": paths}
        command = [sys.executable, "-c", program, str(dataset.path), str(folder)]
        subprocess.run(command, check=True, env=environment)
    for name in ("all.ttl.gz", "all.nq.gz"):
        first, second = ((folder / name).read_bytes() for folder in folders)
        assert first == second


def test_a_name_in_gz_is_compressed_without_a_date(dataset: Dataset, tmp_path: Path):
    plain = write_nquads(dataset.path, tmp_path / "all.nq")
    packed = write_nquads(dataset.path, tmp_path / "all.nq.gz")
    assert gzip.decompress(packed.path.read_bytes()) == plain.path.read_bytes()
    assert packed.path.read_bytes()[4:8] == b"\0\0\0\0"  # MTIME, RFC 1952, section 2.3
    assert packed.size < plain.size


@pytest.fixture
def broken(dataset: Dataset, tmp_path: Path) -> Path:
    """Give a copy of the dataset without its store, to be broken."""
    path = tmp_path / "copy"
    (path / "graphs/source").mkdir(parents=True)
    (path / "manifest.json").write_bytes((dataset.path / "manifest.json").read_bytes())
    for name in dataset.manifest.graphs:
        (path / "graphs" / name).write_bytes((dataset.path / "graphs" / name).read_bytes())
    return path


@pytest.mark.parametrize("write", [write_nquads, write_turtle])
class TestBroken:
    def test_the_store_is_not_needed(self, broken: Path, tmp_path: Path, write):
        assert write(broken, tmp_path / "out").size > 0

    def test_a_changed_shard_is_named_and_nothing_is_written(
        self, broken: Path, tmp_path: Path, write
    ):
        with (broken / "graphs/links.nq").open("ab") as shard:
            shard.write(b"<http://example.invalid/> <a:b> <a:b> <a:g> .\n")
        with pytest.raises(DatasetError, match=r"links\.nq: is not what the manifest says"):
            write(broken, tmp_path / "out")
        assert sorted(p.name for p in tmp_path.iterdir()) == ["copy"]

    def test_a_missing_shard_is_named(self, broken: Path, tmp_path: Path, write):
        (broken / "graphs/registry.nq").unlink()
        with pytest.raises(DatasetError, match=r"registry\.nq: cannot be read"):
            write(broken, tmp_path / "out")

    def test_a_folder_that_is_no_dataset_is_named(self, tmp_path: Path, write):
        with pytest.raises(DatasetError, match="not a dataset"):
            write(tmp_path, tmp_path / "out")
