"""Who is responsible for what before and after the changes (责任单位)."""

from collections.abc import Mapping
from typing import NamedTuple

from policygraph.consolidation.counterparts import counterparts
from policygraph.consolidation.outcome import Consolidation
from policygraph.model.facts import Responsibility
from policygraph.model.record import Record


class Duty(NamedTuple):
    """A unit, what it has to do with a clause, and the clause."""

    clause: str
    unit: str
    role: str


class Difference(NamedTuple):
    """Duties that only one of two texts lays on a unit, in its order.

    A clause that only bears another number is the same: nobody loses or gains a duty by that.
    Each is named by its number in the text that has it.
    """

    lost: tuple[Duty, ...]
    gained: tuple[Duty, ...]


def duties_changed(result: Consolidation) -> Difference:
    """Tell which duties the changes take away, and which they add."""
    before = _duties(result.base, {})
    after = _duties(result.record, counterparts(result))
    return Difference(
        tuple(dict.fromkeys(duty for key, duty in before.items() if key not in after)),
        tuple(dict.fromkeys(duty for key, duty in after.items() if key not in before)),
    )


def _duties(
    record: Record, counterpart: Mapping[str, str | None]
) -> dict[tuple[str | None, str, str, str], Duty]:
    """Give the duties of a text by the clause of the base; of a new one by its own path."""
    found = {}
    for row in record.responsibilities:
        duty = _duty(row)
        clause = counterpart.get(row.clause, row.clause)
        new = row.clause if clause is None else ""
        found[clause, new, duty.unit, duty.role] = duty
    return found


def _duty(row: Responsibility) -> Duty:
    return Duty(row.clause, row.resolved, row.role.value)
