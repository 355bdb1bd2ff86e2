"""Facts of a unit in two versions: those that only one of them has."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

from policygraph.expression import expression
from policygraph.model.digest import Digest
from policygraph.model.facts import (
    BodyDuty,
    Citation,
    Deadline,
    Quantity,
    Responsibility,
)
from policygraph.model.record import Record
from policygraph.versions.outcome import FactChange

OWN_UNIT = "citation.own-unit"  # rule of a citation of a unit of the document itself
_NUMBERS = expression(r"\d+|[二三四五六七八九十]+")

Facts = Mapping[str, Sequence[Any]]  # kind -> rows of one unit


def _responsibility(row: Responsibility) -> Hashable:
    return row.resolved, row.role


def _duty(row: BodyDuty) -> Hashable:
    return row.unit, row.role


def _deadline(row: Deadline) -> Hashable:
    return row.kind, row.date, row.every, row.unit, row.date or _told(row)


def _told(row: Deadline) -> Hashable:
    """Give what tells times without a day apart: 每年3月底前 from 每年4月底前."""
    if row.every is None or isinstance(row.as_written, Digest):
        return row.every or row.as_written
    return tuple(_NUMBERS.findall(row.as_written))


def _quantity(row: Quantity) -> Hashable:
    return row.value, row.unit


def _citation(row: Citation) -> Hashable:
    own = row.rule == OWN_UNIT  # whatever the document is called now
    work = OWN_UNIT if own else row.title or row.number
    return work, row.article, row.paragraph, row.item


# what makes a fact the same wherever it stands and however it is worded
_SAME: dict[str, Callable[[Any], Hashable]] = {
    "responsibilities": _responsibility,
    "body_duties": _duty,
    "deadlines": _deadline,
    "quantities": _quantity,
    "citations": _citation,
}


def facts_by_unit(record: Record) -> dict[str, Facts]:
    """Give the facts that are compared: path -> kind -> rows."""
    found: dict[str, dict[str, list[Any]]] = {}
    for kind in _SAME:
        for row in getattr(record, kind):
            found.setdefault(row.clause, {}).setdefault(kind, []).append(row)
    return dict(found)


def facts_changed(old: Facts, new: Facts) -> Iterator[FactChange]:
    """Give what differs, kind by kind; order and place do not count."""
    for kind, same in _SAME.items():
        gone = _without(old.get(kind, ()), new.get(kind, ()), same)
        come = _without(new.get(kind, ()), old.get(kind, ()), same)
        if gone or come:
            yield FactChange(kind, gone, come)


def _without(
    rows: Sequence[Any], others: Sequence[Any], same: Callable[[Any], Hashable]
) -> tuple[Any, ...]:
    """Give the rows that have no partner among the others, each taken once."""
    left = Counter(same(row) for row in others)
    alone = []
    for row in rows:
        if left[same(row)]:
            left[same(row)] -= 1
        else:
            alone.append(row)
    return tuple(alone)
