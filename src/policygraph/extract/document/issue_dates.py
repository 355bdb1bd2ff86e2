"""The day a document was issued: from the date line, the foot, or who adopted it when."""

import itertools
from collections.abc import Collection, Iterator

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Block, BlockKind
from policygraph.text.dates import CHINESE_DATE, PrintedDate, find_dates, restore_broken

_K = BlockKind
_ISSUED = expression("成文|发文|印发|date")
_DIGITS = expression(r"(?:19|20)\d{4,6}")

_ELSEWHERE = {
    _K.METADATA: "issued.metadata",
    _K.FOOT: "issued.printing",
    _K.ADOPTION: "issued.adoption",
}

_JOINTLY = expression(r"\s*[^，。；（）()\d]{2,30}第\s?[^，。；（）()]{1,30}会议[、，]\s*")

_PRINTED = expression("印\\s*发")
_DAY = 30  # characters of a day in brackets, with blanks

# …的通知（2023年4月28日）, as collections print the day behind the title
_BEHIND_TITLE = expression(rf"\s*[（(]\s*{CHINESE_DATE.pattern}\s*[）)]\s*\Z")

IssueDate = tuple[str, Span, str]  # ISO date, where it is printed, rule


def printing_day(reading: Reading) -> str | None:
    """Give the day that the foot names as that of 印发."""
    body = reading.main_body()
    end = body[-1].span.end if body else 0
    for block in reading.of_kind(_K.FOOT):
        if block.span.start < end and _PRINTED.search(reading.source.text, *block.span):
            found = next(find_dates(reading.source.text, *block.span), None)
            return found.iso if found else None
    return None


def title_day(text: str, title: Span) -> PrintedDate | None:
    """Give the day in brackets at the end of a title, and where the brackets stand."""
    start = max(title.start, title.end - _DAY)
    match = _BEHIND_TITLE.search(text, start, title.end)
    found = next(find_dates(text, *match.span()), None) if match else None
    return PrintedDate(found.iso, span_of(match.span())) if match and found else None


def issue_dates(
    reading: Reading,
    published: str | None,
    findings: list[Finding],
    taken: Collection[Span] = (),
    stated: str | None = None,
) -> Iterator[IssueDate]:
    """Give candidates for the date of issue, best first.

    Args:
        reading: the document.
        published: ISO date of publication, which a broken date cannot be later than.
        findings: takes up what was restored or could not be.
        taken: dates that a label of the page names as something else.
        stated: ISO date that the page gives as that of issue; a date line that agrees goes first
            (what is forwarded has a date of its own).
    """
    text = reading.source.text
    body = reading.main_body()
    signature, date = _K.SIGNATURE, _K.DATE
    dated = [block for block in body if block.kind is date] if reading.has(date) else []
    after_signature = [
        b for a, b in itertools.pairwise(body) if a.kind is signature and b.kind is date
    ] if reading.has(signature) else []  # fmt: skip
    agreed = [block for block in dated if stated and _iso(reading, block) == stated]
    for block in [*agreed[:1], *after_signature[-1:], *dated[::-1]]:
        found = next(find_dates(text, *block.span), None)
        if found and found.span in taken:
            continue
        if found:
            yield found.iso, found.span, "issued.date-line"
        elif restored := _restored(reading, block, published, findings):
            yield restored
    for block in body:
        rule = _ELSEWHERE.get(block.kind)
        dates = list(itertools.islice(find_dates(text, *block.span), 2)) if rule else []
        found = dates[0] if dates else None
        if (
            block.kind is _K.ADOPTION
            and dates[1:]
            and _JOINTLY.fullmatch(text, dates[0].span.end, dates[1].span.start)
        ):
            found = dates[1]  # two bodies adopted it, one after the other
        if rule is None or found is None:
            continue
        if block.kind is not _K.METADATA or _ISSUED.search(reading.source.at(block.span)):
            yield found.iso, found.span, rule
    for block in body:
        day = title_day(text, block.span) if block.rule == "title.main" else None
        if day:
            yield day.iso, day.span, "issued.title"
    last = reading.blocks[-1] if reading.blocks else None
    if last and last.kind is date and last not in dated:  # below an annex that ends the text
        for found in find_dates(text, *last.span):
            yield found.iso, found.span, "issued.date-line"


def _iso(reading: Reading, block: Block) -> str | None:
    found = next(find_dates(reading.source.text, *block.span), None)
    return found.iso if found else None


def _restored(
    reading: Reading, block: Block, published: str | None, findings: list[Finding]
) -> IssueDate | None:
    match = _DIGITS.search(reading.source.text, block.span.start, block.span.end)
    if not match:
        return None
    span = span_of(match.span())
    iso = restore_broken(match.group(), published)
    code = "document.broken-date" if iso else "document.ambiguous"
    findings.append(Finding(code, span, "issued.restored", "issued"))
    return (iso, span, "issued.restored") if iso else None
