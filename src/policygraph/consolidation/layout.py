"""How new words are set among those that stand: paragraphs and labels as the text has them."""

from collections import Counter
from functools import lru_cache

from policygraph.expression import expression
from policygraph.text.numerals import DIGITS

_BREAK = expression(r"[^\S\r\n]*(?:\r?\n[^\S\r\n]*)+")
_LABEL = expression(
    rf"\s*(?P<article>第[{DIGITS}十百千\d]{{1,8}}[编章节条](?:之[{DIGITS}十]{{1,3}})?)"
    rf"|\s*第?(?P<item>[（(][{DIGITS}十百\d]{{1,4}}[）)])"
    rf"|\s*(?P<number>(?:[{DIGITS}十百]{{1,4}}、|\d{{1,3}}(?:[.．、](?!\d))))"
)


def inserted(words: str, text: str) -> str:
    """Give words with their paragraphs set apart as those of ``text`` are."""
    usual = _usual_break(text)
    return _BREAK.sub(lambda _: usual, words)


@lru_cache(maxsize=4)
def _usual_break(text: str) -> str:
    breaks = Counter(_BREAK.findall(text[: 1 << 20]))
    return breaks.most_common(1)[0][0] if breaks else "\n"


def label_of(words: str) -> str:
    """Give the label that words begin with, empty for none: 第六条, 3., of 第（三）项 （三）."""
    match = _LABEL.match(words)
    return next((group for group in match.groups() if group), "") if match else ""


def without_label(words: str, label: str) -> str | None:
    """Give words without the label they begin with, if it is this one; None if it is another."""
    own = label_of(words)
    if not own or "".join(own.split()) != "".join(label.split()):
        return None
    return words[words.index(own) + len(own) :].lstrip(" 　\t")
