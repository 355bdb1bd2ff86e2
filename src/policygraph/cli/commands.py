"""The commands by name; the module of a command is imported when it is called, not before.

Reading, checking, serving and drawing each import much that other commands do without.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from functools import cache
from importlib import import_module
from typing import Any, cast

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

from policygraph.cli.usage import Program

# What the list of commands says of each: the first sentence of its help, in English and in Chinese.
# The module of a command, and what stands for it there, bear its name.
SUMMARIES = {
    "extract": "Read documents and give their records, or show one step of the reading."
    " / 读取文件，输出抽取记录，或显示某一步的结果。",
    "show": "Show a document with its structure, and mark what was read from it."
    " / 显示文件的结构，并标出从中读出的内容。",
    "consolidate": "Carry out what other documents change in one, and show what it says then."
    " / 执行其他文件对某一文件的修改，给出修改后的文本；未能执行的修改逐条说明原因。",
    "compare": "Compare two versions of a document: units, and whose duties, figures and times"
    " change. / 比较同一文件的两个文本：逐条列出修改、新增、删去和移动，"
    "以及责任单位、数字、时限和引用的变化。",
    "tasks": "List what documents set to be done, by whom and until when, with units that have"
    " changed. / 列出任务分解表：任务内容、牵头、责任和配合单位、时限要求，"
    "以及机构改革后现由哪个单位承担。",
    "findings": "List what could not be read, resolved or accepted: the worst first, with its"
    " place. / 列出未能读取、还原或采用之处：按级别、文件、位置排列，并统计各代码的数量。",
    "build": "Build a dataset from texts and records; it replaces the old one when it is whole."
    " / 由文本和记录构建数据集；新数据集完整之后才替换旧的。",
    "validate": "Check a dataset, or files: shapes on each document, queries over the whole."
    " / 校验数据集或文件：逐个文件检查 SHACL 形状，并对整体运行核查；数据集的结果记入其清单。",
    "query": "Ask a question, or list all questions."
    " / 用内置问题或自编 SPARQL 查询数据集；不带参数时列出全部问题。",
    "search": "Find clauses by words in texts, headings, titles, document numbers and names of"
    " units. / 全文检索：按正文、标题、文号和单位名称中的字词查找条款。",
    "summary": "Print what a dataset holds, and two example questions with their answers."
    " / 显示数据集内容，以及两个示例问题的答案。",
    "serve": "Serve a dataset: pages, questions and a SPARQL 1.1 endpoint."
    " / 启动服务：网页、问题与 SPARQL 1.1 端点。",
    "export": "Write a dataset as files: RDF dump, network, tables or records."
    " / 把数据集导出为文件：RDF 数据、网络图、表格或抽取记录。",
    "coverage": "Count what was read of each document, and per style what is still missed."
    " / 逐个文件统计责任标注、抽取行数、问题与未归类字数，并按样式列出尚未读出的内容。",
    "reconcile": "Write a table of units anew, with their official names and the names of a day."
    " / 为单位名单补上正式名称、现名称、变动类型、日期和依据；一行有误不影响其他行。",
    "review": "Correct what was read, in a file beside the source."
    " / 在原文旁的文件中更正抽取结果。",
    "agencies": "Who a body was, who it is now, and how that is known."
    " / 机构沿革：它曾是谁、现在是谁、依据何在。",
}
HIDDEN = ("docs",)  # for developers; in no list
_MODULES = {name: f"policygraph.cli.{name}" for name in (*SUMMARIES, *HIDDEN)}


class Commands(Mapping[str, TyperCommand | TyperGroup]):
    """All commands in the order of their list, each imported when it is asked for."""

    def __getitem__(self, name: str) -> TyperCommand | TyperGroup:
        return _load(name, _MODULES[name])

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


class LazyProgram(Program):
    """The program, whose list of commands is told without importing them."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        # read, never written to: typer adds a command only when it is told to
        self.commands = cast(MutableMapping[str, Any], Commands())

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names of all commands."""
        return list(self.commands)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))


def summary(text: str) -> str:
    """Give the first sentence of a help text, and behind it the first Chinese one."""
    english, *others = text.split("\n\n")
    chinese = next((words for words in others if "\u4e00" <= words[:1] <= "\u9fff"), "")
    return " / ".join(filter(None, (" ".join(english.split()), "".join(chinese.splitlines()))))


@cache
def _load(name: str, module: str) -> TyperCommand | TyperGroup:
    """Import a command, or a group of them, whose list says each whole in both languages."""
    found = getattr(import_module(module), name)
    if isinstance(found, typer.Typer):
        group = typer.main.get_group(found)
        for command in group.commands.values():
            command.short_help = summary(command.help or "")
        group.short_help = SUMMARIES[name]
        return group
    one = typer.Typer(rich_markup_mode=None, add_completion=False)
    one.command(name, hidden=name in HIDDEN, short_help=SUMMARIES.get(name))(found)
    return cast(TyperCommand, typer.main.get_command(one))
