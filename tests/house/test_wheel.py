"""The wheel holds all that the program needs, and works where there is no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ["ontology", "queries", "data/registry", "data/policies", "data/samples", "web"]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the locked backend and unpack it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("policygraph-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in an empty folder, where only the wheel can be imported as policygraph."""
    elsewhere = unpacked.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("folder", ASSETS)
def test_the_wheel_holds_every_file_of(folder, unpacked, root, tracked):
    wanted = [path.relative_to(root) for path in tracked if path.is_relative_to(root / folder)]
    assert wanted
    assets = unpacked / "policygraph" / "_assets"
    assert [str(name) for name in wanted if not (assets / name).is_file()] == []


def test_the_wheel_holds_nothing_else(unpacked):
    assert (unpacked / "policygraph" / "py.typed").is_file()
    assert not (unpacked / "policygraph" / "_assets" / "data" / "build").exists()
    tops = sorted(path.name for path in unpacked.iterdir())
    assert tops == ["policygraph", f"policygraph-{version(unpacked)}.dist-info"]


def version(unpacked: Path) -> str:
    """Read the version off the name of the metadata folder."""
    (metadata,) = unpacked.glob("policygraph-*.dist-info")
    return metadata.name.removeprefix("policygraph-").removesuffix(".dist-info")


def test_its_assets_are_found(unpacked):
    code = "from policygraph.assets import asset_dir; print(asset_dir('queries'))"
    assert run(unpacked, "-c", code).stdout.strip() == str(
        unpacked / "policygraph" / "_assets" / "queries"
    )


def test_it_builds_a_dataset(unpacked):
    samples = unpacked / "policygraph" / "_assets" / "data" / "samples"
    registry = samples / "registry"
    program = ["-m", "policygraph"]
    built = run(
        unpacked, *program, "build", str(samples), "--registry", str(registry), "--out", "out"
    )
    assert built.returncode in {0, 1}, built.stderr
    assert (unpacked.parent / "elsewhere" / "out" / "manifest.json").is_file()
    assert run(unpacked, *program, "validate", "out").returncode in {0, 1}
