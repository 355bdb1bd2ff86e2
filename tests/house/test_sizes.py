"""Files and functions stay small enough to be read at one go."""

import ast
import statistics
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "src" / "policygraph").rglob("*.py"))

FILE_LINES = 300
FUNCTION_LINES = 50
MEDIAN_FUNCTION_LINES = 12
COLUMNS = 140  # a pattern without blanks is not seen by the limit of the linter

# Modules that are long because they are tables, each with the reason. None is, at present.
TABLES: dict[str, str] = {}


def name(module: Path) -> str:
    """Give the module's path inside the package."""
    return module.relative_to(ROOT / "src" / "policygraph").as_posix()


def lines(module: Path) -> int:
    """Count the lines of a file."""
    return len(module.read_text(encoding="utf-8").splitlines())


def functions(module: Path) -> dict[str, int]:
    """Count the body lines, without the docstring, of each function."""
    sizes = {}
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            size = body[-1].end_lineno - body[0].lineno + 1 if body else 0
            sizes[f"{name(module)}:{node.lineno} {node.name}"] = size
    return sizes


def columns(line: str) -> int:
    """Count the columns of a line on a screen: a Chinese character takes two."""
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in line)


def test_the_modules_are_found():
    assert len(MODULES) >= 100


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_file_is_short(module):
    assert name(module) in TABLES or lines(module) <= FILE_LINES


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_lines_can_be_read(module):
    text = module.read_text(encoding="utf-8")
    wide = [number for number, line in enumerate(text.splitlines(), 1) if columns(line) > COLUMNS]
    assert not wide, "cut a pattern at its branches, and name its parts"


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_functions_are_short(module):
    long = {where: size for where, size in functions(module).items() if size > FUNCTION_LINES}
    assert not long, "find the piece that wants a name of its own"


def test_most_functions_are_very_short():
    sizes = [size for module in MODULES for size in functions(module).values()]
    assert len(sizes) >= 500
    assert statistics.median(sizes) <= MEDIAN_FUNCTION_LINES


def test_every_exception_is_still_needed():
    assert all(lines(ROOT / "src" / "policygraph" / table) > FILE_LINES for table in TABLES)
    assert all(TABLES.values())
