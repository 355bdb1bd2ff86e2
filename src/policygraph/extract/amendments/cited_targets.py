"""Citations of what a clause changes: 《某办法》第六条修改为…, 在《某办法》中增加一条."""

from collections.abc import Sequence
from dataclasses import replace

from policygraph.model.facts import Amendment, Citation, Operation, Relation

_NO_CHANGE = (Operation.KEEP, Operation.REPEAL_DOCUMENT)


def amending(
    citations: Sequence[Citation], amendments: Sequence[Amendment]
) -> tuple[Citation, ...]:
    """Let a citation amend where the clause changes the document, and its words say no more.

    Args:
        citations: what the document cites.
        amendments: the changes that it makes.
    """
    changed = {
        (row.clause, name)
        for row in amendments
        if row.operation not in _NO_CHANGE
        for name in (row.target.number, row.target.title)
        if name
    }
    return tuple(
        replace(row, relation=Relation.AMENDS)
        if row.relation is Relation.CITES and (row.clause, row.number or row.title) in changed
        else row
        for row in citations
    )
