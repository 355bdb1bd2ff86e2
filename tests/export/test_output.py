from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.errors import DatasetError
from policygraph.export.output import checked_file, new_file, new_folder


class Stop(Exception):
    """Something goes wrong while a file is written."""


def fail_after(write: Callable[..., object], *arguments: object) -> None:
    write(*arguments)
    raise Stop


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path):
    target = tmp_path / "out.nq"
    target.write_bytes(b"old")
    with new_file(target) as stream:
        stream.write(b"new")
        stream.flush()
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["out.nq"]


@pytest.mark.parametrize("name", ["out.nq", "out.nq.gz"])
def test_a_file_that_fails_leaves_the_old_one_and_nothing_else(tmp_path: Path, name: str):
    target = tmp_path / name
    target.write_bytes(b"old")
    with pytest.raises(Stop), new_file(target) as stream:
        fail_after(stream.write, b"half")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == [name]


def test_a_folder_appears_only_when_it_is_whole(tmp_path: Path):
    target = tmp_path / "tables"
    target.mkdir()
    (target / "a.csv").write_text("old")
    with new_folder(target, ["a.csv", "b.csv"]) as folder:
        (folder / "b.csv").write_text("new")
        assert names(target) == ["a.csv"]
    assert names(target) == ["b.csv"]
    assert names(tmp_path) == ["tables"]


def test_a_folder_that_fails_leaves_the_old_one_and_nothing_else(tmp_path: Path):
    target = tmp_path / "tables"
    target.mkdir()
    (target / "a.csv").write_text("old")
    with pytest.raises(Stop), new_folder(target, ["a.csv"]) as folder:
        fail_after((folder / "a.csv").write_text, "half")
    assert (target / "a.csv").read_text() == "old"
    assert names(tmp_path) == ["tables"]


def test_an_error_of_the_system_names_the_target(tmp_path: Path):
    target = tmp_path / "tables"
    for make in (new_file(target), new_folder(target, ())):
        with pytest.raises(DatasetError, match=r"tables: could not be written: .*No space"), make:
            raise OSError(28, "No space left on device")
    assert names(tmp_path) == []


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path):
    with pytest.raises(DatasetError, match="is a folder; name a file in it"):
        checked_file(tmp_path)


def test_a_missing_parent_is_named(tmp_path: Path):
    for make in (new_file(tmp_path / "no" / "out"), new_folder(tmp_path / "no" / "out", ())):
        with pytest.raises(DatasetError, match="no does not exist; make it first"), make:
            pass
    assert names(tmp_path) == []


def test_a_link_keeps_pointing_at_the_file_it_names(tmp_path: Path):
    real = tmp_path / "real.nq"
    real.write_bytes(b"old")
    link = tmp_path / "link.nq"
    link.symlink_to(real)
    with new_file(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
