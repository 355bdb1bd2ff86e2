"""The answer to a question as a workbook: the rows, and what was asked."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from policygraph.export.workbook import Book, Cell, Column, new_book
from policygraph.query.answer import Answer, Plain, for_people, plain
from policygraph.query.question import Parameter, Question
from policygraph.query.values import to_terms

_ANSWER = {"zh": "答案", "en": "Answer"}
_ASKED = {"zh": "问题", "en": "Question"}
_HEADS = {"zh": ("项目", "内容"), "en": ("what", "value")}
_ROWS = {"zh": "行数", "en": "rows"}
_BOOLEANS = {"zh": ("否", "是"), "en": ("no", "yes")}


def write_answer(
    answer: Answer,
    question: Question,
    given: Mapping[str, str],
    stream: BinaryIO,
    language: str,
) -> None:
    """Write an answer as a workbook.

    Columns of IRIs are folded away; a second sheet says what was asked, with which values.

    Args:
        answer: the rows.
        question: what was asked.
        given: the values that were given, by the names of parameters.
        stream: takes the file.
        language: ``zh`` or ``en``: of the heads and the words of codes.
    """
    beside = Path(tempfile.gettempdir())
    with new_book(stream, beside, title=question.sentence(language)) as book:
        heads = [
            Column(column.label(language), folded=_holds_iris(answer, index))
            for index, column in enumerate(answer.columns)
        ]
        sheet = book.sheet(_ANSWER[language], heads)
        sheet.write(list(_cells(answer, row, language)) for row in answer.values())
        sheet.end()
        _write_asked(book, answer, question, given, language)


def _write_asked(
    book: Book, answer: Answer, question: Question, given: Mapping[str, str], language: str
) -> None:
    sheet = book.sheet(_ASKED[language], [Column(head) for head in _HEADS[language]])
    rows: list[tuple[str, Cell]] = [(_ASKED[language], question.sentence(language))]
    for parameter in question.parameters:
        value = given.get(parameter.name) or parameter.default or ""
        rows.append((parameter.label(language), _asked(parameter, value)))
    sheet.write([*rows, (_ROWS[language], len(answer.rows))])
    sheet.end()


def _asked(parameter: Parameter, value: str) -> Cell:
    """Give a value as it was asked with: for ``today`` the day."""
    if not value:
        return None
    first, *_ = to_terms(parameter.type, value)
    return plain(first)


def _holds_iris(answer: Answer, index: int) -> bool:
    values = [row[index] for row in answer.rows if row[index] is not None]
    return bool(values) and all(isinstance(value, ox.NamedNode) for value in values)


def _cells(answer: Answer, row: tuple[Plain, ...], language: str) -> Iterator[Cell]:
    for value, column in zip(row, answer.columns, strict=True):
        if isinstance(value, bool):
            yield _BOOLEANS[language][value]
        elif isinstance(value, str):
            yield for_people(value, column.name, language)
        else:
            yield value
