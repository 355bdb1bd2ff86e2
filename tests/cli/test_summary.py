"""policygraph summary as a user meets it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from policygraph.cli import app

# What a terminal would obey or rich take for markup, in a heading and in names.
TEXT = (
    "柳溪市关于支持[/b]企业\x1b[31m的通知\n一、甲[/]\n（一）乙[red]丙。按照《某法》第三条办理。"
    "（责任单位：市财政局[/x]局、市商务局）\n"
)


def run(*words: object) -> Result:
    environment = {"COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "POLICYGRAPH_LANGUAGE": "en"}
    return CliRunner().invoke(app, [str(word) for word in words], env=environment)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("build", tmp_path / "a.txt", "--out", tmp_path / "set")
    assert done.exit_code == 0, done.output
    return tmp_path / "set"


def test_examples_come_from_the_data(dataset: Path) -> None:
    done = run("summary", dataset)
    assert done.exit_code == 0, done.output
    assert "duties-of-unit --param unit=" in done.stdout
    assert "no row" not in done.stdout.split("duties-of-unit")[1]


def test_hostile_words_are_printed_and_not_obeyed(dataset: Path) -> None:
    for words in (["summary", dataset], ["query", "clauses-without-unit", "-d", dataset],
                  ["query", "policies-in-force", "-d", dataset]):  # fmt: skip
        done = run(*words)
        assert done.exit_code == 0, done.output
        assert "\x1b" not in done.output
    assert "[/b]" in done.output


def test_a_file_name_is_no_markup(tmp_path: Path) -> None:
    (tmp_path / "[").mkdir()
    (tmp_path / "[" / "b]空.txt").write_text("", encoding="utf-8")
    (tmp_path / "[" / "a.txt").write_text(TEXT, encoding="utf-8")
    for words in (["build", tmp_path / "[", "--out", tmp_path / "[red]set"],
                  ["extract", tmp_path / "[", "--out", tmp_path / "[red]records"],
                  ["coverage", tmp_path / "["]):  # fmt: skip
        done = run(*words)
        assert done.exit_code == 1, done.output
        assert "b]空.txt: holds no text" in done.output
