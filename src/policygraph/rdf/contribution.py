"""Record -> what it contributes to what documents share: by what others find it, and what it names.

It is kept with the dataset, so that a build need not open the records that have not changed
(``rdf.contributions_file``).
"""

from dataclasses import dataclass

from policygraph.model.finding import Finding
from policygraph.model.record import Record
from policygraph.model.reform import Body
from policygraph.rdf.laws import cited_laws
from policygraph.rdf.scope import policy_iri
from policygraph.registry.registry import Registry
from policygraph.resolve.corpus import bare_title
from policygraph.resolve.occurring import occurring_bodies, occurring_groups
from policygraph.resolve.quotable import quotable_title


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one document contributes, so far as it alone decides.

    Attributes:
        sha256: digest of the source.
        source: name of the file.
        policy: IRI of the document that it prints.
        number: 文号 by which others cite it; "" where it has none.
        title: letters and digits of the title by which others cite it; "" where it has none.
        quotable: title under which its articles are quoted; "" where it has no articles.
        bodies: the agencies of known official name that it names, sorted.
        groups: the collective units that it names, each as code of its place and name, sorted.
        laws: titles of the laws that it cites and the registry knows, sorted.
        tells_changes: it tells what became of agencies.
        clauses: how many it has.
        responsibilities: how many it has.
        citations: how many it has.
        findings: what was seen in it and not understood.
    """

    sha256: str
    source: str
    policy: str
    number: str
    title: str
    quotable: str
    bodies: tuple[Body, ...]
    groups: tuple[tuple[str, str], ...]
    laws: tuple[str, ...]
    tells_changes: bool
    clauses: int
    responsibilities: int
    citations: int
    findings: tuple[Finding, ...]


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
