"""The answer to a question as a workbook: the rows, and what was asked."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from policygraph.export.characters import legible
from policygraph.export.workbook import Cell, Column, new_book
from policygraph.query.answer import Answer, Plain, for_people, note, plain
from policygraph.query.question import Parameter, Question
from policygraph.query.values import to_terms

_TITLE = 200  # characters
_ANSWER = {"zh": "答案", "en": "Answer"}
_ASKED = {"zh": "问题", "en": "Question"}
_HEADS = {"zh": ("项目", "内容"), "en": ("what", "value")}
_NOTE = {"zh": "说明", "en": "note"}
_ROWS = {"zh": "行数", "en": "rows"}
_BOOLEANS = {"zh": ("否", "是"), "en": ("no", "yes")}


def asked(question: Question, given: Mapping[str, str], language: str) -> list[tuple[str, Cell]]:
    """Say what was asked: the question, and each parameter with its value.

    Args:
        question: what was asked.
        given: the values that were given, by the names of parameters.
        language: ``zh`` or ``en``.
    """
    said: list[tuple[str, Cell]] = [(_ASKED[language], question.sentence(language))]
    for parameter in question.parameters:
        value = given.get(parameter.name) or parameter.default or ""
        said.append((parameter.label(language), _value(parameter, value)))
    return said


def write_answer(
    answer: Answer, said: Sequence[tuple[str, Cell]], stream: BinaryIO, beside: Path, language: str
) -> None:
    """Write an answer as a workbook.

    Columns of IRIs are folded away; a second sheet says what was asked.

    Args:
        answer: the rows.
        said: what was asked; see ``asked``.
        stream: takes the file.
        beside: folder for what is written on the way.
        language: ``zh`` or ``en``: of the heads and the words of codes.
    """
    title = legible(str(said[0][1]))[:_TITLE]  # a query of one's own may be long
    with new_book(stream, beside, title=title) as book:
        heads = [
            Column(column.label(language), folded=_holds_iris(answer, index))
            for index, column in enumerate(answer.columns)
        ]
        sheet = book.sheet(_ANSWER[language], heads)
        sheet.write(list(_cells(answer, row, language)) for row in answer.values())
        sheet.end()
        sheet = book.sheet(_ASKED[language], [Column(head) for head in _HEADS[language]])
        sheet.write([*said, (_ROWS[language], len(answer.rows)), *_note(answer, language)])
        sheet.end()


def _note(answer: Answer, language: str) -> Iterator[tuple[str, Cell]]:
    if said := note(answer):
        yield _NOTE[language], said.in_language(language)


def _value(parameter: Parameter, value: str) -> Cell:
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
