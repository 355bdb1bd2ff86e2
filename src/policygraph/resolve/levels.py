"""Lists of units in context: the level that a list leaves out is restored.

省工业和信息化厅、发展改革委 means 省发展改革委; 各县（市、区）人民政府、开发区管委会 means
各开发区管委会; 辖区金融机构、保险机构 means 辖区保险机构.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from policygraph.extract.bodies.units import is_unit
from policygraph.model.facts import Responsibility
from policygraph.registry.registry import Registry

LEVEL_WORDS = ("自治区", "省", "市", "区", "县", "州", "盟", "旗")
_SHARED = ("各", "辖区", "驻")
_BARE_BODIES = ("厅", "局", "委", "办", "部", "委员会", "办公室", "中心", "署")


def level_word(name: str, registry: Registry) -> str:
    """Give the level word with which a name begins: 省财政厅 -> 省; "" where there is none.

    市场监管局 begins with the character but not with the level.
    """
    if not name.startswith(LEVEL_WORDS) or registry.departments.knows(name):
        return ""
    for word in LEVEL_WORDS:
        rest = name.removeprefix(word)
        if rest != name and len(rest) >= 2 and not rest.startswith(("场", "域", "政管理", "级")):
            return word
    return ""


def is_group(name: str, registry: Registry) -> bool:
    """Say whether a name stands for several units: 各县区政府, 辖区金融机构, 税务部门."""
    words = registry.words
    if name.startswith(words.group_heads) or "各" in name[:6]:
        return True
    return name.endswith(words.group_tails) or "有关" in name or "相关" in name


class Levelled(NamedTuple):
    """A row, its name with the level restored, and whether that is a collective."""

    row: Responsibility
    resolved: str
    group: bool


def resolve_levels(rows: Sequence[Responsibility], registry: Registry) -> Iterator[Levelled]:
    """Restore in each list of units what its names leave out."""
    for _, listed in groupby(rows, key=lambda r: (r.clause, r.segment, r.inherited, r.rule)):
        yield from _resolved_list(listed, registry)


def _resolved_list(listed: Iterable[Responsibility], registry: Registry) -> Iterator[Levelled]:
    level = shared = ""
    for row in listed:
        name = row.as_written
        own = level_word(name, registry)
        resolved = name
        if own:
            level, shared = own, ""
        elif name.startswith(_SHARED):
            shared = next(head for head in _SHARED if name.startswith(head))
        elif not _has_own_place(name, registry):
            if level and _is_bare_department(name, registry) and not shared:
                resolved = level + name
            elif shared and _takes_shared(name, shared, registry):
                resolved = shared + name
        yield Levelled(row, resolved, is_group(resolved, registry))


def _has_own_place(name: str, registry: Registry) -> bool:
    """河南银保监局, 国家税务总局…, 人行…: names that stand by themselves."""
    if name.startswith(registry.words.own_prefixes):
        return True
    if registry.departments.knows(name):
        return False  # 公安厅 begins like 公安县 and is a department
    if is_group(name, registry):
        return not name.endswith(registry.words.group_tails)
    # 岚江银保监分局: the place stands where that of a branch does, though no table may know it
    return registry.places.at_start(name) is not None or registry.departments.holds_a_place(name)


def _is_bare_department(name: str, registry: Registry) -> bool:
    return registry.departments.knows(name) or (
        is_unit(name, registry.words) and name.endswith(_BARE_BODIES)
    )


def _takes_shared(name: str, shared: str, registry: Registry) -> bool:
    if shared == "辖区":
        return name.endswith(registry.words.group_tails)
    return not registry.departments.knows(name) and name.endswith(
        ("管委会", "管委", "办事处", "政府")
    )
