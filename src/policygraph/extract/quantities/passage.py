"""What stands around a figure: the part of its sentence before it and behind it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.quantities.figures import Figure
from policygraph.model.quick import quick_tuple
from policygraph.model.structure import Block, BlockKind

_MARKS = expression(
    r"[，：:；;。（(）)！？|\t,“”]"
    r"(?:(?<![,“”])|(?<=,)(?:(?<!\d,)|(?!\d))|(?<=[将为留]“)|(?<=”)(?=\s?[删修改调]))"
)
_ENDS = frozenset("。！？|\t")
_STOPS = _ENDS | frozenset("；;")
# 10万元（含）以上; 5000头（只）以上: counted by either
_INCLUSIVE = expression(
    r"\s?[（(](?:(?:不?含|人民币|以?下同)[^（）()]{0,8}|[只头户人个家名辆台套件条份座艘])[）)]"
)
_OPENING = frozenset("（(")
_CURRENCY = "人民币"
_LONGEST = 400  # characters of a sentence that are looked at on either side


class Passage(NamedTuple):
    """A figure in its sentence. All places are offsets in the text.

    Attributes:
        figure: the figure.
        part: where the run without punctuation begins that holds the figure.
        stop: where the run without 。 and ； begins.
        sentence: where the sentence begins.
        tail: where the figure with （含） behind it ends.
        part_end, stop_end, sentence_end: where these runs end.
    """

    figure: Figure
    part: int
    stop: int
    sentence: int
    tail: int
    part_end: int
    stop_end: int
    sentence_end: int


_passage_of = quick_tuple(Passage)


def passages(text: str, block: Block, figures: Sequence[Figure]) -> Iterator[Passage]:
    """Give the passages of the figures of one block, in order."""
    labelled = block.label is not None and block.kind is BlockKind.ITEM
    begin = block.label.span.end if labelled and block.label else block.span.start
    end = block.span.end
    places = [mark.start() for mark in _MARKS.finditer(text, begin, end)]
    marks = [(place, text[place]) for place in places]
    for figure in figures:
        start, tail = figure.start, figure.end
        tail += len(_CURRENCY) if text.startswith(_CURRENCY, tail) else 0  # 1亿元人民币以上
        behind = text[tail : tail + 1]
        inclusive = behind in _OPENING or behind.isspace()
        if inclusive and (match := _INCLUSIVE.match(text, tail, end)):
            tail = match.end()
        left, right = bisect_left(places, start), bisect_left(places, tail)
        least, most = max(begin, start - _LONGEST), min(end, tail + _LONGEST)
        part, stop, sentence = _leftward(marks, left, least)
        part_end, stop_end, sentence_end = _rightward(marks, right, most)
        yield _passage_of((figure, part, stop, sentence, tail, part_end, stop_end, sentence_end))


_Marks = Sequence[tuple[int, str]]


def _leftward(marks: _Marks, index: int, least: int) -> tuple[int, int, int]:
    """Give where the runs begin that no mark, no stop and no end of a sentence interrupts."""
    part = stop = -1
    for position in range(index - 1, -1, -1):
        place, mark = marks[position]
        if place < least:
            break
        if part < 0:
            part = place + 1
        if mark in _STOPS:
            if stop < 0:
                stop = place + 1
            if mark in _ENDS:
                return part, stop, place + 1
    return (part if part >= 0 else least), (stop if stop >= 0 else least), least


def _rightward(marks: _Marks, index: int, most: int) -> tuple[int, int, int]:
    """Give where these runs end."""
    part = stop = -1
    for position in range(index, len(marks)):
        place, mark = marks[position]
        if place >= most:
            break
        if part < 0:
            part = place
        if mark in _STOPS:
            if stop < 0:
                stop = place
            if mark in _ENDS:
                return part, stop, place
    return (part if part >= 0 else most), (stop if stop >= 0 else most), most


def closed_up(text: str, start: int, end: int) -> str:
    """Give a run of text without the blanks and line breaks inside it."""
    words = text[start:end].split()
    return words[0] if len(words) == 1 else "".join(words)
