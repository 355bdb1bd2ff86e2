"""What a history of a body says of its names: 始称甲处, 1955年更名为乙室, 1983年改称丙局.

The subject is left out behind the first sentence, so the name last told is the one that is changed.
"""

from policygraph.expression import expression
from policygraph.extract.agency_changes.names import Names

_NAME = r"[\u4e00-\u9fff（）()]{3,40}"
_FIRST = expression(rf"(?:始称|初称|原名|原称|初名|前身(?:是|为|系))(?P<name>{_NAME})$")
_SINCE = expression(
    r"^(?:[于至到]?\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:又|再次?|正式|随?后|并|同时|遂|经批准)*"
    rf"(?:(?:更名|改名|易名|定名)为|改称为?)(?P<new>{_NAME})$"
)


def first_name(part: str, names: Names) -> str | None:
    """Give the name that a body had at first, as a part of a sentence says it.

    Args:
        part: without blanks.
        names: tells the names of bodies.
    """
    match = _FIRST.search(part)
    return names.unit(match["name"]) if match else None


def next_name(part: str, names: Names) -> str | None:
    """Give the name that a body got, where a part of a sentence does not say which body.

    Args:
        part: without blanks.
        names: tells the names of bodies.
    """
    match = _SINCE.match(part)
    return names.taker(match["new"]) if match else None
