"""A time as it is printed, and the day that it means."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from policygraph.extract.reading import Reading
from policygraph.model.facts import DeadlineKind
from policygraph.model.quick import quickly_made
from policygraph.model.source import Span
from policygraph.model.structure import BlockKind
from policygraph.text.dates import find_dates

_B = BlockKind
_DATED = frozenset((_B.DATE, _B.FOOT))


@quickly_made
@dataclass(frozen=True, slots=True)
class Time:
    """A time as it is printed.

    Attributes:
        span: the printed run.
        kind: how it binds.
        date: ISO date; None where the text gives none.
        every: ISO 8601 duration of what recurs.
        rule: name of the rule.
        yearless: a day without a year, in a document of which no date is known.
        past: it ended before the document, and binds nobody.
    """

    span: Span
    kind: DeadlineKind
    date: str | None
    every: str | None
    rule: str
    yearless: bool = False
    past: bool = False


def issue_date(reading: Reading) -> date | None:
    """Give the date that the document bears; the last one printed by itself, annexes last."""
    text = reading.source.text
    found: str | None = None
    own = [block for block in reading.main_body() if block.kind in _DATED]
    for block in own or reading.of_kind(*_DATED):
        for printed in find_dates(text, block.span.start, block.span.end):
            found = printed.iso if block.kind is _B.DATE or found is None else found
    return date.fromisoformat(found) if found else None


_FARTHEST = 9999  # days or months; what is longer is no time limit that has a day


def later(issued: date, count: int, unit: str) -> str | None:
    """Give the day so many days or months after ``issued``; None for working days and aeons."""
    if count > _FARTHEST:
        return None
    if unit in ("日", "天"):
        return (issued + timedelta(days=count)).isoformat()
    if unit != "个月":
        return None  # holidays are not known
    years, month = divmod(issued.month - 1 + count, 12)
    year = issued.year + years
    return iso(year, month + 1, min(issued.day, calendar.monthrange(year, month + 1)[1]))


def year_of(printed: str | None, issued: date | None) -> int | None:
    """Give the printed year, or that of the document."""
    return int(printed) if printed else issued.year if issued else None


def last_day(year: int | None, month: str | None, day: str | None) -> str | None:
    """Give the last day that 2024年, 2024年6月 or 2024年6月3日 can mean."""
    if year is None:
        return None
    number = int(month or 12)
    if not 1 <= number <= 12:
        return None
    return iso(year, number, int(day) if day else calendar.monthrange(year, number)[1])


def iso(year: int, month: int, day: int) -> str | None:
    """Give the ISO date; None for a day that is none."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
