"""What a search found -> what its page shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cell, Cells
from policygraph.endpoint.view.links import page_of
from policygraph.endpoint.view.paging import Paging
from policygraph.endpoint.workers.searching import Found
from policygraph.rdf import iri
from policygraph.search.run import Counts, Hit

PER_PAGE = 20
_CHOICES = 100  # values of a filter that are listed


@dataclass(frozen=True, slots=True)
class Filters:
    """What was chosen; empty strings, and None, where nothing was."""

    kind: str
    place: str
    year: str
    force: str
    document: ox.NamedNode | None


class Choice(NamedTuple):
    """A value of a filter, what it is called, and how many hits it would leave."""

    value: str
    name: str
    hits: int


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit on the page.

    Attributes:
        hit: the hit.
        document: path of the page about its document.
        clause: path of the page about its clause; None for a document.
        at: parameters that mark the words on that page; empty where its text does not have them.
        kind: name of the kind of document.
        place: name of its place.
        in_force: ``yes``, ``no`` or ``unknown``.
    """

    hit: Hit
    document: str | None
    clause: str | None
    at: dict[str, str]
    kind: str
    place: str
    in_force: str


@dataclass(frozen=True, slots=True)
class FoundPage:
    """All that the page of a search shows."""

    hits: tuple[ShownHit, ...]
    paging: Paging
    in_documents: int
    documents: int
    without_text: int
    kinds: tuple[Choice, ...]
    places: tuple[Choice, ...]
    years: tuple[Choice, ...]
    document: Cell | None


def found_page(found: Found, cells: Cells, filters: Filters, page: int, size: int) -> FoundPage:
    """Give what the page shows."""
    result = found.result
    return FoundPage(
        hits=tuple(_shown(hit, cells, found.in_force) for hit in result.hits),
        paging=Paging(page, size, result.total),
        in_documents=result.in_documents,
        documents=result.documents,
        without_text=result.without_text,
        kinds=_choices(result.kinds, filters.kind, lambda code: _kind(cells, code)),
        places=_choices(result.places, filters.place, lambda code: _place(cells, code)),
        years=_choices(result.years, filters.year, str),
        document=cells.of(filters.document) if filters.document else None,
    )


def at_characters(source: str, start: int, end: int) -> dict[str, str]:
    """Give the parameters that mark characters of a source on a page (as RFC 5147 has them)."""
    return {"source": source, "char": f"{start},{end}"}


def _shown(hit: Hit, cells: Cells, in_force: dict[str, str]) -> ShownHit:
    document, base = hit.document, cells.reader.base
    clause = iri.clause(document.iri, hit.path) if hit.path is not None else None
    return ShownHit(
        hit=hit,
        document=page_of(document.iri, base),
        clause=page_of(clause, base) if clause else None,
        at=at_characters(document.source, *hit.span) if hit.span else {},
        kind=_kind(cells, document.kind),
        place=_place(cells, document.place),
        in_force=in_force.get(document.iri, "unknown"),
    )


def _kind(cells: Cells, code: str) -> str:
    return cells.name(ox.NamedNode(iri.concept("kind", code))) if code else ""


def _place(cells: Cells, code: str) -> str:
    return cells.name(ox.NamedNode(iri.place(code, cells.reader.base))) if code else ""


def _choices(counts: Counts, chosen: str, name: Callable[[str], str]) -> tuple[Choice, ...]:
    """Give the values of a filter; the chosen one also where it leaves nothing."""
    known = dict(counts[:_CHOICES])
    if chosen and chosen not in known:
        known[chosen] = dict(counts).get(chosen, 0)
    return tuple(Choice(value, name(value), count) for value, count in known.items())
