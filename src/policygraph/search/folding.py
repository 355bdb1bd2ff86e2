"""Text -> the form in which ways to write one thing are alike; and where words stand in a text.

Full and half width, upper and lower case, and the kinds of brackets and quotation marks are the
same; blanks and line breaks count for nothing, since Chinese has none and lines of a PDF end
anywhere. Every other character counts.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policygraph.model.source import Span

MAX_WORDS = 10
_REMEMBERED = 100_000  # characters; Chinese texts use some thousands
_MOST = 1000  # occurrences of one word that are looked for
_BETWEEN_WORDS = str.maketrans(dict.fromkeys("、，。；", " "))
_ALIKE = str.maketrans("〔〕[]【】〈〉“”‘’「」『』«»", "()()()《》" + '"' * 10)
_FULL_WIDTH = 0xFEE0  # from ! to ！ and so on (Unicode, block FF00)
_WITHOUT_SHAPE = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})


class _Folding(dict[int, str]):
    """What each character becomes; looked up by ``str.translate``."""

    def __missing__(self, code: int) -> str:
        folded = "".join(map(_fold_one, unicodedata.normalize("NFKC", chr(code)).casefold()))
        if len(self) < _REMEMBERED:
            self[code] = folded
        return folded


def _fold_one(character: str) -> str:
    """Drop blanks; make ASCII punctuation full width: no tokenizer takes it for a border."""
    alike = character.translate(_ALIKE)
    if unicodedata.category(alike) in _WITHOUT_SHAPE:
        return ""
    return chr(ord(alike) + _FULL_WIDTH) if alike.isascii() and not alike.isalnum() else alike


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Give the form in which ways to write one thing are alike."""
    return text.translate(_FOLDING)


fold_name = lru_cache(50_000)(fold)  # titles, headings and names of units come again and again


def words_of(typed: str) -> tuple[str, ...]:
    """Give the words that a person typed, folded, each once, at most ``MAX_WORDS``.

    Words are told apart by blanks and by 、 ， 。 ；.
    """
    words = (fold(word) for word in typed.translate(_BETWEEN_WORDS).split())
    return tuple(dict.fromkeys(word for word in words if word))[:MAX_WORDS]


def occurrences(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Give where words stand in a text, in order; those that overlap are one run.

    Args:
        text: as printed.
        words: folded.
    """
    folded = [fold(character) for character in text]
    whole = "".join(folded)
    if not any(word in whole for word in words):
        return ()
    origin = [at for at, piece in enumerate(folded) for _ in piece]
    found = sorted(
        Span(origin[start], origin[start + len(word) - 1] + 1)
        for word in words
        for start in _starts(whole, word)
    )
    return tuple(_joined(found))


def _starts(whole: str, word: str) -> Iterator[int]:
    at = whole.find(word)
    for _ in range(_MOST):
        if at < 0:
            return
        yield at
        at = whole.find(word, at + len(word))


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    run: Span | None = None
    for span in spans:
        if run is not None and span.start < run.end:
            run = Span(run.start, max(run.end, span.end))
            continue
        if run is not None:
            yield run
        run = span
    if run is not None:
        yield run
