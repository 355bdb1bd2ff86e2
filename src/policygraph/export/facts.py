"""The facts of a dataset as rows, one policy at a time, in the order of the text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from policygraph.export.fact_rows import (
    AgencyChangeRow,
    AmendmentRow,
    BodyDutyRow,
    CitationRow,
    DeadlineRow,
    PostRow,
    QuantityRow,
    ResponsibilityRow,
)
from policygraph.export.finding_rows import FindingRow, findings
from policygraph.export.lookup import Lookup
from policygraph.export.node import Node
from policygraph.export.policy_rows import ClauseRow, PolicyRow
from policygraph.export.rows import AnyRow, Row, read_row
from policygraph.rdf import vocabulary as v


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """All rows of one policy, each kind in the order of the text."""

    policies: tuple[PolicyRow]
    clauses: tuple[ClauseRow, ...]
    responsibilities: tuple[ResponsibilityRow, ...]
    body_duties: tuple[BodyDutyRow, ...]
    citations: tuple[CitationRow, ...]
    amendments: tuple[AmendmentRow, ...]
    agency_changes: tuple[AgencyChangeRow, ...]
    quantities: tuple[QuantityRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    posts: tuple[PostRow, ...]
    findings: tuple[FindingRow, ...]

    def tables(self) -> Iterator[tuple[str, Sequence[Row]]]:
        """Give the rows by the names of their tables."""
        for name in self.__match_args__:
            yield name, getattr(self, name)


def policies(lookup: Lookup) -> list[str]:
    """Give the IRIs of the policies that a source prints: by place, date, then IRI."""
    found = {p for kind in (v.POLICY, v.DRAFT_POLICY) for p in lookup.subjects(v.TYPE, kind)}
    keys = []
    for policy in found:
        said = lookup.describe(policy)
        if said.all(v.PRINTED_IN):
            place, dated = said.one(v.JURISDICTION), said.one(v.DATE_DOCUMENT)
            keys.append((place or "", dated or "", policy))
    return [policy for _, _, policy in sorted(keys)]


def policy_facts(lookup: Lookup, iri: str) -> PolicyFacts:
    """Read one policy with its clauses and all facts of them."""
    policy = Node(lookup, iri)
    clauses = sorted(
        (Node(lookup, clause, policy) for clause in lookup.subjects(v.OF_POLICY, iri)),
        key=lambda each: (each.anchor.start or 0, -(each.end or 0), each.iri),
    )
    posts = [Node(lookup, post, policy) for post in lookup.subjects(v.STATED_IN, iri)]
    read = _Facts(clauses)
    return PolicyFacts(
        policies=(read_row(PolicyRow, policy),),
        clauses=tuple(read_row(ClauseRow, clause) for clause in clauses),
        responsibilities=read.rows(ResponsibilityRow, v.RESPONSIBILITY, _by_segment),
        body_duties=read.rows(BodyDutyRow, v.BODY_DUTY),
        citations=read.rows(CitationRow, v.CITATION, _by_place),
        amendments=read.rows(AmendmentRow, v.AMENDMENT),
        agency_changes=read.rows(AgencyChangeRow, v.AGENCY_CHANGE),
        quantities=read.rows(QuantityRow, v.QUANTITY),
        deadlines=read.rows(DeadlineRow, v.DEADLINE),
        posts=tuple(read_row(PostRow, post) for post in sorted(posts, key=_by_position)),
        findings=findings(policy, clauses),
    )


def _by_position(fact: Node) -> tuple[int, ...]:
    return (fact.position,)


def _by_place(fact: Node) -> tuple[int, ...]:
    return (fact.anchor.start or 0,)


def _by_segment(fact: Node) -> tuple[int, ...]:
    return fact.said.number(v.SEGMENT) or 0, *_by_place(fact)


class _Facts:
    """The facts of the clauses of a policy, of all kinds."""

    def __init__(self, clauses: Sequence[Node]) -> None:
        self._of_clauses = [_facts(clause) for clause in clauses]

    def rows(
        self,
        row: type[AnyRow],
        kind: str,
        order: Callable[[Node], tuple[int, ...]] = _by_position,
    ) -> tuple[AnyRow, ...]:
        """Read those of one kind, clause by clause, in each of them by ``order``."""
        mine = (
            sorted((fact for fact in facts if kind in fact.said.all(v.TYPE)), key=order)
            for facts in self._of_clauses
        )
        return tuple(read_row(row, fact) for facts in mine for fact in facts)


def _facts(clause: Node) -> list[Node]:
    nodes = clause.lookup.subjects(v.OF_CLAUSE, clause.iri)  # sorted by IRI
    return [Node(clause.lookup, node, clause.policy, clause) for node in nodes]
