"""Citations: 《…》（文号）第十条第二款第（三）项, also where title marks are left out."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from policygraph.extract.reading import Mention, Reading, mention
from policygraph.model.facts import Citation, Relation
from policygraph.model.finding import Finding
from policygraph.model.source import Span
from policygraph.model.structure import BlockKind
from policygraph.registry.words import Words, alternation
from policygraph.text.numerals import DIGITS, to_int
from policygraph.text.title import NUMBER, close_up, find_numbers

_K = BlockKind
_NOT_READ = (_K.FURNITURE, _K.TITLE, _K.ANNEX, _K.ANNEX_TITLE, _K.ANNEX_LIST, _K.QUOTED,
             _K.METADATA, _K.CONTENTS)  # fmt: skip
_LONGEST = 240  # characters of a title
_NUM = rf"[\d０-９{DIGITS}十百]{{1,6}}"
_UNIT = re.compile(
    rf"第\s*(?P<article>{_NUM})\s*条(?:之[一二三四五六七八九十])?"
    rf"(?:\s*第\s*(?P<paragraph>{_NUM})\s*款)?"
    rf"(?:\s*(?:第\s*)?[（(](?P<item>{_NUM})[）)](?:\s*项)?|\s*第\s*(?P<item2>{_NUM})\s*项)?"
)
_TITLE_MARK = re.compile("[《》]")
_BEFORE_UNIT = re.compile(r"\s*[“\"‘]?\s*(?:中的?|的)?\s*")
_NEXT_UNIT = re.compile(r"\s*[、和及与至到]\s*")
_RANGE = 100  # articles that 第一条至第九条 may name
_QUOTED_ITEM = re.compile(rf"[^”。]{{1,400}}?(?:——|：|:|……|…)\s*[（(](?P<item>{_NUM})[）)]", re.S)
_NUMBERED = re.compile(rf"\s*[（(]\s*(?P<number>{NUMBER.pattern})[^（）()]{{0,20}}[）)]")
_STANDARD = re.compile(  # GB/T 1.1: prefix, serial number, year
    r"\s*[（(]\s*(?P<number>(?:GB|DB|HJ|JJ|YY|QB|HG|SB|NY|TB)[A-Z/\d]{0,6}\s?\d[\d.]{0,10}[-—]\d{4})\s*[）)]"
)
_DECREE = re.compile(r"令\s?第\s?\d{1,4}\s?号")
_BRACKETED = re.compile(r"[（(]\s*$")
_BRACKET_END = re.compile(r"\s*[）)]")
_BEFORE = 60  # characters before a title in which its relation is said
_AFTER = 40
_NEAR = 10  # characters between a title and the word that repeals it
_STOP = re.compile(r"[。；;\n]")
_LINKED = re.compile(
    r"(?:(?:\s*[、和及与][^。；，《》]{0,40})?《[^《》]{1,240}》(?:\s*[（(][^（）()]{1,60}[）)])?){0,20}"
)
_CHAIN = re.compile(r"《[^《》]{1,240}》(?:\s*[（(][^（）()]{1,60}[）)])?")


class _Title(NamedTuple):
    """A title in the text: ``span`` with its marks and number, ``words`` without marks."""

    span: Span
    words: str
    number: str | None
    rule: str


class _Unit(NamedTuple):
    article: int | None
    paragraph: int | None
    item: int | None
    end: int


def extract_citations(
    reading: Reading, own_number: str | None = None
) -> tuple[tuple[Citation, ...], tuple[Finding, ...]]:
    """Read what the document cites: one row for each clause and cited unit.

    Args:
        reading: the document.
        own_number: its own 文号, which cites nothing.
    """
    rows: dict[tuple[object, ...], Citation] = {}
    titles, findings = _titles(reading)
    for title in titles:
        clause = reading.clause_at(title.span.start)
        relation = _relation(reading, title.span)
        for unit in _units(reading.source.text, title.span.end):
            written = mention(reading.source.text, Span(title.span.start, unit.end))
            key = (clause, title.number or title.words, unit.article, unit.paragraph, unit.item)
            rows.setdefault(key, _row(clause, title, unit, relation, written))
    return tuple(rows.values()), (*findings, *_numbers_alone(reading, titles, own_number))


def _row(clause: str, title: _Title, unit: _Unit, relation: Relation, written: Mention) -> Citation:
    return Citation(
        clause, title.words, title.number, unit.article, unit.paragraph, unit.item,
        relation, written.as_written, written.spans, title.rule,
    )  # fmt: skip


def _titles(reading: Reading) -> tuple[list[_Title], list[Finding]]:
    text = reading.source.text
    found: list[_Title] = []
    findings: list[Finding] = []
    position = 0
    while (begin := text.find("《", position)) >= 0:
        end = _closing(text, begin)
        if end is None:
            findings.append(Finding("bracket.unclosed", Span(begin, begin + 1), "title.marks"))
            position = begin + 1
            continue
        position = end
        title = _numbered(text, Span(begin, end), "title.marks")
        form = title.number is None and title.words.endswith(reading.registry.words.forms)
        if reading.block_at(begin).kind not in _NOT_READ and not form:
            found.append(title)
    found.extend(_unmarked(reading, found))
    return sorted(found, key=lambda title: title.span), findings


def _closing(text: str, begin: int) -> int | None:
    """Give where the title that opens at ``begin`` ends; titles may nest, with 〈〉 or 《》."""
    single = text.find("》", begin, begin + _LONGEST)
    if single < 0:
        return None
    depth = 0
    for mark in _TITLE_MARK.finditer(text, begin, begin + _LONGEST):
        depth += 1 if mark.group() == "《" else -1
        if depth == 0:
            return mark.end()
    return single + 1


def _numbered(text: str, span: Span, rule: str) -> _Title:
    """Take up the 文号 in brackets right behind a title."""
    inner = text[span.start : span.end].removeprefix("《").removesuffix("》")
    match = _NUMBERED.match(text, span.end)
    standard = _STANDARD.match(text, span.end)
    if standard:
        whole = Span(span.start, standard.end())
        return _Title(whole, close_up(inner), "".join(standard["number"].split()), rule)
    if not match:
        return _Title(span, close_up(inner), None, rule)
    return _Title(
        Span(span.start, match.end()), close_up(inner), normal_number(match["number"]), rule
    )


def normal_number(printed: str) -> str:
    """Give a 文号 in normal form: 〔〕 brackets, ASCII digits, no blanks."""
    bare = re.sub(r"\s+", "", printed)
    bare = re.sub(r"[〔\[［【（(﹝](\d{4})[〕\]］】）)﹞]", r"〔\1〕", _ascii(bare))
    return bare.replace("〕第", "〕")


def _ascii(words: str) -> str:
    return words.translate(str.maketrans("０１２３４５６７８９", "0123456789"))


def _unmarked(reading: Reading, marked: list[_Title]) -> Iterator[_Title]:
    """Laws and regulations named in full without title marks.

    A short name (统计法) is believed only where an article follows.
    """
    text = reading.source.text
    taken = [title.span for title in marked]
    for start, end in reading.registry.laws.find(text):
        span = Span(start, end)
        if any(t.start <= span.start < t.end for t in taken) or _in_title(text, span):
            continue
        article = _UNIT.match(text, _BEFORE_UNIT.match(text, span.end).end())  # type: ignore[union-attr]
        if reading.block_at(span.start).kind in _NOT_READ:
            continue
        if article or (end - start >= 8 and _is_named(text, span)):
            yield _numbered(text, span, "title.known-law")


def _in_title(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _LONGEST) : span.start]
    return before.rfind("《") > before.rfind("》")


def _is_named(text: str, span: Span) -> bool:
    """A name goes on neither to the left nor to the right: 《…实施条例》 holds no 条例."""
    after = text[span.end : span.end + 2]
    return not re.match("实施|草案|修正|释义|宣传|的决定|》", after)


def _units(text: str, position: int) -> list[_Unit]:
    """Read the articles behind a title; one unit without numbers where there are none."""
    units: list[_Unit] = []
    start = _BEFORE_UNIT.match(text, position)
    match = _UNIT.match(text, start.end() if start else position)
    quoted = bool(start and re.search('[“"‘]', start.group()))
    while match:
        units.append(_unit(text, match, quoted))
        more = _NEXT_UNIT.match(text, match.end())
        match = _UNIT.match(text, more.end()) if more else None
        if more and match and more.group().strip() in "至到":
            units.extend(_between(units[-1], to_int(match["article"]), match.end()))
    return units or [_Unit(None, None, None, position)]


def _between(first: _Unit, last: int | None, end: int) -> list[_Unit]:
    """Give the articles that 第三条至第六条 names and does not print: the fourth and the fifth."""
    if first.article is None or last is None or not 0 < last - first.article < _RANGE:
        return []
    return [_Unit(article, None, None, end) for article in range(first.article + 1, last)]


def _unit(text: str, match: re.Match[str], quoted: bool) -> _Unit:
    item = to_int(match["item"] or match["item2"] or "")
    end = match.end()
    if item is None and quoted:
        # “第十条 …——（二）…”: the item stands behind the words of the article
        inside = _QUOTED_ITEM.match(text, end)
        if inside:
            item, end = to_int(inside["item"]), inside.end()
    return _Unit(to_int(match["article"]), to_int(match["paragraph"] or ""), item, end)


@lru_cache(maxsize=8)
def _cues(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(alternation(words.relations_before)),
        re.compile(alternation(words.relations_after)),
    )


def _relation(reading: Reading, span: Span) -> Relation:
    """Say what the clause does with the document, from the words around the title."""
    text, words = reading.source.text, reading.registry.words
    before_cue, after_cue = _cues(words)
    linked = _LINKED.match(text, span.end)
    after = text[linked.end() if linked else span.end :][: _AFTER * 2]
    after = _STOP.split(after.split("《", 1)[0], maxsplit=1)[0][:_AFTER]
    said_after = {words.relations_after[m.group()]: m.start() for m in after_cue.finditer(after)}
    if said_after.get("repeals", _AFTER) <= _NEAR:
        return Relation.REPEALS
    for strong in ("amends", "forwards"):
        if strong in said_after:
            return Relation(strong)
    before = _CHAIN.sub("", text[max(0, span.start - _BEFORE * 5) : span.start])
    before = _STOP.split(before)[-1][-_BEFORE:]
    said = [(words.relations_before[m.group()], m.end()) for m in before_cue.finditer(before)]
    near = [r for r, end in said if r != "repeals" or len(before) - end <= _NEAR]
    return Relation(near[-1]) if near else Relation.CITES


def _numbers_alone(
    reading: Reading, titles: list[_Title], own_number: str | None
) -> Iterator[Finding]:
    """A 文号, or the number of a decree, that no title stands before."""
    text = reading.source.text
    spans = [title.span for title in titles]
    decrees = (Span(*match.span()) for match in _DECREE.finditer(text))
    numbers = (_with_brackets(text, span) for span in find_numbers(text))
    for span in sorted([*numbers, *decrees]):
        if reading.block_at(span.start).kind in _NOT_READ or _in_title(text, span):
            continue
        if own_number and own_number in normal_number(reading.source.at(span)):
            continue
        if not any(title.start <= span.start < title.end for title in spans):
            yield Finding("citation.number-without-title", span, "citation.number")


def _with_brackets(text: str, span: Span) -> Span:
    """Give a number with the brackets in which it stands alone."""
    before = _BRACKETED.search(text, max(0, span.start - 4), span.start)
    after = _BRACKET_END.match(text, span.end) if before else None
    return Span(before.start(), after.end()) if before and after else span
