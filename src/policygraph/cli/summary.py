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
from policygraph.query.library import questions
from policygraph.query.run import ask
from policygraph.rdf.dataset import Dataset, open_dataset

# Questions that any dataset of policies can answer; their own examples are the parameters.
EXAMPLES = ("what-carries-out", "clauses-citing-article")
_ROWS = 5


def summary(
    dataset: Annotated[Path, typer.Argument(help="Folder of the dataset. / 数据集文件夹。")] = Path(
        "data/build"
    ),
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    r"""Print what a dataset holds, and two example questions with their answers.

    显示数据集内容，以及两个示例问题的答案。

    \b
    Example:
      policygraph summary data/build
    """
    tongue = language_of(language)
    with errors_reported():
        opened = open_dataset(dataset)
        answers = {name: ask(opened, questions()[name], {}) for name in EXAMPLES}
    if as_json:
        print_json({"counts": opened.manifest.counts, "root": opened.manifest.root})
        return
    _print_counts(opened, tongue)
    for name, answer in answers.items():
        _print_answer(name, answer, tongue)


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


def _print_answer(name: str, answer: Answer, tongue: str) -> None:
    question = questions()[name]
    out.print(f"\n[bold]{question.zh if tongue == 'zh' else question.en}[/]  ({name})")
    table = Table()
    for column in answer.columns:
        table.add_column(column.zh if tongue == "zh" else column.en, overflow="fold")
    for row in answer.rows[:_ROWS]:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    out.print(table)
    if len(answer.rows) > _ROWS:
        out.print(f"… {len(answer.rows)}")
