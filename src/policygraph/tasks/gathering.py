"""The facts of one clause, put together passage by passage."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from policygraph.model.facts import BodyDuty, Deadline, Responsibility, Role
from policygraph.model.source import Span
from policygraph.tasks.passages import (
    is_time_line,
    mark_span,
    of_table,
    own_words,
    paragraph,
    sentence,
    tidy,
)
from policygraph.tasks.rows import row_of_lines, table_row, unit_cells
from policygraph.tasks.task import Assigned

_LEAST = 8  # characters: fewer are no task by themselves, but what marks leave: 。 or 等


@dataclass(slots=True)
class Passage:
    """A task that is being put together.

    Attributes:
        words: what is to be done.
        start, end: of the words with the mark behind or before them.
        units: who bears it.
        deadlines: until when.
        row: it is a row of a table, with its cells on one line.
        unit_cells: cells of the row that only name units.
        items: which its words announce.
    """

    words: Span
    start: int
    end: int
    units: list[Assigned] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    row: bool = False
    unit_cells: list[Span] = field(default_factory=list)
    items: list[Span] = field(default_factory=list)
    _names: set[tuple[Role, str]] = field(default_factory=set)

    def add(self, units: Iterable[Assigned]) -> None:
        """Add units that bear it."""
        for unit in units:
            self.units.append(unit)
            self._names |= {
                (unit.role, each) for each in (unit.name, unit.resolved, unit.as_written)
            }

    def names(self, role: Role, unit: str) -> bool:
        """Say whether a unit has a role in it already."""
        return (role, unit) in self._names


@dataclass(slots=True)
class Gathering:
    """The passages of a clause; none reaches into another.

    Attributes:
        region: the clause's own words.
        text: the text of the document; None: it is not at hand, and all is one passage.
        running: number of the last row of a table; 0 where none was met.
        found: passages in the order of the text.
    """

    region: Span
    text: str | None
    running: int = 0
    found: list[Passage] = field(default_factory=list)
    _of_segment: dict[int, list[Passage]] = field(default_factory=dict)

    def add_marks(self, rows: Iterable[Responsibility]) -> None:
        """Make passages of what marks close; where they stand in front, of what they open."""
        groups = [list(group) for _, group in groupby(rows, key=_of_one_mark)]
        if self.text is None:
            for listed in groups:
                self._bear(self._only(), listed)
            return
        begin, end = self.region.start, len(self.text)
        placed = sorted(
            ((mark_span(self.text, Span(begin, end), listed), listed) for listed in groups),
            key=lambda each: each[0],
        )
        if self._in_front(placed):
            self._open(placed)
        else:
            self._close(placed)

    def add_duty(self, duty: BodyDuty) -> None:
        """Add the unit of a duty in running text to the passage in which it stands."""
        passage = self._around(duty.spans)
        if not passage.names(duty.role, duty.unit):
            unit = Assigned(duty.unit, duty.unit, duty.unit, duty.role, duty.group, spoken=True)
            passage.add([unit])

    def add_deadline(self, deadline: Deadline) -> None:
        """Add a time to the passage that it is of."""
        at = deadline.spans[0].start if deadline.spans else self.region.start
        before = self._before(at)
        if before and before.row and at < before.end:
            before.deadlines.append(deadline)
            return
        # a table beside marks counts anew: the last that begins before it is meant
        others = self._of_segment.get(deadline.segment, ())
        own = [each for each in others if each.start <= at]
        passage = own[-1] if own else others[0] if others else self._around(deadline.spans)
        passage.deadlines.append(deadline)

    def add_inherited(self, rows: Sequence[Responsibility]) -> None:
        """Add units that only a rule of the whole document names: it holds for each passage."""
        for passage in self.found or [self._only()]:
            passage.add(_assigned(row) for row in rows if not passage.names(row.role, row.resolved))

    def add_rest(self) -> None:
        """Make passages of what none holds, where it is long enough to say something."""
        if self.text is None:
            return
        at, rest, end_of_all = self.region.start, [], (self.region.end, self.region.end)
        for start, end in [
            *((each.start, each.end) for each in self.found),
            end_of_all,
        ]:
            if start > at and len(tidy(self.text[at:start])) >= _LEAST:
                rest.append(Passage(Span(at, start), at, start))
            at = max(at, end)
        self.found = sorted([*self.found, *rest], key=_start)

    def _only(self) -> Passage:
        if not self.found:
            self.found.append(Passage(self.region, *self.region))
        return self.found[0]

    def _bear(
        self, passage: Passage, rows: Sequence[Responsibility], *, closed: bool = True
    ) -> None:
        passage.add(_assigned(row) for row in rows)
        if closed:
            self._of_segment.setdefault(rows[0].segment, []).append(passage)

    def _close(self, placed: Sequence["_Placed"]) -> None:
        text, before = self.text or "", self.region.start
        for mark, rows in placed:
            if of_table(rows) and (row := table_row(text, self.region, mark)) is not None:
                self._add_row(row, rows)
                before = row.end
                continue
            if of_table(rows):
                words, self.running = row_of_lines(text, before, mark, self.running)
            else:
                words = own_words(text, before, mark)
            if self.region.start == 0 or mark.start > self.region.end:
                # in no unit, or behind its items: the paragraph, not all that lies before
                words = Span(paragraph(text, words.start, words.end), words.end)
            if not self.found or tidy(text[words.start : words.end]):
                self.found.append(Passage(words, words.start, mark.end))
            passage = self.found[-1]
            passage.end = max(passage.end, mark.end)
            self._bear(passage, rows)
            before = max(before, mark.end)

    def _add_row(self, row: Span, rows: Sequence[Responsibility]) -> None:
        """Add units to the passage of their row: those of all its cells bear the same task."""
        if not (self.found and self.found[-1].row and self.found[-1].words == row):
            self.found.append(Passage(row, *row, row=True))
        passage = self.found[-1]
        passage.unit_cells += unit_cells(self.text or "", row, rows)
        self._bear(passage, rows)

    def _in_front(self, placed: Sequence["_Placed"]) -> bool:
        """Say whether marks open what they name: none has words before it that are not another's.

        Nothing stands before the first, and something behind the last.
        """
        text, (begin, end) = self.text or "", self.region
        if not placed or begin == 0 or any(of_table(rows) for _, rows in placed):
            return False
        first, last = placed[0][0].start, placed[-1][0].end
        if first > end or last > end or tidy(text[begin:first]):
            return False
        return len(tidy(text[last:end])) >= _LEAST // 2

    def _open(self, placed: Sequence["_Placed"]) -> None:
        """Make passages of what stands behind each mark; times lie where they stand in them."""
        text = self.text or ""
        ends = [*(mark.start for mark, _ in placed[1:]), self.region.end]
        waiting: list[Responsibility] = []
        begin = placed[0][0].start
        for (mark, rows), end in zip(placed, ends, strict=True):
            waiting += rows
            if tidy(text[mark.end : end]):
                passage = Passage(Span(mark.end, max(end, mark.end)), begin, max(end, mark.end))
                self._bear(passage, waiting, closed=False)
                self.found.append(passage)
                waiting, begin = [], end

    def _around(self, spans: Sequence[Span]) -> Passage:
        """Give the passage in which something stands; one of its sentence is made where none is."""
        if self.text is None or not spans:
            return self._only()
        span = Span(spans[0].start, spans[-1].end)
        at = bisect_right(self.found, span.start, key=_start)
        before = self._before(span.start)
        if before and span.start < before.end:
            return before
        free = Span(
            before.end if before else self.region.start,
            self.found[at].start if at < len(self.found) else len(self.text),
        )
        made = self._sentence(span, free)
        insort(self.found, made, key=_start)
        return made

    def _before(self, at: int) -> Passage | None:
        """Give the last passage that begins at a place or before it."""
        index = bisect_right(self.found, at, key=_start)
        return self.found[index - 1] if index else None

    def _sentence(self, span: Span, free: Span) -> Passage:
        text = self.text or ""
        words = sentence(text, span, free)  # it may stand behind the items
        if is_time_line(text, words):
            # 完成时限：… on a line of its own is of the paragraph above it
            above = Span(paragraph(text, free.start, words.start), words.start)
            if tidy(text[above.start : above.end]):
                return Passage(above, above.start, words.end)
        return Passage(words, *words)


_Placed = tuple[Span, list[Responsibility]]


def _start(passage: Passage) -> int:
    return passage.start


def _of_one_mark(row: Responsibility) -> tuple[int, bool]:
    return row.segment, of_table([row])  # a table beside marks counts anew


def _assigned(row: Responsibility) -> Assigned:
    name = row.canonical or row.resolved
    return Assigned(name, row.resolved, row.as_written, row.role, row.group, row.inherited)
