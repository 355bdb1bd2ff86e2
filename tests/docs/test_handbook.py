"""The handbook: its places, pictures, questions and options are there; its examples are run elsewhere."""

import re

import pytest
import typer.main

from policygraph.cli import app
from policygraph.documentation.commands import commands
from policygraph.query.library import find_question

COMMANDS = dict(commands(typer.main.get_command(app)))
LARGEST = 100_000  # bytes of a picture: it goes into every clone
NO_LIST = {"extract", "summary", "coverage"}  # not for a clerk
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def page(root) -> str:
    """Give the text of the handbook."""
    return (root / "docs" / "handbook.zh.md").read_text(encoding="utf-8")


def test_every_link_leads_somewhere(page, root):
    headings = set(re.findall(r"^#+ (.*)$", page, re.MULTILINE))
    links = re.findall(r"\]\(([^)]*)\)", page)
    assert len(links) > 20
    for link in links:
        if link.startswith("#"):
            assert link[1:] in headings
        else:
            assert (root / "docs" / link).exists(), link


def test_the_pictures_are_those_that_are_made_and_small(page, root):
    shown = set(re.findall(r"\]\(pictures/(.*?)\)", page))
    kept = {
        picture.name: picture.read_bytes() for picture in (root / "docs/pictures").glob("*.png")
    }
    made = (root / "docs" / "pictures" / "make.py").read_text(encoding="utf-8")
    assert shown == set(kept)
    assert len(shown) >= 5
    for name, data in kept.items():
        assert data.startswith(SIGNATURE)
        assert len(data) < LARGEST
        assert f'"{name.removesuffix(".png")}"' in made


def test_every_question_and_option_it_names_is_there(page):
    for name in set(re.findall(r"policygraph query ([a-z][a-z-]+)", page)):
        assert find_question(name).name == name
    for line in re.findall(r"policygraph ((?:[a-z-]+ )+)(.*)", page.replace("\\\n>", "")):
        words, rest = line
        path = next(
            (
                f"policygraph {' '.join(words.split()[:count])}"
                for count in (2, 1)
                if f"policygraph {' '.join(words.split()[:count])}" in COMMANDS
            ),
            None,
        )
        assert path is not None, line
        known = {option for each in COMMANDS[path].params for option in each.opts}
        asked = set(re.findall(r"(?<!\S)--[a-z-]+", rest.split("`")[0])) - {"--help"}
        assert asked <= known, line


def test_every_command_for_a_clerk_is_told(page):
    missing = [path for path in COMMANDS if path not in page and path.split()[-1] not in NO_LIST]
    assert missing == []
