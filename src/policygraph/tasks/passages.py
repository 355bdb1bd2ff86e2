"""Where a mark stands in its clause, and the words that it closes."""

import re
import unicodedata
from collections.abc import Sequence

from policygraph.expression import expression
from policygraph.model.facts import Responsibility
from policygraph.model.source import Span

_PAIRS = {"（": "）", "(": ")", "〔": "〕", "[": "]", "【": "】", "［": "］", "〈": "〉", "<": ">"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_FAR = 2000  # characters that a bracket may reach
_ENDS = "\n。；;！!？?\r"  # the most frequent first
_BLANKS = expression(r"\s+")
_CELLS = expression(r"\s*(?:\t|\|)\s*|\n")
_LINE_EDGES = expression(r"(?<![ \t])[ \t]*\n[ \t]*")
EDGES = " \t\r\n\f　|。；;，,、"
_TABLE, _LABEL_LINE = "table.column", "mark.label-line"
# a line that tells when: 完成时限：…, 时间节点：…
_WHEN = (
    r"[ \t　]*(?:完成|办理|办结|落实|整改|工作)?(?:时限|期限|时间(?:节点)?|节点)"
    r"(?:要求|安排)?[ \t　]*[:：][^\r\n]*"
)
_WHEN_BELOW = expression(rf"(?:[ \t　]*\r?\n|(?<=\n)){_WHEN}")
_WHEN_ABOVE = expression(_WHEN)


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
        mark = Span(opening, _closing(text, end, min(region.end, end + _FAR)))
    else:
        mark = Span(_after_end(text, region.start, start), _line_end(text, end, region.end))
    below = _WHEN_BELOW.match(text, mark.end, region.end)
    return Span(mark.start, below.end()) if below else mark


def of_table(rows: Sequence[Responsibility]) -> bool:
    """Say whether units stand in a column of a table."""
    return rows[0].rule == _TABLE


def is_time_line(text: str, span: Span) -> bool:
    """Say whether a span is a line that tells when, as 完成时限：… does, and nothing else."""
    end = len(text[span.start : span.end].rstrip()) + span.start
    return _WHEN_ABOVE.fullmatch(text, span.start, end) is not None


def own_words(text: str, before: int, mark: Span) -> Span:
    """Give what a mark closes: all since the mark before it."""
    before = min(before, mark.start)
    last = paragraph(text, before, mark.start)
    # 完成时限：… right above the units is no more what is to be done than they are
    above = Span(last, mark.start)
    return Span(before, last if is_time_line(text, above) else mark.start)


def sentence(text: str, span: Span, region: Span) -> Span:
    """Give the sentence, or the part between semicolons, in which something stands."""
    return Span(_after_end(text, region.start, span.start), _line_end(text, span.end, region.end))


def paragraph(text: str, start: int, end: int) -> int:
    """Give where the last paragraph with words before ``end`` begins, no earlier than ``start``."""
    body = text[start:end].rstrip()
    return start + body.rfind("\n") + 1


def tidy(words: str) -> str:
    """Give words on one line; of a row of a table the cells, without its running number."""
    inner = _LINE_EDGES.sub("\n", words.strip(EDGES))
    if "\t" in inner or "|" in inner:
        cells = dict.fromkeys(cell.strip(EDGES) for cell in _CELLS.split(inner))
        said = [cell for cell in cells if cell]
        return "；".join(said[1:] if said and said[0].isdigit() else said)
    closed = _BLANKS.sub(_between, inner)
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


def _closing(text: str, start: int, end: int) -> int:
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
    for mark in _ENDS:
        start = max(start, text.rfind(mark, start, at) + 1)
    return start


def _line_end(text: str, at: int, end: int) -> int:
    """Give where the sentence ends in which ``at`` stands, its mark with it."""
    for mark in _ENDS:
        found = text.find(mark, at, end)
        end = end if found < 0 else found + 1
    return end
