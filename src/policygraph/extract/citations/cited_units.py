"""The units behind a title: 第十条第二款第（三）项, lists of them, ranges and what is quoted."""

import re
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.text.numerals import DIGITS, to_int

_NUM = rf"[\d０-９{DIGITS}十百千]{{1,9}}"
_TO = "[至到]|[-—－～~]{1,2}"
_AND = rf"\s*(?:或者|以及|[、和及与或]|{_TO})\s*(?:第\s*)?"
_NUMS = rf"{_NUM}(?:{_AND}{_NUM}){{0,40}}"  # 第二、三款
_BRACKETED = rf"[（(]{_NUM}[）)]"
_ITEMS = (
    rf"(?:第\s*)?(?P<item>{_BRACKETED}(?:\s*项)?(?:(?:{_AND})?{_BRACKETED}(?:\s*项)?){{0,12}})(?!\s*款)"
    rf"|第\s*(?P<item2>{_NUMS})\s*项"
)
_PARAGRAPHS = rf"第\s*(?P<paragraph>{_NUMS}|{_BRACKETED}(?:{_AND}{_BRACKETED}){{0,12}})\s*款"
_ARTICLES = rf"(?P<article>{_NUMS})\s*条(?P<inserted>之[一二三四五六七八九十])?"
_ARTICLE = expression(rf"第\s*{_ARTICLES}(?:\s*{_PARAGRAPHS})?(?:\s*(?:{_ITEMS}))?")
_ENDS = (
    r"(?=\s*(?:[、，,。；;：:）)”\"]|第|的?规定|之规定|或|[和及与至到]|执行|办理|要求|处理|处罚|$))"
)
# 第三十条、31条; but ten measures (第六条、十条措施) are no article
_ARTICLE_MORE = expression(_ARTICLE.pattern.replace(r"第\s*", "", 1) + _ENDS)
_PARAGRAPH = expression(rf"{_PARAGRAPHS}(?:\s*(?:{_ITEMS}))?")
_ITEM = expression(f"(?=第)(?:{_ITEMS})")
_EACH = expression(rf"(?P<to>{_TO})?\s*(?:第\s*)?[（(]?(?P<n>{_NUM})")
_NOTE = (  # （以下简称…）, （2019年修正）, （国务院令第722号）
    r"[（(](?:(?:以下|下称|简称)[^（）()]{1,40}"
    r"|[^（）()]{0,30}(?:修[订正改]|公布|施行|通过|年版|年本|令第?[^（）()]{1,10}号)[^（）()]{0,6})[）)]"
)
_DIVISION = rf"第\s*{_NUM}\s*[编章节]\s*(?=第)"  # 第三章第十条: the article says it all
_BEFORE = expression(  # 《解释》原第六条: as it was numbered before
    rf"(?:\s*{_NOTE}){{0,2}}\s*[“\"‘]?\s*(?:中的?|的)?\s*(?:原(?=第))?(?:{_DIVISION}){{0,3}}"
)
# with which, or with a blank, what may be units goes on behind a title
_GOES_ON = frozenset('（(“"‘中的原第、和及与或以至到-—－～~')
_JOIN = expression(rf"\s*(?:或者|以及|[、，,和及与或]|{_TO})\s*")
_OTHER = expression(
    rf"(?:\s*(?:[、和及与或]|或者|以及|{_TO}))?\s*第\s*{_NUMS}\s*(?:编|章|节|款|项|部分)"
)
_FURTHER = expression(  # at the beginning of a sentence, before the words of the article
    rf"[。；”;]\s?“?(?P<last>第\s?(?P<article>{_NUM})\s?条(?:第\s?(?P<paragraph>{_NUM})\s?款)?)(?=[：:\s])"
)
_UP_TO = expression(_TO)
_RANGE = 100  # articles that 第一条至第九条 may name
_MOST = 200  # units of one title: each row holds the words from the title on
_QUOTED_ITEM = expression(rf"[^”。]{{1,400}}?(?:——|：|:|……|…)\s*[（(](?P<item>{_NUM})[）)]", re.S)
_RULE = "citation.unit"


class Unit(NamedTuple):
    """One cited unit; ``end`` is where the text that names it ends.

    ``inserted`` is 第十二条之一 as printed: another article than 第十二条, so ``article`` is None.
    """

    article: int | None
    paragraph: int | None
    item: int | None
    end: int
    inserted: str = ""


def first_article(text: str, position: int, limit: int) -> bool:
    """Tell whether an article follows the title that ends at ``position``, before ``limit``."""
    if _ends(text, position):
        return False
    return _ARTICLE.match(text, _start(text, position, limit)[0], limit) is not None


def _ends(text: str, position: int) -> bool:
    """Say whether what stands behind a title can be no unit: most titles."""
    behind = text[position : position + 1]
    return behind not in _GOES_ON and not behind.isspace()


def cited_units(
    text: str, title: Span, limit: int, within: Unit | None = None
) -> tuple[list[Unit], list[Finding]]:
    """Read the units behind a title; one unit without numbers where there are none.

    Args:
        text: the whole text.
        title: the title, at whose end the units begin.
        limit: where the next clause begins: its label is no unit of the title.
        within: the unit whose part stands there: 本条 before 第二款, 前款 before 第一项.

    Returns:
        The units in the order of the text, and what was seen and not read: inserted articles,
        ranges that are none (第九条至第三条), units other than articles (第三章).
    """
    chain = _Chain(text, title, limit, within)
    if within or not _ends(text, title.end):
        chain.read()
    return chain.units or [Unit(None, None, None, title.end)], chain.findings


