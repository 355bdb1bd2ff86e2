"""``policygraph serve``: says where it serves, or what is in the way."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
import typer
from typer.testing import CliRunner

from policygraph.cli.serve import serve


@pytest.fixture
def program():
    one = typer.Typer()
    one.command()(serve)
    return one


def run(program, *arguments):
    return CliRunner().invoke(program, [str(one) for one in arguments])


def test_a_port_in_use_is_named_with_what_to_do(program, dataset_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run(program, dataset_path, "--port", port)
    assert result.exit_code == 3
    assert f"port {port} is in use" in result.stderr
    assert f"policygraph serve {dataset_path} --port {port % 65535 + 1}" in result.stderr


def test_an_address_of_another_machine_is_told(program, dataset_path):
    result = run(program, dataset_path, "--host", "192.0.2.1", "--port", 0)
    assert result.exit_code == 3
    assert "--host" in result.stderr


def test_a_folder_that_is_no_dataset_is_told(program, tmp_path):
    result = run(program, tmp_path, "--port", 0)
    assert result.exit_code == 3
    assert "not a dataset" in result.stderr
    assert "policygraph build" in result.stderr


def test_a_setting_that_cannot_be_is_told(program, dataset_path, monkeypatch):
    monkeypatch.setenv("POLICYGRAPH_MAX_QUERY_BYTES", "much")
    result = run(program, dataset_path, "--port", 0)
    assert result.exit_code == 3
    assert "POLICYGRAPH_MAX_QUERY_BYTES" in result.stderr


def test_it_prints_its_address_serves_and_ends_with_all_its_processes(dataset_path):
    command = [sys.executable, "-m", "policygraph", "serve", str(dataset_path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
        answer = httpx.get(f"{address}sparql", params={"query": "ASK {}"}, timeout=30)
        assert answer.json()["boolean"] is True
        children = children_of(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    deadline = time.monotonic() + 10
    while any(is_running(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert [child for child in children if is_running(child)] == []
    assert children or sys.platform != "linux"


def children_of(parent):
    """Give the processes under ``parent`` (Linux: /proc; none elsewhere)."""
    found = []
    waiting = [parent]
    while waiting:
        for file in Path(f"/proc/{waiting.pop()}/task").glob("*/children"):
            below = [int(word) for word in file.read_text().split()]
            found += below
            waiting += below
    return found


def is_running(process):
    try:
        state = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"
