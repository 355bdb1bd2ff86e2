"""When a document takes effect and when it ends: 自…起施行, 有效期至…, 有效期五年."""

from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span, span_of
from policygraph.text.dates import (
    CHINESE_DATE,
    days_later,
    find_dates,
    months_after,
    months_later,
    years_later,
)
from policygraph.text.numerals import DIGITS, to_int

_N = rf"[\d０-９{DIGITS}十]{{1,3}}"
_BEGIN = r"(?:起)?(?:开始)?(?:正式)?(?:施行|实施|实行|执行|生效|试行)"
_PERIOD = "有效期(?:限)?|执行期(?:限)?|施行期(?:限)?|实施期(?:限)?"
_FROM_ISSUE = expression(
    rf"自?(?:印发|发布|公布|颁布|下发|通过)之日(?:起)?\s*(?:开始)?(?:正式)?{_BEGIN}"
)
# 自公布之日（2023年12月1日）起施行: the day is printed
_FROM_ISSUE_ON = expression(
    r"自?(?:印发|发布|公布|颁布|下发|通过)之日\s*[（(]\s*(?:即|即为)?\s*"
    rf"(?P<date>{CHINESE_DATE.pattern})\s*[）)]\s*{_BEGIN}"
)
_DAYS_AFTER = expression(
    rf"自?(?:印发|发布|公布|颁布|下发)之日起?\s*满?(?P<n>{_N})\s*(?P<unit>日|天|个月)(?:后|之后|起)?{_BEGIN}"
)
_FROM_ISSUE_TO = expression(
    rf"自(?:政策|文件|本[\u4e00-\u9fff]{{1,4}})?(?:印发|发布|公布)之日起?(?:至|到)\s*(?P<date>{CHINESE_DATE.pattern})"
)
_BEGINS = expression(rf"日\s*{_BEGIN}(?!的)")  # what the next one ends in
_FROM_DATE = expression(rf"(?:自|从)\s*(?P<date>{CHINESE_DATE.pattern})\s*{_BEGIN}(?!的)")
_UNTIL = expression(
    rf"(?:{_PERIOD}|有效|(?<=[行施效]，)期限)[^。；，]{{0,6}}?(?:至|到)\s*"
    rf"(?P<date>{CHINESE_DATE.pattern})"
)
_BETWEEN = expression(
    rf"(?:执行|施行|实施|有效)期限为\s*{CHINESE_DATE.pattern}\s*(?:至|到)".replace(
        "?P<", "?P<from_"
    )
    + rf"\s*(?P<date>{CHINESE_DATE.pattern})"
)
_OF_TERMS = (
    "有效",
    "行期",
    "施期",
    "，期限",
    "暂定",
    "之日",
)  # one of which each pattern of an end holds
_TERM = expression(
    rf"(?:{_PERIOD}|试行期(?:限)?)\s*(?:暂定)?(?:为|是)?\s*(?:暂定)?\s*"
    rf"(?P<n>{_N})\s*(?P<unit>年|个月)"
    rf"|暂定\s*(?P<n2>{_N})\s*(?P<unit2>年|个月)"
)


class Reading(NamedTuple):
    """A date read, where it is printed, and by which rule."""

    iso: str
    span: Span
    rule: str


_MADE_AND_STARTS = expression("(?:公布|发布|颁布)[并起]?施行(?!的)")
_STARTS = expression(r"日\s*起?(?:施行|实施)")
_PUBLISHED = expression("[^，。；日]{0,40}?(?:公布|发布|颁布)(?!之日)")
_SUBJECT = expression(  # but 本市户籍职工, 5年以上贷款
    "本(?![市省县区州级地人金职科校院])|以上(?:各[条项]|政策|措施|条款|规定|内容|事项|办法|意见|标准|通知)|上述|此|该政策"
)
# 《…》（…号）继续执行，有效期至…: of another document
_OF_ANOTHER = expression(r"》[^。；》]{0,80}(?:继续|延[长续期])[^。；]{0,24}$")
_OWN_MARKS = expression(r"[本此]《[^《》]{2,12}》[^《》]{0,4}$")  # 本《通知》自印发之日起施行
_NEW_WORDING = expression("(?:修改|修订|修正|改)为[：:“]")  # 将第九条修改为：本办法自…
_SENTENCE = expression("[。；;\n]")
_ISSUED_HERE = expression(
    "(?:现|特)[予将]?以?(?:印发|公布|发布|下发)|印发给你们"
)  # 《…办法》…，现予公布，自…


