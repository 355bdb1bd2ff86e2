"""Source -> blocks: every paragraph gets a kind, decided by its shape and its place.

The order of the steps is the order in which one could not do without the other: what is no
prose (tables, quotations), then where annexes begin, then which labels are true, and only then
what stands before the first and behind the last numbered unit.
"""

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass

from policygraph.model.finding import Finding
from policygraph.model.source import Source, Span, span_of
from policygraph.model.structure import Block, BlockKind, Label
from policygraph.text import layout
from policygraph.text.annexes import Annex, annex_list, find_annexes
from policygraph.text.blank_tables import BlankTable, blank_tables
from policygraph.text.contents import contents_lines
from policygraph.text.decimal_chapters import decimal_chapters
from policygraph.text.drawn_tables import drawn_lines
from policygraph.text.header import mark_header, mark_signatures
from policygraph.text.labels import match_label, match_row_label
from policygraph.text.line_tables import line_tables
from policygraph.text.numbering import accept_labels
from policygraph.text.page import Page, page_of
from policygraph.text.plans import find_plans
from policygraph.text.quotation import quoted_paragraphs
from policygraph.text.serial_columns import serial_column
from policygraph.text.tables import table_rows

_K = BlockKind
_TABLE, _ITEM, _COPIED_TO = _K.TABLE, _K.ITEM, _K.COPIED_TO
_NO_ANNEXES = frozenset((_K.ANNEX_LIST, _K.QUOTED))
_NO_ITEMS = frozenset((_K.FURNITURE, _K.DATE))
_BEFORE_ITEMS = frozenset((_K.MASTHEAD, _K.ADOPTION, _K.PUBLISHED))
_HEADING = 40  # characters behind a label that can be a heading alone


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a document, and what could not be read.

    The blocks tile the text: the first begins at 0, each ends where the next begins, the last
    ends with the text.
    """

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]


def split_blocks(source: Source) -> Layout:
    """Divide a source into blocks; any text gives blocks, none raises."""
    page = page_of(source.text)
    _mark_tables_and_quotations(page)
    _mark_contents(page)
    annexes = _mark_annexes(page)
    first = _mark_items(page, annexes)
    mark_header(page, first)
    _mark_rest(page, first, annexes)
    return Layout(_tiles(page), tuple(page.findings))


def _mark_tables_and_quotations(page: Page) -> None:
    for index, inside in enumerate(table_rows(page.text, page.paragraphs)):
        if inside:
            page.set([index], _K.TABLE, "table.bars")
    _mark_drawn(page)
    for table in line_tables(page.text, page.paragraphs):
        rule = "table.cell" if table.serials else "table.lines"
        page.set(page.free(table.paragraphs), _K.TABLE, rule)
        page.set(table.serials, _K.TABLE, "table.serial")
    for blank in blank_tables(page.text):
        _mark_blank_rows(page, blank)
    for index, inside in enumerate(quoted_paragraphs(page.text, page.paragraphs)):
        if inside and page.kinds[index] is None:
            page.set([index], _K.QUOTED, "quotation.paragraphs")


def _mark_drawn(page: Page) -> None:
    """Lines between uprights, and the rules above and below them."""
    for line in drawn_lines(page.text):
        begin = bisect_left(page.paragraphs, (line.start, 0))
        if begin < len(page.paragraphs) and page.paragraphs[begin].start < line.end:
            page.set([begin], _K.TABLE, "table.drawn")


def _mark_blank_rows(page: Page, table: BlankTable) -> None:
    """Each row is a line, of which a long one may have been cut into paragraphs."""
    end = table.rows[-1][0].end
    lines = {serial.start for _, serial in table.rows}
    first = bisect_left(page.paragraphs, (table.heads.start, 0))
    for index in range(first, len(page.paragraphs)):
        begin = page.paragraphs[index].start
        if begin >= end:
            break
        page.set([index], _K.TABLE, "table.blanks" if begin in lines else "table.line")


def _mark_contents(page: Page) -> None:
    for index, inside in enumerate(contents_lines(page)):
        if inside and page.kinds[index] is None:
            page.set([index], _K.CONTENTS, "contents.lines")


def _mark_annexes(page: Page) -> list[Annex]:
    """Mark lists of annexes, then the lines that begin annexes, and their titles."""
    text, behind = page.text, 0
    for index in [i for i, (start, _) in enumerate(page.paragraphs) if text[start] == "附"]:
        if index < behind:
            continue
        listed = annex_list(page.text, page.paragraphs, index)
        page.set(page.free(listed), _K.ANNEX_LIST, "annex.list")
        behind = index + len(listed)
    body = next((i for i, k in enumerate(page.kinds) if k is None and page.is_sentence(i)), 0)
    taken = [kind in _NO_ANNEXES for kind in page.kinds]
    annexes = find_annexes(page.text, page.paragraphs, body, taken)
    for annex in annexes:
        page.set([annex.paragraph], _K.ANNEX, "annex.line")
        page.labels[annex.paragraph] = Label("annex", annex.number, annex.label, "")
        if not annex.titled:
            _mark_annex_title(page, annex.paragraph + 1)
    return annexes or _mark_plans(page)


def _mark_plans(page: Page) -> list[Annex]:
    """Several plans in one file are read as annexes that print no 附件1."""
    plans = find_plans(page)
    for plan in plans:
        for index in range(plan.paragraph, len(page.paragraphs)):
            if page.paragraphs[index].start >= plan.label.end:
                break
            page.set([index], _K.ANNEX_TITLE, "annex.plan")
        page.set([plan.paragraph], _K.ANNEX, "annex.plan")
        page.labels[plan.paragraph] = Label("annex", plan.number, plan.label, "")
    return plans


def _mark_annex_title(page: Page, index: int) -> None:
    """The title of an annex is the first line behind it that holds words."""
    while index < len(page.paragraphs) and not page.words(index).strip(" |\t*#"):
        index += 1
    if index < len(page.paragraphs) and page.kinds[index] != _K.ANNEX:
        label = match_label(page.text, *page.paragraphs[index])
        if label is None or label.style not in ("cn-comma", "article", "chapter"):
            page.set([index], _K.ANNEX_TITLE, "annex.first-line")


def _mark_items(page: Page, annexes: list[Annex]) -> int:
    """Decide the labels of the main body and of each annex; give the first item's index."""
    count = len(page.paragraphs)
    edges = [0, *(annex.paragraph for annex in annexes), count]
    for begin, end in itertools.pairwise(edges):
        candidates = decimal_chapters([_candidate(page, index) for index in range(begin, end)])
        accepted, findings = accept_labels(candidates, page.headings, begins=begin == 0)
        page.findings.extend(findings)
        for index, label in enumerate(accepted, begin):
            if label:
                page.labels[index] = label
                page.set([index], _ITEM, "label." + label.style)
        if begin == 0 and not any(accepted):
            _mark_rows(page, range(begin, end))
    return next((i for i, label in enumerate(page.labels) if label), count)


