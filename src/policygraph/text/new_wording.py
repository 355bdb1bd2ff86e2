"""Units of another document: new wording without quotation marks, below 第五条修改为：.

Its articles and items (第五条 …：（一）…；（二）…) are numbered as that document numbers them.
"""

from collections.abc import Sequence
from dataclasses import replace

from policygraph.expression import expression
from policygraph.model.structure import Clause
from policygraph.text.numerals import DIGITS, to_int

_N = rf"[\d{DIGITS}十百千]{{1,7}}"
_OPENS = expression(  # the last words of a heading
    rf"第[（(]?(?P<place>{_N})[）)]?[条款项][^，。；：“”]{{0,30}}(?:修改|修订|修正|调整|变更|改)为[：:]$"
    rf"|作为第[（(]?(?P<added>{_N})[）)]?[条款项][：:]$"
)
_ARTICLE = expression(rf"第(?P<n>{_N})[条款项]")
_NUMBER = expression(_N)
_CHANGES = expression(
    r"[将把在删]|增加|保留“|原?第[^，。；：“”]{1,24}(?:修改|修订|删|增加|改为|调整为|合并|作为第|中的?[“《])|《"
)
_REACH = 60  # characters behind a label in which a change shows


def without_new_wording(text: str, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Leave out units that are new wording; they belong to the unit that brings it.

    Args:
        text: the whole text.
        clauses: the units, in the order of the text.
    """
    if "为：" not in text and "为:" not in text and "作为第" not in text:
        return tuple(clauses)  # most texts
    kept: list[Clause] = []
    at = 0
    while at < len(clauses):
        clause = clauses[at]
        at += 1
        below = at
        while below < len(clauses) and clauses[below].path.startswith(clause.path + "/"):
            below += 1
        if below > at and _brings(text, clause, clauses[at:below]):
            clause, at = replace(clause, own_end=clause.end), below
        kept.append(clause)
    return tuple(kept)


def _brings(text: str, clause: Clause, below: Sequence[Clause]) -> bool:
    """Say whether a unit brings new wording, and nothing below it changes anything."""
    opens = _OPENS.search(clause.heading or "")
    if opens is None:
        return False
    first = below[0]
    article = _ARTICLE.match(first.label)
    if article:
        places = {to_int(n) for n in _NUMBER.findall(opens["place"] or opens["added"])}
        places |= {to_int(match["n"]) for match in _ARTICLE.finditer(clause.heading or "")}
        fits = to_int(article["n"]) in places
    else:
        number = _NUMBER.search(first.label)
        fits = number is not None and to_int(number.group()) == 1
    return fits and not any(_changes(text, unit) for unit in below)


def _changes(text: str, unit: Clause) -> bool:
    begin = unit.start + len(unit.label)
    words = text[begin : begin + _REACH].lstrip()
    return bool(_CHANGES.match(words)) or bool(_CHANGES.match(unit.label + words))
