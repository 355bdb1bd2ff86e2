"""New words as an amending text prints them, and where it says they go."""

import re
from functools import lru_cache
from typing import NamedTuple

from policygraph.consolidation.outcome import Instrument
from policygraph.consolidation.words import Words
from policygraph.expression import expression
from policygraph.model.facts import Amendment, Operation
from policygraph.model.source import Span
from policygraph.text.numerals import DIGITS

_BEHIND = expression(
    r"[“‘\"]([^“”\"]{1,200})[”’\"](?:一词|字样|等字|一句)?的?(?P<side>之?[后前]|[后前]面)[^“”\"]{0,10}$"
)
_AT_END = expression("(?:末尾|最后|句末|文末)[^“”]{0,10}$")
_BEFORE = expression("前(?:面)?[^“”条款项前后]{0,3}(?:增加|新增|增设|增补)")
_AS = "作为(?:该条|本条|其|该款)?[^“”。；]{0,60}"
_OPENS = expression(r"(?<=[\r\n])(\s*)[“\"「]")
_INNER = str.maketrans("‘’", "“”")
_PLACED = expression(
    f"(?:第[（(]?[{DIGITS}十百\\d]{{1,5}}[）)]?(?:部分|[条款项章节目点段])|附件[{DIGITS}十\\d]{{0,3}})"
    '[^“”"，。；《》]{0,30}[“"]$'
)
# The reading keeps the place named last for these, which is another one.
_NEVER_READ = expression(f"第[{DIGITS}十百\\d]{{1,3}}部分" + '[^“”"，。；《》]{0,30}[“"]$')
_ADDS = expression('(?:增|加|补充|插入)[^“”"]{0,20}[“"]$')
_CLOSES = expression('[”"]')
_OF_UNITS = expression('(?:责任|牵头|配合|主办|协办)(?:单位|部门)[^“”"，。；、]{0,8}[“"]$')
_LABEL = expression("(?:责任|牵头|配合|主办|协办)(?:单位|部门)")
_NEAR = 24  # characters before new words in which it is said that they are added
_MOST = 100  # places that are told apart; a sentence that names more is listed as not sure
_REACH = 300  # characters before new words in which what they go behind is named


class Anchor(NamedTuple):
    """Where new words go.

    Attributes:
        words: beside these; empty for the end of the place.
        before: before them, else behind.
    """

    words: str
    before: bool


def wording(row: Amendment, by: Instrument) -> str | None:
    """Give the new words of a change as they are printed, with their line breaks.

    A quotation over several paragraphs opens anew with each; those marks are no words of it.
    Quotation marks inside it are single there and double in the text that takes them (GB/T 15834,
    4.8). None where there are no new words, or only their digest is kept.
    """
    if not isinstance(row.new, str):
        return None
    found = _printed(row, by)
    if found is None:
        return row.new
    text = by.text[found.start : found.end]
    if text.count("“") > text.count("”"):
        text = _OPENS.sub(r"\1", text)
    quoted = by.text[found.start - 1 : found.start] == "“" and "“" not in text
    return text.translate(_INNER) if quoted else text


def is_of_units(row: Amendment, by: Instrument) -> bool:
    """Say whether new words are those of a mark, and not of the clause: 责任单位修改为“甲、乙”."""
    found = _printed(row, by)
    if found is None:
        return False
    start = max(row.spans[0].start, found.start - _NEAR)
    return bool(_OF_UNITS.search(by.text[start : found.start]))


def label_of_units(row: Amendment, by: Instrument) -> str:
    """Give the label of the mark whose units change: 责任单位; empty where none is named."""
    found = _printed(row, by)
    if found is None:
        return ""
    before = by.text[max(row.spans[0].start, found.start - _NEAR) : found.start]
    named = _LABEL.findall("".join(before.split()))
    return named[-1] if named else ""


def anchor_of(row: Amendment, by: Instrument) -> Anchor | None:
    """Give where the new words of a change go; None where it does not say."""
    found = _printed(row, by)
    if found is None:
        return None
    start = row.spans[0].start
    before = by.text[max(start, found.start - 1 - _REACH) : found.start - 1]
    if match := _BEHIND.search(before):
        return Anchor(match[1], before="前" in match["side"])
    if _AT_END.search(before):
        return Anchor("", before=False)
    return Anchor("", before=True) if _BEFORE.search(before) else None


def is_new_place(row: Amendment, by: Instrument) -> bool:
    """Say whether a change names the place that it makes (作为第六条), not the one beside it."""
    if not row.spans:
        return False
    words = "".join(by.text[row.spans[0].start : row.spans[-1].end].split())
    printed = re.escape("".join((row.target.locator_as_written or "").split()))
    return bool(re.search(_AS + printed, words)) or "-" in (row.target.locator or "")


def names_unread_place(row: Amendment, by: Instrument) -> bool:
    """Say whether a change of the whole text names a unit before its words: 第二项中的“甲”.

    Which one that is was not read, so nothing is changed anywhere else either.
    """
    if not isinstance(row.old, str) or not row.spans:
        return False
    placed = _PLACED if row.target.locator is None else _NEVER_READ
    within = Span(row.spans[0].start, row.spans[-1].end)
    words = _words(by.text[within.start : within.end])
    first = next(iter(words.find(row.old, Span(0, within.end - within.start))), None)
    if first is None:
        return False
    start = within.start + first.start
    return bool(placed.search(by.text[max(start - _REACH, within.start) : start]))


@lru_cache(maxsize=4)
def _words(text: str) -> Words:
    """One sentence may make hundreds of changes."""
    return Words(text)


def _printed(row: Amendment, by: Instrument) -> Span | None:
    """Give where the new words stand in the amending text: in the last sentence of the change."""
    if not isinstance(row.new, str) or not row.spans:
        return None
    within = Span(row.spans[0].start, row.spans[-1].end)
    words = _words(by.text[within.start : within.end])
    found = words.find(row.new, Span(0, within.end - within.start))
    if not found:
        return None
    first = found[-1] if isinstance(row.old, str) and len(found) > 1 else found[0]
    if row.operation is Operation.ADD_TEXT and len(found) > 1:
        return _quoted_for(row, by, [Span(*(at + within.start for at in one)) for one in found])
    return Span(first.start + within.start, first.end + within.start)


def _quoted_for(row: Amendment, by: Instrument, found: list[Span]) -> Span | None:
    """Give which of several places quotes the words that a change adds; None if that is not sure.

    在“甲”后增加“丙”，“乙”后增加“丙” makes as many changes as it has quotations, in this order.
    """
    if len(found) > _MOST:
        return None
    quoted = [
        one
        for one in found
        if _ADDS.search(by.text[max(one.start - _NEAR, 0) : one.start])
        and _CLOSES.match(by.text, one.end)
    ]
    alike = by.rows.alike(row)
    which = next((number for number, one in enumerate(alike) if one is row), 0)
    return quoted[which] if len(quoted) == len(alike) else None
