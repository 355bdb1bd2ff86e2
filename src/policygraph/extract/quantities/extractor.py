"""Quantities: figures with units, what they are for, for which year, about what."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.quantities.denominators import Divided, divide
from policygraph.extract.quantities.figures import Figure, find_figures
from policygraph.extract.quantities.kinds import kind_of
from policygraph.extract.quantities.leads import Leads
from policygraph.extract.quantities.passage import Passage, closed_up, passages
from policygraph.extract.quantities.receivers import condition_of
from policygraph.extract.quantities.subjects import joined_to, subject, told_of
from policygraph.extract.quantities.tables import YearColumn, table_figures
from policygraph.extract.quantities.wording import printed_run
from policygraph.extract.quantities.words import setting_of
from policygraph.extract.quantities.years import Year, earlier_goal, year_before
from policygraph.extract.reading import Reading, mention
from policygraph.model.facts import Quantity, QuantityKind
from policygraph.model.finding import Finding
from policygraph.model.quick import quick_tuple
from policygraph.model.structure import Block
from policygraph.registry.measures import Measures
from policygraph.registry.registry import Registry
from policygraph.registry.words import alternation

_K = QuantityKind
_COUNT, _TARGET = _K.COUNT, _K.TARGET  # what a class of an enumeration has is looked up slowly
_ONE_OFF = (_K.THRESHOLD, _K.DURATION, _K.REWARD, _K.SUBSIDY, _K.SCORE)
_STATED = (_K.COUNT, _K.RATE)
_AIMED = (_K.TARGET, _K.QUOTA, _K.CAP, _K.FLOOR)
_CONDITIONED = (_K.REWARD, _K.SUBSIDY, _K.CAP, _K.FLOOR)
_BOUNDS = (_K.CAP, _K.FLOOR)
_GRANT = expression("补助|补贴|奖励|资助|给予|奖补|贴息")
_VALIDITY = expression(r"(?:有效期|试行期|施行期|执行期|执行时间|实施期|暂定)[^，。；]{0,6}$")
_OF_DOCUMENT = expression(r"施行|试行|实施|执行|印发之日|公布之日|发布之日")
_PLACE = expression(
    r"^(?!全|各|本|我|在|城?市$|农村|社区)(?:其中)?\w{1,6}(?:(?<![超上门])市|县|(?<![园小景校库片灌牧林矿厂])区|州|盟|旗|镇|乡|街道)$"
)
_LISTED = expression("(?:条件|资格|门槛)(?:之一)?的?[：:][^。]{0,400}$")
_DIGIT = expression(r"[\d一二三四五六七八九十两]")
_AIMS = expression(r"\s*[\u4e00-\u9fff]{0,10}(?:目标|指标)(?:任务)?[：:]")  # 具体指标：到2025年，
_FAR = 400  # characters of a paragraph before a figure in which conditions or a year stand
_PLACE_NAME = 8  # characters of the name of a place, at most
_HEADING = 24  # characters at the end of a heading that say what it heads


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


@lru_cache(maxsize=8)
def _heads(measures: Measures) -> re.Pattern[str]:
    """Match the heading of a list of conditions."""
    heads = alternation(measures.words("condition-head"))
    return re.compile(
        rf"(?:{heads})(?:之一)?的?[：:]$"
        rf"|(?:符合|满足|具备)(?:以下|下列)(?:{heads})[^。]{{0,20}}[：:]$"
        rf"|^(?!.*符合).{{0,18}}(?:{heads})(?![，,]|(?:应急)?响应)"
    )


class _Settings:
    """What the clauses say of the figures in them."""

    def __init__(self, reading: Reading, years: Sequence[YearColumn]) -> None:
        self._years = years
        self.leads = Leads(reading)
        self.headings = {clause.path: clause.heading or "" for clause in reading.clauses}
        self._conditions: dict[str, bool] = {}
        heads = reading.registry.measures.words("condition-head")
        self._hints = tuple({head[-2:] for head in heads})  # few headings hold one
        self._heads = _heads(reading.registry.measures)

    def in_conditions(self, clause: str) -> bool:
        """Say whether a clause, or one around it, lists conditions."""
        found = self._conditions.get(clause)
        if found is None:
            headings = (heading[-_HEADING:] for heading in self._above(clause))
            hints, heads = self._hints, self._heads
            found = any(
                heads.search(heading)
                for heading in headings
                if any(hint in heading for hint in hints)
            )
            self._conditions[clause] = found
        return found

    def _above(self, clause: str) -> Iterator[str]:
        path = clause
        while path:
            yield self.headings.get(path, "")
            path = path.rpartition("/")[0]

    def column_year(self, offset: int) -> Year | None:
        """Give the year in the head of the column in which a figure stands."""
        if not self._years:
            return None
        index = bisect_right(self._years, offset, key=lambda cell: cell.span.start) - 1
        if index >= 0 and offset < self._years[index].span.end:
            return Year(self._years[index].year, True)
        return None


def _of_block(
    reading: Reading, block: Block, figures: Sequence[Figure], settings: _Settings
) -> Iterator[Quantity]:
    text, measures = reading.source.text, reading.registry.measures
    before = last = _NOTHING
    for passage in passages(text, block, figures):
        if last.passage is None or last.passage.figure.start != passage.figure.start:
            before = last  # the two ends of a range have the same figure before them
        if before.passage and before.passage.sentence != passage.sentence:
            before = _NOTHING
        divided = divide(text, passage, before.passage, before.divided, measures)
        row = before.row
        if not divided.is_step and not _is_validity(text, passage):
            row = _row(reading, _known_of((passage, before, divided, settings)))
            yield row
        last = _before_of((passage, divided, row))


def _is_validity(text: str, passage: Passage) -> bool:
    """The term of the document itself is a field of the document."""
    if passage.figure.family != "time":
        return False
    part = closed_up(text, passage.part, passage.figure.start)
    if not _VALIDITY.search(part):
        return False
    return part.startswith("本") or bool(_OF_DOCUMENT.search(text, passage.sentence, passage.part))


class _Known(NamedTuple):
    """What is known when a row is made."""

    passage: Passage
    before: "_Before"
    divided: Divided
    settings: _Settings


class _Before(NamedTuple):
    """The figure before in the same sentence, its denominators, and the row of the last one."""

    passage: Passage | None
    divided: Divided
    row: Quantity | None


_NOTHING = _Before(None, Divided(), None)
_known_of, _before_of = quick_tuple(_Known), quick_tuple(_Before)


def _row(reading: Reading, known: _Known) -> Quantity:
    text, registry = reading.source.text, reading.registry
    passage, figure, per = known.passage, known.passage.figure, known.divided.per
    clause = reading.clause_at(figure.start)
    year = _year_of(text, known, clause, yearly="年" in per)
    setting = setting_of((
        _dealt(text, passage, registry),
        known.settings.in_conditions(clause) or _is_listed(text, figure),
        "年" in per,
        bool(year and year.is_goal),
        known.settings.headings.get(clause, ""),
    ))  # fmt: skip
    kind = _shared_kind(text, known) or kind_of(
        text, passage, known.before.passage, setting, registry.measures
    )
    kind = _of_whole(text, known, kind)
    run = printed_run(text, passage, registry.measures)
    written = mention(text, run)
    condition = condition_of(text, passage) if kind in _CONDITIONED else None
    divisors = _kept(per, kind)
    told = told_of((passage, known.before.passage, known.before.row, kind, condition, divisors))
    # by position: by name it takes half as long again
    return Quantity(
        clause, kind, figure.value, "/".join([figure.unit, *divisors]), written.as_written,
        _year(year, kind, is_given=_is_given(text, passage, condition)),
        subject(text, run, told, registry.measures),
        condition, written.spans, f"quantity.{kind}",
    )  # fmt: skip


def _year_of(text: str, known: _Known, clause: str, *, yearly: bool) -> Year | None:
    """Give the year that governs a figure: of its sentence, its column, or what leads it.

    What is to be done each year (每年新增50家) is not led by the year of another line.
    """
    passage, settings = known.passage, known.settings
    begin = passage.figure.start
    year = year_before(text[_since(text, passage) : begin])
    year = year or settings.column_year(begin)
    if year is not None or yearly:
        return year
    year = settings.leads.year(clause, begin)
    start = passage.figure.block.span.start
    if year is None and (settings.leads.has_aims(clause) or _AIMS.match(text, start)):
        year = earlier_goal(text[max(start, begin - _FAR) : begin])
    return year


def _since(text: str, passage: Passage) -> int:
    """Give where the sentence begins; 其中，… goes on with the one before."""
    if not text.startswith("其中", passage.sentence):
        return passage.sentence
    least = max(passage.figure.block.span.start, passage.sentence - _FAR)
    return max(least, text.rfind("。", least, passage.sentence - 1) + 1)


def _is_listed(text: str, figure: Figure) -> bool:
    """须符合以下条件：（1）注册资本不低于50万元；（2）…: conditions listed inside a paragraph."""
    begin = max(figure.block.span.start, figure.start - _FAR)
    before = text[begin : figure.start]
    if "：" not in before and ":" not in before:
        return False  # the common case
    return bool(_LISTED.search("".join(before.split())))


def _shared_kind(text: str, known: _Known) -> QuantityKind | None:
    """突破10亿元、50亿元、100亿元: figures with nothing but 、 between them are for one thing."""
    before, row, passage = known.before.passage, known.before.row, known.passage
    if before is None or row is None or row.kind is _COUNT:
        return None
    return row.kind if before.part == passage.part and joined_to(text, before, passage) else None


def _of_whole(text: str, known: _Known, kind: QuantityKind) -> QuantityKind:
    """新建茶园4万亩，其中有机茶园2万亩: a part of what is aimed at is an aim."""
    before, row, passage = known.before.passage, known.before.row, known.passage
    if kind is not _COUNT or before is None or row is None or row.kind is not _TARGET:
        return kind
    part = text.startswith("其中", passage.part) and before.figure.family == passage.figure.family
    return row.kind if part else kind


def _kept(per: Sequence[str], kind: QuantityKind) -> list[str]:
    return [each for each in per if not (each == "年" and kind is _K.THRESHOLD)]


def _is_given(text: str, passage: Passage, condition: str | None) -> bool:
    """Say whether a bound is that of a grant: 对2014年度入库的企业，…最高100万元."""
    if passage.figure.family not in ("money", "percent", "time", "event"):
        return False
    return bool(condition or _GRANT.search(text, passage.part, passage.part_end))


def _year(year: Year | None, kind: QuantityKind, *, is_given: bool) -> int | None:
    if year is None or kind in _ONE_OFF or (is_given and not year.is_goal and kind in _BOUNDS):
        return None
    stated = kind in _STATED and year.heads  # 2024年，举办培训12次
    return year.year if year.is_goal or kind in _AIMED or stated else None


def _dealt(text: str, passage: Passage, registry: Registry) -> bool | None:
    """郑州310家、开封130家: the name of a place right before a figure, in a list.

    False where the others of the list have no figure: it is how many they are (郑州、开封2个市).
    """
    days = passage.figure.family == "time" and "天数" in text[passage.part : passage.figure.start]
    if not days and passage.figure.family not in ("count", "event", "size", "money"):
        return None
    if text.find("、", passage.part, passage.part_end) < 0:
        return None  # no list
    others, _, name = closed_up(text, passage.part, passage.figure.start).rpartition("、")
    if not 2 <= len(name) <= _PLACE_NAME:
        return None
    behind = closed_up(text, passage.tail, passage.part_end).partition("、")[2]
    beside = others.rpartition("、")[2] + behind.partition("、")[0]
    if not (registry.places.named(name) or _PLACE.search(name)):
        return None
    return bool(_DIGIT.search(beside))
