"""A document of a dataset as it reads after what other documents of the dataset change in it."""

from dataclasses import replace

from policygraph.consolidation.consolidate import consolidate, instrument_of
from policygraph.consolidation.outcome import Consolidation, Instrument, Other
from policygraph.consolidation.sources import Printed, best_fitting, differing, most_read
from policygraph.errors import QueryError
from policygraph.model.record import Record, read_record
from policygraph.model.source import Source
from policygraph.rdf.dataset.changed import changed_by, texts_of
from policygraph.rdf.dataset.folder import Dataset
from policygraph.read import extract_record
from policygraph.registry.registry import Registry, load_registry


def changed_document(dataset: Dataset, policy: str, as_of: str | None = None) -> Consolidation:
    """Carry out what the documents of a dataset change in one of them.

    Where sources print it in other words, they are carried out in each, and the one that they fit
    best is given; the others are named in it.

    Args:
        dataset: the dataset.
        policy: IRI of the document.
        as_of: ISO day; None: all changes count, those of drafts too.

    Raises:
        QueryError: the dataset has no such document, or not its text.
    """
    digests = texts_of(dataset, policy)
    if not digests:
        raise QueryError(
            zh=f"数据集中没有 {policy} 的原文，无法执行修改；请用原文重新构建数据集",
            en=f"{policy}: the dataset does not hold its text, so nothing can be changed in it;"
            " build it from the texts",
        )
    amending = [texts_of(dataset, other) for other in changed_by(dataset, policy)]
    instruments = [
        most_read([instrument_of(*_read(dataset, digest)) for digest in found])
        for found in amending
        if found
    ]
    printed = differing(Printed(*_read(dataset, digest)) for digest in digests)
    tables = load_registry(dataset.own_tables())
    results = [_changed(*one, instruments, as_of, tables) for one in printed]
    chosen = results.pop(best_fitting(results))
    rest = tuple(Other(one.base.source, len(one.failed)) for one in results)
    return replace(chosen, others=rest)


def _changed(
    record: Record,
    text: str,
    instruments: list[Instrument],
    as_of: str | None,
    tables: Registry,
) -> Consolidation:
    def extract(source: Source) -> Record:
        return extract_record(source, tables)

    # read here as what the changes leave will be, so that duties differ by the changes alone: the
    # dataset may have been built by an earlier program, or reviewed
    again = extract(Source(record.source, record.sha256, text))
    base = replace(again, document=record.document)
    return consolidate(base, text, instruments, extract, as_of)


def _read(dataset: Dataset, digest: str) -> tuple[Record, str]:
    """Give the record and the text of a source of the dataset."""
    record = read_record(dataset.path / "records" / f"{digest}.json")
    return record, dataset.text(digest) or ""
