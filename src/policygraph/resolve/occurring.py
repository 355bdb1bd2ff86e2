"""The bodies that occur in documents: those for which patterns of reforms are expanded."""

from collections import deque
from collections.abc import Iterable, Iterator

from policygraph.model.record import Record
from policygraph.model.reform import Body, Reform
from policygraph.registry.registry import Registry
from policygraph.resolve.agencies import AgencyRef, place_of
from policygraph.resolve.bodies import agency_meant, is_listed, issuer_meant
from policygraph.resolve.levels import is_group
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.told_reforms import told_reforms


def occurring_bodies(records: Iterable[Record], registry: Registry) -> set[Body]:
    """Give the bodies whose official names the documents tell, or that they say changed."""
    found: set[Body] = set()
    for record in records:
        found |= {Body(ref.place or "", ref.name) for ref in _named(record, registry)}
        for reform in told_reforms(record, registry):
            bodies = (reform.old, *reform.new)
            found |= {body for body in bodies if body and is_listed(body, registry)}
    return found


def occurring_groups(records: Iterable[Record], registry: Registry) -> set[tuple[str, str]]:
    """Give the collective units of the documents, each as code of its place and name.

    Those whose place is not known are left out: who is meant cannot be told.
    """
    found: set[tuple[str, str]] = set()
    for record in records:
        for name in _collective(record, registry):
            place = place_of(name, record.document, registry.on(record.document.issued))
            if place:
                found.add((place, name))
    return found


def _collective(record: Record, registry: Registry) -> set[str]:
    """Give the names of groups in a record."""
    times = {time.unit for time in record.deadlines if time.unit}
    return {
        *(row.resolved for row in record.responsibilities if row.group),
        *(duty.unit for duty in record.body_duties if duty.group),
        *(unit for unit in times if is_group(unit, registry)),
    }


def _named(record: Record, registry: Registry) -> Iterator[AgencyRef]:
    """Give the bodies with an official name."""
    seen: set[tuple[str, str | None]] = set()
    registry = registry.on(record.document.issued)
    for issuer in record.document.issuers:
        meant = issuer_meant(issuer, record.document, registry)
        if meant.place or not meant.provisional:
            yield meant
    for row in record.responsibilities:
        key = (row.resolved, row.canonical)
        if row.group or key in seen:
            continue
        seen.add(key)
        meant = agency_meant(row, record.document, registry)
        if not meant.provisional:
            yield meant


def changes_of(bodies: Iterable[Body], lineage: Lineage) -> list[Reform]:
    """Give what became of bodies, of those that took their place, and so on to the last."""
    found: dict[Reform, None] = {}
    waiting = deque(sorted(bodies))
    seen = set(waiting)
    while waiting:
        for reform in lineage.of(waiting.popleft()):
            found[reform] = None
            further = [body for body in lineage.narrowed(reform) if body not in seen]
            seen.update(further)
            waiting.extend(further)
    return list(found)
