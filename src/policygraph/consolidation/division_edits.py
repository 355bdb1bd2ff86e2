"""A change of a chapter or section -> edits of the text, or why there are none."""

from policygraph.consolidation.division_changes import Division
from policygraph.consolidation.division_plan import articles_in
from policygraph.consolidation.edit import Edit
from policygraph.consolidation.found import Found, Text
from policygraph.consolidation.layout import inserted, put_before, struck
from policygraph.consolidation.outcome import Reason
from policygraph.expression import expression
from policygraph.model.facts import Operation
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.text.division_labels import label_of_one, printed_of

_LABEL = expression("第[^第编章节条\\s]{1,6}[编章节]")
_RANK = 1_000_000_000  # behind the articles that are put in at the same place


def division_edits(division: Division, text: Text) -> Found | Reason:
    """Give the edits that carry a change of a chapter or section out."""
    if division.operation is Operation.ADD_CLAUSE:
        return _added(division, text)
    clause = text.divisions.divisions.find(division.place)
    if isinstance(clause, Reason):
        return clause
    if division.operation is Operation.DELETE_CLAUSE:
        return Found(struck(text.places.of_clause(clause).span, text.places.text), clause.path)
    if division.heading:
        return _renamed(division, clause, text)
    if division.now:
        return _renumbered(division.now, clause, text)
    return _replaced(division, clause, text)


def _added(division: Division, text: Text) -> Found | Reason:
    """Put a new division with its articles where its number has it."""
    words = (division.words or "").strip()
    if division.words is None:
        return Found((), None)  # it stands in what the one before it puts in
    label = _LABEL.match(words)
    if not words or (label and label_of_one(label.group())[-1:] != division.place[-1:]):
        return Reason.WORDING_UNKNOWN
    articles = articles_in(words)
    if not articles:
        heading = words if label else f"{printed_of(division.place[-1:])}{_gap(text)}{words}"
        return _before_article(heading, division, text)
    counted = articles == list(range(articles[0], articles[0] + len(articles)))
    return _put(words, division, articles, text) if label and counted else Reason.WORDING_UNKNOWN


def _put(words: str, division: Division, articles: list[int], text: Text) -> Found | Reason:
    """Put a division beside another, if that is where its articles go, too."""
    beside = text.divisions.beside(division.place)
    if isinstance(beside, Reason):
        return beside
    before, after = beside
    printed, rank = text.places.text, _RANK + division.place[-1][1]
    if after is not None:
        edit = put_before(words, text.places.of_clause(after).span, printed, rank)
    elif before is not None:
        span = text.places.of_clause(before).span
        at = span.start + len(text.printed(span).rstrip())
        edit = Edit(Span(at, at), inserted("\n" + words, printed), rank)
    else:
        return Reason.ANCHOR_UNKNOWN
    plan, numbers = text.divisions, text.numbering
    if numbers is not None:
        there = plan.divisions.articles_at(edit.span.start, plan.gone)
        if any(numbers.behind.get(one) != there for one in articles):
            return Reason.NUMBERS_UNKNOWN
    return Found((edit,), after.path if after else before.path if before else None)


def _before_article(heading: str, division: Division, text: Text) -> Found | Reason:
    """Put a heading alone before the first of the articles that it says stand under it.

    They must be the last of the division before, which keeps others: what is put in between takes
    along all that follows to the next heading.
    """
    named, beside = division.articles, text.divisions.beside(division.place)
    if named is None or "\n" in heading or isinstance(beside, Reason) or beside[0] is None:
        return Reason.ANCHOR_UNKNOWN
    now = text.numbering.numbers if text.numbering else {}
    own = text.divisions.divisions.articles(beside[0])
    numbers = [now.get(one.path, _own_number(one)) for one in own]
    first = numbers.index(named[0]) if named[0] in numbers else 0
    if not first or numbers[first:] != list(range(named[0], named[1] + 1)):
        return Reason.ANCHOR_UNKNOWN
    place = text.places.of_clause(own[first])
    edit = put_before(heading, place.span, text.places.text, _RANK)
    return Found((edit,), own[first].path)


def _own_number(clause: Clause) -> int | None:
    last = clause.path.rpartition("/")[2]
    return int(last) if last.isdecimal() else None


def _renamed(division: Division, clause: Clause, text: Text) -> Found | Reason:
    """Write another heading behind a label that stays, or that takes its new number."""
    span, new = text.divisions.divisions.heading(clause), (division.words or "").strip()
    if not new or "\n" in new:
        return Reason.WORDING_UNKNOWN
    if span.start == span.end:
        return Reason.PLACE_UNKNOWN
    if division.old is not None:
        hits = text.words.find(_LABEL.sub("", division.old), span)
        edits = tuple(Edit(hit, new) for hit in hits)
        return Found(edits, clause.path, len(hits)) if hits else Reason.WORDS_MISSING
    label = _LABEL.match(new)
    if label:
        if label.group() not in _labels(clause, text):
            return Reason.WORDING_UNKNOWN
        new = new[label.end() :].strip()
    return Found((Edit(span, new),), clause.path) if new else Reason.WORDING_UNKNOWN


def _labels(clause: Clause, text: Text) -> set[str]:
    """Give the labels that a division bears before and afterwards."""
    now = text.divisions.numbers().get(clause.path)
    unit = clause.label[-1]
    style = clause.style
    return {clause.label, *([printed_of(((style, now),))[:-1] + unit] if now else [])}


def _renumbered(label: str, clause: Clause, text: Text) -> Found | Reason:
    if not text.divisions.keeps_order(clause):
        return Reason.NUMBERS_UNKNOWN  # it would stand elsewhere, with all its articles
    return Found((label_edit(clause, label, text),), clause.path)


def label_edit(clause: Clause, label: str, text: Text) -> Edit:
    """Give the edit that writes another label."""
    place = text.places.of_clause(clause)
    printed = text.printed(Span(place.span.start, place.words.start))
    return Edit(Span(place.span.start, place.span.start + len(printed.rstrip())), label)


def _replaced(division: Division, clause: Clause, text: Text) -> Found | Reason:
    """Put all of a division anew."""
    words = (division.words or "").strip()
    label = _LABEL.match(words)
    articles = articles_in(words)
    if not label or label.group() not in _labels(clause, text) or not articles:
        return Reason.WORDING_UNKNOWN
    numbers, plan = text.numbering, text.divisions
    if numbers is not None:
        there = plan.divisions.articles_at(clause.start, plan.gone)
        if any(numbers.behind.get(one) != there for one in articles):
            return Reason.NUMBERS_UNKNOWN
    span = text.places.of_clause(clause).span
    end = span.start + len(text.printed(span).rstrip())
    return Found((Edit(Span(span.start, end), inserted(words, text.places.text)),), clause.path)


def _gap(text: Text) -> str:
    for clause in text.places.record.clauses:
        if clause.style in ("chapter", "section"):
            place = text.places.of_clause(clause)
            label = text.printed(Span(place.span.start, place.words.start))
            return label[len(label.rstrip()) :] or "　"
    return "　"
