"""The changes of one document, found by their place and by their sentence without comparing all."""

from collections.abc import Hashable, Iterable

from policygraph.model.facts import Amendment, Operation, Target
from policygraph.model.new_places import Side

_WHOLE = (Operation.ADD_CLAUSE, Operation.REPLACE_CLAUSE)


def is_move(row: Amendment) -> bool:
    """Say whether a change gives a unit another number (第五条改为第六条)."""
    return row.operation is Operation.REPLACE_TEXT and row.new_place is not None


def own_number(row: Amendment, named: int) -> int:
    """Give the number of a unit that a change adds; what is put behind one bears the next.

    Args:
        row: the change.
        named: the number that its place names: its own, or that of the unit it goes beside.
    """
    at = row.beside
    if row.new_place or at is None or at.side is not Side.AFTER:
        return named
    return named + 1 if at.locator == row.target.locator else named


class Rows:
    """The changes of one document, in its order."""

    def __init__(self, rows: Iterable[Amendment]) -> None:
        self._by_target: dict[Target, list[Amendment]] = {}
        self._by_holder: dict[Hashable, list[Amendment]] = {}
        self._by_sentence: dict[Hashable, list[Amendment]] = {}
        self._alike: dict[Hashable, list[Amendment]] = {}
        for row in rows:
            self._by_target.setdefault(row.target, []).append(row)
            self._by_holder.setdefault(_holder(row.target), []).append(row)
            self._by_sentence.setdefault(row.spans, []).append(row)
            self._alike.setdefault(_said(row), []).append(row)

    def of_place(self, target: Target) -> list[Amendment]:
        """Give the changes of a place."""
        return self._by_target.get(target, [])

    def moves(self, target: Target) -> list[Amendment]:
        """Give the changes that give a place another number."""
        return [row for row in self.of_place(target) if is_move(row)]

    def of_sentence(self, row: Amendment) -> list[Amendment]:
        """Give the changes of the sentence that makes this one."""
        return self._by_sentence.get(row.spans, [])

    def alike(self, row: Amendment) -> list[Amendment]:
        """Give the changes that one sentence makes in the same way with the same new words."""
        return self._alike.get(_said(row), [])

    def together(self, row: Amendment) -> list[Amendment]:
        """Give the changes of units to which one quotation is put, this one among them."""
        return self.alike(row) if row.new is not None and row.operation in _WHOLE else [row]

    def is_merged(self, row: Amendment) -> bool:
        """Say whether the sentence of a change puts its place into another one (合并为第一条)."""
        same = (one for one in self.of_sentence(row) if one.target == row.target)
        replaced = (one for one in same if one.operation is Operation.REPLACE_CLAUSE)
        return any(self.together(one)[0] is not one for one in replaced)

    def beside(self, target: Target, holder: str, unit: str) -> list[Amendment]:
        """Give the changes of whole units (款, 项) of a holder, given by its path."""
        rows = self._by_holder.get((target.title, target.number, holder), ())
        return [row for row in rows if _is_unit(row.target, unit)]


def _holder(target: Target) -> Hashable:
    return target.title, target.number, (target.locator or "").rpartition("/")[0]


def _said(row: Amendment) -> Hashable:
    return row.spans, row.operation, row.new_span or row.new


def _is_unit(target: Target, unit: str) -> bool:
    last = (target.locator or "").rpartition("/")[2]
    return last.isdecimal() and (target.locator_as_written or "").endswith(unit)
