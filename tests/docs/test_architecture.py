"""docs/architecture.md says what is so: its functions exist, its folders are the layers."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`]+)`")


def tables() -> list[list[list[str]]]:
    """Give the tables of the page: rows of cells, without their heads."""
    found = re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
    rows = [[line.strip("|").split("|") for line in table.splitlines()[2:]] for table in found]
    return [[[cell.strip() for cell in row] for row in table] for table in rows]


def functions() -> list[tuple[str, str]]:
    """Pair each function of the tables of arrows with its module."""
    *arrows, _folders = tables()
    return [
        pair
        for row in (row for table in arrows for row in table)
        for pair in zip(CODE.findall(row[-2]), CODE.findall(row[-1]), strict=True)
    ]


def test_each_arrow_has_its_function() -> None:
    assert len(functions()) == 15


@pytest.mark.parametrize(("name", "module"), functions())
def test_a_function_of_the_page_is_where_it_says(name: str, module: str) -> None:
    made = getattr(import_module(f"policygraph.{module}"), name)
    assert made.__module__ == f"policygraph.{module}"


def test_the_folders_are_the_layers_from_the_lowest_to_the_highest() -> None:
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]
    layers = linter["contracts"][0]["layers"]
    held = [set(layer.split(" | ")) for layer in reversed(layers) if layer != "__main__"]
    told = [{name.removesuffix(".py") for name in CODE.findall(row[0])} for row in tables()[-1]]
    assert told == held
