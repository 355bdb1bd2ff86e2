"""Where a mark stands in its clause, and the words that it closes."""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence

from policygraph.expression import expression
from policygraph.model.facts import Responsibility
from policygraph.model.source import Span

_PAIRS = {"（": "）", "(": ")", "〔": "〕", "[": "]", "【": "】", "［": "］", "〈": "〉", "<": ">"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_FAR = 2000  # characters that a bracket may reach
_ENDS = "。；;！!？?\n\r"
_BLANKS = expression(r"\s+")
_CELLS = expression(r"\s*(?:\t|\|)\s*|\n")
_GAP = expression(r"[\t|]")
_AROUND_UNITS = 12  # characters beside units that a cell of units may hold: 牵头，…等部门配合
_NUMBER = expression(r"^[ \t|]*(\d{1,4})[ \t|]*$", re.M)
_EDGES = " \t\r\n\f　|。；;，,、"
_TABLE, _LABEL_LINE = "table.column", "mark.label-line"


def mark_span(text: str, region: Span, rows: Sequence[Responsibility]) -> Span:
    """Give the whole mark that names some units: its brackets, its line, or its cell of a table.

    Args:
        text: the text of the document.
        region: the clause's own text.
        rows: units of one segment of the clause.
    """
    spans = [span for row in rows for span in row.spans]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    rule = rows[0].rule
    if rule == _TABLE:
        return Span(start, end)
    opening = -1 if rule == _LABEL_LINE else _opening(text, max(region.start, start - _FAR), start)
    if opening >= 0:
        return Span(opening, _closing(text, end, min(region.end, end + _FAR), text[opening]))
    return Span(_after_end(text, region.start, start), _line_end(text, end, region.end))


def own_words(
    text: str, before: int, mark: Span, rows: Sequence[Responsibility], running: int
) -> tuple[Span, int]:
    """Give what a mark closes: all since the mark before; in a table of one cell a line its row.

    Args:
        text: the text of the document.
        before: where the mark before it ends.
        mark: the mark.
        rows: its units.
        running: number of the last row that was met; 0 where none was.

    Returns:
        The words, and the number of the row.
    """
    if rows[0].rule != _TABLE:
        return Span(before, mark.start), running
    numbers = [(int(each[1]), each.end()) for each in _NUMBER.finditer(text, before, mark.start)]
    start, row = before, running
    for number, end in numbers:
        if number == row + 1:  # other numbers in the row are points or amounts
            start, row = end, number
    if numbers and row == running and (not running or 1 in dict(numbers)):
        start = numbers[-1][1]  # another table, or one whose rows bear no number that counts
        row = 0
    return Span(start, mark.start), row


def table_row(text: str, region: Span, mark: Span, rows: Sequence[Responsibility]) -> Span | None:
    """Give the row in which units stand, where all its cells are on one line; else None."""
    if rows[0].rule != _TABLE or "\n" in text[mark.start : mark.end]:
        return None
    start, end = text.rfind("\n", 0, mark.start) + 1, text.find("\n", mark.end)
    end = len(text) if end < 0 else end
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
        tidy(cell).rstrip("。") for cell in cells if cell.strip(_EDGES) not in times
    )
    kept = [words for words in said if words]
    return "；".join(kept[1:] if len(kept) > 1 and kept[0].isdigit() else kept)


def _cells(text: str, row: Span) -> Iterator[Span]:
    at = row.start
    for gap in _GAP.finditer(text, row.start, row.end):
        yield Span(at, gap.start())
        at = gap.end()
    yield Span(at, row.end)


def sentence(text: str, span: Span, region: Span) -> Span:
    """Give the sentence, or the part between semicolons, in which something stands."""
    return Span(_after_end(text, region.start, span.start), _line_end(text, span.end, region.end))


def paragraph(text: str, start: int, end: int) -> int:
    """Give where the last paragraph with words before ``end`` begins, no earlier than ``start``."""
    body = text[start:end].rstrip()
    return start + body.rfind("\n") + 1


def tidy(words: str) -> str:
    """Give words on one line; of a row of a table the cells, without its running number."""
    if "\t" in words or "|" in words:
        cells = dict.fromkeys(cell.strip(_EDGES) for cell in _CELLS.split(words))
        said = [cell for cell in cells if cell]
        return "；".join(said[1:] if said and said[0].isdigit() else said)
    closed = _BLANKS.sub(_between, words.strip(_EDGES))
    return closed + "。" if words.rstrip(" \t\r\n　").endswith("。") and closed else closed


def _between(blank: re.Match[str]) -> str:
    """Keep one blank between words of letters, none beside a Han character or its marks."""
    text, (start, end) = blank.string, blank.span()
    sides = (text[start - 1 : start], text[end : end + 1])
    wide = any(side and unicodedata.east_asian_width(side) in "WF" for side in sides)
    return "" if wide else " "


def _opening(text: str, start: int, end: int) -> int:
    """Find the bracket that is open at ``end``; -1 where none is."""
    depth = 0
    for at in range(end - 1, start - 1, -1):
        if text[at] in _CLOSING:
            depth += 1
        elif text[at] in _PAIRS:
            if depth == 0:
                return at
            depth -= 1
    return -1


def _closing(text: str, start: int, end: int, opening: str) -> int:
    """Find where the bracket ends that is open at ``start``; the line's end where it stays open."""
    depth = 0
    for at in range(start, end):
        if text[at] in _PAIRS:
            depth += 1
        elif text[at] in _CLOSING:
            if depth == 0:
                return at + 1
            depth -= 1
    return _line_end(text, start, end)


def _after_end(text: str, start: int, at: int) -> int:
    """Give where the sentence begins in which ``at`` stands."""
    return 1 + max(start - 1, *(text.rfind(mark, start, at) for mark in _ENDS))


def _line_end(text: str, at: int, end: int) -> int:
    """Give where the sentence ends in which ``at`` stands, its mark with it."""
    found = [place for mark in _ENDS if (place := text.find(mark, at, end)) >= 0]
    return min(found) + 1 if found else end
