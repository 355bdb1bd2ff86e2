"""The shapes on many shards: over processes, and not again where a result holds still."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from policygraph.errors import DatasetError
from policygraph.rdf.dataset.folder import shard
from policygraph.rdf.quads import record_triples
from policygraph.validate.cache import Cache, shapes_version
from policygraph.validate.shards import check_shard, check_shards


@pytest.fixture
def shards(tmp_path, record):
    """Give 18 shards, each with a fault of its own."""
    (row,) = record.responsibilities
    for number in range(18):
        bad = replace(row, segment=-number)
        triples = record_triples(replace(record, responsibilities=(bad,)))
        (tmp_path / f"{number:02}.nq").write_bytes(shard("https://example.org/g", triples))
    return sorted(tmp_path.glob("*.nq"))


def values(documents):
    """Give the wrong values that were found, document by document."""
    return [[finding.value.value for finding in document.findings] for document in documents]


@pytest.mark.parametrize("data", [b"no quads", b"<https://a.cn/ b> <x:p> <x:o> <x:g> .", b"\xff"])
def test_a_shard_that_is_no_nquads_is_reported(tmp_path, data):
    file = tmp_path / "broken.nq"
    file.write_bytes(data)
    with pytest.raises(DatasetError, match=r"broken\.nq: not N-Quads: .*build the dataset again"):
        check_shard(file)


def test_a_missing_shard_is_reported(tmp_path):
    with pytest.raises(DatasetError, match=r"none\.nq: cannot be read; build the dataset again"):
        check_shard(tmp_path / "none.nq")


def test_two_processes_find_the_same_in_the_same_order(shards):
    done = []
    together = check_shards(shards, 2, lambda *count: done.append(count))
    assert together == check_shards(shards, 1)
    assert values(together) == [[str(-n)] for n in range(18)]
    assert {document.file for document in together} == {"plan.txt"}
    assert done == [(n, 18) for n in range(19)]


def test_what_was_checked_is_not_checked_again(shards, tmp_path, monkeypatch):
    cache = Cache(tmp_path / "checks")
    first = check_shards(shards[:3], 1, cache=cache)
    assert [document.fresh for document in first] == [True] * 3
    monkeypatch.setattr("policygraph.validate.shapes.check_quads", None)  # calling it would fail
    again = check_shards(shards[:3], 1, cache=cache)
    assert again == [replace(document, fresh=False) for document in first]


def test_a_changed_graph_is_checked_and_its_old_result_is_dropped(shards, tmp_path):
    cache = Cache(tmp_path / "checks")
    check_shards(shards[:3], 1, cache=cache)
    shards[1].write_bytes(shards[7].read_bytes())
    again = check_shards(shards[:3], 1, cache=cache)
    assert [document.fresh for document in again] == [False, True, False]
    assert values(again) == [["0"], ["-7"], ["-2"]]
    assert len(list((tmp_path / "checks" / shapes_version()).iterdir())) == 3


def test_results_of_other_shapes_and_of_killed_runs_are_dropped_and_nothing_else(shards, tmp_path):
    cache = Cache(tmp_path / "checks")
    here = tmp_path / "checks" / shapes_version()
    old = tmp_path / "checks" / ("0" * 16)
    for folder in (here, old):
        folder.mkdir(parents=True)
        (folder / f".{'1' * 64}-77").write_bytes(b"half")
        (folder / f"{'1' * 64}.json").write_bytes(b"{}")
    (here / "notes.txt").write_bytes(b"mine")
    (tmp_path / "checks" / "notes").mkdir()
    check_shards(shards[:1], 1, cache=cache)
    assert not old.exists()
    assert sorted(path.suffix for path in here.iterdir()) == [".json", ".txt"]
    assert (tmp_path / "checks" / "notes").is_dir()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"sha256": "a"}', b'{"sha256":"a","file":"b","findings":[{}]}']
)
def test_a_broken_entry_is_as_good_as_none(shards, tmp_path, data):
    cache = Cache(tmp_path / "checks")
    (first,) = check_shards(shards[:1], 1, cache=cache)
    (entry,) = (tmp_path / "checks").glob("*/*.json")
    entry.write_bytes(data)
    (again,) = check_shards(shards[:1], 1, cache=cache)
    assert again == first
    (known,) = check_shards(shards[:1], 1, cache=cache)
    assert not known.fresh


def test_a_folder_that_cannot_be_written_costs_time_only(shards, tmp_path):
    (tmp_path / "checks").write_bytes(b"a file")
    (found,) = check_shards(shards[:1], 1, cache=Cache(tmp_path / "checks"))
    assert found.fresh
    assert (tmp_path / "checks").read_bytes() == b"a file"


def test_every_kind_of_value_comes_back(shards, tmp_path):
    """IRIs, plain strings, strings with a language, and typed ones."""
    cache = Cache(tmp_path / "checks")
    (document,) = check_shards(shards[:1], 1)
    (finding,) = document.findings
    for number, value in enumerate(
        (None, ox.NamedNode("https://example.org/a"), ox.Literal("甲"), ox.Literal("甲", language="zh"),
         ox.Literal("2023-02-30", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")))
    ):  # fmt: skip
        kept = replace(document, findings=(replace(finding, value=value),))
        cache.keep(f"{number:064x}", kept)
        assert cache.find(f"{number:064x}") == replace(kept, fresh=False)
