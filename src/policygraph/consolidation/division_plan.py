"""What becomes of the chapters and sections of a text, counted all at once as articles are."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from policygraph.consolidation.division_changes import Division
from policygraph.consolidation.divisions import STYLES, Divisions, Row
from policygraph.consolidation.numbering import slots
from policygraph.consolidation.outcome import Instrument, Reason
from policygraph.consolidation.places import Places
from policygraph.expression import expression
from policygraph.model.facts import Amendment, Operation
from policygraph.model.structure import Clause
from policygraph.resolve.divisions import number_of
from policygraph.text.division_labels import Label, label_of_one
from policygraph.text.numerals import DIGITS, to_int

_ARTICLE = expression(rf"(?m)^[^\S\n]*第([{DIGITS}十百千\d]{{1,8}})条(?!之)")


@dataclass(slots=True)
class _Counted:
    struck: set[int] = field(default_factory=set)
    added: list[int] = field(default_factory=list)
    moved: dict[int, int] = field(default_factory=dict)


class DivisionPlan:
    """What a document does to the chapters and sections of a text.

    Attributes:
        divisions: those of the text.
        struck: numbers of the articles that go with them.
        added: numbers of the articles that come with them.
        sure: all of it is known; else no number of the text follows from it.
        gone: paths of the articles that go.
    """

    def __init__(self, by: Instrument, rows: Sequence[Amendment], places: Places) -> None:
        self.divisions = Divisions(places)
        self._changes = {row: by.divisions[row] for row in rows if row in by.divisions}
        self._slots: dict[Row, list[int | None] | None] = {}
        self.sure = True
        self.named: set[str] = set()
        for style in STYLES:
            self._count(style)
        self.struck: set[int] = set()
        self.added: list[int] = []
        self.gone: set[str] = set()
        for division in self._changes.values():
            self._articles(division)

    def __bool__(self) -> bool:
        return bool(self._changes)

    def of(self, row: Amendment) -> Division | None:
        """Give what a change says of a chapter or section; None for a change of something else."""
        return self._changes.get(row)

    def row_of(self, label: Label) -> Row | Reason:
        """Give what a new division stands in, of which the number afterwards is known."""
        holder: str | None = None
        style = label[-1][0]
        if self.divisions.runs(style):
            return None, style
        if len(label) == 1:
            known = self.divisions.holders(style)
            if len(known) > 1 or (style == "section" and not known):
                return Reason.PLACE_AMBIGUOUS
            return next(iter(known), None), style
        for depth in range(1, len(label)):
            found = self._afterwards(label[:depth])
            if isinstance(found, Reason):
                return found
            holder = found.path
        return holder, style

    def _afterwards(self, label: Label) -> Clause | Reason:
        """Give the division that bears a label once all is carried out."""
        at = self.row_of(label)
        if isinstance(at, Reason):
            return at
        row, order = self.divisions.row(at), self._slots.get(at)
        if order is None:
            return self.divisions.find(label)
        now = label[-1][1]
        before = order[now - 1] if 0 < now <= len(order) else None
        return Reason.PLACE_UNKNOWN if before is None else row[before - 1]

    def beside(self, label: Label) -> tuple[Clause | None, Clause | None] | Reason:
        """Give the divisions between which a new one goes, of those that stay."""
        at = self.row_of(label)
        if isinstance(at, Reason):
            return at
        order, row = self._slots.get(at), self.divisions.row(at)
        if order is None:
            return Reason.NUMBERS_UNKNOWN if row else Reason.ANCHOR_UNKNOWN
        index = label[-1][1] - 1
        before = [one for one in order[:index] if one is not None]
        after = [one for one in order[index:] if one is not None]
        first = row[before[-1] - 1] if before else None
        second = row[after[0] - 1] if after else None
        if first and second and first.parent != second.parent:
            return Reason.PLACE_AMBIGUOUS  # at the end of one part, or at the beginning of the next
        return first, second

    def numbers(self) -> dict[str, int]:
        """Give the divisions of which the number changes, by their paths."""
        found: dict[str, int] = {}
        for at, order in self._slots.items():
            row = self.divisions.row(at)
            found |= {
                row[before - 1].path: now
                for now, before in enumerate(order or (), 1)
                if before is not None and before != now
            }
        return found

    def left(self) -> bool:
        """Say whether a division that stays ought to bear another number, and none names it."""
        return not self.numbers().keys() <= self.named

    def counts(self, row: Amendment) -> bool:
        """Say whether a change is one of a division, and of more than its heading."""
        division = self._changes.get(row)
        return division is not None and not division.heading

    def known(self) -> bool:
        """Say whether the numbers of all divisions that change come out."""
        return all(order is not None for order in self._slots.values())

    def articles(self, division: Division) -> list[int]:
        """Give the numbers of the articles that a change brings along."""
        return articles_in(division.words or "")

    def keeps_order(self, clause: Clause) -> bool:
        """Say whether the divisions beside one stand in the same order afterwards."""
        order = self._slots.get(self.divisions.row_of(clause))
        stays = [one for one in order or () if one is not None]
        return stays == sorted(stays)

    def _count(self, style: str) -> None:
        counted: dict[Row, _Counted] = {}
        for division in self._changes.values():
            if division.heading or division.place[-1][0] != style:
                continue
            if division.operation is Operation.ADD_CLAUSE:
                at = self.row_of(division.place)
                if isinstance(at, Reason):
                    self.sure = False
                else:
                    counted.setdefault(at, _Counted()).added.append(division.place[-1][1])
                continue
            found = self.divisions.find(division.place)
            if isinstance(found, Reason):
                self.sure = False
                continue
            own = counted.setdefault(self.divisions.row_of(found), _Counted())
            number = number_of(found) or 0
            if division.operation is Operation.DELETE_CLAUSE:
                own.struck.add(number)
            elif division.now:
                own.moved[number] = label_of_one(division.now)[-1][1]
                self.named.add(found.path)
        for at, own in counted.items():
            count = len(self.divisions.row(at))
            self._slots[at] = slots(count, own.struck, own.added, own.moved) if count else None

    def _articles(self, division: Division) -> None:
        if division.heading or division.now:
            return
        if division.operation is not Operation.ADD_CLAUSE:
            found = self.divisions.find(division.place)
            if isinstance(found, Clause):
                own = self.divisions.articles(found)
                self.gone |= {one.path for one in own}
                self.struck |= {to_int(one.label[1:-1]) or 0 for one in own}
        self.added += articles_in(division.words or "")


def articles_in(words: str) -> list[int]:
    """Give the numbers of the articles that new words of a chapter bring along."""
    return [to_int(digits) or 0 for digits in _ARTICLE.findall(words)]
