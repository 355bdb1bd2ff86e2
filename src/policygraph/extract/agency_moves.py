"""Duties that a reform moves from bodies to one body, as plans of reforms say it.

Printed forms: 将甲局的职责、乙委的规划职责整合，组建丙局; 将甲办公室职责划入乙办公室.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_LONGEST = 600  # characters of a sentence
_MOVED = re.compile(
    r"(?:将|把)(?P<givers>[^。；]{4,500}?(?:职责|职能|职权))(?:等)?(?:统一|全部|一并)*"
    r"(?:整合[，,]?(?:组建|设立|成立|划入|并入)|划入|划转[至到给]?|划归|并入|移交[至到给]?|转隶[至到]?)"
    r"(?P<new>[\u4e00-\u9fff（）()]{2,40}?)(?=[，。；,;]|承担|负责|行使|$)"
)
_BETWEEN = re.compile(r"(?<=职[责能权])(?:[，、,]|以及|和|及|与)+")
_GIVER = re.compile(
    r"(?:原|由)?(?P<old>[\u4e00-\u9fff（）()]{2,40}?)(?:(?:承担|负责|履行)?的(?P<what>[^，、]{0,60}?))?"
    r"(?:有关|相关|等)?职[责能权]"
)


class Move(NamedTuple):
    """Duties that go from one body to another; ``what`` is "" where all of them do."""

    old: str
    new: str
    what: str


def moves(sentence: str, unit: Callable[[str], str | None]) -> Iterator[Move]:
    """Read what a sentence moves; nothing where a giver or the taker is no body.

    Args:
        sentence: without blanks.
        unit: gives the name of a body without what leads up to it; None where it is none.
    """
    for match in _MOVED.finditer(sentence) if len(sentence) <= _LONGEST else ():
        new = unit(match["new"])
        givers = [_giver(each, unit) for each in _BETWEEN.split(match["givers"])]
        if new and all(givers):
            yield from (Move(old, new, what) for old, what in filter(None, givers))


def _giver(words: str, unit: Callable[[str], str | None]) -> tuple[str, str] | None:
    match = _GIVER.fullmatch(words)
    old = unit(match["old"]) if match else None
    if match is None or old is None:
        return None
    what = match["what"] or ""
    return old, "" if what.startswith("除") else what
