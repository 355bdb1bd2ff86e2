"""Where a fact was read, as a row tells it: one file, first and last character."""

from dataclasses import dataclass

from policygraph.export.lookup import Description, Lookup
from policygraph.rdf import vocabulary as v


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a fact was read: a file, and the characters from the first to the last.

    Offsets count Unicode code points of the decoded text; ``end`` is exclusive. A fact that
    crosses a page break has several spans in the graph; here they are one, from the start of
    the first to the end of the last. A fact that several files print has the anchor of the
    file whose name sorts first.
    """

    file: str | None = None
    start: int | None = None
    end: int | None = None


def file_of(lookup: Lookup, source: str) -> str:
    """Give the name of a source, or its IRI where it has none."""
    return lookup.shared(source).one(v.FILE_NAME) or source


def anchor_of(lookup: Lookup, said: Description, predicate: str) -> Anchor:
    """Give the anchor that ``predicate`` points at, of several files the first."""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for node in said.all(predicate):
        span = lookup.describe(node)
        source, start, end = span.one(v.IN_SOURCE), span.number(v.START), span.number(v.END)
        if source is not None and start is not None and end is not None:
            spans.setdefault((file_of(lookup, source), source), []).append((start, end))
    if not spans:
        return Anchor()
    first = min(spans)
    return Anchor(first[0], min(s for s, _ in spans[first]), max(e for _, e in spans[first]))
