"""The repository holds facts; the running text of published documents stays with its publisher."""

import re
from pathlib import Path

import pytest

LENGTH = 24  # characters without white space: longer than any phrase that two people write alike


def bare(path: Path) -> str:
    """Give the text of a file without white space; empty where it is no UTF-8 text."""
    try:
        return re.sub(r"\s+", "", path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return ""


def windows(text: str) -> set[str]:
    """Give all pieces of LENGTH characters that hold punctuation: headings and titles do not."""
    pieces = (text[start : start + LENGTH] for start in range(len(text) - LENGTH + 1))
    return {
        piece for piece in pieces if re.search("[，；。]", piece) and not re.search("[《》]", piece)
    }


@pytest.fixture(scope="module")
def published(shared: Path) -> set[str]:
    texts = [*shared.glob("corpus/**/*.txt"), *shared.glob("laws/*.md")]
    assert len(texts) >= 30
    return set().union(*(windows(bare(text)) for text in texts))


def test_no_file_holds_running_text_of_a_published_document(root, tracked, published):
    pieces = {path.relative_to(root).as_posix(): windows(bare(path)) for path in tracked}
    assert {name: min(held & published) for name, held in pieces.items() if held & published} == {}
