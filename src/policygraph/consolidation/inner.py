"""New wording beside old: what of it is new, for people who look for the difference."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from policygraph.consolidation.outcome import Piece
from policygraph.expression import expression

_WORDS = 30  # characters; shorter ones are words that stand for words, and are told whole
_TOKEN = expression(r"\d[\d.,]*|[A-Za-z]+|.", re.S)  # a number is the same or another, never half
_LONG = 3  # tokens that both have; fewer of them between changes tell nothing
_LEAST = 0.3  # of the longer one that both have; below, they are two texts
_MOST = 2_000_000  # characters of the one times those of the other: well below a second


def refined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Take what an old and a new wording share out of both: it stands, for the reader.

    Args:
        pieces: those of a unit, in order; the new wording comes right behind the old.
    """
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        if last and last.removed is not None and last.removed == piece.added:
            done[-1:] = _apart(last, piece)
        else:
            done.append(piece)
    return tuple(done)


def _apart(old: Piece, new: Piece) -> Iterator[Piece]:
    short = min(len(old.text), len(new.text)) < _WORDS
    if short or len(old.text) * len(new.text) > _MOST or old.start is None:
        yield from (old, new)
        return
    before, now = _TOKEN.findall(old.text), _TOKEN.findall(new.text)
    blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    told = [block for block in blocks if block.size >= _LONG or not block.size]
    if sum(block.size for block in told) < _LEAST * max(len(before), len(now)):
        yield from (old, new)
        return
    offsets, ends = _offsets(before), _offsets(now)
    at_old = at_new = 0
    for begin, other, size in told:
        yield from _changed(old, new, slice(at_old, offsets[begin]), slice(at_new, ends[other]))
        at_old, at_new = offsets[begin + size], ends[other + size]
        if size:
            start = offsets[begin]
            yield Piece(old.text[start:at_old], old.start + start)


def _offsets(tokens: list[str]) -> list[int]:
    """Give where each token begins, and where the last ends."""
    return [0, *accumulate(map(len, tokens))]


def _changed(old: Piece, new: Piece, gone: slice, come: slice) -> Iterator[Piece]:
    if words := old.text[gone]:
        start = None if old.start is None else old.start + gone.start
        yield old._replace(text=words, start=start)
    if words := new.text[come]:
        yield new._replace(text=words)
