"""A Word document -> its text, in the order of the page.

python-docx opens the package and gives its parts; what a paragraph prints is read here, because
automatic numbers, tracked changes, text boxes, notes and merged cells are beyond it.
"""

from collections import Counter
from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml

from policygraph.errors import SourceError
from policygraph.model.source import Notice
from policygraph.model.structure import BlockKind
from policygraph.text.inputs.characters import INDENT, visible
from policygraph.text.inputs.child import serve
from policygraph.text.inputs.docx.chunks import Chunks
from policygraph.text.inputs.docx.numbering import Numbering
from policygraph.text.inputs.docx.package import open_package
from policygraph.text.inputs.docx.paragraphs import is_merged, read_paragraph
from policygraph.text.inputs.docx.styles import Styles
from policygraph.text.inputs.docx.tables import arranged
from policygraph.text.inputs.docx.xml import Element, all_below, below, number, qn, value
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.rows import data_lines, is_data, layout_lines
from policygraph.text.layout import shape_of

_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")))
_KEPT_AT_EDGE = (BlockKind.NUMBER, BlockKind.COPIED_TO, BlockKind.FOOT)
_CELLS = 3
_BLANKS = " \t\u00a0\u2002\u2003\u3000"
_WIDE_BLANKS = ("\u3000", "\u2003", "    ", "\u00a0\u00a0\u00a0")


def docx_text(data: bytes, name: str, depth: int = 0) -> Extracted:
    """Give the text of a Word document: a paragraph a line, a row of a table a line.

    Notes stand at the end. Headers and footers are left out, but for a line of them that is a
    文号 or of the foot block (抄送, 印发) and stands nowhere else. Embedded tables, charts and
    the like are told of.

    Args:
        data: the bytes of the file.
        name: its name.
        depth: how many documents it lies in.

    Raises:
        SourceError: it is locked, damaged, or something else than a Word document.
    """
    document = open_package(data, name)
    reader = _Reader(document, name, depth)
    lines = reader.lines()
    if not lines:
        raise _nothing(document, name)
    text = "\n".join(lines) + "\n"
    return Extracted(text, reader.notices())


def _nothing(document: Document, name: str) -> SourceError:
    """Give what to raise for a document without text: it may hold pictures of its pages."""
    parts = document.part.package.iter_parts()
    if any(part.content_type.startswith("image/") for part in parts):
        return SourceError(
            zh=f"文件 {name} 只有图片没有文字；请先做文字识别（OCR）",
            en=f"{name}: holds pictures and no text; run text recognition (OCR) on it first",
            code="source.scan",
        )
    return SourceError(
        zh=f"文件 {name} 中没有文字；请更换文件",
        en=f"{name}: holds no text; supply another file",
        code="source.empty",
    )


class _Reader:
    """Reads the body of a document, then what stands around it."""

    def __init__(self, document: Document, name: str, depth: int) -> None:
        self._document = document
        self._chunks = Chunks(
            document.part, name, depth, lambda data, of: docx_text(data, of, depth + 1)
        )
        self._unread: Counter[str] = Counter()
        self._styles = Styles(_part(document, RELATIONSHIP_TYPE.STYLES))
        numbering = _part(document, RELATIONSHIP_TYPE.NUMBERING)
        self._numbering = Numbering(numbering, self._styles)
        self._notes: list[tuple[str, int]] = []

    def lines(self) -> list[str]:
        """Give all lines."""
        body = list(self._blocks(self._document.element.body))
        body.extend(self._note_lines())
        printed = {line.strip() for line in body}
        above = self._edge_lines(RELATIONSHIP_TYPE.HEADER, printed)
        return above + body + self._edge_lines(RELATIONSHIP_TYPE.FOOTER, printed)

    def notices(self) -> tuple[Notice, ...]:
        """Tell of what was not read, each kind once with its number."""
        counts = (f"{what} {count}" for what, count in sorted(self._unread.items()))
        unread = (Notice("source.part-not-read", each) for each in counts)
        return (*self._chunks.notices, *unread)

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
                yield from self._chunks.lines(child)
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
        rows = [
            [[] if cell is None else list(self._blocks(cell)) for cell in row]
            for row in arranged(table)
        ]
        return data_lines(rows) if is_data(rows) else layout_lines(rows)

    def _note_lines(self) -> Iterator[str]:
        texts = {
            kind: _notes(_part(self._document, relation), f"w:{kind}")
            for kind, relation in (
                ("footnote", RELATIONSHIP_TYPE.FOOTNOTES),
                ("endnote", RELATIONSHIP_TYPE.ENDNOTES),
            )
        }
        for place, (kind, key) in enumerate(dict.fromkeys(self._notes), 1):
            note = texts[kind].get(key)
            lines = [] if note is None else self._blocks(note)
            if words := " ".join(line.strip() for line in lines):
                yield f"注{place}：{words}"

    def _edge_lines(self, relation: str, printed: set[str]) -> list[str]:
        """Give the lines of headers or footers that belong to the document."""
        found: dict[str, None] = {}
        for part in _parts(self._document, relation):
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


def _part(document: Document, relation: str) -> Element | None:
    return next(_parts(document, relation), None)


def _parts(document: Document, relation: str) -> Iterator[Element]:
    for one in document.part.rels.values():
        if one.reltype == relation and not one.is_external:
            part: Part = one.target_part
            yield part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


if __name__ == "__main__":
    serve(docx_text)
