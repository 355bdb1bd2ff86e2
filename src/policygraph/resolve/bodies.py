"""A name -> the bodies that it may mean, and what the registry has of a body."""

from collections.abc import Iterator
from dataclasses import replace

from policygraph.model.facts import Document, Responsibility
from policygraph.model.reform import Body
from policygraph.registry.departments import Department
from policygraph.registry.places import MUNICIPALITIES, NATION, Place
from policygraph.registry.registry import Registry
from policygraph.resolve.agencies import (
    AgencyRef,
    agency_of,
    canonical_name,
    issuer_of,
    official_names,
    place_of,
)
from policygraph.resolve.levels import is_group


def bodies_named(
    name: str, registry: Registry, near: str | None = None, date: str | None = None
) -> list[Body]:
    """Give the bodies that a name may mean; several where it is not the name of one alone.

    Args:
        name: official or short: 阳泉银保监分局; 市财政局 where ``near`` tells the city.
        registry: places, departments, reviewed bodies, reforms.
        near: GB/T 2260 code of the place from which the name is said; None: the country.
        date: ISO day on which the name is said; None: any.
    """
    if is_group(name, registry):
        return []
    single = registry.reforms.named(name)
    if single:
        return single
    former = _of_former_places(name, registry.on(date), near)
    if former:
        return former
    for written, code in _readings(name, registry, near):
        document = Document(jurisdiction=code, issued=date)
        place = place_of(written, document, registry) or ""
        found = {Body(place, each) for each in official_names(written, document, registry)}
        if found:
            return sorted(found)
    return _of_a_reform(name, registry, near)


def _of_former_places(name: str, registry: Registry, near: str | None) -> list[Body]:
    """Give the bodies of places of other days whose official name this is: 沙县人民政府.

    One of the day that bears the name goes before them.
    """
    places = registry.places
    start = places.at_start(name, near)
    if start and rows_of(Body(start[0].code, name), registry) and places.is_of_the_day(start[0]):
        return []
    found = {place.code: place for place in places.of_other_days(name)}
    if start:
        found[start[0].code] = start[0]
    bodies = (Body(code, name) for code in found)
    return sorted(body for body in bodies if registry.reforms.named_then(name, found[body.place]))


def agency_meant(row: Responsibility, document: Document, registry: Registry) -> AgencyRef:
    """Give the agency that a mark names, also by a name that had ended by the document's day.

    A document of 2024 that still writes 阳泉银保监分局 means that body, if the name was ever that
    of one alone; its record has no official name, since none held on the day.
    """
    meant = agency_of(row, document, registry)
    if not meant.provisional:
        return meant
    found = bodies_named(row.resolved, registry, document.jurisdiction)
    if len(found) == 1 and is_listed(found[0], registry):
        body = found[0]
        return AgencyRef(body.place or None, body.name, row.resolved, False, provisional=False)
    return replace(meant, provisional=not is_listed(_body(meant), registry))


def issuer_meant(name: str, document: Document, registry: Registry) -> AgencyRef:
    """Give the agency that issued a document: 中共阳泉市委 is known by its official name, too.

    A name that no table has is taken as printed, and provisional.
    """
    official = canonical_name(name, document, registry).name
    meant = issuer_of(official or name, document, registry)
    return replace(meant, also=name, provisional=not is_listed(_body(meant), registry))


def _body(agency: AgencyRef) -> Body:
    return Body(agency.place or "", agency.name)


def _readings(name: str, registry: Registry, near: str | None) -> Iterator[tuple[str, str]]:
    """Give the ways to read a name, the nearest first: 财政局 said in a city is the city's."""
    if near and near != NATION:
        yield name, near
        if registry.departments.knows(name):
            yield registry.places.full_name(near) + name, near
    yield name, NATION


def _of_a_reform(name: str, registry: Registry, near: str | None) -> list[Body]:
    """Names that only a pattern of a reform knows, expanded for the place they hold."""
    place = place_of(name, Document(jurisdiction=near), registry)
    body = Body(place or "", name)
    known = registry.reforms.of(body) or registry.reforms.into(body)
    return [body] if known else []


def rows_of(body: Body, registry: Registry) -> list[Department]:
    """Give the rows of the table of departments that bear a body's official name."""
    place = place_under_name(body, registry)
    return [] if place is None else _rows_at(body, place, registry)


def place_under_name(body: Body, registry: Registry) -> Place | None:
    """Give the place of a body as it was called when the body had its name.

    襄樊市财政局 is a body of 420600 under its former name. None where the place is not known.
    """
    under = registry.places.under(body.place)
    return next((place for place in under if _rows_at(body, place, registry)), None) or next(
        iter(under), None
    )


def _rows_at(body: Body, place: Place, registry: Registry) -> list[Department]:
    level = "municipality" if place.code in MUNICIPALITIES else place.level
    full = registry.places.full_name_of(place)
    return registry.departments.bearing(body.name, full, place.short, level)


def name_dates(body: Body, registry: Registry) -> set[tuple[str | None, str | None]]:
    """Give the first day of a body's official name, and the day on which it ended.

    None: not known, or no limit. Empty: the registry has no such name.
    """
    return {(row.since, row.until) for row in rows_of(body, registry)}


def written_names(body: Body, registry: Registry) -> list[tuple[str, str | None, str | None]]:
    """Give the names that tell a body wherever they stand, each with its first day and its end.

    The official name, and short ones that hold the place (阳泉银保监分局); None as ``name_dates``.
    """
    place = place_under_name(body, registry)
    if place is None:
        return []
    full = registry.places.full_name_of(place)
    found: dict[str, list[Department]] = {}
    for row in rows_of(body, registry):
        name = row.written.replace("{name}", full).replace("{short}", place.short)
        found.setdefault(body.name, []).append(row)
        if "{" in row.written or (place.short in row.written and "{" not in row.official):
            found.setdefault(name, []).append(row)
    return [(name, *_span(rows)) for name, rows in sorted(found.items())]


def _span(rows: list[Department]) -> tuple[str | None, str | None]:
    """Give the days that several rows span; an unknown end is no limit."""
    since = [row.since for row in rows if row.since]
    until = [row.until for row in rows if row.until]
    first = min(since) if len(since) == len(rows) else None
    return first, max(until) if len(until) == len(rows) else None


def is_listed(body: Body, registry: Registry) -> bool:
    """Say whether the registry has the body: as a standard or reviewed one, or in a reform.

    盐城市生态环境局盐都分局 is the branch of a standard one.
    """
    reforms = registry.reforms
    return bool(
        rows_of(body, registry)
        or body.name in official_names(body.name, Document(jurisdiction=body.place), registry)
        or registry.bodies.has(body.place, body.name)
        or reforms.of(body)
        or reforms.into(body)
    )
