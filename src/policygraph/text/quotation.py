"""Quoted structure: paragraphs of another document that stand inside quotation marks."""

from collections.abc import Sequence

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.text.annexes import holding

_OPENING = expression(r"(?:[:：]\s*|^\W{0,12})“(?=[^”]*$)")
_TYPED = expression(r'[:：]\s*"(?=[^"]*$)')  # the mark of a keyboard, the same on both sides
_REACH = 120  # paragraphs; a quotation that does not close within them was never one


def quoted_paragraphs(text: str, paragraphs: Sequence[Span]) -> list[bool]:
    """Say for each paragraph whether it begins inside (or with) an open quotation.

    A quotation over several paragraphs opens at the beginning of one or behind a colon
    (修改为：“…) and is closed in a later one.
    """
    quoted = [False] * len(paragraphs)
    opening = set(holding(text, "“", paragraphs))
    behind = 0
    for index in sorted({*opening, *holding(text, '"', paragraphs)}):
        if index < behind:
            continue
        curly = index in opening
        words = text[paragraphs[index].start : paragraphs[index].end]
        closed = curly and words.rfind("“") < words.rfind("”")
        match = None if closed else (_OPENING if curly else _TYPED).search(words)
        closing = _closing if curly else _typed_closing
        end = closing(text, paragraphs, index) if match else None
        if match is None or end is None:
            continue
        first = index if words.lstrip(" \u3000#>*").startswith("“") else index + 1
        quoted[first : end + 1] = [True] * (end + 1 - first)
        behind = end + 1
    return quoted


def _closing(text: str, paragraphs: Sequence[Span], start: int) -> int | None:
    balance = 0
    for index in range(start, min(len(paragraphs), start + _REACH)):
        words = text[paragraphs[index].start : paragraphs[index].end]
        balance += words.count("“") - words.count("”")
        if index > start and balance <= 0:
            return index
    return None


def _typed_closing(text: str, paragraphs: Sequence[Span], start: int) -> int | None:
    """Give the first later paragraph that ends the quotation; one that opens another is none."""
    for index in range(start + 1, min(len(paragraphs), start + _REACH)):
        words = text[paragraphs[index].start : paragraphs[index].end]
        if words.count('"') % 2:
            return None if _TYPED.search(words) else index
    return None
