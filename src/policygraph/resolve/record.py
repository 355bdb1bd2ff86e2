"""Facts -> the record: names resolved in context, and to official names where one fits."""

from collections.abc import Iterable

from policygraph.extract.rules import Facts
from policygraph.model.facts import Responsibility
from policygraph.model.finding import Finding
from policygraph.model.record import Record, digest
from policygraph.model.source import Source
from policygraph.model.structure import Clause
from policygraph.registry.registry import Registry
from policygraph.resolve.agencies import Canonical, canonical_name, unresolved
from policygraph.resolve.ended_names import ended_name
from policygraph.resolve.former_places import out_of_time
from policygraph.resolve.levels import Levelled, resolve_levels
from policygraph.resolve.told_reforms import differing


def resolve_facts(
    source: Source,
    clauses: tuple[Clause, ...],
    facts: Facts,
    registry: Registry,
    about_structure: Iterable[Finding] = (),
) -> Record:
    """Make the record of a document: pure, and no other document is needed."""
    registry = registry.on(facts.document.issued)
    rows: list[Responsibility] = []
    of_file = (Finding(notice.code, None, "reader", notice.detail) for notice in source.notices)
    findings = [*of_file, *about_structure, *facts.findings]
    known: dict[str, Canonical] = {}
    ended: dict[str, str | None] = {}  # names -> what became of them, each looked up once
    for levelled in resolve_levels(facts.responsibilities, registry):
        found = known.get(levelled.resolved)
        if found is None:
            found = canonical_name(levelled.resolved, facts.document, registry)
            known[levelled.resolved] = found
        row = _resolved(levelled, found.name)
        rows.append(row)
        # without a place no unit can be told; the document's own finding says what to do first
        if found.code and not row.inherited and facts.document.jurisdiction:
            if found.code == "agency.unknown" and row.resolved not in ended:
                ended[row.resolved] = ended_name(row.resolved, facts.document, registry)
            findings.append(_unresolved(row, found.code, ended.get(row.resolved)))
    findings += differing(facts.agency_changes, facts.document, registry)
    findings += out_of_time(facts.document, rows, registry)
    return Record(
        source=source.name,
        sha256=source.sha256,
        characters=len(source.text),
        document=facts.document,
        clauses=clauses,
        responsibilities=tuple(rows),
        citations=facts.citations,
        amendments=facts.amendments,
        agency_changes=facts.agency_changes,
        quantities=facts.quantities,
        deadlines=facts.deadlines,
        posts=facts.posts,
        body_duties=facts.body_duties,
        findings=tuple(sorted(findings, key=_place)),
        text_sha256=digest(source.text).sha256,
        media_type=source.media_type,
        preamble_end=clauses[0].start if clauses else len(source.text),
    )


def _unresolved(row: Responsibility, code: str, ended: str | None) -> Finding:
    """Say why the official name of a unit could not be told."""
    if ended is None:
        return unresolved(row, code)
    return Finding("agency.name-ended", row.spans[0], "agency.name-ended", ended)


def _resolved(levelled: Levelled, canonical: str | None) -> Responsibility:
    """Give a row with its names; made outright, ``replace`` takes four times as long."""
    row = levelled.row
    return Responsibility(
        row.clause, row.segment, row.as_written, levelled.resolved, canonical, row.role,
        levelled.group, row.inherited, row.spans, row.rule,
    )  # fmt: skip


def _place(finding: Finding) -> tuple[int, str, str]:
    return (finding.span.start if finding.span else -1, finding.code, finding.detail)
