"""The printed run of a figure, what it is about, and on what condition it holds."""

import re
from functools import lru_cache

from policygraph.extract.quantities_passage import Passage, closed_up
from policygraph.model.source import Span
from policygraph.registry.measures import Measures
from policygraph.registry.words import alternation

_LONGEST = 30  # characters of a printed run before its figure
_SUBJECT = (2, 24)  # characters of a subject, least and most
_CONDITION = 60
_LIST = re.compile("[、：:（(]")
_PART = re.compile("[，,；;：:（）()]")
_BRACKET = re.compile(r"[（(][^（）()]{0,60}[）)]")
_LEADING = re.compile(
    r"^(?:其中|力争|确保|争取|逐步|尽快|而且|另外|到|使|并|且|再|将|可|要|对于?|由|至|今后|累计|实现|共|即"
    r"|每[年月周天日]|每[家户个名人项亩件]|一次性|分别|20\d\d年底?前?|和|及|或|与|的|[-—–－~～、])+"
)
_TRAILING = re.compile(
    r"(?:的|为|是|达|在|至|到|每[家户个名人项亩件年月位]|每平方米|分别|各|最高|最低|一次性|原则上|合计|累计|总计"
    r"|占指标权重|占(?!比)|按|(?<!占)比上?年?|增长|同比|得|加|扣|应|可|要|将|已|就|均|不|约|且|满|连续|再|和|及|、|处以?)+$"
)
_GIVEN = re.compile(
    "给予|予以|奖励|补助(?!标准|期限|面积|金额)|补贴(?!标准|期限|面积|金额)|发放|安排"
)
_EACH_ITS = "分别"
_SINCE = re.compile(r"[比较]\s?(?:20\d\d年|上年|去年)(?:同期)?$")
_BASE = re.compile("按照?|参照|依照|依据|根据")
_ADDRESSED = re.compile(r"^.*?(?:对于?|凡是?|支持|鼓励)")
_BEHIND = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2,12})(?=[，。；、：,;:]|$)")
_CONDITIONAL = re.compile(r"(?:的|者|后)$")
_OPENS = re.compile(r"^(?:对于?|凡是?|首次|连续|年度|新(?!增))")
_ADDRESSEE = re.compile(r"对[^，。]{2,40}(?:企业|单位|机构|个人|人员|平台|项目|园区|主体|户)$")


@lru_cache(maxsize=8)
def _comparators(measures: Measures) -> re.Pattern[str]:
    words = alternation(measures.words("at-most", "at-least", "reaches", "falls-to"))
    return re.compile(rf"(?:{words})[^，。；]{{0,8}}$")


@lru_cache(maxsize=8)
def _suffix(measures: Measures) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{alternation(measures.words('or-more', 'or-less', 'about'))})")


@lru_cache(maxsize=8)
def _making(measures: Measures) -> frozenset[str]:
    return frozenset(measures.words("makes"))


@lru_cache(maxsize=8)
def _made(measures: Measures) -> re.Pattern[str]:
    """每年新增上云企业: what is counted stands behind the verb."""
    return re.compile(rf"^.*(?:{alternation(measures.words('makes'))})(?=.)")


def printed_run(text: str, passage: Passage, measures: Measures) -> Span:
    """Give the run that a person would point to: from the piece of a list to 以上, 以内."""
    begin = max(passage.part, passage.figure.start - _LONGEST)
    for mark in _LIST.finditer(text, begin, passage.figure.start):
        begin = mark.end()
    while begin < passage.figure.start and text[begin].isspace():
        begin += 1
    suffix = _suffix(measures).match(text, passage.tail, passage.part_end)
    return Span(begin, suffix.end() if suffix else passage.figure.end)


def subject_of(
    text: str, run: Span, passage: Passage, before: Passage | None, measures: Measures
) -> str | None:
    """Give the words of the run that name what is counted; None where it names nothing."""
    begin = max(run.start, before.tail) if before else run.start
    words = closed_up(text, begin, passage.figure.start)
    if _EACH_ITS in words:  # 国家级、省级中心分别给予…: the whole list is meant
        words = closed_up(text, passage.part, passage.figure.start).partition(_EACH_ITS)[0]
        words = _SINCE.sub("", words)
    words = _comparators(measures).sub("", words)
    if not words and text[begin - 1 : begin] in ("）", ")"):
        words = _outside(text, passage.stop, begin)
    words = _TRAILING.sub("", _GIVEN.split(words)[0])
    words = _LEADING.sub("", _BASE.split(words)[-1])
    if passage.figure.family not in ("count", "event"):
        return _named(words)
    named = _named(_made(measures).sub("", words)) if words not in _making(measures) else None
    behind = _BEHIND.match(text, passage.tail, passage.part_end)
    return named or (behind["noun"] if behind else None)


def _outside(text: str, stop: int, end: int) -> str:
    """优良天数比例（AQI达标率）达到94%: the words before the bracket that ends at ``end``."""
    begin = max(stop, end - 2 * _LONGEST)
    opened = max(text.rfind("（", begin, end), text.rfind("(", begin, end))
    return _PART.split(closed_up(text, begin, opened))[-1] if opened > begin else ""


def _named(words: str) -> str | None:
    least, most = _SUBJECT
    whole = words.count("“") == words.count("”") and words.count("（") == words.count("）")
    return words if least <= len(words) <= most and whole else None


def before_bracket(text: str, passage: Passage) -> str | None:
    """物流中心（1分）: the words before the bracket that holds nothing but the figure."""
    if text[passage.part - 1 : passage.part] not in ("（", "("):
        return None
    words = closed_up(text, max(passage.stop, passage.part - _LONGEST), passage.part - 1)
    return _named(_TRAILING.sub("", _LEADING.sub("", _PART.split(words)[-1])))


def condition_of(text: str, passage: Passage) -> str | None:
    """Give the part of the sentence right before the figure's that says for whom or when."""
    earlier = _BRACKET.sub("", closed_up(text, passage.stop, passage.part))
    before = _PART.split(earlier.rstrip("，,：:"))
    for words in reversed(before):
        is_one = _CONDITIONAL.search(words) or _OPENS.match(words) or _ADDRESSEE.search(words)
        if is_one and len(words) <= _CONDITION and not _GIVEN.search(words):
            return words or None
    return None


def beneficiary(condition: str | None) -> str | None:
    """对当年首次“小升规”的工业企业 -> 当年首次“小升规”的工业企业."""
    return _named(_ADDRESSED.sub("", condition)) if condition else None
