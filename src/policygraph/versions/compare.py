"""Two versions of a document -> what became of each unit and of its facts."""

from collections.abc import Sequence

from policygraph.consolidation.inner import refined
from policygraph.consolidation.outcome import Piece
from policygraph.model.record import Record
from policygraph.versions.facts import Facts, facts_by_unit, facts_changed
from policygraph.versions.outcome import Kind, Pair, Versions
from policygraph.versions.pairing import Pairing, paired
from policygraph.versions.rising import longest_rising
from policygraph.versions.unit import Unit, units_of


def compare(old: Record, old_text: str, new: Record, new_text: str) -> Versions:
    """Compare two versions of a document.

    Args:
        old: what was read from the old version.
        old_text: its text.
        new: what was read from the new version.
        new_text: its text.
    """
    before, after = units_of(old, old_text), units_of(new, new_text)
    pairing = paired(before, after)
    stayed = _stayed(pairing)
    facts = facts_by_unit(old), facts_by_unit(new)
    pairs = tuple(
        _pair(
            None if a is None else before[a],
            None if b is None else after[b],
            moved=a is not None and b is not None and a not in stayed,
            facts=facts,
        )
        for a, b in pairing
    )
    return Versions(old, new, pairs)


def _stayed(pairing: Sequence[Pairing]) -> set[int]:
    """Give the old units that keep their order among those that have a partner.

    A unit that stands before one that it stood behind was moved: of two, the one with the fewer
    units on its way, which the longest run in order leaves out.
    """
    return longest_rising([a for a, b in pairing if a is not None and b is not None])


def _pair(
    old: Unit | None, new: Unit | None, *, moved: bool, facts: tuple[dict[str, Facts], ...]
) -> Pair:
    kind = _kind(old, new, moved=moved)
    of_old, of_new = (
        every.get(unit.path, {}) if unit else {}
        for every, unit in zip(facts, (old, new), strict=True)
    )
    return Pair(old, new, kind, _pieces(old, new), tuple(facts_changed(of_old, of_new)))


def _kind(old: Unit | None, new: Unit | None, *, moved: bool) -> Kind:
    if old is None or new is None:
        return Kind.ADDED if old is None else Kind.REMOVED
    if moved:
        return Kind.MOVED
    if old.words != new.words:
        return Kind.CHANGED
    return Kind.SAME if _own_label(old) == _own_label(new) else Kind.RENUMBERED


def _own_label(unit: Unit) -> str:
    return "".join(unit.clause.label.split()) if unit.clause else ""


def _pieces(old: Unit | None, new: Unit | None) -> tuple[Piece, ...]:
    """Give the words of both, with what was taken out and what was put in."""
    if old is None:
        return (Piece(new.text, added=0),) if new else ()
    if new is None:
        return (Piece(old.text, old.start, removed=0),)
    if old.text == new.text:
        return (Piece(old.text, old.start),)
    both = (Piece(old.text, old.start, removed=0), Piece(new.text, added=0))
    return refined(both, short=0)
