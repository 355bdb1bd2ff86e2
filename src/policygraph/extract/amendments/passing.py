"""Words that a notice changes beside something else: …有效期延长，文中“甲”统一修改为“乙”.

Such a text amends nothing otherwise. The sentence names the document by 文件, 文 or 其 alone, or
by its title. Or the text leaves the rest of one document as it is: 其他事项仍按《…》执行.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.model.facts import Citation, Relation, Target
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind

_QUOTED = "“[^“”\n]{1,120}”"
_BETWEEN = "[^，,。；：“”《》\n]{0,16}"
_NAMES = (
    "文件|通知|意见|办法|方案|规定|细则|条例|政策|措施|规则|标准|制度|预案|规划|全文|条文|文|其"
)
_NAMED = r"《(?P<title>[^《》\n]{2,120})》(?:[（(][^（）()\n]{1,40}[）)])?"
_PASSING = expression(
    rf"(?<=[，,。；：\s])(?:并|同时|现|且)?(?:[将把对])?[原该上述]{{0,2}}(?:{_NAMES}|{_NAMED})[中内里]"
    rf"{_BETWEEN}{_QUOTED}(?:[、和及与]{{0,2}}{_QUOTED}){{0,9}}{_BETWEEN}"
    r"(?:[调修变更替]|改)[整改更换正名]?[为成]：?“[^。\n]*。?"
)
_CHANGED = expression(  # 将“甲”，延长为“乙”
    rf"(?<=[，,。；：、．.\s])[将把]{_QUOTED}[，,]?(?:统一|相应)?"
    r"(?:[调修变更替]|改|延长|提高|降低|缩短)[整改更换正名]?[为到至成][：:]?“[^。\n]*。?"
)
_REST = expression(
    r"其[他它余][^，,。；《》]{0,10}(?:仍|继续|均)[^，,。；《》]{0,12}《(?P<title>[^《》\n]{2,120})》"
)
# 为“, which each of these holds; it begins with the mark, by which it is looked for
_HINT = expression("“(?:(?<=[为成到至]“)|(?<=[为成到至][：:]“))")
_PAUSE = expression(r"[，,。；：、．.\s]")  # behind which one of the forms begins
_BASES = (Relation.BASED_ON, Relation.IMPLEMENTS)
_SAID_IN = frozenset((BlockKind.PREAMBLE, BlockKind.ITEM, BlockKind.TEXT, BlockKind.CLOSING))


class Passing(NamedTuple):
    """A sentence that changes words; ``target`` is None where several documents may be meant."""

    path: str
    span: Span
    target: Target | None


def changed_in_passing(reading: Reading, citations: Sequence[Citation]) -> Iterator[Passing]:
    """Give the sentences that change words of a document which the text does not amend otherwise.

    Args:
        reading: a text that is no amending one.
        citations: what it cites; the document that is meant stands before the sentence in its
            clause, or nowhere else but in the title.
    """
    text = reading.source.text
    hints = [span_of(hint.span()) for hint in _HINT.finditer(text)]
    for match in _found(_PASSING, text, hints):
        if reading.block_at(match.start()).kind in _SAID_IN:
            path = reading.clause_at(match.start())
            yield Passing(path, span_of(match.span()), _target(match, path, citations))
    changed = list(_found(_CHANGED, text, hints))
    rest = _REST.search(text) if changed else None
    for match in changed if rest else ():
        if rest and reading.block_at(match.start()).kind in _SAID_IN:
            path, named = reading.clause_at(match.start()), _named(rest["title"], citations)
            yield Passing(path, span_of(match.span()), named)


def _found(form: re.Pattern[str], text: str, hints: Sequence[Span]) -> Iterator[re.Match[str]]:
    """Find a form in the sentences that hold 为“: few do.

    A form begins behind a pause and holds 为“ once, so it is looked for between two of them.
    """
    begin = 0
    for hint in hints:
        if hint.start < begin:
            continue
        pauses = _PAUSE.finditer(text, max(begin - 1, 0), hint.start)
        tried = (form.match(text, pause.end()) for pause in pauses)
        match = next((one for one in tried if one and one.start() < hint.end), None)
        begin = match.end() if match else hint.end
        if match:
            yield match


def _target(match: re.Match[str], path: str, citations: Sequence[Citation]) -> Target | None:
    spoken = [row for row in citations if row.relation not in _BASES]
    if title := match["title"]:
        return _named(title, citations)
    before = [row for row in spoken if row.clause == path and row.spans[0].start < match.start()]
    documents = {(row.title, row.number) for row in before or spoken}
    if len(documents) != 1:
        return None
    title, number = documents.pop()
    return Target(title, number, None, None)


def _named(title: str, citations: Sequence[Citation]) -> Target:
    """Give the document of a title, with its number where the text cites it."""
    number = next((row.number for row in citations if row.title == title and row.number), None)
    return Target(title, number, None, None)
