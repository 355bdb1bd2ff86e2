"""The first half of the line: file -> source -> blocks -> clauses -> facts -> record.

Pure, for each document by itself; it knows neither RDF nor web, so a worker anywhere can run it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policygraph.errors import SourceError
from policygraph.extract.rules import Facts, extract_facts
from policygraph.model.file_finding import FileFinding
from policygraph.model.finding import Finding
from policygraph.model.record import Record, read_record
from policygraph.model.source import Source
from policygraph.registry.registry import Registry, load_registry
from policygraph.resolve.record import resolve_facts
from policygraph.review.apply import with_review
from policygraph.text.blocks import Layout, split_blocks
from policygraph.text.clauses import Parsed, parse_clauses
from policygraph.text.reader import file_name, read_source


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One input, read: its record and its text where it has one, or the problem."""

    record: Record | None
    text: str | None
    problem: FileFinding | None = None

    def required_record(self) -> Record:
        """Give the record.

        Raises:
            SourceError: there is none, because the file could not be read.
        """
        if self.record is not None:
            return self.record
        if self.problem is None:
            raise AssertionError("neither read nor refused")
        said, code = self.problem.message, self.problem.finding.code
        raise SourceError(zh=said("zh"), en=said("en"), code=code)


@dataclass(frozen=True, slots=True)
class Steps:
    """What each step made of one document, in the order of the steps."""

    layout: Layout
    parsed: Parsed
    facts: Facts
    record: Record


def take_steps(source: Source, registry: Registry) -> Steps:
    """Read one document. Any text gives a record; what is not understood is a finding in it."""
    layout = split_blocks(source)
    parsed = parse_clauses(source, layout.blocks)
    facts = extract_facts(source, layout.blocks, parsed.clauses, registry)
    about_structure = (*layout.findings, *parsed.findings)
    record = resolve_facts(source, parsed.clauses, facts, registry, about_structure)
    return Steps(layout, parsed, facts, record)


def extract_record(source: Source, registry: Registry) -> Record:
    """Read one document and give its record, where the first half ends."""
    return take_steps(source, registry).record


def read_file(path: Path, local_registry: Sequence[Path] = ()) -> ReadFile:
    """Read one text or record; what goes wrong is a problem, so that the others go on."""
    try:
        if path.suffix.lower() == ".json":
            return ReadFile(read_record(path), None)
        source = read_source(path)
        record = extract_record(source, load_registry(local_registry))
        return ReadFile(with_review(path, record, source.text), source.text)
    except SourceError as error:
        finding = Finding(error.code, None, "reader")
        return ReadFile(None, None, FileFinding(file_name(path), finding, error.said))
