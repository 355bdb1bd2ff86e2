"""Where a fact is known from, as the tables say it in English -> in Chinese, addresses last.

The tables write sources for those who keep them: an outlet with its day, a number, what was not
verified. These forms are worded in Chinese; a source without any of them stays as it is.
"""

import re

from policygraph.expression import expression

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_ADDRESS = expression(r"https?://[^\s;,()]{1,600}")
_FORM = expression(
    r"(?P<number>[一-鿿]{2,8}〔[0-9]{4}〕[0-9]{1,4}号)"
    r"|(?P<doubt>not verified: general knowledge)"
    r"|(?P<invented>invented for the samples)"
    r"|(?P<outlet>[0-9]{0,4}[一-鿿]{2,16}|news of)"
    rf" (?P<day>[0-9]{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>[0-9]{{4}})"
)


def source_words(source: str, language: str) -> str:
    """Give a source in ``zh``, or as it is written in ``en``."""
    if language != "zh":
        return source
    told = [_in_chinese(match) for match in _FORM.finditer(_ADDRESS.sub("", source))]
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
    outlet = "新闻报道" if match["outlet"] == "news of" else match["outlet"]
    month = _MONTHS.index(match["month"]) + 1
    return f"{outlet}（{match['year']}年{month}月{match['day']}日）"
