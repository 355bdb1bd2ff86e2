"""The facts of a dataset as rows, one policy at a time, in the order of the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from policygraph.export.lookup import Description, Lookup
from policygraph.export.names import concept, node_name, work_name
from policygraph.export.rows import (
    AgencyRow,
    Anchor,
    CitationRow,
    ClauseRow,
    PolicyRow,
    ResponsibilityRow,
)
from policygraph.rdf import vocabulary as v


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """All rows of one policy, each kind in the order of the text."""

    policy: PolicyRow
    clauses: tuple[ClauseRow, ...]
    responsibilities: tuple[ResponsibilityRow, ...]
    citations: tuple[CitationRow, ...]


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
    """Read one policy with its clauses, responsibilities and citations."""
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
    duties = [_responsibility(lookup, *fact) for fact in facts if _is(fact[2], v.RESPONSIBILITY)]
    cited = [_citation(lookup, *fact) for fact in facts if _is(fact[2], v.CITATION)]
    order = {clause.clause_iri: number for number, clause in enumerate(clauses)}
    duties.sort(
        key=lambda d: (order[d.clause_iri], d.segment or 0, d.start or 0, d.responsibility_iri)
    )
    cited.sort(key=lambda c: (order[c.clause_iri], c.start or 0, c.citation_iri))
    return PolicyFacts(row, tuple(clauses), tuple(duties), tuple(cited))


def _is(said: Description, kind: str) -> bool:
    return kind in said.all(v.TYPE)


def policy_row(lookup: Lookup, policy: str) -> PolicyRow:
    """Read what a policy says of itself."""
    said = lookup.describe(policy)
    reading = _title_reading(lookup, policy)
    anchor = _anchor(lookup, reading, v.ANCHOR)
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
        files=tuple(sorted(_file(lookup, source) for source in said.all(v.PRINTED_IN))),
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
    own = _anchor(lookup, said, v.ANCHOR)
    whole = _anchor(lookup, said, v.EXTENT)
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


def _responsibility(
    lookup: Lookup, clause: ClauseRow, node: str, said: Description
) -> ResponsibilityRow:
    agency = said.one(v.AGENT)
    anchor = _anchor(lookup, said, v.ANCHOR)
    return ResponsibilityRow(
        policy_title=clause.policy_title,
        policy_number=clause.policy_number,
        issued=clause.issued,
        path=clause.path,
        label=clause.label,
        heading=clause.heading,
        segment=said.number(v.SEGMENT),
        role=concept(lookup, said.one(v.ROLE)),
        agency=node_name(lookup, agency),
        resolved=said.one(v.RESOLVED_NAME),
        as_written=said.one(v.AS_WRITTEN),
        group=said.flag(v.GROUP),
        inherited=said.flag(v.INHERITED),
        file=anchor.file,
        start=anchor.start,
        end=anchor.end,
        rule=said.one(v.RULE),
        responsibility_iri=node,
        agency_iri=agency,
        clause_iri=clause.clause_iri,
        policy_iri=clause.policy_iri,
    )


def _citation(lookup: Lookup, clause: ClauseRow, node: str, said: Description) -> CitationRow:
    cited = said.one(v.CITED)
    anchor = _anchor(lookup, said, v.ANCHOR)
    return CitationRow(
        policy_title=clause.policy_title,
        policy_number=clause.policy_number,
        issued=clause.issued,
        path=clause.path,
        label=clause.label,
        heading=clause.heading,
        relation=concept(lookup, said.one(v.RELATION)),
        title=said.one(v.CITED_TITLE),
        number=said.one(v.CITED_NUMBER),
        article=said.number(v.ARTICLE_NUMBER),
        paragraph=said.number(v.PARAGRAPH_NUMBER),
        item=said.number(v.ITEM_NUMBER),
        cited=work_name(lookup, cited) if cited else None,
        in_dataset=bool(cited and lookup.shared(cited).all(v.PRINTED_IN)),
        as_written=said.one(v.AS_WRITTEN),
        as_written_sha256=said.one(v.AS_WRITTEN_DIGEST),
        file=anchor.file,
        start=anchor.start,
        end=anchor.end,
        rule=said.one(v.RULE),
        citation_iri=node,
        cited_iri=cited,
        clause_iri=clause.clause_iri,
        policy_iri=clause.policy_iri,
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


def _file(lookup: Lookup, source: str) -> str:
    return lookup.shared(source).one(v.FILE_NAME) or source


def _anchor(lookup: Lookup, said: Description, predicate: str) -> Anchor:
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for node in said.all(predicate):
        span = lookup.describe(node)
        source, start, end = span.one(v.IN_SOURCE), span.number(v.START), span.number(v.END)
        if source is not None and start is not None and end is not None:
            spans.setdefault((_file(lookup, source), source), []).append((start, end))
    if not spans:
        return Anchor()
    first = min(spans)
    return Anchor(first[0], min(s for s, _ in spans[first]), max(e for _, e in spans[first]))
