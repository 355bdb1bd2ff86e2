"""Heads of columns that name units: 责任单位, and compounds such as 组织承办部门, 牵头责任科室."""

import re
from functools import lru_cache

from policygraph.model.facts import Role
from policygraph.registry.words import Words, alternation


def head_role(name: str, words: Words) -> Role | None:
    """Give the role of the units in a column by the words of its head; None for other columns.

    A head that is no label by itself is read by the words that it is made of; the first that leads
    or supports decides.
    """
    if name in words.role_labels:
        return Role(words.role_labels[name])
    match = _compound(words).fullmatch(name)
    if match is None:
        return None
    said = [words.role_heads[word] for word in _stems(words).findall(match["stems"])]
    for role in (Role.LEAD, Role.SUPPORT):
        if role in said:
            return role
    return Role(said[0])


@lru_cache(maxsize=8)
def _stems(words: Words) -> re.Pattern[str]:
    return re.compile(alternation(words.role_heads))


@lru_cache(maxsize=8)
def _compound(words: Words) -> re.Pattern[str]:
    stems = alternation(words.role_heads)
    units = "单位|部门|科室|处室|股室|主体"
    return re.compile(
        rf"(?P<stems>(?:主要|具体|市级|县级|区级|省级)?(?:{stems}){{1,3}})的?(?:{units})"
        rf"(?:[（(](?:{units})[）)])?"
    )
