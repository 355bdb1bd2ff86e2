"""The orders of a document to renumber what stands behind its changes."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from policygraph.consolidation.outcome import ORDERED, Instrument
from policygraph.model.facts import Amendment
from policygraph.model.source import Span


class Order(NamedTuple):
    """An order to renumber; one that names no kind of unit is meant for all.

    Attributes:
        span: its sentence.
        units: the kinds of units that it names.
    """

    span: Span
    units: str

    def names(self, kinds: str) -> bool:
        """Say whether it is meant for one of some kinds of units."""
        return not self.units or any(unit in self.units for unit in kinds)

    @property
    def articles(self) -> bool:
        """Whether it is said of articles."""
        return self.names("条")

    @property
    def divisions(self) -> bool:
        """Whether it is said of chapters and sections."""
        return self.names("编章节")

    @property
    def items(self) -> bool:
        """Whether it is said of items; who renumbers articles (条文) renumbers what they hold."""
        return self.names("条款项")


class Orders:
    """The orders of a document that are meant for one that it changes.

    Each stands behind changes of that one, before those of the next.
    """

    def __init__(self, by: Instrument, rows: Sequence[Amendment]) -> None:
        own = set(map(id, rows))
        starts = sorted((row.spans[0].start, id(row) in own) for row in by.amendments if row.spans)
        self._all: list[Order] = []
        for finding in by.record.findings:
            if finding.code != ORDERED or finding.span is None:
                continue
            before = bisect_right(starts, (finding.span.start, True))
            if before and starts[before - 1][1]:
                self._all.append(Order(finding.span, finding.detail))

    @property
    def articles(self) -> Span | None:
        """Give the order that articles be renumbered."""
        return next((one.span for one in self._all if one.articles), None)

    @property
    def divisions(self) -> Span | None:
        """Give the order that chapters and sections be renumbered."""
        return next((one.span for one in self._all if one.divisions), None)

    @property
    def any(self) -> Span | None:
        """Give the first order, whatever it is said of."""
        return next((one.span for one in self._all), None)

    @property
    def inner(self) -> bool:
        """Say whether what articles hold is to be renumbered anywhere."""
        return any(one.items for one in self._all)

    def items(self, sentences: Iterable[Span], changing: set[Span]) -> Span | None:
        """Give the order that the items of a list be renumbered.

        Args:
            sentences: those that change the list; an order in one of them is meant for its list.
            changing: those of all changes; an order in another of them is meant for another list.
        """
        own = set(sentences)
        meant = (one.span for one in self._all if one.items)
        return next((span for span in meant if span in own or span not in changing), None)
