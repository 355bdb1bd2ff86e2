"""New wording beside old: what of it is new, for people who look for the difference."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from policygraph.consolidation.outcome import Piece

_WORDS = 30  # characters; shorter ones are words that stand for words, and are told whole
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
    matcher = SequenceMatcher(None, old.text, new.text, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size != 1]
    if sum(block.size for block in blocks) < _LEAST * max(len(old.text), len(new.text)):
        yield from (old, new)
        return
    at_old = at_new = 0  # one character alone between changes tells nothing and is left out
    for begin, now, size in blocks:
        yield from _changed(old, new, slice(at_old, begin), slice(at_new, now))
        if size:
            yield Piece(old.text[begin : begin + size], old.start + begin)
        at_old, at_new = begin + size, now + size


def _changed(old: Piece, new: Piece, gone: slice, come: slice) -> Iterator[Piece]:
    if words := old.text[gone]:
        start = None if old.start is None else old.start + gone.start
        yield old._replace(text=words, start=start)
    if words := new.text[come]:
        yield new._replace(text=words)
