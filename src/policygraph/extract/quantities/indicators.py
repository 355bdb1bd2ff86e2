"""Tables of indicators: 指标 | 单位 | 2020年 | 2025年, with bare numbers in the columns of years.

The unit stands in a column of its own or behind the name: 粮食产量（万吨）.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.quantities.figures import to_number
from policygraph.extract.reading import Reading, mention
from policygraph.extract.tables.flat import bare
from policygraph.model.facts import Quantity, QuantityKind
from policygraph.model.source import Span
from policygraph.registry.measures import Measures

_YEAR = expression(
    r"[“\"]?(?P<year>20\d\d)年?(?:度|底|末)?(?P<what>[\u4e00-\u9fff]{0,6})(?:[（(][^（）()]{1,8}[）)])?"
)
_AIMED = expression("目标|任务|计划|规划|预期|指标")
_MEASURED = expression("实际|实绩|现状|基数|基期|基准|完成|现值|情况")
_UNITS = ("单位", "计量单位", "指标单位")
_BEHIND = expression(r"[（(](?:单位[:：])?(?P<unit>[^（）()]{1,8})[）)]$")
_NUMBER = expression(r"[\[〔【]?(?P<number>\d{1,9}(?:,\d{3})*(?:\.\d{1,4})?)[\]〕】]?")
_BOUND = expression(r"[≥≤>＞<＜﹥﹤]|大于|小于|不低于|不高于|左右|以上|以内|以下")
_SCALES = expression("^(?:万亿|[十百千]?[万亿]|[百千])(?=.)")
_NAME = 40  # characters of the name of an indicator


class _Column(NamedTuple):
    year: int
    kind: QuantityKind


def indicator_figures(reading: Reading, lines: Sequence[Sequence[Span]]) -> Iterator[Quantity]:
    """Read the bare numbers in columns of years; rows without a known unit are left out.

    Args:
        reading: the document.
        lines: the cells of each line of a table.
    """
    text, measures = reading.source.text, reading.registry.measures
    columns: dict[int, _Column] = {}
    unit_at: int | None = None
    for cells in lines:
        words = [bare(text, cell) for cell in cells]
        heads = _columns(words)
        if heads:
            columns = heads
            unit_at = next((i for i, word in enumerate(words) if word in _UNITS), None)
            continue
        name = _name(words, columns, unit_at)
        unit = _unit(words, name, unit_at, measures)
        if not name or not unit:
            continue
        for index, column in columns.items():
            if index < len(cells) and (number := _number(words[index])) is not None:
                yield _row(reading, cells[index], number, unit, column, _plain(name))


def _columns(words: Sequence[str]) -> dict[int, _Column]:
    """Read the head: two years or more, or one that says what it is (2025年目标)."""
    found = {i: match for i, word in enumerate(words) if (match := _YEAR.fullmatch(word))}
    last = max((int(match["year"]) for match in found.values()), default=0)
    columns: dict[int, _Column] = {}
    for index, match in found.items():
        year, what = int(match["year"]), match["what"]
        aimed = bool(_AIMED.search(what)) or (
            not _MEASURED.search(what) and year == last and len(found) > 1
        )
        if len(found) > 1 or aimed or _MEASURED.search(what):
            kind = QuantityKind.TARGET if aimed else QuantityKind.COUNT
            columns[index] = _Column(year, kind)
    return columns


def _name(words: Sequence[str], columns: dict[int, _Column], unit_at: int | None) -> str | None:
    """Give the name of the indicator: the last words before its unit and years."""
    if not columns:
        return None
    end = min(columns) if unit_at is None else min(unit_at, *columns)
    named = [word for word in words[:end] if word and not _number_only(word)]
    return named[-1] if named and len(named[-1]) <= _NAME else None


def _number_only(word: str) -> bool:
    return not any("\u4e00" <= char <= "\u9fff" for char in word)


def _unit(
    words: Sequence[str], name: str | None, unit_at: int | None, measures: Measures
) -> str | None:
    behind = _BEHIND.search(name or "")
    printed = words[unit_at] if unit_at is not None and unit_at < len(words) else ""
    if not printed and behind:
        printed = behind["unit"]
    word = printed.replace("％", "%")
    known = measures.units.get(word) or measures.units.get(_SCALES.sub("", word.split("/")[0]))
    return word if known and known.family != "denominator" else None


def _plain(name: str) -> str:
    return _BEHIND.sub("", name)


def _number(word: str) -> int | float | None:
    match = _NUMBER.fullmatch(_BOUND.sub("", word))
    return to_number(match["number"]) if match else None


def _row(
    reading: Reading, cell: Span, value: int | float, unit: str, column: _Column, name: str
) -> Quantity:
    written = mention(reading.source.text, cell)
    return Quantity(
        clause=reading.clause_at(written.spans[0].start),
        kind=column.kind,
        value=value,
        unit=unit,
        as_written=written.as_written,
        year=column.year,
        subject=name,
        condition=None,
        spans=written.spans,
        rule="quantity.indicator-table",
    )
