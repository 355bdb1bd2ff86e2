"""Which labels are true, and which style stands inside which: decided by the whole document.

A paragraph may begin with what looks like a label and is none (a year, 三四线城市, a list that is
quoted). A label is believed when its number fits a sequence. Which style encloses which is not
assumed either: in one document 一、 holds 第一条, in another 第一条 holds 一、.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from policygraph.model.finding import Finding
from policygraph.model.source import Span
from policygraph.model.structure import Label
from policygraph.text.labels import LAW_STYLES, level, ordinal

# GB/T 9704-2012, 7.3.3: 一、 holds （一）, which holds 1., which holds （1）
_STANDARD = {("cn-comma", "cn-paren"), ("cn-paren", "ar-dot"), ("ar-dot", "ar-paren")}
_AHEAD = 200  # paragraphs
_NEAR = 3  # paragraphs behind a heading in which its first item stands
_RUN = 2  # labels behind a greater gap that must rise for it to be believed
_MAX_GAP = 3  # a number may skip this many and still be believed, with a finding
RULE = "numbering.sequence"
_DECIMALS = ("decimal-2", "decimal-3", "decimal-4")


@dataclass(slots=True)
class _Sequences:
    """Numbers seen so far: in the open scope of each level, and last of all."""

    order: dict[str, int]
    restarting: frozenset[str] = frozenset()  # levels that begin at 1 more than once
    opened: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    def expects(self, name: str, number: int) -> bool:
        before = number - 1
        return before in (0, self.opened.get(name, 0), self.last.get(name, 0))

    def accept(self, name: str, number: int) -> None:
        order, opened = self.order, self.opened
        rank = order[name]
        if len(opened) > (name in opened):  # else there is no other
            for other in [o for o in opened if order[o] > rank]:
                del opened[other]
        self.opened[name] = number
        self.last[name] = number


def nesting(labels: Sequence[Label], headings: Collection[Span] = ()) -> dict[str, int]:
    """Rank the levels of a zone, outermost 0.

    A level that restarts at 1 behind labels of another one stands inside it; a level whose
    labels are bare headings encloses the one whose labels follow them; otherwise the level that
    occurs first is the outer one.

    Args:
        labels: the labels of the zone in order.
        headings: spans of those labels behind which nothing but a heading stands.
    """
    return _nesting([(level(label), ordinal(label)) for label in labels], labels, headings)


_Named = tuple[str, int]  # the level of a label and its number


def _nesting(
    names: Sequence[_Named], labels: Sequence[Label], headings: Collection[Span]
) -> dict[str, int]:
    if len(names) < 2:
        return {name: 0 for name, _ in names}
    first: dict[str, int] = {}
    pairs = _Pairs(Counter(name for name, _ in names))
    previous = ""
    for index, ((name, number), label) in enumerate(zip(names, labels, strict=True)):
        if name != previous:
            first.setdefault(name, index)
            if previous:
                pairs.follows[name, previous] += 1
                if number == 1:
                    pairs.restarts[name, previous] += 1
            previous = name
        if label.span in headings:
            pairs.bare[name] += 1
    ranked: list[str] = []
    for name in sorted(first, key=lambda n: first[n]):
        place = len(ranked)
        while place and pairs.encloses(name, ranked[place - 1]):
            place -= 1
        ranked.insert(place, name)
    return {name: rank for rank, name in enumerate(_lawful(ranked))}


def _lawful(ranked: list[str]) -> list[str]:
    """Put 编, 章, 节 and 条 into their order: each that came late goes right before the inner one.

    What articles hold stays inside them, also where the first 节 comes behind the first （一）.
    3.2.1 goes right behind 3.2, also where （1） came before the first of them.
    """
    ordered = list(ranked)
    for outer, deeper in itertools.pairwise(_DECIMALS):
        if outer in ordered and deeper in ordered[ordered.index(outer) + 2 :]:
            ordered.remove(deeper)
            ordered.insert(ordered.index(outer) + 1, deeper)
    inner = ""
    for name in reversed(LAW_STYLES):
        if name not in ordered:
            continue
        if inner and ordered.index(name) > ordered.index(inner):
            ordered.remove(name)
            ordered.insert(ordered.index(inner), name)
        inner = name
    return ordered


@dataclass(slots=True)
class _Pairs:
    """How the levels of a zone follow each other.

    Attributes:
        count: labels of each level.
        restarts: (inner, outer) -> how often inner begins at 1 right behind outer.
        follows: (inner, outer) -> how often inner comes right behind outer.
        bare: labels of each level that are bare headings.
    """

    count: Counter[str]
    restarts: Counter[tuple[str, str]] = field(default_factory=Counter)
    follows: Counter[tuple[str, str]] = field(default_factory=Counter)
    bare: Counter[str] = field(default_factory=Counter)

    def encloses(self, outer: str, inner: str) -> bool:
        """Say whether ``outer`` encloses ``inner`` although it occurs later."""
        inside, outside = self.restarts[inner, outer], self.restarts[outer, inner]
        if inside > max(1, outside):
            return True
        if inside and not outside and (outer, inner) in _STANDARD:
            return True
        if outside > 1 or self.count[outer] < 2:
            return False
        led = self.follows[inner, outer] == self.count[outer]  # each outer one is followed by one
        headed = self.bare[outer] * 5 >= self.count[outer] * 4
        return led and headed and self.bare[inner] * 2 < self.count[inner]


def accept_labels(
    candidates: Sequence[Label | None], headings: Collection[Span] = (), *, begins: bool = False
) -> tuple[tuple[Label | None, ...], tuple[Finding, ...]]:
    """Keep the labels of one zone whose numbers fit; report gaps.

    Args:
        candidates: for each paragraph of the zone the label it begins with, or None.
        headings: as for ``nesting``.
        begins: the zone begins with the first words of the text. A label that stands there is
            believed whatever its number: an excerpt may begin in the middle.

    Returns:
        the same sequence with None for those not believed, and findings.
    """
    labels = [label for label in candidates if label]
    names = [(level(label), ordinal(label)) for label in labels]
    ones = Counter(name for name, number in names if number == 1)
    again = frozenset(name for name, times in ones.items() if times > 1)
    state = _Sequences(_nesting(names, labels, headings), again)
    named = iter(names)
    accepted: list[Label | None] = []
    findings: list[Finding] = []
    for index, label in enumerate(candidates):
        if label is None:
            accepted.append(None)
            continue
        name, number = next(named)
        code = ""
        if not state.expects(name, number) and "-" not in label.number:
            code = _judge(label, state, _following(candidates, index))
        if index == 0 and code == "rejected" and begins:
            code = "clause.number-gap"
        if code == "rejected":
            accepted.append(None)
            continue
        if code:
            findings.append(Finding(code, label.span, RULE, label.printed))
        state.accept(name, number)
        accepted.append(label)
    return tuple(accepted), tuple(findings)


def _following(candidates: Sequence[Label | None], index: int) -> Sequence[Label | None]:
    """Give the candidates that are looked at ahead; a bounded number, so that time is linear."""
    return candidates[index + 1 : index + 1 + _AHEAD]


def _judge(label: Label, state: _Sequences, rest: Sequence[Label | None]) -> str:
    """Give the finding code for a label whose number is not the next one, or "rejected"."""
    name, number = level(label), ordinal(label)
    if name not in state.last:
        after = _next_of(name, rest) or 0
        near = name == "cn-paren" and number < after < number + _MAX_GAP
        follows = after == number + 1 or near or _heads(label, state, rest)
        return "clause.number-gap" if label.style in LAW_STYLES or follows else "rejected"
    expected = state.opened.get(name, state.last[name]) + 1
    if name not in state.opened and _is_below(label, state):
        return "clause.number-gap"
    if name not in state.opened and 1 < number <= _MAX_GAP:
        # in a new scope whose first label is lost
        return "clause.number-gap" if _next_of(name, rest) == number + 1 else "rejected"
    if number == expected - 1:
        return ""  # printed twice: told where the paths are made
    following = _of_level(name, rest, state)
    if number < expected or expected in following:
        return "rejected"  # the number that is missing comes later: this was no label
    near = number - expected < _MAX_GAP or label.style in LAW_STYLES
    near = near or number + 1 in following[:1] or _rises(label, following)
    return "clause.number-gap" if near else "rejected"


def _is_below(label: Label, state: _Sequences) -> bool:
    """Say whether 7.3 stands in an open 7: it says itself where it belongs."""
    outer = label.number.split(".")[:-1]
    if label.style != "decimal" or not outer:
        return False
    return state.opened.get(f"decimal-{len(outer)}") == int(outer[-1])


def _of_level(name: str, rest: Sequence[Label | None], state: _Sequences) -> list[int]:
    """Give the numbers of a level that follow; of one that restarts, those in the same scope."""
    found: list[int] = []
    for other in rest:
        if other is None:
            continue
        if level(other) == name:
            found.append(ordinal(other))
        elif name in state.restarting and state.order[level(other)] < state.order[name]:
            break
    return found


def _rises(label: Label, following: Sequence[int]) -> bool:
    """Say whether labels like （十八） go on rising behind a gap: several before it are lost."""
    run = [ordinal(label), *following[:_RUN]]
    rising = all(a < b for a, b in itertools.pairwise(run))
    return label.style == "cn-paren" and len(run) > _RUN and rising


def _heads(label: Label, state: _Sequences, rest: Sequence[Label | None]) -> bool:
    """Say whether 四、 heads items that begin anew behind it: （二）（三） 四、（一）."""
    inner = next((other for other in rest[:_NEAR] if other), None)
    if label.style != "cn-comma" or inner is None or ordinal(inner) != 1:
        return False
    return state.opened.get(level(inner), 0) > 1


def _next_of(name: str, rest: Sequence[Label | None]) -> int | None:
    same = (ordinal(label) for label in rest if label and level(label) == name)
    return next(same, None)
