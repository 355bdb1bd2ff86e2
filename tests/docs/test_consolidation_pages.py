"""docs/consolidation.md and its Chinese twin say what the program does, and the same."""

import re

import pytest
import typer.main

from policygraph.cli import app
from policygraph.cli.consolidate import _ENDINGS
from policygraph.consolidation.outcome import Reason

PAGES = {"en": "consolidation.md", "zh": "consolidation.zh.md"}


@pytest.fixture(scope="module")
def pages(root):
    return {
        language: (root / "docs" / name).read_text(encoding="utf-8")
        for language, name in PAGES.items()
    }


@pytest.mark.parametrize("language", PAGES)
def test_every_reason_has_its_row_in_order(pages, language):
    rows = re.findall(r"(?m)^\| `([a-z-]+)` \| (.+) \|$", pages[language])
    assert [code for code, _ in rows] == [reason.value for reason in Reason]
    if language == "zh":
        assert [told for _, told in rows] == [reason.said.zh for reason in Reason]


@pytest.mark.parametrize("language", PAGES)
def test_each_command_is_one(pages, language):
    program = typer.main.get_command(app).commands["consolidate"]
    options = {name for one in program.params for name in one.opts}
    shown = re.findall(r"(?m)^    policygraph consolidate (.+?)(?:  |   \S|$)", pages[language])
    assert len(shown) == 5
    for words in shown:
        assert {word for word in words.split() if word.startswith("--")} <= options
        ending = re.search(r"--out \S+(\.\w+)", words)
        assert ending is None or ending[1] in _ENDINGS


def test_the_pages_have_the_same_figures(pages):
    figures = {}
    for language, page in pages.items():
        rows = [line for line in page.splitlines() if line.startswith("|")]
        figures[language] = [sorted(re.findall(r"\d+(?:,\d{3})*", row)) for row in rows]
    assert len(figures["en"]) == len(figures["zh"])
    for english, chinese in zip(figures["en"], figures["zh"], strict=True):
        assert english == chinese


def test_the_pages_have_the_same_parts(pages):
    parts = {language: re.findall(r"(?m)^## .+$", page) for language, page in pages.items()}
    assert len(parts["en"]) == len(parts["zh"]) > 5
    codes = {
        language: set(re.findall(r"`([a-z]+-[a-z]+|older|overlap|reference)`", page))
        for language, page in pages.items()
    }
    assert codes["en"] == codes["zh"]


def test_the_chinese_readme_leads_to_the_chinese_page(root):
    readme = (root / "README.zh.md").read_text(encoding="utf-8")
    assert "docs/consolidation.zh.md" in readme
    assert "docs/consolidation.md" not in readme
