"""policygraph review new: a template that can be filled in."""

from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from policygraph.cli.review import review
from policygraph.review.file import read_review
from policygraph.text.reader import read_source

program = typer.Typer()
program.add_typer(review)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(program, ["review", *map(str, arguments)])


def test_the_template_is_a_review_that_says_nothing(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("一、甲。\n", encoding="utf-8")
    result = run("new", text)
    assert result.exit_code == 0, result.output
    written = read_review(tmp_path / "a.review.toml")
    assert (written.problems, written.wrong, written.missing) == ((), (), ())
    assert written.sha256 == read_source(text).sha256


def test_the_examples_of_the_template_are_right(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("一、甲。\n", encoding="utf-8")
    run("new", text)
    path = tmp_path / "a.review.toml"
    examples = path.read_text(encoding="utf-8").split('"\n\n', 1)[1]
    path.write_text(examples.replace("# ", ""), encoding="utf-8")
    filled = read_review(path)
    assert filled.problems == ()
    assert (len(filled.wrong), len(filled.missing)) == (1, 1)


def test_a_review_is_not_written_over_unasked(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("一、甲。\n", encoding="utf-8")
    path = tmp_path / "a.review.toml"
    path.write_text("# mine\n", encoding="utf-8")
    refused = run("new", text)
    assert refused.exit_code == 3
    assert "--force" in refused.stderr
    assert path.read_text(encoding="utf-8") == "# mine\n"
    assert run("new", text, "--force").exit_code == 0
    assert "sha256" in path.read_text(encoding="utf-8")


def test_a_text_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("new", tmp_path / "a.txt")
    assert result.exit_code == 3
    assert "no such file" in result.stderr
