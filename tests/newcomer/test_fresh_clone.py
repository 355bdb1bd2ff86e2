"""A newcomer clones the repository, types the two commands of the README, and they work.

What is cloned is HEAD. Nothing of the caller's environment goes along but what finds Python,
git and packages; the clone makes its own environment. ``make test`` runs there too, without
this test.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.newcomer

GUARD = "POLICYGRAPH_IN_FRESH_CLONE"
SECONDS = 1800  # for one make; a machine that needs longer hangs
ASK = "ASK { GRAPH ?g { ?policy a <https://w3id.org/policygraph/ns#Policy> } }"


@pytest.fixture(scope="module")
def newcomer(root: Path, shared_or_not: Path | None) -> dict[str, str]:
    """Give the environment of somebody who has not entered any virtual environment."""
    dropped = ("PYTEST_", "PYTHON", "MAKE", "MFLAGS", "GIT_", "VIRTUAL_ENV", "POLICYGRAPH_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    own = {str(root / ".venv" / "bin"), str(Path(sys.executable).parent)}
    path = [folder for folder in os.environ["PATH"].split(os.pathsep) if folder not in own]
    material = {"POLICYGRAPH_SHARED": str(shared_or_not)} if shared_or_not else {}
    return {**kept, **material, "PATH": os.pathsep.join(path), GUARD: "1"}


@pytest.fixture(scope="module")
def clone(root: Path, request, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clone HEAD; say so where the working tree holds something else."""
    assert GUARD not in os.environ, "the fresh-clone test must not run inside its own clone"
    target = tmp_path_factory.mktemp("newcomer") / "policygraph"
    git(root, "clone", "--quiet", "--no-hardlinks", ".", str(target))
    if changes := git(root, "status", "--porcelain"):
        reporter = request.config.pluginmanager.get_plugin("terminalreporter")
        reporter.write_line(f"\nThe working tree differs from HEAD, which is tested:\n{changes}")
    return target


def git(where: Path, *arguments: str) -> str:
    """Run git and give what it printed."""
    return subprocess.run(
        ["git", *arguments], cwd=where, check=True, capture_output=True, text=True
    ).stdout


def make(clone: Path, newcomer: dict[str, str], *arguments: str) -> str:
    """Run make in the clone and give all that it printed; it must succeed."""
    done = subprocess.run(
        ["make", *arguments],
        cwd=clone,
        env=newcomer,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-20_000:]
    return done.stdout


def test_the_help_needs_nothing(clone, newcomer):
    told = make(clone, newcomer)
    assert "run" in told
    assert "test" in told
    assert not (clone / ".venv").exists()


def test_make_build_sets_up_and_builds(clone, newcomer):
    make(clone, newcomer, "build")
    assert (clone / ".venv" / "bin" / "policygraph").is_file()
    manifest = json.loads((clone / "data" / "build" / "manifest.json").read_text("utf-8"))
    assert manifest["conforms"] is True
    assert manifest["counts"]["documents"] >= 5


def test_nothing_is_installed_twice(clone, newcomer):
    steps = make(clone, newcomer, "--dry-run", "build")
    assert "policygraph build" in steps
    assert "pip" not in steps


def test_a_machine_without_network_installs_the_bundle(clone, newcomer, tmp_path):
    make(clone, newcomer, "bundle")
    bundle = clone / "dist" / "policygraph-offline.tar.gz"
    subprocess.run(["tar", "-xzf", bundle, "-C", tmp_path], check=True)
    nowhere = "http://127.0.0.1:9"  # nobody listens there
    without = {**newcomer, "PIP_INDEX_URL": nowhere, "https_proxy": nowhere, "http_proxy": nowhere}

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            list(map(str, words)), cwd=tmp_path, env=without, capture_output=True, text=True,
            timeout=SECONDS, check=False,
        )  # fmt: skip

    install = ("sh", "policygraph-offline/install.sh", "office")
    done = run(*install)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "policygraph-offline" / "docs" / "handbook.zh.md").is_file()
    samples = "policygraph-offline/data/samples"  # what the handbook shows is tried with them
    built = run("office/bin/policygraph", "build", samples, "--out", "graph")
    assert built.returncode in (0, 1), built.stderr  # 1: done, and there are findings
    assert json.loads((tmp_path / "graph" / "manifest.json").read_text("utf-8"))["counts"]
    again = run(*install)
    assert again.returncode == 1
    assert "office 已经存在" in again.stderr
    (tmp_path / "policygraph-offline" / "made-for.txt").write_text("CPython 3.9 Minix vax\n")
    other = run(*install[:2], "elsewhere")
    assert other.returncode == 1
    assert "this bundle is for CPython 3.9 Minix vax" in other.stderr
    assert not (tmp_path / "elsewhere").exists()


@pytest.fixture
def address(clone: Path, newcomer: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """Start ``make run``, wait until it answers, and end it with all that it started."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log.txt"
    with log.open("wb") as output:
        running = subprocess.Popen(
            ["make", "run", f"PORT={port}"],
            cwd=clone,
            env=newcomer,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/", running, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        try:
            running.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()


def wait_for(address: str, running: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the address answers; fail with the log where make ends before."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and running.poll() is None:
        try:
            get(address)
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"{address} does not answer:\n{log.read_text('utf-8', 'replace')[-20_000:]}")


def get(address: str, accept: str = "*/*") -> str:
    """Give the body of an answer."""
    request = urllib.request.Request(address, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read().decode("utf-8")


def test_make_run_serves_the_page_and_sparql(address):
    assert "<html" in get(f"{address}/", "text/html")
    query = urllib.parse.urlencode({"query": ASK})
    answer = get(f"{address}/sparql?{query}", "application/sparql-results+json")
    assert json.loads(answer)["boolean"] is True


def test_make_test_passes(clone, newcomer, shared_or_not):
    make(clone, newcomer, "test")
    cases = list(ET.parse(clone / ".reports" / "unit.xml").iter("testcase"))
    assert len(cases) >= 200
    marks = [(case.get("name"), mark) for case in cases for mark in case.iter("skipped")]
    skipped = [name for name, mark in marks if mark.get("type") == "pytest.skip"]
    assert skipped == [] or shared_or_not is None


def test_the_clone_holds_nothing_that_git_does_not_know(clone):
    assert git(clone, "status", "--porcelain") == ""
