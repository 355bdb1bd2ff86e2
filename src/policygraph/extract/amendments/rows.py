"""A row of the record for each change: its clause, its target and the bases of its clause."""

from collections.abc import Iterable, Iterator

from policygraph.extract.amendments.changes import Change
from policygraph.extract.reading import Mention
from policygraph.model.facts import Amendment, Basis, Citation, Operation, Relation, Target
from policygraph.model.source import Span


def rows_of(
    path: str, change: Change, target: Target, bases: tuple[Basis, ...]
) -> Iterator[Amendment]:
    """Give the row of a change; what is kept rests on nothing that its clause states.

    Args:
        path: the clause in which it is said.
        change: what is changed, and where.
        target: the document that is changed.
        bases: the legal bases that the clause states.
    """
    locator = change.locator
    where = Target(
        target.title, target.number,
        locator.path if locator else None, locator.as_written if locator else None,
    )  # fmt: skip
    kept = change.operation is Operation.KEEP
    yield Amendment(
        path, where, change.operation,
        change.old.as_written if change.old else None,
        change.new.as_written if change.new else None,
        () if kept else bases, (change.span,), change.rule or "amendment." + change.operation,
        _place_of(change.old), _place_of(change.new), change.beside, change.new_place, change.mark,
    )  # fmt: skip


def _place_of(said: Mention | None) -> Span | None:
    """Give where words are printed, from the first to the last; None for the number of a unit."""
    return Span(said.spans[0].start, said.spans[-1].end) if said and said.spans else None


def bases_of(citations: Iterable[Citation]) -> dict[str, tuple[Basis, ...]]:
    """Give the legal bases that each clause states: a change rests on those of its own."""
    found: dict[str, list[Basis]] = {}
    for row in citations:
        if row.relation is Relation.BASED_ON:
            basis = Basis(row.title or "", row.article, row.item)
            found.setdefault(row.clause, []).append(basis)
    return {path: tuple(bases) for path, bases in found.items()}
