"""Matching brackets and quotation marks, in texts that mix widths and leave some open."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.quick import quick_tuple
from policygraph.model.source import Span, span_of

_FAMILY = {"（": "）", "(": "）", "﹙": "）", "〔": "〕", "[": "〕", "［": "〕", "【": "】"}
_CLOSES = {"）": "）", ")": "）", "﹚": "）", "〕": "〕", "]": "〕", "］": "〕", "】": "】"}
_PAIRS = {**_FAMILY, "《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」"}
_ENDS = {**_CLOSES, "》": "》", "〉": "〉", "”": "”", "’": "’", "」": "」"}
_BRACKET = expression("[" + re.escape("".join([*_FAMILY, *_CLOSES])) + "]")
_MARK = expression("[" + re.escape("".join([*_PAIRS, *_ENDS])) + "]")
_OPENING = expression("[" + re.escape("".join(_PAIRS)) + "]")
_LONG = 120  # characters of a text in which to look for each mark is cheaper than for all
_DEPTH = 32  # marks deeper than this are not matched: bounds the time on hostile text
_REACH = 2000  # characters; a bracket open for longer was never meant to close


class Bracket(NamedTuple):
    """A pair of brackets: ``span`` with, ``inner`` without the brackets themselves."""

    span: Span
    depth: int

    @property
    def inner(self) -> Span:
        """The span of what the brackets hold."""
        return span_of((self.span.start + 1, self.span.end - 1))


_bracket_of = quick_tuple(Bracket)


def find_brackets(text: str, start: int = 0, end: int | None = None) -> Iterator[Bracket]:
    """Find round and square bracket pairs in ``text[start:end]``, in order of their closing.

    Widths may differ between the two ends; families may not: ``（…)`` pairs, ``（…〕`` does not.
    ``depth`` is 0 for an outermost pair. Brackets without partner are passed over.
    """
    stop = len(text) if end is None else end
    stack: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, start, stop):
        index = match.start()
        char = text[index]
        if char in _FAMILY:
            stack.append((_FAMILY[char], index))
        elif stack:
            mark = _CLOSES[char]
            depth = len(stack) - 1 if stack[-1][0] == mark else _partner(stack, mark)
            if depth < 0:
                continue
            begin = stack[depth][1]
            del stack[depth:]
            if index - begin <= _REACH:
                yield _bracket_of((span_of((begin, index + 1)), depth))


def _partner(stack: Sequence[tuple[str, int]], mark: str) -> int:
    """Give the place in the stack of the last opening mark that ``mark`` closes; -1: none."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - _DEPTH), -1):
        if stack[depth][0] == mark:
            return depth
    return -1


def top_level(text: str) -> Sequence[int]:
    """Say for each character (1 or 0) whether it stands outside brackets, title marks and quotes.

    An opening mark that is never closed does not hide what follows.
    """
    is_outside = bytearray(b"\1") * len(text)
    for begin, end in _hidden(text):
        is_outside[begin:end] = bytes(end - begin)
    return is_outside


def outside(text: str, sign: re.Pattern[str]) -> list[int]:
    """Give where a sign of one character stands outside brackets, title marks and quotes."""
    first = sign.search(text)
    if first is None:
        return []  # the common case
    is_outside = top_level(text)
    places = (match.start() for match in sign.finditer(text, first.start()))
    return [place for place in places if is_outside[place]]


def first_outside(text: str, sign: str) -> int:
    """Give where a sign first stands outside brackets, title marks and quotes; -1 if nowhere."""
    place = text.find(sign)
    if place < 0 or not _OPENING.search(text, 0, place):
        return place  # the common case: nothing opens before it
    is_outside = top_level(text)
    while place >= 0 and not is_outside[place]:
        place = text.find(sign, place + 1)
    return place


def _hidden(text: str) -> list[tuple[int, int]]:
    """Give the outermost runs between marks that pair, with the marks, in text order."""
    runs: list[tuple[int, int]] = []
    if len(text) > _LONG and not any(mark in text for mark in _ENDS):
        return runs  # the common case
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        index = match.start()
        char = text[index]
        if char in _PAIRS:
            stack.append((_PAIRS[char], index))
            continue
        if not stack:
            continue
        depth = len(stack) - 1 if stack[-1][0] == _ENDS[char] else _partner(stack, _ENDS[char])
        if depth < 0:
            continue
        begin = stack[depth][1]
        del stack[depth:]
        while runs and runs[-1][0] > begin:
            runs.pop()
        runs.append((begin, index + 1))
    return runs
