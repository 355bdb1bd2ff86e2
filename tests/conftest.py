"""What all tests share: where the repository is, and the material beside it."""

import os
import subprocess
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("POLICYGRAPH_SHARED") or ROOT.parent / "shared")


def pytest_configure() -> None:
    """Make output the same in whatever terminal and language the tests are run.

    The width counts when the console is made, which is at import; and workers of pytest-xdist
    set one of their own.
    """
    os.environ.update(COLUMNS="200", LC_ALL="C.UTF-8", NO_COLOR="1")
    os.environ.pop("POLICYGRAPH_LANGUAGE", None)
    hypothesis.settings.register_profile(
        "untimed", deadline=None
    )  # machines differ, and are shared
    hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real documents and conformance suites beside the repository.

    Where it is missing, the tests that need it are skipped, and say so.
    """
    if not SHARED.is_dir():
        pytest.skip(f"no folder {SHARED.name}/ beside the repository (or set POLICYGRAPH_SHARED)")
    return SHARED


@pytest.fixture(scope="session")
def shared_or_not() -> Path | None:
    """Give the same folder to those that only pass it on; None where it is missing."""
    return SHARED if SHARED.is_dir() else None


@pytest.fixture(scope="session")
def tracked(root: Path) -> tuple[Path, ...]:
    """Give the files that git has or would take; those deleted since are left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root,
        check=True,
        capture_output=True,
    ).stdout.decode()
    paths = (root / name for name in listed.split("\0") if name)
    found = tuple(path for path in paths if path.is_file())
    assert len(found) >= 250
    return found
