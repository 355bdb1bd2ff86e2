"""New wording that is printed without quotation marks: 将第九条修改为：本办法自….

What stands behind 修改为：, or behind 作为第六条：, is the new text to the end of its line. So are
the lines below it up to one that changes something else or that the document says of itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policygraph.expression import expression
from policygraph.extract.amendments.changes import Change
from policygraph.extract.amendments.locators import Locator, stated_locators
from policygraph.extract.amendments.places import added_places
from policygraph.extract.reading import Reading, mention
from policygraph.model.facts import Operation
from policygraph.model.new_places import NewPlace
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind, Clause
from policygraph.text.numerals import DIGITS, to_int

_N = rf"[{DIGITS}十百千\d]{{1,7}}"
# a label, and no quotation behind the colon
_LEAD = expression(
    r"(?=[修改调更变作])(?:(?:修改|修订|修正|改|调整|更改|变更)为|作为第[^，。；：:“”\"\n]{1,16}[条款项点](?:内容)?(?:[，,]内容为|，即)?)"
    r"\s?[：:]\s*(?![“\"\s])"
)
_PLACE = expression(  # the last words before 修改为
    rf"(?:[条款项点段]|[）)](?:项|点)?|第{_N}部分|名称|标题|题目)的?(?:全部|全文)?(?:内容|规定|条文|表述)?"
    r"(?:现|相应|统一|均)?$"
)
_ADDS = expression(r"(?:增加|新增|增设|增补)[^。；：:“”\"]{0,60}$")
_BEGINS = "。；;\n"
_CHANGES = (
    r"将(?=第|原|其|该|“|《|附件|有关|相关|文中|全文|标题|名称|[^，,。；]{1,40}(?:修改|改为|调整为|删|更名|替换))"
    r"|把(?=第|原|“|《)|对(?=第|原|《|附件)|在(?=第|原|“|《)|删[去除掉]|增加(?=[一二三四五两][条款项章节]|“)|保留“"
    r"|原?第[^，,。；：“”]{1,24}(?:修改|修订|删|增加|改为|变[更]?为|调整为|合并|作为第|中的?[“《])|《[^》]{2,60}》"
)
_NEXT = expression(  # a line that changes something else, or that the document says of itself
    rf"\s*(?:(?:[（(]?[{DIGITS}十\d]{{1,4}}[、.．）)]\s*)?(?:同时[，,]?)?(?:{_CHANGES})"
    r"|其[他它余](?:内容|条款|修改|事项|规定|不变|部分)|此外|另外|以上|上述|现(?:将|予|公布)|特此|请(?:各|遵照|认真)"
    r"|根据本|自本(?:决定|通知)|附件|本(?:决定|通知|公告|通告|修正案)"
    r"|[^，,。；]{0,20}(?:条文|条款|序号|顺序)[^，,。；]{0,8}(?:顺序|调整|顺延))"
)
_ENDS = frozenset((BlockKind.SIGNATURE, BlockKind.DATE, BlockKind.DISCLOSURE, BlockKind.COPIED_TO,
                   BlockKind.FOOT, BlockKind.ANNEX, BlockKind.ANNEX_LIST))  # fmt: skip
_LINE = expression(r"[^\n]+")
_HINT = expression("[为条款项](?=[：:])")
_LABEL = expression(rf"[（(]?({_N})[）)、.．]?$")
_REACH = 80  # characters before 修改为 in which the place is named


def pieces(
    reading: Reading, span: Span, named: list[Locator]
) -> Iterator[tuple[Span, Change | None]]:
    """Cut the words of a clause at new wordings without quotation marks.

    Args:
        reading: the document.
        span: the clause.
        named: the places named last; those of a new wording take their place.

    Yields:
        what is to be read sentence by sentence, and new wordings, in the order of the text.
    """
    text, at = reading.source.text, span.start
    reach = _closing_end(reading, span.end)
    for lead in _leads(text, span):
        if lead.start() < at:
            continue  # inside the last new wording, or of a line that is not plain
        nearest = max(at, lead.start() - _REACH)
        begin = max(text.rfind(stop, nearest, lead.start()) for stop in _BEGINS) + 1
        begin = max(begin, nearest)
        line = text.find("\n", lead.end(), reach)
        rest = line if line >= 0 else reach
        if _LEAD.search(text, lead.end(), rest):
            yield span_of((at, rest)), None
            at = rest
            continue
        bare = _bare(text, begin, lead, named)
        if bare is None:
            continue
        end = _end(reading, lead.end(), reach)
        if end <= lead.end():
            continue
        new = mention(text, span_of((lead.end(), end)))
        change = replace(bare, new=new, span=span_of((begin, end)))
        if begin > at:
            yield span_of((at, begin)), None
        named[:] = [change.locator] if change.locator else named
        yield change.span, change
        at = end
    if at < span.end:
        yield span_of((at, span.end)), None


def _leads(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Find what leads new wording; a clause without a colon behind such words has none."""
    if _HINT.search(text, *span):
        yield from _LEAD.finditer(text, *span)


