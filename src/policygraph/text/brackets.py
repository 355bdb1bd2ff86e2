"""Matching brackets and quotation marks, in texts that mix widths and leave some open."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from policygraph.model.source import Span

_FAMILY = {"（": "）", "(": "）", "﹙": "）", "〔": "〕", "[": "〕", "［": "〕", "【": "】"}
_CLOSES = {"）": "）", ")": "）", "﹚": "）", "〕": "〕", "]": "〕", "］": "〕", "】": "】"}
_PAIRS = {**_FAMILY, "《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」"}
_ENDS = {**_CLOSES, "》": "》", "〉": "〉", "”": "”", "’": "’", "」": "」"}
_BRACKET = re.compile("[" + re.escape("".join([*_FAMILY, *_CLOSES])) + "]")
_MARK = re.compile("[" + re.escape("".join([*_PAIRS, *_ENDS])) + "]")
_DEPTH = 32  # marks deeper than this are not matched: bounds the time on hostile text
_REACH = 2000  # characters; a bracket open for longer was never meant to close


class Bracket(NamedTuple):
    """A pair of brackets: ``span`` with, ``inner`` without the brackets themselves."""

    span: Span
    inner: Span
    depth: int


def find_brackets(text: str, start: int = 0, end: int | None = None) -> Iterator[Bracket]:
    """Find round and square bracket pairs in ``text[start:end]``, in order of their closing.

    Widths may differ between the two ends; families may not: ``（…)`` pairs, ``（…〕`` does not.
    ``depth`` is 0 for an outermost pair. Brackets without partner are passed over.
    """
    stop = len(text) if end is None else end
    stack: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, start, stop):
        index, char = match.start(), match.group()
        if char in _FAMILY:
            stack.append((_FAMILY[char], index))
        elif stack:
            last = range(len(stack) - 1, max(-1, len(stack) - _DEPTH), -1)
            depth = next((i for i in last if stack[i][0] == _CLOSES[char]), None)
            if depth is None:
                continue
            begin = stack[depth][1]
            del stack[depth:]
            if index - begin <= _REACH:
                yield Bracket(Span(begin, index + 1), Span(begin + 1, index), depth)


def top_level(text: str) -> list[bool]:
    """Say for each character whether it stands outside brackets, title marks and quotes.

    An opening mark that is never closed does not hide what follows.
    """
    if not _MARK.search(text):
        return [True] * len(text)
    change = [0] * (len(text) + 1)
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        index, char = match.start(), match.group()
        if char in _PAIRS:
            stack.append((_PAIRS[char], index))
        else:
            last = range(len(stack) - 1, max(-1, len(stack) - _DEPTH), -1)
            depth = next((i for i in last if stack[i][0] == _ENDS[char]), None)
            if depth is None:
                continue
            change[stack[depth][1]] += 1
            change[index + 1] -= 1
            del stack[depth:]
    return [depth == 0 for depth in accumulate(change[:-1])]
