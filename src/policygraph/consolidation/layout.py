"""How new words are set among those that stand: paragraphs and labels as the text has them."""

from collections import Counter
from functools import lru_cache

from policygraph.consolidation.edit import Edit
from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.text.numerals import DIGITS

_MARGIN = " 　\t#"  # # marks a heading in Markdown
_BREAK = expression(r"[^\S\r\n]*(?:\r?\n[^\S\r\n]*)+")
_LABEL = expression(
    rf"\s*(?P<article>第[{DIGITS}十百千\d]{{1,8}}[编章节条](?:之[{DIGITS}十]{{1,3}})?)"
    rf"|\s*第?(?P<item>[（(][{DIGITS}十百\d]{{1,4}}[）)])"
    rf"|\s*(?P<number>(?:[{DIGITS}十百]{{1,4}}、|\d{{1,3}}(?:[.．、](?!\d))))"
)


def line_head(text: str, at: int) -> int:
    """Give where the line of a unit begins, if only blanks or # stand before it; else the unit."""
    begin = at
    while begin and text[begin - 1] in _MARGIN:
        begin -= 1
    return begin if not begin or text[begin - 1] in "\r\n" else at


def struck(span: Span, text: str) -> tuple[Edit, ...]:
    """Give the edits that take a unit out with its margin; what follows keeps its own."""
    head, end = line_head(text, span.start), span.end
    if end < len(text):
        end = max(line_head(text, end), span.start)
    margin = Edit(Span(head, span.start))
    unit = Edit(Span(span.start, end))
    return (margin, unit) if head < span.start else (unit,)


def put_before(words: str, span: Span, text: str, rank: int = 0) -> Edit:
    """Give the edit that puts words in a line of their own before a unit, with its margin."""
    head = line_head(text, span.start)
    put = inserted(words, text)
    if head == span.start and head and text[head - 1] not in "\r\n":
        return Edit(Span(head, head), put + _usual_break(text), rank)
    margin, broken = text[head : span.start], _usual_break(text).rstrip(_MARGIN)
    return Edit(Span(head, head), margin + put + broken, rank)


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
