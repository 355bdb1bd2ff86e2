"""A document with twenty planted faults: each is found, at its line, and nothing else is.

What the reading cannot take is a finding of the record; what is read and cannot be right is found
by the shapes and the verify queries. The samples are the corpus that the document speaks of.
"""

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from policygraph.cli import app
from policygraph.read import read_file
from policygraph.validate.files import validate_files
from policygraph.validate.located import located
from policygraph.validate.positions import Positions

HERE = Path(__file__).parent / "broken"
TEXT = HERE / "chenghu-yeshi.txt"
FAULTS = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))["fault"]


@pytest.fixture(scope="module")
def corpus(root):
    samples = root / "data" / "samples"
    return [*sorted(samples.glob("*.txt"))], [samples / "registry"]


@pytest.fixture(scope="module")
def found(corpus):
    """Count what is found in the document: line, check."""
    samples, registry = corpus
    read = read_file(TEXT, registry)
    positions = Positions(lambda _: read.text)
    seen = Counter()
    for finding in read.record.findings:
        line, _ = positions.line_and_column("text", finding.span.start)
        seen[line, finding.code] += 1
    report, texts = validate_files([TEXT, *samples], registry, jobs=1)
    for each in located(report.findings, texts):
        if each.finding.place.file == str(TEXT):
            seen[each.start[0], each.finding.check] += 1
    return seen


def test_there_are_twenty():
    assert len(FAULTS) == 20
    assert len({(fault["line"], fault["wrong"]) for fault in FAULTS}) == 20


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault['line']}-{fault['found'][0]}")
def test_a_planted_fault_is_found_at_its_line(found, fault):
    for check, times in Counter(fault["found"]).items():
        assert found[fault["line"], check] >= times


def test_nothing_else_is_found(found):
    planted = Counter((fault["line"], check) for fault in FAULTS for check in fault["found"])
    assert found == planted


def test_the_command_tells_them_with_the_words_that_stand_there(corpus):
    samples, registry = corpus
    paths = [str(path) for path in (TEXT, *samples)]
    options = ["--registry", str(registry[0]), "--format", "json"]
    shown = CliRunner().invoke(app, ["validate", *paths, *options])
    findings = json.loads(shown.stdout)["findings"]
    assert shown.exit_code == 1
    lines = TEXT.read_text(encoding="utf-8").splitlines()
    own = [f for f in findings if f["file"] == str(TEXT)]
    assert len(own) == 10
    for finding in own:
        assert lines[finding["line"] - 1][finding["column"] - 1 :].startswith(finding["quote"])
