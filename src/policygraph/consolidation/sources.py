"""Several texts that print one document in other words: which of them is changed, and why."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from policygraph.consolidation.outcome import Consolidation, Instrument
from policygraph.consolidation.words import same
from policygraph.model.record import Record


class Printed(NamedTuple):
    """A text of a document, and what was read from it."""

    record: Record
    text: str


def differing(printed: Iterable[Printed]) -> list[Printed]:
    """Give texts without those that are one before but for blanks, widths and quotation marks."""
    found: list[Printed] = []
    for one in printed:
        if not any(same(one.text, other.text) for other in found):
            found.append(one)
    return found


def best_fitting(results: Sequence[Consolidation]) -> int:
    """Give the index of the text that the changes fit: fewest are not carried out there.

    Of several the one that was issued last, else the first.
    """
    days = [one.base.document.issued or "" for one in results]
    fewest = min(len(one.failed) for one in results)
    fitting = [at for at, one in enumerate(results) if len(one.failed) == fewest]
    return max(fitting, key=lambda at: (days[at], -at))


def most_read(instruments: Sequence[Instrument]) -> Instrument:
    """Give the one of several texts of an amending document from which most changes are read."""
    return max(instruments, key=lambda one: (len(one.amendments), -len(one.unread)))
