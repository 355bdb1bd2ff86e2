"""A passage of text with coloured runs of characters, broken into lines, as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from policygraph.documentation.drawn_text import number, width

SIZE, LINE = 15.0, 34.0  # of the letters, and from line to line


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of the source that a fact was read from.

    Attributes:
        start: the first character.
        end: the character behind the last one.
        style: class of the style sheet that colours it.
    """

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it is drawn.

    Attributes:
        drawn: the SVG elements.
        height: its height.
        marks: for each run, by its offsets, the middle of the lower side of its last piece.
    """

    drawn: list[str]
    height: float
    marks: dict[tuple[int, int], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters in one line that have one colour."""

    words: str
    x: float
    line: int
    run: Run | None


def passage(
    text: str, bounds: tuple[int, int], runs: Sequence[Run], at: tuple[float, float], room: float
) -> Passage:
    """Draw the characters of a text from one bound to the other, broken where the room ends."""
    x, y = at
    pieces = _pieces(text, bounds, runs, room)
    drawn, marks = [], {}
    for piece in pieces:
        left, base = x + piece.x, y + piece.line * LINE + 22
        wide = width(piece.words, SIZE)
        if piece.run is not None:
            box = f'x="{number(left)}" y="{number(base - 16)}" width="{number(wide)}" height="21"'
            drawn.append(f'<rect {box} rx="3" class="{piece.run.style}"/>')
            marks[piece.run.start, piece.run.end] = (left + wide / 2, base + 5)
        drawn.append(
            f'<text x="{number(left)}" y="{number(base)}" class="p"'
            f' textLength="{number(wide)}">{_escaped(piece.words)}</text>'
        )
    return Passage(drawn, (pieces[-1].line + 1) * LINE, marks)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")


def _pieces(text: str, bounds: tuple[int, int], runs: Sequence[Run], room: float) -> list[_Piece]:
    """Break the text into lines, and the lines where the colour changes."""
    pieces: list[_Piece] = []
    x, line = 0.0, 0
    for offset in range(*bounds):
        run = next((one for one in runs if one.start <= offset < one.end), None)
        wide = width(text[offset], SIZE)
        if x + wide > room and text[offset] not in "，。、；：,;:)）》":
            x, line = 0.0, line + 1
        last = pieces[-1] if pieces else None
        if last is not None and last.line == line and last.run is run:
            pieces[-1] = _Piece(last.words + text[offset], last.x, line, run)
        else:
            pieces.append(_Piece(text[offset], x, line, run))
        x += wide
    return pieces
