"""Figures: numbers with a unit as they are printed, without what they are for."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.quantities.figure_pattern import ARABIC, figure_pattern, figure_start
from policygraph.extract.quantities.standing import (
    FAR,
    NEAR,
    is_compared,
    is_figure,
    may_be_step,
    sight_of,
)
from policygraph.extract.reading import Reading
from policygraph.model.quick import quick_tuple
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Block, BlockKind
from policygraph.registry.measures import Measures
from policygraph.text.numerals import plain_numerals, to_int

_B = BlockKind
_READ = frozenset((_B.PREAMBLE, _B.ITEM, _B.TEXT, _B.CLOSING, _B.TABLE, _B.QUOTED, _B.ANNEX_TITLE))
_DIGITS = expression(ARABIC)
_TITLE = 200  # characters of a title between its marks
_OPENING_QUOTES = frozenset('“‘"')
_QUOTE = expression(r"[“‘\"]([^“”‘’\"\n]{1,14})[”’\"]")
_SHARED = expression(
    r"(?:分别|各)[^，。；、\d]{0,8}(?P<numbers>(?:\d{1,6}(?:\.\d{1,3})?\s?[、和及]\s?){1,5})$"
)
_PRINTED = expression(r"\d{1,6}(?:\.\d{1,3})?")
_AFTER_ALL = 1 << 62  # behind the end of any text
_INCLUDED = expression(r"[（(]不?含\s?$")  # 500万元（含500万） is one figure
_PART_OF = expression("分之(?<=[二三四五六七八九十]分之)[一二两三四五六七八九]")
_RATIO = expression(r"∶(?<=\d∶)(?<![\d.]\d∶)\d[\d.]{0,4}")
_DIVIDES = expression("[/／·]")
_PARTS = {"百": "%", "千": "‰", "万": "‱"}
_LONGEST = 15  # digits; a longer number is a code
_TENTHS = range(11, 100)  # 八五折, 85折 is 8.5折
_NO_UNIT = frozenset("年月日号条款项章节时")  # behind numbers that are no figures


class Figure(NamedTuple):
    """A number with its unit.

    Attributes:
        start, end: where number and unit stand; of a range, the whole range.
        value: the number as printed; 万 and 亿 stay with the unit.
        unit: 万元, 家, 个工作日.
        per: what the unit is divided by behind a slash: 20万元/户 -> ("户",).
        family: see ``registry.measures``.
        only_step: a figure only as the step of another one (每新增一家得1分).
        block: where it stands.
    """

    start: int
    end: int
    value: int | float
    unit: str
    per: tuple[str, ...]
    family: str
    only_step: bool
    block: Block


_figure_of = quick_tuple(Figure)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a document in text order, and numbers whose unit is not known."""

    found: tuple[Figure, ...]
    unread: tuple[Span, ...]


def find_figures(reading: Reading) -> Figures:
    """Find the figures of a document."""
    text, measures = plain_numerals(reading.source.text), reading.registry.measures
    pattern = figure_pattern(measures)
    found: list[Figure] = []
    unread: list[Span] = []
    end = 0
    labels, tables = _label_numerals(reading), _unknown_tables(reading)
    for start in figure_start(measures).finditer(text):
        begin = start.start()
        if begin in labels:
            continue
        match = pattern.match(text, begin) if begin >= end else None
        if match is None and (begin < end or not _is_unread(text, begin, measures)):
            continue
        block = reading.block_at(begin)
        if (
            not (block.kind in _READ or block.span.start in tables)
            or _is_label(block, begin)
            or _in_title(text, begin)
        ):
            continue
        if match is None:
            unread.append(span_of((begin, begin + 1)))
        else:
            behind = match.end()
            if behind <= block.span.end and not _is_nickname(text, begin, behind):
                found.extend(_read(text, match, block, measures))
                end = behind
    unread.extend(_fractions(text, reading))
    return Figures(tuple(found), tuple(sorted(unread)))


def _fractions(text: str, reading: Reading) -> Iterator[Span]:
    """三分之二 and 1∶0.5 are seen; there is no unit in which they could be given."""
    for match in (*_PART_OF.finditer(text), *_RATIO.finditer(text)):
        begin = match.start() - 1
        if reading.block_at(begin).kind in _READ:
            yield span_of((begin, match.end()))


def _unknown_tables(reading: Reading) -> frozenset[int]:
    """Give where tables begin whose head is not known: figures stand in them too."""
    blocks = reading.of_kind(_B.UNCLASSIFIED)
    return frozenset(b.span.start for b in blocks if reading.source.text.count("|", *b.span) > 1)


def _is_unread(text: str, begin: int, measures: Measures) -> bool:
    """不少于50柜: a number compared with something, before a word that is not known as a unit."""
    number = _DIGITS.match(text, begin)
    following = text[number.end() : number.end() + 1] if number else ""
    if not "\u4e00" <= following <= "\u9fff" or following in _NO_UNIT:
        return False  # the common case
    return is_compared(text[max(0, begin - NEAR) : begin], measures)


