"""Words as they stand in a text, whatever its line breaks, widths and quotation marks."""

import re
import unicodedata
from bisect import bisect_left

from policygraph.expression import expression
from policygraph.model.source import Span

_ALIKE = str.maketrans("“”‘’「」『』＂＇〔〕［］【】﹝﹞", '""""""""""[][][][]')
_QUOTES = "'"
_DIGIT = "〇零一二三四五六七八九十百千"
# 万元 is a measure: “万元” may be meant in 十万元, but “五千” is not in 三万五千
_STARTS = expression(f"[{_DIGIT}万亿][{_DIGIT}]")
_ENDS = expression(f"[{_DIGIT}万亿]{{2}}")
_ARABIC = expression(r"[0-9０-９][.,]?\Z"), expression(r"[.,]?[0-9０-９]")


class Words:
    """A text in which words are looked for without regard to how they are set.

    Blanks count for nothing; full and half width, and all quotation marks, are the same. A part of
    a number is not found: 5日 does not stand in 15日, nor 五日 in 十五日.
    """

    def __init__(self, text: str) -> None:
        self._text = text
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
            if self._cuts_number(begin, _STARTS) or self._cuts_number(last, _ENDS):
                begin += 1
                continue
            found.append(Span(self._at[begin], self._at[last - 1] + 1))
            begin = last
        return found

    def _cuts_number(self, at: int, chinese: re.Pattern[str]) -> bool:
        """Say whether a number goes on over an edge of words."""
        if not 0 < at < len(self._at) or self._at[at] - self._at[at - 1] > 1:
            return False
        edge = self._at[at]
        around = self._text[edge - 1 : edge + 1]
        if chinese.fullmatch(around):
            return True
        before, behind = _ARABIC
        return (
            any(map(str.isdecimal, around))
            and bool(before.search(self._text[max(edge - 2, 0) : edge]))
            and bool(behind.match(self._text, edge))
        )


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
