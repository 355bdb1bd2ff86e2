"""Which changes of a document are made to another, by its number and its titles."""

from dataclasses import replace

from policygraph.expression import expression
from policygraph.model.facts import Target
from policygraph.model.record import Record
from policygraph.registry.laws import PREFIX
from policygraph.resolve.corpus import bare_title
from policygraph.resolve.quotable import law_title

_INNER = expression("[《〈]([^《》〈〉]{4,200})[》〉]")
_FORWARDS = expression("印发|转发|发布|公布")
# titles of notices mostly have no marks round what they bring out: 关于印发某办法的通知
_UNMARKED = expression("(?:印发|发布|公布)([^《》〈〉]{4,200})的(?:通知|公告|通告|决定|令)$")
_SHORTEST = 6  # letters of a title that may stand behind other words


def aims_at(target: Target, record: Record, text: str) -> bool:
    """Say whether a change is made to a document, of which record and text are given.

    A number decides where both have one; else the title, with or without 中华人民共和国, the
    issuer before it, or the notice around it (关于印发《…》的通知, marks or none). What names no
    document is made to any.
    """
    if target.number and record.document.number:
        return target.number == record.document.number
    if not target.title:
        return target.number is None
    title = record.document.title or law_title(record, text) or ""
    own, named = _forms(title), _forms(target.title)
    return any(_is_one(left, right) for left in own for right in named)


def naming_documents(record: Record) -> Record:
    """Give a record with only the changes that name the document that they are made to."""
    rows = (row for row in record.amendments if row.target.title or row.target.number)
    return replace(record, amendments=tuple(rows))


def _forms(title: str) -> set[str]:
    forms = {bare_title(title).removeprefix(PREFIX)}
    if _FORWARDS.search(title):
        inner = [*_INNER.findall(title), *_UNMARKED.findall(title)]
        forms |= {bare_title(each).removeprefix(PREFIX) for each in inner}
    return forms - {""}


def _is_one(left: str, right: str) -> bool:
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    return len(short) >= _SHORTEST and short.startswith("关于") and long.endswith(short)
