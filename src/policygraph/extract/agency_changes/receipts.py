"""Duties that are said to leave one body, or to be taken over by another, and no verb moves them.

Printed forms: 甲局的规划职能剥离，划入乙局; 医保职能从甲局剥离，移交乙局; 乙局承接甲局的职责;
甲局的职责由乙局承接.
"""

import re
from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.agency_changes.moves import TO, Move, all_givers
from policygraph.extract.agency_changes.names import Names, is_unreal

_BEGIN = r"(?<![\u4e00-\u9fff（）()、])"
_GIVERS = r"(?P<givers>[^。；，将]{3,200}?职[责能权])"
_NEW = r"(?P<new>[\u4e00-\u9fff（）()]{2,40}?)"
_END = r"(?=[，。；,;]|承担|负责|行使|$)"
_ON = r"(?:并|统一|整体|全部)*"
_LEFT = expression(
    rf"{_BEGIN}将?{_GIVERS}(?:剥离|划出|分离)(?:出来)?[，,]{_ON}(?:{TO}){_NEW}{_END}"
)
_FROM = expression(
    rf"{_BEGIN}将?(?P<what>[^。；，]{{2,60}}?)的?职[责能权](?:从|由)(?P<old>[\u4e00-\u9fff（）()]{{2,40}}?)"
    rf"(?:剥离|划出|分离)(?:出来)?[，,]?{_ON}(?:{TO}){_NEW}{_END}"
)
_TAKES_OVER = expression(
    rf"{_BEGIN}(?:组建|成立|设立)?{_NEW}[，,]?(?:统一|全部|整体)?承接了?"
    r"(?P<givers>[^。；，]{4,300}?职[责能权])(?=[，。；,;]|$)"
)
_TAKEN_OVER = expression(rf"{_BEGIN}{_GIVERS}(?:已|均|全部|统一|整体)*由{_NEW}承接")


def receipts(sentence: str, names: Names) -> Iterator[Move]:
    """Read the duties of a sentence that leave a body, or are taken over.

    Args:
        sentence: without blanks.
        names: tells the names of bodies.
    """
    if "承接" in sentence:
        yield from _read(_TAKES_OVER, sentence, names)
        yield from _read(_TAKEN_OVER, sentence, names)
    if "剥离" in sentence or "划出" in sentence or "分离" in sentence:
        yield from _read(_LEFT, sentence, names)
        yield from _from(sentence, names)


def _read(pattern: re.Pattern[str], sentence: str, names: Names) -> Iterator[Move]:
    for match in pattern.finditer(sentence):
        new = names.taker(match["new"])
        if new and names.is_placed(new) and not is_unreal(sentence, match.start()):
            given = all_givers(match["givers"], names)
            yield from (Move(old, new, what) for old, what in given)


def _from(sentence: str, names: Names) -> Iterator[Move]:
    for match in _FROM.finditer(sentence):
        old, new = names.unit(match["old"]), names.taker(match["new"])
        if old and new and names.is_placed(new) and not is_unreal(sentence, match.start()):
            yield Move(old, new, match["what"])
