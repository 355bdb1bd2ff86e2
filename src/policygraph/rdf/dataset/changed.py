"""Which documents of a dataset change which, as its graphs tell."""

from collections.abc import Iterator

import pyoxigraph as ox

from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import Dataset


def changed_policies(dataset: Dataset) -> Iterator[str]:
    """Give the documents that others change and whose text is at hand, sorted."""
    quads = dataset.store.quads_for_pattern(None, ox.NamedNode(v.TARGET), None)
    targets = {quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)}
    return (policy for policy in sorted(targets) if texts_of(dataset, policy))


def is_changed(dataset: Dataset, policy: str) -> bool:
    """Say whether a document, whose text is at hand, is changed by another."""
    return bool(_changes_of(dataset, policy, limit=1)) and bool(texts_of(dataset, policy))


def texts_of(dataset: Dataset, policy: str) -> list[str]:
    """Give the digests of the sources that print a document and whose texts are at hand."""
    return [digest for digest in sources_of(dataset, policy) if dataset.holds_text(digest)]


def sources_of(dataset: Dataset, policy: str) -> list[str]:
    """Give the digests of the sources that print a document."""
    return [
        digest
        for source in sorted(_objects(dataset, policy, v.PRINTED_IN))
        for digest in _objects(dataset, source, v.SHA256)
    ]


def changed_by(dataset: Dataset, policy: str) -> list[str]:
    """Give the documents that say that they change this one, sorted."""
    changes = _changes_of(dataset, policy)
    clauses = {clause for change in changes for clause in _objects(dataset, change, v.OF_CLAUSE)}
    found = {one for clause in clauses for one in _objects(dataset, clause, v.OF_POLICY)}
    return sorted(found - {policy})


def _changes_of(dataset: Dataset, policy: str, limit: int | None = None) -> set[str]:
    quads = dataset.store.quads_for_pattern(None, ox.NamedNode(v.TARGET), ox.NamedNode(policy))
    found: set[str] = set()
    for quad in quads:
        found.add(quad.subject.value if isinstance(quad.subject, ox.NamedNode) else "")
        if len(found) == limit:
            break
    return found - {""}


def _objects(dataset: Dataset, subject: str, predicate: str) -> set[str]:
    quads = dataset.store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return {q.object.value for q in quads if isinstance(q.object, ox.NamedNode | ox.Literal)}
