"""What stands behind 等 in a list: 甲局等有关部门 is a unit and a group, 甲局等 is a unit.

A page may break the words anywhere, so they are looked at without the blanks in them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from policygraph.expression import expression

_ETC = expression(
    "等(?P<tail>(?:[省市县区州][直级]?)?(?:行政执法)?(?:相关|有关|各|行业|业务|职能|成员|责任)[^、，]{0,6}"
    "(?:部门|单位|机构)(?:和单位|[（(]单位[）)])?)?"
    "(?:[一二三四五六七八九十]+个?)?(?:(?:部门|单位|机构)(?:和单位)?)?$"
)
# 甲局等市双拥工作领导小组成员单位
_ETC_GROUP = expression("等(?=[省市县区州旗盟][^、，等]{4,40}(?:成员|有关|相关|责任)单位$)")


class EtcCut(NamedTuple):
    """Where a name ends before 等, and where the group behind it stands, which may be empty.

    Attributes:
        name: end of the name.
        begin: begin of the group.
        end: its end.
        sure: whether the words say so; otherwise name and group have to be units by themselves.
    """

    name: int
    begin: int
    end: int
    sure: bool


def etc_cuts(piece: str) -> Iterator[EtcCut]:
    """Give the places at which a piece of a list may be cut, by its 等; as offsets in the piece."""
    at = [index for index, char in enumerate(piece) if not char.isspace()]
    words = "".join(piece.split())
    match = _ETC.search(words)
    if match and match.start():
        begin, end = match.span("tail") if match["tail"] else (0, 0)
        yield EtcCut(at[match.start()], at[begin], at[end - 1] + 1 if end else at[begin], sure=True)
        return
    for group in _ETC_GROUP.finditer(words):
        yield EtcCut(at[group.start()], at[group.end()], len(piece.rstrip()), sure=False)


def without_etc(piece: str) -> str:
    """Give a piece without 等 and what stands behind it."""
    return _ETC.sub("", piece)
