"""The year for which a figure is set: 到2025年底, 2024年, “十四五”末."""

import re
from typing import NamedTuple

from policygraph.expression import expression

_YEAR = expression(
    r"(?:19|20)(?<!\d\d\d)\d\d\s?年(?P<month>\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?"
    r"(?P<after>底前|底|末|前|起|开始|以来|以后|之后|后|\s?[-—–－~～至到])?"
)
_PLAN = expression(r"十(?P<plan>[一二三四五])五[”\"]?(?:期?末|期间|时期|规划期)")
_PLANS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030}
_BASELINE = expression(r"(?:较|比)\s?$")
_BY = expression(r"(?:到|至)\s?$")
_SINCE = expression(r"(?:自|从)\s?$")
_COMMAS = ("，", ",")
_BEGINS = tuple("起开以之后-—–－~～至到")


class Year(NamedTuple):
    """A year that governs what follows it.

    ``is_goal``: the text says by when (到…年底), and does not only name the year. ``heads``: it
    begins the sentence, and a comma sets it off (2024年，…): the year of all that is said.
    """

    year: int
    is_goal: bool
    heads: bool = False


def year_before(words: str) -> Year | None:
    """Give the year that governs what stands behind ``words``; the last one named does.

    In a sentence that began with a goal the years that follow are goals (到2027年更新50台，其中
    2026年20台).
    """
    found: Year | None = None
    place = -1
    for match in _YEAR.finditer(words) if "年" in words else ():
        if not _BASELINE.search(words, max(0, match.start() - 2), match.start()):
            named = _named(words, match)
            goal = named is not None and (named.is_goal or bool(found and found.is_goal))
            alone = not words[: match.start()].strip()  # but 根据2022年，…改革后
            heads = alone and words[match.end() : match.end() + 1] in _COMMAS
            found = named and Year(named.year, goal, heads)
            place = match.start()
    for match in _PLAN.finditer(words) if "五" in words else ():
        if match.start() > place:
            found = Year(_PLANS[match["plan"]], True)
    return found


def _named(words: str, match: re.Match[str]) -> Year | None:
    after = (match["after"] or "").strip()
    begin = max(0, match.start() - 2)
    if after.startswith(_BEGINS) or _SINCE.search(words, begin, match.start()):
        return None  # a beginning, or the first year of a range
    if match["month"] and not after:
        return None  # the day of something else
    is_goal = bool(after) or bool(_BY.search(words, begin, match.start()))
    return Year(int(match.group()[:4]), is_goal)


def goal_years(words: str) -> set[int]:
    """Give the years by when something is to be reached: 到2025年…，到2035年… -> {2025, 2035}."""
    plans = _PLAN.finditer(words) if "五" in words else ()
    found = {_PLANS[match["plan"]] for match in plans}
    for match in _YEAR.finditer(words) if "年" in words else ():
        if not _BASELINE.search(words, max(0, match.start() - 2), match.start()):
            named = _named(words, match)
            if named and named.is_goal:
                found.add(named.year)
    return found


def earlier_goal(words: str) -> Year | None:
    """Give the goal that a sentence before sets: 到2025年，体系基本建成。企业达到500家."""
    found: Year | None = None
    for match in _YEAR.finditer(words) if "年" in words else ():
        begin = match.start()
        if _BY.search(words, max(0, begin - 2), begin) or (match["after"] or "").startswith(
            ("底", "末", "前")
        ):
            found = Year(int(match.group()[:4]), True)
    return found
