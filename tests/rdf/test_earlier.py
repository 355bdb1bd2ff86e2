"""A build takes over what has not changed, and gives what a build from nothing gives."""

import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import policygraph.build
from policygraph.build import build
from policygraph.rdf.dataset.contributions_file import FILE as CONTRIBUTIONS
from policygraph.rdf.dataset.earlier import FILE
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.rdf.dataset.sealed import sealed
from policygraph.search.index import FILE as INDEX
from tests.rdf.ten import NAMES, WRONG, again, text
from tests.rdf.whole import files, statements


def test_what_has_not_changed_is_not_read_again(texts: Path) -> None:
    assert again(texts).unchanged == len(NAMES)


def test_only_the_changed_file_is_read(texts: Path) -> None:
    before = files(texts.parent / "set")
    (texts / "乙.txt").write_text(text("乙.txt", "培训人才"), encoding="utf-8")
    assert again(texts).unchanged == len(NAMES) - 1
    after = files(texts.parent / "set")
    gone = {name for name in before if name.startswith("graphs/") and name not in after}
    come = {name for name in after if name.startswith("graphs/") and name not in before}
    assert (len(gone), len(come)) == (1, 1)
    old, new = (set(each["graphs/links.nq"].splitlines()) for each in (before, after))
    assert old ^ new == set()  # the same units, titles and numbers
    assert before["graphs/registry.nq"] == after["graphs/registry.nq"]


