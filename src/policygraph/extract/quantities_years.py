"""The year for which a figure is set: 到2025年底, 2024年, “十四五”末."""

import re
from typing import NamedTuple

_PLANS = {"十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030}
_ANCHOR = re.compile(
    r"(?P<before>较|比|同比|相比|自|从|与|和)?\s?(?P<year>20\d\d)\s?年(?P<month>\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?"
    r"(?P<after>底前|底|末|前|起|以来|以后|之后|后|\s?[-—–－~～至到])?"
    r"|[“\"]?(?P<plan>十[一二三四五]五)[”\"]?(?P<when>期?末|期间|时期|规划期)?"
)
_BASELINES = ("较", "比", "同比", "相比")


class Year(NamedTuple):
    """A year that governs what follows it.

    ``is_goal``: the text says by when (到…年底), and does not only name the year.
    """

    year: int
    is_goal: bool


def year_before(words: str) -> Year | None:
    """Give the year that governs what stands behind ``words``; the last one named does."""
    found: Year | None = None
    for match in _ANCHOR.finditer(words):
        if match["plan"]:
            found = Year(_PLANS[match["plan"]], True) if match["when"] else found
            continue
        if match["before"] in _BASELINES:
            continue
        found = _named(words, match)
    return found


def _named(words: str, match: re.Match[str]) -> Year | None:
    after = (match["after"] or "").strip()
    if after[:1] in tuple("起以之后-—–－~～至到") and after:
        return None  # a beginning, or the first year of a range
    if match["month"] and not after:
        return None  # the day of something else
    head = words[max(0, match.start() - 3) : match.start("year")]
    is_goal = bool(after) or bool(re.search(r"(?:到|至|截至)\s?$", head))
    if match["before"] in ("自", "从"):
        return None
    return Year(int(match["year"]), is_goal)
