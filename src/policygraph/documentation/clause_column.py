"""The left column of the picture of a clause: document, text with its coloured runs, source."""

from dataclasses import dataclass

from policygraph.documentation.clause_graph import ClauseGraph
from policygraph.documentation.drawn_passage import Passage, Run, passage
from policygraph.documentation.drawn_text import number, text
from policygraph.documentation.names import labels, short
from policygraph.rdf import vocabulary as v

LEFT, WIDE, TOP = 24.0, 344.0, 56.0
STYLES = {v.CITATION: "cite", v.QUANTITY: "figure", v.RESPONSIBILITY: "duty"}
_PAD, _HEAD, _ARROW = 16.0, 30.0, 38.0
_NOTE = (
    "每个事实还以 pg:clause 指向条款，",
    "以 pg:rule 写明读出它的规则。",
    "Each fact also points at its clause by pg:clause and",
    "names by pg:rule the rule that read it.",
)


@dataclass(frozen=True, slots=True)
class Column:
    """What is drawn, where each run of characters has its mark, and where the column ends."""

    drawn: list[str]
    marks: dict[tuple[int, int], tuple[float, float]]
    bottom: float


def text_column(graph: ClauseGraph) -> Column:
    """Draw the document, the clause, what applies to it from elsewhere, and the source."""
    runs = [Run(fact.start, fact.end, STYLES[fact.type]) for fact in graph.facts]
    inside = [run for run in runs if graph.start <= run.start < graph.end]
    outside = [run for run in runs if run not in inside]
    drawn, y = _card(TOP, v.POLICY, [graph.policy[0], *_halves(graph.policy[1])])
    drawn += _arrow(y, v.OF_POLICY, upward=True)
    clause, end = _text_card(y + _ARROW, graph, (graph.start, graph.end), inside, "")
    drawn += clause.drawn
    marks = dict(clause.marks)
    if outside:
        bounds = _sentence(graph.text, outside[0].start, outside[-1].end)
        words = "另处的规定，也适用于此 / a rule that reaches it"
        other, end = _text_card(end + 18, graph, bounds, outside, words)
        drawn += other.drawn
        marks |= other.marks
    drawn += _arrow(end, v.IN_SOURCE, upward=False)
    source, bottom = _card(end + _ARROW, v.SOURCE, [graph.file])
    note = [text(LEFT, bottom + 28 + at * 18, "q", line) for at, line in enumerate(_NOTE)]
    return Column([*drawn, *source, *note], marks, bottom + 28 + len(_NOTE) * 18)


def _sentence(whole: str, start: int, end: int) -> tuple[int, int]:
    """Give the bounds of the sentence that holds some characters, or of its part in brackets."""
    before = max(whole.rfind(mark, 0, start) for mark in "。(（\n")
    after = min(at for mark in "。)）\n" if (at := whole.find(mark, end)) >= 0)
    return before + 1, after


def _halves(title: str) -> list[str]:
    """Break a title into lines of 24 characters."""
    return [title[at : at + 24] for at in range(0, len(title), 24)]


def _card(y: float, of: str, lines: list[str]) -> tuple[list[str], float]:
    """Draw a card of a class with some lines; give where it ends too."""
    height = _HEAD + len(lines) * 19 + 8
    words = [text(LEFT + _PAD, y + _HEAD + 14 + at * 19, "l", one) for at, one in enumerate(lines)]
    return [_frame(y, height), *_head(y, of), *words], y + height


def _text_card(
    y: float, graph: ClauseGraph, bounds: tuple[int, int], runs: list[Run], words: str
) -> tuple[Passage, float]:
    """Draw a card with a passage; give where it ends too."""
    place = (LEFT + _PAD, y + _HEAD + 2)
    found = passage(graph.text, bounds, runs, place, WIDE - 2 * _PAD)
    height = _HEAD + found.height + 12
    head = [text(LEFT + _PAD, y + 21, "q", words)] if words else _head(y, v.CLAUSE)
    drawn = [_frame(y, height), *head, *found.drawn]
    return Passage(drawn, found.height, found.marks), y + height


def _frame(y: float, height: float) -> str:
    box = f'x="{number(LEFT)}" y="{number(y)}" width="{number(WIDE)}" height="{number(height)}"'
    return f'<rect {box} rx="8" class="card"/>'


def _head(y: float, of: str) -> list[str]:
    return [
        text(LEFT + _PAD, y + 21, "h", labels(of)[0]),
        text(LEFT + WIDE - _PAD, y + 21, "m", short(of), "end"),
    ]


def _arrow(y: float, by: str, *, upward: bool) -> list[str]:
    """Draw an arrow over the room between two cards, with the name of the property."""
    x, start, end = LEFT + 34, number(y + _ARROW - 3), number(y + 3)
    line = f"M{x} {start}V{end}m-4 6l4-6l4 6" if upward else f"M{x} {end}V{start}m-4-6l4 6l4-6"
    name = f"{labels(by)[0]} {short(by)}"
    return [f'<path class="up" d="{line}"/>', text(x + 14, y + _ARROW / 2 + 4, "m", name)]
