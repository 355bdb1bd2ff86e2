"""Names that the end of a line cuts into two parts that look like units by themselves.

县委 / 宣传部, 县人力资源和社 / 会保障局, 县卫生健康委 / 员会; but 县财政局 / 教育局 are two units.
"""

_HEADS, _HEAD = ("委", "政府"), 4  # 县委, 区政府: offices of theirs print no level of their own
_JOINTS = (("社", "会"), ("委", "员会"))
# what names nobody by itself
_TAILS = frozenset(
    ("管委", "管委会", "管理委员会", "委员会", "人民政府", "政府", "办事处", "成员单位")
)
_REST = 3  # characters of an office of a committee or government that stand in the next line


def are_one(first: str, rest: str) -> bool:
    """Say whether two units at the end of a line and the begin of the next are one name."""
    if rest in _TAILS:
        return True
    if any(first.endswith(end) and rest.startswith(begin) for end, begin in _JOINTS):
        return True
    return first.endswith(_HEADS) and len(first) <= _HEAD and len(rest) <= _REST
