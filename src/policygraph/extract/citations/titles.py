"""Titles in title marks (《…》): where they end, and the number behind them."""

from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.works.numbers import decree_behind, is_bare, normal_number
from policygraph.model.source import Span, span_of
from policygraph.text.title import NUMBER, close_up

LONGEST = 240  # characters of a title
_TITLE_MARK = expression("[《》]")
_NUMBERED = expression(
    rf"\s*[（(]\s*(?:[参详]?见)?\s*(?P<number>{NUMBER.pattern})[^（）()]{{0,20}}[）)]"
)
_OPENING = frozenset("（(")
_STANDARD = expression(  # GB/T 1.1: prefix, serial number, year
    r"\s*[（(]\s*(?P<number>(?:GB|DB|HJ|JJ|YY|QB|HG|SB|NY|TB)[A-Z/\d]{0,6}\s?\d[\d.]{0,10}(?:[-—]\d{4})?)\s*[）)]"
)


class Title(NamedTuple):
    """A title in the text: ``span`` with its marks and number, ``words`` without marks.

    ``words`` is None where nothing but a number is printed.
    """

    span: Span
    words: str | None
    number: str | None
    rule: str


def named_by(title: Title) -> str | None:
    """Give what tells a document from others: its number, if that says whose it is."""
    return title.words if not title.number or is_bare(title.number) else title.number


def closing(text: str, begin: int) -> int | None:
    """Give where the title that opens at ``begin`` ends; titles may nest, with 〈〉 or 《》."""
    single = text.find("》", begin, begin + LONGEST)
    if single < 0:
        return None
    if text.find("《", begin + 1, single) < 0:
        return single + 1  # the common case: none inside
    depth = 0
    for mark in _TITLE_MARK.finditer(text, begin, begin + LONGEST):
        depth += 1 if mark.group() == "《" else -1
        if depth == 0:
            return mark.end()
    return single + 1


def numbered(text: str, span: Span, rule: str) -> Title:
    """Take up the 文号 in brackets right behind a title."""
    start, end = span
    words = close_up(text[start:end].removeprefix("《").removesuffix("》"))
    behind = text[end : end + 1]
    if behind not in _OPENING and not behind.isspace():
        return Title(span, words, None, rule)  # the common case
    if standard := _STANDARD.match(text, end):
        number = "".join(standard["number"].split())
        return Title(span_of((start, standard.end())), words, number, rule)
    if match := _NUMBERED.match(text, end):
        number = normal_number(match["number"])
        return Title(span_of((start, match.end())), words, number, rule)
    end, given = decree_behind(text, end) or (end, None)
    return Title(span_of((start, end)), words, given, rule)
