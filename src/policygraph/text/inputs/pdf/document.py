"""A PDF with a text layer -> its text.

pdfplumber gives the characters, rules and pictures of each page; what they print is put together
as for other formats of fixed pages.
"""

import io
import itertools

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from policygraph.errors import SourceError
from policygraph.text.inputs.child import serve
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.pages.document import MAX_PAGES, check_length, pages_text
from policygraph.text.inputs.pdf.pages import read_pages

_TAIL = 4096  # bytes at the end in which %%EOF stands (ISO 32000-1, 7.5.5)


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
    return pages_text([pages], name)


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
    check_length(found, name)
    if not found:
        raise _damaged(name)


if __name__ == "__main__":
    serve(pdf_text)
