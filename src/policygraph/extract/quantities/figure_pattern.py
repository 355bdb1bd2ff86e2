"""What a figure looks like: the regular expressions of numbers with the units of the registry."""

import re
from functools import lru_cache

from policygraph.expression import expression
from policygraph.registry.measures import Measures, UnitOfMeasure
from policygraph.registry.words import alternation
from policygraph.text.numerals import DIGITS

ARABIC = r"\d++(?:,\d{3}(?!\d))*+(?:[.．]\d++)?"
_NUMBER = rf"(?:{ARABIC}|[{DIGITS}十百千]{{1,10}})"
_FIRST_OF_RANGE = rf"(?:{ARABIC}|[{DIGITS}十百千]{{1,10}}+)"
_SCALE = r"(?:[十百千]?(?:万亿|万|亿)|[百千])"
# 奖励500万, 提高到300万以上: behind a large number that is a sum although no unit follows
_BEHIND_SUM = (
    r"[，。；、（()）的以至—\-|/／]|及以|提高|提升|调整|上调|下调|降低|增加|兑现"
    "|人民币|奖励|补助|补贴|资金|给予"
)
_TO = r"\s?(?:[-—–－~～―]{1,2}|至|到)\s?"
_DECIMALS = "0-9０-９\U0001d7ce-\U0001d7ff"  # a class of ranges is searched faster than \\d


@lru_cache(maxsize=8)
def figure_start(measures: Measures) -> re.Pattern[str]:
    """Match where a figure may begin: at a numeral that no numeral, letter or / stands before.

    The look behind comes second, so that the search runs from numeral to numeral. Behind a Chinese
    numeral a figure goes on with few characters; that sorts out 进一步 and 统一 at once.
    """
    units = "".join({unit.word[0] for unit in measures.units.values()})
    goes_on = re.escape("".join(sorted(set(f"{DIGITS}十百千万亿余多来分至到-—–－~～―.．{units}"))))
    return expression(
        rf"[{_DECIMALS}{DIGITS}十百千](?<![\d.．A-Za-z#/{DIGITS}十百千万][\d{DIGITS}十百千])"
        rf"(?:(?<=[{_DECIMALS}])|(?=[\d\s{goes_on}]))"
    )


@lru_cache(maxsize=8)
def figure_pattern(measures: Measures) -> re.Pattern[str]:
    """One pattern for all figures, to be matched where one may begin."""
    units = [unit for unit in measures.units.values() if unit.family != "denominator"]
    units.sort(key=lambda unit: (-len(unit.word), unit.word))
    first = "".join(sorted({re.escape(unit.word[0]) for unit in units}))
    words = "|".join(_unit_pattern(unit) for unit in units)
    below = alternation(measures.units)
    low = rf"(?P<low>{_FIRST_OF_RANGE})(?P<low_scale>{_SCALE})?+{_TO}"
    with_unit = (
        rf"(?P<number>{_NUMBER})\s{{0,3}}(?P<scale>{_SCALE})?[余多来]?\s?"
        rf"(?=[{first}])(?P<unit>{words})"
    )
    without_unit = rf"(?P<sum>{ARABIC})\s?(?P<large>{_SCALE})(?=\s?(?:{_BEHIND_SUM}))"
    fraction = rf"(?P<part>[百千万])分之(?P<hundredths>[{DIGITS}十百点]{{1,8}})"
    per = rf"(?P<per>(?:\s?[/／·]\s?每?(?:{below})){{0,3}})"
    return expression(f"(?:{low})?(?:{with_unit}|{without_unit}|{fraction}){per}")


def _unit_pattern(unit: UnitOfMeasure) -> str:
    blocked = f"(?![{re.escape(unit.not_before)}])" if unit.not_before else ""
    wanted = rf"(?=\s?(?:{alternation(unit.only_before)}))" if unit.only_before else ""
    return re.escape(unit.word) + blocked + wanted
