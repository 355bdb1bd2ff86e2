"""Tables -> lines: a row a line with a tab between cells, or no table at all.

Pages use tables for two things. One holds data, and its columns must be told apart later; the
other only places things beside each other (a letterhead, the foot block, a whole web page), and
what its cells hold is lines like any other.
"""

from collections.abc import Iterable, Sequence

from policygraph.text.layout import shape_of

_SIDE_BY_SIDE = "\u3000\u3000"
_SHORT = 80  # characters; a longer row is no line of a letterhead or foot block

Cell = Sequence[str]  # the lines of a cell; the other cells of a merged one have none


def is_data(rows: Iterable[Sequence[Cell]]) -> bool:
    """Say whether a table holds data: at least two of its rows have two cells with words."""
    full = sum(sum(any(map(str.strip, cell)) for cell in row) >= 2 for row in rows)
    return full >= 2


def data_lines(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """Give a line for each row that holds words."""
    lines = ["\t".join(" ".join(" ".join(cell).split()) for cell in row) for row in rows]
    return [line for line in lines if line.strip()]


def layout_lines(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """Give the lines of the cells one after the other.

    A row whose cells read as one line of a page together (某办公室 某日印发) is that line.
    """
    lines: list[str] = []
    for row in rows:
        cells = [[line for line in cell if line.strip()] for cell in row]
        cells = [cell for cell in cells if cell]
        together = _SIDE_BY_SIDE.join(cell[0].strip() for cell in cells)
        single = len(cells) > 1 and all(len(cell) == 1 for cell in cells)
        if single and len(together) <= _SHORT and shape_of(together):
            lines.append(together)
        else:
            lines.extend(line for cell in cells for line in cell)
    return lines
