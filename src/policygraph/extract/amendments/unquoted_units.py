"""Responsible units that change, named without quotation marks: 第一条责任单位增加市科技局.

Printed forms: 责任单位（中）增加甲、乙; 责任单位中删去甲; 牵头单位由甲调整为乙; 增加甲为责任单位;
将甲从责任单位中删去; 责任单位修改为：甲、乙, which are all units of the mark from then on.
A piece that is no unit makes the sentence one that was not read.
"""

import re
from collections.abc import Iterator, Sequence

from policygraph.expression import expression
from policygraph.extract.amendments.changes import Change
from policygraph.extract.amendments.locators import Locator, stated_locators
from policygraph.extract.amendments.quotes import HOLE, Sentence
from policygraph.extract.amendments.sides import mark_of
from policygraph.extract.bodies.units import is_unit
from policygraph.extract.reading import Mention
from policygraph.model.facts import Operation
from policygraph.model.source import Span
from policygraph.registry.words import Words

_LABEL = "(?:责任|牵头|配合|主办|协办)(?:单位|部门)"
_UNITS = "[^，,。；：:、（(]{2,30}(?:、[^，,。；：:（(、]{2,30}){0,19}?"
_END = "(?=[，,。；]|$)"
_CHANGES = "(?:调整|修改|变更|改|更改)为"
_ADD = "(?:增加|增列|新增)"
_STRIKE = "(?:删去|删除|去掉)"
_FORMS = (
    (Operation.ADD_AGENCY, expression(f"{_LABEL}[中里]?(?:再|相应)?{_ADD}(?P<new>{_UNITS}){_END}")),
    (Operation.ADD_AGENCY, expression(f"{_ADD}(?P<new>{_UNITS})[为作]为?{_LABEL}")),
    (Operation.REMOVE_AGENCY, expression(f"{_LABEL}[中里]?{_STRIKE}(?P<old>{_UNITS}){_END}")),
    (Operation.REMOVE_AGENCY, expression(f"(?:将|把)(?P<old>{_UNITS})从{_LABEL}[中里]?{_STRIKE}")),
    (
        Operation.REPLACE_AGENCY,
        expression(f"{_LABEL}由(?P<old>{_UNITS}){_CHANGES}(?P<new>{_UNITS}){_END}"),
    ),
    (
        Operation.REPLACE_AGENCY,
        expression(f"{_LABEL}(?:名单)?(?:统一|相应)?{_CHANGES}[：:]?(?P<all>{_UNITS}){_END}"),
    ),
)  # fmt: skip


def unit_changes(
    text: str, sentence: Sentence, above: Sequence[Locator], words: Words
) -> tuple[Change, ...]:
    """Read the changes of units in a sentence without quotations; nothing where one is not sure.

    Args:
        text: of the document.
        sentence: the sentence.
        above: the places named last before it.
        words: the word tables.
    """
    if HOLE in sentence.words:
        return ()
    found: list[Change] = []
    printed: _Printed | None = None
    for operation, form in _FORMS:
        for match in form.finditer(sentence.words):
            places = stated_locators(sentence.words[: match.start()], above[-1] if above else None)
            printed = printed or _Printed(text, sentence)
            changes = list(_each(operation, match, places or above, printed, words))
            if not changes:
                return ()
            found += changes
    return tuple(found)


def _each(
    operation: Operation,
    match: re.Match[str],
    places: Sequence[Locator],
    printed: "_Printed",
    words: Words,
) -> Iterator[Change]:
    said, mark = match.groupdict(), mark_of(match.group())
    if units := said.get("all"):
        if places and all(is_unit(name, words) for name in units.split("、")):
            put = printed.mention(units, match.start("all"))
            for place in places:
                yield Change(operation, place, None, put, printed.span, match.group(), mark=mark)
        return
    old, new = (printed.listed(match, key) if said.get(key) else [None] for key in ("old", "new"))
    sure = all(one is None or is_unit(one.as_written, words) for one in (*old, *new))
    one = operation is not Operation.REPLACE_AGENCY or len(old) == len(new) == 1
    if not (places and sure and one):
        return
    for place in places:
        for before in old:
            for after in new:
                yield Change(
                    operation, place, before, after, printed.span, match.group(), mark=mark
                )


class _Printed:
    """Where the characters of a sentence without quotations are printed."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.span = sentence.span
        start, end = sentence.span
        self._at = [at for at in range(start, end) if not text[at].isspace()]

    def mention(self, name: str, at: int) -> Mention:
        """Give a name that begins at a character of the sentence."""
        return Mention(name, (Span(self._at[at], self._at[at + len(name) - 1] + 1),))

    def listed(self, match: re.Match[str], group: str) -> list[Mention | None]:
        """Give the names of a list."""
        found: list[Mention | None] = []
        at = match.start(group)
        for name in match[group].split("、"):
            found.append(self.mention(name, at))
            at += len(name) + 1
        return found
