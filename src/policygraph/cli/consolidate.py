"""policygraph consolidate: a document as it reads after the changes of others."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from policygraph.cli.console import EXIT_FINDINGS, complain, err, errors_reported, language_of, out
from policygraph.cli.one_file import read_one
from policygraph.cli.options import LanguageOption, RegistryOption, argument, day_of, option
from policygraph.cli.out_file import check_out
from policygraph.consolidation.aims import naming_documents
from policygraph.consolidation.consolidate import consolidate as carry_out
from policygraph.consolidation.consolidate import instrument_of
from policygraph.consolidation.outcome import Consolidation
from policygraph.consolidation.summary import sentences
from policygraph.errors import SourceError
from policygraph.export.consolidated import to_json, write_comparison
from policygraph.export.output import new_file, write_text
from policygraph.model.record import Record
from policygraph.model.source import Source
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.show.consolidated import print_consolidated
from policygraph.show.consolidated_page import consolidated_page
from policygraph.show.printable import printable
from policygraph.text.files import find_files

_ENDINGS = (".html", ".docx", ".json", ".txt")
_DOING = {"zh": "读取修改文件", "en": "Reading changes"}


def consolidate(
    file: Annotated[Path, argument(en="Document that is changed.", zh="被修改的文件。")],
    changes: Annotated[
        list[Path],
        argument(
            en="Documents that change it, or folders of them.",
            zh="修改它的文件，或这些文件所在的文件夹。",
        ),
    ],
    as_of: Annotated[
        str | None,
        option(
            "--as-of",
            metavar="DATE",
            en="Only what has taken effect by this day (YYYY-MM-DD), and no drafts.",
            zh="只并入该日（如 2025-06-30）已施行的修改，不含征求意见稿。",
        ),
    ] = None,
    target: Annotated[
        Path | None,
        option(
            "--out",
            "-o",
            en="Write a page (.html), the table of old and new (.docx), all of it "
            "(.json) or the text alone (.txt).",
            zh="写入文件，内容由扩展名决定：网页（.html）、Word 修改对照表（.docx）、"
            "全部数据（.json）或修改后的全文（.txt）。",
        ),
    ] = None,
    registry: RegistryOption = None,
    language: LanguageOption = None,
) -> None:
    """Carry out what other documents change in one, and show what it says then.

    执行其他文件对某一文件的修改，给出修改后的文本；未能执行的修改逐条说明原因。

    \b
    Example:
      policygraph consolidate 办法.docx 修改决定.docx
      policygraph consolidate 办法.docx 修改决定.docx --out 修改对照表.docx
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        check_out(target, _ENDINGS, [file, *changes])
        day = day_of(as_of) if as_of else None
        result, bad = _carried_out(file, changes, day, registry or [], tongue)
        if target is not None:
            _write(result, day, target, tongue)
        else:
            console = Console(highlight=False, markup=False, soft_wrap=True, file=out.file)
            print_consolidated(result, day, console, tongue)
    if result.failed or bad:
        raise typer.Exit(EXIT_FINDINGS)


def _carried_out(
    file: Path, changes: list[Path], as_of: str | None, local: list[Path], tongue: str
) -> tuple[Consolidation, int]:
    """Carry the changes out; tell how many files of folders could not be read.

    A file that is named must be read, or the text would be another; one that only lies in a
    folder is told of, and the others go on.
    """
    base, text = read_one(file, local)
    named = {each.resolve() for each in changes}
    instruments, bad = [], 0
    found = find_files(changes)
    # a person waits for a folder; nothing of it in a pipe or a log
    seen = track(found, _DOING[tongue], console=err, transient=True, disable=not err.is_terminal)
    for each in seen:
        where = each.resolve()
        if where == file.resolve():
            continue
        try:
            record, words = read_one(each, local)
        except SourceError as error:
            if where in named:
                raise
            complain(error.in_language(tongue))
            bad += 1
            continue
        # what is only found in a folder must say itself what it changes
        record = record if where in named else naming_documents(record)
        instruments.append(instrument_of(record, words))

    def read(source: Source) -> Record:
        return extract_record(source, load_registry(local))

    return carry_out(base, text, instruments, read, as_of), bad


def _write(result: Consolidation, as_of: str | None, target: Path, language: str) -> None:
    match target.suffix.lower():
        case ".html":
            write_text(target, consolidated_page(result, as_of, language))
        case ".docx":
            with new_file(target) as stream:
                write_comparison(result, as_of, stream, language)
        case ".json":
            data = json.dumps(to_json(result, as_of), ensure_ascii=False, indent=1)
            write_text(target, data + "\n")
        case _:
            write_text(target, result.text)
    for sentence in sentences(result, as_of, language):
        out.print(printable(sentence))
    out.print(printable(str(target)))
