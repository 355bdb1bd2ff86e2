"""The picture ``docs/ontology/clause.svg``: a clause, its facts, and what they stand for."""

from dataclasses import dataclass
from html import escape
from itertools import groupby

from policygraph.documentation.clause_column import LEFT, STYLES, TOP, WIDE, Column, text_column
from policygraph.documentation.clause_graph import Fact, Target, clause_graph
from policygraph.documentation.drawn_text import MONO, SANS, capped, number, text, width
from policygraph.documentation.names import labels, short
from policygraph.rdf import vocabulary as v

_TOTAL = 1104
_FACTS, _TARGETS = (438.0, 290.0), (800.0, 280.0)  # left edge and width of columns
_HEAD, _ROW, _GAP, _LANE = 30.0, 20.0, 14.0, 3.5
_TIP = "m-6-3.5l6 3.5l-6 3.5"  # the head of an arrow that points to the right
_COLOURS = {"duty": "#b8862b", "cite": "#3f6fa8", "figure": "#4d8a57"}
_FILLS = {"duty": "#fbe7c4", "cite": "#d7e6f7", "figure": "#dcefdc"}
_STYLE = "".join(
    (
        f"text{{font-family:{SANS};fill:#2b2922}}",
        f".m{{font-family:{MONO};font-size:11.5px;fill:#6b6558}}",
        ".p{font-size:15px}.t{font-size:13px;font-weight:600;fill:#8a6d2f}",
        ".h{font-size:14px;font-weight:600}.l{font-size:12.5px}.q{font-size:12px;fill:#6b6558}",
        ".card{fill:#fff;stroke:#b8ae98;stroke-width:1.2}",
        ".up{fill:none;stroke:#6b6558;stroke-width:1.4}",
        *(
            f".{name}{{fill:{_FILLS[name]}}}.s-{name}{{fill:none;stroke:{line};stroke-width:1.5}}"
            f".b-{name}{{fill:none;stroke:{line};stroke-width:1.2}}.d-{name}{{fill:{line}}}"
            for name, line in _COLOURS.items()
        ),
    )
)
_TITLES = (
    (LEFT, "原文 / the text"),
    (_FACTS[0], "读出的事实 / the facts read from it"),
    (_TARGETS[0], "所指 / what they stand for"),
)


@dataclass(frozen=True, slots=True)
class _Card:
    """A fact with the top of its card, and the height at which its line leaves the text."""

    fact: Fact
    y: float
    lane: float

    @property
    def height(self) -> float:
        return _HEAD + len(self.fact.rows) * _ROW + 8

    @property
    def style(self) -> str:
        return STYLES[self.fact.type]

    def row(self, by: str) -> float:
        """Give the height at which a line meets the row of a property."""
        at = [name for name, _ in self.fact.rows].index(by)
        return self.y + _HEAD + at * _ROW + _ROW / 2 + 2


def clause_picture() -> str:
    """Draw the clause of the sample."""
    graph = clause_graph()
    column = text_column(graph)
    cards = _cards(graph.facts, column)
    bottom = max(column.bottom, cards[-1].y + cards[-1].height) + 24
    titles = [text(x, 36, "t", words) for x, words in _TITLES]
    lines = [_anchor_line(card, column) for card in cards]
    drawn = [*titles, *column.drawn, *lines, *(part for card in cards for part in _drawn(card))]
    w, h = number(_TOTAL), number(bottom)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}"'
        f' role="img">\n<title>{escape(" ".join(graph.policy))} {graph.path}</title>\n'
        f'<style>{_STYLE}</style>\n<rect width="{w}" height="{h}" rx="10" fill="#fbfaf7"/>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )


