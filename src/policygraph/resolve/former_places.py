"""Names of places that a document writes too late, too early, or before any table tells."""

from collections.abc import Iterable, Iterator

from policygraph.model.facts import Document, Responsibility
from policygraph.model.finding import Finding
from policygraph.model.source import Span
from policygraph.registry.places import NATION, Place
from policygraph.registry.registry import Registry

_RULE = "place.editions"


def out_of_time(
    document: Document, rows: Iterable[Responsibility], registry: Registry
) -> Iterator[Finding]:
    """Say which places a document names that did not stand on its day.

    Args:
        document: gives issuers, place and day; without a day nothing can be said.
        rows: the units of its marks, as resolved.
        registry: with the divisions of the document's day.
    """
    day = document.issued
    if day is None:
        return
    spans = {field.field: field.spans for field in document.evidence}
    local = document.jurisdiction not in (None, NATION)
    if local and day < registry.history.first_day:
        yield Finding("place.before-table", _first(spans.get("jurisdiction")), _RULE, day)
    seen: set[str] = set()
    for name, span in _named(document, rows, spans.get("issuers", ())):
        place = None if name in seen else place_out_of_time(name, registry, document.jurisdiction)
        seen.add(name)
        if place is not None:
            code = "place.ended" if _is_past(place, day, registry) else "place.not-founded"
            yield Finding(code, span, _RULE, f"{place.name} {place.code}")


def _named(
    document: Document, rows: Iterable[Responsibility], spans: tuple[Span, ...]
) -> Iterator[tuple[str, Span | None]]:
    for name in document.issuers:
        yield name, _first(spans)
    for row in rows:
        if not row.group:
            yield row.resolved, _first(row.spans)


def _first(spans: tuple[Span, ...] | None) -> Span | None:
    return spans[0] if spans else None


def place_out_of_time(name: str, registry: Registry, near: str | None) -> Place | None:
    """Give the place that a name begins with, if it did not stand on the day of the registry."""
    places = registry.places
    bare = name.removeprefix("中共")
    found = places.at_start(bare, near)
    if found is None:
        return None
    return None if places.is_of_the_day(found[0]) else found[0]


def _is_past(place: Place, day: str, registry: Registry) -> bool:
    """Say whether a place that did not stand on a day had ended by then."""
    return any(
        stay.until is not None and (stay.until.latest or "") <= day
        for stay in registry.history.of(place.code)
        if stay.place.name == place.name
    )
