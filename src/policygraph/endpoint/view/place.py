"""Characters of a document -> what stands around them, and the clause they are in."""

from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cell, Cells
from policygraph.endpoint.view.passage import Sought, anchors_of
from policygraph.endpoint.view.reader import Reader
from policygraph.model.source import Span
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.validate.positions import Positions

_AROUND = 300  # characters on either side
_LONGEST = 5_000  # characters of the place itself
_MAX_CLAUSES = 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text of a document.

    Attributes:
        span: the characters that were asked for.
        line: number of the line, from 1; None where the dataset does not hold the text.
        before: what stands before them.
        sought: the characters; None where the dataset does not hold the text.
        after: what stands behind them.
        begins: the text begins with ``before``.
        ends: the text ends with ``after``.
        clause: the clause they are in; None where they are in none.
    """

    span: Span
    line: int | None
    before: str
    sought: str | None
    after: str
    begins: bool
    ends: bool
    clause: Cell | None


def place_of(cells: Cells, policy: ox.NamedNode, sought: Sought) -> Place | None:
    """Show a place in a document; None where the document is not printed there."""
    reader, (start, end) = cells.reader, sought.span
    source = iri.source(sought.sha256, reader.base)
    printed_in = {node.value for node in reader.nodes(policy, v.PRINTED_IN)}
    text = reader.dataset.text(sought.sha256)
    if source not in printed_in or start > end or (text is not None and end > len(text)):
        return None
    clause = _clause(reader, policy, source, sought.span)
    cell = cells.of(clause) if clause else None
    if text is None:
        return Place(sought.span, None, "", None, "", False, False, cell)
    found = Positions(reader.dataset.text).line_and_column(sought.sha256, start)
    first, shown, last = _first(text, start), min(end, start + _LONGEST), _last(text, end)
    return Place(
        span=sought.span,
        line=found[0] if found else None,
        before=text[first:start],
        sought=text[start:shown] + ("…" if shown < end else ""),
        after=text[end:last],
        begins=first == 0,
        ends=last == len(text),
        clause=cell,
    )


def _first(text: str, start: int) -> int:
    """Give where to begin: with a line, if one begins near enough."""
    at = max(0, start - _AROUND)
    line = text.find("\n", at, start) + 1
    return line if at and line else at


def _last(text: str, end: int) -> int:
    at = min(len(text), end + _AROUND)
    line = text.rfind("\n", end, at)
    return line if at < len(text) and line >= 0 else at


def _clause(reader: Reader, policy: ox.NamedNode, source: str, span: Span) -> ox.NamedNode | None:
    """Give the clause whose own text holds a place; the shortest, if several do."""
    holding = [
        (own.end - own.start, clause.value)
        for clause in reader.subjects(v.OF_POLICY, policy, _MAX_CLAUSES)
        if isinstance(clause, ox.NamedNode) and reader.text(clause, v.LABEL) is not None
        for own, printed_in in anchors_of(reader, clause)
        if printed_in.value == source and own.start <= span.start < own.end
    ]
    return ox.NamedNode(min(holding)[1]) if holding else None