def _in_title(text: str, offset: int) -> bool:
    """Say whether an offset lies between title marks."""
    before = text[max(0, offset - _TITLE - 1) : offset]
    _, opened, inside = before.rpartition("《") if "《" in before else ("", "", "")
    if not opened or "》" in inside:
        return False
    closed = text.find("》", offset, offset - len(inside) + _TITLE + 1)
    return closed >= 0 and text.find("《", offset, closed) < 0


def _label_numerals(reading: Reading) -> frozenset[int]:
    """Give where labels may hold a numeral: at their first or second character (1., （一）)."""
    spans = [label.span for block in reading.blocks if (label := block.label)]
    second = [start + 1 for start, end in spans if start + 1 < end]
    return frozenset([start for start, _ in spans] + second)


def _is_label(block: Block, offset: int) -> bool:
    """The number of an item is no figure, whatever stands behind it (1 家…)."""
    return block.label is not None and offset < block.label.span.end


@lru_cache(maxsize=1)
def _typed_quotes(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span(1) for match in _QUOTE.finditer(text))


def _quoted(text: str, offset: int) -> tuple[int, int] | None:
    """Give what the quotation holds that opens at most two characters before an offset."""
    opening = next((i for i in (offset - 1, offset - 2) if text[i] in _OPENING_QUOTES), offset)
    if text[opening] == '"':  # it may close one
        quotes = _typed_quotes(text)
        index = bisect_right(quotes, (offset, _AFTER_ALL)) - 1
        return quotes[index] if index >= 0 and offset < quotes[index][1] else None
    quote = _QUOTE.match(text, opening)
    return quote.span(1) if quote else None


def _is_nickname(text: str, begin: int, end: int) -> bool:
    """“15分钟生活圈”, “三个清单”: a short quotation that begins with a figure and goes on."""
    if _OPENING_QUOTES.isdisjoint(text[begin - 2 if begin > 1 else 0 : begin]):
        return False
    quote = _quoted(text, begin)
    if quote is None or begin - quote[0] > 1:
        return False
    goes_on = end < quote[1] and "\u4e00" <= text[end] <= "\u9fff"
    return goes_on or not text[begin].isdigit()


def _read(text: str, match: re.Match[str], block: Block, measures: Measures) -> Iterator[Figure]:
    begin, end = match.span()
    number, printed_per, scale = match["number"], match["per"], match["scale"]
    divisors = _DIVIDES.split(printed_per)[1:] if printed_per else ()
    per = tuple([piece.strip().lstrip("每") for piece in divisors]) if divisors else ()
    if not number:
        value, unit, family = _without_unit(match)
        named = text[begin - 1 : begin] == "第" or _INCLUDED.search(text, begin - 3, begin)
        if value is not None and not named:
            yield _figure_of((begin, end, value, unit, per, family, False, block))
        return
    known, value = measures.units[match["unit"]], to_number(number)
    if value is None:
        return
    if known.word == "折" and value in _TENTHS:
        value /= 10
    least, most = block.span
    sight = sight_of((
        known, value, not number[0].isdigit(), bool(scale),
        text[max(least, begin - FAR) : begin],
        text[end : min(most, end + NEAR)],
    ))  # fmt: skip
    stands = is_figure(sight, measures)
    if not stands and not may_be_step(sight, measures):
        return
    unit = (scale or "") + known.word.replace("％", "%")
    for other, other_unit in _others(match, unit, sight.before):
        yield _figure_of((begin, end, other, other_unit, per, known.family, False, block))
    yield _figure_of((begin, end, value, unit, per, known.family, not stands, block))


def _without_unit(match: re.Match[str]) -> tuple[int | float | None, str, str]:
    """百分之七十五, 千分之三, and sums of which the currency is left out (补助300万)."""
    if match["sum"]:
        return to_number(match["sum"]), match["large"], "money"
    whole, point, rest = match["hundredths"].partition("点")
    value, digits = to_int(whole), to_int(rest) if rest else None
    unit = _PARTS[match["part"]]
    if value is None or not point:
        return value, unit, "percent"
    return (None if digits is None else float(f"{value}.{digits}")), unit, "percent"


def _others(match: re.Match[str], unit: str, before: str) -> Iterator[tuple[int | float, str]]:
    """The numbers that share the unit of the last: 5—20%, 分别奖20、10分."""
    low = to_number(match["low"]) if match["low"] else None
    if low is not None:
        scale = match["low_scale"] or ""
        yield low, scale + unit if scale and not match["scale"] else unit
        return
    listed = _SHARED.search(before) if "分别" in before or "各" in before else None
    for printed in _PRINTED.findall(listed["numbers"]) if listed else ():
        value = to_number(printed)
        if value is not None:
            yield value, unit


def to_number(printed: str) -> int | float | None:
    """Read a number: ``1,200``, ``0.5``, ``１２``, ``二十三``; None where it is none."""
    if not printed[0].isdigit():
        # a round number by itself is part of a name: 百家, 千企
        return to_int(printed) if printed.strip("百千") else None
    digits = printed.replace(",", "").replace("．", ".")
    whole, point, rest = digits.partition(".")
    if len(digits) > _LONGEST or not (whole + rest).isdecimal():
        return None
    return float(digits) if point and rest.strip("0０") else int(whole)
