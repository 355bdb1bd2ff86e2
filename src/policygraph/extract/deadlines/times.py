"""Times as they are printed: 2025年6月底前, “十四五”末, 每年1月底前, 印发之日起30日内."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain

from policygraph.expression import expression
from policygraph.extract.deadlines.counted import COUNTED, Finder, Reader
from policygraph.extract.deadlines.dates import Time, iso, last_day, year_of
from policygraph.model.facts import DeadlineKind
from policygraph.model.source import Span, span_of
from policygraph.text.endings import ending_in
from policygraph.text.numerals import DIGITS, to_int

_K = DeadlineKind
# Every pattern begins with a character, or is looked for by the one it ends in: that is what makes
# the search fast. What may stand before is looked for afterwards, in the characters before it.
_UNITS = tuple(expression(rf"{u}(?:(?<=\d{u})|(?<=\d\s{u}))") for u in "年月")
_NUMERAL = expression(r"\d(?<!\d\d)\d{0,3}\s?\Z")
_MONTH_DAY = r"(?P<month>\d{1,2})\s?月(?:份)?(?:\s?(?P<day>\d{1,2})\s?日)?"
_PERIOD = expression(
    r"(?:(?P<first>(?:19|20)\d\d)\s?年\s?)?(?P<since>\d{1,2})\s?(?:月\s?(?:\d{1,2}\s?日)?)?\s?(?:至|到|[-—–－~～―]{1,2})\s?"
    rf"(?:(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?{_MONTH_DAY}|(?P<until>\d{{1,2}})\s?日(?!前))(?:期间|止)?"
)
_DATE = expression(
    rf"(?:(?P<year>(?:19|20)\d\d)\s?年(?!度)(?:\s?{_MONTH_DAY})?|(?P<month_only>\d{{1,2}})\s?月(?:份)?"
    r"(?:\s?(?P<day_only>\d{1,2})\s?日)?)"
    r"(?P<end>\s?年?[底末])?(?P<before>\s?(?:之|以)?前)?(?P<since>\s?(?:开始|起|以[后後]))?"
)
# 2023.12.31前, 2023-12-31前; a number of a standard or a web address has nothing behind it
_POINTS = expression(
    r"20(?<![\d.．/-]20)(?P<rest>\d\d)(?P<sign>[.．/-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)"
    r"\s?(?:之|以)?前"
)
_HAPPENED = expression(r"[^。；;\n]{0,30}(?:发生|了)")  # 8月11日至18日，连续发生三起
# what is done behind 上半年 where it is a time, and no part of a name
_DONE = (
    "全部|全面|基本|力争|确保|要|应|须|必须|完成|建成|开工|启动|出台|实现|制定|投用|投产|编制|组织|开展|落实"
    "|新|推出|对|将"
)
_UNIT_DOES = "要(?!求)|应|印发|出台|完成|制[定订]|组织|启动|建立|将"
_HALF = (
    f"(?:底?前|内)?(?=[，,]?(?:{_DONE})|[。；）)]|$"
    f"|[，,][^，。；]{{2,16}}?(?:政府|[局委厅办]|部门|单位)(?:{_UNIT_DOES}))"
)
# each begins with a literal, so that the search is fast
_HALVES = {part: expression(f"(?P<part>{part}){_HALF}") for part in ("上半年", "年内")}
_HALF_HEAD = expression(r"(?:(?P<year>20\d\d)\s?年?|今年|本年度?|(?P<next>明年|次年))$")
_THIS_YEAR = expression(r"年[底末](?:之|以)?前")
_TO = expression(r"(?:截至|截止|到|至)\s?$")
_FROM = expression(r"(?:自|从)\s?$")
_PLAN = expression(r"十(?P<plan>[一二三四五])五[”\"]?(?P<when>期?末|期间|时期)")
_PLAN_BEFORE = expression(r"(?:到|至)?[“\"]$|(?:到|至)$")
_PLANS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030}
_DURING = expression("期间")
_NOUN = expression(
    r"(?:疫情(?:防控|影响|应急)?|防疫)$|(?:[，。；：、对在于\s]|^)(?P<noun>[\u4e00-\u9fff]{2,6})$"
)
_NOT_A_TIME = expression(
    r"时效|催告|除斥|^(?:其|此|该|上述|支持|根据|协助|确保|对|在|现就|可将|加强|全力|未|并)"
)
_TERM = expression(rf"期限为\s?[\d{DIGITS}十]{{1,3}}\s?(?:天|日|个月|年)")
_N = rf"(?:\d{{1,2}}|[{DIGITS}十]{{1,3}})"
_RECURRING = expression(
    r"每\s?(?P<count>[两二三四五六]|\d{1,2})?\s?个?(?P<unit>半年|半月|年|季度?|月|周|旬|日|天)"
    rf"(?:的?\s?{_N}\s?月(?:份)?(?:\s?{_N}\s?日)?\s?[底末]?"
    rf"(?:\s?(?:至|到|[-—－～])\s?(?:次年|翌年|当年)?{_N}\s?月(?:份)?(?:\s?{_N}\s?日)?[底末]?)?(?:期间)?(?:之?前)?"
    rf"|(?:的?第[一二三四]季度|上半年|下半年)(?:之?前|内)?"
    rf"|[底末]?(?:首月|末月|次月)?\s?{_N}\s?日(?:之?前)?|[底末]前?)?"
)
_BY_PERIOD = expression(
    r"按(?P<unit>半年|半月|年度?|季度?|月|周|旬|日)"
    r"(?=[^，。；]{0,6}(?:调度|通报|报告|报送|上报|评价|考核|公布|发布|统计|更新))"
)
_REGULAR = expression(r"(?P<unit>[月季周旬日])度?(?:通报|调度|报告|例会|会商)制度\Z")
_REGULAR_END = expression("制度(?<=(?:通报|调度|报告|例会|会商)制度)")
_ONE_A_DAY = expression(
    r"一(?<![\u4e00-\u9fff]一)(?P<unit>[日周月季年])一[调通研评更会报检][\u4e00-\u9fff]"
)
_EVERY = {"半年": "P6M", "年": "P1Y", "年度": "P1Y", "季": "P3M", "季度": "P3M", "月": "P1M",
          "周": "P1W", "半月": "P15D", "旬": "P10D", "日": "P1D", "天": "P1D"}  # fmt: skip
_RATE = expression(
    r"(?:最多|最高|至多|上限|不超过|不得超过|只能|可享受)|[^，。；：]{0,16}?(?:\d[\d.]*\s?[千万亿]?元|租金)"
)
_EACH_BEFORE = expression(r"每[^，。；每]{0,4}$")
_DAY_BEFORE = expression(r"(?P<year>20\d\d)\s?年\s?(?P<month>\d{1,2})\s?月[^。\n]{0,8}前")
_PARAGRAPH = 120  # characters before a day in which its year is named
_CENTURY = 2000  # an earlier year is no beginning in a text of which no date is known
_NUMERAL_REACH = 5  # characters of a numeral before 年, with a blank


def find_times(text: str, issued: date | None) -> Iterator[Time]:
    """Find the times of a text, in order; of two that overlap the first rule's stands."""
    covered = bytearray(len(text))
    found: list[Time] = []
    for find, read in _RULES:
        for match in find(text):
            time = read(text, match, issued)
            if time and 1 not in covered[time.span.start : time.span.end]:
                covered[time.span.start : time.span.end] = b"\1" * (time.span.end - time.span.start)
                found.append(time)
    return iter(sorted((time for time in found if not time.past), key=lambda time: time.span))


