"""What became of administrative divisions: one change of one division, with its evidence."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from policygraph.model.reform import When


class PlaceChangeKind(StrEnum):
    """What became of a division."""

    RECODE = "recode"
    REDESIGNATE = "redesignate"
    RENAME = "rename"
    MERGE = "merge"
    END = "end"
    FOUND = "found"


class Coded(NamedTuple):
    """A division as one edition of GB/T 2260 has it: six digits and the name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """One change of one division.

    Attributes:
        kind: what became of it. With ``recode`` and ``rename`` it is the same division, under
            another code or name; with ``redesignate`` (撤县设区) another took its place; with
            ``merge`` it went to one that stood already or took in others too; with ``end`` it is
            not known where it went, with ``found`` not where it came from.
        old: the division as it was; None for ``found``.
        new: the division as it is now; None for ``end``.
        when: the day, or the days of the two editions between which it lies.
        source: where this is known from, in words.
    """

    kind: PlaceChangeKind
    old: Coded | None
    new: Coded | None
    when: When
    source: str

    @property
    def words(self) -> str:
        """The change as it is called in Chinese: 撤县设区."""
        if self.kind is not PlaceChangeKind.REDESIGNATE or not (self.old and self.new):
            return _WORDS[self.kind]
        old = "地" if self.old.name.endswith(("地区", "盟")) else self.old.name[-1]
        return f"撤{old}设{self.new.name[-1]}"


_WORDS = {
    PlaceChangeKind.RECODE: "行政区划代码变更",
    PlaceChangeKind.REDESIGNATE: "行政区划调整",
    PlaceChangeKind.RENAME: "行政区划更名",
    PlaceChangeKind.MERGE: "行政区划并入",
    PlaceChangeKind.END: "撤销行政区划",
    PlaceChangeKind.FOUND: "设立行政区划",
}
