"""One document in several files (.docx and .pdf, or in two folders) changes another only once."""

from collections.abc import Hashable, Iterable, Iterator

from policygraph.consolidation.outcome import Instrument


def without_copies(instruments: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Give instruments without those that are the same document as one before.

    The same are those of one day that have number and title in common, or order word for word the
    same.
    """
    seen: set[Hashable] = set()
    kept = []
    for one in instruments:
        marks = set(_marks(one))
        if not marks & seen:
            kept.append(one)
        seen |= marks
    return tuple(kept)


def _marks(one: Instrument) -> Iterator[Hashable]:
    document = one.record.document
    if document.number and document.title:
        yield one.day, one.draft, document.number, document.title
    if one.amendments:
        rows = one.amendments
        yield (
            one.day,
            one.draft,
            tuple((row.target, row.operation, row.old, row.new) for row in rows),
        )
