"""A module's diagram as an SVG picture, without scripts or fonts of its own."""

from html import escape

from policygraph.documentation.diagram_layout import (
    HEAD,
    LINE,
    PAD,
    ROW,
    SIDE,
    Placed,
    laid_out,
    reused_lines,
    row_middle,
    row_widths,
)
from policygraph.documentation.drawn_text import MONO, SANS, capped, number, text, width
from policygraph.documentation.module_diagram import Diagram, Key

_STYLE = (
    f"text{{font-family:{SANS};fill:#2b2922}}"
    f".m,.v,.r{{font-family:{MONO}}}"
    ".h{font-size:15px;font-weight:600}.m{font-size:11.5px;fill:#6b6558}.hm{font-size:12px}"
    ".l{font-size:13px}.v,.r{font-size:11px;fill:#8a6d2f}.r{fill:#6b6558}"
    ".g{font-size:12px;fill:#6b6558}.w{fill:#fff}.ws{fill:#cfe3ea}"
    ".own{fill:#fff;stroke:#1d4e5f;stroke-width:1.3}.head{fill:#1d4e5f}"
    ".elsewhere{fill:#fff;stroke:#9a917d;stroke-width:1.3;stroke-dasharray:5 4}"
    ".list{fill:#fdf3d8;stroke:#d9b75b;stroke-width:1.3}"
    ".line{stroke:#eee9dd}.a{fill:none;stroke:#1d4e5f;stroke-width:1.3;opacity:.8}"
    ".to-list{stroke:#b8912f}.to-elsewhere{stroke:#8c8371}"
)
_LEGEND = (
    ("own", "本模块的类 / class of this module"),
    ("elsewhere", "别处的类 / class of elsewhere"),
    ("list", "概念表 / code list"),
)
_LEGEND_HEIGHT = 66


def diagram_svg(diagram: Diagram) -> str:
    """Draw the diagram of a module."""
    placed = laid_out(diagram.boxes)
    wide = max(max(p.x + p.width for p in placed) + SIDE, 760)
    bottom = max(p.y + p.height for p in placed)
    high = bottom + _LEGEND_HEIGHT
    drawn = [*_arrows(placed), *(_box(p) for p in placed), *_legend(bottom + 34)]
    w, h = number(wide), number(high)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}"'
        f' viewBox="0 0 {w} {h}" role="img">\n<title>{escape(diagram.title)}</title>\n'
        f"<style>{_STYLE}</style>\n"
        f'<rect width="{w}" height="{h}" rx="10" fill="#fbfaf7"/>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )


def _box(placed: Placed) -> str:
    box = placed.box
    x, y, w, h = (number(one) for one in (placed.x, placed.y, placed.width, placed.height))
    corner = 16 if box.kind == "list" else 7
    parts = [f'<rect class="{box.kind}" x="{x}" y="{y}" width="{w}" height="{h}" rx="{corner}"/>']
    if box.kind == "own":
        head = capped(placed.x, placed.y, placed.width, placed.head, 7)
        parts.append(f'<path class="head" d="{head}"/>')
    parts += _heads(placed)
    for at in range(len(box.rows)):
        parts += _row(placed, at)
    parts += _reused(placed)
    return "<g>" + "".join(parts) + "</g>"


def _heads(placed: Placed) -> list[str]:
    light, soft = ("h w", "m hm ws") if placed.box.kind == "own" else ("h", "m hm")
    parts = []
    for at, (zh, name) in enumerate(placed.box.heads):
        y = placed.y + at * HEAD + 21
        parts.append(text(placed.x + PAD, y, light, zh) if zh else "")
        parts.append(text(placed.x + placed.width - PAD, y, soft, name, "end"))
    return parts


def _row(placed: Placed, at: int) -> list[str]:
    row = placed.box.rows[at]
    middle = row_middle(placed, at)
    base, left, right = middle + 4.5, placed.x + PAD, placed.x + placed.width - PAD
    count = row_widths(row)[3]
    rule = ""
    if at:
        y = number(middle - ROW / 2)
        ends = f'x1="{number(left)}" x2="{number(right)}" y1="{y}" y2="{y}"'
        rule = f'<line class="line" {ends}/>'
    return [
        rule,
        text(left, base, "l", row.label),
        text(left + width(row.label, 13) + 10, base, "m", row.name),
        text(right - count - 12, base, "v", row.value, "end") if row.value else "",
        text(right, base, "r", row.count, "end"),
    ]


def _reused(placed: Placed) -> list[str]:
    lines = reused_lines(placed.box, placed.width)
    top = placed.y + placed.head + len(placed.box.rows) * ROW + 20
    return [text(placed.x + PAD, top + at * LINE, "r", line) for at, line in enumerate(lines)]


def _arrows(placed: list[Placed]) -> list[str]:
    """Draw an arrow for each row and target; those into one box end beside each other."""
    by_key = {p.box.key: p for p in placed}
    found = [
        (start, at, by_key[key])
        for start in placed
        for at, row in enumerate(start.box.rows)
        for key in row.targets
    ]
    ends = _ends(found)
    return [
        _arrow(start, row_middle(start, at), end, ends[start.box.key, at, end.box.key])
        for start, at, end in found
    ]


def _ends(found: list[tuple[Placed, int, Placed]]) -> dict[tuple[Key, int, Key], float]:
    """Give the height at which each arrow ends: in the head of the box, in order of beginning."""
    ends = {}
    for box in {end.box.key: end for _, _, end in found}.values():
        into = [(start, at) for start, at, end in found if end is box]
        into.sort(key=lambda pair: row_middle(*pair))
        step = min(7.0, (box.head - 10) / len(into))
        first = box.y + box.head / 2 - step * (len(into) - 1) / 2
        for number_of, (start, at) in enumerate(into):
            ends[start.box.key, at, box.box.key] = first + number_of * step
    return ends


def _arrow(start: Placed, y: float, end: Placed, to: float) -> str:
    """Draw a curve from one side to the facing one; inside a column it goes round outside."""
    rightward = start.column < end.column or (start.column == end.column == 1)
    x = start.x + start.width if rightward else start.x
    if start.column == end.column:
        side = 1 if rightward else -1
        goal = end.x + end.width if rightward else end.x
        reach = side * min(24 + abs(y - to) / 7, SIDE + 12)
        bend = (x + reach, goal + reach)
        tip = -side
    else:
        goal = end.x if rightward else end.x + end.width
        half = (goal - x) / 2
        bend = (x + half, goal - half)
        tip = 1 if rightward else -1
    style = f"a to-{end.box.kind}"
    stop = goal - 1.5 * tip
    x1, y1, y2 = number(x), number(y), number(to)
    curve = f"M{x1} {y1}C{number(bend[0])} {y1} {number(bend[1])} {y2} {number(stop)} {y2}"
    head = f"m{-6 * tip}-3.5l{6 * tip} 3.5l{-6 * tip} 3.5"
    return f'<path class="{style}" d="{curve}{head}"/>'


def _legend(y: float) -> list[str]:
    parts, x = [], float(SIDE)
    for kind, words in _LEGEND:
        corner = 8 if kind == "list" else 3
        parts.append(
            f'<rect class="{kind}" x="{number(x)}" y="{number(y - 11)}" width="26" height="14"'
            f' rx="{corner}"/>'
        )
        parts.append(text(x + 34, y, "g", words))
        x += 34 + width(words, 12) + 26
    words = "右侧数字是值的个数，* 不限 / the number of values stands to the right, * any"
    return [*parts, text(SIDE, y + 20, "g", words)]
