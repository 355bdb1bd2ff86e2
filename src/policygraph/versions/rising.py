"""The longest run of numbers that rise: what keeps its order where some things were moved."""

from bisect import bisect_left
from collections.abc import Sequence


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """Give the numbers of a longest rising run (patience sorting); each occurs once."""
    tops: list[int] = []  # the least number that a run of each length can end with
    before: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(tops, number)
        before[number] = tops[length - 1] if length else None
        tops[length : length + 1] = [number]
    run: set[int] = set()
    at = tops[-1] if tops else None
    while at is not None:
        run.add(at)
        at = before[at]
    return run
