"""A document laid out to be shown: its paragraphs with their depth, and its outline."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policygraph.errors import SourceError
from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.model.facts import PREAMBLE
from policygraph.model.record import Record
from policygraph.model.source import Source, Span
from policygraph.model.structure import Block, BlockKind, Clause
from policygraph.registry.registry import load_registry
from policygraph.show.facts import WAVES, Fact, facts_of
from policygraph.show.pieces import Cutter, Piece
from policygraph.text.blocks import split_blocks
from policygraph.text.lines import Lines, Place

MAX_CHARACTERS = 2_000_000
_DEEPEST = 6  # levels that are indented
_BLANK = expression(r"[\s|]*$")
_ROLES = {
    BlockKind.TITLE: "title",
    BlockKind.ANNEX: "annex",
    BlockKind.ANNEX_TITLE: "annex-title",
    BlockKind.FURNITURE: "furniture",
    BlockKind.TABLE: "table",
    BlockKind.SIGNATURE: "signature",
    BlockKind.DATE: "signature",
    BlockKind.MASTHEAD: "number",
    BlockKind.NUMBER: "number",
    BlockKind.FOOT: "foot",
    BlockKind.COPIED_TO: "foot",
    BlockKind.QUOTED: "quoted",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        look: how it is set: ``title``, ``table``, ``text`` ...
        depth: how far it is indented, from 0.
        clause: path of the clause that begins with it; None where none does.
        line: number of its first line.
        label: the pieces of the printed label.
        heading: the pieces of the heading.
        rest: the other pieces.
    """

    look: str
    depth: int
    clause: str | None
    line: int
    label: tuple[Piece, ...]
    heading: tuple[Piece, ...]
    rest: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A clause of the outline; ``facts`` and ``findings`` count those of its own text."""

    path: str
    label: str
    heading: str
    depth: int
    facts: int
    findings: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A document ready to be shown.

    Attributes:
        record: what was read from it.
        facts: all that can be marked, by number from 1.
        paragraphs: in the order of the text.
        outline: its clauses.
        places: line and column where each fact begins, by number.
    """

    record: Record
    facts: tuple[Fact, ...]
    paragraphs: tuple[Paragraph, ...]
    outline: tuple[OutlineEntry, ...]
    places: Mapping[int, Place]


def lay_out(record: Record, text: str, language: str) -> Shown:
    """Lay out a document with its facts.

    Args:
        record: what was read.
        text: from which it was read.
        language: ``zh`` or ``en``, for the messages of findings.

    Raises:
        SourceError: the text is longer than can be shown on one page.
    """
    if len(text) > MAX_CHARACTERS:
        raise SourceError(
            zh=f"文件 {record.source} 共 {len(text):,} 个字符，最多能显示 {MAX_CHARACTERS:,} 个；"
            "请先拆分",
            en=f"{record.source}: {len(text):,} characters, at most {MAX_CHARACTERS:,} can be"
            " shown; split it first",
            code="source.too-large",
        )
    source = Source(record.source, record.sha256, text, record.media_type)
    blocks = split_blocks(source).blocks
    reading = Reading(source, blocks, record.clauses, load_registry())
    facts = facts_of(record, language)
    lines = Lines(text)
    paragraphs = tuple(_paragraphs(reading, Cutter(text, facts), lines))
    places = {f.number: lines.place(f.spans[0].start) for f in facts if f.spans}
    return Shown(record, facts, paragraphs, tuple(_outline(reading, facts)), places)


def _paragraphs(reading: Reading, cutter: Cutter, lines: Lines) -> Iterator[Paragraph]:
    begins = {reading.block_at(c.start).span.start: c for c in reversed(reading.clauses)}
    for block in reading.blocks:
        span = _tight(reading.source.text, block)
        if span.end <= span.start:
            continue
        clause = begins.get(block.span.start)
        label = clause.start if clause else span.start
        path = reading.clause_at(max(label, span.start))
        depth = 0 if path == PREAMBLE else path.count("/") + (0 if clause else 1)
        label_end = min(span.end, block.label.span.end) if block.label and clause else span.start
        heading_end = max(label_end, _heading_end(reading.source.text, clause, label_end, span.end))
        yield Paragraph(
            _look(reading.source.text, block, span),
            min(depth, _DEEPEST),
            clause.path if clause else None,
            lines.place(span.start).line,
            tuple(cutter.cut(Span(span.start, label_end))),
            tuple(cutter.cut(Span(label_end, heading_end))),
            tuple(cutter.cut(Span(heading_end, span.end))),
        )


def _look(text: str, block: Block, span: Span) -> str:
    if _BLANK.match(text, span.start, span.end):
        return "furniture"
    return _ROLES.get(block.kind, "text")


def _tight(text: str, block: Block) -> Span:
    words = text[block.span.start : block.span.end]
    start = block.span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _heading_end(text: str, clause: Clause | None, start: int, end: int) -> int:
    """Give where the heading of a clause ends in its paragraph; ``start`` where it has none."""
    if clause is None or not clause.heading:
        return start
    position = start
    for character in clause.heading:
        if character.isspace():
            continue
        while position < end and text[position] != character:
            if not text[position].isspace() and text[position] not in "*#":
                return start
            position += 1
        if position >= end:
            return start
        position += 1
    return position


def _outline(reading: Reading, facts: Sequence[Fact]) -> Iterator[OutlineEntry]:
    own: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    for fact in facts:
        path = fact.clause
        if path is None and fact.spans:
            path = reading.clause_at(fact.spans[0].start)
        if path is not None:
            (findings if fact.tone in WAVES else own)[path] += 1
    for clause in reading.clauses:
        path = clause.path
        yield OutlineEntry(
            path, clause.label, clause.heading or "", path.count("/"), own[path], findings[path]
        )
