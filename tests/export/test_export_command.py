import json
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from policygraph.cli.export import export
from policygraph.rdf.dataset.folder import Dataset

program = typer.Typer()
program.command()(export)


def run(*arguments: object) -> Result:
    environment = {"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    return CliRunner().invoke(program, [str(each) for each in arguments], env=environment)


@pytest.mark.parametrize("form", ["nquads", "turtle", "graphml"])
def test_a_file_is_written_and_told(dataset: Dataset, tmp_path: Path, form: str):
    target = tmp_path / "out"
    result = run(dataset.path, "--format", form, "--out", target)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{target}: ")
    assert f"; {target.stat().st_size} bytes" in result.stdout


@pytest.mark.parametrize(
    ("form", "name", "told"),
    [
        ("csv", "tables.zip", "文件 4，条款 11，责任 6，正文责任 1，引用 2，修改废止 1，"),
        ("graphml", "out.graphml", "节点 "),
        ("nquads", "out.nq", "四元组 "),
        ("records", "records", "记录 "),
    ],
)
def test_what_was_written_is_told_in_chinese(dataset: Dataset, tmp_path: Path, form, name, told):
    target = tmp_path / name
    result = run(dataset.path, "--format", form, "--out", target, "--language", "zh")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{target}：{told}")
    assert result.stdout.rstrip().endswith(" 字节")


def test_json_says_what_was_written(dataset: Dataset, tmp_path: Path):
    result = run(dataset.path, "--format", "csv", "--out", tmp_path / "tables", "--json")
    files = json.loads(result.stdout)["files"]
    assert [Path(each["path"]).name for each in files] == [
        "policies.csv",
        "clauses.csv",
        "responsibilities.csv",
        "body_duties.csv",
        "citations.csv",
        "amendments.csv",
        "agency_changes.csv",
        "quantities.csv",
        "deadlines.csv",
        "posts.csv",
        "findings.csv",
        "agencies.csv",
    ]
    assert [list(each["counts"].values()) for each in files] == [
        [4], [11], [6], [1], [2], [1], [1], [2], [2], [1], [1], [7],
    ]  # fmt: skip
    assert all(each["bytes"] == Path(each["path"]).stat().st_size for each in files)


def test_more_rows_than_a_spreadsheet_shows_are_told(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    module = sys.modules[export.__module__]  # the package gives the command by the same name
    monkeypatch.setattr(module, "SPREADSHEET_ROWS", 9)
    result = run(dataset.path, "--format", "csv", "--out", tmp_path / "tables")
    assert result.exit_code == 0
    assert (
        result.stderr == f"{tmp_path / 'tables/clauses.csv'}: more rows than a spreadsheet shows\n"
    )


def test_gzip_adds_its_ending_once(dataset: Dataset, tmp_path: Path):
    for name in ("all.nq", "all.nq.gz"):
        run(dataset.path, "--format", "nquads", "--out", tmp_path / name, "--gzip")
    assert [each.name for each in tmp_path.iterdir()] == ["all.nq.gz"]


def test_the_view_decides_what_the_network_shows(dataset: Dataset, tmp_path: Path):
    counts = {}
    for view in ("duties", "citations", "all"):
        arguments = ("--format", "graphml", "--out", tmp_path / view, "--view", view, "--json")
        counts[view] = json.loads(run(dataset.path, *arguments).stdout)["files"][0]["counts"]
    assert counts["citations"] == {"nodes": 6, "edges": 5}
    assert counts["duties"]["edges"] == 11
    assert counts["all"]["edges"] > 16


def test_the_header_decides_for_whom_tables_are_written(dataset: Dataset, tmp_path: Path):
    run(dataset.path, "--format", "csv", "--out", tmp_path / "t", "--header", "en")
    head = (tmp_path / "t" / "agencies.csv").read_text("utf-8-sig").splitlines()[0]
    assert head.startswith("name,other_names,")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "xls"), ("--format", "'xls'", "nquads", "turtle", "graphml", "csv")),
        (("--format", "xlsx"), ("--out", "'out'", "ends in .xlsx")),
        (("--format", "graphml", "--view", "x"), ("--view", "'x'", "duties, citations, all")),
        (("--format", "csv", "--view", "all"), ("--view", "only --format graphml has views")),
        (
            ("--format", "nquads", "--header", "en"),
            ("--header", "only --format csv and xlsx have headers"),
        ),
        (("--format", "csv", "--gzip"), ("--gzip", "ends in .zip")),
        (("--format", "records", "--gzip"), ("--gzip", "a folder of files")),
    ],
)
def test_wrong_usage_names_the_option_and_what_to_do(
    dataset: Dataset, tmp_path: Path, arguments: tuple[str, ...], said: tuple[str, ...]
):
    result = run(dataset.path, "--out", tmp_path / "out", *arguments)
    assert result.exit_code == 2
    for words in said:
        assert words in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", ["nquads", "turtle", "graphml", "csv", "records"])
def test_what_cannot_be_done_ends_with_status_3_and_says_why(
    dataset: Dataset, tmp_path: Path, form: str
):
    nowhere = run(dataset.path, "--format", form, "--out", tmp_path / "no" / "out")
    assert nowhere.exit_code == 3
    assert "does not exist; make it first" in nowhere.stderr
    missing = run(tmp_path / "gone", "--format", form, "--out", tmp_path / "out")
    assert missing.exit_code == 3
    assert "gone: not a dataset" in missing.stderr
    assert not list(tmp_path.iterdir())


def test_help_has_an_example_that_runs(dataset: Dataset, tmp_path: Path):
    lines = run("--help").stdout.splitlines()
    example = next(line.split() for line in lines if "policygraph export" in line)
    start = example.index("export") + 1
    words = [word for word in example[start:] if word != "│"]
    swapped = {"data/build": str(dataset.path), "tables.zip": str(tmp_path / "tables.zip")}
    assert swapped.keys() <= set(words)
    assert run(*[swapped.get(word, word) for word in words]).exit_code == 0
    assert (tmp_path / "tables.zip").is_file()


@pytest.mark.parametrize("form", ["nquads", "csv", "records"])
@pytest.mark.parametrize("name", ["a.xlsx", "a.XLSX", "a.xls"])
def test_nothing_else_is_written_under_the_name_of_a_workbook(
    dataset: Dataset, tmp_path: Path, form: str, name: str
):
    result = run(dataset.path, "--format", form, "--out", tmp_path / name)
    assert result.exit_code == 2
    assert "use --format xlsx or another name" in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_workbook_is_written_and_told(dataset: Dataset, tmp_path: Path):
    target = tmp_path / "政策.xlsx"
    result = run(dataset.path, "--format", "xlsx", "--out", target)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{target}: 4 policies, ")
    assert target.read_bytes().startswith(b"PK")
    assert [each.name for each in tmp_path.iterdir()] == ["政策.xlsx"]
