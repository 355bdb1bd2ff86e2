"""The chapters and sections of a text (编, 章, 节), found by their labels."""

from policygraph.consolidation.outcome import Reason
from policygraph.consolidation.places import Places
from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.resolve.divisions import divisions_named, number_of
from policygraph.text.division_labels import LEVELS, Label

Row = tuple[str | None, str]  # what divisions are numbered in, None for the text, and their style

STYLES = tuple(LEVELS.values())
_CONTENTS = expression(r"(?m)^[^\S\n]*目[^\S\n]*[录次][^\S\n]*$")


class Divisions:
    """The chapters and sections of a text, each among those beside it."""

    def __init__(self, places: Places) -> None:
        self._places = places
        found = (one for one in places.record.clauses if one.style in STYLES)
        self._all = sorted(found, key=lambda one: one.start)
        self._beside: dict[tuple[str | None, str], list[Clause]] = {}
        self._running = {style for style in STYLES if self._runs_through(style)}
        for one in self._all:
            self._beside.setdefault(self.row_of(one), []).append(one)
        self._articles = sorted(
            (one for one in places.record.clauses if one.style == "article"),
            key=lambda one: one.start,
        )

    def _runs_through(self, style: str) -> bool:
        """Say whether divisions are numbered through all that hold them: chapters through parts."""
        own = [one for one in self._all if one.style == style]
        holders = {one.parent for one in own}
        return len(holders) > 1 and _rise(own)

    def runs(self, style: str) -> bool:
        """Say whether the divisions of a style are numbered through all that hold them."""
        return style in self._running

    def row_of(self, clause: Clause) -> Row:
        """Give the row in which a division is numbered."""
        return None if clause.style in self._running else clause.parent, clause.style

    def find(self, label: Label) -> Clause | Reason:
        """Give the division of a label; one that leaves its chapter out must be the only one."""
        fitting = divisions_named(label, self._all, self._places.by_path)
        if len(fitting) == 1:
            return fitting[0]
        return Reason.PLACE_AMBIGUOUS if fitting else Reason.PLACE_UNKNOWN

    def row(self, at: Row) -> list[Clause]:
        """Give those of a row if they are numbered from 1 without a gap, else none."""
        found = self._beside.get(at, [])
        return found if _rise(found) else []

    def holders(self, style: str) -> set[str | None]:
        """Give what divisions of a style stand in; nothing for those at the top."""
        return {holder for holder, own in self._beside if own == style}

    def has_contents(self) -> bool:
        """Say whether the text announces its divisions before the first of them (目录)."""
        before = self._places.text[: self._all[0].start] if self._all else ""
        return bool(_CONTENTS.search(before))

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


def _rise(found: list[Clause]) -> bool:
    return [number_of(one) for one in found] == list(range(1, len(found) + 1))
