"""Whether a number with a unit is a figure, or a name or the number of something.

No figures are dates, articles, serial numbers, sets (三项制度), plans (三年行动), set phrases
(24小时服务). A comparator beside the number (不少于三家, 三人以上) makes a figure of almost any.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.quick import quick_tuple
from policygraph.registry.measures import Measures, UnitOfMeasure
from policygraph.registry.words import alternation

NEAR = 8  # characters on either side of a number that tell whether it is a figure
FAR = 30  # characters before a number in which a period or a list stands
_LAST_YEAR = 100  # a larger number before 年 is the name of a year
_NAMED_BEFORE = expression(r"(?:附\s?[件表录]|图|第|届|学前|（不?含|\(不?含|跑)\s?$")
_NAMED_ENDS = frozenset("件表录图第届前含跑")  # with which what names a number ends
_VAGUE_BEFORE = expression(r"(?:(?<![株人户倍总件次天基台套])数|[几若]|(?<!以)上|百|千)$")
_VAGUE = frozenset("数几若上百千")
_OFTEN = expression(r"每(?:半?年|季度?|月|周|日|天|人|学期)[^，。；]{0,12}$")
_BOUND = expression(r"(?:至少|不少于|不超过|不得超过|最多|只|仅|限)[^，。；]{0,12}$")
_PERIODIC = expression(r"\s?[^，。；]{0,4}一次")
_DAY_HEAD = expression(
    r"(?:时限[为：:]?|期限[：:]|公示|公告|提前|期满|届满|少于|超过|多于|至少|最长|期限为|期为|满|每|为期|连续"
    r"|缩短至|压缩至|日后)\s?$"
)
_DAY_TAIL = expression(
    r"\s?(?:以?内|之内|以上|以下|及以上|以后|之后|后|前报|的|拘留|至[^，。；]{1,4}日(?:拘留|以?内|以下))"
)
_PLUS = frozenset("+＋")
_MADE = expression(
    "(?:新增|新建|建成|培育|引进|认定|创建|设立|获批)[^，。；]{2,40}[\u4e00-\u9fff]$"
)
_STOPS = expression("[、，。；]|$")
_RANKED = expression("前$|限[\u4e00-\u9fff]?$")  # 前五名, 每户限养一只
_TO = ("至", "到", "的罚", "罚")  # 一倍至三倍, 一倍的罚款
_ROUND = 10
_NAMED_SO = expression("级|以?上?(?:企业|产业|集群|园区|项目|[强大]?[县镇村])")
_IN_DATE = expression(r"月\s?$")
_CLOCK = expression(r"\d{1,2}\s?[时点]\s?$")  # 8时40分 is a time of the day
_TIMES = frozenset("×*✕╳")  # in a formula 100% is no figure


class Sight(NamedTuple):
    """A number with its unit and what is printed around it.

    Attributes:
        unit: the unit.
        value: the number.
        spelled: printed in Chinese numerals.
        scaled: 万 or 亿 stands between number and unit.
        before: at most ``FAR`` characters before it.
        after: at most ``NEAR`` characters behind it.
    """

    unit: UnitOfMeasure
    value: int | float
    spelled: bool
    scaled: bool
    before: str
    after: str


sight_of = quick_tuple(Sight)


@dataclass(frozen=True, eq=False)
class _Cues:
    before: re.Pattern[str]
    after: re.Pattern[str]
    step: re.Pattern[str]
    plan: re.Pattern[str]
    clock: re.Pattern[str]


@lru_cache(maxsize=8)
def _cues(measures: Measures) -> _Cues:
    before = alternation(measures.words("at-most", "at-least", "falls-to", "reaches"))
    after = alternation(measures.words("or-more", "or-less"))
    steps = alternation(measures.words("steps"))
    occurs = alternation(measures.words("occurs"))
    clock = alternation(measures.words("round-the-clock"))
    return _Cues(
        re.compile(rf"(?:{before})[^，。；、]{{0,2}}$"),
        re.compile(rf"\s?(?:{after})"),
        re.compile(rf"(?:每[家户个]?(?:{steps}){{0,2}}|{occurs})$"),
        re.compile(rf"\s?(?:{alternation(measures.words('plan'))})"),
        re.compile(rf"[^，。；]{{0,4}}?(?:{clock})"),
    )


def is_compared(before: str, measures: Measures) -> bool:
    """Say whether a comparator stands right before a number: 不低于, 达到."""
    return bool(_cues(measures).before.search(before[-NEAR:]))


def is_figure(sight: Sight, measures: Measures) -> bool:
    """Say whether a number with its unit is a figure."""
    cues = _cues(measures)
    unit, after = sight.unit, sight.after
    head, family = sight.before[-NEAR:], unit.family
    last = head.rstrip()[-1:]
    if (last in _NAMED_ENDS and _NAMED_BEFORE.search(head)) or after[:1] in _PLUS:
        return False
    if head[-1:] in _PLUS and family != "percent":
        return False  # “5+1”产业, but LPR+50个基点
    if family == "score" and _CLOCK.search(head):
        return False
    if family == "percent" and last in _TIMES:
        return False
    compared = bool(cues.before.search(head) or cues.after.match(after))
    if sight.spelled and not _spelled_stands(sight, compared):
        return False
    return family != "time" or _time_stands(sight, compared, cues)


def may_be_step(sight: Sight, measures: Measures) -> bool:
    """Say whether it may be the step of a figure that follows: 每新增一家…得1分."""
    counted = sight.unit.family in ("count", "event")
    return counted and bool(_cues(measures).step.search(sight.before[-NEAR:]))


def _spelled_stands(sight: Sight, compared: bool) -> bool:
    if sight.before[-1:] in _VAGUE and _VAGUE_BEFORE.search(sight.before):
        return False
    if sight.value == _ROUND and sight.scaled and _NAMED_SO.match(sight.after):
        return False  # 十亿元企业
    if compared or (sight.unit.family == "count" and _RANKED.search(sight.before)):
        return True
    if sight.unit.family == "event":
        # 每年召开两次会议; once is a frequency only where the text bounds it (只享受一次)
        often = bool(_OFTEN.search(sight.before))
        return often and (sight.value > 1 or bool(_BOUND.search(sight.before)))
    if sight.unit.family == "count" and sight.value > 1 and _MADE.search(sight.before):
        return _STOPS.match(sight.after) is not None  # 新增省级基地两家、国家级工厂两家
    ranged = sight.unit.family == "multiple" and sight.after.startswith(_TO)
    return sight.unit.spelled and (sight.value != 1 or sight.scaled or ranged)


def _time_stands(sight: Sight, compared: bool, cues: _Cues) -> bool:
    head, word = sight.before[-NEAR:], sight.unit.word
    if word == "年" and head.endswith("这"):
        return False  # 这五年
    if (word == "年" and sight.value >= _LAST_YEAR) or cues.plan.match(sight.after):
        return False
    if word == "日":
        if _IN_DATE.search(head):
            return False
        return compared or bool(_DAY_HEAD.search(head) or _DAY_TAIL.match(sight.after))
    if word == "小时" and sight.value == 24 and not compared:
        return not cues.clock.match(sight.after)
    return compared or not (sight.spelled and _PERIODIC.match(sight.after))
