"""What a figure is about: who gets a sum, which indicator is aimed at, what is counted."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.quantities.passage import Passage
from policygraph.extract.quantities.penalties import fined, is_penalty
from policygraph.extract.quantities.receivers import beneficiary, fund, offender, recipient
from policygraph.extract.quantities.verbs import same_thing, without_verb
from policygraph.extract.quantities.wording import (
    before_bracket,
    lacks_words,
    rate_of_change,
    rises,
    subject_of,
)
from policygraph.model.facts import Quantity, QuantityKind
from policygraph.model.quick import quick_tuple
from policygraph.model.source import Span
from policygraph.registry.measures import Measures

_K = QuantityKind
_GIVEN_KINDS = (_K.REWARD, _K.SUBSIDY, _K.CAP, _K.FLOOR)
_SHARES = ("percent", "multiple")
_BRACKET = expression(r"\s?(?:以上|以内)?\s?[（(]")
_SUFFIX = r"(?:[（(]?(?:不?含)?[）)]?(?:及?以(?P<way>[上下内])|左右)?)"
_JOINED = expression(rf"\s?{_SUFFIX}\s?[、和及或与]\s?")
_RANGE = expression(rf"\s?{_SUFFIX}\s?(?:[-—–－~～―至到]{{0,2}})\s?")
_BEHIND = expression(r"(?:及?以(?P<way>[上下内]))?")
_LIMIT = expression(
    "(?:时间|时限|期限|周期|工期|年限|有效期|服务期|学制|公示|公告|诉求|事项|办理|办结|审批|审核|受理|答复|备案|检验|验收)$"
)
_LIMIT_BEFORE = expression(r"(?P<name>[\u4e00-\u9fff]{2,6}(?:时限|期限|时间|周期))[：:|\s]{1,3}$")
_AGENT = expression(
    "(?:财政|本级|级|政府|部门|资金|承担|安排|投入)$|^(?:省|市|县|区|州|本市|中央|国家)$"
)
_HEAD = expression(r"\s*(?P<head>[^，。；：:\n（）()]{2,24})(?:[（(][^（）()]{1,20}[）)])?[：:]")
_PAYS = expression("财政|(?:本级|政府|承担|安排|主管部门|行政部门|机关)$")
_FINES = ("主管部门", "行政部门", "执法部门", "机关")  # who fines is not who is fined
_NO_HEAD = expression(
    "标准|依据|政策|内容|措施|方式|如下|其中|要求|对象|单位|条件|目标|来源|办法|方面|任务|一是|二是|三是|四是|五是|原则|期限|时限"
)


def joined_to(text: str, before: Passage, passage: Passage) -> bool:
    """Say whether nothing but 、 stands between two figures: 10亿元及以上、5亿元及以上.

    处1万元以上、3万元以下: a lower and an upper bound are two things.
    """
    alike = before.figure.family == passage.figure.family and before.tail < passage.figure.start
    match = alike and _JOINED.fullmatch(text, before.tail, passage.figure.start)
    if not match:
        return False
    behind = _BEHIND.match(text, passage.tail)
    return match["way"] is None or (behind is not None and behind["way"] == match["way"])


class Told(NamedTuple):
    """What is known of a figure when it is asked what it is about.

    Attributes:
        passage: the figure in its sentence.
        before: the figure before it in the same sentence.
        row: what was read of that figure.
        kind: what the figure is for.
        condition: on what condition the sum is given.
        per: what the unit of the figure is divided by.
    """

    passage: Passage
    before: Passage | None
    row: Quantity | None
    kind: QuantityKind
    condition: str | None
    per: Sequence[str]


told_of = quick_tuple(Told)


def subject(text: str, run: Span, told: Told, measures: Measures) -> str | None:
    """Give the words that name what a figure is about; None where none stand near it.

    Args:
        text: the document.
        run: the printed run of the figure.
        told: the figure and what is known of it.
        measures: the tables of figures.
    """
    passage, kind, family = told.passage, told.kind, told.passage.figure.family
    if family in ("money", *_SHARES) and is_penalty(text, passage):
        return fined(text, passage)
    named = subject_of(text, run, passage, told.before, measures)
    own = without_verb(named, kind, family, told.per)
    if family == "time" and own and own.endswith(_FINES):
        own = None  # 由公安机关处五日以下拘留
    if family == "time" and kind is _K.DURATION:
        limit = own and _LIMIT.search(own) and "将" not in own  # 将其期限调整至5年内
        return own if limit else _limit_named(text, passage)
    if own is None and told.row and _goes_on(text, told):
        return told.row.subject
    if family == "score":
        return own or _of_score(text, told)
    if family == "money" or (family in _SHARES and kind in (_K.REWARD, _K.SUBSIDY)):
        return _of_sum(text, told, own)
    return own or before_bracket(text, passage)


def _limit_named(text: str, passage: Passage) -> str | None:
    """承诺时限：3个工作日."""
    begin = passage.figure.start
    match = _LIMIT_BEFORE.search(text, max(passage.stop, begin - 16), begin)
    return match["name"] if match else None


def _goes_on(text: str, told: Told) -> bool:
    """Say whether a figure without words of its own is about what the one before it was about.

    甲、乙分别给予10万元、5万元; 5万元以上10万元以下; 由每月610元提高到每月620元.
    """
    passage, before = told.passage, told.before
    if before is None or told.row is None:
        return False
    if joined_to(text, before, passage) or before.tail > passage.figure.start:
        return True
    if rate_of_change(text, before, passage) or same_thing(text, before, passage):
        return True
    if _RANGE.fullmatch(text, before.tail, passage.figure.start):
        return True
    alike = before.figure.unit == passage.figure.unit and before.stop == passage.stop
    same = told.row.kind is told.kind or rises(text, passage)
    return alike and same and lacks_words(text, before, passage)


def _of_score(text: str, told: Told) -> str | None:
    """Points are for what the points before were for."""
    inherited = told.row.subject if told.row else None
    if told.before and _BRACKET.fullmatch(text, told.before.tail, told.passage.part):
        return inherited
    return before_bracket(text, told.passage) or inherited


def _of_sum(text: str, told: Told, own: str | None) -> str | None:
    """A sum is for who fulfils the condition; of 国家级25万元、省级20万元 each has its own."""
    passage, before, row = told.passage, told.before, told.row
    if own and before and before.part == passage.part and not _PAYS.search(own):
        return own
    if own and own.endswith(_FINES):
        own = None
    if told.kind not in _GIVEN_KINDS or (own and passage.figure.family != "money"):
        return own
    if name := fund(text, passage):
        return name
    named: tuple[Callable[[], str | None], ...] = (
        lambda: recipient(text, passage),
        lambda: beneficiary(told.condition),
        lambda: None if own is None or _AGENT.search(own) else own,
        lambda: _headed(text, passage),
        lambda: row.subject if row and row.kind is _K.THRESHOLD else None,
        lambda: offender(text, passage),
    )
    return next((name for name in (give() for give in named) if name), own)


def _headed(text: str, passage: Passage) -> str | None:
    """规模以上工业企业：…每户奖励30万元."""
    head = _HEAD.match(text[passage.stop : passage.figure.start])
    if head is None:
        return None
    words = "".join(head["head"].split())
    return None if _NO_HEAD.search(words) else words
