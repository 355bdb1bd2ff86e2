"""A record and its text -> the tasks of the document, in the order of the text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from policygraph.model.facts import PREAMBLE, BodyDuty, Deadline, Responsibility
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.tasks.gathering import Gathering, Passage
from policygraph.tasks.items import Items
from policygraph.tasks.passages import tidy
from policygraph.tasks.places import Places
from policygraph.tasks.rows import row_words
from policygraph.tasks.task import Task


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
        text: its text, to which the spans of the record point; None, or a text that is too short
            to be it: only headings are at hand.
        every: give passages too that name neither unit nor time.

    A mark closes the words since the mark before it in its clause; marks with nothing between
    them (牵头单位 and 配合单位 on lines of their own) close the same words. A duty of running
    text belongs to the task in which it stands, or else is one with its sentence; items that the
    sentence announces (履行下列职责：) and that name no units belong to it.
    """
    if text is not None and len(text) < _reach(record):
        text = None
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
        region = _own_words(clause, text)
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


def _reach(record: Record) -> int:
    """Give how long the text of a record is at least."""
    rows: tuple[Responsibility | BodyDuty | Deadline, ...]
    rows = (*record.responsibilities, *record.body_duties, *record.deadlines)
    ends = (span.end for row in rows for span in row.spans)
    return max((*ends, *(clause.end for clause in record.clauses)), default=0)


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
) -> list[Passage]:
    """Put the facts of a clause together, passage by passage."""
    gathering = Gathering(region, text, running)
    gathering.add_marks(facts.marked)
    for duty in facts.spoken:
        gathering.add_duty(duty)
    for deadline in facts.deadlines:
        gathering.add_deadline(deadline)
    if facts.inherited:
        gathering.add_inherited(facts.inherited)
    if every:
        gathering.add_rest()
    return gathering.found


def _own_words(clause: Clause, text: str | None) -> Span:
    """Give a clause's own words behind its label, which may be printed with blanks in it."""
    whole = Span(clause.start, clause.own_end)
    if text is None:
        return whole
    at = clause.start
    for character in clause.label:
        while at < whole.end and text[at].isspace():
            at += 1
        if at >= whole.end or text[at] != character:
            return whole
        at += 1
    return Span(at, whole.end)


def _add_items(passage: Passage, items: Sequence[Clause], facts: Mapping[str, _Facts]) -> None:
    """Add the items that a passage announces, with their times."""
    for item in items:
        passage.items.append(Span(item.start, item.end))
        if item.path in facts:
            passage.deadlines += facts[item.path].deadlines


def _task(
    path: str,
    label: str,
    section: tuple[str, ...],
    passage: Passage,
    text: str | None,
    heading: str | None,
) -> Task:
    words = "" if text is None else _words(passage, text)
    span = Span(passage.words.start, passage.words.start) if text is None else _span(passage)
    units, deadlines = tuple(dict.fromkeys(passage.units)), tuple(dict.fromkeys(passage.deadlines))
    return Task(path, label, section, words or heading or "", span, units, deadlines)


def _words(passage: Passage, text: str) -> str:
    """Give the words of a task on one line; of a row what its other columns do not tell."""
    if not passage.row:
        parts = (passage.words, *passage.items)
        return tidy("".join(text[part.start : part.end] for part in parts))
    times = {str(each.as_written) for each in passage.deadlines}
    return row_words(text, passage.words, passage.unit_cells, times)


def _span(passage: Passage) -> Span:
    ends = [item.end for item in passage.items]
    return Span(passage.words.start, max([passage.words.end, *ends]))
