"""A review -> the record of its source, as a person corrected it."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from policygraph.extract.reading import mention
from policygraph.model.digest import Digest
from policygraph.model.facts import PREAMBLE, Amendment, Document, FieldEvidence
from policygraph.model.finding import Finding
from policygraph.model.record import Record, digest
from policygraph.model.review import RULE, MissingRow, Review, WrongRow
from policygraph.model.source import Span
from policygraph.review.file import DOCUMENT, closed_up, read_review

SUFFIX = ".review.toml"
_TWICE = 2  # occurrences of a quote after which no more are looked for


def review_path(source: Path) -> Path:
    """Give where the review of a source lies: ``a/b.txt`` -> ``a/b.review.toml``."""
    return source.with_name(source.stem + SUFFIX)


def review_for(source: Path) -> Review | None:
    """Read the review that lies beside a source; None where there is none.

    A file that cannot be used gives a review with ``problems`` and nothing else.
    """
    path = review_path(source)
    return read_review(path) if path.is_file() else None


def with_review(source: Path, record: Record, text: str) -> Record:
    """Give the record with the review beside its source applied, findings included."""
    review = review_for(source)
    if review is None:
        return record
    reviewed, findings = apply_review(record, text, review)
    return replace(reviewed, findings=tuple(sorted((*reviewed.findings, *findings), key=_place)))


def apply_review(record: Record, text: str, review: Review) -> tuple[Record, tuple[Finding, ...]]:
    """Take out the rows that a review calls wrong and put in those it calls missing.

    Args:
        record: the record as read.
        text: the decoded text of its source.
        review: what a person said.

    Returns:
        the record, and findings about the review: entries that no longer fit. Rows put in have
        the rule ``review`` and the spans of their quote, which must occur once in the clause.
    """
    if review.problems:
        return record, tuple(_finding("review.bad-file", problem) for problem in review.problems)
    findings: list[Finding] = []
    if review.sha256 and review.sha256 != record.sha256:
        findings.append(_finding("review.text-changed", review.name))
    for wrong in review.wrong:
        shorter = _without(record, text, wrong)
        if shorter is None:
            findings.append(_finding("review.stale", f"{review.name} {wrong.place}"))
        record = shorter or record
    for missing in review.missing:
        longer = _with(record, text, missing)
        if isinstance(longer, str):
            findings.append(_finding(longer, f"{review.name} {missing.place}"))
        else:
            record = longer
    return record, tuple(findings)


def _finding(code: str, detail: str) -> Finding:
    return Finding(code, None, RULE, detail)


def _place(finding: Finding) -> tuple[int, str, str]:
    return (finding.span.start if finding.span else -1, finding.code, finding.detail)


def _without(record: Record, text: str, wrong: WrongRow) -> Record | None:
    """Give the record without the rows that an entry tells; None where it tells none."""
    if wrong.list == DOCUMENT:
        return _without_fields(record, wrong)
    rows = getattr(record, wrong.list)
    kept = tuple(row for row in rows if not _is_told(row, text, wrong))
    return _changed(record, wrong.list, kept) if len(kept) < len(rows) else None


def _changed(record: Record, name: str, rows: tuple[Any, ...]) -> Record:
    changes: dict[str, Any] = {name: rows}
    return replace(record, **changes)


def _is_told(row: Any, text: str, wrong: WrongRow) -> bool:
    if not _holds(row, wrong.row):
        return False
    spans = row.spans if hasattr(row, "spans") else (row.span,)
    printed = "".join(text[span.start : span.end] for span in spans if span)
    return wrong.quote is None or closed_up(wrong.quote) == closed_up(printed)


def _holds(value: Any, said: Any) -> bool:
    """Say whether a value of a record is what an entry says of it; blanks do not count."""
    if isinstance(said, Mapping):
        return is_dataclass(value) and all(_holds(getattr(value, k), v) for k, v in said.items())
    if isinstance(said, list | tuple):
        return len(said) == len(value) and all(map(_holds, value, said))
    if isinstance(value, Digest):
        return digest(str(said)) == value
    if isinstance(value, str):
        return closed_up(value) == closed_up(str(said))
    return bool(value == said)


def _without_fields(record: Record, wrong: WrongRow) -> Record | None:
    document = record.document
    if not _holds(document, wrong.row):
        return None
    plain = Document()
    evidence = tuple(e for e in document.evidence if e.field not in wrong.row)
    cleared = {name: getattr(plain, name) for name in wrong.row}
    return replace(record, document=replace(document, **cleared, evidence=evidence))


def _with(record: Record, text: str, missing: MissingRow) -> Record | str:
    """Give the record with a row put in, or the code of why it cannot be."""
    clause = getattr(missing.row, "clause", None)
    places = _occurrences(record, text, missing.quote, clause)
    if len(places) != 1:
        return "review.ambiguous" if places else "review.not-found"
    spans = mention(text, places[0]).spans
    if missing.list == DOCUMENT:
        return replace(record, document=_with_fields(record.document, missing.row, spans))
    rows = getattr(record, missing.list)
    row = replace(missing.row, spans=spans)
    if isinstance(row, Amendment):
        row = _located(row, text, places[0])
    return _changed(record, missing.list, _inserted(rows, row))


def _located(row: Amendment, text: str, quote: Span) -> Amendment:
    """Point at the words of a change where its quote prints them once."""
    beside = row.beside
    if beside is not None:
        beside = replace(beside, span=_once(text, beside.words, quote))
    old, new = (_once(text, words, quote) for words in (row.old, row.new))
    return replace(row, old_span=old, new_span=new, beside=beside)


def _once(text: str, words: str | Digest | None, where: Span) -> Span | None:
    if not isinstance(words, str) or not closed_up(words):
        return None
    found = list(islice(_find(text, words, where), _TWICE))
    return found[0] if len(found) == 1 else None


def _with_fields(
    document: Document, values: Mapping[str, Any], spans: tuple[Span, ...]
) -> Document:
    kept = tuple(e for e in document.evidence if e.field not in values)
    added = tuple(FieldEvidence(name, spans, RULE) for name in values)
    return replace(document, **values, evidence=(*kept, *added))


def _inserted(rows: tuple[Any, ...], row: Any) -> tuple[Any, ...]:
    """Put a row behind the last that was read from the text before it."""
    before = [i for i, other in enumerate(rows) if other.spans and other.spans[0] <= row.spans[0]]
    index = before[-1] + 1 if before else 0
    return (*rows[:index], row, *rows[index:])


def _occurrences(record: Record, text: str, quote: str, clause: str | None) -> list[Span]:
    """Find a quote in the own text of a clause; blanks and line breaks inside do not count.

    Two are enough to know that it is ambiguous.
    """
    whole, parts = _scope(record, clause, len(text))
    found: list[Span] = []
    for place in _find(text, quote, whole):
        if not any(part.start <= place.start < part.end for part in parts):
            found.append(place)
        if len(found) == _TWICE:
            break
    return found


def _scope(record: Record, clause: str | None, length: int) -> tuple[Span, list[Span]]:
    """Give where a clause stands, and its parts, which have rows of their own."""
    spans = {c.path: Span(c.start, c.end) for c in record.clauses}
    if clause is None:
        return Span(0, length), []
    if clause == PREAMBLE:
        return Span(0, length), list(spans.values())
    parts = [spans[c.path] for c in record.clauses if c.parent == clause]
    return spans.get(clause, Span(0, 0)), parts


def _find(text: str, quote: str, where: Span) -> Iterator[Span]:
    words = closed_up(quote)
    start = text.find(words[0], where.start, where.end)
    while start >= 0:
        end = _match(text, start, where.end, words)
        if end is not None:
            yield Span(start, end)
        start = text.find(words[0], start + 1, where.end)


def _match(text: str, start: int, limit: int, words: str) -> int | None:
    position = start
    for word in words:
        while position < limit and text[position].isspace():
            position += 1
        if position >= limit or text[position] != word:
            return None
        position += 1
    return position
