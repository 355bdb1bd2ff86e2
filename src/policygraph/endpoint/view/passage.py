"""Clause -> its text, with the places marked at which facts were read.

The text lies in the side store, not in the graph; a facts-only dataset has none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pyoxigraph as ox

from policygraph.endpoint.view.links import page_of
from policygraph.endpoint.view.reader import Node, Reader
from policygraph.model.source import Span
from policygraph.rdf import vocabulary as v

_MAX_CHARACTERS = 20_000
_MAX_FACTS = 500
_KINDS = {
    v.RESPONSIBILITY: "responsibility",
    v.BODY_DUTY: "body-duty",
    v.CITATION: "citation",
    v.AMENDMENT: "amendment",
    v.AGENCY_CHANGE: "agency-change",
    v.QUANTITY: "quantity",
    v.DEADLINE: "deadline",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text.

    Attributes:
        text: the characters.
        kind: name of the kind of fact that was read from it; empty where there is none.
        href: page of that fact.
        is_sought: the reader was sent to these characters.
    """

    text: str
    kind: str = ""
    href: str | None = None
    is_sought: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a clause.

    Attributes:
        pieces: the text, cut at the marks.
        start: offset of its first character in the source.
        end: offset after its last character.
        cut: the text goes on but is too long to be shown whole.
    """

    pieces: tuple[Piece, ...]
    start: int
    end: int
    cut: bool

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of facts that are marked, each once."""
        shown = {piece.kind for piece in self.pieces}
        return tuple(kind for kind in _KINDS.values() if kind in shown)


@dataclass(frozen=True, slots=True)
class Sought:
    """Characters that a reader was sent to.

    Attributes:
        sha256: digest of the source.
        span: the characters.
    """

    sha256: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str
    href: str | None


def passage_of(reader: Reader, clause: Node, sought: Sought | None = None) -> Passage | None:
    """Give the own text of a clause; None where the dataset does not hold it."""
    anchors = [
        (span, source) for span, source in anchors_of(reader, clause) if span.end > span.start
    ]
    if not anchors:
        return None
    span, source = min(anchors, key=lambda anchor: (anchor[0], anchor[1].value))
    sha256 = reader.text(source, v.SHA256) or ""
    text = reader.dataset.text(sha256)
    if text is None or span.end > len(text):
        return None
    end = len(text[: span.end].rstrip())  # lines without a word say nothing at its end
    shown = Span(span.start, min(max(end, span.start), span.start + _MAX_CHARACTERS))
    marks = list(_marks(reader, clause, source))
    here = sought.span if sought and sought.sha256 == sha256 else None
    return Passage(tuple(_pieces(text, shown, marks, here)), *span, cut=shown.end < end)


def anchors_of(reader: Reader, node: Node) -> Iterator[tuple[Span, ox.NamedNode]]:
    """Give where a thing was read: characters, and the source that holds them."""
    for anchor in reader.nodes(node, v.ANCHOR):
        start, end = reader.number(anchor, v.START), reader.number(anchor, v.END)
        source = reader.node(anchor, v.IN_SOURCE)
        if start is not None and end is not None and source is not None:
            yield Span(start, end), source


def _marks(reader: Reader, clause: Node, source: ox.NamedNode) -> Iterator[_Mark]:
    for fact in reader.subjects(v.OF_CLAUSE, clause, _MAX_FACTS):
        kind = next((_KINDS[t] for t in sorted(reader.types(fact)) if t in _KINDS), "")
        if kind:
            for span, printed_in in anchors_of(reader, fact):
                if printed_in == source:
                    yield _Mark(span, kind, page_of(fact.value, reader.base))


def _pieces(
    text: str, shown: Span, marks: Iterable[_Mark], sought: Span | None = None
) -> Iterator[Piece]:
    """Cut at every mark's ends; where marks overlap, the shortest one shows.

    Of two as long the one that a page lists first does: an amendment before what it says of units.
    """
    rank = {kind: place for place, kind in enumerate(_KINDS.values())}
    inside = [m for m in marks if m.span.start < shown.end and m.span.end > shown.start]
    cuts = {shown.start, shown.end}
    for run in (*(mark.span for mark in inside), *([sought] if sought else ())):
        cuts.update(cut for cut in run if shown.start < cut < shown.end)
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        over = [m for m in inside if m.span.start <= start and m.span.end >= end]
        top = min(over, key=lambda m: (m.span.end - m.span.start, rank[m.kind]), default=None)
        kind, href = (top.kind, top.href) if top else ("", None)
        is_sought = sought is not None and sought.start <= start and sought.end >= end
        yield Piece(text[start:end], kind, href, is_sought)