def _of_this_document(text: str, part: Span, start: int) -> bool:
    """Say whether what begins at ``start`` is said of the document itself, not of a cited one."""
    before = _SENTENCE.split(text[part.start : start])[-1]
    if before.count("（") > before.count("）") or _NEW_WORDING.search(before):
        return False
    if "《" in before and not _OWN_MARKS.search(before):
        return bool(_ISSUED_HERE.search(before.rpartition("》")[2]))
    return len(before.strip()) <= 4 or bool(_SUBJECT.search(before))


def speaks(words: str) -> bool:
    """Say whether a paragraph holds a word without which it says nothing of validity."""
    return "日" in words or "有效" in words or "期" in words or "暂定" in words


def read_effective(
    text: str, part: Span, issued: str | None, printed: str | None = None
) -> Reading | None:
    """Read the first day in force from a closing sentence.

    印发之日 is the day that the foot prints (…2021年4月16日印发), else the day of issue.
    """
    match = _FROM_DATE.search(text, *part) if _BEGINS.search(text, *part) else None
    if match and _of_this_document(text, part, match.start()):
        found = next(find_dates(text, match.start("date"), match.end("date")), None)
        if found:
            return Reading(found.iso, span_of(match.span()), "effective.from-date")
    if "之日" not in text[part.start : part.end]:
        return None
    match = _FROM_ISSUE_ON.search(text, part.start, part.end)
    if match and _of_this_document(text, part, match.start()):
        found = next(find_dates(text, match.start("date"), match.end("date")), None)
        if found:
            return Reading(found.iso, span_of(match.span()), "effective.from-date")
    match = _FROM_ISSUE.search(text, part.start, part.end)
    match = match or _FROM_ISSUE_TO.search(text, part.start, part.end)
    if match and issued and _of_this_document(text, part, match.start()):
        day = printed if printed and printed > issued and "印发" in match.group() else issued
        return Reading(day, span_of(match.span()), "effective.from-issue")
    match = _DAYS_AFTER.search(text, part.start, part.end)
    count = to_int(match["n"]) if match else None
    if match and count and issued and _of_this_document(text, part, match.start()):
        later = months_after if match["unit"] == "个月" else days_later
        span = span_of(match.span())
        return Reading(later(issued, count), span, "effective.after-issue")
    return None


def read_adopted(text: str, part: Span) -> Reading | None:
    """Read the first day in force from the note under a title (…公布，自…起施行).

    A note without 自 gives one day for both.
    """
    match = _FROM_DATE.search(text, part.start, part.end)
    starts = match or _STARTS.search(text, part.start, part.end)
    first = match.start("date") if match else part.start
    dates = list(find_dates(text, first, part.end))
    made = None if starts else _MADE_AND_STARTS.search(text, *part)
    if made and (before := [d for d in dates if d.span.end <= made.start()]):
        return Reading(before[-1].iso, before[-1].span, "effective.adoption")
    if not starts or not dates:
        return None
    found = dates[0]
    if match is None and _FROM_ISSUE.search(text, part.start, part.end):
        # 1月2日通过 1月9日公布 自公布之日起施行: the day on which it was published
        issued = [d for d in dates if _PUBLISHED.match(text, d.span.end, part.end)]
        found = issued[-1] if issued else found
    return Reading(found.iso, found.span, "effective.adoption")


def read_expires(text: str, part: Span, effective: str | None) -> Reading | None:
    """Read the last day in force; a term of years needs the day on which it begins."""
    words = text[part.start : part.end]
    if not any(word in words for word in _OF_TERMS):
        return None
    for pattern in (_UNTIL, _BETWEEN, _FROM_ISSUE_TO):
        match = pattern.search(text, part.start, part.end)
        if match and not _OF_ANOTHER.search(text, part.start, match.start()):
            found = next(find_dates(text, match.start("date"), match.end("date")), None)
            if found:
                return Reading(found.iso, span_of(match.span()), "expires.until-date")
    match = _TERM.search(text, part.start, part.end)
    if not match or effective is None:
        return None
    count = to_int(match["n"] or match["n2"])
    if not count or count > 600:
        return None
    later = years_later if (match["unit"] or match["unit2"]) == "年" else months_later
    return Reading(later(effective, count), span_of(match.span()), "expires.term")
