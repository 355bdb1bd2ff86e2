"""Quantities: figures with units, what they are for, for which year, about what."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from policygraph.extract.quantities_denominators import Divided, divide
from policygraph.extract.quantities_figures import Figure, find_figures
from policygraph.extract.quantities_kinds import Setting, kind_of
from policygraph.extract.quantities_passage import Passage, closed_up, passages
from policygraph.extract.quantities_tables import YearColumn, table_figures
from policygraph.extract.quantities_wording import condition_of, printed_run, subject_of
from policygraph.extract.quantities_years import Year, year_before
from policygraph.extract.reading import Reading, mention
from policygraph.model.facts import Quantity, QuantityKind
from policygraph.model.finding import Finding
from policygraph.model.structure import Block
from policygraph.registry.registry import Registry
from policygraph.registry.words import alternation

_K = QuantityKind
_ONE_OFF = (_K.THRESHOLD, _K.DURATION, _K.REWARD, _K.SUBSIDY, _K.SCORE)
_AIMED = (_K.TARGET, _K.QUOTA)
_CONDITIONED = (_K.REWARD, _K.SUBSIDY, _K.CAP)
_VALIDITY = re.compile(r"(?:有效期|试行期|施行期|执行期|实施期|暂定)[^，。；]{0,6}$")
_OF_DOCUMENT = re.compile(r"施行|实施|执行|印发之日|公布之日|发布之日|^本")
_HEADING = 24  # characters; what is longer is a sentence and heads nothing


def extract_quantities(reading: Reading) -> tuple[tuple[Quantity, ...], tuple[Finding, ...]]:
    """Read the figures of a document: one row for each figure and what it is for."""
    rows: list[Quantity] = []
    figures = find_figures(reading)
    tables = table_figures(reading)
    settings = _Settings(reading, tables.years)
    for block, inside in groupby(figures.found, key=lambda figure: figure.block):
        rows.extend(_of_block(reading, block, list(inside), settings))
    rows.extend(tables.rows)
    rows.sort(key=lambda row: row.spans[0].start)
    return tuple(rows), tuple(
        Finding("quantity.no-unit", span, "quantity.figure") for span in figures.unread
    )


class _Settings:
    """What the clauses say of the figures in them."""

    def __init__(self, reading: Reading, years: Sequence[YearColumn]) -> None:
        self._years = years
        self.headings = {clause.path: clause.heading or "" for clause in reading.clauses}
        self._heads = re.compile(alternation(reading.registry.measures.words("condition-head")))

    def in_conditions(self, clause: str) -> bool:
        """Say whether a clause, or one around it, lists conditions."""
        path = clause
        while path:
            heading = self.headings.get(path, "")
            if len(heading) <= _HEADING and self._heads.search(heading) and "符合" not in heading:
                return True
            path = path.rpartition("/")[0]
        return False

    def column_year(self, offset: int) -> Year | None:
        """Give the year in the head of the column in which a figure stands."""
        index = bisect_right(self._years, offset, key=lambda cell: cell.span.start) - 1
        if index >= 0 and offset < self._years[index].span.end:
            return Year(self._years[index].year, True)
        return None


def _of_block(
    reading: Reading, block: Block, figures: Sequence[Figure], settings: _Settings
) -> Iterator[Quantity]:
    text, measures = reading.source.text, reading.registry.measures
    before: Passage | None = None
    known = Divided()
    for passage in passages(text, block, figures):
        if before and before.sentence != passage.sentence:
            before, known = None, Divided()
        divided = divide(text, passage, before, known, measures)
        if not divided.is_step and not _is_validity(text, passage):
            yield _row(reading, passage, before, divided, settings)
        before, known = passage, divided


def _is_validity(text: str, passage: Passage) -> bool:
    """The term of the document itself is a field of the document."""
    if passage.figure.family != "time":
        return False
    if not _VALIDITY.search(closed_up(text, passage.part, passage.figure.start)):
        return False
    return bool(_OF_DOCUMENT.search(text[passage.sentence : passage.part]))


def _row(
    reading: Reading,
    passage: Passage,
    before: Passage | None,
    divided: Divided,
    settings: _Settings,
) -> Quantity:
    text, registry = reading.source.text, reading.registry
    figure = passage.figure
    clause = reading.clause_at(figure.start)
    year = year_before(text[passage.sentence : figure.start]) or settings.column_year(figure.start)
    setting = Setting(
        _is_dealt(text, passage, registry),
        settings.in_conditions(clause),
        "年" in divided.per,
        bool(year and year.is_goal),
        settings.headings.get(clause, ""),
    )
    kind = kind_of(text, passage, before, setting, registry.measures)
    run = printed_run(text, passage, registry.measures)
    written = mention(text, run)
    return Quantity(
        clause=clause,
        kind=kind,
        value=figure.value,
        unit="/".join([figure.unit, *_kept(divided.per, kind)]),
        as_written=written.as_written,
        year=_year(year, kind),
        subject=subject_of(text, run, passage, registry.measures),
        condition=condition_of(text, passage) if kind in _CONDITIONED else None,
        spans=written.spans,
        rule=f"quantity.{kind}",
    )


def _kept(per: Sequence[str], kind: QuantityKind) -> list[str]:
    return [each for each in per if not (each == "年" and kind is _K.THRESHOLD)]


def _year(year: Year | None, kind: QuantityKind) -> int | None:
    if year is None or kind in _ONE_OFF:
        return None
    return year.year if year.is_goal or kind in _AIMED else None


def _is_dealt(text: str, passage: Passage, registry: Registry) -> bool:
    """郑州310家、开封130家: the name of a place right before a figure, in a list."""
    if passage.figure.family not in ("count", "event", "size", "money"):
        return False
    words = closed_up(text, passage.part, passage.figure.start)
    name = words.rpartition("、")[2]
    listed = "、" in text[passage.part : passage.part_end]
    return listed and 2 <= len(name) <= 8 and bool(registry.places.named(name))
