"""Which labels are true, and which style stands inside which: decided by the whole document.

A paragraph may begin with what looks like a label and is none (a year, 三四线城市, a list that is
quoted). A label is believed when its number fits a sequence. Which style encloses which is not
assumed either: in one document 一、 holds 第一条, in another 第一条 holds 一、.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from policygraph.model.finding import Finding
from policygraph.model.structure import Label
from policygraph.text.labels import LAW_STYLES, level, ordinal

_AHEAD = 200  # paragraphs
_MAX_GAP = 3  # a number may skip this many and still be believed, with a finding
RULE = "numbering.sequence"


@dataclass(slots=True)
class _Sequences:
    """Numbers seen so far: in the open scope of each level, and last of all."""

    order: dict[str, int]
    opened: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    def expected(self, name: str) -> set[int]:
        return {1, self.opened.get(name, 0) + 1, self.last.get(name, 0) + 1}

    def accept(self, name: str, number: int) -> None:
        rank = self.order[name]
        for other in [o for o in self.opened if self.order[o] > rank]:
            del self.opened[other]
        self.opened[name] = number
        self.last[name] = number


def nesting(labels: Iterable[Label]) -> dict[str, int]:
    """Rank the levels of a zone, outermost 0.

    A level that restarts at 1 behind labels of another one stands inside it; otherwise the
    level that occurs first is the outer one.
    """
    names = [(level(label), ordinal(label)) for label in labels]
    first: dict[str, int] = {}
    restarts: Counter[tuple[str, str]] = Counter()
    previous = ""
    for index, (name, number) in enumerate(names):
        first.setdefault(name, index)
        if number == 1 and previous and previous != name:
            restarts[name, previous] += 1
        previous = name
    ranked: list[str] = []
    for name in sorted(first, key=lambda n: first[n]):
        place = len(ranked)
        while place and _encloses(name, ranked[place - 1], restarts):
            place -= 1
        ranked.insert(place, name)
    return {name: rank for rank, name in enumerate(ranked)}


def _encloses(outer: str, inner: str, restarts: Counter[tuple[str, str]]) -> bool:
    """Say whether ``outer`` encloses ``inner`` although it occurs later."""
    return restarts[inner, outer] > max(1, restarts[outer, inner])


def accept_labels(
    candidates: Sequence[Label | None],
) -> tuple[tuple[Label | None, ...], tuple[Finding, ...]]:
    """Keep the labels of one zone whose numbers fit; report gaps and repetitions.

    Args:
        candidates: for each paragraph of the zone the label it begins with, or None.

    Returns:
        the same sequence with None for those not believed, and findings.
    """
    order = nesting(label for label in candidates if label)
    state = _Sequences(order)
    accepted: list[Label | None] = []
    findings: list[Finding] = []
    for index, label in enumerate(candidates):
        code = _judge(label, state, candidates[index + 1 :]) if label else "rejected"
        if label is None or code == "rejected":
            accepted.append(None)
            continue
        if code:
            findings.append(Finding(code, label.span, RULE, label.printed))
        state.accept(level(label), ordinal(label))
        accepted.append(label)
    return tuple(accepted), tuple(findings)


def _judge(label: Label, state: _Sequences, rest: Sequence[Label | None]) -> str:
    """Give the finding code for an accepted label, "" for none, or "rejected"."""
    name, number = level(label), ordinal(label)
    if number in state.expected(name) or "-" in label.number:
        return ""
    if name not in state.last:
        follows = _next_of(name, rest) == number + 1
        return "clause.number-gap" if label.style in LAW_STYLES or follows else "rejected"
    expected = state.opened.get(name, state.last[name]) + 1
    if number == expected - 1:
        return "clause.number-repeated"
    following = [ordinal(other) for other in rest[:_AHEAD] if other and level(other) == name]
    if number < expected or expected in following:
        return "rejected"  # the number that is missing comes later: this was no label
    near = number - expected < _MAX_GAP or label.style in LAW_STYLES
    return "clause.number-gap" if near or number + 1 in following[:1] else "rejected"


def _next_of(name: str, rest: Sequence[Label | None]) -> int | None:
    same = (ordinal(label) for label in rest[:_AHEAD] if label and level(label) == name)
    return next(same, None)
