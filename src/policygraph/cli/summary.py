"""policygraph summary: what a dataset holds, and two example questions with their answers."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from policygraph.cli.console import (
    JsonOption,
    LanguageOption,
    errors_reported,
    language_of,
    out,
    print_json,
)
from policygraph.query.answer import Answer
from policygraph.query.library import find_question
from policygraph.query.question import Question
from policygraph.query.run import ask
from policygraph.rdf.dataset import Dataset, open_dataset

# Two questions that the shipped data answers; they are asked with their own example values.
EXAMPLES = ("clauses-citing-article", "duties-of-unit")
_COLUMNS = 5  # of an answer that fit a terminal; ``policygraph query`` shows all
_ROWS = 5


def summary(
    dataset: Annotated[Path, typer.Argument(help="Folder of the dataset. / 数据集文件夹。")] = Path(
        "data/build"
    ),
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
    with errors_reported():
        opened = open_dataset(dataset)
        asked = [(find_question(name), *_asked(find_question(name), opened)) for name in EXAMPLES]
    if as_json:
        print_json({"counts": opened.manifest.counts, "root": opened.manifest.root})
        return
    _print_counts(opened, tongue)
    for question, values, answer in asked:
        _print_answer(question, values, answer, tongue)


def _asked(question: Question, dataset: Dataset) -> tuple[dict[str, str], Answer]:
    """Ask a question with its example values; what is optional or has a default is left out."""
    values = {p.name: p.example for p in question.parameters if p.required}
    return values, ask(question, values, dataset)


_COUNTS = {
    "documents": "文件",
    "clauses": "条目",
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


def _print_answer(question: Question, values: dict[str, str], answer: Answer, tongue: str) -> None:
    given = " ".join(f"--param {name}={value}" for name, value in values.items())
    out.print(f"\n[bold]{question.zh if tongue == 'zh' else question.en}[/]")
    out.print(f"  policygraph query {question.name} {given}", style="dim", markup=False)
    table = Table()
    for column in answer.columns[:_COLUMNS]:
        table.add_column(column.label(tongue), overflow="fold")
    for row in answer.values()[:_ROWS]:
        table.add_row(*("" if cell is None else str(cell) for cell in row[:_COLUMNS]))
    out.print(table)
    if len(answer.rows) > _ROWS:
        rest = len(answer.rows) - _ROWS
        out.print(f"… 另有 {rest} 行" if tongue == "zh" else f"… and {rest} more")
