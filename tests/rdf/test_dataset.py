import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from policygraph.errors import DatasetError
from policygraph.rdf.dataset.folder import DatasetWriter, open_dataset, shard
from policygraph.rdf.dataset.manifest_file import (
    FORMAT,
    Manifest,
    read_manifest,
    root_hash,
    write_manifest,
)
from policygraph.rdf.dataset.replacing import in_place_of
from policygraph.rdf.terms import Triple, iri, natural, string, text

TRIPLES: tuple[Triple, ...] = (
    (iri("a:s"), iri("a:p"), text("云岭省")),
    (iri("a:s"), iri("a:p"), text("澄湖市\n青石区")),
    (iri("a:s"), iri("a:n"), natural(7)),
    (iri("a:r"), iri("a:p"), iri("a:s")),
)


def write(folder: Path, graphs: dict[str, Iterable[Triple]]) -> Manifest:
    """Write a whole dataset into ``folder``."""
    writer = DatasetWriter(folder, "a:base/")
    for name, triples in graphs.items():
        writer.graph(name, triples)
    writer.load()
    counts = {"quads": writer.quads}
    manifest = Manifest(root_hash(writer.graphs), writer.base, writer.graphs, {}, counts)
    writer.manifest(manifest)
    return manifest


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Give a small dataset."""
    target = tmp_path / "build"
    with in_place_of(target) as folder:
        write(folder, {"links": TRIPLES, "source/0a": TRIPLES[:2]})
    return target


def files(folder: Path) -> dict[str, bytes]:
    """Give the files that make a dataset; the store is made from them."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "store" not in path.relative_to(folder).parts
    }


class TestShard:
    def test_is_sorted_and_free_of_duplicates_whatever_the_order(self):
        lines = shard("a:g", [*reversed(TRIPLES), *TRIPLES]).splitlines()
        assert lines == sorted(set(lines))
        assert len(lines) == len(TRIPLES)
        assert shard("a:g", TRIPLES) == shard("a:g", TRIPLES[::-1])

    def test_has_one_line_for_each_quad_of_its_graph(self):
        quads = list(ox.parse(shard("a:g", TRIPLES), format=ox.RdfFormat.N_QUADS))
        assert len(quads) == len(TRIPLES)
        assert {quad.graph_name for quad in quads} == {ox.NamedNode("a:g")}
        assert ox.Literal("澄湖市\n青石区", language="zh") in {quad.object for quad in quads}

    def test_of_nothing_is_empty(self):
        assert shard("a:g", ()) == b""


class TestRootHash:
    def test_is_the_hash_of_a_listing_that_sha256sum_would_check(self):
        listing = "11  links.nq\n00  source/0a.nq\n"
        graphs = {"source/0a.nq": "00", "links.nq": "11"}
        assert root_hash(graphs) == hashlib.sha256(listing.encode()).hexdigest()

    def test_changes_with_a_name_or_a_hash(self):
        roots = [root_hash(g) for g in ({"a": "0"}, {"b": "0"}, {"a": "1"}, {"a": "0", "b": "0"})]
        assert len(set(roots)) == len(roots)

    def test_is_the_same_in_two_processes_that_hash_strings_differently(self, tmp_path: Path):
        program = (
            "import sys; from pathlib import Path; from test_dataset import write, TRIPLES;"
            "print(hash('云岭省'));"
            "write(Path(sys.argv[1]), {name: set(TRIPLES) for name in {'links', 'source/0a'}})"
        )
        said = []
        for seed in ("1", "2"):
            paths = os.pathsep.join((str(Path(__file__).parent), *sys.path))
            environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths}
            command = [sys.executable, "-c", program, str(tmp_path / seed)]
            said.append(subprocess.check_output(command, env=environment))
        assert said[0] != said[1], "the seeds make a difference"
        first, second = (read_manifest(tmp_path / seed) for seed in ("1", "2"))
        assert first.root == second.root
        assert files(tmp_path / "1") == files(tmp_path / "2")


def named(store):
    """Give the quads of the named graphs."""
    return {quad for quad in store if quad.graph_name != ox.DefaultGraph()}


