"""The words around a figure, and what is known of it besides them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.quantities.passage import Passage, closed_up
from policygraph.model.quick import quick_tuple
from policygraph.registry.measures import Measures
from policygraph.registry.words import alternation

_NEAR = 24  # characters before a figure in which its comparator stands
_FAR = 160  # characters of the rest of the sentence on either side that are looked at
_TO = frozenset("-—–－~～―至到")
_TO_ONLY = frozenset(("-", "—", "——", "–", "－", "~", "～", "―", "至", "到"))
_RANGE_END = expression(
    r"(?:[-—–－~～―]{1,2}|至|到)[\d.]{1,8}(?:[%％‰]|[万亿千百]*(?:美?元|平方米|个?月|[家户个名人亩年台套项分])?)"
)
# 给予300万元、200万元、100万元一次性奖励: what stands behind the list is said of its first too
_REST_OF_LIST = expression(
    r"(?:[、和及或与]\d[\d.,]{0,12}[十百千]?[万亿]{0,2}"
    r"(?:美?元|[%％]|个百分点|平方米|公里|[个家户名人亩项件台套座条分年月次吨])?"
    r"(?:[（(]不?含[^）)]{0,6}[）)])?(?:及?以[上下内])?){1,12}(?=的|[^、\d])"
)
_LIST_GOES_ON = frozenset("、和及或与")
_LIMITED = expression("限(?<![期年时权界有]限)额?$")  # 补助总额限50万元, but 期限3年
_OVER = ("超", "过", "突破", "达", "达到")
_NO_BOUND = expression("最低(?=生活|工资)")


class Setting(NamedTuple):
    """What is known of a figure besides the words of its sentence.

    Attributes:
        dealt: it stands in a list that deals something out (郑州310家、开封130家); False where it
            counts a list of places (郑州、开封2个市), None where it does neither.
        in_conditions: its clause lists conditions (认定条件).
        yearly: it is counted by the year (每年新增100户).
        has_goal: a year by when governs it (到2025年底).
        heading: heading of its clause.
    """

    dealt: bool | None
    in_conditions: bool
    yearly: bool
    has_goal: bool
    heading: str


class Words(NamedTuple):
    """The words around a figure, blanks left out, and what they hold.

    ``lead`` and ``after`` end at punctuation, ``lead`` also at the figure before; ``earlier`` and
    ``rest`` are the other parts of the sentence. ``suffix`` is 以上, 以内 ... behind the figure;
    ``ranged`` says that it is an end of a range, ``over`` that 超 or 过 stands right before it.
    """

    family: str
    unit: str
    lead: str
    part: str
    earlier: str
    suffix: str
    after: str
    rest: str
    ranged: bool
    at_most: bool
    at_least: bool
    reaches: bool
    or_more: bool
    or_less: bool
    over: bool


_words_of = quick_tuple(Words)
setting_of = quick_tuple(Setting)


@dataclass(frozen=True, eq=False)
class Cues:
    """Patterns of the words of the tables, by what they say of a figure.

    ``suffixed`` holds the characters with which ``more`` and ``less`` begin.
    """

    bounds: re.Pattern[str]
    at_most: re.Pattern[str]
    at_least: re.Pattern[str]
    reaches: re.Pattern[str]
    falls: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    suffixed: frozenset[str]
    given: re.Pattern[str]
    support: re.Pattern[str]
    gives: re.Pattern[str]
    aims: re.Pattern[str]
    goal: re.Pattern[str]
    penalty: re.Pattern[str]
    rewards: frozenset[str]
    elapsed: tuple[str, ...]


@lru_cache(maxsize=8)
def cues_of(measures: Measures) -> Cues:
    """Give the patterns of the tables."""

    def any_of(*uses: str) -> re.Pattern[str]:
        return re.compile(alternation(measures.words(*uses)))

    def suffix(use: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?:[（(]不?含[^）)]{{0,6}}[）)])?(?:{alternation(measures.words(use))})"
        )

    bounds = alternation((*measures.words("at-most", "at-least", "reaches", "falls-to"), "限"))
    return Cues(
        bounds=re.compile(bounds),
        at_most=any_of("at-most"),
        at_least=any_of("at-least"),
        reaches=any_of("reaches"),
        falls=any_of("falls-to"),
        more=suffix("or-more"),
        less=suffix("or-less"),
        suffixed=frozenset("（(" + "".join(w[0] for w in measures.words("or-more", "or-less"))),
        given=any_of("reward", "subsidy"),
        support=any_of("support"),
        gives=any_of("gives"),
        aims=any_of("aims"),
        goal=any_of("goal"),
        penalty=any_of("penalty"),
        rewards=frozenset(measures.words("reward")),
        elapsed=measures.words("elapsed"),
    )


def words_around(text: str, passage: Passage, before: Passage | None, cues: Cues) -> Words:
    """Give the words around a figure; ``before`` is the figure before it in the sentence."""
    figure, begins, _, sentence, tail, part_end, _, sentence_end = passage
    start, end = figure.start, figure.end
    part = closed_up(text, begins, start)
    lead = part
    if before and before.figure.end > begins:
        lead = closed_up(text, before.figure.end, start)
    after = closed_up(text, tail, part_end)
    ranged = not _TO.isdisjoint(text[start:end])
    if after[:1] in _TO_ONLY:
        after, ranged = _RANGE_END.sub("", after), True
    near = lead[-_NEAR:].rpartition("、")[2]
    if "最低" in near:
        near = _NO_BOUND.sub("", near)
    more = less = None
    if after[:1] in cues.suffixed:
        more, less = cues.more.match(after), cues.less.match(after)
    bound = more or less
    suffix = bound.group() if bound else ""
    behind = after[len(suffix) :]
    listed = _REST_OF_LIST.match(behind) if behind[:1] in _LIST_GOES_ON else None
    earlier = closed_up(text, max(sentence, begins - _FAR), begins)
    rest = closed_up(text, part_end, min(sentence_end, part_end + _FAR))
    return _words_of((
        figure.family, figure.unit, lead, part, earlier, suffix,
        behind[listed.end() :] if listed else behind, rest, ranged or lead in _TO_ONLY,
        *_compared(near, cues), bool(more), bool(less and not more), lead.endswith(_OVER),
    ))  # fmt: skip


def _compared(near: str, cues: Cues) -> tuple[bool, bool, bool]:
    """Say which bounds the words right before a figure set: at most, at least, reached."""
    if not cues.bounds.search(near):
        return False, False, False  # the common case
    most = cues.at_most.search(near) or cues.falls.search(near) or _LIMITED.search(near)
    return bool(most), bool(cues.at_least.search(near)), bool(cues.reaches.search(near))
