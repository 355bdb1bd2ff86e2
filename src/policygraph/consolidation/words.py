"""Words as they stand in a text, whatever its line breaks, widths and quotation marks."""

import unicodedata
from bisect import bisect_left

from policygraph.model.source import Span

_ALIKE = str.maketrans("“”‘’「」『』＂＇〔〕［］【】﹝﹞", '""""""""""[][][][]')
_QUOTES = "'"


class Words:
    """A text in which words are looked for without regard to how they are set.

    Blanks count for nothing; full and half width, and all quotation marks, are the same.
    """

    def __init__(self, text: str) -> None:
        kept = [(at, _form(char)) for at, char in enumerate(text) if not char.isspace()]
        self._at = [at for at, _ in kept]
        self._plain = "".join(form for _, form in kept)

    def find(self, words: str, within: Span) -> list[Span]:
        """Give where ``words`` stand inside a span, one behind the other."""
        plain = "".join(_form(char) for char in words if not char.isspace())
        if not plain:
            return []
        begin, end = (bisect_left(self._at, offset) for offset in within)
        found = []
        while (begin := self._plain.find(plain, begin, end)) >= 0:
            last = begin + len(plain)
            found.append(Span(self._at[begin], self._at[last - 1] + 1))
            begin = last
        return found


def same(left: str, right: str) -> bool:
    """Say whether two texts are the same but for blanks, widths and quotation marks."""
    return _plain(left) == _plain(right)


def _plain(text: str) -> str:
    return "".join(_form(char) for char in text if not char.isspace())


def _form(char: str) -> str:
    """Give the form in which a character is compared; always one character."""
    form = char.translate(_ALIKE)
    if form in _QUOTES:
        return '"'
    wide = unicodedata.normalize("NFKC", form)
    return wide if len(wide) == 1 else form
