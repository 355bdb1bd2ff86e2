"""Lines of a page that a copy broke again, wherever the page had set words apart.

Justified lines of a PDF come out in pieces: （三） / 提高效率。 / 优化功能， / 支持监督. A full
line is as wide as the others, which tells what pieces one line was.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from policygraph.model.source import Span

_NARROWEST, _WIDEST = 24, 60  # ems of a line of a page
_MOST = 80  # characters of a line; a text with longer ones is not broken to a page
_SLACK = 3.2  # ems by which the pieces of a full line may be narrower: marks are squeezed
_FEWEST = 5  # full lines by which a page is known
_SHARE = 0.1  # of the lines, at least, are full
_PIECES = 8  # of one line, at most
_CLOSES = frozenset("，。；：、！？）)》”’〕】")
_OPENS = frozenset("（(《“‘〔【")


class PrintedLines(NamedTuple):
    """What is known of the lines of the page.

    Attributes:
        inside: pieces that go on in the same line with the next piece.
        full: pieces with which a full line ends.
    """

    inside: frozenset[int]
    full: frozenset[int]


_NOTHING = PrintedLines(frozenset(), frozenset())


def printed_lines(
    text: str,
    pieces: Sequence[Span],
    is_labelled: Callable[[int], bool],
    is_alone: Callable[[int], bool],
) -> PrintedLines:
    """Give which pieces were one line of the page; nothing where the text is not broken to one.

    A line is known to begin at a label, behind a heading that has one, and behind a full line.

    Args:
        text: the text.
        pieces: its lines, in order.
        is_labelled: says whether a piece begins with a label.
        is_alone: says whether a piece begins a line of its own: a label, a date, a signature.
    """
    if len(pieces) < _FEWEST or any(end - start > _MOST for start, end in pieces):
        return _NOTHING
    widths = [_width(text[start:end]) for start, end in pieces]
    page = max(widths)
    filled = sum(width > page - _SLACK for width in widths)
    if not _NARROWEST <= page <= _WIDEST or filled < max(_FEWEST, _SHARE * len(widths)):
        return _NOTHING

    def goes_on(index: int) -> bool:
        return _is_cut(text, pieces[index - 1], pieces[index]) and not is_alone(index)

    inside: set[int] = set()
    full: set[int] = set()
    at, begins = 0, False
    while at < len(pieces):
        labelled = is_labelled(at)
        most = min(len(pieces), at + (_PIECES if begins or labelled else 1))
        last, width = at, widths[at]
        while last + 1 < most and width + widths[last + 1] <= page and goes_on(last + 1):
            last += 1
            width += widths[last]
        # a line that ends inside a sentence goes on
        closed = text[pieces[last].end - 1] in _CLOSES
        whole = last == at or closed or (last + 1 < len(pieces) and not is_alone(last + 1))
        if not (page - _SLACK < width <= page and whole):
            at, begins = at + 1, labelled
            continue
        inside.update(range(at, last))
        full.add(last)
        at, begins = last + 1, True
    return PrintedLines(frozenset(inside), frozenset(full))


def _is_cut(text: str, before: Span, piece: Span) -> bool:
    """Say whether a line may be cut between two pieces: a copy cuts it beside marks alone."""
    return text[before.end - 1] in _CLOSES or text[piece.start] in _OPENS


def _width(words: str) -> float:
    """Give the width in ems: a character of three bytes is one wide, any other half."""
    wide = (len(words.encode()) - len(words)) / 2
    return wide + (len(words) - wide) / 2
