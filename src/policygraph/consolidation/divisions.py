"""The chapters and sections of a text (编, 章, 节), found by their labels."""

from policygraph.consolidation.division_sentences import LEVELS, Label
from policygraph.consolidation.outcome import Reason
from policygraph.consolidation.places import Places
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.text.numerals import to_int

STYLES = tuple(LEVELS.values())


class Divisions:
    """The chapters and sections of a text, each among those beside it."""

    def __init__(self, places: Places) -> None:
        self._places = places
        found = (one for one in places.record.clauses if one.style in STYLES)
        self._all = sorted(found, key=lambda one: one.start)
        self._beside: dict[tuple[str | None, str], list[Clause]] = {}
        for one in self._all:
            self._beside.setdefault((one.parent, one.style), []).append(one)
        self._articles = sorted(
            (one for one in places.record.clauses if one.style == "article"),
            key=lambda one: one.start,
        )

    def find(self, label: Label) -> Clause | Reason:
        """Give the division of a label; one that leaves its chapter out must be the only one."""
        fitting = [one for one in self._all if self._is(one, label)]
        if len(fitting) == 1:
            return fitting[0]
        return Reason.PLACE_AMBIGUOUS if fitting else Reason.PLACE_UNKNOWN

    def _is(self, clause: Clause, label: Label) -> bool:
        at: Clause | None = clause
        for style, number in reversed(label):
            if at is None or at.style != style or number_of(at) != number:
                return False
            at = self._places.by_path.get(at.parent or "")
        return True

    def row(self, holder: str | None, style: str) -> list[Clause]:
        """Give those of a chapter, or of the text, if numbered from 1 without a gap, else none."""
        found = self._beside.get((holder, style), [])
        rising = [number_of(one) for one in found] == list(range(1, len(found) + 1))
        return found if rising else []

    def holders(self, style: str) -> set[str | None]:
        """Give what divisions of a style stand in; nothing for those at the top."""
        return {holder for holder, own in self._beside if own == style}

    def heading(self, clause: Clause) -> Span:
        """Give the words of a heading, behind its label."""
        begin = self._places.of_clause(clause).words.start
        line = self._places.text[begin : clause.own_end].split("\n", 1)[0]
        return Span(begin, begin + len(line.rstrip()))

    def articles(self, clause: Clause) -> list[Clause]:
        """Give the articles of a division."""
        return [one for one in self._articles if clause.start <= one.start < clause.end]

    def articles_at(self, offset: int, gone: set[str]) -> tuple[str | None, str | None]:
        """Give the last article before an offset and the first behind it, of those that stay."""
        stay = [one for one in self._articles if one.path not in gone]
        before = [one.path for one in stay if one.start < offset]
        after = [one.path for one in stay if one.start >= offset]
        return before[-1] if before else None, after[0] if after else None


def number_of(clause: Clause) -> int | None:
    """Give the number of a division: 第二章 is 2."""
    return to_int(clause.label[1:-1])
