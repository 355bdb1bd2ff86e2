"""What is imported is declared: what a requirement happens to bring along may be gone tomorrow."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = PROJECT["dependencies"]
DEV = RUNTIME + PROJECT["optional-dependencies"]["dev"]


def normal(name: str) -> str:
    """Give the normal form of a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    """Give the distributions that the requirements name."""
    return {normal(re.split(r"[\s<>=!~;\[]", requirement)[0]) for requirement in requirements}


def imported(folder: Path) -> Iterator[str]:
    """Give the top-level packages that the modules under a folder import by name."""
    for module in folder.rglob("*.py"):
        if module.parent.name == "fuzz":
            continue  # no part of make test: tests/fuzz/README.md says what it needs
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def undeclared(folder: str, requirements: list[str]) -> set[str]:
    """Give the packages that a folder imports although no requirement brings them."""
    distributions = packages_distributions()
    own = {"policygraph", "tests", "benchmarks"}
    foreign = set(imported(ROOT / folder)) - sys.stdlib_module_names - own
    assert len(foreign) >= 5
    names = declared(requirements)
    return {
        package
        for package in foreign
        if not {normal(name) for name in distributions.get(package, ())} & names
    }


def test_the_package_imports_what_is_declared():
    assert undeclared("src", RUNTIME) == set()


def test_the_tests_import_what_is_declared():
    assert undeclared("tests", DEV) == set()


def test_nothing_is_declared_in_vain():
    distributions = packages_distributions()
    used = {
        normal(name)
        for package in set(imported(ROOT / "src"))
        for name in distributions.get(package, ())
    }
    assert declared(RUNTIME) - used == set()