def _mark_rows(page: Page, indexes: range) -> None:
    """A body that is nothing but a table has the rows of the table for units."""
    rows = serial_column(page, indexes)
    if not any(rows):
        rows = [_row_label(page, i) if page.kinds[i] is _K.TABLE else None for i in indexes]
    if not any(rows):
        rows = _lone_serials(page, indexes)
    accepted, findings = accept_labels(rows)
    page.findings.extend(findings)
    for index, label in zip(indexes, accepted, strict=True):
        if label:
            page.labels[index] = label
            page.rules[index] = "label.row"


def _lone_serials(page: Page, indexes: range) -> list[Label | None]:
    """Give 1 … 2 … 3 as labels where each is a line by itself in a table with bars.

    Nothing else in the table may be a number, or it is a table of scores.
    """
    serials: dict[int, Label] = {}
    for index in indexes:
        number = page.words(index).strip(" |\t\u3000")
        if page.kinds[index] is not _K.TABLE or not number.isdecimal():
            continue
        if number != str(len(serials) + 1):
            return [None] * len(indexes)
        start = page.text.index(number, page.paragraphs[index].start)
        serials[index] = Label("serial", number, Span(start, start + len(number)), number)
    return [serials.get(index) for index in indexes]


def _row_label(page: Page, index: int) -> Label | None:
    """Give the serial number of a row, which may be a cell of its own."""
    span = page.paragraphs[index]
    if page.rules[index] == "table.cell":
        return _section_row(page, index)  # 1.治水 beside a serial number is what a cell says
    if page.rules[index] not in ("table.serial", "table.blanks"):
        return match_row_label(page.text, *span)
    number = page.words(index).split(maxsplit=1)[0]
    start = page.text.index(number, span.start)
    return Label("serial", number, Span(start, start + len(number)), number)


