"""Quotations of articles: 《…》第五条规定：“…”, and 《…》“第十条 …——（二）…”.

What is read is which words a text puts in quotation marks as those of an article. Whether the
article has them is for those who have its text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.works.numbers import normal_number
from policygraph.model.source import Span, span_of
from policygraph.registry.laws import Laws
from policygraph.text.numerals import DIGITS, to_int
from policygraph.text.title import NUMBER, close_up

_LONGEST = 8000  # characters of a quotation
_PIECE = 400  # characters of a sentence without full stop that are compared at once
_NUM = rf"[\d０-９{DIGITS}十百千]{{1,9}}"
_MARKED = expression(r"《(?P<title>[^《》“”]{2,120})》")
_NUMBERED = expression(rf"\s*[（(]\s*(?P<number>{NUMBER.pattern})")
_BRACKETS = expression(r"》?(?:\s*+[（(][^（）()]{1,80}[）)]){0,3}\s*+")
_EDITION = expression(r"[（(][^（）()]{0,40}\d{4}\s?年[^（）()]{0,20}(?:版|本|修[订正改])")
_ARTICLE = rf"第\s*(?P<article>{_NUM})\s*条(?:\s*之\s*(?P<inserted>[{DIGITS}十]))?"
_UNDER = (
    rf"(?:\s*第\s*{_NUM}\s*款)?"
    rf"(?:\s*(?:第\s*)?[（(]\s*(?P<item>{_NUM})\s*[）)](?:\s*项)?|\s*第\s*(?P<item2>{_NUM})\s*项)?"
)
_SAYS = (
    r"\s*+(?:中|里)?的?(?:明确|均|还|也)?(?P<verb>规定|指出|要求|明确)?(?:的|了|为)?"
    r"\s*+(?P<colon>[:：])?[,，]?\s*+"
)
_BEFORE = expression(rf"{_ARTICLE}{_UNDER}{_SAYS}(?=[“\"])")  # the article stands before its words
_INSIDE = expression(rf"{_SAYS}(?=[“\"]\s*{_ARTICLE})")  # and here with them, in the quotation
_LABEL = expression(rf"\s*{_ARTICLE}")
_NEXT = expression(r"[”\"]\s*+[。；;，,、]?\s*+(?:以及|和|及|同时|并且?)?\s*+(?=第)")
_NESTED = expression(r"“(?:[^“”]++|“[^“”\n。；]{1,30}+”)*+”")
_NEW_WORDS = expression(r"[将把]\s*《?$")
_CHANGED = expression(r"[”\"][^。；“]{0,12}?(?:修改|改[为成]|删[去除]|调整|替换)")
_CUT = expression(
    r"(?P<gap>…+|\.{3,}|[—－]{2,}|-{2,}|[（(][^（）()]{0,4}略[）)])|[。；;]"
    rf"|(?<![^。；;“\"…—\s]){_ARTICLE}(?=\s)"
    rf"|(?<![第款条])[（(]\s*(?P<item>{_NUM})\s*[）)](?!\s*项)"
)


class Passage(NamedTuple):
    """Quoted words without a gap: at most a sentence.

    Attributes:
        article: the number of the article whose words they are said to be: ``10``, ``10-1``.
        item: the number of the item; None where none is printed.
        span: the words.
    """

    article: str
    item: int | None
    span: Span


class Quotation(NamedTuple):
    """Words that a text quotes from articles of a document.

    Attributes:
        title: the document, as printed between title marks.
        number: its 文号, where one is printed.
        passages: the words, in order.
        said: they are said to be words of the article (规定：, or its number stands with them);
            else they may be a term, or a task.
    """

    title: str
    number: str | None
    passages: tuple[Passage, ...]
    said: bool = True


class _Place(NamedTuple):
    """Which article and item are quoted, where the quotation opens and where its words begin."""

    article: str
    item: int | None
    mark: int
    words: int
    said: bool = True


def find_quotations(text: str, laws: Laws) -> Iterator[Quotation]:
    """Find what a text quotes from articles of documents that it names.

    Old and new words of an amendment (将…第五条“…”修改为“…”) are no quotations.
    """
    past = 0  # what begins before it is part of a title or a quotation that was read
    for title, span in sorted(_titles(text, laws), key=lambda found: found[1]):
        if span.start < past:
            continue
        past = span.end
        if _NEW_WORDS.search(text, max(0, span.start - 3), span.start):
            continue
        number = _NUMBERED.match(text, span.end)
        name = normal_number(number["number"]) if number else None
        for end, passages, said in _behind(text, span.end):
            past = end
            if passages:
                yield Quotation(title, name, passages, said)


def _titles(text: str, laws: Laws) -> Iterator[tuple[str, Span]]:
    """Give what stands in title marks, and the known laws, inside of such and outside."""
    for match in _MARKED.finditer(text):
        yield close_up(match["title"]), span_of(match.span())
    for start, end in laws.find(text):
        yield text[start:end], span_of((start, end))


def _behind(text: str, position: int) -> Iterator[tuple[int, tuple[Passage, ...], bool]]:
    """Give the quotations that follow a title, one behind the other, and where each ends.

    Of an edition that is printed (2015年版) nobody knows whether it is the one at hand.
    """
    following = _BRACKETS.match(text, position)
    if following and _EDITION.search(following.group()):
        return
    while following and (place := _place(text, following.end())):
        end = _closing(text, place.mark)
        if end is None:
            return
        changed = _CHANGED.match(text, end)
        yield end, () if changed else tuple(_passages(text, end, place)), place.said
        following = _NEXT.match(text, end)


def _place(text: str, position: int) -> _Place | None:
    before = _BEFORE.match(text, position)
    if before:
        item = before["item"] or before["item2"]
        mark = before.end()
        said = bool(before["verb"] or before["colon"])
        return _Place(_number(before), to_int(item) if item else None, mark, mark + 1, said)
    inside = _INSIDE.match(text, position)
    if inside is None:
        return None
    label = _LABEL.match(text, inside.end() + 1)
    begin = label.end() if label else inside.end() + 1
    return _Place(_number(inside), None, inside.end(), begin)


def _number(match: re.Match[str]) -> str:
    """Give the number of an article as a path has it."""
    number = str(to_int(match["article"]))
    return f"{number}-{to_int(match['inserted'])}" if match["inserted"] else number


def _closing(text: str, mark: int) -> int | None:
    """Give where the quotation closes that opens at ``mark``; None where it does not.

    A short term in marks of its own may stand inside (“经营者”); of marks that do not pair the
    first that closes ends the quotation.
    """
    limit = min(len(text), mark + _LONGEST)
    nested = _NESTED.match(text, mark, limit)
    closing = "”" if text[mark] == "“" else '"'
    end = nested.end() - 1 if nested else text.find(closing, mark + 1, limit)
    return end if end > mark else None


def _passages(text: str, end: int, place: _Place) -> Iterator[Passage]:
    """Cut a quotation at gaps (……, ——), at ends of sentences and at labels of items.

    Behind a gap the words may be those of any item, until a label tells.
    """
    article, item = place.article, place.item
    position = place.words
    for cut in [*_CUT.finditer(text, position, end), None]:
        stop = cut.start() if cut else end
        words = text[position:stop]
        begin = position + len(words) - len(words.lstrip())
        for start in range(begin, begin + len(words.strip()), _PIECE):
            yield Passage(article, item, span_of((start, min(stop, start + _PIECE))))
        if cut and cut["article"]:
            article, item = _number(cut), None
        elif cut and cut["item"]:
            item = to_int(cut["item"])
        elif cut and cut["gap"]:
            item = None
        position = cut.end() if cut else stop
