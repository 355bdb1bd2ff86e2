"""Collective names of governments -> the governments they stand for.

各县（市、区）人民政府 said in 晋城市 are the governments of its counties, county-level cities and
districts, as the table of divisions has them today. 各有关部门 and 辖区金融机构 have no members:
which they are, no table says.
"""

import re

from policygraph.model.reform import Body
from policygraph.registry.places import MUNICIPALITIES, NATION, Place
from policygraph.registry.registry import Registry

_GROUP = re.compile(r"各(?P<places>[^各]{1,24}?)(?:人民政府|政府)?")
_UNKNOWN = r"省直管县[（(]市[）)]|省直管县级市|省直管县|直管市|地区|盟"
_ATOM = re.compile(
    rf"(?P<unknown>{_UNKNOWN})|(?P<city>省辖市|设区的?市|地级以上市|地级市)"
    r"|(?P<province>省级|省|自治区|直辖市)|(?P<county>自治县|县|区|旗)"
    r"|(?P<prefecture>自治州|州)|(?P<either>市)|[（）()、，/及和与]"
)
_NO_GOVERNMENT = ("71", "81", "82")  # provinces to which no such duty is given


def group_members(name: str, place: str | None, registry: Registry) -> tuple[Body, ...]:
    """Give the governments that a collective name stands for; () where none can be told.

    Args:
        name: the name as resolved: 各县（市、区）人民政府.
        place: GB/T 2260 code of the place in which it is said.
        registry: the table of divisions.

    Returns:
        The governments, in the order of the codes. Of leagues and regions without a 人民政府 of
        their own, and of divisions managed by the province, there are none.
    """
    said = _GROUP.fullmatch(name)
    above = registry.places.get(place)
    if said is None or above is None:
        return ()
    endings = _endings(said["places"], above)
    return tuple(
        Body(each.code, f"{registry.places.full_name(each.code)}人民政府")
        for each in registry.places
        if each.name.endswith(endings.get(each.level, ()))
        and each.code != above.code
        and registry.places.is_within(each, above.code)
        and not each.code.startswith(_NO_GOVERNMENT)
    )


def _endings(words: str, above: Place) -> dict[str, tuple[str, ...]]:
    """Read which divisions are named: by level, how their names end."""
    found: dict[str, set[str]] = {}
    position, counties = 0, False
    while position < len(words):
        atom = _ATOM.match(words, position)
        if atom is None:
            return {}  # 各有关部门, 各街道办事处: no divisions
        position = atom.end()
        counties = counties or bool(atom["county"])
        level = _level(atom, counties, above)
        if level:
            found.setdefault(level, set()).update(_ending(atom))
    return {level: tuple(endings) for level, endings in found.items()}


def _level(atom: re.Match[str], counties: bool, above: Place) -> str:
    """Tell the level of a word: 市 is a prefecture in a province, unless a county stands before it.

    So 各市、县（区） are prefectures and counties, 各县（市、区） counties alone.
    """
    in_province = above.level == "province" and above.code not in MUNICIPALITIES
    if atom["province"]:
        return "province" if above.code == NATION else ""
    if atom["city"] or atom["prefecture"]:
        return "prefecture" if in_province else ""
    if atom["either"]:
        return "prefecture" if in_province and not counties else _county(above)
    return _county(above) if atom["county"] else ""


def _county(above: Place) -> str:
    return "county" if above.level in ("province", "prefecture") else ""


def _ending(atom: re.Match[str]) -> tuple[str, ...]:
    match atom.group():
        case "省级":
            return ("省", "自治区", "市")
        case "直辖市" | "省辖市" | "设区市" | "设区的市" | "地级以上市" | "地级市":
            return ("市",)
        case "州":
            return ("自治州",)
        case word:
            return (word,)