def _candidate(page: Page, index: int) -> Label | None:
    kind = page.kinds[index]
    if kind is not None:
        return _section_row(page, index) if kind is _TABLE else None
    label = page.label_at(index)
    if label is None:
        return None
    words = page.words(index)
    if layout.shape_of(words) in _NO_ITEMS:
        return None
    behind = page.paragraphs[index].end - label.span.end
    if behind <= _HEADING and "。" not in words.rstrip("。"):
        page.headings.add(label.span)
    return label


def _section_row(page: Page, index: int) -> Label | None:
    """A row of a table that holds one cell, with a label, heads the rows that follow."""
    cells = [cell for cell in re.split(r"[\t|]", page.words(index)) if cell.strip()]
    if len(cells) != 1:
        return None
    start = page.text.index(cells[0], page.paragraphs[index].start)
    label = match_label(page.text, start, start + len(cells[0]))
    return label if label and label.style in ("cn-comma", "cn-paren") else None


def _mark_rest(page: Page, first: int, annexes: list[Annex]) -> None:
    """Give kinds to the unnumbered paragraphs from the first numbered unit on."""
    rest = range(first, len(page.paragraphs))
    for index in page.free(rest):
        kind = layout.shape_of(page.words(index))
        if kind is _K.METADATA and page.is_sentence(index):
            continue  # 【支持方式】对…给予…: a heading in brackets, and no field of a catalogue
        if kind and kind not in _BEFORE_ITEMS:
            page.set([index], kind, "shape." + kind)
    mark_signatures(page, rest)
    _mark_copied_to(page)
    last = _last_items(page, annexes)
    for index in page.free(rest):
        if index > last[index] and layout.is_closing(page.words(index)):
            page.set([index], _K.CLOSING, "closing.words")
        else:
            page.set([index], _K.TEXT, "text.in-unit")


def _last_items(page: Page, annexes: list[Annex]) -> list[int]:
    """Give for each paragraph the last item of its zone, the main body or an annex; or itself."""
    edges = [0, *(annex.paragraph for annex in annexes), len(page.kinds)]
    last: list[int] = list(range(len(page.kinds)))
    for begin, end in itertools.pairwise(edges):
        items = (index for index in range(end - 1, begin - 1, -1) if page.kinds[index] is _K.ITEM)
        item = next(items, None)
        if item is not None:
            last[begin:end] = [item] * (end - begin)
    return last


def _mark_copied_to(page: Page) -> None:
    """The list of 抄送 runs on over a full stop, up to the printing office."""
    first = page.kinds.index(_COPIED_TO) if _COPIED_TO in page.kinds else len(page.kinds)
    for index in range(first + 1, len(page.kinds)):
        goes_on = page.kinds[index] is None and page.kinds[index - 1] == _COPIED_TO
        if goes_on and len(page.words(index)) <= 200 and not layout.is_body(page.words(index)):
            page.set([index], _K.COPIED_TO, "copied-to.goes-on")


def _tiles(page: Page) -> tuple[Block, ...]:
    length = len(page.text)
    if not page.paragraphs:
        return (Block(_K.FURNITURE, Span(0, length), "text.blank"),) if length else ()
    starts = [0, *(paragraph.start for paragraph in page.paragraphs[1:]), length]
    unclassified = _K.UNCLASSIFIED
    kinds = (kind or unclassified for kind in page.kinds)
    spans = map(span_of, itertools.pairwise(starts))
    return tuple(map(Block, kinds, spans, page.rules, page.labels))
