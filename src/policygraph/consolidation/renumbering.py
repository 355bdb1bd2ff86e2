"""条文顺序作相应调整: articles bear other numbers afterwards, and so do references to them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.consolidation.edit import Edit
from policygraph.consolidation.found import Text
from policygraph.consolidation.numbering import Numbering, article_label, articles_of
from policygraph.consolidation.outcome import Instrument
from policygraph.expression import expression
from policygraph.model.facts import PREAMBLE, Amendment, Operation, Target
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.text.numerals import DIGITS, to_int

ORDERED = "amendment.renumbering"
_UNREAD = ("amendment.not-read", "amendment.too-many")
_COUNTS = expression(
    "(?:增|删|合并|拆分|分为)[^。；]{0,40}[条章节]|[条章节][^。；]{0,20}(?:删|合并|拆分|分为)"
)
_OWN = "citation.own-unit"  # the rule by which a text cites its own articles
_N = rf"[{DIGITS}十百千\d]{{1,8}}"
_NUMBER = expression(rf"第{_N}条(?!之)")
_OF_ITSELF = expression(
    "本(?:实施|暂行|试行|若干)?(?:条例|办法|规定|细则|规则|解释|准则|规程|章程|规范|决定|意见|通知|方案|措施|法)"
    "(?:中的?|的)?(?=第)"
)
_PART = rf"第{_N}条(?:之{_N})?(?:第{_N}款)?(?:第[（(]?{_N}[）)]?项)?"
_LISTED = expression(rf"{_PART}(?:(?:[、，]|和|及|或|至|以及|或者){_PART}){{0,40}}")
_LESS = expression("[款项]")


class Renumbered(NamedTuple):
    """A number that is written anew.

    Attributes:
        row: the change, as if the document had said it of this place.
        clause: path of the unit in which the number stands.
    """

    row: Amendment
    clause: str
    edits: tuple[Edit, ...]


def unread(by: Instrument, rows: Sequence[Amendment]) -> bool:
    """Say whether articles may be added or struck by a sentence among changes that was not read."""
    first = min((row.spans[0].start for row in rows if row.spans), default=0)
    return any(
        finding.span is not None
        and finding.code in _UNREAD
        and first <= finding.span.start
        and bool(_COUNTS.search(by.text[finding.span.start : finding.span.end]))
        for finding in by.record.findings
    )


def order_of(by: Instrument, rows: Sequence[Amendment]) -> Span | None:
    """Give where a document orders that the articles of one that it changes be renumbered.

    It stands behind changes of that one, before those of the next.
    """
    own = {id(row) for row in rows}
    starts = sorted(
        (row.spans[0].start, id(row) in own) for row in by.record.amendments if row.spans
    )
    for finding in by.record.findings:
        said = by.text[finding.span.start : finding.span.end] if finding.span else ""
        if finding.code != ORDERED or not finding.span or (_LESS.search(said) and "条" not in said):
            continue
        before = bisect_right(starts, (finding.span.start, True))
        if before and starts[before - 1][1]:
            return finding.span
    return None


def renumbered(
    text: Text, order: Span | None, by: Instrument, target: Target
) -> Iterator[Renumbered]:
    """Give the labels and references that take another number.

    Labels change where the document orders it in general words; references in the text wherever
    all new numbers of articles are ordered.
    """
    numbers = text.numbering
    if numbers is None:
        return
    articles = articles_of(text.places.record)
    changed = {
        before: numbers.numbers[one.path]
        for before, one in enumerate(articles, 1)
        if numbers.numbers.get(one.path, before) != before
    }
    paths = {before: articles[before - 1].path for before in changed}
    if order is None and not set(paths.values()) <= numbers.named:
        return
    at = order or _span_of_moves(by, numbers, text)
    if at is None:
        return
    clause = _clause_at(by, at)
    for before, now in changed.items() if order else ():
        if paths[before] in numbers.named:
            continue
        article = articles[before - 1]
        start = text.places.of_clause(article)
        label = text.printed(Span(start.span.start, start.words.start)).rstrip()
        new = article_label(now, label)
        row = _row(clause, target, article.path, label, new, at)
        edit = Edit(Span(start.span.start, start.span.start + len(label)), new)
        yield Renumbered(row, article.path, (edit,))
    yield from _references(text, changed, clause, target, at)


def unsure(order: Span, by: Instrument, target: Target) -> Amendment:
    """Give the order as a change of its own, where the numbers do not come out."""
    whole = Target(target.title, target.number, None, None)
    path = _clause_at(by, order)
    return Amendment(path, whole, Operation.REPLACE_TEXT, None, None, (), (order,), ORDERED)


def _references(
    text: Text, changed: dict[int, int], clause: str, target: Target, at: Span
) -> Iterator[Renumbered]:
    """Give the places where the text cites its own articles by numbers that change."""
    for found in own_numbers(text.places.record, text.places.text):
        printed = text.printed(found)
        now = changed.get(to_int(printed[1:-1].strip()) or 0)
        place = text.places.clause_at(found.start)
        if now is not None and place is not None:
            new = article_label(now, printed)
            made = _row(clause, target, place, printed, new, at)
            yield Renumbered(made, place, (Edit(found, new),))


def own_numbers(record: Record, text: str) -> list[Span]:
    """Give the numbers of its own articles that a text names: 本法第五条、第六条, 违反第七条.

    Where it says 本…, all are found; where it does not, those that were read as its own.
    """
    spans = {
        Span(*match.span())
        for row in record.citations
        if row.rule == _OWN and row.spans
        for match in _NUMBER.finditer(text, row.spans[0].start, row.spans[-1].end)
    }
    for named in _OF_ITSELF.finditer(text):
        line = text.rfind("\n", 0, named.start()) + 1
        if text.count("“", line, named.start()) > text.count("”", line, named.start()):
            continue  # the words of another text
        listed = _LISTED.match(text, named.end())
        if listed:
            spans |= {Span(*m.span()) for m in _NUMBER.finditer(text, *listed.span())}
    return sorted(spans)


def _row(clause: str, target: Target, path: str, old: str, new: str, at: Span) -> Amendment:
    place = Target(target.title, target.number, path, old)
    return Amendment(clause, place, Operation.REPLACE_TEXT, old, new, (), (at,), ORDERED)


def _span_of_moves(by: Instrument, numbers: Numbering, text: Text) -> Span | None:
    """Give where the last number of an article is said to change."""
    labels = {text.places.by_path[path].label for path in numbers.named}
    spans = [
        row.spans[0]
        for row in by.record.amendments
        if row.spans and row.old in labels and row.old == row.target.locator_as_written
    ]
    return max(spans, default=None)


def _clause_at(by: Instrument, at: Span) -> str:
    inside = [one for one in by.record.clauses if one.start <= at.start < one.end]
    return max(inside, key=lambda one: one.start).path if inside else PREAMBLE
