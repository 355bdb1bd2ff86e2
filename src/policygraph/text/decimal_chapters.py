"""5. before 5.1: a chapter whose point is printed, among chapters without one.

1 总则, 1.1 编制目的 … 5. 灾后处置, 5.1 设施抢修: a plan that is edited by several hands mixes both.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from policygraph.model.structure import Label

_POINTED = ("ar-dot", "ar-comma")


def decimal_chapters(candidates: Sequence[Label | None]) -> list[Label | None]:
    """Give the labels of a zone, 5. as a decimal where 5.1 comes next and others have no point.

    So is 5. where 1. 2. 3. are items of 4.2 as well, and a chapter 6. without sections behind it.

    Args:
        candidates: for each paragraph of the zone the label it begins with, or None.
    """
    found = list(candidates)
    labels = [(index, label) for index, label in enumerate(candidates) if label]
    if not _are_mixed([label for _, label in labels]):
        return found
    chapter = item = 0  # numbers of the chapter and of the item before
    for place, (index, label) in enumerate(labels):
        bare = label.number.isdecimal()
        if label.style == "decimal" and bare:
            chapter, item = int(label.number), 0
        if label.style not in _POINTED or not bare:
            continue
        number, behind = int(label.number), labels[place + 1 :][:2]
        alone = chapter and number == chapter + 1 != item + 1  # 6. without sections
        if _heads([(index, label)], number, behind[:1]) or (
            alone and _heads(behind[:1], number + 1, behind[1:])
        ):
            found[index] = replace(label, style="decimal")
            chapter, item = number, 0
        else:
            item = number
    return found


_Placed = tuple[int, Label]


def _heads(chapter: Sequence[_Placed], number: int, behind: Sequence[_Placed]) -> bool:
    """Say whether a label has a number, and what comes next is 5.1, or 5.1.1, of it; or the end."""
    if not chapter:
        return True
    label = chapter[0][1]
    sections = (f"{number}.1", f"{number}.1.1")
    return label.number == f"{number}" and bool(behind) and behind[0][1].number in sections


def _are_mixed(labels: Sequence[Label]) -> bool:
    """Say whether chapters cannot be told by their style: some have no point, or items have one."""
    if any(label.style == "decimal" and label.number.isdecimal() for label in labels):
        return True
    return any(
        inner.style in _POINTED and inner.number == "1" and outer.style == "decimal"
        for outer, inner in itertools.pairwise(labels)
    )
