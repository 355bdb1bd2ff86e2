"""What an issued, dated document ordered goes before what a national pattern supposes.

A pattern tells of the bodies of many places at once: between which days, and into which of several
bodies. The document of the place says what was done there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from policygraph.model.reform import Body, Reform, When


def is_ordered(reform: Reform) -> bool:
    """Say whether an issued document with a date tells that a body, or its name, ended."""
    return reform.origin == "record" and reform.ends_the_name and reform.when.latest is not None


def with_patterns(
    known: Sequence[Reform], told: Sequence[Reform], founded: Mapping[str, Sequence[Body]]
) -> list[Reform]:
    """Give what became of one body, where no row of its own says what ended it.

    A pattern that leaves open the day or the new body gives way to a document. One that knows both
    stays: a change to the day is better known from it.

    Args:
        known: the expanded patterns of the body, and other changes that the registry knows.
        told: what documents say of the body.
        founded: the bodies that are founded in the same place of a text, by event.
    """
    open_ones = [r for r in known if r.ends_the_name and not (r.result_body and r.when.day)]
    settled = any(r.ends_the_name and r not in open_ones for r in known)
    if settled or not any(is_ordered(r) for r in told):
        return [*known, *told]
    rest = [r for r in known if r not in open_ones]
    done = (_narrowed(r, open_ones, founded) if is_ordered(r) else r for r in told)
    return [*rest, *done]


def _narrowed(
    told: Reform, patterns: Iterable[Reform], founded: Mapping[str, Sequence[Body]]
) -> Reform:
    """Take from a pattern that leads to the same body what the document does not say.

    组建甲局，不再保留乙局: where a reform can have led from one to the other, it did.
    """
    for pattern in patterns:
        others = [body for body in pattern.new if body != told.old]
        beside = [body for body in founded.get(told.event, ()) if body in others]
        new = told.new or (tuple(beside) if len(beside) == 1 else ())
        if new and all(body in others for body in new):
            return replace(
                told,
                new=new,
                when=_within(told.when, pattern.when),
                basis=told.basis or pattern.basis,
                basis_number=told.basis_number or pattern.basis_number,
            )
    return told


def _within(told: When, known: When) -> When:
    """Give the days that both leave; those of the document where they do not meet."""
    latest, earliest = told.latest or "", known.earliest or ""
    if earliest > latest:
        return told
    if known.day:
        return known
    return When(not_before=known.earliest, not_after=min(latest, known.latest or latest))
