"""Files that are told to be as they were without reading them."""

import hashlib
import os
from pathlib import Path

import pytest

from policygraph.rdf.dataset.stamps import FILE, read_stamps, write_stamps

LONG_AGO = 1_600_000_000_000_000_000


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    (tmp_path / "old").write_bytes(b"words")
    os.utime(tmp_path / "old", ns=(LONG_AGO, LONG_AGO))
    (tmp_path / "young").write_bytes(b"words")
    write_stamps(tmp_path, ["old", "gone"], ["young"])
    return tmp_path


def test_a_file_that_is_as_it_was_holds(dataset: Path) -> None:
    stamps = read_stamps(dataset)
    assert stamps.hold(dataset, "old")
    assert not stamps.hold(dataset, "gone")
    assert not stamps.hold(dataset, "another")


def test_a_young_file_is_read(dataset: Path) -> None:
    """The clock of a file system may give two writings one time."""
    stamps = read_stamps(dataset)
    assert not stamps.hold(dataset, "young")
    assert stamps.digests == {"young": hashlib.sha256(b"words").hexdigest()}


@pytest.mark.parametrize(
    ("part", "before", "holds"),
    [(0, 2.5, True), (0, 1.5, False), (7, 0.2, True), (7, 0.05, False)],
)
def test_how_young_is_told_by_how_finely_the_clock_counts(
    tmp_path: Path, part: int, before: float, holds: bool
) -> None:
    (tmp_path / "file").write_bytes(b"words")
    os.utime(tmp_path / "file", ns=(LONG_AGO + part, LONG_AGO + part))
    write_stamps(tmp_path, ["file"], [])
    written = LONG_AGO + part + int(before * 10**9)
    os.utime(tmp_path / FILE, ns=(written, written))
    assert read_stamps(tmp_path).hold(tmp_path, "file") is holds


def test_a_link_to_the_same_file_holds_elsewhere(dataset: Path, tmp_path: Path) -> None:
    stamps = read_stamps(dataset)
    other = tmp_path / "other"
    other.mkdir()
    os.link(dataset / "old", other / "old")
    assert stamps.hold(other, "old")


@pytest.mark.parametrize("how", ["longer", "written over", "replaced", "a link", "removed"])
def test_whatever_is_done_to_a_file_it_holds_no_more(dataset: Path, how: str) -> None:
    file = dataset / "old"
    match how:
        case "longer":
            file.write_bytes(b"words and words")
            os.utime(file, ns=(LONG_AGO, LONG_AGO))
        case "written over":
            file.write_bytes(b"other")
        case "replaced":
            (dataset / "new").write_bytes(b"other")
            os.utime(dataset / "new", ns=(LONG_AGO, LONG_AGO))
            (dataset / "new").replace(file)
        case "a link":
            file.rename(dataset / "new")
            file.symlink_to(dataset / "new")
        case _:
            file.unlink()
    assert not read_stamps(dataset).hold(dataset, "old")


@pytest.mark.parametrize(
    "words", [b"", b"[]", b"{}", b'{"files": {"old": [1]}, "digests": {}}', b"\xff"]
)
def test_broken_stamps_are_none(dataset: Path, words: bytes) -> None:
    (dataset / FILE).write_bytes(words)
    assert not read_stamps(dataset).hold(dataset, "old")
    (dataset / FILE).unlink()
    assert not read_stamps(dataset).hold(dataset, "old")
