"""The numbers that a browser prints before the items of an ordered list."""

import re

from policygraph.expression import expression
from policygraph.text.inputs.counting import numeral
from policygraph.text.inputs.html.tree import Tree

_TYPES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
# Counter styles of CSS (Counter Styles 3, sections 6 and 7), with what is printed behind them.
_STYLES = {
    "none": ("none", ""),
    "decimal": ("decimal", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("chineseCountingThousand", "、"),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
}
_CSS = expression(r"list-style(?:-type)?\s*:\s*([a-z -]+)", re.I)


def list_labels(tree: Tree) -> dict[int, str]:
    """Give the label of each item of an ordered list, by its row."""
    labels: dict[int, str] = {}
    for row, tag in enumerate(tree.tags):
        if tag != "ol":
            continue
        number = _whole(tree.attribute(row, "start"), 1)
        child = row + 1
        while child < tree.ends[row]:
            if tree.tags[child] == "li":
                number = _whole(tree.attribute(child, "value"), number)
                labels[child] = _label(tree, row, child, number)
                number += 1
            child = tree.ends[child]
    return labels


def _label(tree: Tree, row: int, item: int, number: int) -> str:
    for place in (item, row):
        match = _CSS.search(tree.attribute(place, "style"))
        for word in match[1].lower().split() if match else ():
            if word in _STYLES:
                return _printed(number, *_STYLES[word])
        kind = tree.attribute(place, "type")
        if kind in _TYPES:
            return _printed(number, _TYPES[kind], ".")
    return _printed(number, "decimal", ".")


def _printed(number: int, style: str, behind: str) -> str:
    return "" if style == "none" else numeral(number, style) + behind


def _whole(printed: str, otherwise: int) -> int:
    return int(printed) if re.fullmatch(r"-?\d{1,6}", printed, re.A) else otherwise
