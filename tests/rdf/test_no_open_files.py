"""Nothing of a dataset is open when its folder is renamed: Windows renames no folder with open files."""

from pathlib import Path

import pytest

from policygraph.build import build
from policygraph.rdf.dataset import replacing

TEXT = (
    "澄湖市人民政府关于支持小店发展的通知\n一、资金\n由市财政局负责拨付。（责任单位：市财政局）\n"
)


def open_below(*folders: Path) -> list[str]:
    found = []
    for each in Path("/proc/self/fd").iterdir():
        try:
            path = str(each.readlink())
        except OSError:
            continue
        found += [path for folder in folders if path.startswith(f"{folder}/")]
    return found


@pytest.fixture
def renames(monkeypatch):
    """Give what is open below the two folders at each renaming of a dataset."""
    seen: list[list[str]] = []
    real = replacing.move_into_place

    def watched(folder: Path, target: Path) -> None:
        seen.append(open_below(folder.resolve(), target.resolve()))
        real(folder, target)

    monkeypatch.setattr(replacing, "move_into_place", watched)
    return seen


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="no /proc")
def test_a_first_and_a_second_build(tmp_path, renames):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    build([file], tmp_path / "made", jobs=1)
    file.write_text(TEXT + "二、期限\n到2030年底完成。\n", encoding="utf-8")
    build([file], tmp_path / "made", jobs=1)
    assert renames == [[], []]
    with (tmp_path / "made" / "manifest.json").open():
        assert len(open_below(tmp_path / "made")) == 1  # it sees what is open
