"""A document of a few lines, read; what the tables of tests compare."""

import hashlib

from policygraph.model.record import Record
from policygraph.model.source import Source
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry


def source_of(text: str) -> Source:
    """Make a source of a text."""
    return Source("case.txt", hashlib.sha256(text.encode()).hexdigest(), text)


def read(text: str) -> Record:
    """Read a text as a build would."""
    return extract_record(source_of(text), load_registry())
