"""A command starts with what it needs: what it does not use is not imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from policygraph.cli import app
from policygraph.cli.commands import HIDDEN, SUMMARIES
from policygraph.documentation.help_text import summary

ALL = typer.main.get_command(app).commands
READERS = {"docx", "openpyxl", "pdfminer", "pdfplumber"}  # of files that are no texts
HEAVY = READERS | {
    "fastapi", "jinja2", "networkx", "pyshacl", "rapidfuzz", "rdflib",
    "selectolax", "starlette", "uvicorn", "xlsxwriter",
}  # fmt: skip
LISTING = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))"


def imported(*arguments: str, folder: Path) -> set[str]:
    """Run the program; give all modules that it has imported at its end."""
    script = (
        f"{LISTING}; sys.argv[1:] = {list(arguments)!r}; from policygraph.cli import main; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("arguments", "unused"),
    [
        (["--version"], HEAVY | {"policygraph.read", "pyoxigraph"}),
        (["--help"], HEAVY | {"policygraph.read", "pyoxigraph"}),
        (["build", "--help"], HEAVY),
        (["query", "--help"], HEAVY | {"policygraph.read"}),
        (["validate", "--help"], HEAVY | {"policygraph.read"}),
        (["search", "--help"], HEAVY | {"policygraph.read"}),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_what_is_told_needs_little(arguments, unused, tmp_path):
    assert imported(*arguments, folder=tmp_path) & unused == set()


def test_what_is_done_needs_no_more_than_it_does(tmp_path):
    text = "澄湖市人民政府办公室关于夜市的通知\n一、规范摊位。（责任单位：市商务局）\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build = imported("build", "a.txt", "--jobs", "1", folder=tmp_path)
    assert "policygraph.read" in build
    assert build & HEAVY == set()
    query = imported("query", "policies-in-force", folder=tmp_path)
    assert "pyoxigraph" in query
    assert query & HEAVY == set()
    assert "pyshacl" in imported("validate", "data/build", folder=tmp_path)
    again = imported("validate", "data/build", folder=tmp_path)
    assert again & (HEAVY | {"policygraph.read"}) == set()


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_list_of_commands_says_what_their_own_help_says(name):
    assert SUMMARIES[name] == summary(ALL[name].help)
    assert not ALL[name].hidden


def test_what_is_hidden_is_there_and_in_no_list():
    assert [name for name in ALL if ALL[name].hidden] == list(HIDDEN)
    shown = CliRunner().invoke(app, ["--help"]).output
    assert "  docs" not in shown
    assert all(f"  {name} " in shown for name in SUMMARIES)


def test_there_is_a_module_for_each_command():
    with pytest.raises(KeyError):
        ALL["usage"]
    assert {command.name for command in ALL.values()} == set(ALL)
