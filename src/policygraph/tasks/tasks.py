"""A record and its text -> the tasks of the document, in the order of the text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from policygraph.model.facts import PREAMBLE, BodyDuty, Deadline, Responsibility
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.tasks.items import Items
from policygraph.tasks.passages import (
    mark_span,
    own_words,
    paragraph,
    row_words,
    sentence,
    table_row,
    tidy,
    unit_cells,
)
from policygraph.tasks.places import Places
from policygraph.tasks.task import Assigned, Task

_LEAST = 8  # characters: fewer are no task by themselves, but what marks leave: 。 or 等


@dataclass(slots=True)
class _Passage:
    """A task that is being put together."""

    words: Span
    end: int  # of the words and their mark
    segments: set[int] = field(default_factory=set)
    units: list[Assigned] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    row: bool = False  # of a table: it has cells
    unit_cells: list[Span] = field(default_factory=list)  # which its words leave out
    items: list[Span] = field(default_factory=list)  # that its words announce


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of one clause."""

    marked: list[Responsibility] = field(default_factory=list)
    inherited: list[Responsibility] = field(default_factory=list)
    spoken: list[BodyDuty] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)

    @property
    def bears(self) -> bool:
        """Say whether it names units."""
        return bool(self.marked or self.inherited or self.spoken)


def tasks_of(record: Record, text: str | None, *, every: bool = False) -> tuple[Task, ...]:
    """Give the tasks of a document.

    Args:
        record: what was read of it.
        text: its text, to which the spans of the record point; None: only headings are at hand.
        every: give passages too that name neither unit nor time.

    A mark closes the words since the mark before it in its clause; marks with nothing between
    them (牵头单位 and 配合单位 on lines of their own) close the same words. A duty of running
    text belongs to the task in which it stands, or else is one with its sentence; items that the
    sentence announces (履行下列职责：) and that name no units belong to it.
    """
    facts = _facts_by_clause(record)
    places = Places(record.clauses)
    found: list[Task] = []
    if PREAMBLE in facts:
        outside = Span(0, len(text or ""))  # what stands in no unit may stand behind them all
        for each in _passages(facts[PREAMBLE], outside, text, every=False):
            found.append(_task(PREAMBLE, "", (), each, text, None))
    inner = {clause.parent for clause in record.clauses}
    nothing = _Facts()
    items = Items(record.clauses, {path for path, each in facts.items() if each.bears})
    for clause in record.clauses:
        if clause.path in items.taken:
            continue
        region = Span(_behind_label(clause, text), clause.own_end)
        of_clause = facts.get(clause.path, nothing)
        listed = every and clause.path not in inner
        running = int(clause.label) if clause.label.isdecimal() else 0  # of a row of a table
        for each in _passages(of_clause, region, text, every=listed, running=running):
            label, section = places.of(clause, later=each.row and each.words.start > region.start)
            if each.units and text is not None:
                _add_items(each, items.of(clause, each.words, each.end, text), facts)
            found.append(_task(clause.path, label, section, each, text, clause.heading))
    found.sort(key=lambda task: task.span.start)
    return tuple(_named(found, record.responsibilities))


def _named(tasks: Iterable[Task], rows: Iterable[Responsibility]) -> Iterator[Task]:
    """Give a unit that running text names the full name that a mark of the document gives it."""
    full: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.canonical:
            full[row.resolved].add(row.canonical)
            full[row.as_written].add(row.canonical)
    for task in tasks:
        units = (
            replace(unit, name=min(full[unit.resolved]))
            if unit.spoken and len(full.get(unit.resolved, ())) == 1
            else unit
            for unit in task.units
        )
        yield replace(task, units=tuple(units))


def _facts_by_clause(record: Record) -> dict[str, _Facts]:
    found: dict[str, _Facts] = defaultdict(_Facts)
    for row in record.responsibilities:
        facts = found[row.clause]
        (facts.inherited if row.inherited else facts.marked).append(row)
    for duty in record.body_duties:
        found[duty.clause].spoken.append(duty)
    for deadline in record.deadlines:
        found[deadline.clause].deadlines.append(deadline)
    return found


def _passages(
    facts: _Facts, region: Span, text: str | None, *, every: bool, running: int = 0
) -> list[_Passage]:
    """Put the facts of a clause together, passage by passage."""
    found = _closed_by_marks(facts.marked, region, text, running)
    for duty in facts.spoken:
        _add_spoken(duty, found, region, text)
    for deadline in facts.deadlines:
        _add_deadline(deadline, found, region, text)
    if facts.inherited:
        found = found or [_Passage(region, region.end)]
        for passage in found:
            _add_inherited(facts.inherited, passage)
    if every and text is not None:
        found += _rest(found, region, text)
    return sorted(found, key=lambda each: each.words)


