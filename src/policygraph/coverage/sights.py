"""What stands in a text and ought to give a row: seen by plain patterns, not by the extractors.

A sight is read where a row of the record lies on it. One that is not read was missed, or is none
(a newspaper in title marks, a number that is a name): the patterns are wide on purpose, so that
what an extractor does not look for is seen as well. A sight has a form and no words: ``（…负责）``,
``《…办法》``, ``…万元``.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policygraph.expression import expression
from policygraph.model.facts import PREAMBLE, Relation
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Block
from policygraph.registry.measures import Measures
from policygraph.registry.words import alternation
from policygraph.text.brackets import find_brackets
from policygraph.text.labels import content_start
from policygraph.text.title import KIND_WORDS, close_up

KINDS = ("unit", "duty", "citation", "quantity", "change", "label")
_WORD = (
    "负总责|负责人?|责任(?:单位|部门|主体|人)|牵头(?:单位|部门)?|配合(?:单位|部门)?|主办(?:单位)?|协办(?:单位)?"
    "|承办(?:单位)?|参与(?:单位|部门)?|落实(?:单位|部门)|指导(?:单位|部门)"
)
_RESPONSIBLE = expression(
    "负责|负总责|责任(?:单位|部门|主体)|牵头|主办|协办|承办|(?:配合|参与|落实|指导)(?:单位|部门)"
)
_LINE = expression(rf"^[ \t\u3000]*(?:{_WORD})\s*[:：][^\n]*", re.M)
_KEPT = expression(rf"{_WORD}|等|[（）()〔〕【】\[\]:：；;，,]")
_DUTY = expression("(?:负责|牵头|会同|承办|主办|协办)(?!人)")
_DUTY_KEPT = expression("由|会同|负责|牵头|配合|承办|主办|协办")
_TITLE = expression("《[^《》]{1,120}》")
_KIND = expression(
    rf"(?:{KIND_WORDS})(?:[（(〈](?:试行|暂行|修订|草案|征求意见稿|修正案)[）)〉])?$"
)
_NUMBER = expression(
    r"[\u4e00-\u9fff]{1,12}\s?[〔\[［【（(]\s?\d{4}\s?[〕\]］】）)]\s?第?\s?\d{1,5}\s?号"
)
_CHANGE = expression(
    "修改为|修订为|改为|调整为|替换为|更名为|删除|删去|废止|增加一[条款项章节]|作为第"
)
_SENTENCE = expression(r"[^。；;\n]+")
_CN = "[〇零一二三四五六七八九十百]{1,5}"
_LABELS = tuple(
    (form, expression(pattern))
    for form, pattern in (
        ("第一章", rf"第{_CN}[编章节]"),
        ("第一条", rf"第(?:{_CN}|\d{{1,3}})条"),
        ("一、", rf"{_CN}[、．]"),
        ("（一）", rf"[（(]{_CN}[）)]"),
        ("1.1", r"\d{1,2}(?:\.\d{1,2}){1,3}(?![\d.%％])"),
        ("1.", r"[\d０-９]{1,3}[.．](?![\d０-９])"),
        ("1、", r"[\d０-９]{1,3}、"),
        ("（1）", r"[（(][\d０-９]{1,3}[）)]"),
        ("1）", r"[\d０-９]{1,2}[）)]"),
        ("①", "[\u2460-\u2473]"),
    )
)
_LINE_START = expression(r"^|(?<=[。；：])[ \u3000]+", re.M)
_LONGEST = 6  # words and signs of a form; a longer one is cut


@dataclass(frozen=True, slots=True)
class Sight:
    """One thing that stands in the text.

    Attributes:
        kind: one of ``KINDS``.
        form: how it is printed, without what it says.
        is_read: a row of the record lies on it.
    """

    kind: str
    form: str
    is_read: bool


class _Covered:
    """Places of a text that rows lie on."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Say whether a row lies on a character from ``start`` to ``end``."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start


def sights(
    text: str, record: Record, blocks: Sequence[Block], measures: Measures
) -> Iterator[Sight]:
    """See what stands in a text, and say of each whether it gave a row.

    Args:
        text: the decoded text that ``record`` was read from.
        record: its record, in full.
        blocks: its blocks.
        measures: the table of units of measure.
    """
    yield from _units(text, record)
    yield from _citations(text, record)
    yield from _quantities(text, record, measures)
    yield from _changes(text, record)
    yield from _labels(text, record, blocks)


def _spans(rows: Iterable[object]) -> Iterator[Span]:
    for row in rows:
        yield from getattr(row, "spans", ())


