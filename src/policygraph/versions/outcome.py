"""What is the same in two versions of a document, and what is not."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from policygraph.consolidation.outcome import Piece
from policygraph.model.facts import BodyDuty, Citation, Deadline, Quantity, Responsibility
from policygraph.model.record import Record
from policygraph.versions.unit import Unit

Fact = Responsibility | BodyDuty | Deadline | Quantity | Citation


class Kind(StrEnum):
    """What became of a unit."""

    SAME = "same"
    RENUMBERED = "renumbered"  # the same words under another number
    CHANGED = "changed"
    MOVED = "moved"  # it stands elsewhere; its words may have changed as well
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FactChange:
    """Facts of one kind that only one version of a unit has.

    Attributes:
        kind: key of the record: ``responsibilities``, ``body_duties``, ``deadlines``,
            ``quantities`` or ``citations``.
        gone: rows that only the old version has.
        come: rows that only the new one has.
    """

    kind: str
    gone: tuple[Fact, ...]
    come: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit in both versions.

    Attributes:
        old: it in the old version; None: it is new.
        new: it in the new version; None: it is gone.
        kind: what became of it.
        pieces: its words; 0 marks what was taken out or put in, None what stands.
        facts: its facts that differ.
    """

    old: Unit | None
    new: Unit | None
    kind: Kind
    pieces: tuple[Piece, ...]
    facts: tuple[FactChange, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a document.

    Attributes:
        old: what was read from the old one.
        new: what was read from the new one.
        pairs: all units, in the order of the new version.
    """

    old: Record
    new: Record
    pairs: tuple[Pair, ...]

    def __repr__(self) -> str:
        told = ", ".join(f"{count} {kind.value}" for kind, count in sorted(self.counts.items()))
        return f"Versions({self.old.source!r}, {self.new.source!r}: {told})"

    @property
    def counts(self) -> Counter[Kind]:
        """Count the units by what became of them."""
        return Counter(pair.kind for pair in self.pairs)

    @property
    def told(self) -> tuple[Pair, ...]:
        """Give the units whose words, place or facts differ.

        A rule that stands elsewhere (以下任务均需…) may change the facts of a unit that reads
        as before.
        """
        quiet = (Kind.SAME, Kind.RENUMBERED)
        return tuple(pair for pair in self.pairs if pair.kind not in quiet or pair.facts)

    @property
    def renumbered(self) -> tuple[Pair, ...]:
        """Give the units of which only the number differs."""
        return tuple(pair for pair in self.pairs if pair.kind is Kind.RENUMBERED)
