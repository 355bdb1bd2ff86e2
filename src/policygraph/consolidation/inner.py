"""New wording beside old: what of it is new, for people who look for the difference."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import Match, SequenceMatcher
from itertools import accumulate

from policygraph.consolidation.outcome import Piece
from policygraph.expression import expression

_WORDS = 30  # characters; shorter ones are words that stand for words, and are told whole
# a number is the same or another, never half
_TOKEN = expression(r"\d[\d.,]*|[〇零一二两三四五六七八九十百千万亿]+|[A-Za-z]+|.", re.S)
_STOPS = "，。；：、！？（(,;:\n"
_LONG = 3  # tokens that both have; fewer of them between changes tell nothing
_LEAST = 0.3  # of the longer one that both have; below, they are two texts
_MOST = 2_000_000  # characters of the one times those of the other: well below a second
_REPEATED = 100_000  # pairs of equal tokens; more of them repeat a few words, and take long


def refined(pieces: Iterable[Piece], short: int = _WORDS) -> tuple[Piece, ...]:
    """Take what an old and a new wording share out of both: it stands, for the reader.

    Args:
        pieces: those of a unit, in order; the new wording comes right behind the old.
        short: wordings of fewer characters are told whole.
    """
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        if last and last.removed is not None and last.removed == piece.added:
            done[-1:] = _apart(last, piece, short)
        else:
            done.append(piece)
    return tuple(done)


def _apart(old: Piece, new: Piece, short: int) -> Iterator[Piece]:
    is_short = min(len(old.text), len(new.text)) < short
    if is_short or len(old.text) * len(new.text) > _MOST or old.start is None:
        yield from (old, new)
        return
    before, now = _TOKEN.findall(old.text), _TOKEN.findall(new.text)
    if _repeated(before, now) > _REPEATED:
        yield from (old, new)
        return
    blocks = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    told = [
        block
        for block in blocks
        if block.size >= _LONG or not block.size or _at_edge(block, len(before), len(now))
    ]
    if sum(block.size for block in told) < _LEAST * max(len(before), len(now)):
        yield from (old, new)
        return
    told = _slid(told, before, now)
    offsets, ends = _offsets(before), _offsets(now)
    at_old = at_new = 0
    for begin, other, size in told:
        yield from _changed(old, new, slice(at_old, offsets[begin]), slice(at_new, ends[other]))
        at_old, at_new = offsets[begin + size], ends[other + size]
        if size:
            start = offsets[begin]
            yield Piece(old.text[start:at_old], old.start + start)


def _repeated(before: list[str], now: list[str]) -> int:
    """Count the pairs of equal tokens, all of which are looked at again for each difference."""
    counts = Counter(now)
    return sum(counts[token] * number for token, number in Counter(before).items())


def _at_edge(block: Match, before: int, now: int) -> bool:
    """Say whether both begin or both end with it: however short, it is what stands around."""
    begins = block.a == block.b == 0
    return begins or (block.a + block.size == before and block.b + block.size == now)


def _slid(blocks: list[Match], before: list[str], now: list[str]) -> list[Match]:
    """Let what was only put in, or only taken out, begin where a part of the sentence begins.

    甲，不得乙，不得丙 beside 甲，不得丙 lacks 乙，不得 or 不得乙，: people read the latter.
    """
    slid = list(blocks)
    for index in range(len(slid) - 1):
        first, second = slid[index], slid[index + 1]
        gap_old, gap_new = second.a - first.a - first.size, second.b - first.b - first.size
        if bool(gap_old) == bool(gap_new):
            continue
        tokens, end = (before, second.a) if gap_old else (now, second.b)
        start = end - (gap_old or gap_new)
        back = _steps_back(tokens, start, end, first.size)
        slid[index] = Match(first.a, first.b, first.size - back)
        slid[index + 1] = Match(second.a - back, second.b - back, second.size + back)
    return slid


def _steps_back(tokens: list[str], start: int, end: int, most: int) -> int:
    """Say by how many tokens a run can begin earlier to stand behind a stop; 0 if it cannot."""
    for back in range(most):
        if tokens[start - back - 1] in _STOPS:
            return back
        if tokens[start - back - 1] != tokens[end - back - 1]:
            return 0
    return 0


def _offsets(tokens: list[str]) -> list[int]:
    """Give where each token begins, and where the last ends."""
    return [0, *accumulate(map(len, tokens))]


def _changed(old: Piece, new: Piece, gone: slice, come: slice) -> Iterator[Piece]:
    if words := old.text[gone]:
        start = None if old.start is None else old.start + gone.start
        yield old._replace(text=words, start=start)
    if words := new.text[come]:
        yield new._replace(text=words)
