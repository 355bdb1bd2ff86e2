"""What one document holds and what of it was understood, counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from policygraph.coverage.sights import KINDS, Sight, sights
from policygraph.coverage.style import label_style, mark_style
from policygraph.extract.bodies.marks import SPEAKS
from policygraph.model.structure import BlockKind
from policygraph.read import extract_record
from policygraph.registry.registry import Registry, load_registry
from policygraph.text.blocks import split_blocks
from policygraph.text.brackets import find_brackets
from policygraph.text.reader import read_source


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one document was understood.

    Attributes:
        name: name of the file.
        characters: characters that are not blank.
        unclassified: of these, how many lie in blocks of kind ``unclassified``.
        clauses: numbered units read.
        marks: brackets that hold 负责, 责任单位 or 牵头.
        answered: of these, how many gave rows or a finding.
        responsibilities: rows read, with those of tables and label lines.
        citations: citations read.
        findings: findings made.
        sights: what stands in the text and ought to give a row, whether or not it did.
        mark_style: how the document says who is responsible.
        label_style: how its units are numbered, outermost first.
    """

    name: str
    characters: int
    unclassified: int
    clauses: int
    marks: int
    answered: int
    responsibilities: int
    citations: int
    findings: int
    sights: tuple[Sight, ...] = ()
    mark_style: str = ""
    label_style: str = ""

    def seen(self, kind: str) -> int:
        """Give how many sights of a kind there are."""
        return sum(sight.kind == kind for sight in self.sights)

    def missed(self, kind: str) -> int:
        """Give how many sights of a kind gave no row."""
        return sum(sight.kind == kind and not sight.is_read for sight in self.sights)


COUNTED = tuple(field.name for field in fields(Coverage) if field.type is int)


def measure(path: Path, registry: Registry | None = None) -> Coverage:
    """Read one document and count, with the shipped registry where no other is given.

    Raises:
        SourceError: it cannot be read as text.
    """
    source = read_source(path)
    registry = registry or load_registry()
    record = extract_record(source, registry)
    blocks = split_blocks(source).blocks
    unclassified = "".join(
        source.at(block.span) for block in blocks if block.kind is BlockKind.UNCLASSIFIED
    )
    marks = [b.span for b in find_brackets(source.text) if SPEAKS.search(source.at(b.inner))]
    places = [s.start for row in record.responsibilities for s in row.spans]
    places += [f.span.start for f in record.findings if f.span]
    answered = sum(any(m.start <= place < m.end for place in places) for m in marks)
    return Coverage(
        path.name, _visible(source.text), _visible(unclassified), len(record.clauses), len(marks),
        answered, len(record.responsibilities), len(record.citations), len(record.findings),
        tuple(sights(source.text, record, blocks, registry.measures)),
        mark_style(source.text, record), label_style(record),
    )  # fmt: skip


def _visible(text: str) -> int:
    return len(re.sub(r"\s+", "", text))


def totals(rows: Sequence[Coverage]) -> dict[str, int]:
    """Give the sums over all documents, and their number."""
    sums = {key: sum(getattr(row, key) for row in rows) for key in COUNTED}
    for kind in KINDS:
        sums[f"{kind}_seen"] = sum(row.seen(kind) for row in rows)
        sums[f"{kind}_missed"] = sum(row.missed(kind) for row in rows)
    return {"documents": len(rows), **sums}
