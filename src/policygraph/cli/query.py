"""``policygraph query``: ask a dataset a question, or run a query of one's own."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from rich.table import Table
from rich.text import Text

from policygraph.cli.answer_files import check_target, write_file
from policygraph.cli.answers import laid_out, without_iris
from policygraph.cli.console import (
    UsageError,
    errors_reported,
    language_of,
    out,
    print_file,
    print_json,
)
from policygraph.cli.options import CSV_HELP, LanguageOption, argument, option
from policygraph.endpoint.workers.spreadsheet import write_csv
from policygraph.errors import QueryError, reason
from policygraph.query.answer import Answer, note, to_csv, to_json, told_once
from policygraph.query.library import GROUPS, find_question, questions
from policygraph.query.limits import ask_within, run_within
from policygraph.query.question import Question
from policygraph.query.run import MAX_ROWS
from policygraph.query.untitled import titled
from policygraph.query.values import bind
from policygraph.rdf.dataset.manifest_file import read_manifest

_NOTHING = {
    "zh": "没有结果；若意外，请核对参数值",
    "en": "no row; if that surprises, check the values given",
}
_LEFT_OUT = {
    "zh": "（标识列已省略，用 --format csv 或 json 查看）",
    "en": "(columns of IRIs are left out; --format csv or json shows them)",
}
_HEADINGS = {"zh": ("问题", "参数", "内容"), "en": ("question", "parameters", "what it asks")}


class Format(StrEnum):
    """What ``--format`` takes."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def query(
    name: Annotated[
        str | None,
        argument(
            en="Name of the question; without it all are listed.",
            zh="问题的名称；不写则列出全部问题。",
        ),
    ] = None,
    *,
    param: Annotated[
        list[str] | None,
        option(
            "--param",
            "-p",
            en="A parameter of the question, as NAME=VALUE.",
            zh="问题的参数，写作 参数=值。",
        ),
    ] = None,
    sparql: Annotated[
        str | None,
        option(
            en="Run this SPARQL file instead; - reads it from standard input.",
            zh="改为运行此 SPARQL 文件；写 - 则从标准输入读取。",
        ),
    ] = None,
    dataset: Annotated[
        Path, option("--dataset", "-d", en="Folder of the dataset.", zh="数据集所在的文件夹。")
    ] = Path("data/build"),
    form: Annotated[
        Format,
        option(
            "--format",
            "-f",
            en="How to print the answer: table, json or csv. " + CSV_HELP.en,
            zh=f"答案的输出格式：table 表格、json 或 csv。{CSV_HELP.zh}。",
        ),
    ] = Format.TABLE,
    target: Annotated[
        Path | None,
        option(
            "--out",
            "-o",
            en="Write the answer into this file (.xlsx, .docx, .csv, .json), and print none.",
            zh="把答案写入此文件（.xlsx、.docx、.csv、.json），不再显示。",
        ),
    ] = None,
    timeout: Annotated[
        float, option(min=0.1, en="Stop after so many seconds.", zh="超过这么多秒即停止。")
    ] = 60.0,
    max_rows: Annotated[
        int, option(min=1, en="Refuse an answer with more rows.", zh="答案超过这么多行则不给出。")
    ] = MAX_ROWS,
    language: LanguageOption = None,
) -> None:
    """Ask a question, or list all questions.

    用内置问题或自编 SPARQL 查询数据集；不带参数时列出全部问题。

    \b
    Example:
      policygraph query
      policygraph query duties-of-unit --param unit=澄湖市财政局
      policygraph query duties-of-unit -p unit=澄湖市财政局 --out duties.xlsx
      policygraph query clauses-citing-article -p title=公平竞争审查条例 -p article=10 -f csv
      echo 'SELECT ?p WHERE { ?p a pg:Policy }' | policygraph query --sparql -
    """
    speaks = language_of(language)
    with errors_reported(speaks):
        _check(name, param, sparql)
        check_target(target, name or sparql)
        if name is not None:
            values = _values(param or ())
            told: Question | str = (
                question := _fitting(name, values)
            )  # says at once what is wrong
            read_manifest(dataset)  # and what is wrong with the folder
            answer = ask_within(timeout, dataset, question, values, max_rows, speaks)
        elif sparql is not None:
            told, values = _own(sparql), {}
            read_manifest(dataset)
            answer = run_within(timeout, dataset, told, max_rows)
        else:
            _print_questions(form, speaks)
            return
        if target is None:
            _print(answer, form, speaks)
        else:
            write_file(answer, told, values, target, speaks)


