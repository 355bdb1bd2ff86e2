"""The commands by name; the module of a command is imported when it is called, not before.

Reading, checking, serving and drawing each import much that other commands do without.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any, cast

import typer
import typer.main

from policygraph.cli.help import Command, Group
from policygraph.cli.usage import ChineseUsage, WrongUsage, asked_language, in_chinese
from policygraph.documentation.help_text import both
from policygraph.show.printable import printable

# What the list of commands says of each: the first paragraph of its help in either language.
# The module of a command, and what stands for it there, bear its name.
SUMMARIES = {
    "extract": both(
        en="Read documents and give their records, or show one step of the reading.",
        zh="读取文件，输出抽取记录，或显示某一步的结果。",
    ),
    "show": both(
        en="Show a document with its structure, and mark what was read from it.",
        zh="显示文件的结构，并标出从中读出的内容。",
    ),
    "consolidate": both(
        en="Carry out what other documents change in one, and show what it says then.",
        zh="执行其他文件对某一文件的修改，给出修改后的文本；未能执行的修改逐条说明原因。",
    ),
    "compare": both(
        en="Compare two versions of a document: units, and whose duties, figures and times change.",
        zh="比较同一文件的两个文本：逐条列出修改、新增、删去和移动，以及责任单位、数字、时限和引用的变化。",
    ),
    "tasks": both(
        en="List what documents set to be done, by whom and until when, with units that have"
        " changed.",
        zh="列出任务分解表：任务内容、牵头、责任和配合单位、时限要求，以及机构改革后现由哪个单位承担。",
    ),
    "findings": both(
        en="List what could not be read, resolved or accepted: the worst first, with its place.",
        zh="列出未能读取、还原或采用之处：按级别、文件、位置排列，并统计各代码的数量。",
    ),
    "build": both(
        en="Build a dataset from texts and records; it replaces the old one when it is whole.",
        zh="由文本和记录构建数据集；新数据集完整之后才替换旧的。",
    ),
    "validate": both(
        en="Check a dataset, or files: shapes on each document, queries over the whole.",
        zh="校验数据集或文件：逐个文件检查 SHACL 形状，并对整体运行核查；数据集的结果记入其清单。",
    ),
    "query": both(
        en="Ask a question, or list all questions.",
        zh="用内置问题或自编 SPARQL 查询数据集；不带参数时列出全部问题。",
    ),
    "search": both(
        en="Find clauses by words in texts, headings, titles, document numbers and names of units.",
        zh="全文检索：按正文、标题、文号和单位名称中的字词查找条款。",
    ),
    "summary": both(
        en="Print what a dataset holds, and two example questions with their answers.",
        zh="显示数据集内容，以及两个示例问题的答案。",
    ),
    "serve": both(
        en="Serve a dataset: pages, questions and a SPARQL 1.1 endpoint.",
        zh="启动服务：网页、问题与 SPARQL 1.1 端点。",
    ),
    "export": both(
        en="Write a dataset as files: RDF dump, network, tables or records.",
        zh="把数据集导出为文件：RDF 数据、网络图、表格或抽取记录。",
    ),
    "coverage": both(
        en="Count what was read of each document, and per style what is still missed.",
        zh="逐个文件统计责任标注、抽取行数、问题与未归类字数，并按样式列出尚未读出的内容。",
    ),
    "reconcile": both(
        en="Write a table of units anew, with their official names and the names of a day.",
        zh="为单位名单补上正式名称、现名称、变动类型、日期和依据；一行有误不影响其他行。",
    ),
    "review": both(
        en="Correct what was read, in a file beside the source.",
        zh="在原文旁的文件中更正抽取结果。",
    ),
    "agencies": both(
        en="Who a body was, who it is now, and how that is known.",
        zh="机构沿革：它曾是谁、现在是谁、依据何在。",
    ),
}
HIDDEN = ("docs",)  # for developers; in no list
_MODULES = {name: f"policygraph.cli.{name}" for name in (*SUMMARIES, *HIDDEN)}


class Commands(Mapping[str, Command | Group]):
    """All commands in the order of their list, each imported when it is asked for."""

    def __getitem__(self, name: str) -> Command | Group:
        return _load(name, _MODULES[name])

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


class Program(Group):
    """The program: it tells what is wrong with its arguments in the language asked for.

    Its list of commands is told without importing them.
    """

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        # read, never written to: typer adds a command only when it is told to
        self.commands = cast(MutableMapping[str, Any], Commands())

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names of all commands."""
        return list(self.commands)

    def listed(self) -> dict[str, str]:
        """Give what the list of commands says of each."""
        return SUMMARIES

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **also: Any) -> Any:
        """Read the arguments before the name of the command."""
        self._language = asked_language(args)
        with self._in_language():
            return super().make_context(info_name, args, *more, **also)

    def invoke(self, ctx: Any) -> Any:
        """Read the arguments behind it, and run the command."""
        with self._in_language():
            return super().invoke(ctx)

    @contextmanager
    def _in_language(self) -> Iterator[None]:
        try:
            yield
        except WrongUsage as error:
            told = in_chinese(error.format_message()) if self._language == "zh" else None
            if told is None or isinstance(error, ChineseUsage):
                raise
            chinese = ChineseUsage(printable(told), ctx=error.ctx)
            raise chinese from error


@cache
def _load(name: str, module: str) -> Command | Group:
    """Import a command, or a group of them."""
    found = getattr(import_module(module), name)
    if isinstance(found, typer.Typer):
        return cast(Group, typer.main.get_group(found))
    one = typer.Typer(rich_markup_mode=None, add_completion=False)
    one.command(name, cls=Command, hidden=name in HIDDEN)(found)
    return cast(Command, typer.main.get_command(one))
