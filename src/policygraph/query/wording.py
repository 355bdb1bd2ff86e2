"""Codes in the cells of an answer -> words for people; machines keep the codes.

In Chinese only: the codes are words of English. What is no code stays as it is.
"""

import re

from policygraph.errors import Message
from policygraph.expression import expression
from policygraph.model.code import Severity
from policygraph.model.sources import source_words

_TRUTH = {"yes": "是", "no": "否", "unknown": "不详"}
_HOW = {
    "stands": "仍在",
    "ended": "已终止",
    "substituted": "仅为替换写法",
    "day-not-known": "变动的日期不够确切",
    "several-candidates": "接续机构未能确定",
    "divided": "职能已分设，条款未指明",
    "function-moved": "有关职能已划转",
}
# Why a document is in force, is not, or is not known to be; the queries that tell it say the same.
REASONS = {
    "draft": Message(zh="征求意见稿，未印发", en="a draft, not issued"),
    "expired": Message(zh="有效期已届满", en="the last day is over"),
    "not-yet-effective": Message(zh="尚未施行", en="has not begun yet"),
    "not-yet-issued": Message(zh="尚未印发", en="not issued yet"),
    "repealed": Message(zh="已被废止", en="repealed"),
    "repealed-undated": Message(
        zh="已被废止，但废止文件没有日期", en="repealed by a document that has no date"
    ),
    "no-start-printed": Message(
        zh="未写明施行日期和成文日期", en="neither a first day nor a date is printed"
    ),
    "no-end-printed": Message(
        zh="未写明有效期，未见废止文件", en="no last day is printed, and nothing at hand repeals it"
    ),
    "within-term": Message(zh="在有效期内", en="begun, and the last day is not over"),
    "not-at-hand": Message(zh="未收录该文件", en="the dataset does not hold it"),
    "copies-differ": Message(
        zh="各份文本所写的日期不一致", en="the copies at hand print different days"
    ),
}
UNKNOWN_FORCE = Message(
    zh="“不详”不等于无效，多是因为文件没有写明有效期，所收文件中也没有废止它的。这类文件在被废止之前通常仍有效；"
    "但所收文件未必齐全，有的地方还规定了最长有效期，使用前请向发文机关核实",
    en="“unknown” does not mean “no”: mostly the document prints no last day, and no document at"
    " hand repeals it. Such a document usually holds until it is repealed; but what repeals it may"
    " not be at hand, and some places limit how long a document holds. Ask the issuer before you"
    " rely on it",
)
# Fields of a document, where facts-of-document tells from which words each was read.
_FIELDS = {
    "title": "标题",
    "number": "文号",
    "issuers": "发文机关",
    "kind": "文种",
    "jurisdiction": "地区",
    "issued": "成文日期",
    "published": "发布日期",
    "effective": "施行日期",
    "expires": "有效期至",
    "status": "状态",
    "disclosure": "公开属性",
    "addressed_to": "主送",
    "copied_to": "抄送",
}
_COLUMNS: dict[str, dict[str, str]] = {
    **dict.fromkeys(("holds", "happened", "inForce", "overdue", "inCorpus"), _TRUTH),
    **dict.fromkeys(("reason", "how"), _HOW | {code: said.zh for code, said in REASONS.items()}),
    "severity": {each.value: each.in_language("zh") for each in Severity},
    "locator": {"title": "标题"},
    "words": _FIELDS,
    "told": {"mark": "责任标注", "text": "正文"},
    "side": {"before": "变更前", "after": "变更后"},
}
_PATHS = ("path", "otherPath", "locator", "besideLocator", "newLocator")
_PATH = expression(r"^(?P<first>preamble|annex(?P<number>[0-9]*))(?=/|$)")
_WORDED_PATH = expression(r"^(?P<first>前言|附件(?P<number>[0-9]*))(?=/|$)")


def worded(text: str, column: str, language: str) -> str:
    """Give the text of a cell as people read it.

    Args:
        text: as it stands in the answer.
        column: name of the column.
        language: ``zh`` or ``en``.
    """
    if language != "zh" or not text:
        return text
    if column in _PATHS and _PATH.match(text):
        return _PATH.sub(_place, text, count=1)
    if column == "source":
        return source_words(text, language)
    return _COLUMNS.get(column, {}).get(text, text)


def path_code(text: str) -> str:
    """Give a path as the data has it, from the words in which people see it: 附件1/2."""
    return _WORDED_PATH.sub(_code, text, count=1)


def _code(match: re.Match[str]) -> str:
    return "preamble" if match["first"] == "前言" else f"annex{match['number']}"


def _place(match: re.Match[str]) -> str:
    return "前言" if match["first"] == "preamble" else f"附件{match['number']}"
