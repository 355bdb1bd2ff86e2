"""Who is responsible, in tables that are drawn with lines: the cells below a head of units."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from policygraph.expression import expression
from policygraph.extract.bodies.marks import MarkedUnit
from policygraph.extract.reading import Mention
from policygraph.extract.tables.flat import cell_units
from policygraph.extract.tables.heads import head_role
from policygraph.extract.tables.sparse import Segment
from policygraph.model.facts import Role
from policygraph.model.source import Span, span_of
from policygraph.registry.words import Words
from policygraph.text.drawn_tables import DrawnCell, drawn_cells, drawn_lines

_BLANK = expression(r"\s+")


def read_drawn(text: str, table: Span, words: Words) -> list[Segment]:
    """Read the cells of drawn frames that stand in columns of units; [] where none is drawn.

    A frame without a head goes on with the columns of the one before it, if it has as many.
    """
    if not drawn_lines(text[table.start : table.end]):
        return []
    found: list[Segment] = []
    columns: dict[int, Role] = {}
    width = 0
    for frame in drawn_cells(text, table):
        own = 1 + max(cell.column for cell in frame)
        heads = _heads(text, frame, words)
        if heads:
            columns, width = {cell.column: role for cell, role in heads.items()}, own
        elif own != width:
            continue  # a row that reaches over all columns, or another table
        found.extend(_rows(text, [c for c in frame if c not in heads], columns, words))
    return found


def _heads(text: str, frame: Sequence[DrawnCell], words: Words) -> dict[DrawnCell, Role]:
    """Give the cells on the first lines of a frame that head columns of units."""
    first = {cell.column: cell for cell in reversed(frame)}
    named = {cell: head_role(_joined(text, cell), words) for cell in first.values()}
    return {cell: role for cell, role in named.items() if role}


def _rows(
    text: str, cells: Sequence[DrawnCell], columns: dict[int, Role], words: Words
) -> list[Segment]:
    """Give the units of each line on which cells of such columns begin."""
    rows: dict[int, list[MarkedUnit]] = {}
    for cell in cells:
        if cell.column in columns and (units := _units(text, cell, columns[cell.column], words)):
            rows.setdefault(cell.line, []).extend(units)
    return [Segment(tuple(units)) for units in rows.values()]


def _joined(text: str, cell: DrawnCell) -> str:
    return _BLANK.sub("", "".join(text[span.start : span.end] for span in cell.spans))


def _units(text: str, cell: DrawnCell, role: Role, words: Words) -> list[MarkedUnit]:
    """Read the words of a cell as if they stood on one line; a name may be broken over two."""
    lines = [text[span.start : span.end] for span in cell.spans]
    read = cell_units("".join(lines), span_of((0, sum(map(len, lines)))), words, role)
    starts = [0, *accumulate(map(len, lines))]
    return [MarkedUnit(_back(one.unit, cell.spans, starts), one.role) for one in read]


def _back(unit: Mention, lines: Sequence[Span], starts: Sequence[int]) -> Mention:
    """Give a unit the places of its words in the text."""
    spans: list[Span] = []
    for said in unit.spans:
        at = said.start
        while at < said.end:
            index = bisect_right(starts, at) - 1
            stop = min(said.end, starts[index + 1])
            shift = lines[index].start - starts[index]
            spans.append(span_of((at + shift, stop + shift)))
            at = stop
    return Mention(unit.as_written, tuple(spans))
