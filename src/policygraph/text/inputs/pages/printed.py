"""Characters at their places -> printed lines.

A page holds no lines, no blanks and no order, only characters with a box each. Characters whose
middles are at one height are a line; a gap between two is a blank where it is wider than what
setting Chinese beside Latin, or filling a line, puts between them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.text.inputs.characters import visible
from policygraph.text.inputs.pages.drawn import Char
from policygraph.text.inputs.radicals import unified

_SAME_LINE = 0.5  # of the size; characters of one line differ less in height
_BLANK = 0.6  # of the size; a wider gap is a blank (0.25 is usual between Chinese and Latin)
_LATIN_BLANK = 0.15  # the same between Latin letters, where a PDF leaves the blanks out
_MOST_BLANKS = 8
_BLANKS = expression(" +")
UNKNOWN = "\ufffd"  # a character of which the file does not say what it is
# Which characters begin no line and end no line (GB/T 15834-2011, 5.1); quotation marks are one
# character for both ends in some programs, which then break at neither side (UAX 14, class QU).
BEFORE_NONE = set("，。、；：？！）》」』】〕〗％…—–―·～﹚﹞〉“”‘’,.;:?!)]}%\"'")
_BEHIND_NONE = set("（《「『【〔〖([{﹙﹝〈“”‘’―–")
_BREAKS = set("/-&?")  # behind which a long Latin word is broken


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page; lengths are points from the top left corner.

    Attributes:
        text: its characters, with blanks where there are gaps.
        x0, x1, top, bottom: its box.
        size: size of most of its characters.
        head: width of what would have to move to the line above as one: a character with the
            punctuation that must follow it, or a Latin word.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    head: float


def printed_lines(chars: Iterable[Char]) -> list[PrintedLine]:
    """Give the lines of some characters, from top to bottom."""
    placed = sorted((c for c in chars if c["upright"]), key=_middle)
    runs: list[list[Char]] = []
    for char in placed:
        reach = _SAME_LINE * max(char["size"], 1.0)
        if runs and _middle(char) - _middle(runs[-1][-1]) < reach:
            runs[-1].append(char)
        else:
            runs.append([char])
    made = (_line(sorted(run, key=lambda c: (c["x0"], c["x1"]))) for run in runs)
    return [line for line in made if line is not None]


def _middle(char: Char) -> float:
    return float(char["top"] + char["bottom"]) / 2


def _line(run: Sequence[Char]) -> PrintedLine | None:
    inked = [char for char in run if char["text"].strip()]
    if not inked:
        return None
    text = unified(visible(_text(run)).strip())
    if not text:
        return None
    sizes = sorted(float(char["size"]) for char in inked)
    return PrintedLine(
        text=text,
        x0=float(inked[0]["x0"]),
        x1=max(float(char["x1"]) for char in inked),
        top=min(float(char["top"]) for char in inked),
        bottom=max(float(char["bottom"]) for char in inked),
        size=sizes[len(sizes) // 2],
        head=_head(inked),
    )


def _text(run: Sequence[Char]) -> str:
    parts: list[str] = []
    before: Char | None = None
    for char in run:
        text = _decoded(char["text"])
        if text.isspace():
            parts.append(text if text == "\u3000" else " ")
            continue
        if before is not None and parts[-1] not in " \u3000":
            parts.append(_gap(before, char))
        parts.append(text)
        before = char
    return _BLANKS.sub(" ", "".join(parts))


def _gap(before: Char, char: Char) -> str:
    """Give the blanks that a gap stands for: as many full ones as have room in it."""
    size = min(before["size"], char["size"])
    wide = round((char["x0"] - before["x1"]) / size) if size > 0 else 0
    if wide >= 1 and not _is_latin(before["text"]):
        return "\u3000" * min(wide, _MOST_BLANKS)
    return " " if _is_apart(before, char) else ""


def _decoded(text: str) -> str:
    return UNKNOWN if text.startswith("(cid:") else text


def _is_apart(before: Char, char: Char) -> bool:
    gap = char["x0"] - before["x1"]
    latin = _is_latin(before["text"]) and _is_latin(char["text"])
    return bool(gap > (_LATIN_BLANK if latin else _BLANK) * min(before["size"], char["size"]))


def _is_latin(text: str) -> bool:
    return text.isascii() and text.isalpha()


def _head(inked: Sequence[Char]) -> float:
    """Give how wide the first unbreakable piece of a line is."""
    last = 0
    while last + 1 < len(inked) and _sticks(inked[last], inked[last + 1]):
        last += 1
    return float(inked[last]["x1"] - inked[0]["x0"])


def _sticks(char: Char, following: Char) -> bool:
    a, b = char["text"], following["text"]
    if a in _BEHIND_NONE or b in BEFORE_NONE:
        return True
    word = a.isascii() and b.isascii() and a not in _BREAKS
    return word and not _is_apart(char, following)
