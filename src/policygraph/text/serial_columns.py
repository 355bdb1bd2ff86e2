"""Rows whose serial number is not the first cell, or is written 一, 二: the head 序号 tells where.

类别 | 序号 | 任务 / 渔港 | 1 | 修建码头 / (merged) | 2 | 疏浚航道.
"""

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.model.structure import BlockKind, Label
from policygraph.text.numerals import DIGITS, to_int
from policygraph.text.page import Page

_HEAD = expression(r"序\s*号")
_SERIAL = expression(rf"(?P<n>\d{{1,3}}|[{DIGITS}十]{{1,3}})[.、．]?")
_FEWEST = 2  # cells of a row of heads, and more


def serial_column(page: Page, indexes: range) -> list[Label | None]:
    """Give the labels of rows by the column that is headed 序号; none where rows begin with 1."""
    labels: list[Label | None] = [None] * len(indexes)
    if "序" not in page.text:
        return labels
    column: int | None = None
    for place, index in enumerate(indexes):
        if page.kinds[index] is not BlockKind.TABLE:
            continue
        cells = _cells(page, index)
        heads = (n for n, cell in enumerate(cells) if _HEAD.fullmatch(page.text[slice(*cell)]))
        head = next(heads, None)
        if head is not None and len(cells) > _FEWEST:
            column = head
        elif column is not None and column < len(cells):
            labels[place] = _label(page, cells[column])
    chinese = not any(label and label.printed.isascii() for label in labels)
    return labels if chinese or (column and _apart(page, indexes)) else [None] * len(indexes)


def _apart(page: Page, indexes: range) -> bool:
    """Say whether something stands before the serial numbers that is more than a bar."""
    for index in indexes:
        if page.kinds[index] is BlockKind.TABLE and _HEAD.search(page.words(index)):
            return bool(_HEAD.split(page.words(index))[0].strip(" |\t\u3000"))
    return False


def _cells(page: Page, index: int) -> list[Span]:
    """Give the cells of a row; the first may be blank and so be in no paragraph."""
    span = page.paragraphs[index]
    line = page.text.rfind("\n", 0, span.start) + 1
    start = span.start if page.text[line : span.start].strip() else line
    words = page.text[start : span.end].rstrip("\r\n")
    if "\n" in words:
        words = words[: words.index("\n")]
    separator = "\t" if "\t" in words else "|"
    cells: list[Span] = []
    for cell in words.split(separator):
        begin = start + len(cell) - len(cell.lstrip())
        cells.append(Span(begin, begin + len(cell.strip())))
        start += len(cell) + 1
    return cells


def _label(page: Page, cell: Span) -> Label | None:
    match = _SERIAL.fullmatch(page.text, *cell)
    number = to_int(match["n"]) if match else None
    if match is None or not number:
        return None
    return Label("serial", str(number), Span(*match.span("n")), match["n"])
