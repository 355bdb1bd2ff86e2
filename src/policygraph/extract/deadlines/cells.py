"""Times that are a cell by themselves, below 完成时限: 全年, 2026.10, 2026年10月, 三季度."""

from collections.abc import Iterator, Sequence
from datetime import date

from policygraph.expression import expression
from policygraph.extract.deadlines.dates import Time, last_day, year_of
from policygraph.extract.reading import Reading
from policygraph.extract.tables.flat import bare
from policygraph.extract.works.tables import filled_lines, flat_lines
from policygraph.model.facts import DeadlineKind
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind

_K = DeadlineKind
_HINTS = ("时限", "时间", "期限", "节点", "进度")  # cheap to look for
_HEAD = expression(  # a bare 时间 may be that of a meeting
    r"(?:完成|办理|落实|整改|办结|责任|推进|工作|任务|计划|目标)*时限(?:要求)?"
    r"|(?:计划|预计|拟)?(?:完成|办结|整改|落实|推进)的?(?:时间|期限|节点|时间节点)(?:要求)?"
    r"|时间(?:节点|要求|进度)|(?:工作|时间|推进)?进度(?:安排|要求)"
)
_YEAR = r"(?:(?P<year>20\d\d)(?:年|[.．/-](?=\d)))?"
_MONTH = expression(
    rf"(?:到|至)?{_YEAR}(?:(?P<month>1[0-2]|0?[1-9])(?:月份?(?:(?P<day>[0-3]?\d)日)?|[.．/-](?P<pointed>[0-3]?\d))?)?"
    r"[底末]?(?:之|以)?前?(?:完成)?"
)
_QUARTER = expression(
    r"(?:(?P<year>20\d\d)年)?第?(?P<n>[一二三四1-4])季度[底末]?(?:之|以)?前?(?:完成)?"
)
_WHOLE_YEAR = expression(
    r"(?:(?P<year>20\d\d)年)?全年|(?P<plain>20\d\d)年度?(?:内|[底末]?前?)?(?:完成)?"
)
_ALWAYS = expression("长期(?:坚持|推进|实施)?|持续(?:推进|实施|开展)|常态化(?:推进|开展)?")
_LONGEST = 16  # characters of a time in a cell
_HEADS = 24  # characters of a head


def cell_times(reading: Reading, known: Sequence[Time], issued: date | None) -> Iterator[Time]:
    """Give the times that fill a cell of a column of time limits.

    Args:
        reading: the document.
        known: the times that are read as in any sentence; where one stands, that is the answer.
        issued: the day of the document, whose year a time without one takes.
    """
    text = reading.source.text
    if not any(hint in text for hint in _HINTS):
        return
    taken = [time.span for time in known]
    for table in _tables(reading):
        for cell in _cells(text, table):
            free = not any(span.start < cell.end and cell.start < span.end for span in taken)
            time = _time(text, cell, issued) if free else None
            if time:
                yield time


def _tables(reading: Reading) -> Iterator[Span]:
    """Give each run of blocks of tables, items between them (一、甲) among them."""
    begin: int | None = None
    end = 0
    for block in reading.blocks if reading.has(BlockKind.TABLE) else ():
        row = block.kind is BlockKind.TABLE
        if row or (begin is not None and "\t" in reading.source.at(block.span)):
            begin = block.span.start if begin is None else begin
            end = block.span.end
        elif begin is not None:
            yield span_of((_line_start(reading.source.text, begin), end))
            begin = None
    if begin is not None:
        yield span_of((_line_start(reading.source.text, begin), end))


def _line_start(text: str, start: int) -> int:
    """The first cell of a row may be blank and so stand in no block."""
    line = text.rfind("\n", 0, start) + 1
    return start if text[line:start].strip() else line


def _cells(text: str, table: Span) -> Iterator[Span]:
    """Give the cells of the column of time limits; nothing where there is no such column."""
    if not any(hint in text[table.start : table.end] for hint in _HINTS):
        return
    lines = filled_lines(text, table)
    if not any(len(cells) > 2 and _column(text, cells) is not None for cells in lines):
        lines = list(flat_lines(text, table))
    column: int | None = None
    for cells in lines:
        found = _column(text, cells) if len(cells) > 1 else None
        if found is not None:
            column = found
        elif column is not None and column < len(cells):
            yield cells[column]


def _column(text: str, cells: Sequence[Span]) -> int | None:
    heads = (
        index
        for index, cell in enumerate(cells)
        if cell.end - cell.start <= _HEADS and _HEAD.fullmatch(bare(text, cell))
    )
    return next(heads, None)


def _time(text: str, cell: Span, issued: date | None) -> Time | None:
    """Read a cell that is a time and no more."""
    words = bare(text, cell)
    if not words or len(words) > _LONGEST:
        return None
    if _ALWAYS.fullmatch(words):
        return Time(cell, _K.DURING, None, None, "deadline.cell")
    if match := _WHOLE_YEAR.fullmatch(words):
        year = year_of(match["year"] or match["plain"], issued)
        kind = _K.BY if match["plain"] else _K.DURING
        last = last_day(year, None, None)
    elif match := _QUARTER.fullmatch(words):
        year, kind = year_of(match["year"], issued), _K.BY
        quarter = "一二三四".find(match["n"]) + 1 or int(match["n"])
        last = last_day(year, str(3 * quarter), None)
    elif (match := _MONTH.fullmatch(words)) and match["month"] and ("月" in words or match["year"]):
        year, kind = year_of(match["year"], issued), _K.BY
        last = last_day(year, match["month"], match["day"] or match["pointed"])
    else:
        return None
    if year is not None and last is None:
        return None  # 13月, 31.2
    return Time(cell, kind, last, None, "deadline.cell", year is None)
