"""The cells of a table in their columns (HTML, section 4.9.12: forming a table)."""

import re
from collections.abc import Iterator

from policygraph.text.inputs.html.tree import Tree
from policygraph.text.inputs.merged import Grid

Slot = int | None  # the row of a cell in the tree; None where a merged cell reaches over
_MOST_COLUMNS = 64  # a span beyond is a mistake, or meant to exhaust us
_MOST_ROWS = 65534  # as the standard says


def arranged(tree: Tree, table: int, skipped: set[int]) -> Grid[Slot]:
    """Give the cells of a table in their columns."""
    grid: Grid[Slot] = Grid([], [])
    reaching: dict[int, int] = {}  # column -> rows that a cell above still reaches down
    firsts: set[int] = set()  # of these, the columns in which such a cell begins
    for row in _rows(tree, table, skipped):
        line: list[Slot] = []
        grid.down.append(frozenset(firsts & reaching.keys()))
        for cell in _children(tree, row, ("td", "th"), skipped):
            while len(line) in reaching:
                line.append(None)
            width = _span(tree.attribute(cell, "colspan"), _MOST_COLUMNS)
            depth = _span(tree.attribute(cell, "rowspan"), _MOST_ROWS)
            columns = range(len(line), len(line) + width)
            reaching.update((column, depth) for column in columns if depth > 1)
            firsts.difference_update(columns)
            firsts.add(columns.start)
            line.extend(cell if column == columns.start else None for column in columns)
        line.extend(None for column in sorted(reaching) if column >= len(line))
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
        grid.rows.append(line)
    return grid


def _rows(tree: Tree, table: int, skipped: set[int]) -> Iterator[int]:
    for part in _children(tree, table, ("tr", "thead", "tbody", "tfoot"), skipped):
        if tree.tags[part] == "tr":
            yield part
        else:
            yield from _children(tree, part, ("tr",), skipped)


def _children(tree: Tree, row: int, tags: tuple[str, ...], skipped: set[int]) -> Iterator[int]:
    child = row + 1
    while child < tree.ends[row]:
        if tree.tags[child] in tags and child not in skipped:
            yield child
        child = tree.ends[child]


def _span(printed: str, most: int) -> int:
    whole = re.fullmatch(r"\s*(\d{1,18})\s*", printed, re.A)
    return max(1, min(int(whole[1]), most)) if whole else 1
