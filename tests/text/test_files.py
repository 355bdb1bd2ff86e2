"""Which files are read of those and the folders that are named."""

from pathlib import Path

import pytest

from policygraph.errors import SourceError
from policygraph.text.files import find_files


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "below").mkdir()
    for name in ("b.txt", "a.txt", "below/c.txt", "table.xlsx", ".hidden.txt"):
        (tmp_path / name).write_text("一、目标\n", encoding="utf-8")
    return tmp_path


def names(files, folder):
    return [file.relative_to(folder).as_posix() for file in files]


def test_a_folder_gives_its_documents_and_those_below(folder):
    assert names(find_files([folder]), folder) == ["a.txt", "b.txt", "below/c.txt"]


def test_a_file_named_twice_is_given_once(folder):
    named = [folder / "b.txt", folder, folder / "below", folder / "below" / ".." / "a.txt"]
    assert names(find_files(named), folder) == ["b.txt", "a.txt", "below/c.txt"]


def test_a_file_by_another_name_is_the_same_file(folder):
    (folder / "z.txt").symlink_to(folder / "a.txt")
    found = find_files([folder / "a.txt", folder / "z.txt"])
    assert names(found, folder) == ["a.txt"]


def test_what_is_named_has_to_be_there(folder):
    with pytest.raises(SourceError, match="gone"):
        find_files([folder, Path(folder / "gone")])
