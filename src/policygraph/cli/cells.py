"""Text in the cells of a terminal, of which a Chinese character takes two."""

from policygraph.expression import expression

_OPENING = "（《〔〈【“‘"
_CLOSING = "，。；：、？！）》〕〉】”’…"
_WIDE = "\u2e80"  # here CJK begins; no text of help holds what is beyond it and narrow
# What is not broken: a word, or one Chinese character, with the marks that belong to it.
_PIECE = expression(rf"(\s*)([{_OPENING}]*(?:[!-~]+|\S)[{_CLOSING}]*)")


def cells(text: str) -> int:
    """Count the cells that a text takes."""
    if text.isascii():
        return len(text)
    return len(text) + sum(character >= _WIDE for character in text)


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` cells.

    A Chinese text is broken between any two characters, but no line begins with a mark that
    closes or ends with one that opens; a word or path that is longer than a line stays whole.
    """
    if cells(text) <= width:
        return [text] if text else []
    lines: list[str] = []
    line, taken = "", 0
    for space, piece in _PIECE.findall(text):
        size = cells(piece)
        if line and taken + len(space) + size > width:
            lines.append(line)
            line, taken = "", 0
        before = space if line else ""
        line += before + piece
        taken += len(before) + size
    return [*lines, line] if line else lines
