"""A text and documents that change it, as tables of tests write them."""

from policygraph.consolidation.consolidate import consolidate, instrument_of
from policygraph.consolidation.outcome import Consolidation
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from tests.reading import read


def decision(title: str, changes: str) -> str:
    """Make a decision that changes the document of a title."""
    return f"关于修改《{title}》的决定\n\n对《{title}》作如下修改：\n\n{changes}\n"


def carried(base: str, *changes: str, as_of: str | None = None) -> Consolidation:
    """Carry out what texts change in another."""
    registry = load_registry()
    return consolidate(
        read(base),
        base,
        [instrument_of(read(text), text) for text in changes],
        lambda source: extract_record(source, registry),
        as_of,
    )


def lines(text: str) -> str:
    """Give the paragraphs of a text in one line, parted by ``|``."""
    return "|".join("".join(line.split()) for line in text.splitlines() if line.strip())
