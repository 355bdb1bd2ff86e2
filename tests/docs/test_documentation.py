"""The generated pages are made from the program and are those in docs/."""

from typing import Annotated

import pytest
import typer
import typer.main

from policygraph.cli import app
from policygraph.documentation.commands import commands, commands_page
from policygraph.documentation.findings import findings_page
from policygraph.documentation.help_text import both
from policygraph.documentation.pages import pages, stale_pages, write_pages
from policygraph.model.codes import CODES


@pytest.fixture
def program():
    """A program of two commands, one of them hidden."""
    toy = typer.Typer()

    @toy.command()
    def weigh(
        files: Annotated[
            list[str], typer.Argument(help=both(en="What to weigh | what.", zh="对象。"))
        ],
        unit: Annotated[
            str, typer.Option("--unit", "-u", help=both(en="Unit.", zh="单位。"), envvar="UNIT")
        ] = "kg",
    ) -> None:
        """Weigh files.

        称量文件。

        \b
        Example:
          toy weigh a.txt

        Heavy ones take longer.

        重的
        较慢。
        """

    @toy.command(hidden=True)
    def secret() -> None:
        """Be hidden."""

    return typer.main.get_command(toy)


def test_hidden_commands_are_left_out(program):
    assert [path for path, _ in commands(program, "toy")] == ["toy weigh"]


def test_a_command_is_told_with_its_example_and_options(program):
    page = commands_page(program, "en")
    assert "Weigh files.\n\n```sh\ntoy weigh a.txt\n```\n\nHeavy ones take longer.\n" in page
    assert r"| `FILES...` | What to weigh \| what. Required. |" in page
    assert "| `--unit`, `-u` | Unit. Default: `kg`. Environment: `UNIT`. |" in page


def test_the_chinese_page_is_chinese(program):
    page = commands_page(program, "zh")
    assert "称量文件。\n\n```sh\ntoy weigh a.txt\n```\n\n重的较慢。\n" in page
    assert "| `FILES...` | 对象。 必填。 |" in page
    assert "| `--unit`, `-u` | 单位。 默认：`kg`。 环境变量：`UNIT`。 |" in page


def test_every_finding_code_has_its_row():
    rows = [line for line in findings_page().splitlines() if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == sorted(CODES)
    assert all(code.zh in page_row and code.en in page_row for code, page_row in codes_and(rows))


def codes_and(rows):
    """Pair each code with its row."""
    return [(CODES[row.split("`")[1]], row) for row in rows]


def test_written_pages_are_not_stale_and_changed_ones_are(program, tmp_path):
    assert stale_pages(tmp_path, program) == tuple(pages(program))
    write_pages(tmp_path, program)
    assert stale_pages(tmp_path, program) == ()
    (tmp_path / "cli.md").write_text("old", encoding="utf-8")
    assert stale_pages(tmp_path, program) == ("cli.md",)


def test_the_pages_in_docs_say_what_is_so(root):
    stale = stale_pages(root / "docs", typer.main.get_command(app))
    assert stale == (), "run: policygraph docs --write"
