"""Changes of chapters and sections (章, 节, 编) as rows beside those that the record has."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from policygraph.consolidation.division_sentences import (
    Said,
    said_of_divisions,
    without_quotations,
)
from policygraph.expression import expression
from policygraph.model.facts import PREAMBLE, Amendment, Operation, Relation, Target
from policygraph.model.record import Record
from policygraph.model.source import Span

RULE = "amendment.division"
_UNREAD = ("amendment.not-read", "amendment.renumbering")
_SPEAKS = expression("[编章节]")
_OPENS = expression(r"(?<=[\r\n])(\s*)[“\"「]")
_INNER = str.maketrans("‘’", "“”")


class Division(NamedTuple):
    """A change of a chapter or section.

    Attributes:
        said: the change as read.
        words: its new words as printed, with their line breaks; None where it has none.
        old: words that they replace; None: all.
    """

    said: Said
    words: str | None
    old: str | None


class Divided(NamedTuple):
    """The changes of a document with those of chapters and sections among them.

    Attributes:
        rows: all changes, in the order of the text.
        divisions: those of chapters and sections.
        read: spans of their sentences.
    """

    rows: tuple[Amendment, ...]
    divisions: Mapping[Amendment, Division]
    read: frozenset[Span]


def divided(record: Record, text: str) -> Divided:
    """Read the sentences that change chapters and sections; what the record says of them goes."""
    found: dict[Span, list[tuple[Amendment, Division]]] = {}
    targets = _Targets(record)
    for span in _sentences(record):
        sentence = text[span.start : span.end]
        if not _SPEAKS.search(sentence):
            continue
        words, quoted = without_quotations(sentence)
        said = said_of_divisions(words) if _SPEAKS.search(words) else ()
        if said:
            target, clause = targets.at(span), _clause_at(record, span)
            if target:
                found[span] = [_row(one, quoted, span, target, clause) for one in said]
    if not found:
        return Divided(record.amendments, {}, frozenset())
    kept = [row for row in record.amendments if not (row.spans and row.spans[0] in found)]
    made = [row for pairs in found.values() for row, _ in pairs]
    return Divided(
        _in_order(kept, made),
        {row: division for pairs in found.values() for row, division in pairs},
        frozenset(found),
    )


def as_quoted(words: str) -> str:
    """Give a quotation as it reads where it is put: marks that open each paragraph are no words."""
    if words.count("“") > words.count("”"):
        words = _OPENS.sub(r"\1", words)
    return words.translate(_INNER) if "“" not in words else words


def _sentences(record: Record) -> list[Span]:
    spans = {row.spans[0] for row in record.amendments if len(row.spans) == 1}
    spans |= {one.span for one in record.findings if one.span and one.code in _UNREAD}
    return sorted(spans)


def _row(
    said: Said, quoted: list[str], span: Span, target: Target, clause: str
) -> tuple[Amendment, Division]:
    words = as_quoted("\n".join(quoted[at] for at in said.quoted)) if said.quoted else None
    old = quoted[said.old] if said.old is not None else None
    place = Target(target.title, target.number, said.printed, said.printed)
    before, now = (said.printed, said.now) if said.now else (old, words)
    new = "".join(now.split()) if now else None
    row = Amendment(clause, place, said.operation, before, new, (), (span,), RULE)
    return row, Division(said, words, old)


def _in_order(kept: Iterable[Amendment], made: list[Amendment]) -> tuple[Amendment, ...]:
    """Put rows among others, each before the first of a sentence behind its own."""
    waiting = sorted(made, key=lambda row: row.spans[0].start)
    done: list[Amendment] = []
    for row in kept:
        start = row.spans[0].start if row.spans else 0
        while waiting and waiting[0].spans[0].start < start:
            done.append(waiting.pop(0))
        done.append(row)
    return (*done, *waiting)


def _clause_at(record: Record, at: Span) -> str:
    inside = [one for one in record.clauses if one.start <= at.start < one.end]
    return max(inside, key=lambda one: one.start).path if inside else PREAMBLE


class _Targets:
    """The document that a sentence changes: that of the change before, else of the citation."""

    def __init__(self, record: Record) -> None:
        changes = [
            (row.spans[0].start, row.spans[-1].end, row.target)
            for row in record.amendments
            if row.spans and row.operation is not Operation.REPEAL_DOCUMENT
        ]
        cited = [
            (row.spans[0].start, row.spans[-1].end, Target(row.title, row.number, None, None))
            for row in record.citations
            if row.spans and row.title and row.relation is Relation.AMENDS
        ]
        self._named = sorted([*changes, *cited], key=lambda one: one[:2])
        self._starts = [start for start, _, _ in self._named]
        others = [row for row in record.citations if row.spans and row.title]
        self._cited = sorted((row.spans[0].start, row.title or "") for row in others)

    def at(self, span: Span) -> Target | None:
        """Give what the sentence of a span changes; None where another is named in between."""
        index = bisect_right(self._starts, span.end) - 1
        if index < 0:
            return None
        _, end, target = self._named[index]
        first, last = (bisect_right(self._cited, (offset, "")) for offset in (end, span.start))
        if any(title != target.title for _, title in self._cited[first:last]):
            return None
        return target
