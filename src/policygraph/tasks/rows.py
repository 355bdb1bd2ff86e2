"""Rows of tables: where a task stands in cells, and which of them tell it."""

import re
from collections.abc import Container, Iterable, Iterator

from policygraph.expression import expression
from policygraph.model.facts import Responsibility
from policygraph.model.source import Span
from policygraph.tasks.passages import EDGES, tidy

_GAP = expression(r"[\t|]")
_AROUND_UNITS = 12  # characters beside units that a cell of units may hold: 牵头，…等部门配合
_NUMBER = expression(r"^[ \t|]*(\d{1,4})[ \t|]*$", re.M)


def row_of_lines(text: str, before: int, mark: Span, running: int) -> tuple[Span, int]:
    """Give what a row says before its units, in a table of one cell a line.

    Args:
        text: the text of the document.
        before: where the units of the row before end.
        mark: the units.
        running: number of the last row that was met; 0 where none was.

    Returns:
        The words, and the number of the row.
    """
    numbers = [(int(each[1]), each.end()) for each in _NUMBER.finditer(text, before, mark.start)]
    start, row = before, running
    for number, end in numbers:
        if number == row + 1:  # other numbers in the row are points or amounts
            start, row = end, number
    if numbers and row == running and (not running or 1 in dict(numbers)):
        start = numbers[-1][1]  # another table, or one whose rows bear no number that counts
        row = 0
    return Span(min(start, mark.start), mark.start), row


def table_row(text: str, region: Span, mark: Span) -> Span | None:
    """Give the row in which units stand, where all its cells are on one line; else None."""
    if "\n" in text[mark.start : mark.end]:
        return None
    start, end = text.rfind("\n", 0, mark.start) + 1, text.find("\n", mark.end)
    end = len(text) if end < 0 else end
    if mark.end <= region.end:
        end = min(end, region.end)  # other clauses may follow on the line
    if "\t" not in text[start:end] and "|" not in text[start:end].strip(" |"):
        return None
    return Span(max(start, region.start), end)


def unit_cells(text: str, row: Span, rows: Iterable[Responsibility]) -> Iterator[Span]:
    """Give the cells of a row that name units and say next to nothing else."""
    spans = [span for each in rows for span in each.spans]
    for cell in _cells(text, row):
        inside = [span for span in spans if cell.start <= span.start < cell.end]
        if inside and cell.end - cell.start - sum(s.end - s.start for s in inside) < _AROUND_UNITS:
            yield cell


def row_words(text: str, row: Span, without: Iterable[Span], times: Container[str]) -> str:
    """Give the cells of a row on one line, without its running number, some cells and times."""
    left_out = set(without)
    cells = [text[cell.start : cell.end] for cell in _cells(text, row) if cell not in left_out]
    said = dict.fromkeys(
        tidy(cell).rstrip("。") for cell in cells if cell.strip(EDGES) not in times
    )
    kept = [words for words in said if words]
    return "；".join(kept[1:] if len(kept) > 1 and kept[0].isdigit() else kept)


def _cells(text: str, row: Span) -> Iterator[Span]:
    at = row.start
    for gap in _GAP.finditer(text, row.start, row.end):
        yield Span(at, gap.start())
        at = gap.end()
    yield Span(at, row.end)
