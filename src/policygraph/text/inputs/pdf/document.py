"""A PDF with a text layer -> its text.

pdfplumber gives the characters, rules and pictures of each page; lines, paragraphs and cells are
put together here, because Chinese has no blanks to tell words and lines by.
"""

import io
import itertools
from collections.abc import Sequence

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from policygraph.errors import SourceError
from policygraph.model.source import Notice
from policygraph.text.inputs.child import serve
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.pdf.columns import Column, columns
from policygraph.text.inputs.pdf.edges import without_edges
from policygraph.text.inputs.pdf.pages import PrintedPage, read_pages
from policygraph.text.inputs.pdf.paragraphs import paragraphs
from policygraph.text.inputs.pdf.printed import UNKNOWN, PrintedLine
from policygraph.text.inputs.pdf.tables import RuledTable, goes_on, put_together
from policygraph.text.inputs.plain import broken_characters
from policygraph.text.inputs.rows import data_lines, is_data, layout_lines

MAX_PAGES = 1000
_TAIL = 4096  # bytes at the end in which %%EOF stands (ISO 32000-1, 7.5.5)
_MOST_UNKNOWN = 0.05  # of the characters
_Part = tuple[PrintedLine, Column] | RuledTable


def pdf_text(data: bytes, name: str) -> Extracted:
    """Give the text of a PDF: a paragraph or a printed line a line, a row of a table a line.

    Page numbers and running heads are left out; pages that are pictures are told of.

    Raises:
        SourceError: it is locked, damaged, too long, a scan, or does not say which characters it
            prints.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise _damaged(name)
    try:
        with pdfplumber.open(io.BytesIO(data), raise_unicode_errors=False) as pdf:
            _check_length(pdf, name)
            pages = list(read_pages(pdf))
    except PdfminerException as error:
        raise _told(error, name) from error
    _check_pictures(pages, name)
    text = "\n".join(_lines(without_edges(pages))) + "\n"
    _check_text(text, name)
    return Extracted(text, (*_picture_pages(pages), *broken_characters(text)))


def _told(error: PdfminerException, name: str) -> Exception:
    """Give what to raise for what pdfplumber makes of all that goes wrong in pdfminer."""
    cause = next(iter(error.args), None)
    if isinstance(cause, MemoryError):
        return cause
    if isinstance(cause, PDFPasswordIncorrect):
        return SourceError(
            zh=f"文件 {name} 设有密码；请另存为无密码的文件",
            en=f"{name}: is locked with a password; save it without one",
            code="source.password",
        )
    return _damaged(name)


def _damaged(name: str) -> SourceError:
    return SourceError(
        zh=f"文件 {name} 损坏或不完整；请重新获取，或重新打印为 PDF",
        en=f"{name}: is damaged or cut off; get it again, or print it to PDF anew",
        code="source.damaged",
    )


def _check_length(pdf: PDF, name: str) -> None:
    """Count the pages, no further than the limit."""
    found = sum(1 for _ in itertools.islice(PDFPage.create_pages(pdf.doc), MAX_PAGES + 1))
    if found > MAX_PAGES:
        raise SourceError(
            zh=f"文件 {name} 超过 {MAX_PAGES} 页；请先拆分",
            en=f"{name}: has more than {MAX_PAGES} pages; split it first",
            code="source.too-long",
        )
    if not found:
        raise _damaged(name)


def _check_pictures(pages: Sequence[PrintedPage], name: str) -> None:
    pictures = sum(page.is_picture for page in pages)
    if 2 * pictures >= len(pages) and pictures:
        raise SourceError(
            zh=f"文件 {name} 是扫描件，{len(pages)} 页中有 {pictures} 页只有图像没有文字；"
            "请先做文字识别（OCR）",
            en=f"{name}: is a scan, {pictures} of {len(pages)} pages are pictures without text;"
            " run text recognition (OCR) on it first",
            code="source.scan",
        )


def _picture_pages(pages: Sequence[PrintedPage]) -> tuple[Notice, ...]:
    """Tell of pages without text, a notice for each run of them: ``3-5``."""
    notices: list[Notice] = []
    for is_picture, run in itertools.groupby(pages, key=lambda page: page.is_picture):
        numbers = [page.number for page in run]
        if is_picture:
            which = f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}"
            notices.append(Notice("source.picture-pages", which))
    return tuple(notices)


def _check_text(text: str, name: str) -> None:
    printed = "".join(text.split())
    if not printed:
        raise SourceError(
            zh=f"文件 {name} 中没有文字；请更换文件",
            en=f"{name}: holds no text; supply another file",
            code="source.empty",
        )
    if printed.count(UNKNOWN) > _MOST_UNKNOWN * len(printed):
        raise SourceError(
            zh=f"文件 {name} 的字体没有注明所印文字；请重新导出 PDF，或做文字识别（OCR）",
            en=f"{name}: its fonts do not say which characters they print; make the PDF anew,"
            " or run text recognition (OCR) on it",
            code="source.garbled",
        )


def _lines(pages: Sequence[PrintedPage]) -> list[str]:
    lines: list[str] = []
    run: list[tuple[PrintedLine, Column]] = []  # between two tables
    for part in _parts(pages):
        if isinstance(part, RuledTable):
            lines.extend(paragraphs(run))
            lines.extend(_table_lines(part))
            run = []
        else:
            run.append(part)
    return lines + paragraphs(run)


def _parts(pages: Sequence[PrintedPage]) -> list[_Part]:
    """Give the parts of all pages; a table that a page break set apart is one."""
    margins = columns(pages)
    parts: list[_Part] = []
    for page in pages:
        for index, part in enumerate(page.parts):
            last = parts[-1] if parts else None
            if not isinstance(part, RuledTable):
                parts.append((part, margins[page.number]))
            elif isinstance(last, RuledTable) and index == 0 and goes_on(last, part):
                parts[-1] = put_together(last, part)
            else:
                parts.append(part)
    return parts


def _table_lines(table: RuledTable) -> list[str]:
    return data_lines(table.rows) if is_data(table.rows) else layout_lines(table.rows)


if __name__ == "__main__":
    serve(pdf_text)
