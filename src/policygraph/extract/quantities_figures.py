"""Figures: numbers with a unit as they are printed, without what they are for.

Left out are figures that are names or numbers of something: dates, articles, serial numbers,
sets (三项制度), plans (三年行动), set phrases (24小时服务), what stands in a title or a nickname.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policygraph.extract.reading import Reading
from policygraph.model.structure import Block, BlockKind
from policygraph.registry.measures import Measures, UnitOfMeasure
from policygraph.registry.words import alternation
from policygraph.text.numerals import DIGITS, to_int

_K = BlockKind
READ = frozenset((_K.PREAMBLE, _K.ITEM, _K.TEXT, _K.CLOSING, _K.TABLE, _K.QUOTED, _K.ANNEX_TITLE))
_CN = f"[{DIGITS}十百千]"
_CHINESE = rf"{_CN}{{1,10}}"
_ARABIC = r"\d++(?:,\d{3}(?!\d))*+(?:[.．]\d++)?"
_NUMBER = rf"(?:{_ARABIC}|{_CHINESE})"
_SCALE = r"(?:[十百千]?(?:万亿|万|亿)|[百千])"
_TO = r"\s?(?:[-—–－~～―]{1,2}|至|到)\s?"
_TITLE = re.compile(r"《[^《》]{0,200}》")
_QUOTE = re.compile(r"[“‘\"]([^“”‘’\"\n]{1,14})[”’\"]")
_LAST_YEAR = 100  # a larger number before 年 is the name of a year
_NEAR = 8  # characters before a figure in which a comparator stands
_SET_BEFORE = re.compile(r"(?:附\s?[件表录]|表|图|[数几]|上|第|含)\s?$")
_TIME_HEAD = re.compile(
    r"(?:近|连续|满|持续|为期|期限|期|为|前|后|不足|未满|逾|超|缩短|延长|延期|缓缴|提前|每|用|通过|间隔|公示|试用|任期|最近|过去|未来|今后|头|首|开展|达|至|到)\s?$"
)
_TIME_TAIL = re.compile(
    r"\s?(?:以?内|之内|以上|以下|及以上|以后|之后|后|以前|之前|前|期间|有效期|的|未|不|起|[，,。；;、）)]|$)"
)
_DAY_HEAD = re.compile(
    r"(?:公示|公告|提前|期满|届满|不少于|不超过|少于|超过|多于|至少|最长|期限为|期为|满|每|为期|连续|缩短至|压缩至|得少于)\s?$"
)
_DAY_TAIL = re.compile(r"\s?(?:以?内|之内|以上|以下|及以上|以后|之后|后|前报|的)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit.

    Attributes:
        start, end: where number and unit stand.
        value: the number as printed; 万 and 亿 stay with the unit.
        unit: 万元, 家, 个工作日.
        per: what the unit is divided by behind a slash: 20万元/户 -> ("户",).
        family: see ``registry.measures``.
        spelled: printed in Chinese numerals.
        low: the lower end of a range, or the upper end (5%-20% are two figures).
    """

    start: int
    end: int
    value: int | float
    unit: str
    per: tuple[str, ...]
    family: str
    spelled: bool
    in_range: bool
    block: Block


@lru_cache(maxsize=8)
def _pattern(measures: Measures) -> re.Pattern[str]:
    """One pattern for all figures, so that a text is gone over once."""
    units = sorted(
        (unit for unit in measures.units.values() if unit.family != "denominator"),
        key=lambda unit: (-len(unit.word), unit.word),
    )
    words = "|".join(_unit_pattern(unit) for unit in units)
    below = alternation(measures.units)
    return re.compile(
        rf"(?<![\d.．A-Za-z＋+#/{DIGITS}十百千万])"
        rf"(?:(?P<low>{_NUMBER})(?P<low_scale>{_SCALE})?{_TO})?"
        rf"(?:(?P<number>{_NUMBER})\s{{0,3}}(?P<scale>{_SCALE})?[余多来]?\s?(?P<unit>{words})"
        rf"|百分之(?P<hundredths>[{DIGITS}十百点]{{1,8}}))"
        rf"(?P<per>(?:\s?[/／·]\s?每?(?:{below})){{0,3}})"
    )


def _unit_pattern(unit: UnitOfMeasure) -> str:
    blocked = f"(?![{re.escape(unit.not_before)}])" if unit.not_before else ""
    return re.escape(unit.word) + blocked


