"""A text as pieces with their histories, and edits of it."""

from bisect import bisect_left, insort
from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from policygraph.consolidation.outcome import Piece
from policygraph.model.source import Span


class Dated(NamedTuple):
    """An edit of the text as it reads now, and the change that makes it.

    Attributes:
        rank: order of what is put in at the same place.
    """

    span: Span
    new: str
    change: int
    rank: int = 0


class Taken:
    """Edits of one document; none changes characters that another does."""

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._edits: list[Dated] = []

    def holds(self, span: Span) -> bool:
        """Say whether an edit changes characters of a span, or puts words inside it."""
        at = bisect_left(self._spans, Span(span.end, -1)) - 1  # the last that begins before
        return at >= 0 and self._spans[at].end > span.start

    def add(self, edits: Iterable[Dated]) -> None:
        """Add edits that change none of the characters of those there are."""
        for edit in edits:
            insort(self._spans, edit.span)
            self._edits.append(edit)

    def in_order(self) -> list[Dated]:
        """Give all in the order of the text."""
        return sorted(self._edits, key=lambda one: (one.span, one.rank))


def edited(pieces: Iterable[Piece], edits: Sequence[Dated]) -> list[Piece]:
    """Carry edits out that do not overlap.

    Args:
        pieces: the text; offsets of edits count the pieces that stand.
        edits: in the order of their spans.
    """
    done: list[Piece] = []
    waiting = deque(edits)
    at = 0
    for piece in pieces:
        if piece.removed is not None:
            done.append(piece)
            continue
        rest, at_rest = piece, at
        while rest.text and waiting and waiting[0].span.start < at_rest + len(rest.text):
            edit = waiting[0]
            before, rest = _cut(rest, edit.span.start - at_rest)
            at_rest += len(before.text)
            gone, rest = _cut(rest, edit.span.end - at_rest)
            at_rest += len(gone.text)
            ended = edit.span.end <= at_rest
            done += [before, gone._replace(removed=edit.change)]
            if ended:
                done.append(Piece(edit.new, added=edit.change))
                waiting.popleft()
            else:
                break
        done.append(rest)
        at += len(piece.text)
    done += [Piece(edit.new, added=edit.change) for edit in waiting]
    return [piece for piece in done if piece.text]


def _cut(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """Cut a piece in two at an offset inside it; what lies outside counts as its edge."""
    at = min(max(at, 0), len(piece.text))
    start = None if piece.start is None else piece.start + at
    return piece._replace(text=piece.text[:at]), piece._replace(text=piece.text[at:], start=start)
