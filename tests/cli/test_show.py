"""policygraph show as a user meets it."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from policygraph.cli.show import show
from policygraph.model.record import to_json
from policygraph.read import read_file

program = typer.Typer()
program.command()(show)
TEXT = "云岭市关于支持企业的通知\n一、甲\n（一）乙。丙。（责任单位：市财政局）\n"


def run(*arguments: object) -> Result:
    environment = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "POLICYGRAPH_LANGUAGE": "en"}
    return CliRunner().invoke(program, [str(each) for each in arguments], env=environment)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_is_shown_with_its_facts(text: Path) -> None:
    result = run(text)
    assert result.exit_code == 0, result.output
    assert "（责任单位：⟦市财政局⟧）" in result.stdout
    assert "Legend" in result.stdout


def test_a_page_is_written_whole(text: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    result = run(text, "--html", target, "--language", "zh")
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{target}\n"
    page = target.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.rstrip().endswith("</html>")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.html", "a.txt"]


def test_what_cannot_be_shown_is_told(text: Path, tmp_path: Path) -> None:
    record = read_file(text).record
    assert record is not None
    (tmp_path / "a.json").write_text(to_json(record), encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7 not really")
    for name, said in {
        "a.json": "is a record, without its text; give the text",
        "none.txt": "no such file",
        ".": "is a folder; give one of its files",
    }.items():
        result = run(tmp_path / name)
        assert result.exit_code == 3, name
        assert said in " ".join(result.stderr.split())


def test_a_page_that_cannot_be_written_is_told(text: Path, tmp_path: Path) -> None:
    result = run(text, "--html", tmp_path / "no" / "a.html")
    assert result.exit_code == 3
    assert "does not exist; make it first" in " ".join(result.stderr.split())


def test_too_long_a_text_is_told(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policygraph.show.document.MAX_CHARACTERS", 10)
    result = run(text)
    assert result.exit_code == 3
    assert "at most 10 can be shown; split it first" in " ".join(result.stderr.split())


def test_help_has_examples() -> None:
    assert "policygraph show data/samples/qingshi-tongzhi.txt --html" in run("--help").stdout
