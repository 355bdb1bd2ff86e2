"""A record and its text -> the tasks of the document, in the order of the text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from policygraph.model.facts import PREAMBLE, BodyDuty, Deadline, Responsibility
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.tasks.gathering import Gathering, Passage
from policygraph.tasks.passages import tidy
from policygraph.tasks.task import Task


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of one clause."""

    marked: list[Responsibility] = field(default_factory=list)
    inherited: list[Responsibility] = field(default_factory=list)
    spoken: list[BodyDuty] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)


def tasks_of(record: Record, text: str | None, *, every: bool = False) -> tuple[Task, ...]:
    """Give the tasks of a document.

    Args:
        record: what was read of it.
        text: its text, to which the spans of the record point; None, or a text that is too short
            to be it: only headings are at hand.
        every: give passages too that name neither unit nor time.

    A mark closes the words since the mark before it in its clause; marks with nothing between
    them (牵头单位 and 配合单位 on lines of their own) close the same words. A duty of running
    text belongs to the task in which it stands, or else is one with its sentence.
    """
    if text is not None and len(text) < _reach(record):
        text = None
    facts = _facts_by_clause(record)
    places = _Places(record.clauses)
    found: list[Task] = []
    if PREAMBLE in facts:
        outside = Span(0, len(text or ""))  # what stands in no unit may stand behind them all
        for each in _passages(facts[PREAMBLE], outside, text, every=False):
            found.append(_task(PREAMBLE, "", (), each, text, None))
    inner = {clause.parent for clause in record.clauses}
    nothing = _Facts()
    for clause in record.clauses:
        region = _own_words(clause, text)
        of_clause = facts.get(clause.path, nothing)
        listed = every and clause.path not in inner
        for each in _passages(of_clause, region, text, every=listed):
            label, section = places.of(clause)
            found.append(_task(clause.path, label, section, each, text, clause.heading))
    return tuple(sorted(found, key=lambda task: task.span.start))


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


@dataclass(slots=True)
class _Places:
    """What clauses are called: their labels and the headings above them."""

    clauses: Sequence[Clause]
    _known: Mapping[str, Clause] = field(init=False)

    def __post_init__(self) -> None:
        self._known = {clause.path: clause for clause in self.clauses}

    def of(self, clause: Clause) -> tuple[str, tuple[str, ...]]:
        """Give the printed labels down to a clause, and the headings of those above it."""
        above = list(self._above(clause))[::-1]
        labels = "".join(each.label for each in (*above, clause))
        return labels, tuple(each.heading for each in above if each.heading)

    def _above(self, clause: Clause) -> Iterator[Clause]:
        path = clause.parent
        while path is not None:
            if path in self._known:
                yield self._known[path]
            path = path.rpartition("/")[0] or None


def _passages(facts: _Facts, region: Span, text: str | None, *, every: bool) -> list[Passage]:
    """Put the facts of a clause together, passage by passage."""
    gathering = Gathering(region, text)
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


def _task(
    path: str,
    label: str,
    section: tuple[str, ...],
    passage: Passage,
    text: str | None,
    heading: str | None,
) -> Task:
    words = "" if text is None else tidy(text[passage.words.start : passage.words.end])
    span = Span(passage.words.start, passage.words.start) if text is None else passage.words
    units, deadlines = tuple(dict.fromkeys(passage.units)), tuple(dict.fromkeys(passage.deadlines))
    return Task(path, label, section, words or heading or "", span, units, deadlines)
