"""The repository holds facts; the running text of published documents stays with its publisher."""

import re
from pathlib import Path

import pytest

LENGTH = 24  # characters without white space: longer than any phrase that two people write alike


def bare(path: Path) -> str:
    """Give the text of a file without white space, and without the headings that a record holds.

    Empty where it is no UTF-8 text. Headings and titles are facts (they name a thing).
    """
    try:
        text = re.sub(r"\s+", "", path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return ""
    return re.sub(r'"heading":"(?:[^"\\]|\\.)*"', "", text) if path.suffix == ".json" else text


def pieces(text: str) -> set[str]:
    """Give all pieces of LENGTH characters."""
    return {text[start : start + LENGTH] for start in range(len(text) - LENGTH + 1)}


def is_running(piece: str) -> bool:
    """Tell running text, which has pauses, from the title of a document or of a part of it."""
    return bool(re.search("[，；。]", piece)) and not re.search("[《》]", piece)


@pytest.fixture(scope="module")
def published(shared: Path) -> set[str]:
    texts = [*shared.glob("corpus/**/*.txt"), *shared.glob("laws/*.md")]
    assert len(texts) >= 30
    return {piece for text in texts for piece in pieces(bare(text)) if is_running(piece)}


def test_no_file_holds_running_text_of_a_published_document(root, tracked, published):
    held = {path.relative_to(root).as_posix(): pieces(bare(path)) & published for path in tracked}
    assert {name: min(found) for name, found in held.items() if found} == {}


def test_it_would_be_found(published, shared, tmp_path):
    copy = tmp_path / "copy.md"
    text = next(iter(sorted(shared.glob("corpus/*.txt")))).read_text(encoding="utf-8")
    copy.write_text(text[len(text) // 2 :][:400], encoding="utf-8")
    assert pieces(bare(copy)) & published
