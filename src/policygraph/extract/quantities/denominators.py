"""What a figure is divided by.

每户20万元 -> 万元/户, 每年新增100户 -> 户/年, 每增加5户加1分 -> 分/5户.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.quantities.passage import Passage, closed_up
from policygraph.registry.measures import Measures
from policygraph.registry.words import alternation

_PERIODS = ("年", "季度", "月", "周", "日", "天", "学期", "学年")
_BROKEN_BY = expression(r"累计|总|共|其中|20\d\d|努力|期间|时期|目标|到期")
_WHOLE = ("percent", "multiple", "age")  # families that are not divided
_DIVIDED = ("count", "event", "size", "money")
_DAILY = expression(r"日(?:产量?|产能|均)[^，。；、]{0,8}$")
_SCORED = expression(r"[^，。；]{0,12}[得加扣计奖][^，。；\d]{0,2}\d")
_LONGEST = 60  # characters before a figure in which its denominators stand


class Divided(NamedTuple):
    """What is known of the denominators of a figure.

    Attributes:
        per: the denominators, in print order.
        is_step: the figure is itself a step (每增加5户) and no figure of its own.
        step: the step that waits for the figure it belongs to, and the family of that step.
    """

    per: tuple[str, ...] = ()
    is_step: bool = False
    step: tuple[str, str] | None = None


@dataclass(frozen=True, eq=False)
class _Cues:
    each: re.Pattern[str]
    single: re.Pattern[str]
    step: re.Pattern[str]
    occurs: tuple[str, ...]
    aims: re.Pattern[str]
    bounded: re.Pattern[str]


@lru_cache(maxsize=8)
def _cues(measures: Measures) -> _Cues:
    words = alternation(
        word
        for word, unit in measures.units.items()
        if unit.family in ("count", "event", "size", "time", "denominator")
    )
    steps = alternation(measures.words("steps"))
    occurs = alternation(measures.words("occurs"))
    return _Cues(
        re.compile(rf"每一?(?P<each>{words})"),
        re.compile(r"单一?(?P<each>家|户|个|笔|台|人|项|件|次|场)|(?P<mean>亩|户|人)均"),
        re.compile(rf"每(?:[个家户]?(?:当年|年度)?(?:{steps}){{1,2}})?$|(?:{occurs})$"),
        measures.words("occurs"),
        re.compile(alternation(measures.words("aims"))),
        re.compile(alternation(measures.words("at-most", "at-least"))),
    )


def divide(
    text: str, passage: Passage, before: Passage | None, known: Divided, measures: Measures
) -> Divided:
    """Read the denominators of a figure.

    Args:
        text: the document.
        passage: the figure.
        before: the figure before it in the same sentence.
        known: what was read for ``before``.
        measures: the tables of figures.
    """
    figure, cues, begin = passage.figure, _cues(measures), passage.part
    if before and before.tail > begin:
        begin = before.tail
    lead = closed_up(text, max(begin, figure.start - _LONGEST), figure.start)
    if _is_step(text, passage, lead, cues):
        size = "" if figure.value == 1 else str(figure.value)
        return Divided(is_step=True, step=(size + figure.unit, figure.family))
    if figure.only_step:
        return Divided(is_step=True)
    if figure.per or figure.family in _WHOLE:
        return Divided(figure.per, step=known.step)
    own = _own(passage, lead, cues)
    if own or before is None or figure.family == "time":
        return Divided(own)
    return Divided(_waiting(passage, known) or _inherited(text, passage, before, known, measures))


def _is_step(text: str, passage: Passage, lead: str, cues: _Cues) -> bool:
    if "每" not in lead and not lead.endswith(cues.occurs):
        return False  # the common case
    match = cues.step.search(lead)
    if match is None or match.group().startswith("每"):
        return match is not None
    return bool(_SCORED.match(text[passage.tail : passage.tail + 20]))


def _own(passage: Passage, lead: str, cues: _Cues) -> tuple[str, ...]:
    """Read what stands before the figure itself: 每户, 每人每天, 单个项目, 日产量."""
    family = passage.figure.family
    each = list(cues.each.finditer(lead)) if "每" in lead else []
    if family in ("money", "event") and ("单" in lead or "均" in lead):
        each += cues.single.finditer(lead)
        each.sort(key=re.Match.start)  # 单家企业每年: in the order of print
    found = [_unit_of(match) for match in each]
    if family == "time":
        periods = tuple([each for each in found if each in _PERIODS])
        return periods if periods and cues.bounded.search(lead) else ()
    if not found and family in _DIVIDED and "日" in lead and _DAILY.search(lead):
        found = ["日"]
    return tuple(dict.fromkeys(found))


def _unit_of(match: re.Match[str]) -> str:
    named = match.groupdict()
    return str(named["each"] or named["mean"])


def _waiting(passage: Passage, known: Divided) -> tuple[str, ...]:
    """The step right before belongs to this figure: 每增加5户加1分, 每5年修订1次."""
    if known.step is None:
        return ()
    step, family = known.step
    fits = passage.figure.family in ("score", "money") or (
        family == "time" and passage.figure.family == "event"
    )
    return (step,) if fits else ()


def _inherited(
    text: str, passage: Passage, before: Passage, known: Divided, measures: Measures
) -> tuple[str, ...]:
    """Take over 每户 and 每年 from the figure before, in a list; 每年 also over a comma."""
    cues, families = _cues(measures), {passage.figure.family, before.figure.family}
    per = known.per
    if len(families) > 1 and "money" in families:
        per = tuple(each for each in per if each in _PERIODS)
    between = closed_up(text, max(before.tail, passage.part), passage.figure.start)
    if not per or cues.bounded.search(between):
        return ()
    if passage.part == before.part:
        return per
    if passage.stop != before.stop or "年" not in per:
        return ()
    if _BROKEN_BY.search(text, before.tail, passage.figure.start):
        return ()
    return ("年",) if cues.aims.search(between) or "发放" in between else ()
