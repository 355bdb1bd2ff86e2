"""Citations: 《…》（文号）第十条第二款第（三）项, also where title marks are left out."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from policygraph.expression import expression
from policygraph.extract.citations.cited_units import (
    Unit,
    cited_units,
    first_article,
    further_articles,
)
from policygraph.extract.citations.own_units import own_units
from policygraph.extract.citations.relations import relation_of
from policygraph.extract.citations.short_names import (
    bare_names,
    defined_names,
    full_title,
    kinds_named,
)
from policygraph.extract.citations.stated_bases import is_stated_basis
from policygraph.extract.citations.titles import LONGEST, Title, closing, named_by, numbered
from policygraph.extract.reading import Mention, Reading, mention
from policygraph.extract.works.fates import RELATIONS
from policygraph.extract.works.lists import Listed, document_lists
from policygraph.extract.works.numbers import is_bare, normal_number, numbers_alone
from policygraph.model.facts import Citation, Relation
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind

_K = BlockKind
_NOT_READ = frozenset((_K.FURNITURE, _K.TITLE, _K.ANNEX, _K.ANNEX_TITLE, _K.ANNEX_LIST,
                       _K.METADATA, _K.CONTENTS))  # fmt: skip
# a table that is issued: 主要任务分解表, and no form to be filled in
_TASKS = expression("(?:任务|分工|分解|责任|计划|进度)[\u4e00-\u9fff]{0,4}表$")
_LIST_ENDS = expression(r"[《|\t\n]")
_QUOTED = 1500  # characters of the words of articles that a list quotes
# what an article may do with another of the same document; what it amends is of other documents
_OF_ITSELF = (Relation.BASED_ON, Relation.IMPLEMENTS, Relation.CITES)
_CALLED = expression('(?:(?:以下|下称|简称|统称)[“"]?|(?<![根资基版日])[本此])$')
_SOURCE = expression("(?:摘自|转自|转载自|来源[:：]?|原载|刊载于|载于)$")
_TAKEN_FROM = frozenset("自源:：载于")
_CALLS = frozenset('称下“"本此')  # in which what stands before a name ends
_NAMED_ON = ("实施", "草案", "修正", "释义", "宣传", "》")  # goes on behind the name of another law


def extract_citations(
    reading: Reading, own_number: str | None = None, own_title: str | None = None
) -> tuple[tuple[Citation, ...], tuple[Finding, ...]]:
    """Read what the document cites: one row for each clause and cited unit.

    Args:
        reading: the document.
        own_number: its own 文号, which cites nothing.
        own_title: its own title, for what it says of its own articles; None: they are not read.
    """
    rows: dict[tuple[object, ...], Citation] = {}
    titles, findings = _titles(reading)
    lists = {row.span.start: row for row in document_lists(reading) if row.title}
    entries = {row.span.start for row in document_lists(reading) if not row.title}
    named, unnamed = _numbers_alone(reading, titles, own_number)
    for title in sorted([*titles, *named], key=lambda title: title.span):
        clause = reading.clause_at(title.span.start)
        if listed := lists.get(title.span.start):
            name = (clause, title.number, title.words)
            rows.setdefault(name, _listed_row(reading, clause, listed))
            continue
        relation = relation_of(reading, title.span)
        limit = reading.next_clause(title.span.end)
        if title.span.start in entries:  # below it stand the articles that are changed
            limit = min(limit, reading.block_at(title.span.start).span.end)
        units, unread = cited_units(reading.source.text, title.span, limit)
        findings.extend(unread)
        if relation is Relation.BASED_ON and units[0].article:
            units = [*units, *_quoted_on(reading, title, units[-1].end)]
        for unit in units:
            key = (clause, named_by(title), *unit[:3], unit.inserted)
            known = rows.get(key)
            # that it is repealed says more than what else a clause says of it
            if known is None or (relation is Relation.REPEALS and known.relation is not relation):
                written = mention(reading.source.text, span_of((title.span.start, unit.end)))
                rows[key] = _row(clause, title, unit, relation, written)
    if own_title:
        findings.extend(_add_own(reading, own_title, rows))
    in_order = sorted(rows.values(), key=lambda row: row.spans[0].start)
    return tuple(in_order), (*findings, *unnamed)


def _add_own(
    reading: Reading, title: str, rows: dict[tuple[object, ...], Citation]
) -> list[Finding]:
    """Add what the document says of its own articles, 本条例第十条, under its own title."""
    text = reading.source.text
    found, findings = own_units(reading)
    for span, units in found:
        clause, relation = reading.clause_at(span.start), relation_of(reading, span)
        if relation not in _OF_ITSELF:
            relation = Relation.CITES
        name = Title(span, title, None, "citation.own-unit")
        for unit in units:
            key = (clause, None, *unit[:3], unit.inserted)
            written = mention(text, span_of((span.start, unit.end)))
            rows.setdefault(key, _row(clause, name, unit, relation, written))
    return findings


def _listed_row(reading: Reading, clause: str, listed: Listed) -> Citation:
    """The list says what is done with the document, and its title (关于印发…) does not."""
    relation = RELATIONS.get(listed.fate) if listed.fate else None
    if relation is None:
        stated = listed.fate is None and is_stated_basis(reading, listed.span)
        relation = Relation.BASED_ON if stated else Relation.CITES
    return Citation(
        clause, listed.title, listed.number, None, None, None,
        relation, listed.written.as_written, listed.written.spans, "title.listed",
    )  # fmt: skip


def _quoted_on(reading: Reading, title: Title, end: int) -> list[Unit]:
    """In a list of bases the next articles are quoted without naming the law again."""
    text = reading.source.text
    if not is_stated_basis(reading, title.span):
        return []
    stop = _LIST_ENDS.search(text, end, end + _QUOTED)
    return further_articles(text, end, stop.start() if stop else min(len(text), end + _QUOTED))


def _row(clause: str, title: Title, unit: Unit, relation: Relation, written: Mention) -> Citation:
    return Citation(
        clause, title.words, title.number, unit.article, unit.paragraph, unit.item,
        relation, written.as_written, written.spans, title.rule,
    )  # fmt: skip


def _titles(reading: Reading) -> tuple[list[Title], list[Finding]]:
    text = reading.source.text
    found: list[Title] = []
    findings: list[Finding] = []
    position = 0
    while (begin := text.find("《", position)) >= 0:
        end = closing(text, begin)
        if end is None:
            findings.append(Finding("bracket.unclosed", span_of((begin, begin + 1)), "title.marks"))
            position = begin + 1
            continue
        position = end
        title = numbered(text, span_of((begin, end)), "title.marks")
        if reading.block_at(begin).kind not in _NOT_READ and not _is_no_document(title, reading):
            found.append(title)
    found.extend(_unmarked(reading, found))
    listed = [row for row in document_lists(reading) if row.title]
    if listed:  # 关于印发《…》的通知 in a list: a title inside a longer one
        inside = _taken(listed)
        found = [title for title in found if not inside(title.span.start)]
    full = _in_full(reading, found)
    full.extend(Title(row.span, row.title, row.number, "title.listed") for row in listed)
    return sorted(full, key=lambda title: title.span), findings


def _taken(titles: Sequence[Title | Listed]) -> Callable[[int], bool]:
    """Give what says whether an offset lies in one of some titles."""
    spans = sorted(title.span for title in titles)
    starts, ends = [span.start for span in spans], [0, *accumulate((s.end for s in spans), max)]
    return lambda offset: offset < ends[bisect_right(starts, offset)]


def _in_full(reading: Reading, titles: list[Title]) -> list[Title]:
    """Lead 《条例》 back to the full title that the text gave it before."""
    text = reading.source.text
    shorts = defined_names(text, [(t.span, t.words or "", t.number) for t in titles])
    kinds = kinds_named(title.words or "" for title in titles)
    found: list[Title] = []
    for title in titles:
        name = title.words or ""
        full = full_title(name, title.span.start, shorts, kinds) if not title.number else None
        found.append(
            Title(title.span, full.title, full.number, "title.short-name") if full else title
        )
    taken = _taken(titles)
    for span, full in bare_names(reading, shorts):
        if not taken(span.start):
            found.append(Title(span, full.title, full.number, "title.short-name"))
    return found


def _is_no_document(title: Title, reading: Reading) -> bool:
    """《营业执照》, 《Forbes》: forms, certificates and foreign names in title marks."""
    words, text, start = title.words or "", reading.source.text, title.span.start
    if start and text[start - 1] in _TAKEN_FROM and _SOURCE.search(text, max(0, start - 6), start):
        return True  # 摘自《…报》
    if start and text[start - 1] in _CALLS and _CALLED.search(text, max(0, start - 10), start):
        return True  # （以下简称《方案》）
    if words == "章程":
        return True  # that of whichever body is meant
    if _TASKS.search(words):
        return False
    foreign = words.isascii() and not any(char.isdigit() for char in words)
    return title.number is None and (foreign or words.endswith(reading.registry.words.forms))


def _unmarked(reading: Reading, marked: list[Title]) -> Iterator[Title]:
    """Laws and regulations named in full without title marks.

    A short name (统计法) is believed only where an article follows.
    """
    text = reading.source.text
    taken = _taken(marked)
    for start, end in reading.registry.laws.find(text):
        span = span_of((start, end))
        if taken(start) or _in_title(text, span):
            continue
        if reading.block_at(span.start).kind in _NOT_READ:
            continue
        if first_article(text, span.end, reading.next_clause(span.end)) or (
            end - start >= 8 and not text.startswith(_NAMED_ON, end)
        ):
            yield numbered(text, span, "title.known-law")


def _in_title(text: str, span: Span) -> bool:
    before = text[max(0, span.start - LONGEST) : span.start]
    return before.rfind("《") > before.rfind("》")


def _numbers_alone(
    reading: Reading, titles: list[Title], own_number: str | None
) -> tuple[list[Title], list[Finding]]:
    """A 文号 that no title stands before names a document by itself.

    Where it is not plain which number it is, there is a finding.
    """
    text = reading.source.text
    named: list[Title] = []
    unnamed: list[Finding] = []
    taken = _taken(titles)
    own_number = None if is_bare(own_number) else own_number
    for span, number in numbers_alone(text):
        kind = reading.block_at(span.start).kind
        if kind in _NOT_READ or kind is _K.ADOPTION or taken(span.start) or _in_title(text, span):
            continue
        printed = normal_number(text[span.start : span.end])
        if own_number and (own_number in printed or own_number.endswith(printed)):
            continue
        if number:
            named.append(Title(span, None, number, "number.alone"))
        else:
            unnamed.append(Finding("citation.number-without-title", span, "citation.number"))
    return named, unnamed
