"""New wording that is printed without quotation marks: 将第九条修改为：本办法自….

What a clause says behind 修改为： to the end of its line is the new text, where the clause ends
there and quotes nothing.
"""

from policygraph.expression import expression
from policygraph.extract.amendments.changes import Change
from policygraph.extract.amendments.locators import stated_locators
from policygraph.extract.reading import mention
from policygraph.model.facts import Operation
from policygraph.model.source import Span

_NEW = expression(
    r"[将把]?原?(?P<place>[^。；，“”\"\n]{0,40}[条款项点])的?(?:内容)?(?:修改|修订|修正|改)为\s?[：:]\s*"
    r"(?P<new>[^“”\"\n]{4,})"
)
# what a match holds, and begins with a literal; most new wordings are quoted (修改为：“…”)
_SIGN = expression(r"为\s?[：:]\s*[^“”\"\n]{4}")
_BEFORE = 50  # characters before the sign in which a match begins, at most
_ENDS = expression(r"\s*(?:\Z|现将|现予|此外|特此|本(?:决定|通知)|根据本)")  # what may stand below


def unquoted(text: str, span: Span) -> Change | None:
    """Read the new wording of one place in the clause at ``span``; None where it is not plain."""
    sign = _SIGN.search(text, *span)
    if sign is None:
        return None  # the common case
    found = _NEW.search(text, max(span.start, sign.start() - _BEFORE), span.end)
    if found is None or not _ENDS.match(text[found.end() : span.end]):
        return None
    places = stated_locators(found["place"])
    if len(places) != 1:
        return None
    begin, end = found.span("new")
    while text[end - 1].isspace():
        end -= 1
    new = mention(text, Span(begin, end))
    return Change(Operation.REPLACE_CLAUSE, places[0], None, new, Span(found.start(), end), "")
