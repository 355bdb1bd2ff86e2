"""The rows of a page -> the lines that it prints."""

import re
from dataclasses import dataclass, field

from policygraph.expression import expression
from policygraph.text.inputs.characters import INDENT, collapsed, visible
from policygraph.text.inputs.html.furniture import is_block
from policygraph.text.inputs.html.lists import list_labels
from policygraph.text.inputs.html.tables import Slot, arranged
from policygraph.text.inputs.html.tree import TEXT, Tree
from policygraph.text.inputs.merged import spread
from policygraph.text.inputs.rows import data_lines, is_data, layout_lines

_BLANK_START = expression("[ \u00a0\u2002\u2003\u3000]+")
_FIRST_LINE = expression(r"text-indent\s*:\s*(\d*\.?\d+)\s*(em|rem|ch|pt|px|in|cm|mm)", re.I)
_EM = {
    "em": 1.0, "rem": 1.0, "ch": 0.5, "pt": 1 / 12, "px": 1 / 16, "in": 6.0, "cm": 2.4, "mm": 0.24,
}  # fmt: skip
_BLANK_WIDTH = {"\u3000": 1.0, "\u2003": 1.0}
_INDENTED = 1.5  # em; what begins further in is the first line of a paragraph


@dataclass(slots=True)
class _Writer:
    """Lines on their way: the open one is ``parts``."""

    lines: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    indent: bool = False
    label: str = ""

    def write(self, text: str, preformatted: bool) -> None:
        """Go on with the open line; preformatted text keeps its own lines."""
        first, *others = text.splitlines() or [""] if preformatted else [text]
        self.parts.append(first)
        for line in others:
            self.end_line()
            self.parts.append(line)

    def end_line(self) -> None:
        """Close the open line; a line without words is none."""
        words = collapsed(visible("".join(self.parts)))
        self.parts.clear()
        bare = words.strip(" \u00a0\u2002\u2003\u3000")
        if bare:
            indented = self.indent or _blank_width(words) >= _INDENTED
            self.lines.append((INDENT if indented else "") + self.label + bare)
            self.indent, self.label = False, ""


def _blank_width(words: str) -> float:
    match = _BLANK_START.match(words)
    return sum(_BLANK_WIDTH.get(char, 0.5) for char in match.group()) if match else 0.0


def page_lines(tree: Tree, skipped: set[int], body: int) -> list[str]:
    """Give the lines of a page, without the parts in ``skipped``.

    Args:
        tree: the page.
        skipped: rows that are left out with all in them.
        body: row of the document; a table that holds it only places it on the page.
    """
    return _Page(tree, skipped, body).lines(0, len(tree.tags))


class _Page:
    """Walks over the rows of a page."""

    def __init__(self, tree: Tree, skipped: set[int], body: int) -> None:
        self._tree = tree
        self._skipped = skipped
        self._body = body
        self._labels = list_labels(tree)

    def lines(self, start: int, stop: int) -> list[str]:
        """Give the lines of the rows from ``start`` to ``stop``."""
        tree, writer = self._tree, _Writer()
        ends: list[int] = []  # where the open blocks end
        row, preformatted = start, start
        while row < stop:
            while ends and row >= ends[-1]:
                ends.pop()
                writer.end_line()
            tag = tree.tags[row]
            if row in self._skipped:
                row = tree.ends[row]
            elif tag == TEXT:
                writer.write(tree.texts[row], row < preformatted)
                row += 1
            elif tag == "table":
                writer.end_line()
                writer.lines.extend(self._table(row))
                row = tree.ends[row]
            else:
                preformatted = tree.ends[row] if tag == "pre" else preformatted
                self._open(row, writer, ends)
                row += 1
        writer.end_line()
        return writer.lines

    def _open(self, row: int, writer: _Writer, ends: list[int]) -> None:
        tag = self._tree.tags[row]
        if tag == "br":
            writer.end_line()
        elif is_block(tag):
            writer.end_line()
            ends.append(self._tree.ends[row])
            writer.indent = _is_indented(self._tree.attribute(row, "style"))
            writer.label = self._labels.get(row, writer.label)

    def _table(self, row: int) -> list[str]:
        slots, down = arranged(self._tree, row, self._skipped)
        nested = "table" in self._tree.tags[row + 1 : self._tree.ends[row]]
        around = any(self._holds_body(slot) for line in slots for slot in line)
        rows = [[self._cell(slot) for slot in line] for line in slots]
        above = [line for caption in self._captions(row) for line in self._inside(caption)]
        if nested or around or not is_data(rows):
            return above + layout_lines(rows)
        return above + data_lines(spread(rows, down))

    def _captions(self, row: int) -> list[int]:
        tree, below = self._tree, row + 1
        while below < tree.ends[row] and tree.tags[below] == TEXT and not tree.texts[below].strip():
            below += 1
        is_caption = below < tree.ends[row] and tree.tags[below] == "caption"
        return [below] if is_caption and below not in self._skipped else []

    def _holds_body(self, slot: Slot) -> bool:
        """Say whether the document lies in one cell; spread over many it is what they say."""
        return slot is not None and slot <= self._body < self._tree.ends[slot]

    def _cell(self, slot: Slot) -> list[str]:
        return [] if slot is None else self._inside(slot)

    def _inside(self, row: int) -> list[str]:
        return self.lines(row + 1, self._tree.ends[row])


def _is_indented(style: str) -> bool:
    match = _FIRST_LINE.search(style)
    return match is not None and float(match[1]) * _EM[match[2].lower()] >= _INDENTED
