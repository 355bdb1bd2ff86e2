"""Units that a document names of itself: 本条例第十条第二款, 本条第一款, 前款第三项, 违反第十六条.

The technical rules for legislation (立法技术规范（试行）（一）, Legislative Affairs Commission of
the National People's Congress, 2009) have these forms: 款 are the paragraphs
of an article without number, so 前款 means the one before the paragraph in which it stands.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.citations.cited_units import Unit, cited_units
from policygraph.extract.reading import Reading
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Block, BlockKind, Clause
from policygraph.text.numerals import DIGITS, to_int

_K = BlockKind
_READ = frozenset((_K.ITEM, _K.TEXT, _K.PREAMBLE, _K.CLOSING))
_NUM = rf"[{DIGITS}十百]{{1,5}}"
_OF_ITSELF = expression(
    "本(?:实施|暂行|若干)?(?:条例|办法|规定|细则|决定|规则|准则|规程|意见|通知|方案|措施|公告|法)"
    r"(?=(?:中的?|的)?第[^，。；]{1,12}条)"
)
_OF_THE_ARTICLE = expression(rf"本条(?=(?:中的?|的)?第(?:{_NUM}(?:[款项]|[、和及与至])|[（(]))")
_BACKWARD = expression(
    "前(?<![目提当此付先]前)(?P<count>[一二两三四五])?(?P<unit>[款条])(?![件例文目])"
)
# behind these words a law needs no 本条例 before its article
_BARE = expression(
    rf"第(?:(?<=违反第|依照第|按照第|根据第|依据第|适用第|符合第|涉及第|属于第|具有第)|(?<=除第|按第))(?={_NUM}(?:(?P<unit>[条款])|[、和]))"
)
_BACK = 400  # characters before a reference in which its quotation opens
_RULE = "citation.own-unit"


class Own(NamedTuple):
    """Units of the document itself; ``span`` is what names the document or the article."""

    span: Span
    units: list[Unit]


def own_units(reading: Reading) -> tuple[list[Own], list[Finding]]:
    """Read the articles, paragraphs and items that a document names of itself.

    Returns:
        The units in the order of the text, and what was seen and not read: 前款 in a first
        paragraph.
    """
    found: list[Own] = []
    findings: list[Finding] = []
    for span, within in _references(reading, findings):
        units, unread = cited_units(
            reading.source.text, span, reading.next_clause(span.start), within
        )
        findings.extend(unread)
        if units[0].article is None:
            units = [within] if within else []
        if units:
            found.append(Own(span, units))
    return sorted(found), findings


def _references(reading: Reading, findings: list[Finding]) -> Iterator[tuple[Span, Unit | None]]:
    """Find where the document is meant, and the unit of it that is meant already."""
    text = reading.source.text
    for match in _OF_ITSELF.finditer(text):
        if _is_own(reading, match.start()):
            yield span_of(match.span()), None
    for match in _OF_THE_ARTICLE.finditer(text):
        article = _article(reading, match.start())
        if article and _is_own(reading, match.start()):
            yield span_of(match.span()), Unit(_number(article), None, None, match.end())
    for match in _BARE.finditer(text):
        if _is_own(reading, match.start()):
            yield from _bare(reading, match)
    for match in _BACKWARD.finditer(text):
        if _is_own(reading, match.start()):
            yield from _backward(reading, match, findings)


def _bare(reading: Reading, match: re.Match[str]) -> Iterator[tuple[Span, Unit | None]]:
    """违反第十六条, 违反第一款: only in a document that has articles itself."""
    article = _article(reading, match.start())
    if article is None:
        return
    span = span_of((match.start(), match.start()))
    whole = match["unit"] == "条"
    yield span, None if whole else Unit(_number(article), None, None, span.end)


def _backward(
    reading: Reading, match: re.Match[str], findings: list[Finding]
) -> Iterator[tuple[Span, Unit]]:
    """前款, 前两款, 前条: counted back from the paragraph or the article in which it stands."""
    span = span_of(match.span())
    article = _article(reading, span.start)
    number = _number(article) if article else None
    if article is None or number is None:
        return
    of_article = match["unit"] == "款"
    here = _paragraph(reading, article, span.start) if of_article else number
    count = 2 if match["count"] == "两" else to_int(match["count"] or "一") or 1
    if here <= count:
        findings.append(Finding("citation.unit-not-read", span, _RULE, match.group()))
        return
    for back in range(count, 0, -1):
        there = here - back
        yield (
            span,
            Unit(number, there, None, span.end)
            if of_article
            else Unit(there, None, None, span.end),
        )


def _is_own(reading: Reading, offset: int) -> bool:
    """Say whether the words are the document's, and not quoted as those of another."""
    block = reading.block_at(offset)
    if block.kind not in _READ:
        return False
    before = reading.source.text[max(block.span.start, offset - _BACK) : offset]
    return before.count("“") <= before.count("”")


def _article(reading: Reading, offset: int) -> Clause | None:
    """Give the article that an offset lies in; None where there is none, or an inserted one."""
    around = (clause for clause in reading.clauses_around(offset) if clause.style == "article")
    article = next(around, None)
    return None if article is None or "之" in article.label else article


def _number(article: Clause) -> int | None:
    return to_int(article.label.strip("第条"))


def _paragraph(reading: Reading, article: Clause, offset: int) -> int:
    """Count the paragraphs (款) of an article up to an offset; its items belong to theirs."""
    _, *further = reading.blocks_between(article.start, offset)
    return 1 + sum(1 for block in further if _is_paragraph(block))


def _is_paragraph(block: Block) -> bool:
    return block.kind in (_K.TEXT, _K.CLOSING) and block.label is None
