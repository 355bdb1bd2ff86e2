"""A document of a dataset as it reads after what other documents of the dataset change in it."""

from collections.abc import Iterator

import pyoxigraph as ox

from policygraph.consolidation.consolidate import consolidate, instrument_of
from policygraph.consolidation.outcome import Consolidation
from policygraph.errors import QueryError
from policygraph.model.record import Record, read_record
from policygraph.model.source import Source
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import Dataset
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry


def changed_document(dataset: Dataset, policy: str, as_of: str | None = None) -> Consolidation:
    """Carry out what the documents of a dataset change in one of them.

    Args:
        dataset: the dataset.
        policy: IRI of the document.
        as_of: ISO day; None: all changes count, those of drafts too.

    Raises:
        QueryError: the dataset has no such document, or not its text.
    """
    printed = next(_printed(dataset, policy), None)
    if printed is None:
        raise QueryError(
            zh=f"数据集中没有 {policy} 的原文，无法执行修改；请用原文重新构建数据集",
            en=f"{policy}: the dataset does not hold its text, so nothing can be changed in it;"
            " build it from the texts",
        )
    others = [
        found
        for other in _changed_by(dataset, policy)
        if (found := next(_printed(dataset, other), None)) is not None
    ]
    instruments = [instrument_of(record, text) for record, text in others]
    return consolidate(*printed, instruments, _read, as_of)


def is_changed(dataset: Dataset, policy: str) -> bool:
    """Say whether a document of the dataset, whose text is at hand, is changed by another."""
    node = ox.NamedNode(policy)
    told = next(iter(dataset.store.quads_for_pattern(None, _named(v.TARGET), node)), None)
    return told is not None and next(_printed(dataset, policy), None) is not None


def _printed(dataset: Dataset, policy: str) -> Iterator[tuple[Record, str]]:
    """Give the record and the text of each source that prints a policy."""
    for source in sorted(_objects(dataset, policy, v.PRINTED_IN)):
        for digest in _objects(dataset, source, v.SHA256):
            text = dataset.text(digest)
            if text is not None:
                yield read_record(dataset.path / "records" / f"{digest}.json"), text


def _changed_by(dataset: Dataset, policy: str) -> list[str]:
    """Give the policies that say that they change this one."""
    changes = dataset.store.quads_for_pattern(None, _named(v.TARGET), ox.NamedNode(policy))
    nodes = {quad.subject.value for quad in changes if isinstance(quad.subject, ox.NamedNode)}
    clauses = {clause for node in nodes for clause in _objects(dataset, node, v.OF_CLAUSE)}
    found = {one for clause in clauses for one in _objects(dataset, clause, v.OF_POLICY)}
    return sorted(found - {policy})


def _objects(dataset: Dataset, subject: str, predicate: str) -> set[str]:
    quads = dataset.store.quads_for_pattern(ox.NamedNode(subject), _named(predicate), None)
    return {
        quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode | ox.Literal)
    }


def _named(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _read(source: Source) -> Record:
    return extract_record(source, load_registry())
