"""``policygraph validate``: formats, exit status, and what is wrong with a folder."""

import json
from dataclasses import replace

import pytest
import typer
from typer.testing import CliRunner

from policygraph.cli.validate import validate
from policygraph.rdf.dataset import read_manifest


@pytest.fixture
def run(monkeypatch):
    """Give a function that runs the command."""
    monkeypatch.delenv("POLICYGRAPH_LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    app = typer.Typer()
    app.command()(validate)
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


def test_a_dataset_that_conforms(run, dataset, record):
    made = dataset(record, stored=True)
    shown = run(made.path)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout == "conforms: 1 sources, 0 errors, 0 warnings, 0 infos\n"
    assert read_manifest(made.path).conforms is True


def test_a_dataset_with_errors_ends_with_status_1(run, dataset, record, document):
    made = dataset(document(record, issued="2023-02-30"), stored=True)
    shown = run(made.path, "--language", "zh")
    assert shown.exit_code == 1
    assert "plan.txt:2:1: 错误: 成文日期应为一个真实存在的日期" in shown.stdout
    assert read_manifest(made.path).conforms is False


def test_formats_for_programs(run, dataset, record, document):
    path = dataset(document(record, kind="计策"), stored=True).path
    as_json = run(path, "--format", "json", "--jobs", "1")
    assert as_json.exit_code == 0
    assert [f["check"] for f in json.loads(as_json.stdout)["findings"]] == ["shape.PolicyKind"]
    assert "sh:ValidationReport" in run(path, "--format", "turtle").stdout


def test_a_file_name_cannot_steer_the_terminal(run, dataset, record, document):
    renamed = replace(record, source="a\x1b[31m.txt")
    made = dataset(document(renamed, issued="2023-02-30"), stored=True)
    shown = run(made.path)
    assert "\x1b" not in shown.stdout
    assert "a\ufffd[31m.txt:2:1: error" in shown.stdout


def test_a_folder_that_is_no_dataset(run, tmp_path):
    shown = run(tmp_path)
    assert shown.exit_code == 3
    assert "not a dataset" in shown.stderr
