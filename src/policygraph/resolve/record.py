"""Facts -> the record: names resolved in context, and to official names where one fits."""

from collections.abc import Iterable
from dataclasses import replace

from policygraph.extract.rules import Facts
from policygraph.model.facts import Document, Responsibility
from policygraph.model.finding import Finding
from policygraph.model.record import Record
from policygraph.model.source import Source
from policygraph.model.structure import Clause
from policygraph.registry.registry import Registry
from policygraph.resolve.agencies import canonical_name, unresolved
from policygraph.resolve.levels import resolve_levels
from policygraph.resolve.told_reforms import differing


def resolve_facts(
    source: Source,
    clauses: tuple[Clause, ...],
    facts: Facts,
    registry: Registry,
    about_structure: Iterable[Finding] = (),
) -> Record:
    """Make the record of a document: pure, and no other document is needed."""
    rows: list[Responsibility] = []
    findings = [*about_structure, *facts.findings]
    for row in resolve_levels(facts.responsibilities, registry):
        resolved, code = _canonical(row, facts.document, registry)
        rows.append(resolved)
        if code and not row.inherited:
            findings.append(unresolved(row, code))
    findings += differing(facts.agency_changes, facts.document, registry)
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
        media_type=source.media_type,
        preamble_end=clauses[0].start if clauses else len(source.text),
    )


def _canonical(
    row: Responsibility, document: Document, registry: Registry
) -> tuple[Responsibility, str]:
    found = canonical_name(row.resolved, document, registry)
    return replace(row, canonical=found.name), found.code


def _place(finding: Finding) -> tuple[int, str, str]:
    return (finding.span.start if finding.span else -1, finding.code, finding.detail)
