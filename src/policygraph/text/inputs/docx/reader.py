"""The parts of a Word document -> its lines, in the order of the page.

What a paragraph prints is read here, because automatic numbers, tracked changes, text boxes, notes
and merged cells are beyond python-docx.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from policygraph.model.source import Notice
from policygraph.model.structure import BlockKind
from policygraph.text.inputs.characters import INDENT, visible
from policygraph.text.inputs.docx.numbering import Numbering
from policygraph.text.inputs.docx.paragraphs import is_merged, read_paragraph
from policygraph.text.inputs.docx.styles import Styles
from policygraph.text.inputs.docx.tables import arranged
from policygraph.text.inputs.docx.xml import Element, all_below, below, number, qn, value
from policygraph.text.inputs.merged import spread
from policygraph.text.inputs.rows import data_lines, is_data, layout_lines
from policygraph.text.layout import shape_of

_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")))
_KEPT_AT_EDGE = (BlockKind.NUMBER, BlockKind.COPIED_TO, BlockKind.FOOT)
_CELLS = 3
_BLANKS = " \t\u00a0\u2002\u2003\u3000"
_WIDE_BLANKS = ("\u3000", "\u2003", "    ", "\u00a0\u00a0\u00a0")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a document is read from.

    Attributes:
        body: its blocks.
        styles: the style sheet (``w:styles``).
        numbering: the lists (``w:numbering``).
        footnotes: the root of the footnotes.
        endnotes: the root of the endnotes.
        headers: the headers of its sections.
        footers: the footers of its sections.
        chunk_lines: gives the lines of a file inside it (``w:altChunk``).
    """

    body: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    headers: Iterable[Element] = ()
    footers: Iterable[Element] = ()
    chunk_lines: Callable[[Element], list[str]] = lambda _: []


class Reader:
    """Reads the body of a document, then what stands around it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._unread: Counter[str] = Counter()
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._notes: list[tuple[str, int]] = []

    def lines(self) -> list[str]:
        """Give all lines."""
        body = list(self._blocks(self._parts.body))
        body.extend(self._note_lines())
        printed = {line.strip() for line in body}
        above = self._edge_lines(self._parts.headers, printed)
        return above + body + self._edge_lines(self._parts.footers, printed)

    def notices(self) -> tuple[Notice, ...]:
        """Tell of what was not read, each kind once with its number."""
        counts = (f"{what} {count}" for what, count in sorted(self._unread.items()))
        return tuple(Notice("source.part-not-read", each) for each in counts)

    def _blocks(self, container: Element) -> Iterator[str]:
        carried = ""  # of a paragraph whose end was deleted
        boxes: list[Element] = []
        for child in container:
            if child.tag == qn("w:p"):
                printed = read_paragraph(child)
                properties = below(child, "w:pPr")
                if self._styles.is_contents(properties):
                    continue
                self._notes.extend(printed.notes)
                boxes.extend(printed.boxes)
                self._unread.update(printed.unread)
                carried += printed.text
                if not is_merged(child):
                    yield from self._lines_of(carried, properties)
                    carried = ""
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag == qn("w:altChunk"):
                yield from self._parts.chunk_lines(child)
            elif child.tag in _WRAPPERS and not _is_contents(child):
                yield from self._blocks(child)
            while boxes and not carried:
                yield from self._blocks(boxes.pop(0))
        yield from self._lines_of(carried, None)

    def _lines_of(self, text: str, properties: Element | None) -> Iterator[str]:
        """Give the lines of a paragraph; its label and its indent are those of the first."""
        lines = [line for line in visible(text).split("\n") if line.strip()]
        if not lines:
            return
        label = self._numbering.label(properties)
        indented = self._styles.is_indented(properties) or lines[0].startswith(_WIDE_BLANKS)
        lines[0] = (INDENT if indented else "") + label + lines[0].strip(_BLANKS)
        for line in lines:
            yield line.rstrip(_BLANKS) if _is_row(line) else line.replace("\t", "\u3000").rstrip()

    def _table(self, table: Element) -> list[str]:
        slots, down = arranged(table)
        rows = [[[] if cell is None else list(self._blocks(cell)) for cell in row] for row in slots]
        return data_lines(spread(rows, down)) if is_data(rows) else layout_lines(rows)

    def _note_lines(self) -> Iterator[str]:
        texts = {
            "footnote": _notes(self._parts.footnotes, "w:footnote"),
            "endnote": _notes(self._parts.endnotes, "w:endnote"),
        }
        for place, (kind, key) in enumerate(dict.fromkeys(self._notes), 1):
            note = texts[kind].get(key)
            lines = [] if note is None else self._blocks(note)
            if words := " ".join(line.strip() for line in lines):
                yield f"注{place}：{words}"

    def _edge_lines(self, parts: Iterable[Element], printed: set[str]) -> list[str]:
        """Give the lines of headers or footers that belong to the document."""
        found: dict[str, None] = {}
        for part in parts:
            for line in self._blocks(part):
                words = line.strip()
                if words not in printed and shape_of(words) in _KEPT_AT_EDGE:
                    found[words] = None
        return list(found)


def _is_row(line: str) -> bool:
    """Say whether tabs set off the cells of a row: one alone only moves words to the right."""
    return sum(bool(cell.strip()) for cell in line.split("\t")) >= _CELLS


def _is_contents(element: Element) -> bool:
    """Say whether a content control is a table of contents (17.5.2.13)."""
    gallery = below(element, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
    return value(gallery) == "Table of Contents"


def _notes(root: Element | None, name: str) -> dict[int, Element]:
    return {number(note, "w:id") or 0: note for note in all_below(root, name)}
