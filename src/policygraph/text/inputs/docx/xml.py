"""Names and values in WordprocessingML, and how to look them up."""

from collections.abc import Iterator
from functools import cache

from docx.oxml.ns import nsmap
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement
_SPACES = {
    **nsmap,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
}
_FALSE = ("0", "false", "off")  # ISO/IEC 29500-1, 22.9.2.7 (ST_OnOff)


@cache
def qn(name: str) -> str:
    """Give ``w:pPr`` with its namespace in full, as lxml names elements."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def below(element: Element | None, *path: str) -> Element | None:
    """Give the first element at ``path``, each step a name like ``w:pPr``; None where none is."""
    for step in path:
        if element is None:
            return None
        element = element.find(qn(step))
    return element


def all_below(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children called ``name``."""
    if element is not None:
        yield from element.iterchildren(qn(name))


def value(element: Element | None, name: str = "w:val") -> str | None:
    """Give an attribute; None where there is no such element or attribute."""
    return None if element is None else element.get(qn(name))


def number(element: Element | None, name: str = "w:val") -> int | None:
    """Give an attribute that is a whole number; None where there is none."""
    printed = (value(element, name) or "").strip()
    bare = printed.removeprefix("-")
    whole = bare.isascii() and bare.isdigit() and len(bare) <= 9
    return int(printed) if whole else None


def is_on(element: Element | None) -> bool:
    """Say whether a toggle is there and not switched off (``<w:vanish/>``)."""
    return element is not None and (value(element) or "").lower() not in _FALSE
