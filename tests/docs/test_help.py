"""Every command explains itself with an example, in both READMEs too."""

import pytest
import typer.main
from typer.testing import CliRunner

from policygraph import __version__
from policygraph.cli import app
from policygraph.documentation.commands import commands

COMMANDS = dict(commands(typer.main.get_command(app)))


def test_the_commands_are_found():
    assert len(COMMANDS) >= 6


def test_the_version_is_that_of_the_package():
    shown = CliRunner().invoke(app, ["--version"])
    assert (shown.exit_code, shown.output) == (0, f"policygraph {__version__}\n")


@pytest.mark.parametrize("path", COMMANDS)
def test_help_works_and_has_an_example(path):
    shown = CliRunner().invoke(app, [*path.split()[1:], "--help", "--language", "en"])
    assert shown.exit_code == 0, shown.output
    _, _, example = shown.output.partition("Example:")
    assert path in example


@pytest.mark.parametrize("path", COMMANDS)
def test_every_option_is_explained(path):
    silent = [parameter.name for parameter in COMMANDS[path].params if not parameter.help]
    assert silent == []


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
@pytest.mark.parametrize("path", COMMANDS)
def test_the_readme_mentions(path, readme, root):
    assert path in (root / readme).read_text(encoding="utf-8")