def _closed_by_marks(
    rows: Iterable[Responsibility], region: Span, text: str | None, number: int
) -> list[_Passage]:
    found: list[_Passage] = []
    before = region.start
    for segment, group in groupby(rows, key=lambda row: row.segment):
        listed = list(group)
        units = [_assigned(row) for row in listed]
        if text is None:
            if not found:
                found.append(_Passage(region, region.end))
            found[0].segments.add(segment)
            found[0].units += units
            continue
        mark = mark_span(text, Span(region.start, len(text)), listed)
        row = table_row(text, region, mark, listed)
        if row is not None:
            passage = _of_row(found, row)
            passage.unit_cells += unit_cells(text, row, listed)
            passage.segments.add(segment)
            passage.units += units
            before = row.end
            continue
        words, number = own_words(text, before, mark, listed, number)
        if region.start == 0 or mark.start > region.end:
            # in no unit, or behind the items of its unit: the paragraph, not all that lies before
            words = Span(paragraph(text, words.start, words.end), words.end)
        if found and not tidy(text[words.start : words.end]):
            passage = found[-1]
        else:
            passage = _Passage(words, mark.end)
            found.append(passage)
        passage.end = max(passage.end, mark.end)
        passage.segments.add(segment)
        passage.units += units
        before = max(before, mark.end)
    return found


def _of_row(found: list[_Passage], row: Span) -> _Passage:
    """Give the passage of a row of a table; the units of all its cells bear the same task."""
    if not (found and found[-1].row and found[-1].words == row):
        found.append(_Passage(row, row.end, row=True))
    return found[-1]


def _assigned(row: Responsibility) -> Assigned:
    name = row.canonical or row.resolved
    return Assigned(name, row.resolved, row.as_written, row.role, row.group, row.inherited)


def _add_spoken(duty: BodyDuty, found: list[_Passage], region: Span, text: str | None) -> None:
    """Add the unit of a duty in running text to the passage in which it stands."""
    passage = _around(duty.spans, found, region, text)
    named = any(
        duty.role is unit.role and duty.unit in (unit.name, unit.resolved, unit.as_written)
        for unit in passage.units
    )
    if not named:
        unit = Assigned(duty.unit, duty.unit, duty.unit, duty.role, duty.group, spoken=True)
        passage.units.append(unit)


def _add_inherited(rows: Iterable[Responsibility], passage: _Passage) -> None:
    """Add the units of a rule of the whole document: it holds for each task of the clause."""
    named = {(unit.role, unit.resolved) for unit in passage.units}
    passage.units += [_assigned(row) for row in rows if (row.role, row.resolved) not in named]


def _add_deadline(
    deadline: Deadline, found: list[_Passage], region: Span, text: str | None
) -> None:
    at = deadline.spans[0].start if deadline.spans else -1
    of_row = [each for each in found if each.row and each.words.start <= at < each.end]
    of_segment = of_row or [each for each in found if deadline.segment in each.segments]
    passage = of_segment[0] if of_segment else _around(deadline.spans, found, region, text)
    if deadline not in passage.deadlines:
        passage.deadlines.append(deadline)


def _add_items(passage: _Passage, items: Sequence[Clause], facts: Mapping[str, _Facts]) -> None:
    """Add the items that a passage announces, with their times."""
    for item in items:
        passage.items.append(Span(item.start, item.end))
        if item.path in facts:
            passage.deadlines += facts[item.path].deadlines


def _around(
    spans: Sequence[Span], found: list[_Passage], region: Span, text: str | None
) -> _Passage:
    """Give the passage in which something stands; one of its sentence is made where none is."""
    if text is None or not spans:
        if not found:
            found.append(_Passage(region, region.end))
        return found[0]
    span = Span(spans[0].start, spans[-1].end)
    for each in found:
        if each.words.start <= span.start < each.end:
            return each
    words = sentence(text, span, Span(region.start, len(text)))  # it may stand behind the items
    made = _Passage(words, words.end)
    found.append(made)
    return made


def _rest(found: Sequence[_Passage], region: Span, text: str) -> Iterator[_Passage]:
    """Give what no passage holds, where it is long enough to say something."""
    at = region.start
    ends = [*((each.words.start, each.end) for each in sorted(found, key=lambda p: p.words))]
    for start, end in [*ends, (region.end, region.end)]:
        if start > at and len(tidy(text[at:start])) >= _LEAST:
            yield _Passage(Span(at, start), start)
        at = max(at, end)


def _behind_label(clause: Clause, text: str | None) -> int:
    """Give where a clause's words begin; a label may be printed with blanks in it."""
    at = clause.start
    if text is None:
        return at
    for character in clause.label:
        blank = at
        while blank < clause.own_end and text[blank].isspace():
            blank += 1
        if blank >= clause.own_end or text[blank] != character:
            return at
        at = blank + 1
    return at


def _task(
    path: str,
    label: str,
    section: tuple[str, ...],
    passage: _Passage,
    text: str | None,
    heading: str | None,
) -> Task:
    words = "" if text is None else _words(passage, text)
    span = Span(passage.words.start, passage.words.start) if text is None else _span(passage)
    units = tuple(dict.fromkeys(passage.units))
    return Task(path, label, section, words or heading or "", span, units, tuple(passage.deadlines))


def _words(passage: _Passage, text: str) -> str:
    """Give the words of a task on one line; of a row what its other columns do not tell."""
    if not passage.row:
        parts = (passage.words, *passage.items)
        return tidy("".join(text[part.start : part.end] for part in parts))
    times = {str(each.as_written) for each in passage.deadlines}
    return row_words(text, passage.words, passage.unit_cells, times)


def _span(passage: _Passage) -> Span:
    ends = [item.end for item in passage.items]
    return Span(passage.words.start, max([passage.words.end, *ends]))
