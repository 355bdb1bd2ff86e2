"""What a paragraph prints: its runs, without what was deleted or hidden."""

from dataclasses import dataclass, field

from policygraph.text.inputs.docx.xml import Element, below, is_on, number, qn, value

_TEXT = (qn("w:t"), qn("m:t"))
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
# What has words of its own, in a part of its own.
_UNREAD = {
    qn("o:OLEObject"): "object",
    qn("c:chart"): "chart",
    qn("dgm:relIds"): "diagram",
    qn("w:subDoc"): "subDoc",
}
_PLACED = (qn("wp:inline"), qn("wp:anchor"))
_PAGE = 0.5 * 7560000 * 10692000  # half of an A4 page, in square EMU (20.1.2.1)
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
# Properties, deletions, the instructions of fields, the reading printed above a character.
_UNPRINTED = frozenset(
    qn(f"w:{name}")
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "del", "moveFrom", "delText", "instrText",
        "delInstrText", "fldData",
    )
)  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)  # signs of a font of its own (Wingdings)


@dataclass(frozen=True, slots=True)
class Printed:
    """What a paragraph prints.

    Attributes:
        text: its words; a line break is one, a tab too.
        notes: kind and number of the notes that it refers to.
        boxes: the text boxes that are anchored in it.
        unread: what it holds besides words, by its name.
    """

    text: str
    notes: tuple[tuple[str, int], ...]
    boxes: tuple[Element, ...]
    unread: tuple[str, ...]


@dataclass(slots=True)
class _Reading:
    parts: list[str] = field(default_factory=list)
    notes: list[tuple[str, int]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_paragraph(paragraph: Element) -> Printed:
    """Read a paragraph (``w:p``). Tracked insertions are kept, deletions are not."""
    reading = _Reading()
    _read(paragraph, reading)
    return Printed(
        "".join(reading.parts), tuple(reading.notes), tuple(reading.boxes), tuple(reading.unread)
    )


def is_merged(paragraph: Element) -> bool:
    """Say whether its end was deleted, so that the next paragraph goes on with it."""
    return below(paragraph, "w:pPr", "w:rPr", "w:del") is not None


def _read(element: Element, reading: _Reading) -> None:
    """Read what an element holds; XML is nested at most 256 deep here (``package``)."""
    for child in element:
        tag = child.tag
        if tag in _TEXT:
            reading.parts.append(child.text or "")
        elif tag in _SIGNS:
            reading.parts.append(_SIGNS[tag])
        elif tag in _NOTES:
            reading.notes.append((_NOTES[tag], number(child, "w:id") or 0))
        elif tag == qn("w:sym"):
            reading.parts.append(_symbol(child))
        elif tag == qn("w:txbxContent"):
            reading.boxes.append(child)
        elif tag == qn("mc:AlternateContent"):
            _read_alternative(child, reading)
        elif tag in _PLACED and _is_page(child):
            reading.unread.append("page picture")
        elif tag in _UNREAD:
            reading.unread.append(_UNREAD[tag])
        elif tag not in _UNPRINTED and not _is_hidden(child) and isinstance(tag, str):
            _read(child, reading)


def _read_alternative(element: Element, reading: _Reading) -> None:
    """Read the first of several forms of the same thing (ISO/IEC 29500-3, 7.5)."""
    for name in ("mc:Choice", "mc:Fallback"):
        form = below(element, name)
        if form is not None:
            _read(form, reading)
            return


def _is_page(placed: Element) -> bool:
    """Say whether a picture is so large that it is a page itself: a scan, pasted in."""
    extent = below(placed, "wp:extent")
    sizes = [] if extent is None else [extent.get(side, "") for side in ("cx", "cy")]
    if not all(size.isascii() and size.isdigit() and len(size) <= 12 for size in sizes):
        return False
    large = len(sizes) == 2 and int(sizes[0]) * int(sizes[1]) >= _PAGE
    return large and next(placed.iter(qn("pic:pic")), None) is not None


def _is_hidden(element: Element) -> bool:
    return element.tag == qn("w:r") and is_on(below(element, "w:rPr", "w:vanish"))


def _symbol(element: Element) -> str:
    try:
        code = int(value(element, "w:char") or "", 16)
    except ValueError:
        return ""
    printable = 0x20 <= code < 0x110000 and code not in _PRIVATE
    return chr(code) if printable else ""
