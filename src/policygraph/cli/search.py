"""``policygraph search``: the clauses and documents that hold words."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from rich.text import Text

from policygraph.cli.console import UsageError, errors_reported, language_of, out, print_json
from policygraph.cli.options import JsonOption, LanguageOption, argument, option
from policygraph.query.wording import worded
from policygraph.rdf.dataset.folder import side_text
from policygraph.rdf.dataset.manifest_file import read_manifest
from policygraph.search.excerpt import Piece
from policygraph.search.folding import words_of
from policygraph.search.json_form import result_as_json
from policygraph.search.query import Query
from policygraph.search.run import Hit, Result
from policygraph.search.run import search as search_dataset
from policygraph.show.printable import printable

_FOUND = "bold yellow"


def search(
    words: Annotated[
        list[str], argument(en="Words; all must be there.", zh="要查找的字词，须同时出现。")
    ],
    dataset: Annotated[
        Path, option("--dataset", "-d", en="Folder of the dataset.", zh="数据集所在的文件夹。")
    ] = Path("data/build"),
    limit: Annotated[
        int, option(min=1, max=10_000, en="How many to print at most.", zh="最多显示多少条。")
    ] = 20,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Find clauses by words in texts, headings, titles, document numbers and names of units.

    全文检索：按正文、标题、文号和单位名称中的字词查找条款。

    \b
    Example:
      policygraph search 财政局 奖励
      policygraph search 澄政规〔2023〕5号 --json
    """
    speaks = language_of(language)
    with errors_reported(speaks):
        wanted = words_of(" ".join(words))
        if not wanted:
            raise UsageError(
                zh="其中没有可查的字词；请给出字词",
                en="there is nothing in it to look for; give a word",
                option="WORDS",
            )
        read_manifest(dataset)  # says at once what is wrong with the folder
        found = search_dataset(
            dataset, lambda sha256: side_text(dataset, sha256), Query(wanted, limit=limit)
        )
    if as_json:
        print_json(result_as_json(found))
        return
    for hit in found.hits:
        _print(hit, speaks)
    _print_total(found, speaks)


def _print(hit: Hit, language: str) -> None:
    about = "  ".join(each for each in (hit.document.number, hit.document.issued) if each)
    out.print(Text.assemble(_text(hit.title), ("  " if about else "") + about, style="bold"))
    trail = "".join(f"{name} › " for name in hit.trail)
    line = (
        "" if hit.line is None else f"第 {hit.line} 行" if language == "zh" else f"line {hit.line}"
    )
    if hit.path is not None:
        place = f"  [{worded(hit.path, 'path', language)}]" + (f"  {line}" if line else "")
        out.print(Text.assemble("  ", printable(trail), _text(hit.heading), (place, "dim")))
    for pieces in (hit.excerpt, hit.names):
        if pieces:
            out.print(Text.assemble("    ", _text(pieces)))


def _text(pieces: Iterable[Piece]) -> Text:
    """Give pieces on one line, the words in colour."""
    text = Text()
    for piece in pieces:
        words = printable(" ".join(piece.text.split("\n")))
        text.append(words, style=_FOUND if piece.is_found else None)
    return text


def _print_total(found: Result, language: str) -> None:
    if found.hits:
        out.print()
    shown, total, documents = len(found.hits), found.total, found.in_documents
    if language == "zh":
        out.print(f"共 {total} 处，在 {documents} 份文件中，显示 {shown} 处")
    else:
        out.print(f"{total} found, in documents: {documents}, shown: {shown}")
    if found.without_text:
        count, every = found.without_text, found.documents
        out.print(
            f"{every} 份文件中有 {count} 份不含正文，只能按标题、文号和名称找到"
            if language == "zh"
            else f"{count} of {every} documents hold no text: they are found by titles, numbers"
            " and names",
            style="dim",
        )
