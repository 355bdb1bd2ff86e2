"""Where tables are: rows of cells set off by | or tabs, and what a browser left of a table."""

from collections.abc import Sequence

from policygraph.expression import expression
from policygraph.model.source import Span

_CELL_END = expression(r"\|\s*$|^\s*\|")
_PAGE = 6  # lines between two lines with a bar that still belong to one table


def is_cell(words: str) -> bool:
    """Say whether a line is a row or a cell of a table."""
    if "\t" in words and "\t" in words.strip():
        return True
    return "|" in words and bool(_CELL_END.search(words))


def table_rows(text: str, paragraphs: Sequence[Span]) -> list[bool]:
    """Say for each paragraph whether it lies in a table.

    A flattened table holds cells without a bar of their own: lines between two lines with bars
    belong to it where they are few.
    """
    if "|" not in text and "\t" not in text:
        return [False] * len(paragraphs)
    cells = [is_cell(text[start:end]) for start, end in paragraphs]
    inside = list(cells)
    last: int | None = None
    for index, cell in enumerate(cells):
        if not cell:
            continue
        if last is not None and 1 < index - last <= _PAGE:
            inside[last + 1 : index] = [True] * (index - last - 1)
        last = index
    return inside
