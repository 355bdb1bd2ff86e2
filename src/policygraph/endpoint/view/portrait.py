"""A thing -> what its page says: properties, what points at it, its text or its outline."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cell, Cells
from policygraph.endpoint.view.links import is_web
from policygraph.endpoint.view.outline import MAX_CLAUSES, Entry, outline_of
from policygraph.endpoint.view.paging import Paging
from policygraph.endpoint.view.passage import Passage, Sought, passage_of
from policygraph.endpoint.view.place import Place, place_of
from policygraph.endpoint.view.reader import Reader
from policygraph.rdf import vocabulary as v

_MAX_STATEMENTS = 2_000
_MAX_VALUES = 20  # of one property on the page
_MAX_DEPTH = 12
_PER_PAGE = 100
_MAX_LISTED = 20_000
_SHOWN_ABOVE = frozenset({v.TYPE})  # beside the name
_FIRST = (v.TITLE, v.ID_LOCAL, v.ISSUER_AS_WRITTEN, v.PASSED_BY, v.ISSUER, v.DATE_DOCUMENT)
_LAST = (v.PATH, v.SEGMENT, v.RULE, v.EXTENT, v.ANCHOR)
_OUTLINED = frozenset({v.HAS_PART, v.IS_PART_OF, v.OF_POLICY})  # the outline shows them
_TWO_WAYS = {v.HAS_PART: v.IS_PART_OF, v.IS_PART_OF: v.HAS_PART}  # stated in both directions


@dataclass(frozen=True, slots=True)
class Property:
    """One property with its values, or one by which others point here.

    Attributes:
        name: the property.
        iri: its IRI.
        values: the first values.
        count: how many values were read.
        cut: there may be more than were read.
    """

    name: Cell
    iri: str
    values: tuple[Cell, ...]
    count: int
    cut: bool

    @property
    def more(self) -> bool:
        """Whether there are more values than are shown."""
        return self.cut or self.count > len(self.values)


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that the page about a thing shows.

    Attributes:
        name: what it is called.
        iri: its IRI.
        is_web: the IRI can be followed by a browser.
        types: its classes.
        printed: number, issuers and date, if it is a policy.
        path: the things it is part of, outermost first.
        is_policy: it is a document.
        outline: its clauses, if it is a policy.
        outline_is_cut: there are more clauses than shown.
        is_clause: it is a clause, which has a text.
        passage: that text; None where the dataset does not hold it.
        place: the place in its text that the reader was sent to, if it is a policy.
        properties: what is said of it.
        incoming: what points at it.
    """

    name: Cell
    iri: str
    is_web: bool
    types: tuple[Cell, ...]
    printed: tuple[str, ...]
    path: tuple[Cell, ...]
    is_policy: bool
    outline: tuple[Entry, ...]
    outline_is_cut: bool
    is_clause: bool
    passage: Passage | None
    place: Place | None
    properties: tuple[Property, ...]
    incoming: tuple[Property, ...]


def portrait_of(cells: Cells, node: ox.NamedNode, sought: Sought | None = None) -> Portrait:
    """Read all that the page about a thing shows, and the characters a reader was sent to."""
    reader = cells.reader
    types = reader.types(node)
    is_clause, is_policy = v.CLAUSE in types, bool(types & {v.POLICY, v.DRAFT_POLICY})
    outline = outline_of(cells, node) if is_policy else ()
    out, more_out = reader.outgoing(node, _MAX_STATEMENTS)
    back, more_back = reader.incoming(node, _MAX_STATEMENTS)
    hidden = _OUTLINED if outline else frozenset()
    said = {_TWO_WAYS.get(triple.predicate.value, "") for triple in out}
    above = _above(reader, node)
    return Portrait(
        name=cells.of(node),
        iri=node.value,
        is_web=is_web(node.value),
        types=tuple(cells.of(ox.NamedNode(one)) for one in sorted(types)),
        printed=_printed(cells, node),
        path=tuple(cells.of(part) for part in reversed(above)),
        is_policy=is_policy,
        outline=outline,
        outline_is_cut=len(outline) >= MAX_CLAUSES,
        is_clause=is_clause,
        passage=passage_of(reader, node, sought) if is_clause else None,
        place=place_of(cells, node, sought) if is_policy and sought else None,
        properties=tuple(_properties(cells, out, more_out, hidden | _SHOWN_ABOVE)),
        incoming=tuple(_incoming(cells, back, more_back, hidden | said, {node, *above})),
    )


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the things that point at a thing by one property."""

    name: Cell
    iri: str
    values: tuple[Cell, ...]
    paging: Paging
    more: bool


def incoming_page(cells: Cells, node: ox.NamedNode, by: ox.NamedNode, page: int) -> Listing:
    """List what points at ``node`` by the property ``by``."""
    triples, more = cells.reader.incoming(node, _MAX_LISTED, by.value)
    subjects = [t.subject for t in triples if not isinstance(t.subject, ox.Triple)]
    paging = Paging(page, _PER_PAGE, len(subjects))
    values = tuple(cells.placed(s) for s in subjects[paging.first : paging.last])
    return Listing(cells.of(by), by.value, values, paging, more)


def _printed(cells: Cells, node: ox.NamedNode) -> tuple[str, ...]:
    reader = cells.reader
    numbers, days = (
        sorted(o.value for o in reader.literals(node, field))
        for field in (v.ID_LOCAL, v.DATE_DOCUMENT)
    )
    return (*numbers, *reader.listed(node, "issuers", v.ISSUER_AS_WRITTEN), *days)


def _above(reader: Reader, node: ox.NamedNode) -> list[ox.NamedNode]:
    """Climb from part to whole; odd data may hold a cycle."""
    above: list[ox.NamedNode] = []
    one = reader.node(node, v.IS_PART_OF) or reader.node(node, v.OF_CLAUSE)
    while one is not None and one != node and one not in above and len(above) < _MAX_DEPTH:
        above.append(one)
        one = reader.node(one, v.IS_PART_OF)
    return above


def _properties(
    cells: Cells, triples: list[ox.Triple], cut: bool, hidden: frozenset[str]
) -> Iterator[Property]:
    shown = sorted((t for t in triples if t.predicate.value not in hidden), key=_order)
    for by, group in groupby(shown, key=lambda t: t.predicate):
        values = sorted((t.object for t in group), key=str)
        first = tuple(cells.of(value) for value in values[:_MAX_VALUES])
        yield Property(cells.of(by), by.value, first, len(values), cut)


def _order(triple: ox.Triple) -> tuple[int, str]:
    """Names and dates first, what only a developer asks for last."""
    iri = triple.predicate.value
    if iri in _FIRST:
        return _FIRST.index(iri) - len(_FIRST), iri
    return (_LAST.index(iri) + 1 if iri in _LAST else 0), iri


def _incoming(
    cells: Cells,
    triples: list[ox.Triple],
    cut: bool,
    hidden: frozenset[str],
    known: set[ox.NamedNode],
) -> Iterator[Property]:
    shown = (t for t in triples if t.predicate.value not in hidden)
    by_predicate = sorted(shown, key=lambda t: (t.predicate.value, str(t.subject)))
    for by, group in groupby(by_predicate, key=lambda t: t.predicate):
        nodes = [t.subject for t in group if not isinstance(t.subject, ox.Triple)]
        first = tuple(cells.placed(node, known) for node in nodes[:_MAX_VALUES])
        yield Property(cells.of(by), by.value, first, len(nodes), cut)
