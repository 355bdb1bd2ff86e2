"""Question -> answer: runs inside a worker, on its dataset."""

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from policygraph.endpoint.http.negotiate import CSV, DOCX, XLSX, Format
from policygraph.endpoint.workers.sink import BoundedSink
from policygraph.endpoint.workers.spreadsheet import write_csv
from policygraph.errors import Message, QueryError
from policygraph.export.answer_document import write_document
from policygraph.export.answer_rows import asked
from policygraph.export.answer_workbook import write_workbook
from policygraph.query.answer import Answer, to_json
from policygraph.query.named import check_names
from policygraph.query.question import Question
from policygraph.query.run import ask
from policygraph.rdf.dataset.folder import Dataset

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The beginning of an answer.

    Attributes:
        answer: its first rows.
        count: how many rows it has in all.
        alike: the columns that have one value in all of them.
        unknown: where it has none, which name that was given nothing bears, and what is near.
    """

    answer: Answer
    count: int
    alike: frozenset[str] = frozenset()
    unknown: Message | None = None


def first_rows(
    dataset: Dataset, question: Question, values: Values, language: str, limit: int
) -> Excerpt:
    """Ask a question and give at most ``limit`` rows.

    Raises:
        QueryError: the values do not fit, or the query fails.
        QueryTooLarge: the answer has too many rows to be counted.
    """
    answer = ask(question, values, dataset, language=language)
    shown = replace(answer, rows=answer.rows[:limit])
    excerpt = Excerpt(shown, len(answer.rows), _alike(answer))
    if answer.rows:
        return excerpt
    try:
        check_names(question, values, dataset.store)
    except QueryError as error:
        return replace(excerpt, unknown=error.said)
    return excerpt


def _alike(answer: Answer) -> frozenset[str]:
    names = (column.name for column in answer.columns)
    first = answer.rows[0] if answer.rows else ()
    return frozenset(
        name
        for n, name in enumerate(names)
        if first and all(row[n] == first[n] for row in answer.rows)
    )


def whole_answer(
    dataset: Dataset,
    question: Question,
    values: Values,
    form: Format,
    language: str,
    max_bytes: int,
) -> bytes:
    """Ask a question and write the whole answer as a Word document, workbook, CSV or JSON.

    Raises:
        QueryError: the values do not fit, or the query fails.
        QueryTooLarge: the answer has too many rows or bytes.
    """
    answer = ask(question, values, dataset, language=language)
    sink = BoundedSink(max_bytes)
    if form == XLSX:
        beside = Path(tempfile.gettempdir())
        write_workbook(answer, asked(question, values, language), sink, beside, language)
    elif form == DOCX:
        write_document(answer, asked(question, values, language), sink, language)
    elif form == CSV:
        write_csv(answer, sink, language)
    else:
        sink.write(json.dumps(to_json(answer), ensure_ascii=False).encode("utf-8", "replace"))
    return sink.getvalue()
