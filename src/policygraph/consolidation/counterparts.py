"""Which unit of a text was which before its changes, whatever numbers they bear."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policygraph.consolidation.outcome import Consolidation, Piece
from policygraph.model.structure import Clause


class _Run(NamedTuple):
    """Characters of the text afterwards, and the units of the base that they stand for."""

    start: int
    text: str
    paths: tuple[str, ...]
    kept: bool


def counterparts(result: Consolidation) -> dict[str, str | None]:
    """Give for each unit afterwards the one of the base that it was; None: it is new.

    The characters that stay tell it: a unit is the one that most of its own come from. One with
    new words alone is the one whose words the same change took out.
    """
    runs = list(_runs(result))
    starts = [run.start for run in runs]
    return {clause.path: _most(clause, runs, starts) for clause in result.record.clauses}


def _runs(result: Consolidation) -> Iterator[_Run]:
    struck: dict[int, Counter[str]] = {}  # units that each change takes words out of
    parts = list(_parts(result))
    for piece, words, path in parts:
        if piece.removed is not None and path is not None and words.strip():
            struck.setdefault(piece.removed, Counter())[path] += len(words)
    at = 0
    paths: tuple[str, ...]
    for piece, words, path in parts:
        if piece.removed is not None:
            continue
        if piece.start is not None:
            paths = () if path is None else (path,)
        else:
            paths = () if piece.added is None else tuple(struck.get(piece.added, ()))
        yield _Run(at, words, paths, piece.start is not None)
        at += len(words)


def _parts(result: Consolidation) -> Iterator[tuple[Piece, str, str | None]]:
    """Give each piece, those of the base divided by the unit that prints them."""
    clauses = sorted(result.base.clauses, key=lambda one: one.start)
    starts = [one.start for one in clauses]
    for piece in result.pieces:
        if piece.start is None:
            yield piece, piece.text, None
            continue
        end = piece.start + len(piece.text)
        inner = starts[bisect_right(starts, piece.start) : bisect_left(starts, end)]
        for start, stop in pairwise([piece.start, *inner, end]):
            index = bisect_right(starts, start) - 1
            words = piece.text[start - piece.start : stop - piece.start]
            yield piece, words, clauses[index].path if index >= 0 else None


def _most(clause: Clause, runs: Sequence[_Run], starts: Sequence[int]) -> str | None:
    kept: Counter[str] = Counter()
    put_in: Counter[str] = Counter()
    first = max(bisect_right(starts, clause.start) - 1, 0)
    for index in range(first, bisect_right(starts, clause.own_end - 1)):
        run = runs[index]
        words = run.text[max(clause.start - run.start, 0) : clause.own_end - run.start]
        length = len("".join(words.split()))
        for path in run.paths if length else ():
            (kept if run.kept else put_in)[path] += length
    votes = kept or put_in
    return votes.most_common(1)[0][0] if votes else None
