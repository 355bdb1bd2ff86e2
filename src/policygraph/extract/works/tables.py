"""Tables of documents: 序号, 文件名称, 文号, 清理结果 as columns.

A row of cells on a line, or one cell a line; in the second the distance of the serial numbers tells
how many cells a row has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.tables.flat import bare, flat_cells
from policygraph.extract.works.fates import Fate, fate_led, fate_of
from policygraph.extract.works.titles_alone import DECREE
from policygraph.model.source import Span, span_of
from policygraph.registry.words import Words, alternation
from policygraph.text.numerals import serial
from policygraph.text.title import NUMBER

_NAME = expression(
    r"(?:行政)?(?:规范性)?(?:政策)?(?:文件|规章|法规|制度|政策|决定)(?:名称|标题|题目|名)?(?:及文号)?|名称|标题|题目"
)
_NUMBER = expression(
    r"文号|(?:发文|文件|公文|发布|制发)(?:字号|编号|文号|号)|字号|令号|文件号码?|(?:发文)?(?:文号|字号)[（(].{1,8}[）)]"
)
_RESULT = expression(
    r"(?:清理|处理|评估|审查)(?:结果|意见|结论|情况|方式|建议|类型|后?(?:的)?效力)|效力(?:状态|情况)?|类别|备注"
)
_TICK = expression(r"[√✓✔☑●○◎是]")
_LINE = expression(r"[^\n]+")
_RULE_LINE = expression(r"[\s|:\-—]*$")
_PRINTED = expression(rf"(?:{NUMBER.pattern}|{DECREE})")
_LABEL = expression(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
_SHORTEST = 4  # characters of a title
_COLUMNS = 12
_HEADS = ("文号", "字号", "编号", "名称", "标题", "令号")  # cheap to look for


class Row(NamedTuple):
    """A row of a table: the cells of its title and its number, and what is made of it."""

    title: Span
    number: Span | None
    fate: Fate | None


@dataclass(slots=True)
class _Columns:
    """Where the columns stand, and what a row that heads others said of them."""

    name: int
    number: int | None
    results: tuple[int, ...]
    proposed: bool
    ticks: dict[int, Fate] = field(default_factory=dict)


def table_rows(text: str, span: Span, words: Words) -> Iterator[Row]:
    """Give the rows of a table that names documents; nothing for other tables."""
    if not any(head in text[span.start : span.end] for head in _HEADS):
        return
    lines = filled_lines(text, span)
    if not any(_columns(text, cells) for cells in lines):
        lines = list(flat_lines(text, span))
    columns: _Columns | None = None
    said: Fate | None = None
    for cells in lines:
        if found := _columns(text, cells):
            columns = found
        elif columns is not None:
            filled = [cell for cell in cells if bare(text, cell)]
            if len(filled) == 1:
                said = fate_led(_unlabelled(bare(text, filled[0]))) or said
            elif not _more_heads(text, cells, columns):
                row = _row(text, cells, columns, words)
                if row:
                    yield row if row.fate else row._replace(fate=said)


def _unlabelled(name: str) -> str:
    return _LABEL.sub("", name, count=1) if _LABEL.match(name) else name


def filled_lines(text: str, span: Span) -> list[list[Span]]:
    """Give the cells of each line, an empty cell as an empty span."""
    lines = []
    for line in _LINE.finditer(text, *span):
        words, start = line[0], line.start()
        if _RULE_LINE.match(words):
            continue
        cells = []
        for cell in words.split("\t" if "\t" in words else "|"):
            cells.append(_tight(text, start, start + len(cell)))
            start += len(cell) + 1
        lines.append(cells)
    return lines


def _tight(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    return span_of((begin, begin + len(words.strip())))


def flat_lines(text: str, span: Span) -> Iterator[list[Span]]:
    """Give the rows of a table of which each cell is a line; only rows that are whole."""
    cells = flat_cells(text, span)
    names = [bare(text, cell) for cell in cells]
    begin = next((i for i, name in enumerate(names) if name == "序号"), None)
    if begin is None:
        return
    first = next((i for i in range(begin, len(names)) if names[i].isdecimal()), None)
    if first is None or not 2 < first - begin <= _COLUMNS:
        return
    width = first - begin
    yield cells[begin:first]
    at, last = first, 0
    while at + width <= len(cells):
        number = serial(names[at])
        if number is None or number <= last:
            if fate_led(_unlabelled(names[at])) is None:
                return
            yield [cells[at]]
            at += 1
            continue
        yield cells[at : at + width]
        at, last = at + width, number


def _columns(text: str, cells: Sequence[Span]) -> _Columns | None:
    """Give the columns where these cells are heads; None where they are not."""
    heads = [bare(text, cell) if cell.end - cell.start <= 24 else "" for cell in cells]
    number = next((i for i, head in enumerate(heads) if _NUMBER.fullmatch(head)), None)
    name = next((i for i, head in enumerate(heads) if i != number and _NAME.fullmatch(head)), None)
    results = tuple(i for i, head in enumerate(heads) if _RESULT.fullmatch(head))
    if name is None or (number is None and not any("理" in heads[i] for i in results)):
        return None
    proposed = any("建议" in heads[i] for i in results)
    columns = _Columns(name, number, results, proposed)
    _more_heads(text, cells, columns)
    return columns


def _more_heads(text: str, cells: Sequence[Span], columns: _Columns) -> bool:
    """Take up columns that are ticked: 废止 | 失效 | 继续有效, also in a second line of heads."""
    fates = {
        index: fate
        for index, cell in enumerate(cells)
        if index != columns.name and 0 < cell.end - cell.start <= 8
        and index not in columns.results
        and (fate := fate_of(bare(text, cell)))
    }  # fmt: skip
    name = cells[columns.name] if columns.name < len(cells) else None
    if len(fates) < 2 or (name and bare(text, name) and not _NAME.fullmatch(bare(text, name))):
        return False
    columns.ticks.update(fates)
    return True


@lru_cache(maxsize=8)
def _kind_end(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(words.kinds)})》?(?:[（(][^（）()]{{1,12}}[）)])?$")


def _row(text: str, cells: Sequence[Span], columns: _Columns, words: Words) -> Row | None:
    if columns.name >= len(cells):
        return None
    title = cells[columns.name]
    name = bare(text, title)
    number = None
    if columns.number is not None and columns.number < len(cells):
        cell = cells[columns.number]
        number = cell if _PRINTED.fullmatch(bare(text, cell)) else None
    kind = _kind_end(words).search(name)
    if len(name) < _SHORTEST or not (number or kind):
        return None
    return Row(title, number, _fate(text, cells, columns))


def _fate(text: str, cells: Sequence[Span], columns: _Columns) -> Fate | None:
    """Say what the row's own cell makes of the document."""
    ticked = {
        fate
        for index, fate in columns.ticks.items()
        if index < len(cells) and _TICK.fullmatch(bare(text, cells[index]))
    }
    said = {
        fate
        for index in columns.results
        if index < len(cells) and (fate := fate_of(bare(text, cells[index])))
    }
    fates = ticked | said
    if not fates:
        return None
    return fates.pop() if len(fates) == 1 and not columns.proposed else Fate.UNSURE
