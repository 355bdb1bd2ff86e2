"""Figures of tables that are bare numbers: what they count stands in the head of the column.

分值 makes scores; 目标（家） gives the unit; 2025年目标 gives the year of the figures below it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.extract.quantities.figures import to_number
from policygraph.extract.quantities.indicators import indicator_figures
from policygraph.extract.reading import Reading, mention
from policygraph.extract.tables.flat import bare, flat_cells
from policygraph.model.facts import Quantity, QuantityKind
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Block, BlockKind
from policygraph.registry.measures import Measures
from policygraph.text.tables import is_cell

_K = BlockKind
_TABLE, _ITEM = _K.TABLE, _K.ITEM
_BETWEEN = frozenset((_K.ANNEX_TITLE, _K.FURNITURE))
_RULE_LINE = expression(r"[\s|:\-—]*$")
_LINE = expression(r"[^\n]+")
_NUMBER = expression(r"\d{1,7}(?:\.\d{1,4})?")
_UNIT_HEAD = expression(r"[（(](?:单位[:：])?(?P<unit>[^（）()]{1,8})[）)]$")
_YEAR_HEAD = expression(r"(?P<year>20\d\d)年?(?:度|底)?(?:目标|任务|计划|指标)?")
_NAME = 24  # characters of the name of an indicator


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A cell of a column whose head names a year."""

    span: Span
    year: int


@dataclass(frozen=True, slots=True)
class TableFigures:
    """What the tables of a document say in bare numbers.

    ``years`` are the cells in which a figure is set for the year of the column, in text order.
    """

    rows: tuple[Quantity, ...]
    years: tuple[YearColumn, ...]


def table_figures(reading: Reading) -> TableFigures:
    """Read the columns of scores, of counted things and of years."""
    rows: list[Quantity] = []
    years: list[YearColumn] = []
    for span in _tables(reading):
        lines = list(_lines(reading.source.text, span))
        wide = [cells for cells in lines if len(cells) > 2]
        if wide and len(wide) * 2 >= len(lines):
            rows.extend(_by_column(reading, lines))
            rows.extend(indicator_figures(reading, lines))
            years.extend(_year_columns(reading.source.text, lines))
        else:
            rows.extend(_by_order(reading, flat_cells(reading.source.text, span)))
    return TableFigures(tuple(rows), tuple(years))


def _tables(reading: Reading) -> Iterator[Span]:
    """Give each run of table rows; a row that begins with a label is an item as well."""
    run: list[Block] = []
    words = reading.words
    for block in reading.blocks if reading.has(_TABLE) else ():
        if block.kind is _TABLE or (run and block.kind is _ITEM and is_cell(words(block))):
            run.append(block)
        elif run and block.kind not in _BETWEEN:
            yield span_of((run[0].span.start, run[-1].span.end))
            run = []
    if run:
        yield span_of((run[0].span.start, run[-1].span.end))


def _lines(text: str, span: Span) -> Iterator[list[Span]]:
    """Give the cells of each line; the edges of a Markdown row make empty cells."""
    for line in _LINE.finditer(text, span.start, span.end):
        if _RULE_LINE.match(line.group()):
            continue
        begin, cells = line.start(), []
        for cell in line.group().split("\t" if "\t" in line.group() else "|"):
            cells.append(span_of((begin, begin + len(cell))))
            begin += len(cell) + 1
        yield cells


def _by_column(reading: Reading, lines: Sequence[Sequence[Span]]) -> Iterator[Quantity]:
    """The head of a column says what its bare numbers are, until another head comes."""
    text, measures = reading.source.text, reading.registry.measures
    units: dict[int, tuple[str, QuantityKind]] = {}
    for cells in lines:
        words = [bare(text, cell) for cell in cells]
        heads = {i: head for i, word in enumerate(words) if (head := _head(word, measures))}
        if heads and not any(_NUMBER.fullmatch(word) for word in words):
            units = heads
            continue
        for index, (unit, kind) in units.items():
            if index < len(cells) and _NUMBER.fullmatch(words[index]):
                left = [word for word in words[:index] if word and not _NUMBER.fullmatch(word)]
                yield _row(reading, cells[index], unit, kind, left[-1] if left else None)


def _head(word: str, measures: Measures) -> tuple[str, QuantityKind] | None:
    if word in measures.words("score-column"):
        return "分", QuantityKind.SCORE
    match = _UNIT_HEAD.search(word)
    unit = measures.units.get(match["unit"].lstrip("万亿百千")) if match else None
    if match is None or unit is None or unit.family in ("time", "denominator"):
        return None
    if unit.family == "score":
        return "分", QuantityKind.SCORE
    aimed = any(goal in word for goal in measures.words("goal", "quota-head"))
    return match["unit"], QuantityKind.TARGET if aimed else QuantityKind.COUNT


def _by_order(reading: Reading, cells: Sequence[Span]) -> Iterator[Quantity]:
    """In a flattened table a bare number is a serial number or the score of what it follows."""
    text, measures = reading.source.text, reading.registry.measures
    words = [bare(text, cell) for cell in cells]
    columns = measures.words("score-column")
    head = next((i for i, word in enumerate(words) if word in columns), None)
    if head is None:
        return
    numbered = any(word in measures.words("serial-column") for word in words[:head])
    serial, name = 1, ""
    for index in range(head + 1, len(cells)):
        word = words[index]
        if not _NUMBER.fullmatch(word):
            name = word if len(word) <= _NAME else name
        elif numbered and word == str(serial) and _begins_row(words, index):
            serial += 1
        else:
            yield _row(reading, cells[index], "分", QuantityKind.SCORE, name or None)


def _begins_row(words: Sequence[str], index: int) -> bool:
    """A serial number stands before a name, and not between a name and what explains it."""
    following = words[index + 1] if index + 1 < len(words) else ""
    if not following or _NUMBER.fullmatch(following):
        return False
    return len(following) <= _NAME


def _row(
    reading: Reading, cell: Span, unit: str, kind: QuantityKind, subject: str | None
) -> Quantity:
    text = reading.source.text
    written = mention(text, cell)
    return Quantity(
        clause=reading.clause_at(written.spans[0].start),
        kind=kind,
        value=to_number(written.as_written.strip("*")) or 0,
        unit=unit,
        as_written=written.as_written,
        year=None,
        subject=subject,
        condition=None,
        spans=written.spans,
        rule="quantity.table-column",
    )


def _year_columns(text: str, lines: Sequence[Sequence[Span]]) -> Iterator[YearColumn]:
    years: dict[int, int] = {}
    for cells in lines:
        heads = {
            index: int(match["year"])
            for index, cell in enumerate(cells)
            if (match := _YEAR_HEAD.fullmatch(bare(text, cell)))
        }
        if heads:
            years = heads
            continue
        for index, year in years.items():
            if index < len(cells):
                yield YearColumn(cells[index], year)
