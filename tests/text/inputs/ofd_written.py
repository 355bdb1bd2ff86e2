"""A manuscript as an office sends it: an OFD of lines that are broken, and placed on pages.

Programs write the same page in different ways; here are three of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.text.inputs.manuscript import Line, Manuscript, Place, Table
from tests.text.inputs.ofd_parts import SIZE, ofd, page, placed, rule, words

LEFT, WIDTH, TOP, STEP, LINES = 28.0, 28 * SIZE, 40.0, 10.2, 22
HEAD, FOOT = "澄湖市人民政府办公室文件汇编", 280.0
_NOT_FIRST = "，。、；：？！）》”’〕…"
_NOT_LAST = "（《“‘〔"
_POINT = 25.4 / 72  # millimetres


@dataclass
class Sheet:
    """A page: lines of text and rules, in millimetres."""

    texts: list[tuple[float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


def to_ofd(parts: Manuscript, way: str = "lines") -> bytes:
    """Set a manuscript; the running head is in a template."""
    sheets = _set(parts)
    pages = []
    for number, sheet in enumerate(sheets, 1):
        texts = [*sheet.texts, (100.0, FOOT, f"— {number} —")]
        objects = [WAYS[way](x, y, text) for x, y, text in texts]
        objects += [rule(*each) for each in sheet.rules]
        if way == "characters":
            objects.reverse()  # their order says nothing
        pages.append(page(*objects, before='<ofd:Template TemplateID="5" ZOrder="Background"/>'))
    common = '<ofd:TemplatePage ID="5" BaseLoc="Tpl.xml"/>'
    return ofd(*pages, common=common, Tpl=page(words(70, 20, HEAD)))


def _line(x: float, y: float, text: str) -> str:
    """As exporters of office programs do: a line with its ways, equal ones counted."""
    steps = [SIZE * _width(char) for char in text[:-1]]
    runs: list[tuple[float, int]] = []
    for step in steps:
        if runs and runs[-1][0] == step:
            runs[-1] = (step, runs[-1][1] + 1)
        else:
            runs.append((step, 1))
    deltas = " ".join(f"g {count} {step:g}" if count > 1 else f"{step:g}" for step, count in runs)
    return placed(x, y, text, f'DeltaX="{deltas}"' if deltas else "")


def _characters(x: float, y: float, text: str) -> str:
    """As some converters do: each character an object, and no blanks."""
    objects = []
    for char in text:
        if char.strip():
            objects.append(placed(x, y, char, ""))
        x += SIZE * _width(char)
    return "".join(objects)


def _scaled(x: float, y: float, text: str) -> str:
    """As printer drivers do: in points, and a matrix that makes millimetres of them."""
    matrix = f' CTM="{_POINT:.4f} 0 0 {_POINT:.4f} 0 0"'
    size = SIZE / _POINT
    steps = " ".join(f"{size * _width(char):.3f}" for char in text[:-1])
    code = f'<ofd:TextCode X="0" Y="0" DeltaX="{steps}">{text}</ofd:TextCode>'
    inner = f'<ofd:TextObject ID="9" Boundary="0 0 9 0" Size="{size:.3f}" Font="3"{matrix}>{code}</ofd:TextObject>'
    return (
        f'<ofd:PageBlock ID="8">{inner.replace("0 0 9 0", f"{x:.3f} {y:.3f} 9 0")}</ofd:PageBlock>'
    )


WAYS: dict[str, Callable[[float, float, str], str]] = {
    "lines": _line,
    "characters": _characters,
    "points": _scaled,
}


def _set(parts: Manuscript) -> list[Sheet]:
    sheets, used = [Sheet()], 0
    for one in parts:
        if isinstance(one, Line):
            for x, text in _lines(one):
                if used == LINES:
                    sheets, used = [*sheets, Sheet()], 0
                sheets[-1].texts.append((x, TOP + STEP * used, text))
                used += 1
        else:
            used = _set_table(one, sheets, used)
    return sheets


def _set_table(table: Table, sheets: list[Sheet], used: int) -> int:
    """Set a table in columns of one width; a row is not broken over a page."""
    count = len(table.rows[0])
    wide = WIDTH / count
    for row in table.rows:
        cells = [list(broken(cell, int(wide / SIZE) - 0.5)) for cell in row]
        height = max(map(len, cells))
        if used + height > LINES:
            sheets.append(Sheet())
            used = 0
        top = TOP + STEP * used - STEP * 0.8
        bottom = top + STEP * height
        for place, cell in enumerate(cells):
            left = LEFT + wide * place
            sheets[-1].rules += [(left, top, left, bottom), (left + wide, top, left + wide, bottom)]
            for down, text in enumerate(cell):
                sheets[-1].texts.append((left + 1, TOP + STEP * (used + down), text))
        sheets[-1].rules += [(LEFT, y, LEFT + WIDTH, y) for y in (top, bottom)]
        used += height
    return used


def _lines(line: Line) -> Iterator[tuple[float, str]]:
    indent = 2 if line.place is Place.INDENTED else 0
    for place, text in enumerate(broken(line.text, WIDTH / SIZE, indent)):
        room = WIDTH - SIZE * sum(map(_width, text))
        if line.place is Place.CENTRED:
            yield LEFT + room / 2, text
        elif line.place is Place.RIGHT:
            yield LEFT + room - 2 * SIZE, text
        else:
            yield LEFT + (indent * SIZE if place == 0 else 0), text


def broken(text: str, width: float, indent: float = 0) -> Iterator[str]:
    """Break text into lines that are no wider than so many characters.

    No mark that ends a phrase begins a line, none that opens one ends it, no word is broken.
    """
    room, line = width - indent, ""
    for piece in _pieces(text):
        if line and sum(map(_width, line + piece)) > room:
            yield line
            room, line = width, ""
        line += piece
    yield line


def _pieces(text: str) -> Iterator[str]:
    piece = ""
    for char in text:
        word = piece[-1:].isascii() and char.isascii()
        if piece and char not in _NOT_FIRST and piece[-1] not in _NOT_LAST and not word:
            yield piece
            piece = ""
        piece += char
    yield piece


def _width(char: str) -> float:
    return 0.5 if char.isascii() or char == "·" else 1.0
