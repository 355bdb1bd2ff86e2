"""Elements of WordprocessingML, made of what a .doc says.

A .doc and a .docx hold the same things under different names; a .doc is written in those of a
.docx, so that one reader gives the lines of both.
"""

from docx.oxml.parser import oxml_parser

from policygraph.expression import expression
from policygraph.text.inputs.characters import visible
from policygraph.text.inputs.doc.properties import Paragraph
from policygraph.text.inputs.docx.xml import Element, qn

_FORBIDDEN = expression("[\x0c\x85]")  # besides those that are never printed (XML 1.0, 2.2)


def element(name: str, attributes: dict[str, str] | None = None, *inside: Element) -> Element:
    """Make an element; names have their prefix, as in ``w:p``."""
    made: Element = oxml_parser.makeelement(qn(name))
    for key, value in (attributes or {}).items():
        made.set(qn(key) if ":" in key else key, _allowed(value))
    made.extend(inside)
    return made


def text_element(words: str) -> Element:
    """Make a ``w:t``."""
    made = element("w:t")
    made.text = _allowed(words)
    return made


def _allowed(words: str) -> str:
    return _FORBIDDEN.sub("", visible(words))


def properties_element(paragraph: Paragraph, *, has_style: bool = True) -> Element:
    """Write the properties of a paragraph, or of a style, as ``w:pPr``."""
    made = element("w:pPr")
    if has_style:
        made.append(element("w:pStyle", {"w:val": str(paragraph.style)}))
    numbering = {"w:ilvl": paragraph.level, "w:numId": paragraph.list_id}
    marks = [element(key, {"w:val": str(n)}) for key, n in numbering.items() if n is not None]
    if marks:
        made.append(element("w:numPr", None, *marks))
    indent = _indent(paragraph)
    if indent:
        made.append(element("w:ind", indent))
    return made


def _indent(paragraph: Paragraph) -> dict[str, str]:
    found = {}
    if paragraph.first_line is not None:
        hangs = paragraph.first_line < 0
        found["w:hanging" if hangs else "w:firstLine"] = str(abs(paragraph.first_line))
    if paragraph.first_line_chars is not None and paragraph.first_line_chars >= 0:
        found["w:firstLineChars"] = str(paragraph.first_line_chars)
    return found
