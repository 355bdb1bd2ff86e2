"""Cells of units that became several lines: wrapped in the middle of a name, or a unit a line.

市教育局、市文体旅 / 游局、市水利局: a line that ends in a pause or in a part of a name goes on.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from policygraph.expression import expression, matched
from policygraph.extract.bodies.areas import answers
from policygraph.extract.bodies.cut_names import are_one
from policygraph.extract.bodies.units import is_unit
from policygraph.model.source import Span
from policygraph.registry.words import Words

_PAUSES = "、，,；;"
_LAST = expression(rf"[^{_PAUSES}\s]*$")
_FIRST = expression(rf"[^{_PAUSES}。\s]*")
_LONGEST = 60  # characters of a line that may be part of a cell of units
_DIGIT = expression(r"\d")
_CUT = 36  # characters of a name that is not whole yet
_SHORT = 4  # characters of what may be the end of a name
_SENTENCE = expression("[。：:]")
_LEVELS = frozenset("省市县区州旗盟各有相")  # with which a name of its own begins


def whole_cells(text: str, lines: Sequence[Span], words: Words) -> Iterator[Span]:
    """Join the lines of a row that go on with each other's list of units; others stay as they are.

    Args:
        text: the document.
        lines: the lines of a row, in order.
        words: the word tables.
    """
    cell: Span | None = None
    for line in lines:
        if cell is not None and _goes_on(text, cell, line, words):
            cell = Span(cell.start, line.end)
            continue
        if cell is not None:
            yield cell
        cell = line
    if cell is not None:
        yield cell


def _goes_on(text: str, cell: Span, line: Span, words: Words) -> bool:
    before = "".join(text[max(cell.start, cell.end - 2 * _LONGEST) : cell.end].split())
    following = text[line.start : line.end].strip()
    if len(following) > _LONGEST or _SENTENCE.search(before) or _SENTENCE.search(following[:-1]):
        return False
    if before[-1] in _PAUSES:
        name = matched(_FIRST.match(following)).group()
        return _named(before[:-1], words) and _may_begin(name, following, words)
    last = matched(_LAST.search(before)).group()
    if following[0] in _PAUSES:
        return is_unit(last, words)
    name = matched(_FIRST.match(following)).group()
    if name.startswith("等"):
        return is_unit(last, words)
    if last.endswith("等"):
        return is_unit(last[:-1], words) and is_unit(name, words)
    listed = before != last and _named(before[: -len(last) - 1], words)
    return _is_cut(last, name, words, listed=listed)


def _is_cut(last: str, name: str, words: Words, *, listed: bool) -> bool:
    """Say whether two parts are one name: 市文体旅 / 游局; but 县财政局 / 教育局 are two.

    ``listed``: the first part stands in a list, so that it is a unit or part of one.
    """
    whole = is_unit(last, words)
    if listed and not whole:
        return len(last) <= _CUT and _DIGIT.search(name) is None
    if not name or name[0] in _LEVELS or not is_unit(last + name, words):
        return False
    if whole:
        return are_one(last, name)
    return last[:1] in _LEVELS or not is_unit(name, words)


def _named(before: str, words: Words) -> bool:
    """Say whether a list so far ends in the name of a unit."""
    last = _LAST.search(before)
    return last is not None and answers(last.group(), words)


def _may_begin(name: str, following: str, words: Words) -> bool:
    """Say whether a line behind a pause could go on with names: one is whole, or cut at its end."""
    return answers(name, words) or (name == following and name[:1] in _LEVELS)


def begins_whole(text: str, cell: Span, before: Span | None) -> bool:
    """Say whether a cell of a row with broken lines begins with a whole name, and no end of one."""
    name = matched(_FIRST.match(text[cell.start : cell.end].strip())).group()
    if name[:1] in _LEVELS:
        return True
    return len(name) > _SHORT and (before is None or text[before.end - 1] in "。；;")


def runs(cells: Sequence[bool]) -> list[range]:
    """Give the runs of cells that are told to name units."""
    found: list[range] = []
    index = 0
    for names, group in groupby(cells):
        count = len(list(group))
        if names:
            found.append(range(index, index + count))
        index += count
    return found
