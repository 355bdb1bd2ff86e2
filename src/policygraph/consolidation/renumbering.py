"""条文顺序作相应调整: other numbers, references to them, and what of them is no longer right."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policygraph.consolidation.division_edits import label_edit
from policygraph.consolidation.edit import Edit
from policygraph.consolidation.found import Text
from policygraph.consolidation.items import ItemList, changed_lists, item_list, relabelled
from policygraph.consolidation.numbering import (
    Numbering,
    article_label,
    articles_of,
    given_number,
    struck_number,
)
from policygraph.consolidation.orders import Orders
from policygraph.consolidation.outcome import ORDERED, Instrument, Reason
from policygraph.consolidation.references import Reference, own_references, with_number
from policygraph.consolidation.rows import is_move
from policygraph.consolidation.shifts import shifted
from policygraph.expression import expression
from policygraph.model.facts import PREAMBLE, Amendment, Operation, Target
from policygraph.model.source import Span
from policygraph.text.division_labels import printed_of

_UNREAD = ("amendment.not-read", "amendment.too-many")
_COUNTS = expression(
    "(?:增|删|合并|拆分|分为)[^。；]{0,40}[条章节]|[条章节][^。；]{0,20}(?:删|合并|拆分|分为)"
)
_COUNTED = (Operation.ADD_CLAUSE, Operation.DELETE_CLAUSE)


class Renumbered(NamedTuple):
    """A number that is written anew, or that is no longer right.

    Attributes:
        row: the change, as if the document had said it of this place.
        clause: path of the unit in which the number stands; None: it is said of the whole.
        edits: that write it; none where it is only told.
        reason: why it is not written.
    """

    row: Amendment
    clause: str | None
    edits: tuple[Edit, ...]
    reason: Reason | None = None


def unread(by: Instrument, rows: Sequence[Amendment]) -> bool:
    """Say whether articles may be added or struck by a sentence among changes that was not read."""
    first = min((row.spans[0].start for row in rows if row.spans), default=0)
    return any(
        finding.span is not None
        and finding.code in _UNREAD
        and first <= finding.span.start
        and bool(_COUNTS.search(by.text[finding.span.start : finding.span.end]))
        for finding in by.unread
    )


def renumbered(
    text: Text, by: Instrument, rows: Sequence[Amendment], done: Sequence[Amendment]
) -> Iterator[Renumbered]:
    """Give the labels and references that take another number, and what is told of them.

    Args:
        text: as it reads before the changes.
        by: the document that makes them.
        rows: all its changes to the text.
        done: those that are carried out.
    """
    run = _Renumbering(text, by, rows, done)
    yield from run.articles()
    yield from run.divisions()
    yield from run.items()
    yield from run.references()


class _Renumbering:
    """What one document renumbers in a text."""

    def __init__(
        self, text: Text, by: Instrument, rows: Sequence[Amendment], done: Sequence[Amendment]
    ) -> None:
        self._text, self._by, self._rows, self._done = text, by, rows, done
        self._orders = Orders(by, rows)
        self._lists = changed_lists(done, text.places)
        self._articles = articles_of(text.places.record)
        self._changed = self._changed_articles()
        self._clauses: dict[Span, str] = {}

    def articles(self) -> Iterator[Renumbered]:
        """Give the labels of articles that change; one that two bear is told."""
        order, numbers = self._orders.articles, self._text.numbering
        if order and numbers is None and any(map(self._counts, self._rows)):
            yield self._told(order, Reason.NUMBERS_UNKNOWN)
        if order is None and (row := self._twice()) is not None:
            yield self._told(row.spans[0], Reason.NUMBERS_LEFT)
        if order is None or numbers is None:
            return
        for before, now in self._changed.items():
            article = self._articles[before - 1]
            if article.path in numbers.named:
                continue
            place = self._text.places.of_clause(article)
            label = self._text.printed(Span(place.span.start, place.words.start)).rstrip()
            new = article_label(now, label)
            edit = Edit(Span(place.span.start, place.span.start + len(label)), new)
            yield self._written(order, article.path, label, new, edit)

    def divisions(self) -> Iterator[Renumbered]:
        """Give the labels of chapters and sections that change."""
        plan, order = self._text.divisions, self._orders.divisions
        changed = [row for row in self._done if plan.of(row)]
        if changed and plan.divisions.has_contents():
            yield self._told(changed[0].spans[0], Reason.CONTENTS)
        counted = [row for row in self._rows if plan.counts(row)]
        if not counted:
            return
        if not plan.sure or not plan.known():
            if order:
                yield self._told(order, Reason.NUMBERS_UNKNOWN)
            return
        if order is None:
            if plan.left():
                yield self._told(counted[0].spans[0], Reason.NUMBERS_LEFT)
            return
        for path, now in plan.numbers().items():
            if path not in plan.named:
                clause = self._text.places.by_path[path]
                new = printed_of(((clause.style, now),))
                edit = label_edit(clause, new, self._text)
                yield self._written(order, path, clause.label, new, edit)

    def items(self) -> Iterator[Renumbered]:
        """Give the labels of items that change."""
        changing = {row.spans[0] for row in self._rows if row.spans}
        known = {item.path for one in self._lists for item in one.items}
        for row in filter(self._is_item, self._done):
            order = self._orders.items(row.spans, changing)
            found = item_list(row.target, self._text.places)
            paths = set() if isinstance(found, Reason) else {one.path for one in found[0]}
            if order and not paths & known:
                yield self._told(order, Reason.NUMBERS_UNKNOWN)
                break
        for one in self._lists:
            order = self._orders.items(one.sentences, changing)
            if order:
                yield from self._relabelled(one, order)
            elif one.twice():
                yield self._told(one.sentences[0], Reason.NUMBERS_LEFT)

    def references(self) -> Iterator[Renumbered]:
        """Give the references that follow; those that are not ordered to, or cannot, are told."""
        at = self._at()
        if at is None:
            return
        inner = shifted(self._done, self._lists, self._text.places)
        gone = (struck_number(row, self._by.rows) for row in self._done)
        plan = self._text.divisions
        struck = {*(one for one in gone if one), *(plan.struck - set(plan.added))}
        if not (inner or struck or self._changed):
            return
        follows = self._orders.inner or any(map(is_move, self._rows))
        for reference in own_references(self._text.places):
            if reference.paragraph is None and reference.item is None:
                if reference.article in struck:
                    yield self._stale(at, reference)
                elif reference.article in self._changed:
                    yield self._followed(at, reference, self._changed[reference.article])
                continue
            key = (reference.article, reference.paragraph, reference.item)
            now = inner.get(key)
            if now is not None and follows:
                yield self._followed(at, reference, now)
            elif key in inner:
                yield self._stale(at, reference)

    def _changed_articles(self) -> dict[int, int]:
        """Give the new numbers of articles by the old, where all of them are ordered."""
        numbers = self._text.numbering
        if numbers is None:
            return {}
        changed = {
            before: numbers.numbers[one.path]
            for before, one in enumerate(self._articles, 1)
            if numbers.numbers.get(one.path, before) != before
        }
        paths = {self._articles[before - 1].path for before in changed}
        return changed if self._orders.articles or paths <= numbers.named else {}

    def _relabelled(self, one: ItemList, order: Span) -> Iterator[Renumbered]:
        afterwards = one.afterwards()
        if afterwards is None:
            yield self._told(order, Reason.NUMBERS_UNKNOWN)
            return
        for now, before in enumerate(afterwards, 1):
            if before is None or before == now or before in one.moved:
                continue
            item = one.items[before - 1]
            edit = relabelled(item, now, self._text.places)
            if edit is None:
                yield self._told(order, Reason.NUMBERS_UNKNOWN)
                return
            printed = self._text.printed(edit.span)
            new = item.label.replace(printed, edit.new, 1)
            yield self._written(order, item.path, item.label, new, edit)

    def _twice(self) -> Amendment | None:
        """Give a change that gives an article the number of one that stays and keeps it."""
        named = {row.target.locator for row in self._rows if is_move(row)}
        struck = {struck_number(row, self._by.rows) for row in self._done}
        plan = self._text.divisions
        there: set[int | None] = {
            int(last)
            for one in self._text.places.record.clauses
            if one.style == "article" and not one.path.startswith("annex")
            and (last := one.path.rpartition("/")[2]).isdecimal()
            and last not in named and int(last) not in struck and one.path not in plan.gone
        }  # fmt: skip
        for row in self._done:
            division = plan.of(row)
            own = None if self._by.rows.is_merged(row) else given_number(row)
            added = set(plan.articles(division)) if division else {own} - {None}
            if there & added:
                return row
            there |= added
        return None

    def _counts(self, row: Amendment) -> bool:
        """Say whether a change adds, strikes or moves articles."""
        plan = self._text.divisions
        if plan.of(row):
            return plan.counts(row) and bool(plan.struck or plan.added or not plan.sure)
        printed = row.target.locator_as_written or ""
        articles = any(one.style == "article" for one in self._text.places.record.clauses)
        counted = row.operation in _COUNTED or is_move(row)
        return articles and counted and not printed.endswith(("款", "项"))

    def _is_item(self, row: Amendment) -> bool:
        """Say whether a change adds or strikes a unit of a list, and no article or paragraph."""
        printed, locator = row.target.locator_as_written or "", row.target.locator or ""
        plain = not printed.endswith(("条", "款")) and self._text.divisions.of(row) is None
        return plain and row.operation in _COUNTED and locator[-1:].isdecimal()

    def _at(self) -> Span | None:
        """Give where it is said that numbers change: the order, else the last that does it."""
        numbers = self._text.numbering
        moves = _span_of_moves(self._by, numbers, self._text) if numbers else None
        spans = [row.spans[0] for row in self._done if row.spans and row.operation in _COUNTED]
        return self._orders.articles or moves or self._orders.any or max(spans, default=None)

    def _told(self, at: Span, reason: Reason) -> Renumbered:
        target = self._rows[0].target
        whole = Target(target.title, target.number, None, None)
        row = Amendment(
            _clause_at(self._by, at), whole, Operation.REPLACE_TEXT, None, None, (), (at,), ORDERED
        )
        return Renumbered(row, None, (), reason)

    def _written(self, at: Span, path: str, old: str, new: str, edit: Edit) -> Renumbered:
        return Renumbered(self._row(at, path, old, new), path, (edit,))

    def _followed(self, at: Span, reference: Reference, now: int) -> Renumbered:
        printed = self._text.printed(reference.span)
        new = with_number(printed, now)
        edit = Edit(reference.span, new)
        return self._written(at, reference.place, printed, new, edit)

    def _stale(self, at: Span, reference: Reference) -> Renumbered:
        printed = self._text.printed(reference.span)
        row = self._row(at, reference.place, printed, None)
        kept = Edit(reference.span, printed)
        return Renumbered(row, reference.place, (kept,), Reason.REFERENCE)

    def _row(self, at: Span, path: str, old: str, new: str | None) -> Amendment:
        target = self._rows[0].target
        place = Target(target.title, target.number, path, old)
        clause = self._clauses.get(at) or _clause_at(self._by, at)
        self._clauses[at] = clause  # one order may change thousands of numbers
        return Amendment(clause, place, Operation.REPLACE_TEXT, old, new, (), (at,), ORDERED)


def _span_of_moves(by: Instrument, numbers: Numbering, text: Text) -> Span | None:
    """Give where the last number of an article is said to change."""
    labels = {text.places.by_path[path].label for path in numbers.named}
    spans: Iterable[Span] = (
        row.spans[0]
        for row in by.amendments
        if row.spans and row.old in labels and row.old == row.target.locator_as_written
    )
    return max(spans, default=None)


def _clause_at(by: Instrument, at: Span) -> str:
    inside = [one for one in by.record.clauses if one.start <= at.start < one.end]
    return max(inside, key=lambda one: one.start).path if inside else PREAMBLE
