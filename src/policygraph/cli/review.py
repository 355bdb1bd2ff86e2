"""policygraph review: corrections of a record, kept in a file beside the source."""

from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.console import CommandError, errors_reported, language_of, out
from policygraph.cli.help import Command, Group
from policygraph.cli.options import LanguageOption, argument, option
from policygraph.cli.usage import remember
from policygraph.errors import Message
from policygraph.export.output import write_text
from policygraph.review.apply import review_path
from policygraph.review.file import list_keys
from policygraph.text.reader import read_source

review = typer.Typer(name="review", cls=Group, no_args_is_help=True, rich_markup_mode=None)

_HEAD = Message(
    zh="""\
# {name} 的人工复核：每次重新读取时自动采用。
#
# [[wrong]]    不应读出的行：row 写明能认出它的字段，quote（可省略）是它所在的原文。
# [[missing]]  漏读的行：quote 是依据的原文，须在该条款中只出现一次；row 未写的字段尽量补全。
#
# by、when、why（由谁、何时、因何认定）必填。
#
# 列表及其字段：
""",
    en="""\
# Review of {name}: corrections that every new reading keeps.
#
# [[wrong]]    a row that should not have been read: row holds fields that tell it, quote
#              (may be left out) the characters from which it was read.
# [[missing]]  a row that should have been read: quote is what it is read from and must occur
#              once in the clause; what row leaves out is supplied where it can be.
#
# by, when and why say who decided so, when and why.
#
# Lists and their fields:
""",
)
_BODY = """\
{lists}

sha256 = "{sha256}"

# [[wrong]]
# list = "responsibilities"
# row = {{ clause = "2/1", as_written = "有关部门" }}
# by = "督查室"
# when = 2024-05-06
# why = "泛指，不是责任单位"

# [[missing]]
# list = "responsibilities"
# row = {{ clause = "2/1", role = "lead" }}
# quote = "市发展改革委"
# by = "督查室"
# when = 2024-05-06
# why = "正文写明牵头"
"""


@review.callback()
def about(language: LanguageOption = None) -> None:
    """Correct what was read, in a file beside the source.

    在原文旁的文件中更正抽取结果。

    \b
    Example:
      policygraph review new data/samples/qingshi-tongzhi.txt
    """
    remember(language)


@review.command(cls=Command)
def new(
    file: Annotated[Path, argument(en="Text that was read.", zh="已读取过的文本。")],
    force: Annotated[
        bool, option("--force", en="Write over a review that exists.", zh="覆盖已有的复核文件。")
    ] = False,
    language: LanguageOption = None,
) -> None:
    """Write an empty review with explanations beside a text.

    在文本旁写一份带说明的空白复核文件。

    \b
    Example:
      policygraph review new data/samples/qingshi-tongzhi.txt
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        source = read_source(file)
        path = review_path(file)
        if path.exists() and not force:
            raise CommandError(
                zh=f"复核文件 {path} 已存在；请直接编辑，或用 --force 覆盖",
                en=f"{path}: exists; edit it, or give --force to write over it",
            )
        lists = "\n".join(f"#   {name}: {', '.join(keys)}" for name, keys in list_keys())
        template = _HEAD.in_language(tongue) + _BODY
        text = template.format(name=file.name, sha256=source.sha256, lists=lists)
        write_text(path, text)
    out.print(str(path))