def _cards(facts: tuple[Fact, ...], column: Column) -> list[_Card]:
    """Order the facts as their lines leave the text, so that no two lines cross.

    Of the runs in one line of text the last one has the uppermost lane.
    """

    def mark(fact: Fact) -> tuple[float, float]:
        x, y = column.marks[fact.start, fact.end]
        return y, -x

    cards: list[_Card] = []
    top = TOP
    for _, line in groupby(sorted(facts, key=mark), key=lambda fact: mark(fact)[0]):
        for at, fact in enumerate(line):
            cards.append(_Card(fact, top, mark(fact)[0] + 3 + at * _LANE))
            top += cards[-1].height + _GAP
    return cards


def _anchor_line(card: _Card, column: Column) -> str:
    """Draw the line from the characters, below their line of text, to the row of the anchor."""
    x, y = column.marks[card.fact.start, card.fact.end]
    edge, goal, end = LEFT + WIDE, _FACTS[0], card.row(v.ANCHOR)
    half = (edge + goal) / 2
    path = f"M{number(x)} {number(y)}V{number(card.lane)}H{number(edge)}"
    curve = f"C{number(half)} {number(card.lane)} {number(half)} {number(end)} {number(goal)}"
    dot = f'<circle class="d-{card.style}" cx="{number(goal)}" cy="{number(end)}" r="3"/>'
    return f'<path class="s-{card.style}" d="{path}{curve} {number(end)}"/>{dot}'


def _drawn(card: _Card) -> list[str]:
    x, wide = _FACTS
    place = f'x="{number(x)}" width="{number(wide)}" y="{number(card.y)}"'
    frame = f'{place} height="{number(card.height)}" rx="8"'
    parts = [
        f'<rect {frame} fill="#fff"/>',
        f'<path class="{card.style}" d="{capped(x, card.y, wide, _HEAD, 8)}"/>',
        f'<rect {frame} class="b-{card.style}"/>',
        text(x + 14, card.y + 20, "h", labels(card.fact.type)[0]),
        text(x + wide - 14, card.y + 20, "m", short(card.fact.type), "end"),
    ]
    for by, value in card.fact.rows:
        parts += _row(card, by, value)
    dot = (
        f'<circle class="d-{card.style}" cx="{number(x)}" cy="{number(card.row(v.ANCHOR))}" r="3"/>'
    )
    return [*parts, dot, *_target(card)]


def _row(card: _Card, by: str, value: str) -> list[str]:
    x, base = _FACTS[0] + 14, card.row(by) + 4.5
    label = labels(by)[0]
    shown = f"{card.fact.start}–{card.fact.end}" if by == v.ANCHOR else value
    return [
        text(x, base, "l", label),
        text(x + width(label, 12.5) + 8, base, "m", short(by)),
        text(_FACTS[0] + _FACTS[1] - 14, base, "l", shown, "end") if shown else "",
    ]


def _target(card: _Card) -> list[str]:
    """Draw what the fact stands for, and the arrow to it."""
    fact, (x, wide) = card.fact, _TARGETS
    y, height = card.row(fact.link), 50.0
    top = min(y - height / 2, card.y + card.height - height)
    start, end = _FACTS[0] + _FACTS[1], top + height / 2
    half = (start + x) / 2
    curve = (
        f"C{number(half)} {number(y)} {number(half)} {number(end)} {number(x - 2)} {number(end)}"
    )
    round_ = 24 if fact.target.type.startswith(v.SKOS) else 8
    place = f'x="{number(x)}" width="{number(wide)}" y="{number(top)}" height="{number(height)}"'
    return [
        f'<path class="s-{card.style}" d="M{number(start)} {number(y)}{curve}{_TIP}"/>',
        f'<rect {place} rx="{round_}" class="card"/>',
        text(x + 16, top + 21, "h", fact.target.name),
        text(x + 16, top + 39, "m", _kind_words(fact.target)),
    ]


def _kind_words(target: Target) -> str:
    """Give the class of a thing, or of a concept its code."""
    concept = target.type.startswith(v.SKOS)
    return f"{labels(target.type)[0]} {short(target.iri if concept else target.type)}"
