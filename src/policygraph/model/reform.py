"""What became of agencies: one change of one body, with its date and its evidence."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from policygraph.model.facts import ChangeKind

Origin = Literal["registry", "record"]

# The old body, or its name, ends with these, unless the change says that it goes on.
SUCCESSION = frozenset({ChangeKind.RENAME, ChangeKind.MERGE, ChangeKind.SPLIT, ChangeKind.ABOLISH})

UNVERIFIED = "not verified"  # as a source says where a part of the change is taken from elsewhere

# How well a change is known, in Chinese and English.
EVIDENCE_WORDS: dict[bool, tuple[str, str]] = {
    True: ("已核实", "verified"),
    False: ("按全国惯例推定，未核实", "assumed from national practice, not verified"),
}

# In Chinese and English, as said of the old body; in Chinese as the concepts are called.
KIND_WORDS: dict[ChangeKind, tuple[str, str]] = {
    ChangeKind.RENAME: ("更名", "renamed"),
    ChangeKind.MERGE: ("合并", "merged"),
    ChangeKind.SPLIT: ("分设", "split"),
    ChangeKind.ABOLISH: ("撤销", "abolished"),
    ChangeKind.FOUND: ("设立", "founded"),
    ChangeKind.FUNCTION_TRANSFER: ("职能划转", "functions moved"),
    ChangeKind.SUBSTITUTE: ("改写为", "name substituted"),
}


@dataclass(frozen=True, slots=True, order=True)
class Body:
    """A body: one official name of one place.

    Attributes:
        place: GB/T 2260 code; "" where it is not known.
        name: official name.
    """

    place: str
    name: str


@dataclass(frozen=True, slots=True)
class When:
    """When a change took effect, as exactly as it is known. Dates are ISO 8601 days.

    Attributes:
        day: first day of the new state; None: not known to the day.
        not_before: it did not take effect before this day.
        not_after: it had taken effect on this day.
    """

    day: str | None = None
    not_before: str | None = None
    not_after: str | None = None

    @property
    def earliest(self) -> str | None:
        """First day on which it can have taken effect."""
        return self.day or self.not_before

    @property
    def latest(self) -> str | None:
        """Day on which it surely had taken effect."""
        return self.day or self.not_after

    def __str__(self) -> str:
        """Give the day, or the days between which it lies (``2018-03-21/2019-03-31``); else ""."""
        if self.day or not (self.not_before or self.not_after):
            return self.day or ""
        return f"{self.not_before or '…'}/{self.not_after or '…'}"

    def by(self, date: str) -> bool | None:
        """Say whether it had taken effect on a day; None: that cannot be told."""
        if self.latest and self.latest <= date:
            return True
        if self.earliest and self.earliest > date:
            return False
        return None

    def surely_before(self, other: "When") -> bool:
        """Say whether this change was certainly earlier than another."""
        return bool(self.latest and other.earliest and self.latest < other.earliest)


@dataclass(frozen=True, slots=True)
class Reform:
    """One change of one body.

    Attributes:
        event: key of the reform it is part of: ``tax-2018``; of a record its place in it.
        kind: what became of the old body.
        place: GB/T 2260 code of the place whose bodies change.
        old: the body as it was; None where one is founded.
        new: the body as it is now. Several: it is one of these, and not known which. None: ().
        variants: several are names of which the new body took one, none of them older than it.
        when: when it took effect.
        functions: the functions that moved; () where all did, or none.
        cause: why, in short.
        basis: title of the document that ordered it; ``|`` between several.
        basis_number: its 文号; ``|`` between those of several, in their order.
        result: what became of the old body: ``continues``, ``ended``, ``renamed`` or "".
        source: where this is known from, in words; of a record the document.
        origin: ``registry``, or ``record`` where a document says it.
    """

    event: str
    kind: ChangeKind
    place: str
    old: Body | None
    new: tuple[Body, ...]
    when: When
    variants: bool = False
    functions: tuple[str, ...] = ()
    cause: str = ""
    basis: str = ""
    basis_number: str = ""
    result: str = ""
    source: str = ""
    origin: Origin = "registry"

    @property
    def ends_the_name(self) -> bool:
        """Say whether the old name is no longer that of a body."""
        return self.kind in SUCCESSION and self.result != "continues"

    @property
    def verified(self) -> bool:
        """Say whether a source was found for the whole of it.

        Where none was, the change is taken from what was done across the country.
        """
        return UNVERIFIED not in self.source

    @property
    def result_body(self) -> Body | None:
        """The body it led to; None where there is none or it is not known which."""
        return self.new[0] if len(self.new) == 1 else None

    @property
    def formal_basis(self) -> str:
        """What ordered it: ``《title》（number）``, several with 、; "" where it is not known."""
        return "、".join(
            f"《{title}》（{number}）" if number else f"《{title}》"
            for title, number in zip_longest(
                self.basis.split("|"), self.basis_number.split("|"), fillvalue=""
            )
            if title
        )
