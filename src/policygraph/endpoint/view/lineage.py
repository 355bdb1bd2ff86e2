"""An agency -> the line of its changes, as its page tells it, the earliest first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cell, Cells
from policygraph.endpoint.view.reader import Node, Reader
from policygraph.model.reform import When
from policygraph.rdf import vocabulary as v

_MAX_BODIES = 60
_MAX_CHANGES = 200  # of one body
_MAX_SHOWN = 60
_CONCERNING = (v.ORIGINAL_ORGANIZATION, v.RESULTING_ORGANIZATION, v.POSSIBLE_RESULT)
_NEVER = "9999"  # sorts what has no day behind what has one


@dataclass(frozen=True, slots=True)
class Change:
    """One change in the life of a body.

    Attributes:
        change: the change itself.
        kind: what it was.
        when: when it took effect.
        old: the bodies as they were; () where one was founded.
        new: the bodies as they are now.
        is_sure: it is known which body it led to; otherwise it was one of ``new``.
        functions: the functions that moved.
        basis: what ordered it; "" where it is not known.
        verified: whether a source was found for it; None where nothing says so.
    """

    change: Cell
    kind: Cell
    when: When
    old: tuple[Cell, ...]
    new: tuple[Cell, ...]
    is_sure: bool
    functions: tuple[str, ...]
    basis: str
    verified: bool | None


def lineage_of(cells: Cells, agency: ox.NamedNode) -> tuple[Change, ...]:
    """Give the changes of a body, of those it came of and of those that took its place."""
    reader = cells.reader
    found: dict[Node, When] = {}
    for body in _line(reader, agency):
        for change in _changes(reader, body):
            found.setdefault(change, _when(reader, change))
    ordered = sorted(found, key=lambda each: (found[each].earliest or _NEVER, str(each)))
    return tuple(_told(cells, each, found[each]) for each in ordered[:_MAX_SHOWN])


def has_former(changes: Sequence[Change], agency: ox.NamedNode) -> bool:
    """Say whether one of the changes surely led to a body."""
    return any(
        change.is_sure and any(cell.hint == agency.value for cell in change.new)
        for change in changes
    )


def _line(reader: Reader, agency: ox.NamedNode) -> Iterable[Node]:
    """Give a body, all it came of and all that took its place; a circle ends."""
    after = _walked(agency, lambda body: reader.nodes(body, v.SUCCEEDED_BY))
    before = _walked(agency, lambda body: reader.subjects(v.SUCCEEDED_BY, body, _MAX_BODIES))
    return dict.fromkeys((*before, *after))


def _walked(start: Node, step: Callable[[Node], Sequence[Node]]) -> dict[Node, None]:
    """Give what steps lead to from a body, itself among them; so many at most."""
    reached: dict[Node, None] = {start: None}
    waiting: list[Node] = [start]
    while waiting and len(reached) < _MAX_BODIES:
        new = [body for body in step(waiting.pop()) if body not in reached]
        reached.update(dict.fromkeys(new))
        waiting += new
    return reached


def _changes(reader: Reader, body: Node) -> Iterator[Node]:
    for predicate in _CONCERNING:
        yield from reader.subjects(predicate, body, _MAX_CHANGES)


def _when(reader: Reader, change: Node) -> When:
    days = (reader.text(change, each) for each in (v.CHANGE_DATE, v.NOT_BEFORE, v.NOT_AFTER))
    return When(*days)


def _told(cells: Cells, change: Node, when: When) -> Change:
    reader = cells.reader
    sure = _cells(cells, change, v.RESULTING_ORGANIZATION)
    verified = reader.text(change, v.VERIFIED)
    return Change(
        change=cells.of(change),
        kind=cells.of(reader.node(change, v.KIND)),
        when=when,
        old=_cells(cells, change, v.ORIGINAL_ORGANIZATION),
        new=sure or _cells(cells, change, v.POSSIBLE_RESULT),
        is_sure=bool(sure),
        functions=tuple(sorted(one.value for one in reader.literals(change, v.FUNCTION))),
        basis=reader.text(change, v.FORMAL_BASIS) or "",
        verified=None if verified is None else verified == "true",
    )


def _cells(cells: Cells, change: Node, predicate: str) -> tuple[Cell, ...]:
    bodies = sorted(cells.reader.nodes(change, predicate), key=lambda body: body.value)
    return tuple(cells.of(body) for body in bodies)