def _recurring(text: str, match: re.Match[str], _issued: date | None) -> Time | None:
    """每季度, 每年1月底前; a price by the month (每月50元) binds nobody."""
    head = text[max(0, match.start() - 8) : match.start()]
    if _RATE.match(text, match.end()) or _EACH_BEFORE.search(head):
        return None
    every, count = _EVERY[match["unit"]], to_int(match["count"] or "1")
    if count and count > 1:
        every = f"P{count * int(every[1:-1])}{every[-1]}"
    return Time(span_of(match.span()), _K.RECURRING, None, every, "deadline.recurring")


def _regularly(_text: str, match: re.Match[str], _issued: date | None) -> Time | None:
    """按月通报, 月通报制度, 一日一调度."""
    every = _EVERY[match["unit"]]
    return Time(span_of(match.span()), _K.RECURRING, None, every, "deadline.regularly")


def _numeral(text: str, match: re.Match[str], issued: date | None) -> Time | None:
    """A period or a day begins at this numeral."""
    period = _PERIOD.match(text, match.start())
    if period:
        return _period(period, issued)
    day = _DATE.match(text, match.start())
    return _day(text, day, issued) if day else None


def _period(match: re.Match[str], issued: date | None) -> Time:
    """2019年1月1日至12月31日, 2023年4—6月: the last day is its date; what is past binds nobody."""
    year = year_of(match["year"] or match["first"], issued)
    last = last_day(year, match["month"] or match["since"], match["day"] or match["until"])
    printed = match["year"] or match["first"]
    told = not printed and _HAPPENED.match(match.string, match.end())
    past = bool(told or (last and issued and last < issued.isoformat()))
    return Time(span_of(match.span()), _K.DURING, last, None, "deadline.period", year is None, past)


