"""Tables whose tasks are numbered items of the text: the units stand in lines below each.

项目 / 责任单位 / 完成时限 / 1、整治市场。/ 县商务局 / 县城管局 / 6月底前 / 2、…: what is left of a
table of which each cell became a line, where its tasks have labels and rows lack cells.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.bodies.marks import MarkedUnit
from policygraph.extract.reading import Reading
from policygraph.extract.tables.flat import bare, cell_units
from policygraph.extract.tables.heads import head_role
from policygraph.extract.tables.sparse import Segment, UnitCell, segments
from policygraph.model.facts import Role
from policygraph.model.source import Span
from policygraph.model.structure import Block, BlockKind

_K = BlockKind
_LINES = frozenset((_K.TEXT, _K.UNCLASSIFIED, _K.TITLE, _K.FURNITURE, _K.MASTHEAD, _K.PREAMBLE))
_LONGEST = 16  # characters of a head
_WORDS = expression("单位|部门|科室|处室|股室|主体")  # one of which a head of units holds
_LISTED = 120  # characters of a line of units
_FEWEST = 2  # rows
_NEXT_LABEL = expression(r"\s*\n\s*[\u4e00-\u9fff]{2,8}\s*[：:]")
_PUNCTUATION = frozenset("。，；：、！？,;:!?.")


class _Heads(NamedTuple):
    """The roles of the columns of units, and the block behind the heads."""

    roles: tuple[Role, ...]
    behind: int


def item_rows(reading: Reading) -> Iterator[Segment]:
    """Give the units of each item below heads; none where most items have none."""
    behind = 0
    for index, block in enumerate(reading.blocks):
        if index < behind or block.kind not in _LINES or not _heads_units(reading, block):
            continue
        heads = _heads(reading, index)
        if heads is None:
            continue
        rows, tasks, behind = _rows(reading, heads)
        sure = sum(bool(row.units) for row in rows)
        if sure >= _FEWEST and 2 * sure >= tasks:
            yield from rows


def labelled_lines(reading: Reading) -> Iterator[Segment]:
    """Give the units of a line below one that is a label and no more: 责任单位 / 市财政局.

    Labels that follow each other, each with its line, make one segment.
    """
    text, words = reading.source.text, reading.registry.words
    held: list[MarkedUnit] = []
    behind = 0
    for index, (label, line) in enumerate(itertools.pairwise(reading.blocks)):
        if label.kind not in _LINES or line.kind not in _LINES or not _heads_units(reading, label):
            continue
        span = _before_label(text, reading.tight(line))
        role = head_role(bare(text, label.span).rstrip("：:"), words)
        listed = span.end - span.start <= _LISTED and text[span.end - 1] != "。"
        listed = listed and head_role(bare(text, span), words) is None
        units = cell_units(text, span, words, role) if role and listed else []
        if held and (not units or index != behind):
            yield Segment(tuple(held))
            held = []
        held.extend(units)
        behind = index + 2
    if held:
        yield Segment(tuple(held))


def _before_label(text: str, line: Span) -> Span:
    """Give a line without the next label, which may have been taken for its going on."""
    label = _NEXT_LABEL.search(text, *line)
    return Span(line.start, label.start()) if label else line


def _heads_units(reading: Reading, block: Block) -> bool:
    text = reading.source.text
    if block.span.end - block.span.start > 2 * _LONGEST:
        return False
    if not _WORDS.search(text, *block.span):
        return False
    name = bare(text, block.span).rstrip("：:")
    return head_role(name, reading.registry.words) is not None


def _heads(reading: Reading, index: int) -> _Heads | None:
    """Read a run of short lines, two and more, of which the one at ``index`` heads units first."""
    text, words = reading.source.text, reading.registry.words
    begin = index - 1 if index and _name(reading, index - 1) else index
    roles: list[Role] = []
    end = index
    while end < len(reading.blocks) and _name(reading, end):
        role = head_role(bare(text, reading.blocks[end].span), words)
        roles.extend([role] if role else [])
        end += 1
    return _Heads(tuple(roles), end) if end - begin > 1 else None


def _name(reading: Reading, index: int) -> bool:
    """Say whether a block could be the head of a column."""
    if not _is_short(reading.blocks[index]):
        return False
    name = bare(reading.source.text, reading.blocks[index].span)
    return 0 < len(name) <= _LONGEST and not _PUNCTUATION & set(name)


def _is_short(block: Block) -> bool:
    return block.kind in _LINES and block.span.end - block.span.start <= 2 * _LONGEST


def _rows(reading: Reading, heads: _Heads) -> tuple[list[Segment], int, int]:
    """Give the rows below heads, the number of tasks, and the block behind them."""
    found: list[list[UnitCell]] = []
    tasks, index = 0, heads.behind
    while index < len(reading.blocks) and reading.blocks[index].kind is _K.ITEM:
        end = index + 1
        while end < len(reading.blocks) and reading.blocks[end].kind in _LINES:
            end += 1
        cells = _cells(reading, reading.blocks[index + 1 : end], heads.roles[0])
        tasks += end > index + 1  # an item without lines heads others
        found.extend([cells] if cells else [])
        index = end
    return list(segments(found, heads.roles)), tasks, index


def _cells(reading: Reading, lines: Sequence[Block], role: Role) -> list[UnitCell]:
    """Give the lines of units below an item, which stand in one run; [] if not sure."""
    text, words = reading.source.text, reading.registry.words
    runs: list[list[UnitCell]] = [[]]
    for line in lines:
        span = reading.tight(line)
        listed = span.end - span.start <= _LISTED and text[span.end - 1] != "。"
        units = cell_units(text, span, words, role) if listed else []
        if units:
            runs[-1].append(UnitCell(bare(text, span), units))
        elif runs[-1]:
            runs.append([])
    runs = [run for run in runs if run]
    return runs[0] if len(runs) == 1 else []
