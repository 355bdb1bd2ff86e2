"""The style sheet: what paragraphs of a style are called, numbered and indented (STSH, 2.9.271)."""

from policygraph.text.inputs.doc.binary import u16, xst
from policygraph.text.inputs.doc.properties import paragraph
from policygraph.text.inputs.doc.wordml import element, properties_element
from policygraph.text.inputs.docx.xml import Element

_OF_PARAGRAPHS = 1
_NONE = 0xFFF  # based on no style
_MOST = 4096  # styles
# Styles that Word knows go by a number, whatever they are called in the language of the program.
_KNOWN = {0: "Normal", **{n: f"heading {n}" for n in range(1, 10)},
          **{18 + n: f"toc {n}" for n in range(1, 10)}}  # fmt: skip


def styles_element(table: bytes) -> Element:
    """Give the style sheet as ``w:styles``; the number of a style is its name there."""
    root = element("w:styles")
    if not table:
        return root
    info = 2
    count = min(u16(table, info), _MOST)
    fixed = u16(table, info + 2)  # bytes of the part that all styles have
    at = info + u16(table, 0)
    for number in range(count):
        if at + 2 > len(table):
            break  # what is cut off at the end are styles that nothing uses
        size = u16(table, at)
        made = _style(table[at + 2 : at + 2 + size], number, fixed) if size else None
        if made is not None:
            root.append(made)
        at += 2 + size + size % 2
    return root


def _style(style: bytes, number: int, fixed: int) -> Element | None:
    """Write one style; None where it is for runs, tables or lists."""
    known, kind_base = u16(style, 0) & 0xFFF, u16(style, 2)
    if kind_base & 0xF != _OF_PARAGRAPHS:
        return None
    name, at = xst(style, fixed)
    is_default = {"w:default": "1"} if number == 0 else {}
    made = element("w:style", {"w:type": "paragraph", "w:styleId": str(number), **is_default})
    made.append(element("w:name", {"w:val": _KNOWN.get(known) or name}))
    if kind_base >> 4 != _NONE:
        made.append(element("w:basedOn", {"w:val": str(kind_base >> 4)}))
    made.append(properties_element(paragraph(number, _modifiers(style, at)), has_style=False))
    return made


def _modifiers(style: bytes, at: int) -> bytes:
    """Give the modifiers of paragraphs, which come first of all behind the name (2.9.338)."""
    at += 2 + at % 2  # the zero that ends the name; what follows begins at an even place
    if at + 2 > len(style):
        return b""
    size = u16(style, at)
    return style[at + 4 : at + 2 + size]
