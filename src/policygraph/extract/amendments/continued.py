"""Documents that stay in force: 《…》继续有效, 《…》有效期延长至2025年12月31日."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.extract.works.fates import Fate
from policygraph.extract.works.lists import document_lists
from policygraph.model.facts import Amendment, Citation, Operation, Relation, Target
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind
from policygraph.registry.words import Words, alternation
from policygraph.text.dates import CHINESE_DATE

_HINTS = ("继续", "延长", "延续", "延期", "保留")  # cheap to look for
_REACH = 160  # characters behind a title in which it is said that it stays in force
_LISTED = expression(
    r"(?:\s*[、和及与]?\s*《[^《》]{1,240}》\s*(?:[（(][^（）()]{1,60}[）)])?){0,20}"
)
_DAY = re.sub(r"\?P<\w+>", "?:", CHINESE_DATE.pattern)
_TERM = rf"(?:{_DAY}|[\d一二两三四五六七八九十]{{1,3}}\s*(?:年|个月))"
_PERIOD = "有效期限?|实施期限?|执行期限?|施行期限?|试行期限?|期限"
_STAYS = expression(
    r"[^。；《》]{0,60}?(?:继续(?:有效|执行|施行|实施)"
    rf"(?:[，,](?:{_PERIOD})(?:延[长续期])?(?:至|到|为)\s*(?P<then>{_TERM}))?"
    rf"|(?:{_PERIOD})[^。；《》]{{0,16}}?延[长续期](?:至|到|为)?\s*(?P<term>{_TERM})?"
    rf"|延[长续期](?:{_PERIOD})?(?:至|到|为)?\s*(?P<more>{_TERM}))"
)
_PROLONGED = expression(r"(?:延长|延续)原?$")  # 延长《…》有效期至…
_UNTIL = expression(
    rf"[^。；《》]{{0,6}}?(?:{_PERIOD})[^。；《》]{{0,6}}?(?:至|到|为)?\s*(?P<term>{_TERM})"
)
_IT = expression(
    "(?:该|上述|此)(?:文件|办法|通知|规定|意见|方案|细则|条例|政策|措施|规则|标准|规范性文件)"
)
_BASES = (Relation.BASED_ON, Relation.IMPLEMENTS)
_LIST = 4000  # characters of a list behind the line that leads it
_LINE = expression(r"[^\n]*[：:][ \u3000]*\n")
_UNTIL_THEN = expression(
    rf"(?:{_PERIOD})[^。；：\n]{{0,8}}?(?:至|到|为)?\s*(?P<term>{_TERM})[^。；：\n]{{0,6}}[：:]"
)
_NOT_SO = expression(
    "不再|是否|不得|清理|要求|精神|如需|需要|需|可以|可|拟|的，|失效|废止|修[改订]"
)


def continued(reading: Reading, citations: Sequence[Citation]) -> Iterator[Amendment]:
    """Give what stays in force; ``new`` holds the day or the term that is stated."""
    text = reading.source.text
    if not any(word in text for word in _HINTS):
        return
    kept = {row.span.start for row in document_lists(reading) if row.fate is Fate.KEPT}
    kind = _kind(reading.registry.words)
    spoken = [row for row in citations if row.relation not in _BASES and row.article is None]
    alone = spoken[0] if len(spoken) == 1 else None
    for row in citations:
        if row.article is not None or not (row.number or kind.search(row.title or "")):
            continue
        if row.spans[0].start in kept:
            led = _led(text, row.spans[0].start)
            yield Amendment(
                row.clause, Target(row.title, row.number, None, None), Operation.KEEP, None,
                "".join(led["term"].split()) if led else None, (), row.spans,
                "amendment.continued", new_span=span_of(led.span("term")) if led else None,
            )  # fmt: skip
            continue
        if row.rule == "title.listed":
            continue
        span = span_of((row.spans[0].start, row.spans[-1].end))
        block = reading.block_at(span.start)
        stop = block.span.end if block.kind is BlockKind.TABLE else len(text)
        said = _said(text, span, stop)
        if said is None and alone is row:
            said = _said_of_it(text, span.end, min(block.span.end, span.end + 2 * _REACH))
        if said is None:
            continue
        group = next(
            (name for name in ("term", "more", "then") if said.groupdict().get(name)), None
        )
        term = said[group] if group else None
        yield Amendment(
            row.clause, Target(row.title, row.number, None, None), Operation.KEEP, None,
            "".join(term.split()) if term else None, (),
            (span_of((row.spans[0].start, said.end())),), "amendment.continued",
            new_span=span_of(said.span(group)) if group else None,
        )  # fmt: skip


@lru_cache(maxsize=8)
def _kind(words: Words) -> re.Pattern[str]:
    """Match the kind at the end of a title: a licence stays in force, too, and is no document."""
    return re.compile(rf"(?:{alternation(words.kinds)})(?:[（(][^（）()]{{1,12}}[）)])?$")


def _led(text: str, begin: int) -> re.Match[str] | None:
    """Give the term that the line states which leads a list: 继续有效，有效期延长至…：."""
    leads = [*_LINE.finditer(text, max(0, begin - _LIST), begin)]
    return _UNTIL_THEN.search(text, *leads[-1].span()) if leads else None


def _said_of_it(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Give what a later sentence says of the only document spoken of: 该办法有效期延长至…."""
    named = _IT.search(text, begin, end)
    said = _STAYS.match(text, named.end(), end) if named else None
    return None if said is None or _NOT_SO.search(said.group()) else said


def _said(text: str, title: Span, stop: int) -> re.Match[str] | None:
    """Give the words behind a title, or a list that it begins, that say that it stays in force."""
    listed = _LISTED.match(text, title.end)
    end = listed.end() if listed else title.end
    if _PROLONGED.search(text, max(0, title.start - 8), title.start):
        return _UNTIL.match(text, end, min(end + _REACH, stop))
    said = _STAYS.match(text, end, min(end + _REACH, stop))
    return None if said is None or _NOT_SO.search(said.group()) else said
