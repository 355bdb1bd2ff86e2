"""What a reform says over a comma of how a body stands, and of its name.

Printed forms: 市旅游局由事业单位调整为工作部门，并更名为…; 设立市水利局，为市政府工作部门.
"""

import re
from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.agency_changes.names import Names, is_strong

_NAME = r"[\u4e00-\u9fff（）()]{2,40}?"
_END = r"(?=[，。；、,;]|$)"
_RENAMES = ("更名", "改名", "改称")
_RESTYLED = expression(
    r"(?:^|[，：:将])(?P<old>[\u4e00-\u9fff]{3,30}?)(?:[（(][^（）()]{1,40}[）)])?"
    r"(?:由[^，]{2,40}(?:调整|改|升格|划归)|整体|[成整]建制|升格|调整为|划归)[^，]{0,40}"
    rf"[，,]?(?:并|同时)?(?:更名|改名|改称)为(?P<new>{_NAME}){_END}"
)
_SET_UP = expression(
    rf"(?:^|[，：:])(?:设立|成立)(?P<new>{_NAME})[，,](?:作为|为)(?P<standing>[^，。；]{{2,30}})(?=[，。；]|$)"
)
_OF_STATE = expression(  # an enterprise sets up bodies, too
    "(?:政府|党委|[省市县区]委|委员会|党中央|国务院)的?(?:议事协调机构的?)?"
    "(?:[^，]{0,6}(?:工作|组成|职能)部门|办事机构|常设机构|[直所]属[^，]{0,8}(?:机构|单位)"
    "|派出机[构关]|议事协调机构|工作机关)"
)


def restyled(sentence: str, names: Names) -> Iterator[tuple[str, str]]:
    """Read the bodies that stand otherwise now and have another name: the old one and the new.

    Args:
        sentence: without blanks.
        names: tells the names of bodies.
    """
    if not any(word in sentence for word in _RENAMES):
        return
    for match in _RESTYLED.finditer(sentence):
        old, new = names.unit(match["old"]), names.taker(match["new"])
        if old and new and (is_strong(old) or names.is_placed_by_name(old)):
            yield old, new


def set_up(sentence: str, names: Names) -> Iterator[str]:
    """Read the bodies that are set up as part of a government or of a party committee."""
    for match in _SET_UP.finditer(sentence) if "立" in sentence else ():
        if _OF_STATE.search(match["standing"]):
            yield from names.bodies(match["new"])


_SHALL = expression("(?:应(?![急用对])|必须|须|负责(?!人)|鼓励|指导|[未只]|或者?)[^，]{0,16}$")
_NO_NAME = expression("^(?:或|决定)|设立|变更|所作|不适当")


def laid_down(part: str, founds: re.Match[str]) -> bool:
    """Say whether a law lays down that bodies be founded: 应当组建…, 经批准设立的…."""
    return founds["news"].startswith("的") or bool(_SHALL.search(part, 0, founds.start()))


def no_name(olds: str) -> bool:
    """Say whether what is struck is no body: 撤销或者变更…的决定, 撤销甲委员会设立乙委员会的."""
    return bool(_NO_NAME.search(olds))