def _day(text: str, match: re.Match[str], issued: date | None) -> Time | None:
    """到2025年底, 6月30日前, 自2022年起, 至2020年12月31日."""
    head = text[max(0, match.start() - 3) : match.start()]
    to, since = _TO.search(head), _FROM.search(head)
    before = to or since
    span = span_of((match.start() - (len(before.group()) if before else 0), match.end()))
    month, day = match["month"] or match["month_only"], match["day"] or match["day_only"]
    year = year_of(match["year"] or _year_named(text, match.start(), month), issued)
    if year and not match["year"] and head.endswith(("次年", "翌年", "明年")):
        year, span = year + 1, span_of((match.start() - 2, match.end()))
    if match["since"]:
        history = year and year < (issued.year - 1 if issued else _CENTURY)  # 1911年以后
        return None if history else _beginning(span, year, month, day)
    if since and not match["before"]:
        return None
    last = last_day(year, month, day)
    if last and issued and last < issued.isoformat():
        return None  # what was done before the document says what is meant, not when to act
    if to and day and not match["before"]:
        return Time(span, _K.DURING, last, None, "deadline.until", year is None)
    if not (match["before"] or match["end"] or (to and match["year"])):
        return None
    return Time(span, _K.BY, last, None, "deadline.date", year is None)


def _pointed(_text: str, match: re.Match[str], issued: date | None) -> Time | None:
    """2023.12.31前."""
    last = iso(2000 + int(match["rest"]), int(match["month"]), int(match["day"]))
    if last is None or (issued and last < issued.isoformat()):
        return None
    return Time(span_of(match.span()), _K.BY, last, None, "deadline.date")


def _part_of_year(text: str, match: re.Match[str], issued: date | None) -> Time | None:
    """上半年完成, 2024年上半年完成, 年内出台; 三年内 and 今年上半年增长8% are none."""
    head = _HALF_HEAD.search(text, max(0, match.start() - 6), match.start())
    before = text[match.start() - 1 : match.start()]
    if head is None and (before.isdigit() or before in tuple("两三四五六七八九十几半当近每一二")):
        return None
    year = year_of(head["year"] if head else None, issued)
    year = year + 1 if year and head and head["next"] else year
    end = f"{year}-06-30" if match["part"] == "上半年" else f"{year}-12-31"
    if year and issued and end < issued.isoformat():
        return None
    span = span_of((head.start() if head else match.start(), match.end()))
    return Time(span, _K.BY, end if year else None, None, "deadline.date", year is None)


