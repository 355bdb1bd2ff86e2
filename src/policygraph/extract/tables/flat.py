"""Flattened tables: what is left when each cell of a table became a line of its own.

Where every row has all its cells the number of columns tells them apart again. Where cells were
merged, the order does: the name of an indicator stands right before its score, and who provides
its data stands behind.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from policygraph.expression import expression
from policygraph.extract.bodies.areas import answers, are_listed
from policygraph.extract.bodies.cut_names import are_one
from policygraph.extract.bodies.marks import MarkedUnit, is_mark, read_mark
from policygraph.extract.bodies.units import split_units
from policygraph.extract.tables.broken import begins_whole, runs, whole_cells
from policygraph.extract.tables.heads import head_role
from policygraph.extract.tables.sparse import Segment, UnitCell, segments
from policygraph.extract.tables.told import read_told
from policygraph.model.facts import Role
from policygraph.model.source import Span, span_of
from policygraph.registry.words import Words
from policygraph.text.numerals import serial

_SECTION = expression("[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_NUMBER = expression(r"\d+(?:\.\d+)?$")
_NAME = 24  # characters of the name of an indicator
_WIDEST = 9  # columns of a table
_SHORTEST = 3  # cells of a row that lacks some, its serial number among them
_FEWEST = 3  # rows that lack cells
_FARTHEST = 60  # cells of a row, each line of a cell counted
_DOES = expression("牵头|负责|配合|主办|协办|参与|单位[:：]|部门[:：]")
_RUN = expression(r"\S+")
_PARTS = 12  # runs without blanks of a cell
_LEVELS = frozenset("各省市县区州旗乡镇")  # with which names of units begin
_MARK = 200  # characters of a cell that is a mark: 市教育局牵头，市财政局配合
_NOTHING = frozenset(("—", "——", "－", "-", "--", "/", "／", "\\", "无", "无。"))  # an empty cell


def bare(text: str, span: Span) -> str:
    """Give the words of a cell without blanks and emphasis."""
    return "".join(text[span.start : span.end].split()).strip("*")


def is_empty(text: str, cell: Span) -> bool:
    """Say whether a cell prints that it holds nothing: —, /, 无."""
    return cell.end - cell.start <= _FEWEST and bare(text, cell) in _NOTHING


def flat_cells(text: str, span: Span) -> list[Span]:
    """Give the cells of a flattened table: runs between bars, without the blanks around them.

    Without any bar each line is a cell.
    """
    found: list[Span] = []
    words = text[span.start : span.end]
    for run in re.finditer(r"[^|]+" if "|" in words else r"[^\n]+", words):
        words = run.group()
        left = len(words) - len(words.lstrip())
        if words.strip():
            start = span.start + run.start() + left
            found.append(span_of((start, start + len(words.strip()))))
    return found


def read_flat(text: str, cells: Sequence[Span], words: Words) -> list[Segment]:
    """Read the rows of a flattened table that has a column of units; [] where it has none."""
    heads = [i for i, cell in enumerate(cells) if head_role(bare(text, cell), words)]
    if not heads:
        return []
    heads = [i for i in heads if i < heads[0] + _WIDEST]
    cells = _without_repeated(text, cells, heads[-1] + 1)
    regular = _regular_rows(text, cells, heads)
    if regular is not None:
        return [_regular_segment(text, row, words) for row in regular]
    unnumbered = _unnumbered_rows(text, cells, heads, words)
    if unnumbered:
        return [_regular_segment(text, row, words) for row in unnumbered]
    uneven = _uneven_rows(text, cells, heads)
    if uneven:
        roles = [_role(text, cells[head], words) for head in heads]
        return list(segments([_unit_cells(text, r, words, roles) for r in uneven], roles))
    role = _role(text, cells[heads[-1]], words)
    return list(_by_order(text, cells[heads[-1] + 1 :], words, role))


def _without_repeated(text: str, cells: Sequence[Span], behind: int) -> Sequence[Span]:
    """Leave out the heads that are printed again on each page."""
    begin = next((i for i in range(behind) if "序号" in bare(text, cells[i])), None)
    if begin is None:
        return cells
    names = [bare(text, cell) for cell in cells]
    heads, kept, index = names[begin:behind], list(cells[:behind]), behind
    while index < len(cells):
        again = names[index] == heads[0] and names[index : index + len(heads)] == heads
        kept.extend(() if again else cells[index : index + 1])
        index += len(heads) if again else 1
    return kept


def _role(text: str, head: Span, words: Words) -> Role:
    return head_role(bare(text, head), words) or Role.RESPONSIBLE


def _regular_rows(
    text: str, cells: Sequence[Span], heads: Sequence[int]
) -> list[list[tuple[str, Span]]] | None:
    """Give rows of (column name, cell) if each row begins with its serial number and is whole."""
    begin = next((i for i in range(heads[0], -1, -1) if "序号" in bare(text, cells[i])), None)
    behind = range(heads[-1] + 1, len(cells))
    opens = (i for i in behind if _opens(bare(text, cells[i])))
    first = next(opens, None)
    if begin is None or first is None:
        return None
    width, names = first - begin, [bare(text, cell) for cell in cells[begin:first]]
    rows: list[Sequence[Span]] = []
    index, last = first, 0
    while index < len(cells):
        name = bare(text, cells[index])
        if _SECTION.match(name):
            index += 1
            continue
        number = serial(name)
        if number is None or number <= last or index + width > len(cells):
            return None
        rows.append(cells[index : index + width])
        index, last = index + width, number
    return [list(zip(names, row, strict=True)) for row in rows]


def _opens(name: str) -> bool:
    return name.isdecimal() or bool(_SECTION.match(name))


def _regular_segment(text: str, row: Sequence[tuple[str, Span]], words: Words) -> Segment:
    return Segment(
        tuple(
            unit
            for name, cell in row
            if (role := head_role(name, words))
            for unit in cell_units(text, cell, words, role)
        )
    )


def _unnumbered_rows(
    text: str, cells: Sequence[Span], heads: Sequence[int], words: Words
) -> list[list[tuple[str, Span]]]:
    """Give rows of (column name, cell) without serial numbers; [] where they are not whole."""
    if any(_NUMBER.match(bare(text, cell)) for cell in cells):
        return []
    for width in range(heads[-1] + 1, _WIDEST + 1):
        rows = [cells[i : i + width] for i in range(width, len(cells), width)]
        if len(rows) < _FEWEST or len(rows[-1]) != width:
            continue
        read = (cell_units(text, row[n], words, Role.RESPONSIBLE) for row in rows for n in heads)
        if all(read):
            names = [bare(text, cell) for cell in cells[:width]]
            return [list(zip(names, row, strict=True)) for row in rows]
    return []


def _uneven_rows(text: str, cells: Sequence[Span], heads: Sequence[int]) -> list[Sequence[Span]]:
    """Give the cells behind each serial number where rows are not whole; [] below three rows.

    A cell is missing, or a cell of several lines became several: 1 … 2 … 3 in their order.
    """
    begin = next((i for i in range(heads[0], -1, -1) if "序号" in bare(text, cells[i])), None)
    first = next((i for i in range(heads[-1] + 1, len(cells)) if bare(text, cells[i]) == "1"), None)
    if begin is None or first is None or first - begin > _WIDEST:
        return []
    serials = [first]
    while True:
        nearby = range(serials[-1] + _SHORTEST, min(serials[-1] + _FARTHEST, len(cells)))
        number = str(len(serials) + 1)
        following = next((i for i in nearby if bare(text, cells[i]) == number), None)
        if following is None:
            break
        serials.append(following)
    if len(serials) < _FEWEST:
        return []
    edges = [*serials, len(cells)]
    if any(_NUMBER.match(bare(text, cells[i])) for i in range(first, len(cells)) if i not in edges):
        return []  # scores: the order of the cells tells more
    return [cells[a + 1 : b] for a, b in itertools.pairwise(edges)]


def _unit_cells(
    text: str, row: Sequence[Span], words: Words, roles: Sequence[Role]
) -> list[UnitCell]:
    """Give the cells of a row that name units; where cells were broken, one run of one column."""
    lines = row[1:]
    cells = list(whole_cells(text, lines, words))
    read = [UnitCell(bare(text, cell), cell_units(text, cell, words, roles[0])) for cell in cells]
    named = [
        bool(unit.units) or is_empty(text, cell) for unit, cell in zip(read, cells, strict=True)
    ]
    found = runs(named)
    if len(cells) < len(lines) and len(found) > 1 and len(set(roles)) == 1:
        found = found[-1:]  # parts of a task may look like names, too
    first = [(cells[index - 1] if index else None, cells[index]) for index, *_ in found]
    if len(cells) < len(lines) and not all(begins_whole(text, b, a) for a, b in first):
        return []
    return [read[index] for run in found for index in run]


def _by_order(text: str, cells: Sequence[Span], words: Words, role: Role) -> Iterator[Segment]:
    """An indicator opens a row; a row without source shares the merged cell of the one above."""
    units: list[MarkedUnit] | None = None
    last: list[MarkedUnit] = []
    for index, cell in enumerate(cells):
        name = bare(text, cell)
        if _NUMBER.match(name):
            continue
        following = bare(text, cells[index + 1]) if index + 1 < len(cells) else ""
        found = cell_units(text, cell, words, role)
        is_name = len(name) <= _NAME and bool(_NUMBER.match(following))
        if found and units == []:
            units = last = found  # the source of the row that is open
        elif is_name and not (found and units is None):
            if units is not None:
                yield Segment(tuple(units or last))
            units = []
        elif found:
            if units:
                yield Segment(tuple(units))
            units = last = found
    if units is not None:
        yield Segment(tuple(units or last))


def cell_units(text: str, cell: Span, words: Words, role: Role) -> list[MarkedUnit]:
    """Read a cell that lists units, or says in a sentence who provides or checks the data.

    Blanks part the units of a cell where each part is a list of units by itself.
    """
    stopped = cell.end - cell.start > 1 and text[cell.end - 1] in "。；;"
    if stopped and (text.find("、", *cell) > 0 or text[cell.start] in _LEVELS):
        cell = span_of((cell.start, cell.end - 1))  # a list of units that ends as a sentence does
    apart = _apart(text, cell, words, role) if cell.end - cell.start <= _MARK else []
    return apart or _listed(text, cell, words, role) or read_told(text, cell, words)


def _apart(text: str, cell: Span, words: Words, role: Role) -> list[MarkedUnit]:
    found: list[MarkedUnit] = []
    parts = [span_of(part.span()) for part in _RUN.finditer(text, cell.start, cell.end)]
    broken = text.find("\n", *cell) > 0  # 市发展 / 改革委 are no two units
    names = [bare(text, part) for part in parts] if broken else []
    cut = any(are_one(a[a.rfind("、") + 1 :], b) for a, b in itertools.pairwise(names))
    for part in parts if 1 < len(parts) <= _PARTS and not cut else ():
        units = _listed(text, part, words, role)
        if not units or (broken and not all(answers(u.unit.as_written, words) for u in units)):
            return []
        found.extend(units)
    return found


def _listed(text: str, cell: Span, words: Words, role: Role) -> list[MarkedUnit]:
    listed = split_units(text, cell, words)
    named = are_listed([unit.as_written for unit in listed.units], words)
    if listed.units and named and not listed.rejected:
        return list(read_mark(text, cell, words, role).units)
    said = cell.end - cell.start <= _MARK and _DOES.search(text, cell.start, cell.end)
    if said and is_mark(text, cell, words):
        mark = read_mark(text, cell, words, role)
        names = [marked.unit.as_written for marked in mark.units]
        if not mark.rejected and are_listed(names, words):
            return list(mark.units)
    return []
