"""Carries out what documents change in another, the earliest first, and checks each change.

All changes of one document are made to the text as it read before that document: its numbers and
words are those of that text. What they leave is read again, so that the next finds its places.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from policygraph.consolidation.aims import aims_at
from policygraph.consolidation.copies import without_copies
from policygraph.consolidation.division_plan import DivisionPlan
from policygraph.consolidation.edit import Edit
from policygraph.consolidation.edits import edits_of
from policygraph.consolidation.found import Text
from policygraph.consolidation.numbering import numbering
from policygraph.consolidation.outcome import (
    Change,
    Consolidation,
    Instrument,
    Piece,
    Reason,
)
from policygraph.consolidation.pieces import Dated, Taken, edited
from policygraph.consolidation.places import Places
from policygraph.consolidation.renumbering import Renumbered, renumbered, unread
from policygraph.consolidation.rows import is_move
from policygraph.consolidation.units import unit_spans
from policygraph.consolidation.words import Words
from policygraph.model.facts import Amendment, Operation, Status
from policygraph.model.record import Record
from policygraph.model.source import Source, Span
from policygraph.text.brackets import find_brackets

Read = Callable[[Source], Record]
_AGENCIES = (Operation.REPLACE_AGENCY, Operation.REMOVE_AGENCY, Operation.ADD_AGENCY)


def instrument_of(record: Record, text: str) -> Instrument:
    """Take a document as one that changes others."""
    document = record.document
    draft = document.status is Status.DRAFT
    return Instrument(record, text, document.effective or document.issued, draft)


def consolidate(
    base: Record,
    text: str,
    instruments: Iterable[Instrument],
    read: Read,
    as_of: str | None = None,
) -> Consolidation:
    """Give a document as it reads after the changes of others.

    Args:
        base: the document before all changes.
        text: its text.
        instruments: documents that change it; of each only the changes that are made to it count.
        read: reads a text; what changes leave is read with it.
        as_of: ISO day; changes that count from a later day, or from none that is known, and drafts
            are left out. None: all are carried out.
    """
    ordered = without_copies(sorted(instruments, key=lambda one: (one.draft, one.day or "9999")))
    due = [one for one in ordered if _is_due(one, as_of)]
    run = _Run(base, text)
    for number, instrument in enumerate(due):
        before = run.text
        run.carry_out(number, instrument)
        if run.text != before:
            run.record = read(_source(base, run.text))
    return Consolidation(
        base=base,
        record=run.record,
        pieces=tuple(run.pieces),
        instruments=tuple(due),
        later=tuple(one for one in ordered if not _is_due(one, as_of)),
        changes=tuple(run.changes),
        repealed=run.repealed,
    )


def _is_due(instrument: Instrument, as_of: str | None) -> bool:
    if as_of is None:
        return True
    return not instrument.draft and instrument.day is not None and instrument.day <= as_of


def _source(base: Record, text: str) -> Source:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(base.source, digest, text)


@dataclass(slots=True)
class _Run:
    """A text on its way through the instruments."""

    record: Record
    text: str
    pieces: list[Piece] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    repealed: int | None = None

    def __post_init__(self) -> None:
        self.pieces = [Piece(self.text, start=0)]

    def carry_out(self, number: int, by: Instrument) -> None:
        """Make the changes of one instrument."""
        rows = [row for row in by.amendments if aims_at(row.target, self.record, self.text)]
        text = _text_of(rows, by, Places(self.record, self.text))
        first = len(self.changes)
        found: dict[int, Change] = {}
        taken = Taken()
        for at, row in sorted(enumerate(rows), key=lambda pair: _turn(pair[1], by)):
            found[at], edits = _carried_out(number, row, by, text, taken)
            if found[at].reason and text.divisions.counts(row):
                text.divisions.sure = False
                text = text._replace(numbering=None)  # which articles there are is not sure
            taken.add(Dated(edit.span, edit.new, first + at, edit.rank) for edit in edits)
            if row.operation is Operation.REPEAL_DOCUMENT and not found[at].reason:
                self.repealed = first + at
        self.changes += [found[at] for at in range(len(rows))]
        if any(found[at].reason and is_move(row) for at, row in enumerate(rows)):
            text = text._replace(numbering=None)  # the numbers of the others follow from it
        if rows and not _is_older(by, self.record):
            done = [row for at, row in enumerate(rows) if not found[at].reason]
            self._renumber(number, renumbered(text, by, rows, done), taken)
        self.pieces = edited(self.pieces, taken.in_order())
        self.text = "".join(piece.text for piece in self.pieces if piece.removed is None)

    def _renumber(self, number: int, made: Iterable[Renumbered], taken: Taken) -> None:
        """Write the numbers that units have afterwards, or tell what is not right of them."""
        for one in made:
            free = [edit for edit in one.edits if not taken.holds(edit.span)]
            if one.edits and not free:
                continue  # what a new wording replaces bears its own numbers
            if one.reason:
                self.changes.append(Change(number, one.row, one.clause, reason=one.reason))
                continue
            taken.add(Dated(edit.span, edit.new, len(self.changes)) for edit in free)
            self.changes.append(Change(number, one.row, one.clause, len(free)))


def _text_of(rows: list[Amendment], by: Instrument, places: Places) -> Text:
    """Give a text with what is to be known before any change of a document is made to it."""
    plan = DivisionPlan(by, rows, places)
    others = [row for row in rows if plan.of(row) is None]
    numbers = None
    if plan.sure and not unread(by, rows):
        numbers = numbering(others, places.record, plan.struck, plan.added)
    return Text(places, Words(places.text), plan, _marks(rows, places), numbers)


def _is_older(by: Instrument, record: Record) -> bool:
    """Say whether an instrument was issued before the text: it changes an earlier one."""
    day, issued = by.record.document.issued or by.day, record.document.issued
    return day is not None and issued is not None and day < issued


def _turn(row: Amendment, by: Instrument) -> int:
    """Give when a change of a document is made, among the others.

    What moves goes first, and chapters, for the numbers of all follow from them; then units: a new
    wording of a clause leaves the mark in which they stand. What names no place goes last: it is
    meant for what the others leave of the text.
    """
    if is_move(row) or row in by.divisions:
        return 0
    if row.target.locator is None:
        return 3
    return 1 if row.operation in _AGENCIES else 2


def _carried_out(
    number: int, row: Amendment, by: Instrument, text: Text, taken: Taken
) -> tuple[Change, list[Edit]]:
    """Give what became of a change, and the edits that carry it out beside those made already."""
    # a repeal changes no words, and is told as it is
    older = row.operation is not Operation.REPEAL_DOCUMENT and _is_older(by, text.places.record)
    found = Reason.OLDER if older else edits_of(row, by, text)
    if isinstance(found, Reason):
        return Change(number, row, reason=found), []
    free = [edit for edit in found.edits if not taken.holds(edit.span)]
    # what is said of the whole text is said of what the others leave of it; all else is made whole
    whole = found.together or row.target.locator is not None
    if found.edits and (not free or (whole and len(free) < len(found.edits))):
        return Change(number, row, found.clause, reason=Reason.OVERLAP), []
    return Change(number, row, found.clause, found.times if whole or not free else len(free)), free


def _marks(rows: Iterable[Amendment], places: Places) -> tuple[Span, ...]:
    """Give the marks of clauses in which units change: the brackets around them, else the line."""
    found = []
    for row in rows:
        place = places.find(row.target) if row.operation in _AGENCIES else Reason.PLACE_UNKNOWN
        if isinstance(place, Reason) or place.path is None:
            continue
        brackets = [one.span for one in find_brackets(places.text, *place.span)]
        for span, _ in unit_spans(places, place):
            around = [one for one in brackets if one.start < span.start and span.end < one.end]
            line = places.text.rfind("\n", place.span.start, span.start) + 1
            found.append(min(around, default=Span(max(line, place.span.start), span.end)))
    return tuple(sorted(found))