def _units(text: str, record: Record) -> Iterator[Sight]:
    rows = (*record.responsibilities, *record.body_duties, *record.posts)
    covered = _Covered(_spans(rows))
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    taken = _Covered(lines)
    brackets = [
        bracket.span
        for bracket in find_brackets(text)
        if _RESPONSIBLE.search(text, *bracket.inner) and not taken.touches(*bracket.span)
    ]
    outer = _outermost(brackets)
    for start, end in (*lines, *outer):
        yield Sight("unit", _form(text[start:end]), covered.touches(start, end))
    marks = _Covered((*lines, *outer))
    for sentence in _SENTENCE.finditer(text):
        for match in _DUTY.finditer(text, *sentence.span()):
            if not marks.touches(*match.span()):
                form = "…".join(dict.fromkeys(_DUTY_KEPT.findall(sentence.group())))
                yield Sight("duty", f"…{form}…", covered.touches(*sentence.span()))
                break


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _form(words: str) -> str:
    """Give the words of a mark that say who does what, and … for all between them."""
    parts: list[str] = []
    position = 0
    bare = words.strip()
    for match in _KEPT.finditer(bare):
        if bare[position : match.start()].strip() and parts[-1:] != ["…"]:
            parts.append("…")
        position = match.end()
        if match.group() not in parts[-2:]:
            parts.append(match.group().translate(_WIDE))
    if bare[position:].strip() and parts[-1:] != ["…"]:
        parts.append("…")
    if len(parts) <= _LONGEST + 2:
        return "".join(parts)
    return "".join(parts[:_LONGEST]).rstrip("…") + "…" + ("）" if parts[0] == "（" else "")


_WIDE = str.maketrans("(),:;", "（），：；")


def _citations(text: str, record: Record) -> Iterator[Sight]:
    evidence = (one for one in record.document.evidence if one.field in ("title", "number"))
    covered = _Covered(_spans((*record.citations, *record.amendments, *evidence)))
    cited = {(row.clause, row.title) for row in record.citations}
    own = record.document.title
    clause_of = _clauses(record)
    for match in _TITLE.finditer(text):
        words = close_up(match.group()[1:-1])
        is_read = covered.touches(*match.span()) or words == own
        kind = _KIND.search(words)
        again = (clause_of(match.start()), words) in cited
        yield Sight("citation", f"《…{kind.group() if kind else ''}》", is_read or again)
    numbers = {row.number for row in record.citations} | {record.document.number}
    for match in _NUMBER.finditer(text):
        printed = "".join(match.group().split())
        known = any(number and printed.endswith(number[-8:]) for number in numbers)
        yield Sight("citation", "…〔…〕…号", known or covered.touches(*match.span()))


def _clauses(record: Record) -> Callable[[int], str]:
    """Give what tells the path of the clause that began last before an offset."""
    starts = [clause.start for clause in record.clauses]

    def clause_of(offset: int) -> str:
        index = bisect_right(starts, offset) - 1
        return record.clauses[index].path if index >= 0 else PREAMBLE

    return clause_of


@lru_cache(maxsize=4)
def _figure(measures: Measures) -> re.Pattern[str]:
    units = [unit.word for unit in measures.units.values() if unit.family != "denominator"]
    return re.compile(
        r"(?<![\d.A-Za-z〔\[])(?<!\d\s)(?P<number>\d{1,12}(?:\.\d{1,4})?)\s?"
        rf"(?P<unit>[十百千]?(?:万亿|[万亿])?(?:{alternation(units)}))"
    )


def _quantities(text: str, record: Record, measures: Measures) -> Iterator[Sight]:
    rows = (*record.quantities, *record.deadlines, *record.citations, *record.document.evidence)
    covered = _Covered(_spans(rows))
    for match in _figure(measures).finditer(text):
        if not _is_name(text, match):
            form = f"…{match['unit']}"
            yield Sight("quantity", form, covered.touches(*match.span()))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """2025年 and 3日 behind a month are dates, and 第 3 条 is the name of an article."""
    before = text[max(0, match.start() - 4) : match.start()].rstrip()[-1:]
    is_year = match["unit"] == "年" and len(match["number"]) == 4
    return is_year or before == "第" or (before == "月" and match["unit"] == "日")


def _changes(text: str, record: Record) -> Iterator[Sight]:
    repeals = (row for row in record.citations if row.relation is not Relation.CITES)
    evidence = (one for one in record.document.evidence if one.field == "expires")
    covered = _Covered(_spans((*record.amendments, *record.agency_changes, *repeals, *evidence)))
    for sentence in _SENTENCE.finditer(text):
        is_read = covered.touches(*sentence.span())
        for match in _CHANGE.finditer(sentence.group()):
            yield Sight("change", match.group(), is_read)


def _labels(text: str, record: Record, blocks: Sequence[Block]) -> Iterator[Sight]:
    believed = {clause.start for clause in record.clauses}
    starts = [block.span.start for block in blocks]
    for line in _LINE_START.finditer(text):
        place = content_start(text, line.end(), len(text))
        form = next((form for form, label in _LABELS if label.match(text, place)), None)
        if form is None or (line.group() == "" and "\n" in text[line.end() : place]):
            continue
        block = blocks[bisect_right(starts, place) - 1]
        is_read = place in believed
        yield Sight("label", form if is_read else f"{form} in {block.kind}", is_read)
