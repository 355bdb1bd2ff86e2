"""Which unit of an old version is which of a new one.

Units with the same words stand for themselves; between them those that are most alike are paired in
their order; what is left over and nearly the same was moved. Numbers alone prove nothing: behind
an article that was put in, each bears the number of another.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isqrt

from rapidfuzz import fuzz

from policygraph.versions.rising import longest_rising
from policygraph.versions.unit import Unit

Pairing = tuple[int | None, int | None]  # places in the old and the new version

_ALIKE = 0.45  # from here two units between the same neighbours are one
_NEARLY = 0.8  # from here they are one wherever they stand
_SAME_PLACE = 0.1  # what the same path is worth
_LONGEST = 2000  # characters by which likeness is measured
_TABLE = 40_000  # pairs of units that are weighed between two that are the same
_MOVED = 40_000  # pairs of units left over that are weighed
_WEIGHT = 4_000_000_000  # characters of the one times those of the other, of all pairs: a second
_SHORTEST = 100  # characters by which likeness is measured where there are many pairs


def paired(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pairing]:
    """Pair the units of two versions.

    Args:
        old: units of the old version, in order.
        new: units of the new one.

    Returns:
        Each unit once: pairs and new units in the order of the new version, those of the old one
        that have no partner behind the unit they followed.
    """
    fixed = _same(old, new)
    found: dict[int, int] = dict(fixed)
    borders = [(-1, -1), *fixed, (len(old), len(new))]
    gaps = [(range(a + 1, c), range(b + 1, d)) for (a, b), (c, d) in pairwise(borders)]
    longest = _measured(sum(_weighed(left, right) for left, right in gaps))
    for left, right in gaps:
        found.update(_alike(old, new, left, right, longest))
    found.update(_moved(old, new, found))
    return _in_order(len(old), len(new), found)


def _same(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pair units whose words occur once in both and that keep their order (patience diff)."""
    counts = Counter(unit.words for unit in old), Counter(unit.words for unit in new)
    once = {words for words, n in counts[0].items() if n == 1 and counts[1][words] == 1 and words}
    place = {unit.words: at for at, unit in enumerate(new) if unit.words in once}
    pairs = [(at, place[unit.words]) for at, unit in enumerate(old) if unit.words in once]
    kept = longest_rising([b for _, b in pairs])
    return [pair for pair in pairs if pair[1] in kept]


def _weighed(left: range, right: range) -> int:
    """Count the pairs that are weighed between two that are the same."""
    pairs = len(left) * len(right)
    return pairs if pairs <= _TABLE else min(len(left), len(right))


def _measured(pairs: int) -> int:
    """Give by how many characters likeness is measured, the fewer the more pairs there are."""
    return min(_LONGEST, max(_SHORTEST, isqrt(_WEIGHT // max(pairs, 1))))


def _alike(
    old: Sequence[Unit], new: Sequence[Unit], left: range, right: range, longest: int
) -> Iterator[tuple[int, int]]:
    """Pair what stands between two units that are the same: the likest pairs in their order."""
    if not left or not right:
        return
    if len(left) * len(right) > _TABLE:
        yield from _by_path(old, new, left, right, longest)
        return
    worth = [[_worth(old[a], new[b], longest) for b in right] for a in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for a in range(len(left) - 1, -1, -1):
        for b in range(len(right) - 1, -1, -1):
            taken = worth[a][b] + best[a + 1][b + 1] if worth[a][b] else 0.0
            best[a][b] = max(taken, best[a + 1][b], best[a][b + 1])
    a = b = 0
    while a < len(left) and b < len(right):
        if worth[a][b] and best[a][b] == worth[a][b] + best[a + 1][b + 1]:
            yield left[a], right[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1


def _worth(old: Unit, new: Unit, longest: int) -> float:
    """Say how surely two units are one: 0 where they are not."""
    likeness = _likeness(old, new, longest)
    same = _SAME_PLACE if old.path == new.path else 0.0
    return likeness + same if likeness + same >= _ALIKE else 0.0


def _likeness(old: Unit, new: Unit, longest: int) -> float:
    return fuzz.ratio(old.words[:longest], new.words[:longest]) / 100


def _by_path(
    old: Sequence[Unit], new: Sequence[Unit], left: range, right: range, longest: int
) -> Iterator[tuple[int, int]]:
    """Pair units of the same path that are alike: for versions with too many to weigh them all."""
    places = {new[b].path: b for b in right}
    last = -1
    for a in left:
        b = places.get(old[a].path, -1)
        if b > last and _worth(old[a], new[b], longest):
            last = b
            yield a, b


def _moved(
    old: Sequence[Unit], new: Sequence[Unit], found: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Pair what is left over and nearly the same, the likest first."""
    taken = set(found.values())
    left = [a for a in range(len(old)) if a not in found and old[a].words]
    right = [b for b in range(len(new)) if b not in taken and new[b].words]
    if len(left) * len(right) > _MOVED:
        return
    longest = _measured(len(left) * len(right))
    weighed = sorted(
        (-likeness, a, b)
        for a in left
        for b in right
        if (likeness := _likeness(old[a], new[b], longest)) >= _NEARLY
    )
    gone: set[int] = set()
    come: set[int] = set()
    for _, a, b in weighed:
        if a not in gone and b not in come:
            gone.add(a)
            come.add(b)
            yield a, b


def _in_order(old: int, new: int, found: dict[int, int]) -> list[Pairing]:
    partners = {b: a for a, b in found.items()}
    behind: dict[int, list[int]] = {}  # those without a partner, by the new unit they stood behind
    last = -1
    for a in range(old):
        if a in found:
            last = found[a]
        else:
            behind.setdefault(last, []).append(a)
    rows: list[Pairing] = [(a, None) for a in behind.get(-1, ())]
    for b in range(new):
        rows.append((partners.get(b), b))
        rows += [(a, None) for a in behind.get(b, ())]
    return rows
