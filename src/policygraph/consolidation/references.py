"""Where a text names its own units by number: 本办法第三条第二款第（一）项, 本条第二款."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policygraph.consolidation.places import Places
from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.text.numerals import DIGITS, in_chinese, to_int

_OWN = "citation.own-unit"  # the rule by which a text cites its own articles
_N = rf"[{DIGITS}十百千\d]{{1,8}}"
_OF_ITSELF = expression(
    "本(?:实施|暂行|试行|若干)?(?:条例|办法|规定|细则|规则|解释|准则|规程|章程|规范|决定|意见|通知|方案|措施|法)"
    "(?:中的?|的)?(?=第)"
)
_OF_ARTICLE = expression("本条(?:中的?|的)?(?=第)")
_ARTICLE = rf"第{_N}条(?:之{_N})?"
_PARAGRAPH, _ITEM = rf"第{_N}款", rf"第?[（(]?{_N}[）)]?项"
_INNER = rf"(?:{_PARAGRAPH}(?:{_ITEM})?|{_ITEM})"
_PART = rf"(?:{_ARTICLE}(?:{_INNER})?|{_INNER})"
_LISTED = expression(rf"{_PART}(?:(?:[、，]|和|及|或|至|以及|或者){_PART}){{0,40}}")
_TOKEN = expression(rf"第({_N})条(之)?|第({_N})款|第?[（(]?({_N})[）)]?项")


class Reference(NamedTuple):
    """A number of an own unit as the text prints it.

    Attributes:
        span: of 第三条, 第二款 or 第（一）项.
        article, paragraph, item: numbers that lead to the unit; None: none is named.
        place: path of the clause in which it stands.
    """

    span: Span
    article: int
    paragraph: int | None
    item: int | None
    place: str


def own_references(places: Places) -> list[Reference]:
    """Give the numbers of its own units that a text names.

    Where it says 本… all are found, where it does not, those that were read as its own. A number
    with 之 (第三条之一) is none of those that are counted, nor is what stands under it.
    """
    found: dict[Span, Reference] = {}
    for begin, end, article in _regions(places):
        for one in _tokens(places, begin, end, article):
            found.setdefault(one.span, one)
    return [found[span] for span in sorted(found)]


def _regions(places: Places) -> Iterator[tuple[int, int, int | None]]:
    """Give where own units are listed, and the article in which they are if it is not named."""
    text = places.text
    for row in places.record.citations:
        if row.rule == _OWN and row.spans:
            yield row.spans[0].start, row.spans[-1].end, None
    for named in _OF_ITSELF.finditer(text):
        if not _is_quoted(text, named.start()) and (listed := _LISTED.match(text, named.end())):
            yield *listed.span(), None
    for named in _OF_ARTICLE.finditer(text):
        listed = _LISTED.match(text, named.end())
        article = _article_at(places, named.start())
        if listed and article and not _is_quoted(text, named.start()):
            yield *listed.span(), article


def _is_quoted(text: str, at: int) -> bool:
    """Say whether a place is inside quotation marks: these are the words of another text."""
    line = text.rfind("\n", 0, at) + 1
    return text.count("“", line, at) > text.count("”", line, at)


def _article_at(places: Places, at: int) -> int | None:
    clause = places.by_path.get(places.clause_at(at) or "")
    article = places.article_of(clause) if clause else None
    last = article.path.rpartition("/")[2] if article else ""
    return int(last) if last.isdecimal() else None


def _tokens(places: Places, begin: int, end: int, own: int | None) -> Iterator[Reference]:
    article, paragraph = own, None
    for token in _TOKEN.finditer(places.text, begin, end):
        item = None
        if token[1]:
            article, paragraph = (None if token[2] else to_int(token[1])), None
        elif token[3]:
            paragraph = to_int(token[3])
        else:
            item = to_int(token[4])
        place = places.clause_at(token.start())
        if article is not None and place is not None and (token[1] or paragraph or item):
            yield Reference(Span(*token.span()), article, paragraph, item, place)


def with_number(printed: str, number: int) -> str:
    """Write another number in a reference, in the digits that it uses: 第（3）项, 第（四）项."""
    arabic = any(char.isdecimal() for char in printed)
    return re.sub(_N, str(number) if arabic else in_chinese(number), printed, count=1)
