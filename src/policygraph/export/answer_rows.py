"""The answer to a question as rows for people, and what was asked."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from policygraph.export.workbook import Cell
from policygraph.query.answer import Answer, Plain, for_people, note, plain
from policygraph.query.question import Parameter, Question
from policygraph.query.values import to_terms

_ASKED = {"zh": "问题", "en": "Question"}
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


def counted(answer: Answer, language: str) -> tuple[str, Cell]:
    """Say how many rows an answer has."""
    return _ROWS[language], len(answer.rows)


def notes(answer: Answer, language: str) -> list[tuple[str, Cell]]:
    """Say what people need to know of words in the answer; nothing where that is nothing."""
    said = note(answer)
    return [(_NOTE[language], said.in_language(language))] if said else []


def rows_of(answer: Answer, language: str) -> Iterator[list[Cell]]:
    """Give the rows as people read them: numbers and days as such, codes as words."""
    return (list(_cells(answer, row, language)) for row in answer.values())


def holds_iris(answer: Answer, index: int) -> bool:
    """Say whether a column holds IRIs and nothing else: it is for programs."""
    values = [row[index] for row in answer.rows if row[index] is not None]
    return bool(values) and all(isinstance(value, ox.NamedNode) for value in values)


def _value(parameter: Parameter, value: str) -> Cell:
    """Give a value as it was asked with: for ``today`` the day."""
    if not value:
        return None
    first, *_ = to_terms(parameter.type, value)
    return plain(first)


def _cells(answer: Answer, row: tuple[Plain, ...], language: str) -> Iterator[Cell]:
    for value, column in zip(row, answer.columns, strict=True):
        if isinstance(value, bool):
            yield _BOOLEANS[language][value]
        elif isinstance(value, str):
            yield for_people(value, column.name, language)
        else:
            yield value
