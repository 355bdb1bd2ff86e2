"""What lies at the top of the repository: nothing that nobody put there on purpose."""

import subprocess

import pytest

FOLDERS = {
    "ontology", "data", "src", "tests", "queries", "docs", "web", "benchmarks", "deploy", ".ci",
}  # fmt: skip
FILES = {
    "pyproject.toml", "README.md", "README.zh.md", "CHANGELOG.md", "LICENSE", "Makefile",
    ".gitignore", ".gitattributes",
}  # fmt: skip


def test_nothing_else_is_kept(root):
    if not (root / ".git").exists():
        pytest.fail("not a checkout: there is nothing to ask which files are kept")
    listed = subprocess.run(
        ["git", "ls-tree", "--name-only", "HEAD"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert set(listed) <= FOLDERS | FILES
    assert set(listed) >= FOLDERS
