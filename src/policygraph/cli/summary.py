"""policygraph summary: what a dataset holds, and two example questions with their answers."""

import re
import shlex
from pathlib import Path
from typing import Annotated

from rich.table import Table

from policygraph.cli.answers import table_of
from policygraph.cli.console import errors_reported, language_of, out, print_json
from policygraph.cli.options import JsonOption, LanguageOption, argument
from policygraph.query.answer import Answer
from policygraph.query.examples import EXAMPLES, values_of
from policygraph.query.library import find_question
from policygraph.query.limits import run_within
from policygraph.query.question import Question
from policygraph.query.run import labelled
from policygraph.query.values import bind
from policygraph.rdf.dataset.folder import Dataset, open_dataset
from policygraph.show.printable import printable

_SHOWN = ("clauses-citing-article", "duties-of-unit")
_COLUMNS = 5  # of an answer that fit a terminal; ``policygraph query`` shows all
_ROWS = 5
_SECONDS = 60.0


def summary(
    dataset: Annotated[
        Path, argument(en="Folder of the dataset.", zh="数据集所在的文件夹。")
    ] = Path("data/build"),
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Print what a dataset holds, and two example questions with their answers.

    显示数据集内容，以及两个示例问题的答案。

    \b
    Example:
      policygraph summary data/build
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        opened = open_dataset(dataset)
    if as_json:
        print_json({"counts": opened.manifest.counts, "root": opened.manifest.root})
        return
    _print_counts(opened, tongue)
    for name in _SHOWN:
        question = find_question(name)
        with errors_reported(tongue):
            values, answer = _asked(question, opened, tongue)
        _print_answer(question, values, answer, tongue)


def _asked(question: Question, dataset: Dataset, tongue: str) -> tuple[dict[str, str], Answer]:
    """Ask a question with its example values, or where they give nothing with what is there."""
    values = {p.name: p.example for p in question.parameters if p.required}
    answer = _answer(question, values, dataset, tongue)
    if answer.rows:
        return values, answer
    found = values_of(run_within(_SECONDS, dataset.path, EXAMPLES[question.name]))
    return (found[0], _answer(question, found[0], dataset, tongue)) if found else (values, answer)


def _answer(question: Question, values: dict[str, str], dataset: Dataset, tongue: str) -> Answer:
    text = bind(question, values, tongue)
    found = run_within(_SECONDS, dataset.path, text, name=question.name)
    return labelled(question, found, tongue)


_COUNTS = {
    "documents": "文件",
    "clauses": "条款",
    "responsibilities": "责任",
    "citations": "引用",
    "quads": "四元组",
    "findings": "问题",
}


def _print_counts(dataset: Dataset, tongue: str) -> None:
    table = Table(title=str(dataset.path), show_header=False)
    for key, count in dataset.manifest.counts.items():
        table.add_row(_COUNTS.get(key, key) if tongue == "zh" else key, f"{count:,}")
    out.print(table)


def _argument(value: str) -> str:
    """Quote what a shell would split or obey; letters of all scripts stay as they are."""
    return value if re.fullmatch(r"[\w=.《》（）〔〕]+", value) else shlex.quote(value)


def _print_answer(question: Question, values: dict[str, str], answer: Answer, tongue: str) -> None:
    given = (f"--param {_argument(f'{name}={value}')}" for name, value in values.items())
    out.print(f"\n{question.sentence(tongue)}", style="bold")
    out.print(printable(f"  policygraph query {question.name} {' '.join(given)}"), style="dim")
    if not answer.rows:
        out.print("没有结果" if tongue == "zh" else "no row")
        return
    shown = tuple(row[:_COLUMNS] for row in answer.rows[:_ROWS])
    out.print(table_of(Answer(answer.columns[:_COLUMNS], shown), tongue))
    if len(answer.rows) > _ROWS:
        rest = len(answer.rows) - _ROWS
        out.print(f"… 另有 {rest} 行" if tongue == "zh" else f"… and {rest} more")
