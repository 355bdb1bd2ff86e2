"""How wide a text is when it is drawn, and SVG elements of text; no font is at hand to ask."""

from html import escape
from unicodedata import east_asian_width

SANS = (
    "-apple-system, 'Segoe UI', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC',"
    " 'Microsoft YaHei', sans-serif"
)
MONO = "ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"
_MONO_WIDTH = 0.605  # of the widest of these fonts, in heights


def width(text: str, size: float, mono: bool = False) -> float:
    """Give the width of a text in pixels, rather too much than too little."""
    return sum(_width(character, mono) for character in text) * size


def _width(character: str, mono: bool) -> float:
    if east_asian_width(character) in "WFA":
        return 1.0
    if mono:
        return _MONO_WIDTH
    return 0.7 if character.isupper() else 0.58


def text(x: float, y: float, style: str, words: str, anchor: str = "") -> str:
    """Give a text element; ``style`` is a class of the style sheet."""
    end = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{number(x)}" y="{number(y)}" class="{style}"{end}>{escape(words)}</text>'


def capped(x: float, y: float, wide: float, high: float, corner: float) -> str:
    """Give the path of a rectangle whose upper corners are round, for the head of a box."""
    across, down = number(wide - 2 * corner), number(high - corner)
    r = number(corner)
    start = f"M{number(x)} {number(y + high)}v-{down}"
    return f"{start}q0-{r} {r}-{r}h{across}q{r} 0 {r} {r}v{down}z"


def number(value: float) -> str:
    """Write a length with at most one digit behind the point."""
    return f"{value:.1f}".removesuffix(".0")


def wrapped(words: list[str], size: float, room: float, mono: bool = False) -> list[str]:
    """Break a list of names into lines that have room, with commas between the names."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]}, {word}" if lines else word
        if lines and width(longer + ",", size, mono) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line + "," for line in lines[:-1]] + lines[-1:]
