"""What a figure is divided by: 每户20万元 -> 万元/户, 每年新增100户 -> 户/年, 每增加5户加1分 -> 分/5户."""

import re
from dataclasses import dataclass
from functools import lru_cache

from policygraph.extract.quantities_passage import Passage, closed_up
from policygraph.registry.measures import Measures
from policygraph.registry.words import alternation

_PERIODS = ("年", "季度", "月", "周", "日", "天", "学期", "学年")
_BROKEN_BY = re.compile(r"累计|总|共|其中|20\d\d|努力|期间|时期|目标|到期")
_MONEY = "money"
_COUNTED = ("count", "event", "size", _MONEY)
_DAILY = re.compile(r"日(?:产量?|产能|均)[^，。；、]{0,8}$")


@dataclass(frozen=True, slots=True)
class Divided:
    """What is known of the denominators of a figure.

    Attributes:
        per: the denominators, in print order.
        is_step: the figure is itself a step (每增加5户) and no figure of its own.
        step: the step that waits for the figure it belongs to.
    """

    per: tuple[str, ...] = ()
    is_step: bool = False
    step: str | None = None


@dataclass(frozen=True, eq=False)
class _Cues:
    each: re.Pattern[str]
    single: re.Pattern[str]
    step: re.Pattern[str]
    aims: re.Pattern[str]
    bounded: re.Pattern[str]


@lru_cache(maxsize=8)
def _cues(measures: Measures) -> _Cues:
    words = alternation(
        word for word, unit in measures.units.items()
        if unit.family in ("count", "event", "size", "time", "denominator")
    )  # fmt: skip
    steps = alternation(measures.words("steps"))
    return _Cues(
        re.compile(rf"每一?(?P<each>{words})"),
        re.compile(r"单一?(?P<each>家|户|个|笔|台|人|项|件|次|场)|(?P<mean>亩|户|人)均"),
        re.compile(rf"每(?:个|家|户|年)?(?:当年|年度)?(?:{steps}){{0,2}}$|有$"),
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
    figure, cues = passage.figure, _cues(measures)
    begin = max(passage.part, before.tail) if before else passage.part
    lead = closed_up(text, begin, figure.start)
    if _is_step(text, passage, lead, cues):
        size = "" if figure.value == 1 else str(figure.value)
        return Divided(is_step=True, step=f"{size}{figure.unit}")
    if figure.per:
        return Divided(figure.per)
    if figure.family in ("percent", "multiple", "age"):
        return Divided(step=known.step)
    own = _own(passage, lead, cues)
    if own:
        return Divided(own)
    if figure.family == "time" or before is None:
        return Divided()
    if known.step and figure.family in ("score", _MONEY) and passage.sentence == before.sentence:
        return Divided((known.step,))
    return Divided(_inherited(text, passage, before, known, lead, cues))


def _is_step(text: str, passage: Passage, lead: str, cues: _Cues) -> bool:
    match = cues.step.search(lead)
    if not match:
        return False
    if match.group() != "有":
        return True
    return bool(re.match(r"[^，。；]{0,12}[得加扣计奖]\s?\d", text[passage.tail : passage.tail + 16]))


def _own(passage: Passage, lead: str, cues: _Cues) -> tuple[str, ...]:
    family = passage.figure.family
    found = [match["each"] for match in cues.each.finditer(lead)]
    if family == "time":
        periods = [each for each in found if each in _PERIODS]
        return tuple(periods) if cues.bounded.search(lead) else ()
    if family == _MONEY:
        found += [match["each"] or match["mean"] for match in cues.single.finditer(lead)]
    if not found and family in _COUNTED and _DAILY.search(lead):
        found = ["日"]
    return tuple(dict.fromkeys(found))


def _inherited(
    text: str, passage: Passage, before: Passage, known: Divided, lead: str, cues: _Cues
) -> tuple[str, ...]:
    """Take over 每户 and 每年 from the figure before, in a list; 每年 also over a comma."""
    figure = passage.figure
    if figure.family != before.figure.family and _MONEY in (figure.family, before.figure.family):
        periods = tuple(each for each in known.per if each in _PERIODS)
        known = Divided(periods)
    if not known.per or cues.bounded.search(lead):
        return ()
    if passage.part == before.part:
        return known.per
    yearly = tuple(each for each in known.per if each == "年")
    between = closed_up(text, before.tail, figure.start)
    if passage.stop != before.stop or _BROKEN_BY.search(between):
        return ()
    return yearly if cues.aims.search(lead) or "发放" in lead else ()
