"""Tables of responsibilities: 责任单位, 牵头单位, 数据来源 as columns.

Two forms occur: a row of cells on a line (Markdown, tabs), and what is left of a table in which
each cell became a line. In the first the column decides; in the second the order of the cells.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.extract.bodies.areas import answers, is_named_place
from policygraph.extract.bodies.marks import read_mark
from policygraph.extract.reading import Reading
from policygraph.extract.responsibilities.blank_rows import read_blank
from policygraph.extract.responsibilities.drawn_rows import read_drawn
from policygraph.extract.responsibilities.item_rows import item_rows, labelled_lines
from policygraph.extract.tables.flat import bare, cell_units, flat_cells, read_flat
from policygraph.extract.tables.heads import head_role
from policygraph.extract.tables.sparse import Segment
from policygraph.model.facts import Responsibility, Role
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Block, BlockKind
from policygraph.registry.words import Words
from policygraph.text.tables import is_cell

_SHARED = expression(
    "(?:配合|责任)(?:单位|部门)?[/／、](?:配合|责任)(?:单位|部门)"
)  # 配合/责任单位
_HEADING = 60  # characters of a row that heads others
_RULE_LINE = expression(r"[\s|:\-—]*$")


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What the tables of a document say."""

    rows: tuple[Responsibility, ...]
    findings: tuple[Finding, ...]


def table_responsibilities(reading: Reading) -> TableFacts:
    """Read the tables of a document that have a column of units."""
    rows: list[Responsibility] = []
    findings: list[Finding] = []
    segments: dict[str, int] = {}
    for span in _tables(reading):
        read = list(_read(reading, span))
        if not read and _names_column(reading, span):
            findings.append(Finding("table.no-column", span, "table.columns"))
        for segment in read:
            rows.extend(_counted(reading, segment, _start(segment, span), segments))
            findings.extend(_unsure(segment))
    for segment in (*item_rows(reading), *labelled_lines(reading)):
        rows.extend(_counted(reading, segment, _start(segment, span_of((0, 0))), segments))
        findings.extend(_unsure(segment))
    return TableFacts(tuple(rows), tuple(findings))


def _unsure(segment: Segment) -> Iterator[Finding]:
    if segment.unsure:
        yield Finding("table.unsure-column", segment.unsure, "table.columns")


def _counted(
    reading: Reading, segment: Segment, start: int, segments: dict[str, int]
) -> Iterator[Responsibility]:
    if not segment.units:
        return iter(())
    clause = reading.clause_at(start)
    segments[clause] = segments.get(clause, 0) + 1
    return _rows(clause, segments[clause], segment)


def _start(segment: Segment, table: Span) -> int:
    return segment.units[0].unit.spans[0].start if segment.units else table.start


def _rows(clause: str, number: int, segment: Segment) -> Iterator[Responsibility]:
    for marked in segment.units:
        unit = marked.unit
        yield Responsibility(
            clause, number, unit.as_written, unit.as_written, None, marked.role,
            group=False, inherited=False, spans=unit.spans, rule="table.column",
        )  # fmt: skip


def _tables(reading: Reading) -> Iterator[Span]:
    """Give each run of table blocks; the title of an annex may stand among them."""
    run: list[Block] = []
    for block in reading.blocks if reading.has(BlockKind.TABLE) else ():
        if block.kind is BlockKind.TABLE:
            run.append(block)
        elif run and not _goes_on(reading, block):
            yield _whole(reading, run)
            run = []
    if run:
        yield _whole(reading, run)


def _whole(reading: Reading, run: list[Block]) -> Span:
    """Give the span of rows from the first cell on, which may be blank and so be in no block."""
    start = run[0].span.start
    line = reading.source.text.rfind("\n", 0, start) + 1
    return span_of((start if reading.source.text[line:start].strip() else line, run[-1].span.end))


def _goes_on(reading: Reading, block: Block) -> bool:
    """Say whether a block inside a run of rows leaves the table whole: a row that heads others."""
    if block.kind is BlockKind.ITEM:
        words = reading.words(block)
        return is_cell(words) or (len(words) <= _HEADING and "。" not in words)
    return block.kind in (BlockKind.ANNEX_TITLE, BlockKind.FURNITURE)


def _read(reading: Reading, span: Span) -> Iterable[Segment]:
    text, words = reading.source.text, reading.registry.words
    if drawn := read_drawn(text, span, words):
        return drawn
    if blank := read_blank(text, span, words):
        return blank
    lines = list(_lines(text, span))
    wide = [cells for cells in lines if len(cells) > 2]
    if len(wide) * 2 >= len(lines) and wide:
        return list(_by_column(text, lines, words)) or _keyed(text, lines, words)
    return list(_keyed(text, lines, words)) or read_flat(text, flat_cells(text, span), words)


def _names_column(reading: Reading, span: Span) -> bool:
    words = reading.registry.words
    named = {bare(reading.source.text, cell) for cell in flat_cells(reading.source.text, span)}
    return any(head_role(name, words) for name in named)


def _lines(text: str, span: Span) -> Iterator[list[Span]]:
    """Give the cells of each line; an empty cell is an empty span."""
    for line in re.finditer(r"[^\n]+", text[span.start : span.end]):
        if _RULE_LINE.match(line.group()):
            continue
        start = span.start + line.start()
        separator = r"\t" if "\t" in line.group() else r"\|"
        edges = [-1, *(m.start() for m in re.finditer(separator, line.group())), len(line.group())]
        yield [span_of((start + a + 1, start + b)) for a, b in itertools.pairwise(edges)]


def _keyed(text: str, lines: Sequence[Sequence[Span]], words: Words) -> Iterator[Segment]:
    """Read rows of a name and what it says: 牵头单位： | 市教育局 |; a head has no colon."""
    for cells in lines:
        key, *said = [cell for cell in cells if bare(text, cell)] or [span_of((0, 0))]
        name = bare(text, key)
        role = head_role(name.rstrip("：:"), words) if name.endswith(("：", ":")) else None
        if role and len(said) == 1 and (units := cell_units(text, said[0], words, role)):
            yield Segment(tuple(units))


def _by_column(text: str, lines: Sequence[Sequence[Span]], words: Words) -> Iterator[Segment]:
    columns: dict[int, Role] = {}
    width = 0
    shared = False  # a column is of those who support, or answer where nobody leads
    for cells in lines:
        heads = {
            index: role
            for index, cell in enumerate(cells)
            if (role := head_role(bare(text, cell), words))
        }
        if heads:
            columns, width = heads, len(cells)
            shared = any(_SHARED.fullmatch(bare(text, cells[index])) for index in heads)
            continue
        more = max(len(cells) - width, 0)  # a head that reaches over several columns before
        told = {index: role for index, role in columns.items() if index < len(cells)}
        if shared and Role.LEAD in columns.values():
            leads = (n for n, role in told.items() if role is Role.LEAD)
            if not any(bare(text, cells[n + more]) for n in leads):
                told = dict.fromkeys(told, Role.RESPONSIBLE)
        units = [
            unit
            for index, role in told.items()
            for unit in read_mark(text, cells[index + more], words, role).units
            if answers(unit.unit.as_written, words) or is_named_place(unit.unit.as_written)
        ]
        if units:
            yield Segment(tuple(units))
