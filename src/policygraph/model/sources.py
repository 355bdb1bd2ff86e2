"""Where a fact is known from, as the tables say it in English -> in Chinese, addresses last.

The tables write sources for those who keep them: an outlet with its day, an issue, a number, two
editions of a table, what was not verified. These forms are worded in Chinese; a source without any
of them stays as it is.
"""

import re

from policygraph.expression import expression

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_ADDRESS = expression(r"https?://[^\s;,()]{1,600}")
# What stands before a day, in the tables -> in Chinese, the day in the place of {}.
_BEFORE_A_DAY = {
    "news of": "新闻报道（{}）",
    "report of": "新闻报道（{}）",
    "list of the new bureaus of": "新设机构名单（{}）",
    "its government": "当地政府（{}）",
    "its own page": "该机构网站（{}）",
    "the bureau on its opening of": "该机构挂牌（{}）",
    "Global Times": "环球时报英文版（{}）",
    "approved on": "{}批准",
    "the plan of": "{}方案",
    "turned into a company on": "{}转为公司",
    "the decision of": "{}决定",
}
_SAID = r"(?: \([0-9]{1,2}\),| by its government| on| on (?:the|its) opening of)?"  # of an outlet
_EDITION = r"[a-z0-9-]{2,30} [0-9.]{1,8}(?: \([0-9]{6}\))?"
_FORM = expression(
    r"(?P<number>[一-鿿]{2,20}〔[0-9]{4}〕[0-9]{1,4}号)"
    r"|(?P<doubt>not verified: general knowledge)"
    r"|(?P<invented>invented for the samples)"
    rf"|(?P<older>{_EDITION}) and (?P<newer>{_EDITION}) compared"
    r"|(?P<journal>[一-鿿]{2,16}) (?P<volume>[0-9]{4}) no\. (?P<issue>[0-9]{1,3})"
    rf"|(?:(?P<before>{'|'.join(_BEFORE_A_DAY)})|(?P<outlet>[0-9]{{0,4}}[一-鿿]{{2,16}}){_SAID})"
    rf" (?P<day>[0-9]{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>[0-9]{{4}})"
)
_MONTH_OF = expression(r"[^(]{1,40}\((?P<year>[0-9]{4})(?P<month>[0-9]{2})\)")
_WHAT = expression(r"[一-鿿]{2,12}(?=: )")  # befell the place that a body is of
_NAMED_FIRST = expression(r"[一-鿿]{3,16}(?= on )")


def source_words(source: str, language: str) -> str:
    """Give a source in ``zh``, or as it is written in ``en``."""
    if language != "zh":
        return source
    if what := _WHAT.match(source):
        return f"{what[0]}：{source_words(source[what.end() + 2 :], language)}"
    told = [_in_chinese(match) for match in _FORM.finditer(_ADDRESS.sub("", source))]
    first = None if told else _NAMED_FIRST.match(source)
    if first:
        told = [first[0]]
    if not told:
        return source
    addresses = dict.fromkeys(_ADDRESS.findall(source))
    return "；".join([*dict.fromkeys(told), *addresses])


def _in_chinese(match: re.Match[str]) -> str:
    if match["doubt"]:
        return "未核实：一般了解"
    if match["invented"]:
        return "为示例虚构"
    if match["number"]:
        return match["number"]
    if match["older"]:
        return f"行政区划代码表比较：{_edition(match['older'])}与{_edition(match['newer'])}"
    if match["journal"]:
        return f"{match['journal']}（{match['volume']}年第{match['issue']}期）"
    day = f"{match['year']}年{_MONTHS.index(match['month']) + 1}月{match['day']}日"
    return _BEFORE_A_DAY.get(match["before"] or "", f"{match['outlet']}（{{}}）").format(day)


def _edition(name: str) -> str:
    month = _MONTH_OF.fullmatch(name)
    return f"{month['year']}年{int(month['month'])}月版" if month else name
