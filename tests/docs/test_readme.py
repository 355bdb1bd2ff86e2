"""What the READMEs and the handbook show is what the program prints: their console blocks are run.

    ```console
    $ policygraph summary data/build
    5 documents
    ...
    ```

A line ``...`` in the output stands for any lines, ``...`` inside a line for any characters.
A line that ends in a backslash goes on in the next, which begins with ``> ``. The commands of
a page run in order in one folder that holds a copy of ``data/``; those that call something
else than ``policygraph`` are not run.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

PAGES = [("README.md", "en"), ("README.zh.md", "zh"), ("docs/handbook.zh.md", "zh")]
SECONDS = 300  # a command that takes longer hangs


class Example(NamedTuple):
    """A command line and the output that a page shows for it."""

    command: str
    output: str


def examples(page: str) -> list[Example]:
    """Give the examples of all console blocks of a page, in order."""
    found = []
    for block in re.findall(r"^```console\n(.*?)^```", page, re.DOTALL | re.MULTILINE):
        parts = re.split(r"^\$ (.*)\n", re.sub(r"\\\n> *", "", block), flags=re.MULTILINE)
        found += [Example(*pair) for pair in zip(parts[1::2], parts[2::2], strict=True)]
    return found


def agrees(shown: str, printed: str) -> bool:
    """Tell whether the output that a page shows is the output that was printed."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "..." else line_pattern(line.rstrip())
        for line in shown.strip().splitlines()
    )
    text = "".join(f"{line.rstrip()}\n" for line in printed.strip().splitlines())
    return re.fullmatch(pattern, text) is not None


def line_pattern(line: str) -> str:
    """Give the pattern of one line, in which ``...`` stands for any characters."""
    return ".*".join(re.escape(part) for part in line.split("...")) + "\n"


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("5 documents\n", "5 documents  \n", True),
        ("5 documents\n", "6 documents\n", False),
        ("5 documents\n", "5 documents\nand more\n", False),
        ("first\n...\nlast\n", "first\na\nb\nlast\n", True),
        ("first\n...\nlast\n", "first\na\nb\n", False),
        ("took ... s\n", "took 0.31 s\n", True),
        ("took ... s\n", "took 0.31\ns\n", False),
        ("", "", True),
        ("", "something\n", False),
    ],
)
def test_output_is_compared_strictly(shown, printed, same):
    assert agrees(shown, printed) is same


def test_examples_are_read_off_console_blocks_only():
    page = (
        "```sh\n$ make run\n```\n"
        "```console\n$ policygraph a \\\n>   b\none\n\ntwo\n$ policygraph c\n```\n"
        "```console\n$ ls\nREADME.md\n```\n"
    )
    assert examples(page) == [
        ("policygraph a b", "one\n\ntwo\n"),
        ("policygraph c", ""),
        ("ls", "README.md\n"),
    ]


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """Give a folder like a fresh checkout, as far as commands of users go."""
    built = shutil.ignore_patterns("build")
    shutil.copytree(root / "data", tmp_path / "data", ignore=built)
    return tmp_path


def run(command: str, folder: Path, language: str) -> subprocess.CompletedProcess[str]:
    """Run a command line as a user would, in a terminal of fixed width without colours."""
    programs = Path(sys.executable).parent
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "POLICYGRAPH_LANGUAGE": language,
            "COLUMNS": "100",
            "NO_COLOR": "1",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    )


@pytest.mark.parametrize(("readme", "language"), PAGES)
def test_a_page_shows_what_is_printed(readme, language, root, folder):
    page = examples((root / readme).read_text(encoding="utf-8"))
    commands = [example for example in page if example.command.startswith("policygraph ")]
    assert len(commands) >= 3
    for example in commands:
        done = run(example.command, folder, language)
        assert done.returncode in {0, 1}, f"$ {example.command}\n{done.stdout}"
        assert agrees(example.output, done.stdout), f"$ {example.command}\n{done.stdout}"
