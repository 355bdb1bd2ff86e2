"""Times that are counted from something: 印发之日起30日内, 期限届满三十日前, 提前十日."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from policygraph.expression import expression
from policygraph.extract.deadlines.dates import Time, later
from policygraph.model.facts import DeadlineKind
from policygraph.model.source import span_of
from policygraph.text.endings import ending_in
from policygraph.text.numerals import DIGITS, to_int

_K = DeadlineKind
_COUNT = rf"(?P<count>[\d{DIGITS}十百千]{{1,6}})"  # 180, 一百八十
_WITHIN = expression(
    rf"{_COUNT}\s?"
    r"(?P<unit>个?工作日|日|天|个?小时|个月)(?:以内|之内|内)\Z"
)
# 期限届满三十日前, 提前十日: so long before what has no day in the text
_AHEAD = expression(rf"{_COUNT}\s?(?:个?工作日|日|天|个?小时|个月)(?:之|以)?前\Z")
_AHEAD_END = expression("前(?<=[日天月时之以]前)")
_AHEAD_HEAD = expression(
    "(?:有效期|期限|期间|期)?(?:届满|期满|到期|举[行办]|召开|施工|开工|实施|施行|开始|停[止业产]|使用|变更|开业|作业)的?"
    r"(?:[（(][^（）()]{1,12}[）)])?\s?$|[\u4e00-\u9fff](?<![年月第每约近数])$"
)
_HAPPENS = expression("[^，。；]{0,24}?(?:又|再次|累计|[二两三四五六0-9]次|以上的|的[，：])")
_WITHIN_END = expression("内(?<=[日天时月以之]内)")
# 审批时间压缩至5个工作日以内 is an aim and no time limit
_SHORTENED = expression(r"(?:压缩|缩短|缩减|压减|减少|降低|控制)(?:到|至|为|在)\s?$")
_SINCE = expression(
    r"(?:(?:自|从)[^，,。；;：、（()）\s“”自从]{1,20}|(?<=在)[^，,。；;：、（()）\s“”自从在]{1,12}"
    r"|(?<=于)[^，,。；;：、（()）\s“”自从在于]{1,12}|[本该][^，,。；;：、（()）\s“”自从在于本该]{1,12})之日起\s?$"
    r"|之日起\s?$"
)
_OF_ISSUE = expression(r"(?:印发|发布|公布|颁布|下发)之日起\s?$")
_EARLY = expression(
    rf"提前\s?[\d{DIGITS}十]{{1,3}}\s?(?:个?工作日|日|天|个?小时|个月)(?!完成|建成|竣工)"
)
_LOOK_BACK = 24  # characters before a time that belong to it (自印发之日起)


Finder = Callable[[str], Iterable[re.Match[str]]]
Reader = Callable[[str, re.Match[str], date | None], Time | None]


def _within(text: str, match: re.Match[str], issued: date | None) -> Time | None:
    """印发之日起30日内; counted from something else the day is not known."""
    begin = max(0, match.start() - _LOOK_BACK)
    if text[match.start() - 1 : match.start()] in (".", "．"):
        return None  # 0.5个工作日
    if _SHORTENED.search(text, begin, match.start()):
        return None
    since = _SINCE.search(text, begin, match.start())
    span = span_of((since.start() if since else match.start(), match.end()))
    if not since and match["unit"] == "日" and text[match.start() - 1 : match.start()] == "月":
        return None
    count, last = to_int(match["count"]), None
    if since and issued and count and _OF_ISSUE.search(text, begin, match.start()):
        last = later(issued, count, match["unit"])
    months = match["unit"] == "个月" and not since
    if months and _HAPPENS.match(text, match.end()):
        return None  # 六个月内三次违反规定的: how often something happened
    return Time(span, _K.DURING if months else _K.BY, last, None, "deadline.within")


def _ahead(text: str, match: re.Match[str], _issued: date | None) -> Time | None:
    """期限届满三十日前; 六月三十日前 is a day."""
    head = _AHEAD_HEAD.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    if head is None:
        return None
    start = head.start() if len(head.group()) > 1 else match.start()
    return Time(span_of((start, match.end())), _K.BY, None, None, "deadline.ahead")


def _early(_text: str, match: re.Match[str], _issued: date | None) -> Time | None:
    """提前十日公告."""
    return Time(span_of(match.span()), _K.BY, None, None, "deadline.ahead")


COUNTED: tuple[tuple[Finder, Reader], ...] = (
    (partial(ending_in, _WITHIN_END, _WITHIN, 14), _within),
    (partial(ending_in, _AHEAD_END, _AHEAD, 14), _ahead),
    (_EARLY.finditer, _early),
)
