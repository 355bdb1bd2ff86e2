"""The answer to a question as a workbook: the rows, and what was asked."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from policygraph.export.answer_rows import counted, holds_iris, notes, rows_of
from policygraph.export.characters import legible
from policygraph.export.workbook import Cell, Column, new_book
from policygraph.query.answer import Answer

_TITLE = 200  # characters
_ANSWER = {"zh": "答案", "en": "Answer"}
_ASKED = {"zh": "问题", "en": "Question"}
_HEADS = {"zh": ("项目", "内容"), "en": ("what", "value")}


def write_workbook(
    answer: Answer, said: Sequence[tuple[str, Cell]], stream: BinaryIO, beside: Path, language: str
) -> None:
    """Write an answer as a workbook.

    Columns of IRIs are folded away; a second sheet says what was asked.

    Args:
        answer: the rows.
        said: what was asked; see ``answer_rows.asked``.
        stream: takes the file.
        beside: folder for what is written on the way.
        language: ``zh`` or ``en``: of the heads and the words of codes.
    """
    title = legible(str(said[0][1]))[:_TITLE]  # a query of one's own may be long
    with new_book(stream, beside, title=title) as book:
        heads = [
            Column(column.label(language), folded=holds_iris(answer, index))
            for index, column in enumerate(answer.columns)
        ]
        sheet = book.sheet(_ANSWER[language], heads)
        sheet.write(rows_of(answer, language))
        sheet.end()
        sheet = book.sheet(_ASKED[language], [Column(head) for head in _HEADS[language]])
        sheet.write([*said, counted(answer, language), *notes(answer, language)])
        sheet.end()