class TestWriter:
    def test_the_manifest_names_each_shard_with_its_hash(self, built: Path):
        manifest = read_manifest(built)
        assert sorted(manifest.graphs) == ["links.nq", "source/0a.nq"]
        for name, digest in manifest.graphs.items():
            data = (built / "graphs" / name).read_bytes()
            assert hashlib.sha256(data).hexdigest() == digest
        assert manifest.counts == {"quads": 6}

    def test_the_store_holds_what_the_shards_say(self, built: Path):
        dataset = open_dataset(built)
        text = b"".join(path.read_bytes() for path in dataset.shards())
        store = ox.Store()
        store.bulk_load(text, ox.RdfFormat.N_QUADS)
        assert named(dataset.store) == set(store)
        assert len(named(dataset.store)) == 6
        default = dataset.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        assert {quad.triple for quad in default} == {quad.triple for quad in store}

    @pytest.mark.parametrize("name", ["../out", "../../manifest", "source/../../x", "/x"])
    def test_a_name_cannot_lead_out_of_the_folder(self, tmp_path: Path, name: str):
        writer = DatasetWriter(tmp_path / "build")
        for keep in (
            lambda: writer.graph(name, TRIPLES),
            lambda: writer.text(name, "x"),
            lambda: writer.record(name, "x"),
        ):
            with pytest.raises(DatasetError, match="lies outside"):
                keep()
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

    def test_texts_are_read_back_and_offsets_hold(self, built: Path):
        digest = "0a" * 32
        DatasetWriter(built).text(digest, "甲\r\n乙\ud800丙")
        dataset = open_dataset(built)
        assert dataset.text(digest) == "甲\r\n乙?丙"
        assert dataset.text("0b" * 32) is None
        assert dataset.text("../manifest") is None


class TestInPlaceOf:
    def test_nothing_is_to_be_seen_before_the_end(self, tmp_path: Path):
        target = tmp_path / "build"
        with in_place_of(target) as folder:
            write(folder, {"links": TRIPLES})
            assert not target.exists()
        assert open_dataset(target).manifest.counts == {"quads": 4}
        assert [path.name for path in tmp_path.iterdir()] == ["build"]

    def test_missing_folders_above_are_made(self, tmp_path: Path):
        with in_place_of(tmp_path / "a" / "b" / "build") as folder:
            write(folder, {"links": TRIPLES})
        assert read_manifest(tmp_path / "a" / "b" / "build")

    def test_the_old_dataset_is_replaced_as_a_whole(self, built: Path):
        with in_place_of(built) as folder:
            assert not any(folder.iterdir())
            write(folder, {"registry": TRIPLES[:1]})
            assert len(named(open_dataset(built).store)) == 6
        assert sorted(p.name for p in (built / "graphs").rglob("*.nq")) == ["registry.nq"]
        assert [path.name for path in built.parent.iterdir()] == ["build"]

    def test_results_of_checks_are_taken_along(self, built: Path):
        entry = Path("checks") / ("0" * 16) / f"{'1' * 64}.json"
        (built / entry).parent.mkdir(parents=True)
        (built / entry).write_bytes(b"{}")
        for _ in range(2):
            with in_place_of(built) as folder:
                write(folder, {"registry": TRIPLES[:1]})
        assert (built / entry).read_bytes() == b"{}"
        assert [path.name for path in built.parent.iterdir()] == ["build"]

    def test_a_failure_leaves_the_old_dataset_and_nothing_else(self, built: Path):
        before = files(built)
        with pytest.raises(KeyboardInterrupt), in_place_of(built) as folder:
            interrupted(folder)
        assert files(built) == before
        assert [path.name for path in built.parent.iterdir()] == ["build"]

    def test_a_failure_leaves_nothing_where_there_was_nothing(self, tmp_path: Path):
        with pytest.raises(KeyboardInterrupt), in_place_of(tmp_path / "build") as folder:
            interrupted(folder)
        assert list(tmp_path.iterdir()) == []

    def test_the_old_dataset_comes_back_when_the_new_one_cannot_be_moved(
        self, built: Path, monkeypatch: pytest.MonkeyPatch
    ):
        before = files(built)
        rename = Path.rename

        def refuse(self: Path, target: Path) -> Path:
            if ".new-" in self.name:
                raise OSError(16, "Device or resource busy")
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", refuse)
        told = pytest.raises(DatasetError, match=r"build: could not be made: .*busy")
        with told, in_place_of(built) as folder:
            write(folder, {"registry": TRIPLES[:1]})
        assert files(built) == before
        assert [path.name for path in built.parent.iterdir()] == ["build"]

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("thesis.docx", "years of work"),
            ("manifest.json", '{"name": "my web app", "icons": []}'),
            ("manifest.json", "[]"),
            ("manifest.json", "no JSON"),
        ],
    )
    def test_a_foreign_folder_is_refused_and_left_alone(
        self, tmp_path: Path, name: str, content: str
    ):
        (tmp_path / "work").mkdir()
        (tmp_path / "work" / name).write_text(content)
        told = pytest.raises(DatasetError, match="work: exists and is not a dataset")
        with told, in_place_of(tmp_path / "work"):
            pytest.fail("the block must not run")
        assert (tmp_path / "work" / name).read_text() == content

    def test_a_file_is_refused_and_left_alone(self, tmp_path: Path):
        (tmp_path / "build").write_text("mine")
        told = pytest.raises(DatasetError, match="build: exists and is not a dataset")
        with told, in_place_of(tmp_path / "build"):
            pytest.fail("the block must not run")
        assert (tmp_path / "build").read_text() == "mine"

    def test_an_empty_folder_and_a_dataset_of_another_format_are_taken(self, built: Path):
        (built.parent / "empty").mkdir()
        write_manifest(built, replace(read_manifest(built), format=FORMAT + 1))
        for target in (built, built.parent / "empty"):
            with in_place_of(target) as folder:
                write(folder, {"links": TRIPLES[:1]})
            assert len(named(open_dataset(target).store)) == 1


