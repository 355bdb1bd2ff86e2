"""A name that had ended before the day of a document: since when, and what it is now."""

from policygraph.model.facts import Document
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import bodies_named, is_listed, name_dates
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.standing import Standing, Stands


def ended_name(resolved: str, document: Document, registry: Registry) -> str | None:
    """Say what became of a name by a document's day: ``name → name now (day)``.

    Args:
        resolved: the name with its level restored.
        document: gives place and day.
        registry: knows the names of earlier days.

    Returns:
        None where the name is not that of one body alone, or had not surely ended by then.
    """
    if document.issued is None:
        return None
    found = bodies_named(resolved, registry, document.jurisdiction)
    if len(found) != 1 or not is_listed(found[0], registry):
        return None
    standing = Lineage(registry).standing(found[0], document.issued)
    if standing.stands is not Stands.NO or standing.reason == "not-founded":
        return None
    now = " | ".join(body.name for body in standing.now or standing.open) or "-"
    return f"{resolved} → {now} ({_ended_on(standing, registry)})"


def _ended_on(standing: Standing, registry: Registry) -> str:
    """Give the day, or the days between which it lies, on which the name ended; "-": not known."""
    if standing.hops:
        return str(standing.hops[0].when) or "-"
    days = [until for _, until in name_dates(standing.body, registry) if until]
    return max(days, default="-")
