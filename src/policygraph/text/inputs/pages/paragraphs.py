"""Printed lines -> paragraphs, as far as the page tells them.

A line goes on with the one before where that one is full and this one begins at the margin. Where
the page does not tell, lines stay lines; ``text.paragraphs`` joins those that end in a sentence.
"""

from collections.abc import Iterable

from policygraph.expression import expression
from policygraph.text.inputs.characters import INDENT, joined
from policygraph.text.inputs.pages.columns import Column
from policygraph.text.inputs.pages.printed import PrintedLine
from policygraph.text.labels import match_label

_STOPS = tuple("。；：！？;:）)〕】”")
_SAME_SIZE = 1.0  # points
_LEADER = expression("[.．·…]{4,200} {0,8}[0-9０-９]{1,4}$")  # of an entry in a table of contents


def paragraphs(lines: Iterable[tuple[PrintedLine, Column]]) -> list[str]:
    """Join lines to paragraphs; the first line of one that is indented stays so.

    Args:
        lines: the lines between two tables, each with the column of its page.
    """
    made: list[str] = []
    first: tuple[PrintedLine, Column] | None = None
    before: tuple[PrintedLine, Column] | None = None
    for line, column in lines:
        if first and before and _goes_on(first, before, (line, column)):
            made[-1] = joined(made[-1], line.text)
        else:
            first = (line, column)
            made.append((INDENT if column.is_indented(line) else "") + line.text)
        before = (line, column)
    return made


def _goes_on(
    first: tuple[PrintedLine, Column],
    before: tuple[PrintedLine, Column],
    here: tuple[PrintedLine, Column],
) -> bool:
    line, column = here
    above, its_column = before
    if not its_column.is_full_before(above, line) or abs(line.size - above.size) > _SAME_SIZE:
        return False
    if not (its_column.begins_at_margin(above) or its_column.is_indented(above)):
        return False  # centred, or at the right
    if above.text[-1].isdigit() and _LEADER.search(above.text):
        return False
    same_page = line.top > above.top
    if same_page and column.is_apart(above, line):
        return False
    if not column.is_indenting and above.text.endswith(_STOPS) and _has_label(line):
        return False
    return column.begins_at_margin(line) or (column.is_indented(line) and _hangs(*first))


def _hangs(first: PrintedLine, column: Column) -> bool:
    """Say whether a paragraph has its label at the margin and all other lines indented."""
    return column.begins_at_margin(first) and _has_label(first)


def _has_label(line: PrintedLine) -> bool:
    return match_label(line.text, 0, len(line.text)) is not None
