"""Repeals: 原《…》自行废止, 废止《…》第五条, and lists: the citation says it."""

from collections.abc import Iterator, Sequence

from policygraph.extract.amendments.locators import stated_locators
from policygraph.model.facts import Amendment, Citation, Operation, Relation, Target


def repeals(citations: Sequence[Citation]) -> Iterator[Amendment]:
    """Give the repeals that citations tell; that of an article strikes the article alone."""
    for row in citations:
        if row.relation is not Relation.REPEALS:
            continue
        places = stated_locators(str(row.as_written).rpartition("》")[2]) if row.article else []
        place = places[-1] if places else None
        target = Target(
            row.title, row.number,
            place.path if place else None, place.as_written if place else None,
        )  # fmt: skip
        operation = Operation.DELETE_CLAUSE if row.article else Operation.REPEAL_DOCUMENT
        yield Amendment(
            row.clause, target, operation, None, None, (), row.spans, "amendment.repeal"
        )