def _beginning(span: Span, year: int | None, month: str | None, day: str | None) -> Time:
    first = iso(year, int(month or 1), int(day or 1)) if year else None
    return Time(span, _K.FROM, first, None, "deadline.from")


def _this_year(text: str, match: re.Match[str], issued: date | None) -> Time | None:
    """年底前, 今年底前: the year of the document."""
    head = text[max(0, match.start() - 2) : match.start()]
    if head[-1:].isdigit() or head.endswith(("年", "每", "半")):
        return None
    start = match.start() - (1 if head.endswith(("今", "本")) else 0)
    last = f"{issued.year}-12-31" if issued else None
    return Time(span_of((start, match.end())), _K.BY, last, None, "deadline.date", issued is None)


def _plan(text: str, match: re.Match[str], _issued: date | None) -> Time | None:
    """到“十四五”末: the five-year plans end with the years that 5 divides."""
    head = _PLAN_BEFORE.search(text, max(0, match.start() - 2), match.start())
    kind = _K.BY if match["when"].endswith("末") else _K.DURING
    span = span_of((head.start() if head else match.start(), match.end()))
    return Time(span, kind, f"{_PLANS[match['plan']]}-12-31", None, "deadline.plan")


def _during(text: str, match: re.Match[str], _issued: date | None) -> Time | None:
    """疫情防控期间."""
    noun = _NOUN.search(text, max(0, match.start() - 10), match.start())
    if noun is None or (noun["noun"] and _NOT_A_TIME.search(noun["noun"])):
        return None
    start = noun.start("noun") if noun["noun"] else noun.start()
    return Time(span_of((start, match.end())), _K.DURING, None, None, "deadline.during")


def _term(text: str, match: re.Match[str], _issued: date | None) -> Time | None:
    """补助期限为30天."""
    start = max(0, match.start() - 2)
    if not text[start : match.start()].isalpha():
        start = match.start()
    return Time(span_of((start, match.end())), _K.DURING, None, None, "deadline.term")


def _year_named(text: str, begin: int, month: str | None) -> str | None:
    """于2024年1月16日前报送，1月19日前公示: the later day is of the same year."""
    days = list(_DAY_BEFORE.finditer(text, max(0, begin - _PARAGRAPH), begin))
    if not days or month is None or "\n" in text[days[-1].end() : begin]:
        return None
    return days[-1]["year"] if int(days[-1]["month"]) <= int(month) else None


def _numerals(text: str) -> list[re.Match[str]]:
    """Find the numerals before 年 and 月."""
    ends = (sign.start() for unit in _UNITS for sign in unit.finditer(text))
    found = (_NUMERAL.search(text, max(0, end - _NUMERAL_REACH), end) for end in ends)
    return sorted((match for match in found if match), key=re.Match.start)


def _halves(text: str) -> Iterable[re.Match[str]]:
    found = (half.finditer(text) for word, half in _HALVES.items() if word in text)
    return sorted(chain.from_iterable(found), key=re.Match.start)


# The order is that of their strength: what a stronger rule has read, a weaker one leaves.
_RULES: tuple[tuple[Finder, Reader], ...] = (
    (_RECURRING.finditer, _recurring),
    (_BY_PERIOD.finditer, _regularly),
    (partial(ending_in, _REGULAR_END, _REGULAR, 6), _regularly),
    (_ONE_A_DAY.finditer, _regularly),
    (_numerals, _numeral),
    (_POINTS.finditer, _pointed),
    (_THIS_YEAR.finditer, _this_year),
    (_halves, _part_of_year),
    (_PLAN.finditer, _plan),
    *COUNTED,
    (_DURING.finditer, _during),
    (_TERM.finditer, _term),
)
