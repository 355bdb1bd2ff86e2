"""Where a fact was read, as a row tells it: one file, first and last character."""

from policygraph.export.lookup import Description, Lookup
from policygraph.export.rows import Anchor
from policygraph.rdf import vocabulary as v


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
