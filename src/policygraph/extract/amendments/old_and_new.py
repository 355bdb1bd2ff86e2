"""Tables of old and new (修改对照表): 原条款 | 修改后条款, a unit in each row.

Printed forms: both wordings; 删除 in the new column; 无 or 新增 in the old one; 不变. A row
that names no unit is one that was not read.
"""

from collections.abc import Iterator
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.amendments.changes import Change
from policygraph.extract.amendments.locators import Locator, quoted_locator
from policygraph.extract.reading import Mention, Reading, mention
from policygraph.extract.works.tables import filled_lines
from policygraph.model.facts import Operation
from policygraph.model.finding import Finding
from policygraph.model.new_places import NewPlace
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind

_UNIT = "(?:文件|政策)?(?:条款|条文|规定|内容|文本|表述|版本?)?(?:内容)?"
_OLD = expression(f"(?:现行|原|原有|修[改订正]前|调整前|旧){_UNIT}")
_NEW = expression(f"(?:修[改订正]后?|拟修[改订]|修[改订](?:意见|建议)?稿|调整后|新)的?{_UNIT}")
_STRUCK = expression(r"[（(【]?(?:删除|删去|予以删除|取消|整条删除)[）)】]?[。]?")
_NOTHING = expression(r"[（(【]?(?:无|新增|新增加?条款|新增条文|[-—/]*)[）)】]?")
_SAME = expression(r"[（(【]?(?:不变|无修改|未修改|未作修改|保留|同原条款)[）)】]?[。]?")
_ARTICLE = expression("第[^第款项]{1,8}条$")
_LEADING = expression("第[^第款项]{1,8}?条(?:之[一二三四五六七八九十]{1,3})?")
_HINTS = ("修改后", "修订后", "修正后", "调整后", "拟修")  # cheap to look for


class _Columns(NamedTuple):
    old: int
    new: int


def tables_of_old_and_new(reading: Reading) -> list[Span]:
    """Give where a text prints tables of old and new wording."""
    text = reading.source.text
    if not any(hint in text for hint in _HINTS):
        return []
    found: list[Span] = []
    for block in reading.of_kind(BlockKind.TABLE):
        if found and found[-1].end == block.span.start:  # its lines
            found[-1] = span_of((found[-1].start, block.span.end))
        else:
            found.append(block.span)
    return [span for span in found if _columns_in(text, span)]


def outside(span: Span, tables: list[Span]) -> Iterator[Span]:
    """Give what of a span lies in none of some tables."""
    at = span.start
    for table in tables:
        if at < table.end and table.start < span.end:
            if at < table.start:
                yield span_of((at, table.start))
            at = table.end
    if at < span.end:
        yield span_of((at, span.end))


def laid_beside(reading: Reading, table: Span) -> Iterator[Change | Finding]:
    """Give the change of each row of a table."""
    text = reading.source.text
    columns: _Columns | None = None
    for cells in filled_lines(text, table):
        if found := _columns(text, cells):
            columns = found
        elif columns and len(cells) > max(columns):
            yield from _row(text, cells[columns.old], cells[columns.new])


def _row(text: str, old: Span, new: Span) -> Iterator[Change | Finding]:
    before, after = mention(text, old), mention(text, new)
    was, now = before.as_written, after.as_written
    if _SAME.fullmatch(now) or was == now:
        return
    span = span_of((old.start if was else new.start, new.end if now else old.end))
    place, put = quoted_locator(was), quoted_locator(now)
    if _NOTHING.fullmatch(was) and put:
        place = _label(put)
        made = NewPlace(place.path, place.as_written)
        yield Change(Operation.ADD_CLAUSE, place, None, after, span, new_place=made)
    elif place and _STRUCK.fullmatch(now):
        yield Change(Operation.DELETE_CLAUSE, _label(place), None, None, span)
    elif place and now and not _NOTHING.fullmatch(now):
        yield from _reworded(_label(place), put and _label(put), before, after, span)
    else:
        yield Finding("amendment.not-read", span, "amendment.table")


def _reworded(
    place: Locator, put: Locator | None, before: Mention, after: Mention, span: Span
) -> Iterator[Change]:
    """Give a new wording, and the number that the article bears with it."""
    moves = put and put.path != place.path
    if put and moves and all(_ARTICLE.fullmatch(one.as_written) for one in (place, put)):
        old, new = Mention(place.as_written, ()), Mention(put.as_written, ())
        now = NewPlace(put.path, put.as_written)
        yield Change(Operation.REPLACE_TEXT, place, old, new, span, new_place=now)
        was = before.as_written.removeprefix(place.as_written)
        if was == after.as_written.removeprefix(put.as_written):
            return
    yield Change(Operation.REPLACE_CLAUSE, place, None, after, span)


def _label(place: Locator) -> Locator:
    """Give a place by its label alone: 第三条, and not the words behind it."""
    match = _LEADING.match(place.as_written)
    return Locator(place.path, match.group()) if match else place


def _columns_in(text: str, table: Span) -> bool:
    return any(_columns(text, cells) for cells in filled_lines(text, table)[:3])


def _columns(text: str, cells: list[Span]) -> _Columns | None:
    heads = ["".join(text[cell.start : cell.end].split()) for cell in cells]
    old = next((i for i, head in enumerate(heads) if _OLD.fullmatch(head)), None)
    new = next((i for i, head in enumerate(heads) if i != old and _NEW.fullmatch(head)), None)
    return None if old is None or new is None else _Columns(old, new)
