"""Printed dates -> ISO 8601: 2021年9月28日, 二〇〇五年六月十一日, 2024 年 11 月 22 日."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.text.numerals import DIGITS, to_int

_N = rf"[\d０-９{DIGITS}十]"
_LETTER_O = "OoＯ○0０"  # typed for 〇 in 二OO六年
_YEAR = rf"(?P<year>(?:[\d０-９]\s?){{4}}|[{DIGITS}{_LETTER_O}]{{4}})"
CHINESE_DATE = expression(
    rf"{_YEAR}\s*年\s*(?P<month>{_N}{{1,3}}(?:\s\d)?)\s*月\s*(?P<day>{_N}{{1,3}}(?:\s\d)?)\s*日"
)
NUMERIC_DATE = expression(
    r"(?P<year>\d(?<!\d\d)\d{3})([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)"
)
_FIRST, _LAST = 1949, 2099


class PrintedDate(NamedTuple):
    """A date and where it is printed."""

    iso: str
    span: Span


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[PrintedDate]:
    """Find all complete dates in ``text[start:end]``, in order."""
    stop = len(text) if end is None else end
    chinese = CHINESE_DATE.finditer(text, start, stop) if text.find("年", start, stop) >= 0 else ()
    matches = [*chinese, *NUMERIC_DATE.finditer(text, start, stop)]
    for match in sorted(matches, key=lambda m: m.start()):
        iso = iso_date(match["year"], match["month"], match["day"])
        if iso:
            yield PrintedDate(iso, Span(match.start(), match.end()))


def iso_date(year: str, month: str, day: str) -> str | None:
    """Give ``YYYY-MM-DD``; None where the three are no date between 1949 and 2099."""
    if year[:1] in DIGITS:
        year = re.sub(f"[{_LETTER_O}]", "〇", year)
    numbers = (to_int(year), to_int(month), to_int(day))
    if any(number is None for number in numbers):
        return None
    y, m, d = (number or 0 for number in numbers)
    if not _FIRST <= y <= _LAST:
        return None
    try:
        return date(y, m, d).isoformat()
    except ValueError:
        return None


def restore_broken(digits: str, not_after: str | None) -> str | None:
    """Read a date whose 年, 月 and 日 were lost in print: ``2023210`` -> 2023-02-10.

    Args:
        digits: the run of digits.
        not_after: ISO date (of publication, say) that the date cannot be later than.

    Returns:
        the only possible reading; None where there is none or more than one.
    """
    if not re.fullmatch(r"(?:19|20)\d{4,6}", digits):
        return None
    year, rest = digits[:4], digits[4:]
    splits = ((rest[:cut], rest[cut:]) for cut in range(1, len(rest)))
    plain = ((m, d) for m, d in splits if len(m) < 3 and len(d) < 3 and m[0] != "0" != d[0])
    padded = [(rest[:2], rest[2:])] if len(rest) == 4 else []
    found = {iso_date(year, m, d) for m, d in [*plain, *padded]} - {None}
    possible = {iso for iso in found if iso and (not_after is None or iso <= not_after)}
    return possible.pop() if len(possible) == 1 else None


def days_later(iso: str, days: int) -> str:
    """Give the day that is ``days`` after ``iso``."""
    return date.fromordinal(date.fromisoformat(iso).toordinal() + days).isoformat()


def months_after(iso: str, months: int) -> str:
    """Give the first day behind a term of ``months`` that begins on ``iso``."""
    return days_later(months_later(iso, months), 1)


def years_later(iso: str, years: int) -> str:
    """Give the last day of a term of ``years`` that begins on ``iso``."""
    begin = date.fromisoformat(iso)
    try:
        end = begin.replace(year=begin.year + years)
    except ValueError:  # 29 February
        end = begin.replace(year=begin.year + years, day=28)
        return end.isoformat()
    return date.fromordinal(end.toordinal() - 1).isoformat()


def months_later(iso: str, months: int) -> str:
    """Give the last day of a term of ``months`` that begins on ``iso``."""
    begin = date.fromisoformat(iso)
    year, month = divmod(begin.month - 1 + months, 12)
    for day in range(begin.day, 0, -1):
        try:
            end = date(begin.year + year, month + 1, day)
        except ValueError:
            continue
        return date.fromordinal(end.toordinal() - 1).isoformat()
    raise AssertionError("every month has a first day")
