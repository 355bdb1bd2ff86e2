"""What a figure is for: reward, subsidy, target, cap, floor, threshold, duration, quota ...

The words around a figure decide, the nearer the stronger. Each rule looks at one feature of
language; their order is the order in which one overrules the other.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from policygraph.extract.quantities_passage import Passage, closed_up
from policygraph.model.facts import QuantityKind
from policygraph.registry.measures import Measures
from policygraph.registry.words import alternation

_K = QuantityKind
_OF_MONEY = ("money", "percent", "multiple")
_OF_TIME = ("time", "age")
_COUNTED = ("count", "event")
# characters from the verb to its figure: a share is said of something (返还…失业保险费的50%)
_REACH = {"money": 14, "percent": 40, "multiple": 40}
_BEHIND = 16  # characters behind a figure in which its verb stands (20万元的一次性奖励)
_FIRST = re.compile(r"(?:前|第一至|首批)$")
_WEIGHT = re.compile(r"占[^，。；]{0,8}(?:权重|比重|总分|分值)?[^，。；]{0,2}$")
_OF_SUCH = re.compile(
    r"的[^，。；]{0,12}(?:企业|项目|单位|机构|主体|户|人员|平台|园区|个人|公司|设备)"
)
_CLAUSE = re.compile("[。；;]")
_POINTS = r"\d{1,3}(?:\.\d)?分"
_SCORED = re.compile(rf"[（(]{_POINTS}|[，,；;][^。]{{0,40}}[得加扣]{_POINTS}")
_OVER_BRACKET = re.compile(r"[（(][^（）()]{0,60}[）)][^，。；：]{0,39}的(?=[，。；：]|$)")
_OUT_OF_BRACKET = re.compile(r"[）)][^，。；：（）()]{0,40}的[，,；]")
_RANGE_END = re.compile(
    r"^(?:[-—–－~～―]{1,2}|至|到)[\d.]{1,8}[万亿千百]*\w{1,4}?(?=的|以|及|，|$)"
)
_ABOUT = re.compile(r"(?:对于?|凡|凡是|符合|经|连续|年)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a figure besides the words of its sentence.

    Attributes:
        is_quota: it stands in a list that deals something out (郑州310家、开封130家).
        in_conditions: its clause lists conditions (认定条件).
        yearly: it is counted by the year (每年新增100户).
        has_goal: a year by when governs it (到2025年底).
        heading: heading of its clause.
    """

    is_quota: bool
    in_conditions: bool
    yearly: bool
    has_goal: bool
    heading: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The words around a figure, blanks left out, and what they hold.

    ``lead`` and ``after`` end at punctuation, ``lead`` also at the figure before; ``earlier`` and
    ``rest`` are the other parts of the sentence. ``suffix`` is 以上, 以内 ... behind the figure.
    """

    family: str
    lead: str
    part: str
    earlier: str
    suffix: str
    after: str
    rest: str
    at_most: bool
    at_least: bool
    reaches: bool
    or_more: bool
    or_less: bool


@dataclass(frozen=True, eq=False)
class _Cues:
    at_most: re.Pattern[str]
    at_least: re.Pattern[str]
    reaches: re.Pattern[str]
    falls: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    given: re.Pattern[str]
    support: re.Pattern[str]
    gives: re.Pattern[str]
    aims: re.Pattern[str]
    goal: re.Pattern[str]
    penalty: re.Pattern[str]
    rewards: frozenset[str]


@lru_cache(maxsize=8)
def _cues(measures: Measures) -> _Cues:
    def any_of(*uses: str) -> re.Pattern[str]:
        return re.compile(alternation(measures.words(*uses)))

    def suffix(use: str) -> re.Pattern[str]:
        return re.compile(rf"(?:[（(]含[^）)]{{0,6}}[）)])?(?:{alternation(measures.words(use))})")

    return _Cues(
        at_most=any_of("at-most"),
        at_least=any_of("at-least"),
        reaches=any_of("reaches"),
        falls=any_of("falls-to"),
        more=suffix("or-more"),
        less=suffix("or-less"),
        given=any_of("reward", "subsidy"),
        support=any_of("support"),
        gives=any_of("gives"),
        aims=any_of("aims"),
        goal=any_of("goal"),
        penalty=any_of("penalty"),
        rewards=frozenset(measures.words("reward")),
    )


def kind_of(
    text: str, passage: Passage, before: Passage | None, setting: Setting, measures: Measures
) -> QuantityKind:
    """Say what a figure is for."""
    cues = _cues(measures)
    words = _words(text, passage, before, cues)
    if words.family == "score":
        return _K.CAP if words.at_most else _K.SCORE
    if words.family in _OF_TIME:
        return _time(words, setting, cues)
    if setting.is_quota:
        return _K.QUOTA
    for rule in _RULES:
        kind = rule(words, setting, cues)
        if kind:
            return kind
    return _K.RATE if words.family in ("percent", "multiple") else _K.COUNT


def _words(text: str, passage: Passage, before: Passage | None, cues: _Cues) -> _Words:
    begin = max(passage.part, before.figure.end) if before else passage.part
    lead = closed_up(text, begin, passage.figure.start)
    after = closed_up(text, passage.tail, passage.part_end)
    if after[:1] in "-—–－~～―至到":
        after = _RANGE_END.sub("", after)
    more, less = cues.more.match(after), cues.less.match(after)
    suffix = (more or less).group() if more or less else ""  # type: ignore[union-attr]
    return _Words(
        family=passage.figure.family,
        lead=lead,
        part=closed_up(text, passage.part, passage.figure.start) if before else lead,
        earlier=closed_up(text, passage.sentence, passage.part),
        suffix=suffix,
        after=after[len(suffix) :],
        rest=closed_up(text, passage.part_end, passage.sentence_end),
        at_most=bool(cues.at_most.search(lead) or cues.falls.search(lead)),
        at_least=bool(cues.at_least.search(lead)),
        reaches=bool(cues.reaches.search(lead)),
        or_more=bool(more),
        or_less=bool(less and not more),
    )


def _time(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind:
    """最长不超过3年, 1年以上劳动合同, 注册满3年, 连续2年."""
    if words.at_most:
        return _K.THRESHOLD if setting.in_conditions else _K.CAP
    if words.family == "age" or words.or_more:
        return _K.THRESHOLD
    if words.suffix:
        return _K.DURATION
    if words.at_least:
        return _K.THRESHOLD if _is_condition(words, setting, cues) else _K.FLOOR
    is_term = words.lead.endswith("满") and not words.after.startswith("后")
    return _K.THRESHOLD if is_term else _K.DURATION


def _penalty(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    """处五万元以上十万元以下罚款."""
    if words.family != "money" or not words.suffix:
        return None
    if not words.part.endswith("处") and not cues.penalty.search(words.after[:12]):
        if not cues.penalty.search(words.part[-12:]):
            return None
    return _K.FLOOR if words.or_more else _K.CAP


def _condition(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    return _K.THRESHOLD if _is_condition(words, setting, cues) else None


def _is_condition(words: _Words, setting: Setting, cues: _Cues) -> bool:
    """Say whether the part that holds the figure is the condition for what follows."""
    if words.after.endswith("的") and len(words.after) <= 40:
        return not cues.given.search(words.after)
    if _OVER_BRACKET.match(words.rest) or _OUT_OF_BRACKET.match(words.rest):
        return True
    if _SCORED.match(words.rest[:60]):
        return True
    compared = words.suffix or words.reaches or words.at_least or words.at_most
    if not compared or setting.in_conditions:
        return bool(compared)
    return not (setting.has_goal or setting.yearly) and _rewarded_later(words, cues)


def _rewarded_later(words: _Words, cues: _Cues) -> bool:
    """对年度纳税额超过500万元的企业，…给予奖励: compared first, given afterwards."""
    if cues.gives.search(words.lead) or cues.gives.match(words.after.lstrip("的")):
        return False
    is_about = bool(_ABOUT.match(words.part))
    is_bound = not words.at_most and bool(words.reaches or words.suffix)
    return (is_about or is_bound) and bool(cues.gives.search(words.rest))


def _at_most(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    return _K.CAP if words.at_most else None


def _attribute(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    """年纳税额500万元以上的企业: what only such a thing is."""
    of_such = _OF_SUCH.match(words.after)
    if not words.suffix and words.family in ("money", "size") and of_such:
        return None if cues.given.search(words.after[:_BEHIND]) else _K.THRESHOLD
    if not words.suffix or not words.after or cues.goal.search(words.after[:8]):
        return None
    if words.family in _COUNTED and (cues.aims.search(words.part) or setting.yearly):
        return None
    named = words.after.startswith("的") and len(words.after) > 1
    direct = words.family in ("money", "size", *_COUNTED) and "\u4e00" <= words.after[0] <= "\u9fff"
    return _K.THRESHOLD if named or direct else None


def _given(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    """给予20万元奖励, 每户补贴3000元, 按20万元/户的标准，给予奖励."""
    if words.family not in _OF_MONEY or words.suffix:
        return None
    near = cues.given.search(words.after[:_BEHIND]) or _last(
        cues.given, words.lead[-_REACH[words.family] :]
    )
    if near is None and ("按" in words.part or cues.gives.search(words.part)):
        near = cues.given.search(words.rest[:60])
    if near:
        return _gift(near, cues)
    listed = words.part != words.lead or "标准" in words.part
    found = _last(cues.given, words.part) if listed else None
    if found:
        return _gift(found, cues)
    if "给予" in words.part or "予以" in words.part or cues.support.search(words.after[:_BEHIND]):
        return _gift(_last(cues.given, words.earlier) or cues.given.search(setting.heading), cues)
    return None


def _given_before(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    """发放住房补贴，其中本科生2万元，硕士研究生4万元."""
    is_sum = words.family == "money" or words.after.startswith("的标准")
    if words.suffix or not is_sum:
        return None
    found = _last(cues.given, _CLAUSE.split(words.earlier)[-1])
    return _gift(found, cues) if found else None


def _gift(word: re.Match[str] | None, cues: _Cues) -> QuantityKind:
    return _K.REWARD if word and word.group() in cues.rewards else _K.SUBSIDY


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(words):
        found = match
    return found


def _weight(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    """静态占30%."""
    if words.family != "percent" or words.suffix or setting.has_goal:
        return None
    return _K.RATE if _WEIGHT.search(words.lead) else None


def _first(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    """前10名."""
    return _K.QUOTA if words.family in _COUNTED and _FIRST.search(words.lead) else None


def _aim(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    """每年新增100户, 到2025年底达到260家."""
    if words.or_less:
        return None
    if setting.has_goal or setting.yearly:
        return _K.TARGET
    if words.family in ("percent", "multiple"):
        reached = cues.reaches.search(words.lead[-12:])
        return _K.TARGET if reached or words.lead.endswith(("提高", "增长", "提升")) else None
    return _K.TARGET if cues.aims.search(words.part) else None


def _bounded(words: _Words, setting: Setting, cues: _Cues) -> QuantityKind | None:
    """30%以上, 不低于80%, 10%以内."""
    if words.or_less:
        return _K.CAP
    return _K.FLOOR if words.suffix or words.at_least else None


_Rule = Callable[[_Words, Setting, _Cues], QuantityKind | None]
_RULES: tuple[_Rule, ...] = (
    _penalty,
    _condition,
    _at_most,
    _attribute,
    _given,
    _weight,
    _first,
    _aim,
    _bounded,
    _given_before,
)
