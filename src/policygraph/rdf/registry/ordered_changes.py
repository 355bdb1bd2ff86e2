"""Changes that issued, dated documents ordered -> triples on the nodes of those changes.

Said in the graph of the registry, in the terms in which it says its own changes, so that one
question asks both. What the text itself says stands in the graph of the document.
"""

from collections.abc import Iterable, Iterator

from policygraph.model.facts import ChangeKind
from policygraph.model.record import Record
from policygraph.model.reform import Reform
from policygraph.rdf.facts.agency_changes import AGENCY_CHANGES
from policygraph.rdf.scope import Scope
from policygraph.registry.registry import Registry
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.told_reforms import told_reforms


def told_by_all(records: Iterable[Record], registry: Registry) -> list[Reform]:
    """Give the changes that documents which are issued and dated tell."""
    return [
        reform
        for record in records
        for reform in told_reforms(record, registry)
        if reform.when.latest and reform.kind is not ChangeKind.SUBSTITUTE
    ]


def ordered_changes(
    records: Iterable[Record], registry: Registry, lineage: Lineage, base: str
) -> Iterator[tuple[str, Reform]]:
    """Give what documents ordered, each with the IRI of its node; what is not followed is left out.

    Args:
        records: the documents.
        registry: what the registry knows.
        lineage: that of ``told_by_all``; completes a change by what a pattern knows of it.
        base: base IRI of the data.
    """
    for record in records:
        if not record.agency_changes:
            continue
        nodes = AGENCY_CHANGES.iris(record.agency_changes, Scope.of(record, base))
        for (node, _), told in zip(nodes, told_reforms(record, registry), strict=True):
            followed = _followed(told, lineage)
            if followed is not None:
                yield node, followed


def _followed(told: Reform, lineage: Lineage) -> Reform | None:
    if told.kind is ChangeKind.SUBSTITUTE or not told.when.latest:
        return None
    if told.old is None:
        return told
    reforms = lineage.of(told.old)
    if any(r.origin == "registry" and r.ends_the_name == told.ends_the_name for r in reforms):
        return None
    return next((r for r in reforms if _same(r, told)), None)


def _same(found: Reform, told: Reform) -> bool:
    """Say whether one is the other, or the other with the body that took its place."""
    key, other = ((r.event, r.kind, r.functions) for r in (found, told))
    return key == other and (found.new == told.new or not told.new)
