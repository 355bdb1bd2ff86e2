"""Heads of columns that name units: 责任单位, and compounds such as 组织承办部门, 牵头责任科室."""

import re
from functools import lru_cache

from policygraph.expression import expression
from policygraph.model.facts import Role
from policygraph.registry.words import Words, alternation

# a rule of the column: 责任单位（列第一位的为牵头单位）
_NOTE = expression(r"[（(][^（）()]{0,16}(?:第一|首位|牵头)[^（）()]{0,16}[）)]$")
_LONGEST = 40  # characters of a head
_BARE = ("牵头", "主办", "配合", "协办")  # heads that say no more; 完成 would be another column


def head_role(name: str, words: Words) -> Role | None:
    """Give the role of the units in a column by the words of its head; None for other columns.

    A head that is no label by itself is read by the words that it is made of; the first that leads
    or supports decides.
    """
    if name in words.role_labels:
        return Role(words.role_labels[name])
    if len(name) > _LONGEST:
        return None
    if name[-1:] in "）)":
        name = _NOTE.sub("", name)
    if name in words.role_labels or name in _BARE:
        return Role(words.role_labels.get(name) or words.role_heads[name])
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
    units = "单位|部门|科室|处室|股室|主体|处（室）|科（室）|司局"
    levels = "主要|主体|具体|属地|工作|[省市县区]级|[省市县区]直"
    return re.compile(
        rf"(?P<stems>(?:{levels})?(?:{stems})(?:[/／、和及]?(?:{stems})){{0,2}}(?:[（(](?:{stems})[）)])?)的?"
        rf"(?:(?:{units})|(?<=[责承牵][任办头])机构)(?:[（(](?:{units})[）)]|[/／、和及](?:{units}))?"
        r"(?:[及和、/](?:责任人|负责人|联系人|责任领导|完成时限))?"
    )
