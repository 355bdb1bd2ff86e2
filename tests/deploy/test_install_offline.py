"""The script that installs a bundle, up to where it would install."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
MACHINE = "CPython 3.99 Linux abacus"
PYTHON = f"""#!/bin/sh
case $1 in
*describe.py) echo '{MACHINE}' ;;
*) exit 3 ;;
esac
"""  # it has no module venv


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "离线 安装包"
    folder.mkdir()
    shutil.copyfile(DEPLOY / "install-offline.sh", folder / "install.sh")
    (folder / "made-for.txt").write_text(f"{MACHINE}\n", encoding="utf-8")
    (tmp_path / "python").write_text(PYTHON, encoding="utf-8")
    (tmp_path / "python").chmod(0o755)
    return folder


def install(bundle: Path, *given: str, **env: str) -> str:
    """Run the script beside the bundle; it has to fail. Give what it said."""
    python = {"PYTHON": str(bundle.parent / "python")}
    done = subprocess.run(
        ["sh", f"{bundle.name}/install.sh", *given],
        cwd=bundle.parent, env={**os.environ, **python, **env}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    return done.stderr.decode()


def test_a_bundle_for_another_machine_is_refused(bundle: Path) -> None:
    (bundle / "made-for.txt").write_text("CPython 3.1 Plan9 abacus\n", encoding="utf-8")
    assert f"is for CPython 3.1 Plan9 abacus and here is {MACHINE}" in install(bundle)


def test_where_the_shell_looks_for_folders_does_not_matter(bundle: Path) -> None:
    """With CDPATH, cd may go elsewhere, and print where."""
    for path in (".", str(bundle.parent), str(bundle.parent / "elsewhere")):
        (bundle.parent / "elsewhere" / bundle.name).mkdir(parents=True, exist_ok=True)
        assert "has its module venv" in install(bundle, CDPATH=path)


@pytest.mark.parametrize("target", ["已有", "-rf", "a b"])
def test_what_was_there_stays(bundle: Path, target: str) -> None:
    for there in ("file", "folder", "link to nothing"):
        place = bundle.parent / target
        if there == "file":
            place.touch()
        elif there == "folder":
            place.mkdir()
        else:
            place.symlink_to("nothing")
        assert "is there already" in install(bundle, target), there
        assert os.path.lexists(place)
        place.rmdir() if there == "folder" else place.unlink()
