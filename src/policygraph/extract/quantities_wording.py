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
_LIST = re.compile(r"[、：:“（(]|(?:和|及|以及|与)(?=[^和及与]{2,}$)")
_LEADING = re.compile(
    r"^(?:其中|力争|确保|争取|到|使|并|且|将|对于?|由|按照?|参照|每年|全年|年度?|累计|新?建成|新增|培育|打造|引进|完成|实现|举办|开展|培训|选派|遴选|每[家户个名人项亩件]|给予|再|一次性|分别|推动|组织|建设|创建|认定|新认定|发放|20\d\d年底?前?)+"
)
_TRAILING = re.compile(
    r"(?:的|为|是|达|在|至|到|每[家户个名人项亩件年月]|分别|给予|奖励|补贴|补助|最高|最低|一次性|原则上|合计|累计|总计|占|按|比上?年?|增长|同比|得|加|扣|应|可|将|已|就|均|各|不|数量)+$"
)
_CONDITIONAL = re.compile(r"(?:的|者|后)$")
_OPENS = re.compile(r"^(?:对于?|凡是?|首次|连续|年度|新)")


@lru_cache(maxsize=8)
def _comparators(measures: Measures) -> re.Pattern[str]:
    words = alternation(measures.words("at-most", "at-least", "reaches", "falls-to"))
    return re.compile(rf"(?:{words})[^，。；]{{0,8}}$")


@lru_cache(maxsize=8)
def _suffix(measures: Measures) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{alternation(measures.words('or-more', 'or-less', 'about'))})")


def printed_run(text: str, passage: Passage, measures: Measures) -> Span:
    """Give the run that a person would point to: from the piece of a list to 以上, 以内."""
    begin = max(passage.part, passage.figure.start - _LONGEST)
    for mark in _LIST.finditer(text, begin, passage.figure.start):
        if mark.group() in "、：:“（(":
            begin = mark.end()
    while begin < passage.figure.start and text[begin].isspace():
        begin += 1
    suffix = _suffix(measures).match(text, passage.tail, passage.part_end)
    return Span(begin, suffix.end() if suffix else passage.figure.end)


def subject_of(text: str, run: Span, passage: Passage, measures: Measures) -> str | None:
    """Give the words of the run that name what is counted; None where it names nothing."""
    words = closed_up(text, run.start, passage.figure.start)
    words = _comparators(measures).sub("", words)
    words = _TRAILING.sub("", _LEADING.sub("", words))
    least, most = _SUBJECT
    return words if least <= len(words) <= most else None


def condition_of(text: str, passage: Passage) -> str | None:
    """Give the part of the sentence right before the figure's that says for whom or when."""
    before = re.split("[，,；;：]", closed_up(text, passage.stop, passage.part).rstrip("，,：:"))
    for words in reversed(before):
        if (_CONDITIONAL.search(words) or _OPENS.match(words)) and len(words) <= _CONDITION:
            return words or None
    return None