def _bare(text: str, begin: int, lead: re.Match[str], named: Sequence[Locator]) -> Change | None:
    """Read which one place has new wording, without the words; None where it is not plain."""
    before = "".join(text[begin : lead.start()].split())
    before = before[max(before.rfind("将"), 0) :]  # behind what the change rests on
    if "“" in before or '"' in before:
        return None
    above = named[-1] if named else None
    if lead.group().startswith("作为"):
        if not _ADDS.search(before):
            return None
        over = stated_locators(before, above)
        places = added_places(lead.group(), over[-1:] or named[-1:])
        operation = Operation.ADD_CLAUSE
    else:
        if not _PLACE.search(before):
            return None
        places = stated_locators(before, above)
        operation = Operation.REPLACE_CLAUSE
    if len(places) != 1:
        return None
    place = places[0]
    made = operation is Operation.ADD_CLAUSE
    now = NewPlace(place.path, place.as_written) if made else None
    span = span_of((begin, lead.end()))
    return Change(operation, place, None, None, span, before, new_place=now)


def _end(reading: Reading, begin: int, stop: int) -> int:
    """Give where a new wording ends: its own line belongs to it, whatever that says."""
    text, end = reading.source.text, begin
    for line in _LINE.finditer(text, begin, stop):
        if line.group().isspace():
            continue
        if end > begin and (_NEXT.match(line.group()) or _closes(reading, line)):
            break
        end = line.start() + len(line.group().rstrip())
    return end


def _closing_end(reading: Reading, end: int) -> int:
    """Give where the paragraphs behind the last unit end: they may be new wording of it."""
    while end < len(reading.source.text):
        block = reading.block_at(end)
        if block.kind is not BlockKind.CLOSING or block.span.end <= end:
            break
        end = block.span.end
    return end


def _closes(reading: Reading, line: re.Match[str]) -> bool:
    words = line.start() + len(line.group()) - len(line.group().lstrip())
    return reading.block_at(words).kind in _ENDS


def with_items(reading: Reading, parts: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Join to a new wording the items that it ends in: they are no units of this document.

    将第七条修改为： 禁止下列行为：（一）…（二）…: numbered from one, and none of them a change.
    """
    clauses = {clause.path: clause for clause in reading.clauses}
    text, at = reading.source.text, 0
    while at < len(parts):
        path, span = parts[at]
        at += 1
        if _opens(text, span):
            style = None
            for number, (inner, own) in enumerate(parts[at:], 1):
                item = clauses.get(inner)
                if item is None or not _is_item(text, item, number, style):
                    break
                style, span = item.style, span_of((span.start, own.end))
                at += 1
        yield path, span


def _opens(text: str, span: Span) -> bool:
    """Say whether a part ends in a new wording that items follow."""
    if not text[max(span.end - 8, span.start) : span.end].rstrip().endswith(("：", ":")):
        return False
    return any(True for _ in _leads(text, span))


def _is_item(text: str, clause: Clause, number: int, style: str | None) -> bool:
    label = _LABEL.search(clause.label)
    return (
        label is not None
        and to_int(label[1]) == number
        and style in (None, clause.style)
        and not _NEXT.match(text, clause.start)
    )
