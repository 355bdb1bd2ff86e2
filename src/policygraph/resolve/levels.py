"""Lists of units in context: the level that a list leaves out is restored.

省工业和信息化厅、发展改革委 means 省发展改革委; 各县（市、区）人民政府、开发区管委会 means
各开发区管委会; 辖区金融机构、保险机构 means 辖区保险机构.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.bodies.units import is_unit
from policygraph.model.facts import Responsibility
from policygraph.model.quick import quick_tuple
from policygraph.registry.places import Place
from policygraph.registry.registry import Registry

LEVEL_WORDS = ("自治区", "省", "市", "区", "县", "州", "盟", "旗")
_SHARED = ("各", "辖区", "驻")
# 示范区财政局、税务局: an area that has offices of its own stands like a level
_AREA = expression(
    r"(?P<area>(?:示范区|试验区|实验区|新区|高新区|经开区|开发区|度假区|风景区|保税区|地区))(?P<office>(?!分局)[\u4e00-\u9fff]{2}.*)"
)
# 云岭产业集聚区管委会 has a name of its own; 开发区管委会, 高新技术开发区管委会 have none
_NAMED_ZONE = expression(
    "(?!(?:省|市|县|各|国家)级)(?!经济|高新|工业|产业|旅游|文化|综合|自贸|保税|出口|物流|农业|科技|现代|城乡|生态)"
    "[\u4e00-\u9fff]{2,6}?(?:经济|高新|工业|产业|旅游|文化|综合|保税|物流|农业|科技|生态)[\u4e00-\u9fff]{0,8}区管(?:委|理委员)会"
)
_COMMITTEE = "委"  # of the party
_BARE_BODIES = (
    "厅", "局", "委", "办", "部", "委员会", "办公室", "中心", "署", "科学院", "农科院", "社科院",
    "计划生育协会", "中心管委会",
)  # fmt: skip
_NOTE = expression(r"[（(][^（）()]{1,16}[）)]$")  # 住建局（人防办）: a second name


@lru_cache(maxsize=4096)  # few names are told only once
def level_word(name: str, registry: Registry) -> str:
    """Give the level word with which a name begins: 省财政厅 -> 省; "" where there is none.

    市场监管局 begins with the character but not with the level; 市委 is the committee of the level.
    """
    if not name.startswith(LEVEL_WORDS) or registry.departments.knows(name):
        return ""
    for word in LEVEL_WORDS:
        rest = name.removeprefix(word)
        if rest == _COMMITTEE:
            return word
        if rest != name and len(rest) >= 2 and not rest.startswith(("场", "域", "政管理", "级")):
            return word
    return ""


@lru_cache(maxsize=4096)
def _area_word(name: str, registry: Registry) -> str:
    """Give the area with which the name of an office of it begins: 示范区财政局 -> 示范区."""
    match = _AREA.match(name)
    return match["area"] if match and _is_bare_department(match["office"], registry) else ""


@lru_cache(maxsize=4096)  # few names are told only once
def is_group(name: str, registry: Registry) -> bool:
    """Say whether a name stands for several units: 各县区政府, 辖区金融机构, 税务部门."""
    words = registry.words
    if name.startswith(words.group_heads) or "各" in name[:6]:
        return True
    if "、" in name and name.endswith("政府"):
        return True  # 市州、县市区人民政府
    return name.endswith(words.group_tails) or "有关" in name or "相关" in name


class Levelled(NamedTuple):
    """A row, its name with the level restored, and whether that is a collective."""

    row: Responsibility
    resolved: str
    group: bool


_levelled_of = quick_tuple(Levelled)


def resolve_levels(rows: Sequence[Responsibility], registry: Registry) -> Iterator[Levelled]:
    """Restore in each list of units what its names leave out."""
    for _, listed in groupby(rows, key=lambda r: (r.clause, r.segment, r.inherited, r.rule)):
        yield from _resolved_list(listed, registry)


def _resolved_list(listed: Iterable[Responsibility], registry: Registry) -> Iterator[Levelled]:
    level = shared = ""
    party = False  # the last name with a level is of the party
    for row in listed:
        name = row.as_written
        own = level_word(name, registry)
        resolved = name
        if own:
            level, shared, party = own, "", name.startswith(f"{own}委")
        elif area := _area_word(name, registry):
            level = level if level or shared else area
        elif name.startswith(_SHARED):
            shared = next(head for head in _SHARED if name.startswith(head))
        elif _has_own_place(name, registry):
            shared = ""  # 各县区政府、云岭示范区、开发区管委会
        elif party and registry.departments.knows(f"委{name}"):  # 省委组织部、宣传部
            resolved = f"{level}委{name}"
        elif level and _is_bare_department(name, registry) and not shared:
            resolved = level + name
        elif shared and _takes_shared(name, shared, registry):
            resolved = shared + name
        yield _levelled_of((row, resolved, is_group(resolved, registry)))


@lru_cache(maxsize=4096)
def _has_own_place(name: str, registry: Registry) -> bool:
    """河南银保监局, 国家税务总局…, 人行…: names that stand by themselves."""
    if name.startswith(registry.words.own_prefixes):
        return True
    if registry.departments.knows(name):
        return False  # 公安厅 begins like 公安县 and is a department
    place = registry.places.at_start(name)
    if is_group(name, registry):
        whole = place is not None and name.startswith(place[0].name)  # 某市联席会议成员单位
        return whole or not name.endswith(registry.words.group_tails)
    # 岚江银保监分局: the place stands where that of a branch does, though no table may know it
    named = place is not None and not _is_word(name, *place, registry)
    return named or registry.departments.holds_a_place(name)


def _is_word(name: str, place: Place, length: int, registry: Registry) -> bool:
    """资源生态局: a county's short name that is a word of departments too, and no office behind."""
    departments, read = registry.departments, name[:length]
    return (
        place.level == "county"
        and read == place.short != place.name
        and not departments.knows(name[length:])
        and not name.endswith(("政府", "县委", "政协"))
        and departments.speaks_of(read)
    )


def _is_bare_department(name: str, registry: Registry) -> bool:
    if name[-1:] in "）)":
        name = _NOTE.sub("", name)
    return registry.departments.knows(name) or (
        is_unit(name, registry.words) and name.endswith((*_BARE_BODIES, "成员单位"))
    )


def _takes_shared(name: str, shared: str, registry: Registry) -> bool:
    if shared == "辖区":
        return name.endswith(registry.words.group_tails)
    if _NAMED_ZONE.match(name):
        return False
    return not registry.departments.knows(name) and name.endswith(
        ("管委会", "管委", "办事处", "政府")
    )
