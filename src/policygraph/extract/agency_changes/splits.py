"""Bodies out of which several are made: 将甲局分设为乙局和丙局, 甲局拆分为乙局、丙局."""

from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.agency_changes.names import Names

_SPLIT = expression(
    r"(?:^|[，：:将把])(?P<old>[\u4e00-\u9fff（）()]{3,40}?)(?:一分为[二三四]|分设|拆分|分拆|分立)"
    r"(?:[，,]?(?:设立|成立|组建)|[为成])(?P<news>[\u4e00-\u9fff（）()、]{4,200})(?=[，。；,;]|$)"
)
_WORDS = ("分设", "分立", "拆分", "分拆", "分为")


def splits(sentence: str, names: Names) -> Iterator[tuple[str, str]]:
    """Read a body that is divided, and each body that comes of it.

    Args:
        sentence: without blanks.
        names: tells the names of bodies.
    """
    if not any(word in sentence for word in _WORDS):
        return
    for match in _SPLIT.finditer(sentence):
        old, news = names.unit(match["old"]), names.listed(match["news"])
        if old and len(news) > 1:
            yield from ((old, new) for new in news)
