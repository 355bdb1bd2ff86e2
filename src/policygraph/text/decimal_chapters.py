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

    Args:
        candidates: for each paragraph of the zone the label it begins with, or None.
    """
    found = list(candidates)
    labels = [(index, label) for index, label in enumerate(candidates) if label]
    if not any(label.style == "decimal" and label.number.isdecimal() for _, label in labels):
        return found
    for (index, label), (_, following) in itertools.pairwise(labels):
        if label.style in _POINTED and following.number == f"{label.number}.1":
            found[index] = replace(label, style="decimal")
    return found
