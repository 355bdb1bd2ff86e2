"""Tables of which each cell became a line of its own, as pasted from a web page, without bars.

序号 / 工作任务 / 责任单位 / 1 / 推进甲 / 市财政局 / 2 / … : the heads tell how many cells a row
has, and the serial numbers come again at just that distance. Where cells are merged, or a cell
holds several lines, three rows and more in their order are a table too. Without serial numbers the
units tell: 工作任务 / 责任单位 / 推进甲 / 市财政局 / 完成乙 / 市教育局 / ….
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.text.numerals import serial

_SERIAL_HEAD = expression(r"\s*序\s*号\s*$")
_HEAD = expression(r"[^，。；：:|\t]{1,16}$")
_UNITS = expression(
    r"(?:单位|部门|科室|处室|股室|主体|来源)(?:[（(/／及和、][^，。：:]{1,20})?\s*$"
)
_DOCUMENTS = expression(r"(?:文号|字号|文件名称|清理结果|处理意见)\s*$")  # a catalogue of documents
_UNIT = expression(
    "[^。：:；;]{1,80}(?:局|委|办|厅|部|室|院|中心|公司|政府|办事处|社|会|队|站|所|单位|部门|街道|镇|乡|县|区|市"
    "|园|联|台|馆|校|科|股|银行|集团|企业|等|[）)])$"
)
_LONGEST_HEAD = 20  # characters, with blanks
_COLUMNS_UNNUMBERED = 6
_COLUMNS = 9  # of a table, at most
_SECTION = expression("[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_MOST = 2000  # rows
_HEADS_IN_ROW = 20  # lines that head rows, one right behind the other
_FEWEST = 2  # rows
_FEWEST_UNEVEN = 3  # rows, where not all have the same cells
_SHORTEST = 3  # cells of a row, its serial number among them
_FARTHEST = 60  # lines of a row whose cells hold several
# what stands behind a table whose last row has an unknown number of lines
_ENDS = expression(
    r"附\s?件|附\s?表|抄\s?送|[（(]此件|联系人|备注|注[:：]|(?:[一二三四五六七八九十]{1,3}|第.{1,3}[章条])[、\s]"
    r"|(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$"
)


class LineTable(NamedTuple):
    """A table: its paragraphs from the heads on, and those that hold the serial numbers."""

    paragraphs: range
    serials: tuple[int, ...]


def line_tables(text: str, paragraphs: Sequence[Span]) -> Iterator[LineTable]:
    """Give the tables of a text of which each cell is a paragraph."""
    end = 0
    for index, (start, stop) in enumerate(paragraphs):
        if index < end or stop - start > _LONGEST_HEAD:
            continue
        if text[start] == "序" and _SERIAL_HEAD.match(text, start, stop):
            found = _table(text, paragraphs, index)
        elif _UNITS.search(text, start, stop) and _HEAD.match(text, start, stop):
            found = _without_serials(text, paragraphs, index)
        else:
            continue
        if found:
            yield found
            end = found.paragraphs.stop


def _table(text: str, paragraphs: Sequence[Span], begin: int) -> LineTable | None:
    cells = _Cells(text, paragraphs, begin)
    width = next((n for n in range(2, _COLUMNS + 1) if _opens(cells.at(n) or "")), None)
    heads = [cells.at(n) or "" for n in range(1, width or 1)]
    if width is None or not all(_HEAD.match(head) for head in heads):
        return None
    names = ["".join(head.split()) for head in heads]
    if not any(_UNITS.search(name) or _DOCUMENTS.search(name) for name in names):
        return None
    serials, end = _whole_rows(cells, width)
    if len(serials) < _FEWEST or _goes_on(cells, serials[-1], width, len(serials) + 1):
        whole, others = (serials, end), (_sectioned_rows(cells, width), _uneven_rows(cells, width))
        # of those that tell as many rows, the one whose rows are the more regular
        serials, end = max(whole, *others, key=lambda found: len(found[0]))
    if len(serials) < _FEWEST:
        return None
    places = tuple(cells.filled[serial] for serial in serials)
    return LineTable(range(begin, cells.filled[end - 1] + 1), places)


@dataclass(slots=True)
class _Cells:
    """The paragraphs with words from ``begin`` on, looked at one by one."""

    text: str
    paragraphs: Sequence[Span]
    position: int
    filled: list[int] = field(default_factory=list)

    def at(self, number: int) -> str | None:
        """Give the words of a cell; None behind the last."""
        while len(self.filled) <= number and self.position < len(self.paragraphs):
            span = self.paragraphs[self.position]
            if not self.text[span.start : span.end].isspace():
                self.filled.append(self.position)
            self.position += 1
        if number >= len(self.filled):
            return None
        span = self.paragraphs[self.filled[number]]
        return self.text[span.start : span.end].strip()


def _whole_rows(cells: _Cells, width: int) -> tuple[list[int], int]:
    """Give the cells with serial numbers, each ``width`` behind the last, and where rows end."""
    serials: list[int] = []
    while True:
        row = width * (len(serials) + 1)
        whole = cells.at(row) == str(len(serials) + 1) and cells.at(row + width - 1) is not None
        if not whole:
            return serials, row
        serials.append(row)


def _goes_on(cells: _Cells, last: int, width: int, number: int) -> bool:
    """Say whether the next number stands near, where a row that is not whole would have it."""
    return _following(cells, last, number, 3 * width) is not None


def _opens(words: str) -> bool:
    return words.isdecimal() or bool(_SECTION.match(words))


def _sectioned_rows(cells: _Cells, width: int) -> tuple[list[int], int]:
    """As before, where lines that head several rows stand between them, and numbers leave gaps.

    Without such lines there have to be three rows.
    """
    headed = False
    serials: list[int] = []
    position, last, heads = width, 0, 0
    while (words := cells.at(position)) is not None and len(serials) < _MOST:
        if _SECTION.match(words) and heads < _HEADS_IN_ROW:
            position, heads, headed = position + 1, heads + 1, True
            continue
        number = serial(words)
        if number is None or number <= last or cells.at(position + width - 1) is None:
            break
        serials.append(position)
        position, last, heads = position + width, number, 0
    return (serials, position) if headed or len(serials) >= _FEWEST_UNEVEN else ([], 0)


def _uneven_rows(cells: _Cells, width: int) -> tuple[list[int], int]:
    """As before, where rows lack a cell or hold one in several lines: 1 … 2 … 3 in their order.

    The last row ends where most others would. Far from each other stand numbers whose rows hold
    no other number: those of a table of scores are not serial.
    """
    serials = [width]
    while (following := _following(cells, serials[-1], len(serials) + 1, 3 * width)) is not None:
        serials.append(following)
    far = [width]
    while (following := _following(cells, far[-1], len(far) + 1, _FARTHEST)) is not None:
        far.append(following)
    if len(far) > len(serials) and _numbers(cells, far) == 0:
        serials = far
    if len(serials) < _FEWEST_UNEVEN:
        return [], 0
    lengths = Counter(b - a for a, b in itertools.pairwise(serials))
    most = max(lengths, key=lambda length: (lengths[length], length))
    end = serials[-1] + (max(lengths) if serials is far else most)
    while end > serials[-1] + 1 and cells.at(end - 1) is None:
        end -= 1
    if serials is far:
        behind = range(serials[-1] + _SHORTEST, end)
        end = next((n for n in behind if _ENDS.match(cells.at(n) or "")), end)
    return serials, end


def _following(cells: _Cells, last: int, number: int, farthest: int) -> int | None:
    nearby = range(last + _SHORTEST, last + farthest)
    return next((n for n in nearby if cells.at(n) == str(number)), None)


def _numbers(cells: _Cells, serials: Sequence[int]) -> int:
    """Count the cells between serial numbers that are numbers themselves."""
    inside = range(serials[0], serials[-1])
    places = frozenset(serials)
    return sum((cells.at(n) or "").isdecimal() for n in inside if n not in places)


def _without_serials(text: str, paragraphs: Sequence[Span], named: int) -> LineTable | None:
    """Find the table of which paragraph ``named`` is a head: units come again in its column.

    How many heads there are is told by the distance at which they do, three times at least.
    """
    best: tuple[int, int, LineTable] | None = None
    for before in range(_COLUMNS_UNNUMBERED):
        if named < before:
            break
        cells = _Cells(text, paragraphs, named - before)
        for width in range(max(2, before + 1), _COLUMNS_UNNUMBERED + 1):
            if not _UNIT.match(cells.at(width + before) or ""):
                continue  # the first row has no unit under this head: the cheapest to see
            rows = _rows_with_units(cells, width)
            if rows >= _FEWEST_UNEVEN and (best is None or (rows * width, before) > best[:2]):
                last = cells.filled[width * (rows + 1) - 1]
                best = rows * width, before, LineTable(range(named - before, last + 1), ())
    return best[2] if best else None


def _rows_with_units(cells: _Cells, width: int) -> int:
    """Count the rows behind ``width`` heads that have units in each column that is named so."""
    heads = [cells.at(n) or "" for n in range(width)]
    columns = [n for n, head in enumerate(heads) if _UNITS.search("".join(head.split()))]
    if not all(_HEAD.match(head) for head in heads):
        return 0
    rows = 0
    while all(_UNIT.match(cells.at(width * (rows + 1) + n) or "") for n in columns):
        if cells.at(width * (rows + 2) - 1) is None:
            break
        rows += 1
    return rows
