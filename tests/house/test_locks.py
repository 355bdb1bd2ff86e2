"""The locks name exact versions with hashes, agree with each other, and name no place."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def pins(lock: str) -> dict[str, set[str]]:
    """Give each locked package with its versions (more than one where they differ by Python)."""
    found: dict[str, set[str]] = {}
    text = (ROOT / "deploy" / lock).read_text(encoding="utf-8")
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def declared(requirements: list[str]) -> set[str]:
    """Give the names of declared requirements as the locks spell them (PEP 503)."""
    names = (re.split(r"[\s<>=!~;\[]", requirement)[0] for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.fixture(scope="module")
def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_runtime_lock_holds_what_is_declared(project):
    wanted = declared(project["project"]["dependencies"]) | declared(
        project["build-system"]["requires"]
    )
    assert len(wanted) >= 10
    assert wanted <= pins("requirements.txt").keys()


def test_the_dev_lock_holds_what_is_declared(project):
    wanted = declared(project["project"]["optional-dependencies"]["dev"])
    assert len(wanted) >= 8
    assert wanted <= pins("requirements-dev.txt").keys()


def test_the_dev_lock_only_adds():
    runtime, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name: dev.get(name) for name in runtime} == runtime
    assert len(dev) > len(runtime)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_nothing_names_a_place(lock):
    text = (ROOT / "deploy" / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(entries) >= 30
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"://|--(?:extra-)?index|--find-links|file:| @ ", text)