def interrupted(folder: Path) -> None:
    (folder / "half.nq").write_text("half")
    raise KeyboardInterrupt


class TestOpening:
    def test_a_folder_that_is_no_dataset(self, tmp_path: Path):
        with pytest.raises(DatasetError, match=r"not a dataset .*policygraph build"):
            open_dataset(tmp_path)
        with pytest.raises(DatasetError, match="gone: not a dataset"):
            open_dataset(tmp_path / "gone")

    def test_a_file_instead_of_a_folder(self, tmp_path: Path):
        (tmp_path / "build").write_text("x")
        with pytest.raises(DatasetError, match=r"manifest\.json: cannot be read"):
            open_dataset(tmp_path / "build")

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"[]",
            b"null",
            b"\xff",
            b"{}",
            b'{"format": 1}',
            b'{"format": 1, "root": 1, "base": "", "graphs": [], "versions": {}, "counts": {}}',
        ],
    )
    def test_a_broken_manifest(self, built: Path, content: bytes):
        (built / "manifest.json").write_bytes(content)
        with pytest.raises(DatasetError, match=r"manifest\.json: cannot be read .* again"):
            open_dataset(built)

    def test_a_later_format_is_named_even_if_it_has_other_keys(self, built: Path):
        data = {"format": FORMAT + 1, "shards": {}}
        (built / "manifest.json").write_text(json.dumps(data))
        with pytest.raises(DatasetError, match=f"dataset format {FORMAT + 1}, .* reads {FORMAT}"):
            open_dataset(built)

    def test_a_missing_store(self, built: Path):
        (built / "store").rename(built / "elsewhere")
        with pytest.raises(DatasetError, match="store: cannot be opened; build it again"):
            open_dataset(built)

    def test_a_broken_store(self, built: Path):
        (built / "store" / "CURRENT").write_text("rubbish")
        with pytest.raises(DatasetError, match="store: cannot be opened; build it again"):
            open_dataset(built)

    def test_an_open_dataset_cannot_be_written(self, built: Path):
        store = open_dataset(built).store
        node = ox.NamedNode("a:new")
        with pytest.raises(RuntimeError, match="read-write"):
            store.add(ox.Quad(node, node, node))
        assert len(named(store)) == 6

    def test_shards_come_in_the_order_of_their_names(self, built: Path):
        assert [path.relative_to(built / "graphs") for path in open_dataset(built).shards()] == [
            Path("links.nq"),
            Path("source/0a.nq"),
        ]


def test_a_manifest_is_read_back_as_it_was_written(tmp_path: Path):
    manifest = Manifest("0" * 64, "a:base/", {"links.nq": "1" * 64}, {"x": "1"}, {"quads": 1}, True)
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_long_datasets_are_loaded_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("policygraph.rdf.dataset.loading._BATCH", 100)
    triples = [(iri(f"a:{n}"), iri("a:p"), string(str(n))) for n in range(50)]
    write(tmp_path, {f"source/{n:02}": triples[n : n + 5] for n in range(0, 50, 5)})
    assert len(named(open_dataset(tmp_path).store)) == 50


def test_a_file_of_the_user_is_not_removed(tmp_path: Path) -> None:
    target = tmp_path / "set"
    with in_place_of(target) as folder:
        write(folder, {"links": TRIPLES})
    (target / "notes.txt").write_text("kept", encoding="utf-8")
    with (
        pytest.raises(DatasetError, match=r"holds notes\.txt, which is no part of a dataset"),
        in_place_of(target) as folder,
    ):
        write(folder, {"links": TRIPLES})
    assert (target / "notes.txt").read_text(encoding="utf-8") == "kept"


def test_what_a_killed_build_left_is_tidied(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                           capture_output=True, text=True, check=True).stdout.strip()  # fmt: skip
    target = tmp_path / "set"
    with in_place_of(tmp_path / f".set.old-{ended}") as folder:
        write(folder, {"links": TRIPLES})
    (tmp_path / f".set.new-{ended}").mkdir()
    (tmp_path / ".set.new-x").mkdir()
    with pytest.raises(KeyboardInterrupt), in_place_of(target):
        raise KeyboardInterrupt
    assert sorted(path.name for path in tmp_path.iterdir()) == [".set.new-x", "set"]
    assert read_manifest(target).root
