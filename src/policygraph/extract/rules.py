"""The one list of what is read from a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from policygraph.extract.agency_changes.extractor import extract_agency_changes
from policygraph.extract.amendments.cited_targets import amending
from policygraph.extract.amendments.extractor import extract_amendments
from policygraph.extract.body_duties.extractor import extract_body_duties
from policygraph.extract.citations.extractor import extract_citations
from policygraph.extract.deadlines.extractor import extract_deadlines
from policygraph.extract.document.extractor import extract_document
from policygraph.extract.posts.extractor import extract_posts
from policygraph.extract.quantities.extractor import extract_quantities
from policygraph.extract.reading import Reading, holds_one
from policygraph.extract.responsibilities.extractor import extract_responsibilities
from policygraph.model.facts import (
    AgencyChange,
    Amendment,
    BodyDuty,
    Citation,
    Deadline,
    Document,
    Post,
    Quantity,
    Responsibility,
)
from policygraph.model.finding import Finding
from policygraph.model.source import Source
from policygraph.model.structure import Block, BlockKind, Clause
from policygraph.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read from a document, names as written."""

    document: Document
    responsibilities: tuple[Responsibility, ...]
    citations: tuple[Citation, ...]
    amendments: tuple[Amendment, ...]
    agency_changes: tuple[AgencyChange, ...]
    quantities: tuple[Quantity, ...]
    deadlines: tuple[Deadline, ...]
    posts: tuple[Post, ...]
    body_duties: tuple[BodyDuty, ...]
    findings: tuple[Finding, ...]


def extract_facts(
    source: Source, blocks: Sequence[Block], clauses: Sequence[Clause], registry: Registry
) -> Facts:
    """Read all facts of a document; nothing is looked up outside it but words."""
    reading = Reading(source, blocks, clauses, registry)
    document, about_document = extract_document(reading)
    reading = reading.on(document.issued)
    responsibilities, about_duties = extract_responsibilities(reading)
    citations, about_citations = extract_citations(reading, document.number, document.title)
    amendments, about_amendments = extract_amendments(reading, document, citations)
    changes, about_changes = extract_agency_changes(reading, document, amendments)
    quantities, about_quantities = extract_quantities(reading)
    deadlines, about_deadlines = extract_deadlines(reading, responsibilities)
    posts, about_posts = extract_posts(reading)
    body_duties, about_body_duties = extract_body_duties(reading)
    told = sorted(span.start for field in document.evidence for span in field.spans)
    unread = tuple(
        Finding("text.unclassified", block.span, block.rule)
        for block in reading.of_kind(BlockKind.UNCLASSIFIED)
        if not holds_one(block.span, told)  # （征求意见稿） told the status
    )
    findings = (
        *about_document,
        *about_duties,
        *about_citations,
        *about_amendments,
        *about_changes,
        *about_quantities,
        *about_deadlines,
        *about_posts,
        *about_body_duties,
        *unread,
    )
    return Facts(
        document,
        responsibilities,
        amending(citations, amendments),
        amendments,
        changes,
        quantities,
        deadlines,
        posts,
        body_duties,
        findings,
    )
