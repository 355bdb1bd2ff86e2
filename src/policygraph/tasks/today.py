"""Who stands today in the place of a unit that a document names."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from policygraph.model.record import Record
from policygraph.model.reform import Body
from policygraph.registry.registry import Registry
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.standing import Standing, Stands
from policygraph.resolve.told_reforms import body_named, told_reforms


@dataclass(frozen=True, slots=True)
class Now:
    """What became of a unit that no longer stands under its name.

    Attributes:
        names: official names of what stands in its place; none where nothing is known to.
        open: names of which one may; it is not known which.
        reason: key of ``standing.REASONS``.
    """

    names: tuple[str, ...]
    open: tuple[str, ...]
    reason: str


@dataclass(slots=True)
class Today:
    """Follows units to a day, by the registry and by what the documents at hand tell.

    Attributes:
        registry: what is known of units.
        lineage: their changes.
        as_of: ISO day.
    """

    registry: Registry
    lineage: Lineage
    as_of: str
    _known: dict[tuple[str, str | None, str | None], Now | None] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record], registry: Registry, as_of: str) -> "Today":
        """Make one that takes what these documents tell of changes with what is known."""
        told = [reform for record in records for reform in told_reforms(record, registry)]
        return cls(registry, Lineage(registry, told), as_of)

    def now(self, name: str, record: Record) -> Now | None:
        """Say what became of a unit; None where it stands, or nothing is known of its end.

        Args:
            name: its name with the level restored.
            record: the document that names it, which tells place and day.
        """
        document = record.document
        key = (name, document.jurisdiction, document.issued)
        if key not in self._known:
            on_day = self.registry.on(document.issued)
            body = body_named(name, document, on_day, document.issued)
            self._known[key] = _ended(self.lineage.standing(body, self.as_of))
        return self._known[key]


def _ended(standing: Standing) -> Now | None:
    names, maybe = _names(standing.now), _names(standing.open)
    if standing.stands is Stands.YES or standing.now == (standing.body,):
        return None
    if standing.stands is Stands.UNKNOWN and not (names or maybe):
        return None
    return Now(names, maybe, standing.reason)


def _names(bodies: Iterable[Body]) -> tuple[str, ...]:
    return tuple(body.name for body in bodies)
