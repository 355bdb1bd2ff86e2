"""The facts of a dataset as rows, one policy at a time, in the order of the text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policygraph.export.anchors import anchor_of, file_of
from policygraph.export.clause_facts import citation, responsibility
from policygraph.export.fact_rows import FindingRow, Placed, PostRow
from policygraph.export.further_facts import FACTS, findings, posts
from policygraph.export.lookup import Description, Lookup
from policygraph.export.names import concept, node_name
from policygraph.export.rows import (
    AgencyRow,
    CitationRow,
    ClauseRow,
    PolicyRow,
    ResponsibilityRow,
    Row,
)
from policygraph.rdf import vocabulary as v


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """All rows of one policy, each kind in the order of the text."""

    policy: PolicyRow
    clauses: tuple[ClauseRow, ...]
    responsibilities: tuple[ResponsibilityRow, ...]
    citations: tuple[CitationRow, ...]
    further: Mapping[str, tuple[Placed, ...]]
    posts: tuple[PostRow, ...]
    findings: tuple[FindingRow, ...]

    def tables(self) -> Iterator[tuple[str, Sequence[Row]]]:
        """Give the rows by the names of their tables."""
        yield "policies", (self.policy,)
        yield "clauses", self.clauses
        yield "responsibilities", self.responsibilities
        yield "citations", self.citations
        yield from self.further.items()
        yield "posts", self.posts
        yield "findings", self.findings


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


def policy_facts(lookup: Lookup, policy: str) -> PolicyFacts:
    """Read one policy with its clauses and all facts of them."""
    row = policy_row(lookup, policy)
    clauses = sorted(
        (_clause(lookup, clause, row) for clause in lookup.subjects(v.OF_POLICY, policy)),
        key=lambda each: (each.start or 0, -(each.end or 0), each.clause_iri),
    )
    facts = [
        (clause, fact, lookup.describe(fact))
        for clause in clauses
        for fact in lookup.subjects(v.OF_CLAUSE, clause.clause_iri)
    ]
    duties = [responsibility(lookup, *fact) for fact in facts if _is(fact[2], v.RESPONSIBILITY)]
    cited = [citation(lookup, *fact) for fact in facts if _is(fact[2], v.CITATION)]
    order = {clause.clause_iri: number for number, clause in enumerate(clauses)}
    duties.sort(
        key=lambda d: (order[d.clause_iri], d.segment or 0, d.start or 0, d.responsibility_iri)
    )
    cited.sort(key=lambda c: (order[c.clause_iri], c.start or 0, c.citation_iri))
    further = {name: _further(lookup, name, facts) for name in FACTS}
    return PolicyFacts(
        row,
        tuple(clauses),
        tuple(duties),
        tuple(cited),
        further,
        posts(lookup, row),
        findings(lookup, row, clauses),
    )


def _further(
    lookup: Lookup, name: str, facts: Sequence[tuple[ClauseRow, str, Description]]
) -> tuple[Placed, ...]:
    """Read the facts of one kind, in the order of clauses and, in each, of the text."""
    kind, read = FACTS[name]
    mine = [fact for fact in facts if _is(fact[2], kind)]
    order = {clause.clause_iri: number for number, (clause, _, _) in enumerate(facts)}
    mine.sort(key=lambda f: (order[f[0].clause_iri], f[2].number(v.POSITION) or 0, f[1]))
    return tuple(read(lookup, *fact) for fact in mine)


def _is(said: Description, kind: str) -> bool:
    return kind in said.all(v.TYPE)


def policy_row(lookup: Lookup, policy: str) -> PolicyRow:
    """Read what a policy says of itself."""
    said = lookup.describe(policy)
    reading = _title_reading(lookup, policy)
    anchor = anchor_of(lookup, reading, v.ANCHOR)
    place = said.one(v.JURISDICTION)
    return PolicyRow(
        title=said.one(v.TITLE),
        number=said.one(v.ID_LOCAL),
        kind=concept(lookup, said.one(v.TYPE_DOCUMENT) or said.one(v.WORK_TYPE)),
        status=concept(lookup, said.one(v.STATUS)),
        place_code=lookup.shared(place).one(v.CODE) if place else None,
        place=node_name(lookup, place),
        issuers=said.all(v.ISSUER_AS_WRITTEN),
        issued=said.one(v.DATE_DOCUMENT),
        published=said.one(v.DATE_PUBLICATION),
        effective=said.one(v.DATE_IN_FORCE),
        expires=said.one(v.DATE_NO_LONGER),
        disclosure=said.one(v.DISCLOSURE),
        addressed_to=said.all(v.ADDRESSED_TO),
        copied_to=said.all(v.COPIED_TO),
        files=tuple(sorted(file_of(lookup, source) for source in said.all(v.PRINTED_IN))),
        start=anchor.start,
        end=anchor.end,
        rule=reading.one(v.RULE),
        policy_iri=policy,
    )


def _title_reading(lookup: Lookup, policy: str) -> Description:
    readings = map(lookup.describe, lookup.subjects(v.READING_OF, policy))
    return next((each for each in readings if each.one(v.FIELD) == "title"), Description({}))


def _clause(lookup: Lookup, clause: str, policy: PolicyRow) -> ClauseRow:
    said = lookup.describe(clause)
    own = anchor_of(lookup, said, v.ANCHOR)
    whole = anchor_of(lookup, said, v.EXTENT)
    return ClauseRow(
        policy_title=policy.title,
        policy_number=policy.number,
        issued=policy.issued,
        path=said.one(v.PATH),
        kind=concept(lookup, said.one(v.TYPE_SUBDIVISION)),
        label=said.one(v.LABEL),
        heading=said.one(v.TITLE),
        file=own.file,
        start=own.start,
        own_end=own.end,
        end=own.end if whole.end is None else whole.end,
        rule=said.one(v.RULE),
        clause_iri=clause,
        parent_iri=said.one(v.IS_PART_OF),
        policy_iri=policy.policy_iri,
    )


def agencies(lookup: Lookup) -> Iterator[AgencyRow]:
    """Give the agencies and groups that occur: by place, name, then IRI."""
    found = []
    for kind, group in ((v.AGENCY, False), (v.AGENCY_GROUP, True)):
        found += [_agency(lookup, node, group) for node in lookup.subjects(v.TYPE, kind)]
    yield from sorted(found, key=lambda a: (a.place_code or "", a.name or "", a.agency_iri))


def _agency(lookup: Lookup, node: str, group: bool) -> AgencyRow:
    said = lookup.describe(node)
    name, place = said.one(v.PREF_LABEL), said.one(v.OF_PLACE)
    return AgencyRow(
        name=name,
        other_names=tuple(each for each in said.all(v.NAME) if each != name),
        group=group,
        provisional=said.flag(v.PROVISIONAL),
        place_code=lookup.shared(place).one(v.CODE) if place else None,
        place=node_name(lookup, place),
        responsibilities=len(lookup.subjects(v.AGENT, node)),
        agency_iri=node,
    )
