"""Printed pages -> the text of a document, and what of its pages is not in it.

Lines, paragraphs and cells are put together here, because Chinese has no blanks to tell words and
lines by.
"""

import itertools
from collections.abc import Sequence

from policygraph.errors import SourceError
from policygraph.model.source import Notice
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.merged import spread
from policygraph.text.inputs.pages.columns import Column, columns
from policygraph.text.inputs.pages.edges import without_edges
from policygraph.text.inputs.pages.page import PrintedPage
from policygraph.text.inputs.pages.paragraphs import paragraphs
from policygraph.text.inputs.pages.printed import UNKNOWN, PrintedLine
from policygraph.text.inputs.pages.tables import RuledTable, goes_on, put_together
from policygraph.text.inputs.plain import broken_characters
from policygraph.text.inputs.rows import data_lines, is_data, layout_lines

MAX_PAGES = 1000
_MOST_UNKNOWN = 0.05  # of the characters
_Part = tuple[PrintedLine, Column] | RuledTable


def pages_text(documents: Sequence[Sequence[PrintedPage]], name: str) -> Extracted:
    """Give the text of pages: a paragraph or a printed line a line, a row of a table a line.

    Page numbers and running heads are left out; pages that are pictures are told of.

    Args:
        documents: the pages of each document in the file.
        name: of the file, for messages.

    Raises:
        SourceError: it is a scan, has no text, or does not say which characters it prints.
    """
    pages = [page for document in documents for page in document]
    _check_pictures(pages, name)
    lines = (line for document in documents for line in _lines(without_edges(document)))
    text = "\n".join(lines) + "\n"
    _check_text(text, name)
    return Extracted(text, (*_picture_pages(pages), *broken_characters(text)))


def check_length(pages: int, name: str) -> None:
    """Refuse a file of more pages than are read.

    Raises:
        SourceError: it has more.
    """
    if pages > MAX_PAGES:
        raise SourceError(
            zh=f"文件 {name} 超过 {MAX_PAGES} 页；请先拆分",
            en=f"{name}: has more than {MAX_PAGES} pages; split it first",
            code="source.too-long",
        )


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
            zh=f"文件 {name} 的字体没有注明所印文字；请重新导出，或做文字识别（OCR）",
            en=f"{name}: its fonts do not say which characters they print; make it anew,"
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
    rows, down = table.cells
    return data_lines(spread(rows, down)) if is_data(rows) else layout_lines(rows)
