"""Who is responsible for what before and after the changes (责任单位)."""

from typing import NamedTuple

from policygraph.consolidation.outcome import Consolidation
from policygraph.model.facts import Responsibility
from policygraph.model.record import Record


class Duty(NamedTuple):
    """A unit, what it has to do with a clause, and the clause."""

    clause: str
    unit: str
    role: str


class Difference(NamedTuple):
    """Duties that only one of two texts lays on a unit, in its order."""

    lost: tuple[Duty, ...]
    gained: tuple[Duty, ...]


def duties_changed(result: Consolidation) -> Difference:
    """Tell which duties the changes take away, and which they add."""
    before, after = _duties(result.base), _duties(result.record)
    return Difference(
        tuple(duty for duty in before if duty not in after),
        tuple(duty for duty in after if duty not in before),
    )


def _duties(record: Record) -> dict[Duty, None]:
    return dict.fromkeys(map(_duty, record.responsibilities))


def _duty(row: Responsibility) -> Duty:
    return Duty(row.clause, row.resolved, row.role.value)