@dataclass(frozen=True, eq=False)
class _Cues:
    """Words next to a figure, as patterns."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    plan: re.Pattern[str]
    clock: re.Pattern[str]


@lru_cache(maxsize=8)
def _cues(measures: Measures) -> _Cues:
    before = alternation(measures.words("at-most", "at-least", "falls-to", "reaches"))
    after = alternation(measures.words("or-more", "or-less"))
    return _Cues(
        re.compile(rf"(?:{before})[^，。；、]{{0,2}}$"),
        re.compile(rf"\s?(?:{after})"),
        re.compile(alternation(measures.words("plan"))),
        re.compile(rf"[^，。；]{{0,4}}?(?:{alternation(measures.words('round-the-clock'))})"),
    )


def find_figures(reading: Reading) -> Iterator[Figure]:
    """Find the figures of a document, in text order."""
    text, measures = reading.source.text, reading.registry.measures
    titles = [match.span() for match in _TITLE.finditer(text)]
    quotes = [match.span(1) for match in _QUOTE.finditer(text)]
    for match in _pattern(measures).finditer(text):
        block = reading.block_at(match.start())
        if block.kind not in READ or match.end() > block.span.end:
            continue
        if _covering(titles, match.start()) or _is_label(block, match):
            continue
        quote = _covering(quotes, match.start())
        if quote and _is_nickname(text, quote, match):
            continue
        yield from _read(text, match, block, measures)


def _covering(spans: list[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    index = bisect_right(spans, (offset, len(spans) and spans[-1][1] + 1)) - 1
    if index < 0:
        return None
    start, end = spans[index]
    return (start, end) if start <= offset < end else None


def _is_label(block: Block, match: re.Match[str]) -> bool:
    """The number of an item is no figure, whatever stands behind it (1 家…)."""
    return block.label is not None and match.start() < block.label.span.end


def _is_nickname(text: str, quote: tuple[int, int], match: re.Match[str]) -> bool:
    """“15分钟生活圈”, “三个清单”: a short quotation that begins with a figure and goes on."""
    goes_on = quote[1] - match.end() > 0 and "\u4e00" <= text[match.end()] <= "\u9fff"
    begins = match.start() - quote[0] <= 1
    return begins and (goes_on or not match["number"] or not match["number"][0].isdigit())


def _read(
    text: str, match: re.Match[str], block: Block, measures: Measures
) -> Iterator[Figure]:
    if match["hundredths"]:
        value = _percent(match["hundredths"])
        unit, family, spelled = "%", "percent", True
    else:
        value = to_number(match["number"])
        known = measures.units[match["unit"]]
        unit, family = (match["scale"] or "") + known.word, known.family
        spelled = not match["number"][0].isdigit()
        if not _stands(text, match, known, value, block, measures):
            return
    if value is None:
        return
    per = tuple(piece.strip().lstrip("每") for piece in re.split("[/／·]", match["per"])[1:])
    low = to_number(match["low"]) if match["low"] else None
    if low is not None:
        scale = match["low_scale"] or ""
        low_unit = scale + unit if scale and not match["scale"] else unit
        yield Figure(
            match.start(), match.end(), low, low_unit, per, family, spelled, True, block
        )
    unit = "%" if unit == "％" else unit
    yield Figure(
        match.start(), match.end(), value, unit, per, family, spelled, low is not None, block
    )


def to_number(printed: str) -> int | float | None:
    """Read a number: ``1,200``, ``0.5``, ``１２``, ``二十三``; None where it is none."""
    if printed[0].isdigit():
        digits = printed.replace(",", "").replace("．", ".")
        whole, point, rest = digits.partition(".")
        if len(digits) > 15:
            return None
        return float(digits) if point and rest.strip("0") else int(whole)
    if not printed.strip("百千"):
        return None  # 百家, 千企: a round number in a name
    return to_int(printed)


def _percent(printed: str) -> int | float | None:
    whole, point, rest = printed.partition("点")
    value = to_int(whole)
    if value is None or not point:
        return value
    digits = to_int(rest)
    return None if digits is None or "十" in rest else float(f"{value}.{digits}")


def _stands(
    text: str,
    match: re.Match[str],
    unit: UnitOfMeasure,
    value: int | float | None,
    block: Block,
    measures: Measures,
) -> bool:
    """Say whether number and unit are a figure, and not a date, a set, a plan or a name."""
    begin, end = match.start(), match.end()
    head = text[max(block.span.start, begin - _NEAR) : begin]
    tail = text[end : min(block.span.end, end + _NEAR)]
    if value is None or (tail[:1] in "+＋" and tail) or _SET_BEFORE.search(head):
        return False
    cues = _cues(measures)
    compared = bool(cues.before.search(head) or cues.after.match(tail))
    spelled = not match["number"][0].isdigit()
    if spelled and not _spelled_stands(unit, value, match["scale"], compared):
        return False
    if unit.family == "time":
        return _time_stands(unit.word, value, spelled, compared, head, tail, cues)
    return True


def _spelled_stands(
    unit: UnitOfMeasure, value: int | float, scale: str | None, compared: bool
) -> bool:
    if compared:
        return True
    if not unit.spelled or (value == 1 and not scale):
        return False
    return True


def _time_stands(
    word: str,
    value: int | float,
    spelled: bool,
    compared: bool,
    head: str,
    tail: str,
    cues: _Cues,
) -> bool:
    if word == "年" and value >= _LAST_YEAR:
        return False
    if cues.plan.match(tail.lstrip()):
        return False
    if word == "日":
        if re.search(r"月\s?$", head):
            return False
        return bool(_DAY_HEAD.search(head) or _DAY_TAIL.match(tail) or compared)
    if word == "小时" and value == 24 and not compared:
        return not cues.clock.match(tail)
    if spelled and not compared:
        return bool(_TIME_HEAD.search(head) or _TIME_TAIL.match(tail))
    return True
