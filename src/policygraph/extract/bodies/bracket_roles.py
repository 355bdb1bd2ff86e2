"""Roles that are printed behind a unit: 市商务局（牵头）."""

from policygraph.extract.reading import Mention, mention
from policygraph.model.source import span_of
from policygraph.text.brackets import find_brackets

_CLOSING = "）)﹚〕]］】〉>"


def bracket_role(text: str, unit: Mention, verbs: dict[str, str]) -> tuple[Mention, str | None]:
    """Read a role printed behind a unit: 市商务局（牵头） -> the unit without it, and ``lead``."""
    first, last = unit.spans[0].start, unit.spans[-1].end
    if text[last - 1] not in _CLOSING:
        return unit, None
    for pair in find_brackets(text, first, last):
        begin, end = pair.inner
        if pair.span.end == last and (inner := "".join(text[begin:end].split())) in verbs:
            return mention(text, span_of((first, pair.span.start))), verbs[inner]
    return unit, None