def _start(text: str, position: int, limit: int) -> tuple[int, bool]:
    """Give where the units behind a title begin, and whether they are quoted."""
    before = _BEFORE.match(text, position, limit)
    if before is None:
        return position, False
    return before.end(), any(mark in before.group() for mark in '“"‘')


def further_articles(text: str, begin: int, limit: int) -> list[Unit]:
    """Read the articles that a list goes on to quote (第三条 …。第七条 …).

    Args:
        text: the whole text.
        begin: where the last unit of the title ends.
        limit: where the next title, cell or line begins.
    """
    found: list[Unit] = []
    for match in _FURTHER.finditer(text, begin, limit):
        article, paragraph = to_int(match["article"]), match["paragraph"]
        found.append(
            Unit(article, to_int(paragraph) if paragraph else None, None, match.end("last"))
        )
    return found


class _Chain:
    """Reads one mention after the other, as long as they are joined (第三条、第五条和第九条)."""

    def __init__(self, text: str, title: Span, limit: int, within: Unit | None) -> None:
        self.text = text
        self.title = title
        self.within = within
        self.limit = max(limit, title.end)
        self.units: list[Unit] = []
        self.findings: list[Finding] = []

    def read(self) -> None:
        position, quoted = _start(self.text, self.title.end, self.limit)
        match, join = self._first(position), ""
        while match and len(self.units) < _MOST:
            position = self._mention(match, join, quoted)
            following = self._match(_JOIN, position)
            match = self._next(following) if following else None
            join = following.group().strip() if following else ""
        if other := match or self._match(_OTHER, position):
            self._find("citation.unit-not-read", other.end(), other.group())

    def _match(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        return pattern.match(self.text, position, self.limit)

    def _first(self, position: int) -> re.Match[str] | None:
        """Match an article, or a part of the one that is meant already."""
        patterns = (_ARTICLE, _PARAGRAPH, _ITEM) if self.within else (_ARTICLE,)
        matches = (self._match(pattern, position) for pattern in patterns)
        return next((match for match in matches if match), None)

    def _next(self, join: re.Match[str]) -> re.Match[str] | None:
        """Match what is joined to the last unit: an article, or a part of the last article.

        A part counts only behind a part of its kind: in 第十条、第一项任务 a task is numbered.
        """
        last = self.units[-1]
        patterns = [_ARTICLE]
        if "，" not in join.group():
            patterns.append(_ARTICLE_MORE)
        if last.paragraph is not None:
            patterns.append(_PARAGRAPH)
        if last.item is not None:
            patterns.append(_ITEM)
        matches = (self._match(pattern, join.end()) for pattern in patterns)
        return next((match for match in matches if match), None)

    def _mention(self, match: re.Match[str], join: str, quoted: bool) -> int:
        """Read 第五、六条, 第八条第一、二款, 第九条第（二）、（三）项; give where it ends.

        What stands behind belongs to the last number of the list before it.
        """
        found, end = match.groupdict(), match.end()
        if found.get("inserted"):
            self._inserted(match)
            return end
        items = self._each(found["item"] or found["item2"] or "", end)
        if not items and quoted and (inside := self._match(_QUOTED_ITEM, end)):
            # “第十条 …——（二）…”: the item stands behind the words of the article
            end = inside.end()
            items = self._each(inside["item"], end)
        above = self.units[-1] if self.units else self.within
        *articles, article = self._each(found.get("article") or "", end) or [
            above and above.article
        ]
        *paragraphs, paragraph = self._each(found.get("paragraph") or "", end) or [
            above.paragraph if above and "paragraph" not in found else None
        ]
        named = [
            *(Unit(number, None, None, end) for number in articles),
            *(Unit(article, number, None, end) for number in paragraphs),
            *(Unit(article, paragraph, number, end) for number in items or [None]),
        ]
        if _UP_TO.fullmatch(join):
            self._up_to(named[0], found)
        self.units.extend(named)
        if len(self.units) > _MOST:
            self._find("citation.unit-not-read", end, match.group())
            del self.units[_MOST:]
        return end

    def _up_to(self, last: Unit, found: dict[str, str | None]) -> None:
        """Name what stands between the last unit and this one: 第三条至第五条 names 4 too."""
        first = self.units[-1]
        if "article" in found:
            between = self._between(first.article, last.article, last.end)
            units = [Unit(number, None, None, last.end) for number in between]
        elif "paragraph" in found:
            between = self._between(first.paragraph, last.paragraph, last.end)
            units = [Unit(last.article, number, None, last.end) for number in between]
        else:
            between = self._between(first.item, last.item, last.end)
            units = [last._replace(item=number) for number in between]
        self.units.extend(units)

    def _each(self, printed: str, end: int) -> list[int | None]:
        """Read a list of numbers: 二、三 and （二）、（三） are two, 三至六 are four."""
        numbers: list[int | None] = []
        for match in _EACH.finditer(printed):
            number = to_int(match["n"])
            if match["to"] and numbers:
                numbers.extend(self._between(numbers[-1], number, end))
            numbers.append(number)
        return numbers

    def _between(self, first: int | None, last: int | None, end: int) -> range:
        """Give what 第三条至第六条 names and does not print: 4 and 5."""
        if first is None or last is None or not 0 < last - first < _RANGE:
            ends = "-".join("?" if number is None else str(number) for number in (first, last))
            self._find("citation.range", end, ends)
            return range(0)
        return range(first + 1, last)

    def _inserted(self, match: re.Match[str]) -> None:
        printed = "".join(match.group().split())
        self.units.append(Unit(None, None, None, match.end(), printed))
        self._find("citation.inserted-article", match.end(), printed)

    def _find(self, code: str, end: int, detail: str) -> None:
        self.findings.append(Finding(code, span_of((self.title.start, end)), _RULE, detail))
