"""Names of persons beside those of units: they are told apart from them, and never kept."""

import re
from functools import lru_cache

from policygraph.expression import expression
from policygraph.registry.words import Words, alternation, factored

_POST = "同志|(?:副|常务副)?(?:[省市县区州局厅处科院所校镇乡]长|书记|主任|秘书长|专员|总经理)"
LONGEST = 36  # characters of a unit's name


def without_person(unit: str, words: Words) -> str:
    """Give the unit before a name that runs into a post: 市应急局 of 市应急局张三木(处长)."""
    match = _unit_and_bearer(words).fullmatch(unit)
    return match["unit"] if match else unit


@lru_cache(maxsize=8)
def _unit_and_bearer(words: Words) -> re.Pattern[str]:
    units = "局|委|委员会|厅|部|办|办公室|政府|银行|公司|集团"
    return expression(
        rf"(?P<unit>.{{2,{LONGEST}}}(?:{units}))(?:{alternation(words.surnames)})"
        r"[^\W\d_a-zA-Z]{1,2}"
    )


@lru_cache(maxsize=8)
def unit_and_person(words: Words) -> re.Pattern[str]:
    """Match a unit (group ``unit``) and the name of a person behind it."""
    given = r"[^\W\d_a-zA-Z]{1,2}(?<![科处室股队站所组办部局院厅委])"
    person = rf"(?:{alternation(words.surnames)}){given}(?:{_POST})?"
    units = alternation(words.unit_suffixes)
    return expression(rf"(?P<unit>.{{1,{LONGEST}}}(?:{units}))(?:{person}|[（(]{person}[）)])")


@lru_cache(maxsize=8)
def person_last(words: Words) -> re.Pattern[str]:
    """Match what ends like the name of a person; tried before the dear ``unit_and_person``."""
    return expression(rf"(?:{factored(words.surnames)})[^\W\d_a-zA-Z]{{1,2}}(?:{_POST})?[）)]?\Z")


@lru_cache(maxsize=8)
def person_of(words: Words) -> re.Pattern[str]:
    """Match the name of a person, who is no unit: 张三, 李四同志, 王五副市长; 白河镇 is a place."""
    given = r"(?:[^\W\d_a-zA-Z]|[^\W\d_a-zA-Z]{2}(?<![镇乡县区])(?<!高新园))"
    return expression(rf"(?:{alternation(words.surnames)}){given}(?:{_POST})?|.*(?:{_POST})")
