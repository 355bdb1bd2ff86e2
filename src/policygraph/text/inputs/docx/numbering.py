"""Automatic numbering: the labels that a word processor prints and the text does not hold.

ISO/IEC 29500-1, 17.9. A paragraph names a list and a level; the list names an abstract one, which
says how the labels of each level look. Lists of one abstract list count on together, unless one
says where it starts anew.
"""

import re
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.text.inputs.counting import numeral
from policygraph.text.inputs.docx.styles import NumberedAt, Styles
from policygraph.text.inputs.docx.xml import Element, all_below, below, is_on, number, value

_LEVELS = 9
_PLACE = expression(r"%([1-9])")
_ASCII_END = expression(r"[!-~]$")


class _Level(NamedTuple):
    """How the labels of a level look and count.

    Attributes:
        start: the first number.
        style: format of the number, as ``w:numFmt`` names it.
        text: the label, with ``%1`` for the number of the outermost level.
        is_apart: a tab or blank follows the label.
        restart: it counts anew behind a unit of one of so many outer levels; 0: it runs on.
        is_legal: the numbers of all levels are written in plain digits.
        paragraph_style: the style whose paragraphs are of this level.
    """

    start: int
    style: str
    text: str
    is_apart: bool
    restart: int
    is_legal: bool
    paragraph_style: str | None


class _List(NamedTuple):
    abstract: int
    levels: dict[int, _Level]
    starts: dict[int, int]  # where levels start anew


class Numbering:
    """Counts the numbered paragraphs of a document, in the order in which they are asked for."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {
            key: one
            for one in all_below(root, "w:abstractNum")
            if (key := number(one, "w:abstractNumId")) is not None
        }
        self._nums = {
            key: one
            for one in all_below(root, "w:num")
            if (key := number(one, "w:numId")) is not None
        }
        self._lists: dict[int, _List | None] = {}
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, properties: Element | None) -> str:
        """Give the label of a paragraph, with the blank behind it; empty where it has none."""
        place = self._styles.numbered_at(properties)
        if not place.list_id:  # 0 takes a paragraph out of the list of its style
            return ""
        found = self._list(place.list_id)
        if found is None:
            return ""
        index = self._level(found, place, value(below(properties, "w:pStyle")))
        level = found.levels.get(index)
        if level is None:
            return ""
        self._count(place.list_id, found, index)
        return self._printed(found, level)

    def _level(self, found: _List, place: NumberedAt, style: str | None) -> int:
        if place.level is not None:
            return place.level
        same = (i for i, each in found.levels.items() if style and each.paragraph_style == style)
        return next(same, 0)

    def _list(self, list_id: int) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read_list(list_id)
        return self._lists[list_id]

    def _read_list(self, list_id: int) -> _List | None:
        num = self._nums.get(list_id)
        abstract = number(below(num, "w:abstractNumId"))
        if num is None or abstract is None:
            return None
        source = self._abstract.get(abstract)
        linked = self._styles.list_of(value(below(source, "w:numStyleLink")))
        if linked is not None and linked != list_id:
            abstract = number(below(self._nums.get(linked), "w:abstractNumId"))
            source = self._abstract.get(-1 if abstract is None else abstract)
        if source is None or abstract is None:
            return None
        levels = dict(map(_level, all_below(source, "w:lvl")))
        starts: dict[int, int] = {}
        for change in all_below(num, "w:lvlOverride"):
            index = number(change, "w:ilvl") or 0
            levels.update(map(_level, all_below(change, "w:lvl")))
            start = number(below(change, "w:startOverride"))
            if start is not None:
                starts[index] = start
        return _List(abstract, levels, starts)

    def _count(self, list_id: int, found: _List, index: int) -> None:
        counts = self._counts.setdefault(found.abstract, {})
        anew = index in found.starts and (list_id, index) not in self._begun
        self._begun.add((list_id, index))
        if anew:
            counts[index] = found.starts[index]
        else:
            counts[index] = counts[index] + 1 if index in counts else found.levels[index].start
        for deeper in [i for i in counts if i > index]:
            level = found.levels.get(deeper)
            if level is None or index < level.restart:
                del counts[deeper]

    def _printed(self, found: _List, level: _Level) -> str:
        if level.style in ("bullet", "none") and not _PLACE.search(level.text):
            return ""  # a dot is no label
        counts = self._counts[found.abstract]

        def written(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = found.levels.get(place, level)
            style = "decimal" if level.is_legal else other.style
            return numeral(counts.get(place, other.start), style)

        label = _PLACE.sub(written, level.text)
        apart = level.is_apart and bool(_ASCII_END.search(label))
        return label + " " if apart else label


def _level(element: Element) -> tuple[int, _Level]:
    index = min(max(number(element, "w:ilvl") or 0, 0), _LEVELS - 1)
    start = number(below(element, "w:start"))
    restart = number(below(element, "w:lvlRestart"))
    return index, _Level(
        start=0 if start is None else start,
        style=_style(element),
        text=value(below(element, "w:lvlText")) or "",
        is_apart=value(below(element, "w:suff")) != "nothing",
        restart=index if restart is None else restart,
        is_legal=is_on(below(element, "w:isLgl")),
        paragraph_style=value(below(element, "w:pStyle")),
    )


def _style(element: Element) -> str:
    """Give the number format; Word writes those of later versions beside one that all know."""
    fallback = below(element, "mc:AlternateContent", "mc:Fallback", "w:numFmt")
    return value(below(element, "w:numFmt")) or value(fallback) or "decimal"
