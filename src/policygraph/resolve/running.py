"""Numbers that run through all sections of a plan, and which unit 第3条 means beside them.

A list of measures counts its sections 一、二、三、 and its measures 1. to 20. through all of them.
Both bear a third; the number itself is how a change names the measure.
"""

from collections.abc import Iterable, Mapping

from policygraph.expression import expression
from policygraph.model.structure import Clause

_ARABIC = expression(r"\s*第?\s*(\d{1,3})")


def running_numbers(clauses: Iterable[Clause]) -> dict[str, str]:
    """Give the path of each unit with a running number, by its number; empty where none run.

    They run where numbers in digits only rise, over two sections at least. A text of articles has
    none: its articles bear the numbers.
    """
    found: dict[str, str] = {}
    parents: set[str | None] = set()
    last = 0
    for clause in sorted(clauses, key=lambda one: one.start):
        number = clause.path.rpartition("/")[2]
        if clause.style == "article":
            return {}
        if "/" not in clause.path or clause.path.startswith("annex"):
            continue
        if not clause.label[:1].isdecimal():
            continue
        if not number.isdecimal() or int(number) <= last:
            return {}
        last = int(number)
        found[number] = clause.path
        parents.add(clause.parent)
    return found if len(parents) > 1 else {}


def meant_by(locator: str, printed: str, running: Mapping[str, str]) -> tuple[str, ...]:
    """Give the locators that a place as printed may mean: of running numbers, of sections, or both.

    第3条 is the running number; 第三条 may be either. What is not printed as a 条 or in digits is
    left as it is.
    """
    head, *inner = locator.split("/")
    if head not in running or (inner and "条" not in printed):
        return (locator,)
    number = "/".join((running[head], *inner))
    digits = _ARABIC.match(printed)
    if digits:
        return (number,) if int(digits[1]) == int(head) else (locator,)
    return (locator, number) if "条" in printed else (locator,)
