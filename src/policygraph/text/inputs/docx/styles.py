"""What the styles of a document say of its paragraphs: their numbering, indent and purpose."""

from typing import NamedTuple

from policygraph.text.inputs.docx.xml import Element, all_below, below, number, value

_DEEPEST = 32  # styles based on one another; more is a circle
_CONTENTS = ("toc ", "wpsoffice手动目录")  # as Word and as WPS name them, in lower case
_INDENT = 300  # twentieths of a point: about one character of body text
_INDENT_CHARS = 150  # hundredths of a character


class NumberedAt(NamedTuple):
    """The list that a paragraph belongs to, and its level in it; None where it is not said."""

    list_id: int | None
    level: int | None


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {value(s, "w:styleId"): s for s in all_below(root, "w:style")}
        self._default = next((name for name, one in self._styles.items() if _is_default(one)), None)

    def chain(self, properties: Element | None) -> list[Element]:
        """Give the properties of a paragraph, then those of its style and what that is based on."""
        found = [] if properties is None else [properties]
        name = value(below(properties, "w:pStyle")) or self._default
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                break
            of_style = below(style, "w:pPr")
            if of_style is not None:
                found.append(of_style)
            name = value(below(style, "w:basedOn"))
        return found

    def numbered_at(self, properties: Element | None) -> NumberedAt:
        """Give the list and level of a paragraph: what itself says goes before its styles."""
        marks = [below(each, "w:numPr") for each in self.chain(properties)]
        lists = (number(below(mark, "w:numId")) for mark in marks)
        levels = (number(below(mark, "w:ilvl")) for mark in marks)
        list_id = next((one for one in lists if one is not None), None)
        return NumberedAt(list_id, next((one for one in levels if one is not None), None))

    def list_of(self, style: str | None) -> int | None:
        """Give the list that a numbering style stands for."""
        return number(below(self._styles.get(style), "w:pPr", "w:numPr", "w:numId"))

    def is_indented(self, properties: Element | None) -> bool:
        """Say whether the first line of a paragraph is indented."""
        for each in self.chain(properties):
            indent = below(each, "w:ind")
            characters = number(indent, "w:firstLineChars")
            width = number(indent, "w:firstLine")
            if characters:
                return characters >= _INDENT_CHARS
            if width is not None or value(indent, "w:hanging") is not None:
                return (width or 0) >= _INDENT
        return False

    def is_contents(self, properties: Element | None) -> bool:
        """Say whether a paragraph is a line of a table of contents that the program made."""
        style = self._styles.get(value(below(properties, "w:pStyle")))
        name = (value(below(style, "w:name")) or "").lower()
        return name.startswith(_CONTENTS) and name != "toc heading"


def _is_default(style: Element) -> bool:
    is_on = value(style, "w:default") in ("1", "true", "on")
    return is_on and value(style, "w:type") == "paragraph"
