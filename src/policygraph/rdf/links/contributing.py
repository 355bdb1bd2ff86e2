"""Record -> what it contributes to what documents share."""

from policygraph.model.record import Record
from policygraph.rdf.links.contribution import Contribution
from policygraph.rdf.registry.laws import cited_laws
from policygraph.rdf.scope import policy_iri
from policygraph.registry.registry import Registry
from policygraph.resolve.corpus import bare_title
from policygraph.resolve.occurring import occurring_bodies, occurring_groups
from policygraph.resolve.quotable import quotable_title


def contribution_of(
    record: Record, text: str | None, registry: Registry, base: str
) -> Contribution:
    """Give what a document contributes.

    Args:
        record: its record.
        text: its text; None where it is facts only.
        registry: what is known of agencies and laws.
        base: base IRI of the data.
    """
    return Contribution(
        sha256=record.sha256,
        source=record.source,
        policy=policy_iri(record, base),
        number=record.document.number or "",
        title=bare_title(record.document.title or ""),
        quotable=quotable_title(record, lambda _: text) or "",
        bodies=tuple(sorted(occurring_bodies([record], registry))),
        groups=tuple(sorted(occurring_groups([record], registry))),
        laws=tuple(sorted(cited_laws([record], registry))),
        tells_changes=bool(record.agency_changes),
        clauses=len(record.clauses),
        responsibilities=len(record.responsibilities),
        citations=len(record.citations),
        findings=record.findings,
    )
