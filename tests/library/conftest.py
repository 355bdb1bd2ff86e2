"""A dataset where the examples of the docs look for one."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from policygraph.cli import app


@pytest.fixture(scope="session")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``data/samples`` and ``data/build``, as ``make build`` leaves them."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(root / "data" / "samples", folder / "data" / "samples")
    command = [
        "build", str(root / "data" / "policies"), str(folder / "data" / "samples"),
        "--registry", str(folder / "data" / "samples" / "registry"),
        "--out", str(folder / "data" / "build"), "--jobs", "1",
    ]  # fmt: skip
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same folder, as the one that programs are started in."""
    monkeypatch.chdir(project)
    return project
