"""The year of a line that leads others: 到2025年，实现以下目标：, and what stands below it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from policygraph.expression import expression
from policygraph.extract.quantities.years import Year, goal_years, year_before
from policygraph.extract.reading import Reading
from policygraph.model.facts import PREAMBLE
from policygraph.model.source import Span
from policygraph.model.structure import Clause

_AIMS = expression("目标(?:任务)?$")  # the heading of a list of aims
_AIMED = expression(r"[^。，；：]{0,20}目标(?:任务)?。")
_YEARS = (expression("20"), expression("五"))
_COLONS = ("：", ":")
_DASHES = ("—", "－", "-", "●", "•", "·")  # begin the lines of a list without numbers
_INTRO = 600  # characters at the end of a clause's own text that lead the units below it
_HEADING = 30  # characters of the heading of a list of aims, at most


class Leads:
    """Which year governs the lines and units below a line that names it."""

    def __init__(self, reading: Reading) -> None:
        self._led = list(_led_by(reading))
        self._starts = [span.start for span, _ in self._led]
        self._clauses: Mapping[str, Clause] = {clause.path: clause for clause in reading.clauses}
        self._text = reading.source.text
        self._known: dict[str, Year | None] = {}
        self._aims: dict[str, bool] = {"": False}

    def year(self, clause: str, offset: int) -> Year | None:
        """Give the year that governs what stands at ``offset`` in ``clause``; None without one."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._led[index][0].end:
            return self._led[index][1]
        parent = clause.rpartition("/")[0]
        while parent:
            if (year := self._of_clause(parent)) is not None:
                return year
            parent = parent.rpartition("/")[0]
        return None

    def has_aims(self, clause: str) -> bool:
        """Say whether a clause, or one around it, is headed as a list of aims."""
        known = self._aims.get(clause)
        if known is None:
            found = self._clauses.get(clause)
            known = found is not None and _is_aims(found, self._text)
            known = self._aims[clause] = known or self.has_aims(clause.rpartition("/")[0])
        return known

    def _of_clause(self, path: str) -> Year | None:
        if path not in self._known:
            clause = self._clauses.get(path)
            self._known[path] = _leading(clause, self._text) if clause else None
        return self._known[path]


def _is_aims(clause: Clause, text: str) -> bool:
    """Say whether a clause is headed as a list of aims: by its heading, or a line 发展目标。."""
    heading = clause.heading or ""
    if not heading:
        line = text[clause.start : min(clause.own_end, clause.start + _HEADING)].lstrip()
        heading = line.partition("\n")[0].rstrip("。 \u3000\r") if "\n" in line else ""
    return len(heading) <= _HEADING and bool(_AIMS.search(heading))


def _leading(clause: Clause, text: str) -> Year | None:
    """Give the year that a clause names for all below: in its heading or in its own text."""
    heading = clause.heading or ""
    aims = _is_aims(clause, text)
    if (aims or heading.endswith(_COLONS)) and (year := year_before(heading)):
        return year
    own = text[max(clause.start, clause.own_end - _INTRO) : clause.own_end].strip()
    if own.endswith(_COLONS):
        return year_before(own.rpartition("。")[2])
    named = goal_years(own) if aims else set()
    return Year(named.pop(), True) if len(named) == 1 else None


def _led_by(reading: Reading) -> Iterator[tuple[Span, Year]]:
    """Give the lines under a line that names a year: ——…, and items where it sets an aim.

    A line that ends with a colon leads them, and one that names one year by when (到2025年，…。)
    leads lines with dashes. Below a unit its own items are led by ``Leads.year``.
    """
    dated = _dated(reading)
    led: Year | None = None
    style = leading = ""  # of the items that a line leads, and of that line itself
    for block in reading.blocks:
        if led is None and block.span.start not in dated:
            continue  # the common case: no year
        words = reading.words(block)
        label = block.label.style if block.label else ""
        if (led and words.startswith(_DASHES)) or (led and style and label in (style, "")):
            yield block.span, led
        elif led and leading and label and label != leading and not style:
            style = label
            yield block.span, led
        else:
            led, style = _leads(words), ""
            outside = led and reading.clause_at(block.span.start) == PREAMBLE
            leading = (label or "text") if led and outside and _sets_aims(words, led) else ""


def _dated(reading: Reading) -> frozenset[int]:
    """Give where the blocks begin that may name a year: 2025, “十四五”."""
    text = reading.source.text
    signs = (match.start() for sign in _YEARS for match in sign.finditer(text))
    return frozenset(reading.block_at(sign).span.start for sign in signs)


def _leads(words: str) -> Year | None:
    if "20" not in words and "五" not in words:
        return None  # the common case: no year
    if words.endswith(_COLONS):
        return year_before(words)
    if words.startswith(_DASHES):
        return None  # one of the lines that are led
    named = goal_years(words)
    return Year(named.pop(), True) if len(named) == 1 else None


def _sets_aims(words: str, led: Year) -> bool:
    """“十四五”期间，实现以下目标：, but not 现将2024年工作要点印发如下：."""
    if _AIMED.match(words):
        return True  # （二）主要目标。到2025年，…。
    last = words.rpartition("。")[2]
    return words.endswith(_COLONS) and "《" not in last and (led.is_goal or "目标" in last)
