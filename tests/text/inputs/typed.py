"""A manuscript -> DOCX, as an office types it: fonts, indents, a table, a page number."""

import io

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from tests.text.inputs.manuscript import Line, Manuscript, Place, Table

_FONT = "Noto Sans CJK SC"
_ALIGN = {
    Place.CENTRED: WD_ALIGN_PARAGRAPH.CENTER,
    Place.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Place.FLUSH: WD_ALIGN_PARAGRAPH.LEFT,
    Place.INDENTED: WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def blank() -> DocumentObject:
    """Make an A4 document with Chinese body text of 16 points and a page number."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(16)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    normal.paragraph_format.space_after = Pt(0)
    _page_number(section.footer.paragraphs[0])
    return document


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
    paragraph.add_run(" —")


def add_line(document: DocumentObject, line: Line) -> Paragraph:
    """Add a paragraph at its place."""
    paragraph = document.add_paragraph(line.text)
    paragraph.alignment = _ALIGN[line.place]
    if line.place is Place.INDENTED:
        paragraph.paragraph_format.first_line_indent = Pt(32)
    return paragraph


def add_table(document: DocumentObject, table: Table) -> None:
    """Add a table with rules."""
    made = document.add_table(len(table.rows), len(table.rows[0]), style="Table Grid")
    for row, cells in zip(made.rows, table.rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def to_docx(manuscript: Manuscript) -> bytes:
    """Give the DOCX of a manuscript, labels typed by hand."""
    document = blank()
    for part in manuscript:
        if isinstance(part, Table):
            add_table(document, part)
        else:
            add_line(document, part)
    return saved(document)


def saved(document: DocumentObject) -> bytes:
    """Give the bytes of a document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
