"""A Word document (.docx, ECMA-376) with one table, as an office would hand it on.

Landscape A4, the head of the table on every page, no row broken over two pages, pages counted.
The same rows give the same bytes.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum, auto
from typing import BinaryIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from policygraph.export.characters import in_order
from policygraph.export.word_widths import widths_of

_WIDTH, _HEIGHT, _MARGIN = Cm(29.7), Cm(21), Cm(2)
_BODY, _HEAD = "仿宋", "黑体"  # fonts that every Chinese Windows has
_LATIN = "Times New Roman"
_TEXT, _TITLE = Pt(10.5), Pt(16)  # 五号, 三号
_MADE = datetime(2000, 1, 1)  # always, so that the same rows give the same bytes
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of a ZIP archive
_EMU = 635  # in a twentieth of a point
_SHADE = "D9E2F3"
_RED, _GREEN = "B3261E", "1C6B16"
_COUNTS = {"zh": ("第 ", " 页，共 ", " 页"), "en": ("Page ", " of ", "")}


class Look(Enum):
    """How words look in a cell."""

    PLAIN = auto()
    HEAD = auto()
    STRUCK = auto()
    PUT_IN = auto()


Words = str | Sequence[tuple[str, Look]]  # of a cell: plain, or runs that look different


def trimmed(runs: Sequence[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """Take the blank lines off the end of a cell."""
    kept = list(runs)
    while kept and not kept[-1][0].strip():
        kept.pop()
    return [*kept[:-1], (kept[-1][0].rstrip(), kept[-1][1])] if kept else [("", Look.PLAIN)]


def write_word(
    stream: BinaryIO,
    title: str,
    said: Iterable[tuple[str, str]],
    heads: Sequence[str],
    rows: Sequence[Sequence[Words]],
    language: str,
) -> None:
    """Write a title, lines of names and values, and a table.

    Args:
        stream: takes the file.
        title: stands above all.
        said: what stands between the title and the table.
        heads: of the columns, ``Running`` over running text; no table where there are none.
        rows: as long as the heads.
        language: ``zh`` or ``en``, of the count of pages.
    """
    document = docx.Document()
    _set_up(document, title, language)
    document.add_paragraph(in_order(title), style="Title")
    for name, value in said:
        line = document.add_paragraph()
        _write(line.add_run(in_order(f"{name}：" if language == "zh" else f"{name}: ")), _HEAD)
        line.add_run(in_order(value))
    if heads:
        _add_table(document, heads, rows)
    _save(document, stream)


def _set_up(document: Document, title: str, language: str) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    for name, font, size in (("Normal", _BODY, _TEXT), ("Title", _HEAD, _TITLE)):
        style = document.styles[name]
        style.font.name, style.font.size = _LATIN, size
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:ascii"), _LATIN)
        fonts.set(qn("w:hAnsi"), _LATIN)
        fonts.set(qn("w:eastAsia"), font)
        style.paragraph_format.space_after = Pt(4)
    heading = document.styles["Title"]
    heading.font.color.rgb = None
    heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.paragraph_format.space_after = Pt(12)
    for border in heading.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    _count_pages(section.footer.paragraphs[0], language)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = in_order(title)[:200], "", ""
    properties.created = properties.modified = _MADE


def _count_pages(line: Paragraph, language: str) -> None:
    before, between, behind = _COUNTS[language]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(before)
    _add_field(line, "PAGE")
    line.add_run(between)
    _add_field(line, "NUMPAGES")
    line.add_run(behind)


def _add_field(line: Paragraph, code: str) -> None:
    """Add a simple field (ECMA-376 part 1, 17.16.19), which Word counts anew on each page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    run.append(_text("1"))
    field.append(run)
    line._p.append(field)


def _write(run: Run, font: str) -> None:
    run.font.bold = True
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _add_table(document: Document, heads: Sequence[str], rows: Sequence[Sequence[Words]]) -> None:
    """Add a table, its rows as XML: cell by cell python-docx takes time by the square of rows."""
    texts = [[_text_of(cell) for cell in row] for row in rows]
    widths = widths_of(heads, texts, (_WIDTH - 2 * _MARGIN) // _EMU)
    table = document.add_table(rows=0, cols=0, style="Table Grid")
    table.autofit = False
    grid = table._tbl.tblGrid
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    table._tbl.append(_row(heads, widths, head=True))
    for row in rows:
        table._tbl.append(_row(row, widths))


def _text_of(words: Words) -> str:
    return words if isinstance(words, str) else "".join(run for run, _ in words)


def _row(cells: Sequence[Words], widths: Sequence[int], head: bool = False) -> Element:
    row = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    row.append(properties)
    for text, width in zip(cells, widths, strict=True):
        row.append(_cell(text, width, head))
    return row


def _cell(words: Words, width: int, head: bool) -> Element:
    cell, properties, measure = (OxmlElement(f"w:{name}") for name in ("tc", "tcPr", "tcW"))
    measure.set(qn("w:w"), str(width))
    measure.set(qn("w:type"), "dxa")
    properties.append(measure)
    if head:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
            shade.set(qn(f"w:{name}"), value)
        properties.append(shade)
    cell.append(properties)
    paragraph = OxmlElement("w:p")
    paragraph.append(_paragraph_properties(head))
    look = Look.HEAD if head else Look.PLAIN
    for text, its in [(words, look)] if isinstance(words, str) else words:
        paragraph.append(_run(text, its))
    cell.append(paragraph)
    return cell


def _run(words: str, look: Look) -> Element:
    run = OxmlElement("w:r")
    if look is not Look.PLAIN:
        run.append(_LOOKS[look]())
    for number, line in enumerate(in_order(words).split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        run.append(_text(line))
    return run


def _paragraph_properties(head: bool) -> Element:
    properties, spacing = OxmlElement("w:pPr"), OxmlElement("w:spacing")
    for side in ("before", "after"):
        spacing.set(qn(f"w:{side}"), "30")
    properties.append(spacing)
    if head:
        place = OxmlElement("w:jc")
        place.set(qn("w:val"), "center")
        properties.append(place)
    return properties


def _bold() -> Element:
    properties, fonts = OxmlElement("w:rPr"), OxmlElement("w:rFonts")
    fonts.set(qn("w:eastAsia"), _HEAD)
    properties.append(fonts)
    properties.append(OxmlElement("w:b"))
    return properties


def _struck() -> Element:
    return _coloured("strike", _RED)


def _put_in() -> Element:
    properties = _coloured("b", _GREEN)
    line = OxmlElement("w:u")
    line.set(qn("w:val"), "single")
    properties.append(line)
    return properties


def _coloured(name: str, colour: str) -> Element:
    """Give properties in the order of the schema (CT_RPr): the mark, then the colour."""
    properties, ink = OxmlElement("w:rPr"), OxmlElement("w:color")
    properties.append(OxmlElement(f"w:{name}"))
    ink.set(qn("w:val"), colour)
    properties.append(ink)
    return properties


_LOOKS = {Look.HEAD: _bold, Look.STRUCK: _struck, Look.PUT_IN: _put_in}


def _text(words: str) -> Element:
    text = OxmlElement("w:t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return text


def _save(document: Document, stream: BinaryIO) -> None:
    """Write the archive with one day for all its parts, not with the time of writing."""
    written = io.BytesIO()
    document.save(written)
    with (
        zipfile.ZipFile(written) as made,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in made.namelist():
            part = zipfile.ZipInfo(name, _FIRST_DAY)
            packed.writestr(part, made.read(name), zipfile.ZIP_DEFLATED)
