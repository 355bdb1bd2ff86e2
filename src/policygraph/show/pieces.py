"""A text cut where facts begin and end, so that each piece has one look."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.show.facts import LINES, WAVES, Fact, Tone

_BREAK = expression("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LOOSE = " \t\u3000\u2002\u2003\u00a0"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same facts.

    Attributes:
        text: the characters, line breaks closed up.
        facts: numbers of the facts it lies in, the shortest first.
        tone: colour of the shortest fact that is marked by one; None: of none.
        second: colour of the next shortest, shown as a bar.
        line: colour of a fact that is marked by a line under the words.
        wave: severity of a finding.
    """

    text: str
    facts: tuple[int, ...] = ()
    tone: Tone | None = None
    second: Tone | None = None
    line: Tone | None = None
    wave: Tone | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    span: Span
    facts: tuple[Fact, ...]


class Cutter:
    """A text with its facts, ready to be cut."""

    def __init__(self, text: str, facts: Sequence[Fact]) -> None:
        self._text = text
        self._runs = list(_runs(len(text), facts))
        self._starts = [run.span.start for run in self._runs]

    def cut(self, span: Span) -> Iterator[Piece]:
        """Cut ``span`` of the text where facts begin and end."""
        index = max(0, bisect_right(self._starts, span.start) - 1)
        while index < len(self._runs) and self._runs[index].span.start < span.end:
            run = self._runs[index]
            inside = Span(max(run.span.start, span.start), min(run.span.end, span.end))
            text = closed_up(self._text, inside)
            if text:
                yield _piece(text, run.facts)
            index += 1


def _runs(length: int, facts: Sequence[Fact]) -> Iterator[_Run]:
    """Divide a text at the ends of all spans; each run with the facts over it."""
    spans = sorted((s.start, s.end, f.number) for f in facts for s in f.spans if s.end > s.start)
    by_number = {fact.number: fact for fact in facts}
    edges = sorted({0, length, *(e for s in spans for e in s[:2] if 0 <= e <= length)})
    open_until: list[tuple[int, int]] = []
    position = 0
    for start, end in itertools.pairwise(edges):
        while position < len(spans) and spans[position][0] <= start:
            heappush(open_until, (spans[position][1], spans[position][2]))
            position += 1
        while open_until and open_until[0][0] <= start:
            heappop(open_until)
        over = dict.fromkeys(number for _, number in sorted(open_until))
        yield _Run(Span(start, end), tuple(by_number[number] for number in over))


def _piece(text: str, facts: tuple[Fact, ...]) -> Piece:
    ordered = sorted(facts, key=lambda f: (sum(s.end - s.start for s in f.spans), f.number))
    tones = list(dict.fromkeys(f.tone for f in ordered))
    fills = [tone for tone in tones if tone not in (*LINES, *WAVES)]
    return Piece(
        text,
        tuple(fact.number for fact in ordered),
        fills[0] if fills else None,
        fills[1] if len(fills) > 1 else None,
        next((tone for tone in tones if tone in LINES), None),
        min((tone for tone in tones if tone in WAVES), key=WAVES.index, default=None),
    )


def closed_up(text: str, span: Span) -> str:
    """Give ``text[span]`` as it runs on: a line break inside Chinese stands for nothing."""
    words = text[span.start : span.end]
    if not _BREAK.search(words):
        return words
    parts = [part.strip(_LOOSE) for part in words.splitlines()]
    joined = parts[0]
    for part in parts[1:]:
        ascii_both = joined[-1:].isascii() and part[:1].isascii() and joined and part
        joined += (" " if ascii_both else "") + part
    return joined
