"""Lists of documents that a clean-up names: items below a leading line, rows of a table.

3.澄湖市人民政府关于印发…规定的通知（澄政发〔2017〕30号）; 序号 | 文件名称 | 文号 | 清理结果.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.reading import Mention, Reading, mention
from policygraph.extract.works.fates import HINTED, HINTS, Fate, fate_led, fate_of, is_clean_up
from policygraph.extract.works.numbers import decree_behind, normal_number
from policygraph.extract.works.tables import Row, table_rows
from policygraph.extract.works.titles_alone import title_in_row, title_listed, title_with_history
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Block, BlockKind
from policygraph.text.title import close_up

_K = BlockKind
_TABLE, _ITEM, _ANNEX = _K.TABLE, _K.ITEM, _K.ANNEX
_LEADS = frozenset((_K.ITEM, _K.TEXT, _K.PREAMBLE, _K.ANNEX, _K.ANNEX_TITLE, _K.TITLE, _K.TABLE,
                    _K.UNCLASSIFIED, _K.CLOSING))  # fmt: skip
_HEADINGS = frozenset((_K.TITLE, _K.ANNEX, _K.ANNEX_TITLE))
_PLAIN = _LEADS - _HEADINGS
# may stand between a title and its list
_PASSED = frozenset((_K.NUMBER, _K.DATE, _K.FURNITURE, _K.METADATA))
_ENTRY = expression(r"[\s|\d.、]*原?(?P<title>《)")
_DATED = expression(r"\d年\d{1,2}月|令|号|通过|公布|发布")
_ENDS = tuple("。；;：:，,）)")
# （市政府令第27号公布，第69号修正）: what was done before
_PAST = expression(r"[（(][^（）()]{0,600}(?:号|年|发布|公布|通过)[^（）()]{0,600}[）)]")
_PLACED = expression(
    "[\u4e00-\u9fff]{2,8}?[省市县区州盟旗]"
)  # how the title of a local document begins
_ANNEX_LABEL = expression(r"^附\s?件\s?[\d一二三四五六七八九十]{0,3}\s*[:：]\s*")
# the heads of a table whose cells are parted by blanks
_ROW_HEADS = expression(r"\s*序\s?号[ \u3000]+\S{0,8}(?:名称|标题)[ \u3000]+\S{0,8}(?:文号|字号)")
_GROUP = 24  # characters of a line that parts a list: （一）市财政局（3件）


class Listed(NamedTuple):
    """A document in a list.

    Attributes:
        title: without marks around it; None for one that title marks set apart in running text.
        number: its 文号 in normal form.
        span: from its first to its last character, other cells between them.
        written: what is printed of title and number.
        fate: what the list makes of it; None where the list has no such sense.
    """

    title: str | None
    number: str | None
    span: Span
    written: Mention
    fate: Fate | None


@dataclass(slots=True)
class _State:
    """What the lines above say of what follows.

    Attributes:
        fate: what the leading line said last.
        style: the style of its label, or None.
        subject: a heading above speaks of a clean-up.
        titled: the title of the document does.
        broken: where an entry begins whose line ends inside it, and what is made of it.
        heads: the style of entries that head their changes; None before the first.
        own: the title of the document, which may be printed again.
        rows: below the heads of a table whose cells are parted by blanks.
    """

    fate: Fate | None = None
    style: str | None = None
    subject: bool = False
    titled: bool = False
    broken: tuple[int, Fate] | None = None
    heads: str | None = None
    own: str = ""
    rows: bool = False
    run: list[Block] = field(default_factory=list)


@lru_cache(maxsize=1)
def document_lists(reading: Reading) -> tuple[Listed, ...]:
    """Give the documents that lists and tables name, in order; titles in marks have no title."""
    text = reading.source.text
    if not any(hint in text for hint in HINTS):
        return ()
    state = _State()
    found: list[Listed] = []
    for block in reading.blocks:
        if block.kind is _TABLE:
            state.run.append(block)
            continue
        if state.run and _parts_table(reading, block):
            state.run.append(block)
            continue
        if state.run:
            found.extend(_table(reading, state))
        if _in_rows(reading, block, state):
            found.extend(_row(reading, block, state))
        elif state.fate is None and state.broken is None and block.kind in _PLAIN:
            _lead(reading, block, state)  # the common case
        else:
            found.extend(_line(reading, block, state))
    found.extend(_table(reading, state))
    return tuple(found)


def unsure(reading: Reading) -> Iterator[Finding]:
    """Give a finding for each document of which a list says two things, a plan, or nothing."""
    for row in document_lists(reading):
        if row.fate is Fate.UNSURE:
            yield Finding("amendment.not-read", row.span, "documents.list")


def _parts_table(reading: Reading, block: Block) -> bool:
    """A row of one cell with a label (一、废止的文件) is an item inside a table."""
    return block.kind is _ITEM and "\t" in reading.source.at(block.span)


def _in_rows(reading: Reading, block: Block, state: _State) -> bool:
    """Say whether a block is a line of a table whose cells are parted by blanks."""
    heads = _ROW_HEADS.match(reading.source.text, *block.span)
    state.rows = bool(heads) or (state.rows and block.kind not in _HEADINGS)
    return state.rows


def _row(reading: Reading, block: Block, state: _State) -> Iterator[Listed]:
    """Read such a line; what goes on in a further line is no document."""
    row = title_in_row(reading.registry.words).match(reading.source.text, *block.span)
    if row:
        yield _of_match(reading, row, row["bare"], state.fate)


def _line(reading: Reading, block: Block, state: _State) -> Iterator[Listed]:
    """Read a block outside tables: a line that leads a list, or an entry of one."""
    words = reading.source.at(block.span)
    if block.kind is _ANNEX:
        state.fate, state.subject = None, False
    begin = block.label.span.end if block.label and block.kind is not _ANNEX else block.span.start
    if block.kind in _LEADS:
        heading = reading.source.text[begin : block.span.end]
        if block.kind in _HEADINGS:
            speaks = is_clean_up(heading)
            state.subject = state.subject or speaks
            state.titled = state.titled or (speaks and block.kind is _K.TITLE)
            state.own += close_up(heading) if block.kind is _K.TITLE else ""
        style = block.label.style if block.label else ""
        if style and style == state.style:
            state.fate = None
        if _heads(state) and style != state.heads:
            if (fate := fate_led(heading)) not in (None, Fate.AMENDED):
                state.fate, state.style, state.heads = fate, style or None, None
            return  # the changes of a document stand below it
        if state.broken and not block.label:
            begin, state.fate = state.broken
        entry = _entry(reading, block, begin, state) if state.fate else None
        if (
            entry
            and entry.title
            and (state.own.endswith(entry.title) or entry.title.endswith("令"))
        ):
            return
        broken = state.fate and block.kind is _ITEM and not words.rstrip().endswith(_ENDS)
        state.broken = (begin, state.fate) if broken and state.fate and not entry else None
        if entry:
            state.heads = style if state.fate is Fate.AMENDED else None
            yield entry
            return
        if not _heads(state) and _lead(reading, block, state):
            return
    if _heads(state) or block.kind in _PASSED:
        return
    if len(words.strip()) > _GROUP or "。" in words:
        state.fate = None  # a short line (（一）市财政局) parts a list, a sentence ends it


def _lead(reading: Reading, block: Block, state: _State) -> bool:
    """Take up what a line makes of what stands below it; say whether it leads a list."""
    label = block.label if block.kind is not _ANNEX else None
    begin, end = label.span.end if label else block.span.start, block.span.end
    if not HINTED.search(reading.source.text, begin, end):
        return False  # most lines
    fate = fate_led(_ANNEX_LABEL.sub("", reading.source.text[begin:end]))
    if fate:
        state.fate, state.style = fate, block.label.style if block.label else None
        state.heads = None
    return fate is not None


def _heads(state: _State) -> bool:
    """Say whether entries head the changes that are made to them."""
    return state.heads is not None and state.fate is Fate.AMENDED


def _entry(reading: Reading, block: Block, begin: int, state: _State) -> Listed | None:
    """Read an item of a list that is a title with its number, and no more."""
    text = reading.source.text
    if marked := _ENTRY.match(text, begin, block.span.end):
        start = marked.start("title")
        close = text.find("》", start, block.span.end)
        # 《…》继续有效 below 予以废止
        said = fate_of(_PAST.sub("", text[close + 1 : block.span.end]))
        if close > 0 and _ends_title(text, close) and said in (None, state.fate):
            span = span_of((start, close + 1))
            return Listed(None, None, span, mention(text, span), state.fate)
    match = title_listed(reading.registry.words).match(text, begin, block.span.end)
    if not match or not _is_document(reading, match, state.fate, heads=block.label is not None):
        return _with_history(reading, begin, block.span.end, state)
    number = match["number"] or match["bare"] or match["first"]
    if match["note"] and "令" in match["note"]:  # of several decrees the first is its number
        decree = decree_behind(text, match.end("title"))
        number = decree[1] if decree else number
    return _of_match(reading, match, number, state.fate)


def _of_match(
    reading: Reading, match: re.Match[str], number: str | None, fate: Fate | None
) -> Listed:
    first = "first" if match.groupdict().get("first") else "title"
    span = span_of((match.start(first), match.end("note_end")))
    written = mention(reading.source.text, span)
    return Listed(close_up(match["title"]), number and normal_number(number), span, written, fate)


def _with_history(reading: Reading, begin: int, end: int, state: _State) -> Listed | None:
    """Read a title and, behind it, who issued the document and who changed it since."""
    text = reading.source.text
    match = title_with_history(reading.registry.words).match(text, begin, end)
    if match is None:
        return None
    decree = decree_behind(text, match.end("title"))
    span = span_of((match.start("title"), match.end("note") + 1))
    written = mention(text, span_of(match.span("title")))
    return Listed(
        close_up(match["title"]), decree[1] if decree else None, span, written, state.fate
    )


def _ends_title(text: str, close: int) -> bool:
    """《…》的通知 is part of a longer title."""
    return not re.match(
        r"[^（(，,。；、\s]{0,24}(?:通知|决定|办法|意见|规定)", text[close + 1 : close + 40]
    )


def _is_document(reading: Reading, match: re.Match[str], fate: Fate | None, *, heads: bool) -> bool:
    """Without a number 关于“一、总则”的修改意见 below 修改如下： is no document.

    （一）澄湖市渔港办法 is one, below which its changes stand.
    """
    title = match["title"]
    if match["number"] or match["bare"] or match["first"]:
        return True
    if fate is Fate.AMENDED and heads and not match["note"] and _PLACED.match(title):
        return True
    if fate in (Fate.AMENDED, Fate.UNSURE):
        return False
    if title.startswith("关于"):
        return True
    note = match["note"] or ""
    return bool(_DATED.search(note)) or bool(reading.registry.places.at_start(title))


def _table(reading: Reading, state: _State) -> Iterator[Listed]:
    """Read the rows of the table that ends here, if it has columns of titles and numbers."""
    run, state.run = state.run, []
    if not run:
        return
    span = span_of((run[0].span.start, run[-1].span.end))
    rows = list(table_rows(reading.source.text, span, reading.registry.words))
    if not rows and state.fate:  # no heads
        entries = (_entry(reading, block, block.span.start, state) for block in run)
        yield from (entry for entry in entries if entry)
    for row in rows:
        fate = row.fate or state.fate
        if fate is None and (state.subject or state.titled):
            fate = Fate.UNSURE
        yield _listed(reading, row, fate)


def _listed(reading: Reading, row: Row, fate: Fate | None) -> Listed:
    text = reading.source.text
    cells = sorted(cell for cell in (row.title, row.number) if cell)
    parts = [mention(text, cell) for cell in cells]
    written = Mention(
        "".join(part.as_written for part in parts), tuple(s for part in parts for s in part.spans)
    )
    number = row.number and normal_number(text[row.number.start : row.number.end])
    title = close_up(text[row.title.start : row.title.end]).strip("*")
    if title.startswith("《") and title.find("》") == len(title) - 1:
        title = title[1:-1]
    return Listed(title, number, span_of((cells[0].start, cells[-1].end)), written, fate)