def test_the_store_is_changed_and_not_loaded_anew(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("policygraph.rdf.dataset.folder.load_all")
    (texts / "乙.txt").write_text(text("乙.txt", "培训人才"), encoding="utf-8")
    build([texts], texts.parent / "set")
    monkeypatch.setattr("policygraph.rdf.dataset.loading._MOST_CHANGED", 0)
    (texts / "乙.txt").write_text(text("乙.txt"), encoding="utf-8")
    with pytest.raises(NameError):  # more than that differs
        build([texts], texts.parent / "set")


def test_another_ontology_is_written_anew(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shard = texts.parent / "set" / "graphs" / "ontology.nq"
    written = shard.read_bytes()
    triple = ("<https://example.org/s>", "<https://example.org/p>", '"o"')
    graphs = "policygraph.rdf.dataset.shared_graphs"
    monkeypatch.setattr(f"{graphs}.ontology_triples", lambda: iter([triple]))
    build([texts], texts.parent / "set")
    assert shard.read_bytes() == written  # taken over
    monkeypatch.setattr(f"{graphs}.ontology_digest", lambda: "another")
    build([texts], texts.parent / "set")
    assert shard.read_bytes().count(b"\n") == 1


def test_a_file_that_went_leaves_nothing_behind(texts: Path) -> None:
    (texts / "丙.txt").unlink()
    assert again(texts).unchanged == len(NAMES) - 1


def test_one_of_two_copies_goes_and_its_statements_stay(texts: Path) -> None:
    copy = texts / "子.txt"
    copy.write_text(text("甲.txt") + "\n（此件公开发布）\n", encoding="utf-8")
    again(texts)
    copy.unlink()
    again(texts)


def test_two_files_of_the_same_bytes(texts: Path) -> None:
    (texts / "子.txt").write_bytes((texts / "甲.txt").read_bytes())
    assert again(texts).manifest.counts["documents"] == len(NAMES)
    assert again(texts).unchanged == len(NAMES)  # and the copy is read, and found to be one


def test_a_new_name_is_a_new_reading(texts: Path) -> None:
    (texts / "丁.txt").rename(texts / "寅.txt")
    assert again(texts).unchanged == len(NAMES) - 1


def test_a_review_is_part_of_what_is_read(texts: Path) -> None:
    (texts / "戊.review.toml").write_text(WRONG, encoding="utf-8")
    assert again(texts).unchanged == len(NAMES) - 1
    (texts / "戊.review.toml").unlink()
    assert again(texts).unchanged == len(NAMES) - 1


def test_another_row_of_the_registry_reads_everything(texts: Path, tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "set", tmp_path / "elsewhere"
    for official in (None, "晋城市财政管理局", "晋城市财政与税收局"):
        row = f"140500,市财政局,{official},,,reviewed\n" if official else ""
        local = tmp_path / f"registry of {official}"  # a folder is read once in a process
        local.mkdir()
        table = "place,written,official,since,until,source\n" + row
        (local / "bodies.csv").write_text(table, encoding="utf-8")
        assert build([texts], place, local_registry=[local]).unchanged == 0
        build([texts], elsewhere, local_registry=[local])
        assert files(place) == files(elsewhere)
        assert statements(place) == statements(elsewhere)
        assert (official or "晋城市财政局") in (place / "graphs" / "links.nq").read_text("utf-8")


def test_another_version_of_the_software_reads_everything(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policygraph.rdf.dataset.earlier._program", lambda: "another")
    monkeypatch.setattr("policygraph.build.version", lambda _: "99.0")
    result = again(texts)
    assert result.unchanged == 0
    assert result.manifest.versions["software"] == "99.0"
    assert again(texts).unchanged == len(NAMES)


@pytest.mark.parametrize("keep", [0, 300, None])
def test_without_what_documents_contribute_everything_is_read(
    texts: Path, keep: int | None
) -> None:
    file = texts.parent / "set" / CONTRIBUTIONS
    whole = file.read_bytes()
    file.unlink()
    if keep is not None:
        file.write_bytes(whole[:keep])
    assert again(texts).unchanged == 0
    assert file.read_bytes() == whole


@pytest.mark.parametrize("how", ["cut", "removed", "of another version"])
def test_an_index_that_is_not_as_it_was_is_written_anew(texts: Path, how: str) -> None:
    file = texts.parent / "set" / INDEX
    (texts / "乙.txt").write_text(text("乙.txt", "培训人才"), encoding="utf-8")
    if how == "cut":
        file.write_bytes(file.read_bytes()[:9000])
    elif how == "removed":
        file.unlink()
    else:
        with closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA user_version = 99")
    assert again(texts).unchanged == len(NAMES) - 1


def one_of(texts: Path) -> str:
    return sorted((texts.parent / "set" / "records").glob("*.json"))[0].stem


@pytest.mark.parametrize("damaged", ["records/{}.json", "graphs/source/{}.nq", "text/{}.txt"])
@pytest.mark.parametrize("how", ["cut", "removed", "a link"])
def test_what_is_damaged_is_read_again(texts: Path, damaged: str, how: str) -> None:
    file = texts.parent / "set" / damaged.format(one_of(texts))
    whole = file.read_bytes()
    file.unlink()
    if how == "cut":
        file.write_bytes(whole[:-40] + b"\n")
    elif how == "a link":
        other = texts.parent / "other"
        other.write_bytes(whole)
        file.symlink_to(other)
    assert again(texts).unchanged == len(NAMES) - 1


@pytest.mark.parametrize("shard", ["links.nq", "registry.nq", "source/{}.nq"])
@pytest.mark.parametrize("keep", [0, -40, None])
def test_a_store_is_changed_only_by_what_it_was_loaded_from(
    texts: Path, shard: str, keep: int | None
) -> None:
    """A shard that was cut, or is not there, no longer tells which statements have to go."""
    file = texts.parent / "set" / "graphs" / shard.format(one_of(texts))
    lines = file.read_bytes()
    if keep is None:
        file.unlink()
    else:
        file.write_bytes(lines[:keep] if keep else lines[: lines.rindex(b"\n", 0, -1) + 1])
    gone = json.loads((texts.parent / "set" / "records" / f"{one_of(texts)}.json").read_bytes())
    (texts / gone["source"]).unlink()
    again(texts)


def test_another_build_in_the_same_place_meanwhile(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store that is taken over has to be that of the dataset that was opened."""
    place = texts.parent / "set"
    finish = policygraph.build._finish

    def meanwhile(*given: Any) -> Any:
        monkeypatch.undo()
        other = texts.parent / "other"
        other.mkdir()
        (other / "甲.txt").write_text(text("甲.txt", "另一任务"), encoding="utf-8")
        build([other], other / "set")
        shutil.rmtree(place)
        (other / "set").rename(place)  # another process did so
        return finish(*given)

    (texts / "乙.txt").write_text(text("乙.txt", "培训人才"), encoding="utf-8")
    monkeypatch.setattr("policygraph.build._finish", meanwhile)
    build([texts], place)
    assert again(texts).unchanged == len(NAMES)


def test_the_same_bytes_as_text_and_as_page(texts: Path) -> None:
    page = "".join(f"<p>{line}</p>\n" for line in text("甲.txt").splitlines())
    for name in ("卯.txt", "丑.html"):
        (texts / name).write_text(page, encoding="utf-8")
        again(texts)
    dataset = open_dataset(texts.parent / "set")
    for file in (texts.parent / "set" / "records").glob("*.json"):
        kept = dataset.text(file.stem)
        assert kept is not None
        told = json.loads(file.read_bytes())["text_sha256"]
        assert hashlib.sha256(kept.encode()).hexdigest() == told


@pytest.mark.parametrize(
    "words",
    ["", "{}", "[]", '{"reader": 1, "files": []}', '{"reader": "R", "files": {"a": ["../x", "", "", 1]}}',
     '{"reader": "R", "files": {"a": [1]}}', '{"reader": "R", "files": {"a": null}}',
     '{"reader": "R", "files": {"a": [1, 1, "", 1]}}', '{"reader": "R", "files": {"a": [null, "", "", 1]}}',
     "[" * 200_000],
    ids=str.__len__,
)  # fmt: skip
def test_a_bad_list_of_files_only_costs_time(texts: Path, words: str) -> None:
    file = texts.parent / "set" / FILE
    reader = json.loads(file.read_bytes())["reader"]
    data = words.replace('"R"', json.dumps(reader)).encode()
    file.write_bytes(sealed(data) if words.startswith("{") else data)
    assert again(texts).unchanged == 0


def test_a_store_that_cannot_be_opened_is_made_anew(texts: Path) -> None:
    for file in (texts.parent / "set" / "store").iterdir():
        if file.name.startswith("MANIFEST"):
            file.write_bytes(b"nothing")
    (texts / "乙.txt").write_text(text("乙.txt", "培训人才"), encoding="utf-8")
    assert again(texts).unchanged == len(NAMES) - 1


def test_a_build_that_fails_leaves_the_old_dataset_whole(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = texts.parent / "set"
    before, held = files(place), statements(place)
    (texts / "乙.txt").write_text(text("乙.txt", "培训人才"), encoding="utf-8")
    (texts / "子.txt").write_bytes((texts / "甲.txt").read_bytes())
    monkeypatch.setattr("policygraph.build._finish", lambda *_: os.fsdecode(1))
    with pytest.raises(TypeError):
        build([texts], place)
    assert files(place) == before
    assert statements(place) == held
    assert open_dataset(place).manifest.counts["documents"] == len(NAMES)