def _check(name: str | None, param: list[str] | None, sparql: str | None) -> None:
    if name is not None and sparql is not None:
        raise UsageError(
            zh="问题名称与 --sparql 不能同时使用；请只给一个",
            en="give a question or --sparql, not both",
            option="--sparql",
        )
    if param and name is None:
        raise UsageError(
            zh="只有内置问题才有参数；请写明问题名称，或去掉此选项",
            en="only a question has parameters; name one, or leave this out",
            option="--param",
        )


def _values(params: Sequence[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for param in params:
        key, equals, value = param.partition("=")
        if not equals or key in values:
            raise UsageError(
                zh=f"“{param}”请写作 参数=值，每个参数只写一次",
                en=f"{param!r}: write NAME=VALUE, each name once",
                option="--param",
            )
        values[key] = value
    return values


def _fitting(name: str, values: dict[str, str]) -> Question:
    """Find a question that takes these values; what the dataset knows of them it says later."""
    option = "NAME"
    try:
        question = find_question(name)
        option = "--param"
        bind(question, values)
    except QueryError as error:
        raise UsageError(zh=error.said.zh, en=error.said.en, option=option) from error
    return question


def _own(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error)
        raise QueryError(
            zh=f"查询文件 {file} 无法按 UTF-8 文本读取：{why.zh}；请检查 --sparql",
            en=f"{file}: cannot be read as UTF-8 text: {why.en}; check --sparql",
        ) from error


def _print(answer: Answer, form: Format, language: str) -> None:
    match form:
        case Format.JSON:
            print_json(to_json(answer))
        case Format.CSV:
            _print_csv(answer, language)
        case Format.TABLE if answer.rows:
            readable = without_iris(told_once(titled(answer)))
            out.print(laid_out(readable, language, out.width))
            if len(readable.columns) < len(told_once(answer).columns):
                out.print(_LEFT_OUT[language], style="dim")
            if said := note(answer):
                out.print(said.in_language(language), style="dim")
        case Format.TABLE:
            out.print(_NOTHING[language])


def _print_csv(answer: Answer, language: str) -> None:
    if language == "zh":
        sys.stdout.flush()
        write_csv(titled(answer), sys.stdout.buffer, language)
        sys.stdout.buffer.flush()
    else:
        print_file(to_csv(answer))


def _print_questions(form: Format, language: str) -> None:
    if form is Format.JSON:
        print_json([_described(question) for question in questions()])
        return
    table = Table()
    for heading in _HEADINGS[language]:
        table.add_column(heading, overflow="fold")
    for question in questions():
        names = (p.name if p.required else f"[{p.name}]" for p in question.parameters)
        cells = (question.name, " ".join(names), question.sentence(language))
        table.add_row(*(Text(cell) for cell in cells))
    out.print(table)


def _described(question: Question) -> dict[str, object]:
    zh, en = GROUPS[question.group]
    return {
        "name": question.name,
        "group": {"name": question.group, "zh": zh, "en": en},
        "zh": question.zh,
        "en": question.en,
        "parameters": [
            {
                "name": p.name,
                "type": str(p.type),
                "required": p.required,
                "default": p.default,
                "example": p.example,
                "zh": p.zh,
                "en": p.en,
            }
            for p in question.parameters
        ],
        "columns": [{"name": c.name, "zh": c.zh, "en": c.en} for c in question.columns],
    }
