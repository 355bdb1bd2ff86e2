"""policygraph extract: what one document says, step by step."""

import json
from collections import Counter
from dataclasses import asdict
from enum import StrEnum
from itertools import chain, count
from pathlib import Path
from typing import Annotated, Any

import typer

from policygraph.cli.console import (
    EXIT_FINDINGS,
    CommandError,
    complain,
    err,
    errors_reported,
    language_of,
    print_json,
)
from policygraph.cli.options import LanguageOption, RegistryOption, argument, option
from policygraph.errors import SourceError
from policygraph.export.output import make_folder, write_text
from policygraph.model.record import Record, facts_only, to_json
from policygraph.model.source import Source
from policygraph.read import read_file, take_steps
from policygraph.registry.registry import Registry, load_registry
from policygraph.text.files import find_files
from policygraph.text.reader import read_source


class Stage(StrEnum):
    """The steps that can be shown one by one."""

    BLOCKS = "blocks"
    CLAUSES = "clauses"
    FACTS = "facts"
    RECORD = "record"


def extract(
    files: Annotated[
        list[Path],
        argument(en="Texts, or folders of texts.", zh="要读取的文本，或文本所在的文件夹。"),
    ],
    out: Annotated[
        Path | None,
        option(
            "--out",
            "-o",
            en="Folder for the records, one NAME.json each.",
            zh="存放记录的文件夹，每个文件写成一个 JSON。",
        ),
    ] = None,
    stage: Annotated[
        Stage,
        option(
            en="Which step to show when there is no --out.",
            zh="没有 --out 时显示哪一步：版面、条款、事实或记录。",
        ),
    ] = Stage.RECORD,
    facts: Annotated[
        bool, option("--facts-only", en="Leave out running text.", zh="只保留事实，不含正文。")
    ] = False,
    registry: RegistryOption = None,
    language: LanguageOption = None,
) -> None:
    """Read documents and give their records, or show one step of the reading.

    读取文件，输出抽取记录，或显示某一步的结果。

    \b
    Example:
      policygraph extract data/samples/qingshi-tongzhi.txt --stage clauses
      policygraph extract data/samples --out records/
    """
    tongue = language_of(language)
    local = registry or []
    with errors_reported(tongue):
        found = find_files(files)
        if out is None:
            _show(found, stage, facts, local)
            return
        bad = _write(found, out, facts, local, tongue)
    if bad:
        raise typer.Exit(EXIT_FINDINGS)


def _show(files: list[Path], stage: Stage, facts: bool, local: list[Path]) -> None:
    shown: list[Any] = []
    for file in files:
        if stage is Stage.RECORD:
            record = read_file(file, local).required_record()
            shown.append(json.loads(to_json(facts_only(record) if facts else record)))
        else:
            shown.append(_made_by(stage, read_source(file), load_registry(local)))
    print_json(shown[0] if len(shown) == 1 else shown)


def _made_by(stage: Stage, source: Source, registry: Registry) -> Any:
    """Give what a step before the record made of a document, as plain data."""
    steps = take_steps(source, registry)
    if stage is Stage.BLOCKS:
        return [
            {"kind": b.kind, "rule": b.rule, "span": b.span, "text": source.at(b.span).strip()}
            for b in steps.layout.blocks
        ]
    if stage is Stage.CLAUSES:
        return [asdict(clause) for clause in steps.parsed.clauses]
    return asdict(steps.facts)


def _write(files: list[Path], out: Path, facts: bool, local: list[Path], tongue: str) -> int:
    """Write the records; give the number of files that could not be read."""
    if out.exists() and not out.is_dir():
        raise CommandError(
            zh=f"--out {out} 是文件；请指定文件夹", en=f"--out {out}: is a file; give a folder"
        )
    make_folder(out)
    bad = 0
    for file, name in zip(files, _names(files), strict=True):
        try:
            record = read_file(file, local).required_record()
        except SourceError as error:
            bad += 1
            complain(error.in_language(tongue))
            continue
        record = facts_only(record) if facts else record
        write_text(out / f"{name}.json", to_json(record))
        err.print(_line(record, tongue))
    return bad


def _names(files: list[Path]) -> list[str]:
    """Name a record after its file: a.txt is a, beside a.pdf it is a.txt, and then a.txt~2."""
    stems = Counter(file.stem.casefold() for file in files)
    names: list[str] = []
    taken: set[str] = set()
    for file in files:
        plain = file.stem if stems[file.stem.casefold()] == 1 else file.name
        numbered = (f"{plain}~{number}" for number in count(2))
        name = next(n for n in chain([plain], numbered) if n.casefold() not in taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _line(record: Record, tongue: str) -> str:
    counts = (len(record.clauses), len(record.responsibilities), len(record.citations),
              len(record.findings))  # fmt: skip
    if tongue == "zh":
        return "{}: 条款 {}，责任 {}，引用 {}，问题 {}".format(record.source, *counts)
    return "{}: {} clauses, {} responsibilities, {} citations, {} findings".format(
        record.source, *counts
    )
