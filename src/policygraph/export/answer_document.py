"""The answer to a question as a Word document: what was asked, and the rows as a table."""

from collections.abc import Sequence
from decimal import Decimal
from typing import BinaryIO

from policygraph.errors import QueryTooLarge
from policygraph.export.answer_rows import counted, holds_iris, notes, rows_of
from policygraph.export.word import write_word
from policygraph.export.workbook import Cell
from policygraph.query.answer import Answer, told_once
from policygraph.query.telling import telling

MAX_ROWS = 3000  # some three hundred pages; Word is slow to lay out more
_TITLE = 100  # characters


def write_document(
    answer: Answer, said: Sequence[tuple[str, Cell]], stream: BinaryIO, language: str
) -> None:
    """Write an answer as a Word document.

    IRIs are left out, and so are columns without a value; what all rows of a wide answer share is
    told once, above them.

    Args:
        answer: the rows.
        said: what was asked; see ``answer_rows.asked``.
        stream: takes the file.
        language: ``zh`` or ``en``: of the heads and the words of codes.

    Raises:
        QueryTooLarge: more than ``MAX_ROWS`` rows.
    """
    if len(answer.rows) > MAX_ROWS:
        raise QueryTooLarge(
            zh=f"结果有 {len(answer.rows)} 行，Word 文档最多 {MAX_ROWS} 行；"
            "请改用 .xlsx 或缩小范围",
            en=f"the answer has {len(answer.rows)} rows, a Word document takes {MAX_ROWS};"
            " use .xlsx or ask for less",
        )
    answer = told_once(answer)
    shown = [n for n in range(len(answer.columns)) if not holds_iris(answer, n)]
    names = [answer.columns[n].label(language) for n in shown]
    rows = [[_words(row[n]) for n in shown] for row in rows_of(answer, language)]
    kept, shared = telling(names, rows)
    (name, title), *values = said
    if len(_words(title)) > _TITLE:  # a query of one's own
        title, values = name, list(said)
    below = (counted(answer, language), *notes(answer, language))
    lines = [
        *((name, _words(value)) for name, value in values if value is not None),
        *((names[n], rows[0][n]) for n in shared),
        *((name, _words(value)) for name, value in below),
    ]
    heads = [names[n] for n in kept] if rows else []
    table = [[row[n] for n in kept] for row in rows]
    write_word(stream, _words(title), lines, heads, table, language)


def _words(cell: Cell) -> str:
    if cell is None:
        return ""
    return format(Decimal(str(cell)), "f") if isinstance(cell, float) else str(cell)
