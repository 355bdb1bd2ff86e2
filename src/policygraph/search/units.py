"""Record and text -> the units that can be found: the document, and each of its clauses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policygraph.model.facts import PREAMBLE
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.search.folding import fold, fold_name

BORDER = "。"  # between texts that are no neighbours; no word has one (``folding.words_of``)
_WIDE = ("、", "）", "．")  # a label that ends so needs no blank after it


@dataclass(frozen=True, slots=True)
class Unit:
    """What is found as one.

    Attributes:
        path: of the clause; None for the document itself.
        name: label and heading of the clause; the title of the document.
        number: 文号, of a document.
        trail: names of the clauses above it, outermost first.
        spans: its own text: a clause without those below it; of a document what stands outside
            all clauses.
        body: its own text, folded.
        names: of units and cited documents, where its own text does not print them so.
    """

    path: str | None
    name: str
    number: str
    trail: tuple[str, ...]
    spans: tuple[Span, ...]
    body: str
    names: tuple[str, ...]


def units_of(record: Record, text: str | None) -> Iterator[Unit]:
    """Give what can be found of a record, the document first."""
    named = _names(record)
    about = record.document
    title, number = about.title or "", about.number or ""
    outside = tuple(_outside(record)) if text is not None else ()
    names = (*about.issuers, *about.addressed_to, *about.copied_to, *named[PREAMBLE])
    body = _folded(text, outside)
    yield Unit(None, title, number, (), outside, body, _new(names, (title, number), body))
    above = {clause.path: name_of(clause) for clause in record.clauses}
    for clause in record.clauses:
        spans = (Span(clause.start, clause.own_end),) if text is not None else ()
        name = above[clause.path]
        body = _folded(text, spans)
        names = _new(named[clause.path], (name,), body)
        yield Unit(clause.path, name, "", tuple(_trail(clause, above)), spans, body, names)


def name_of(clause: Clause) -> str:
    """Give label and heading: ``（一）加大奖励``, ``1. 目标``."""
    blank = "" if clause.label.endswith(_WIDE) or not clause.heading else " "
    return f"{clause.label}{blank}{clause.heading or ''}"


def _folded(text: str | None, spans: Iterable[Span]) -> str:
    return fold(BORDER.join((text or "")[span.start : span.end] for span in spans))


def _trail(clause: Clause, names: dict[str, str]) -> Iterator[str]:
    parts = clause.path.split("/")
    paths = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
    return (names[path] for path in paths if path in names)


def _outside(record: Record) -> Iterator[Span]:
    """Give the runs that belong to no clause: header, preamble, closing."""
    at = 0
    for start, end in sorted((clause.start, clause.own_end) for clause in record.clauses):
        if start > at:
            yield Span(at, start)
        at = max(at, end)
    if record.characters > at:
        yield Span(at, record.characters)


def _names(record: Record) -> defaultdict[str, list[str | None]]:
    """Give the names of units and documents that facts of each clause hold."""
    names: defaultdict[str, list[str | None]] = defaultdict(list)
    for duty in record.responsibilities:
        names[duty.clause] += (duty.as_written, duty.resolved, duty.canonical)
    for body_duty in record.body_duties:
        names[body_duty.clause].append(body_duty.unit)
    for citation in record.citations:
        names[citation.clause] += (citation.title, citation.number)
    for change in record.agency_changes:
        names[change.clause] += (change.old, change.new)
    return names


def _new(names: Iterable[str | None], printed: Iterable[str], body: str) -> tuple[str, ...]:
    """Leave out the names that are printed so, and all but the first of those alike."""
    different = [name for name in dict.fromkeys(names) if name]
    known = fold(BORDER.join((*printed, ""))) + body if different else ""
    return tuple(name for name in different if fold_name(name) not in known)
