"""Collective names of governments -> the governments they stand for.

各县（市、区）人民政府 said in 晋城市 are the governments of its counties, county-level cities and
districts, as the table of divisions has them today. 各有关部门 and 辖区金融机构 have no members:
which they are, no table says.
"""

import re

from policygraph.expression import expression
from policygraph.model.reform import Body
from policygraph.registry.places import MUNICIPALITIES, NATION, Place
from policygraph.registry.registry import Registry

_GROUP = expression(r"各(?P<places>[^各]{1,24}?)(?:人民政府|政府)?")
_UNKNOWN = r"省直管县[（(]市[）)]|省直管县级市|省直管县|直管市|地区|盟"
_ATOM = expression(
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
    """Read which divisions are named: by level, how their names end; {} if a word is unknown."""
    atoms = list(_ATOM.finditer(words))
    said = [atom for atom in atoms if atom.lastgroup]
    if "".join(atom.group() for atom in atoms) != words:
        return {}  # 各有关部门, 各街道办事处: no divisions
    if above.code == NATION:
        return _of_the_nation([atom.group() for atom in said])
    in_province = above.level == "province" and above.code not in MUNICIPALITIES
    if in_province and [atom.group() for atom in said] == ["市", "区"]:
        said = said[:1]  # the district is one that the province manages, and no urban one
    found: dict[str, set[str]] = {}
    counties = [index for index, atom in enumerate(said) if atom["county"]]
    for index, atom in enumerate(said):
        level = _level(atom, in_province, before_counties=index < min([*counties, len(said)]))
        if level == "prefecture" or (level and above.level in ("province", "prefecture")):
            found.setdefault(level, set()).add(_ending(atom))
    if in_province and counties and any(atom["either"] for atom in said):
        found["county"].add("市")  # 各市、县 have the county-level cities among them
    return {level: tuple(endings) for level, endings in found.items()}


def _of_the_nation(words: list[str]) -> dict[str, tuple[str, ...]]:
    """各省（区、市）, 各省、自治区、直辖市 and 各省级 are all; 各市、县 cannot be told here."""
    endings = {"省": "省", "自治区": "自治区", "区": "自治区", "直辖市": "市", "市": "市"}
    if words == ["省级"]:
        return {"province": ("省", "自治区", "市")}
    if words[:1] not in (["省"], ["自治区"], ["直辖市"]) or set(words) - set(endings):
        return {}
    return {"province": tuple({endings[word] for word in words})}


def _level(atom: re.Match[str], in_province: bool, *, before_counties: bool) -> str:
    """Tell the level of a word; in a province 市 is a prefecture unless it stands behind 县."""
    if atom["city"] or atom["prefecture"]:
        return "prefecture" if in_province else ""
    if atom["either"]:
        return "prefecture" if in_province and before_counties else "county"
    return "county" if atom["county"] else ""


def _ending(atom: re.Match[str]) -> str:
    if atom["prefecture"]:
        return "自治州"
    return "市" if atom["city"] else atom.group()
