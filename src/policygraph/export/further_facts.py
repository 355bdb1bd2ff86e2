"""The facts beside responsibilities and citations as rows."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from policygraph.export.anchors import anchor_of, file_of
from policygraph.export.fact_rows import (
    AgencyChangeRow,
    AmendmentRow,
    BodyDutyRow,
    DeadlineRow,
    FindingRow,
    Placed,
    PostRow,
    QuantityRow,
)
from policygraph.export.lookup import Concept, Description, Lookup
from policygraph.export.names import concept, node_name, work_name
from policygraph.export.rows import ClauseRow, PolicyRow
from policygraph.model.code import Severity
from policygraph.model.codes import CODES
from policygraph.rdf import vocabulary as v

_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}

_DURATION = re.compile(r"P(\d{1,4})([YMWD])")
_PARTS = {"Y": ("年", "年"), "M": ("月", "个月"), "W": ("周", "周"), "D": ("日", "日")}


def _read(lookup: Lookup, said: Description) -> dict[str, Any]:
    anchor = anchor_of(lookup, said, v.ANCHOR)
    where = {"file": anchor.file, "start": anchor.start, "end": anchor.end}
    return {**where, "rule": said.one(v.RULE)}


def _of_clause(lookup: Lookup, clause: ClauseRow, said: Description) -> dict[str, Any]:
    """Give the columns that every fact of a clause has."""
    placed: dict[str, Any] = {name: getattr(clause, name) for name in Placed.__match_args__}
    same = {"clause_iri": clause.clause_iri, "policy_iri": clause.policy_iri}
    return {**placed, **_read(lookup, said), **same}


def _written(said: Description) -> dict[str, Any]:
    return {
        "as_written": said.one(v.AS_WRITTEN),
        "as_written_sha256": said.one(v.AS_WRITTEN_DIGEST),
    }


def _unit(lookup: Lookup, said: Description) -> dict[str, Any]:
    node = said.one(v.AGENCY_OF)
    return {"unit": said.one(v.UNIT_NAME), "agency": node_name(lookup, node), "agency_iri": node}


def body_duty(lookup: Lookup, clause: ClauseRow, node: str, said: Description) -> BodyDutyRow:
    """Read a duty in running text."""
    return BodyDutyRow(
        **_of_clause(lookup, clause, said),
        **_unit(lookup, said),
        **_written(said),
        role=concept(lookup, said.one(v.ROLE)),
        group=said.flag(v.GROUP),
        body_duty_iri=node,
    )


def amendment(lookup: Lookup, clause: ClauseRow, node: str, said: Description) -> AmendmentRow:
    """Read a change to a document."""
    target = said.one(v.TARGET)
    return AmendmentRow(
        **_of_clause(lookup, clause, said),
        operation=concept(lookup, said.one(v.OPERATION)),
        target_title=said.one(v.TARGET_TITLE),
        target_number=said.one(v.TARGET_NUMBER),
        locator=said.one(v.LOCATOR),
        locator_as_written=said.one(v.LOCATOR_AS_WRITTEN),
        old=said.one(v.OLD_TEXT),
        old_sha256=said.one(v.OLD_TEXT_DIGEST),
        new=said.one(v.NEW_TEXT),
        new_sha256=said.one(v.NEW_TEXT_DIGEST),
        based_on=_bases(lookup, said),
        target=work_name(lookup, target) if target else None,
        amendment_iri=node,
        target_iri=target,
    )


def _bases(lookup: Lookup, said: Description) -> tuple[str, ...]:
    """Give the legal bases of a change in their order."""
    bases = sorted(map(lookup.describe, said.all(v.HAS_BASIS)), key=_position)
    return tuple(_basis(each) for each in bases)


def _basis(said: Description) -> str:
    numbers = ((said.number(v.ARTICLE_NUMBER), "条"), (said.number(v.ITEM_NUMBER), "项"))
    units = "".join(f"第{number}{unit}" for number, unit in numbers if number is not None)
    return f"《{said.one(v.CITED_TITLE) or ''}》{units}"


def _position(said: Description) -> int:
    return said.number(v.POSITION) or 0


def agency_change(
    lookup: Lookup, clause: ClauseRow, node: str, said: Description
) -> AgencyChangeRow:
    """Read what became of an agency."""
    old, new = said.one(v.OLD_AGENCY), said.one(v.NEW_AGENCY)
    return AgencyChangeRow(
        **_of_clause(lookup, clause, said),
        kind=concept(lookup, said.one(v.KIND)),
        old=said.one(v.OLD_NAME),
        new=said.one(v.NEW_NAME),
        old_agency=node_name(lookup, old),
        new_agency=node_name(lookup, new),
        functions=said.all(v.FUNCTION),
        cause=said.one(v.CAUSE),
        agency_change_iri=node,
        old_agency_iri=old,
        new_agency_iri=new,
    )


def quantity(lookup: Lookup, clause: ClauseRow, node: str, said: Description) -> QuantityRow:
    """Read a figure."""
    return QuantityRow(
        **_of_clause(lookup, clause, said),
        **_written(said),
        kind=concept(lookup, said.one(v.KIND)),
        value=said.figure(v.VALUE),
        unit=said.one(v.UNIT),
        year=said.number(v.YEAR),
        subject=said.one(v.SUBJECT),
        condition=said.one(v.CONDITION),
        quantity_iri=node,
    )


def deadline(lookup: Lookup, clause: ClauseRow, node: str, said: Description) -> DeadlineRow:
    """Read a time by which, or at which, something must be done."""
    return DeadlineRow(
        **_of_clause(lookup, clause, said),
        **_unit(lookup, said),
        **_written(said),
        segment=said.number(v.SEGMENT),
        kind=concept(lookup, said.one(v.KIND)),
        date=said.one(v.DATE),
        every=_every(said.one(v.EVERY)),
        deadline_iri=node,
    )


def _every(duration: str | None) -> Concept | None:
    """Put an ISO 8601 duration of one part in words: P1Y is 每年, P3M 每3个月."""
    if duration is None:
        return None
    match = _DURATION.fullmatch(duration)
    if match is None:
        return Concept(duration, duration)
    count, part = match.groups()
    one, several = _PARTS[part]
    return Concept(duration, f"每{one}" if count == "1" else f"每{count}{several}")


FACTS: dict[str, tuple[str, Callable[[Lookup, ClauseRow, str, Description], Placed]]] = {
    "body_duties": (v.BODY_DUTY, body_duty),
    "amendments": (v.AMENDMENT, amendment),
    "agency_changes": (v.AGENCY_CHANGE, agency_change),
    "quantities": (v.QUANTITY, quantity),
    "deadlines": (v.DEADLINE, deadline),
}


def posts(lookup: Lookup, policy: PolicyRow) -> tuple[PostRow, ...]:
    """Read the seats of the work groups of a policy, in the order of the text."""
    nodes = lookup.subjects(v.STATED_IN, policy.policy_iri)
    said = {node: lookup.describe(node) for node in nodes}
    return tuple(
        PostRow(
            policy_title=policy.title,
            policy_number=policy.number,
            issued=policy.issued,
            **_read(lookup, said[node]),
            **_unit(lookup, said[node]),
            body=said[node].one(v.BODY_NAME),
            role=said[node].one(v.POST_ROLE),
            post=said[node].one(v.POST_TITLE),
            holder=said[node].number(v.HOLDER),
            post_iri=node,
            policy_iri=policy.policy_iri,
        )
        for node in sorted(said, key=lambda each: (_position(said[each]), each))
    )


def findings(
    lookup: Lookup, policy: PolicyRow, clauses: Sequence[ClauseRow]
) -> tuple[FindingRow, ...]:
    """Read what was found in the files that print a policy, in the order of the text."""
    sources = lookup.shared(policy.policy_iri).all(v.PRINTED_IN)
    found = [
        _finding(lookup, policy, clauses, source, node)
        for source in sources
        for node in lookup.subjects(v.FOUND_IN, source)
    ]
    return tuple(sorted(found, key=lambda row: (row.file or "", row.start or 0, row.finding_iri)))


def _finding(
    lookup: Lookup, policy: PolicyRow, clauses: Sequence[ClauseRow], source: str, node: str
) -> FindingRow:
    said = lookup.describe(node)
    read = _read(lookup, said)
    clause = _clause_at(clauses, read["file"], read["start"])
    code = said.one(v.FINDING_CODE) or ""
    known = CODES.get(code)
    return FindingRow(
        policy_title=policy.title,
        policy_number=policy.number,
        issued=policy.issued,
        path=clause.path if clause else None,
        label=clause.label if clause else None,
        heading=clause.heading if clause else None,
        **{**read, "file": file_of(lookup, source)},
        severity=Concept(known.severity, _SEVERITIES[known.severity]) if known else None,
        message=Concept(known.en, known.zh) if known else None,
        detail=said.one(v.DETAIL),
        code=code,
        finding_iri=node,
        clause_iri=clause.clause_iri if clause else None,
        policy_iri=policy.policy_iri,
    )


def _clause_at(
    clauses: Sequence[ClauseRow], file: str | None, start: int | None
) -> ClauseRow | None:
    """Give the innermost clause at a place; clauses come outer before inner."""
    if start is None:
        return None
    around = [
        c for c in clauses if c.file == file and (c.start or 0) <= start < (c.end or c.own_end or 0)
    ]
    return around[-1] if around else None
