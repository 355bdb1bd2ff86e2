"""The line of a body's changes as a drawing: Mermaid text, or SVG without scripts or fonts."""

from collections.abc import Sequence
from html import escape

from policygraph.model.reform import SUCCESSION, Body, Reform
from policygraph.show.agencies import day_words, kind_word

_LINE, _BOX, _GAP = 22, 44, 70  # pixels: height of text, of a box, between columns
_CHARACTER = 14  # pixels of a Chinese character
_STYLE = (
    "text{font:14px sans-serif}.box{fill:#f4f6f8;stroke:#456}.asked{fill:#fff3c4}"
    "path{fill:none;stroke:#456}.other{stroke-dasharray:5 4}"
    ".word{font-size:12px;fill:#345;paint-order:stroke;stroke:#fff;stroke-width:4px}"
)


def to_mermaid(body: Body, reforms: Sequence[Reform], language: str) -> str:
    """Give a flowchart in Mermaid; dashed are transfers of functions and substitutions."""
    bodies = _bodies(body, reforms)
    lines = ["flowchart LR"]
    lines += [f'  b{number}["{_quoted(each.name)}"]' for each, number in bodies.items()]
    for reform in reforms:
        for new in reform.new:
            if reform.old and new != reform.old:
                arrow = "-->" if reform.kind in SUCCESSION and len(reform.new) == 1 else "-.->"
                words = _quoted(_words(reform, language))
                lines.append(f'  b{bodies[reform.old]} {arrow}|"{words}"| b{bodies[new]}')
    lines.append(f"  style b{bodies[body]} fill:#fff3c4")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Mermaid takes HTML entities with # in the place of &."""
    return escape(text).replace("&#x27;", "'").replace("&", "#")


def _words(reform: Reform, language: str) -> str:
    moved = f" {'、'.join(reform.functions)}" if reform.functions else ""
    return f"{day_words(reform.when, language)} {kind_word(reform.kind, language)}{moved}"


def _bodies(body: Body, reforms: Sequence[Reform]) -> dict[Body, int]:
    """Number the bodies in the order in which the changes name them."""
    named = [b for r in reforms for b in ((r.old,) if r.old else ()) + r.new]
    return {each: number for number, each in enumerate(dict.fromkeys((*named, body)), 1)}


def to_svg(body: Body, reforms: Sequence[Reform], language: str) -> str:
    """Give an SVG picture: a column for each step, an arrow for each change."""
    places = _laid_out(body, reforms)
    width = {b: _CHARACTER * max(len(b.name), 4) + 16 for b in places}
    left = _columns(places, width, reforms, language)
    drawn = []
    for reform in reforms:
        for new in reform.new:
            if reform.old and new != reform.old:
                drawn.append(_arrow(reform, reform.old, new, (places, left, width), language))
    for each, (column, row) in places.items():
        x, y = left[column], 20 + row * (_BOX + _LINE)
        mark = "box asked" if each == body else "box"
        drawn.append(
            f'<rect class="{mark}" x="{x}" y="{y}" width="{width[each]}" height="{_BOX}" rx="4"/>'
            f'<text x="{x + 8}" y="{y + _BOX // 2 + 5}">{escape(each.name)}</text>'
        )
    right = max(left[c] + width[b] for b, (c, _) in places.items()) + 20
    bottom = 20 + (1 + max(row for _, row in places.values())) * (_BOX + _LINE)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{right}" height="{bottom}"'
        f' viewBox="0 0 {right} {bottom}" role="img">\n<title>{escape(body.name)}</title>\n'
        f"<style>{_STYLE}</style>\n" + "\n".join(drawn) + "\n</svg>\n"
    )


def _laid_out(body: Body, reforms: Sequence[Reform]) -> dict[Body, tuple[int, int]]:
    """Give each body a column, one right of all it came of, and a row in it."""
    columns = dict.fromkeys(_bodies(body, reforms), 0)
    for _ in range(len(columns)):  # bounded: a circle must not go round for ever
        for reform in reforms:
            for new in reform.new:
                if reform.old and new != reform.old:
                    columns[new] = max(columns[new], min(columns[reform.old] + 1, len(columns)))
    rows: dict[int, int] = {}
    places = {}
    for each, column in columns.items():
        places[each] = (column, rows.get(column, 0))
        rows[column] = rows.get(column, 0) + 1
    return places


def _columns(
    places: dict[Body, tuple[int, int]],
    width: dict[Body, int],
    reforms: Sequence[Reform],
    language: str,
) -> dict[int, int]:
    """Give the left edge of each column; between two there is room for the words of an arrow."""
    room = max((len(_words(r, language)) * 9 for r in reforms), default=0) + _GAP
    left, x = {}, 20
    for column in range(max(c for c, _ in places.values()) + 1):
        left[column] = x
        x += max((width[b] for b, (c, _) in places.items() if c == column), default=0) + room
    return left


def _arrow(
    reform: Reform,
    old: Body,
    new: Body,
    layout: tuple[dict[Body, tuple[int, int]], dict[int, int], dict[Body, int]],
    language: str,
) -> str:
    places, left, width = layout
    (column, row), (to, to_row) = places[old], places[new]
    x, y = left[column] + width[old], 20 + row * (_BOX + _LINE) + _BOX // 2
    end, end_y = left[to], 20 + to_row * (_BOX + _LINE) + _BOX // 2
    middle = (x + end) // 2
    mark = "" if reform.kind in SUCCESSION and len(reform.new) == 1 else ' class="other"'
    # the words stand where the arrow is alone: at its end where several begin at one box
    word = f'x="{end - 12}" y="{end_y - 6}" text-anchor="end"'
    if to_row in (0, row):
        word = f'x="{x + 8}" y="{y + 16 if to_row < row else y - 6}"'  # where the line is not
    return (
        f'<path{mark} d="M{x} {y} C{middle} {y} {middle} {end_y} {end - 6} {end_y}'
        f' m-6 -5 l7 5 l-7 5"/><text class="word" {word}>{escape(_words(reform, language))}</text>'
    )
