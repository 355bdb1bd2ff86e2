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
_FIRST = re.compile(r"(?:前|第一至|首批)$")
_WEIGHT = re.compile(r"占[^，。；]{0,8}(?:权重|比重|总分|分值)?[^，。；]{0,2}$")
_ABOUT = re.compile(r"^(?:对于?|凡|凡是|符合|经|连续|年)")


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
    """The words around a figure, blanks left out.

    ``lead`` and ``after`` end at punctuation, ``lead`` also at the figure before; ``suffix`` is
    以上, 以内 ... right behind the figure; ``rest`` goes on to the end of the sentence.
    """

    lead: str
    part: str
    earlier: str
    suffix: str
    after: str
    rest: str


@dataclass(frozen=True, eq=False)
class _Cues:
    at_most: re.Pattern[str]
    falls: re.Pattern[str]
    at_least: re.Pattern[str]
    reaches: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    strong: re.Pattern[str]
    weak: re.Pattern[str]
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
        any_of("at-most"), any_of("falls-to"), any_of("at-least"), any_of("reaches"),
        suffix("or-more"), suffix("or-less"), any_of("reward", "subsidy"), any_of("support"),
        any_of("gives"), any_of("aims"), any_of("goal"), any_of("penalty"),
        frozenset(measures.words("reward")),
    )  # fmt: skip


def kind_of(
    text: str, passage: Passage, before: Passage | None, setting: Setting, measures: Measures
) -> QuantityKind:
    """Say what a figure is for."""
    cues = _cues(measures)
    words = _words(text, passage, before, cues)
    family = passage.figure.family
    if family == "score":
        return _K.CAP if cues.at_most.search(words.lead) else _K.SCORE
    if family in _OF_TIME:
        return _time(words, setting, cues, family)
    if setting.is_quota:
        return _K.QUOTA
    for rule in _RULES:
        kind = rule(words, setting, cues, family)
        if kind:
            return kind
    return _K.RATE if family in ("percent", "multiple") else _K.COUNT


def _words(text: str, passage: Passage, before: Passage | None, cues: _Cues) -> _Words:
    begin = max(passage.part, before.figure.end) if before else passage.part
    after = closed_up(text, passage.tail, passage.part_end)
    suffix = cues.more.match(after) or cues.less.match(after)
    return _Words(
        closed_up(text, begin, passage.figure.start),
        closed_up(text, passage.part, passage.figure.start),
        closed_up(text, passage.sentence, passage.part),
        suffix.group() if suffix else "",
        after[suffix.end() :] if suffix else after,
        closed_up(text, passage.part_end, passage.sentence_end),
    )


def _time(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind:
    if cues.at_most.search(words.lead) or cues.falls.search(words.lead):
        return _K.THRESHOLD if setting.in_conditions else _K.CAP
    if family == "age" or cues.more.match(words.suffix or "-"):
        return _K.THRESHOLD
    if words.suffix:
        return _K.DURATION
    if cues.at_least.search(words.lead):
        return _K.THRESHOLD if _is_condition(words, setting, cues) else _K.FLOOR
    if words.lead.endswith("满") and not words.after.startswith("后"):
        return _K.THRESHOLD
    return _K.DURATION


def _penalty(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind | None:
    """处五万元以上十万元以下罚款."""
    if family != "money" or not words.suffix:
        return None
    if not (words.part.endswith("处") or cues.penalty.search(words.after[:12] + words.part[-12:])):
        return None
    return _K.FLOOR if cues.more.match(words.suffix) else _K.CAP


def _condition(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind | None:
    return _K.THRESHOLD if _is_condition(words, setting, cues) else None


def _is_condition(words: _Words, setting: Setting, cues: _Cues) -> bool:
    """Say whether the part that holds the figure is the condition for what follows."""
    compared = (
        words.suffix or cues.reaches.search(words.lead) or cues.at_least.search(words.lead)
        or cues.at_most.search(words.lead)
    )  # fmt: skip
    if words.after.endswith("的") and len(words.after) <= 40:
        return not cues.strong.search(words.after)
    if not compared:
        return False
    if setting.in_conditions:
        return True
    if setting.has_goal or cues.gives.search(words.lead) or setting.yearly:
        return False
    at_most = cues.at_most.search(words.lead)
    is_about = bool(_ABOUT.match(words.part))
    return bool(cues.gives.search(words.rest)) and (is_about or not at_most) and bool(
        is_about or cues.reaches.search(words.lead) or words.suffix
    )


def _at_most(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind | None:
    if cues.at_most.search(words.lead) or cues.falls.search(words.lead):
        return _K.CAP
    return None


def _attribute(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind | None:
    """年纳税额500万元以上的企业: what only such a thing is."""
    if not words.suffix or not words.after or cues.goal.match(words.after.lstrip("的")[2:6]):
        return None
    if family in _COUNTED and (cues.aims.search(words.part) or setting.yearly):
        return None
    named = words.after.startswith("的") and len(words.after) > 1
    if named or (family in ("money", "size", *_COUNTED) and "\u4e00" <= words.after[0] <= "\u9fff"):
        return None if cues.goal.search(words.after[:8]) else _K.THRESHOLD
    return None


def _given(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind | None:
    """给予20万元奖励, 每户补贴3000元, 按20万元/户的标准给予奖励."""
    if family not in _OF_MONEY or words.suffix:
        return None
    near = (
        cues.strong.search(words.after[:16])
        or _last(cues.strong, words.lead[-14:])
        or (cues.gives.search(words.part) and cues.strong.search(words.rest[:60]))
    )
    if near:
        return _K.REWARD if near.group() in cues.rewards else _K.SUBSIDY
    if "给予" in words.part or "予以" in words.part or cues.weak.search(words.after[:16]):
        far = _last(cues.strong, words.earlier) or cues.strong.search(setting.heading)
        return _K.REWARD if far and far.group() in cues.rewards else _K.SUBSIDY
    if words.part != words.lead and cues.strong.search(words.part):
        found = _last(cues.strong, words.part)
        return _K.REWARD if found and found.group() in cues.rewards else _K.SUBSIDY
    return None


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(words):
        found = match
    return found


def _weight(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind | None:
    if family == "percent" and not words.suffix and not setting.has_goal:
        return _K.RATE if _WEIGHT.search(words.lead) else None
    return None


def _first(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind | None:
    """前10名."""
    return _K.QUOTA if family in _COUNTED and _FIRST.search(words.lead) else None


def _aim(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind | None:
    if cues.less.match(words.suffix or "-"):
        return None
    if setting.has_goal or setting.yearly:
        return _K.TARGET
    if family in ("percent", "multiple"):
        reached = cues.reaches.search(words.lead) or words.lead.endswith(("提高", "增长", "提升"))
        return _K.TARGET if reached else None
    return _K.TARGET if cues.aims.search(words.part) else None


def _bounded(words: _Words, setting: Setting, cues: _Cues, family: str) -> QuantityKind | None:
    if cues.less.match(words.suffix or "-"):
        return _K.CAP
    if words.suffix or cues.at_least.search(words.lead):
        return _K.FLOOR
    return None


_Rule = Callable[[_Words, Setting, _Cues, str], QuantityKind | None]
_RULES: tuple[_Rule, ...] = (
    _penalty, _condition, _at_most, _attribute, _given, _weight, _first, _aim, _bounded,
)  # fmt: skip
