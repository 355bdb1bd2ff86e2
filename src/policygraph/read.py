"""The first half of the line: file -> source -> blocks -> clauses -> facts -> record.

Pure, for each document by itself; it knows neither RDF nor web, so a worker anywhere can run it.
"""

import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from policygraph.errors import Message, SourceError
from policygraph.extract.rules import extract_facts
from policygraph.model.finding import Finding
from policygraph.model.record import Record, read_record
from policygraph.model.source import Source
from policygraph.registry.registry import Registry, load_registry
from policygraph.resolve.record import resolve_facts
from policygraph.review.apply import with_review
from policygraph.text.blocks import split_blocks
from policygraph.text.clauses import parse_clauses
from policygraph.text.inputs.formats import REFUSED_SUFFIXES, SUFFIXES
from policygraph.text.reader import file_name, read_source


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding about a file: in it, or that it could not be read at all.

    Attributes:
        file: name of the file.
        finding: what is the matter.
        said: for a file that could not be read, what is wrong and what to do, naming the file.
        sha256: digest of the file; empty where it could not be read.
    """

    file: str
    finding: Finding
    said: Message | None = None
    sha256: str = ""

    def message(self, language: str) -> str:
        """Give it as a sentence in ``zh`` or ``en``: what was said, else what its code means."""
        if self.said is not None:
            return self.said.in_language(language)
        return self.finding.message(language)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One input, read: its record and its text where it has one, or the problem."""

    record: Record | None
    text: str | None
    problem: Problem | None = None

    def required_record(self) -> Record:
        """Give the record.

        Raises:
            SourceError: there is none, because the file could not be read.
        """
        if self.record is not None:
            return self.record
        if self.problem is None:
            raise AssertionError("neither read nor refused")
        said, code = self.problem.message, self.problem.finding.code
        raise SourceError(zh=said("zh"), en=said("en"), code=code)


def extract_record(source: Source, registry: Registry) -> Record:
    """Read one document. Any text gives a record; what is not understood is a finding in it."""
    layout = split_blocks(source)
    parsed = parse_clauses(source, layout.blocks)
    facts = extract_facts(source, layout.blocks, parsed.clauses, registry)
    about_structure = (*layout.findings, *parsed.findings)
    return resolve_facts(source, parsed.clauses, facts, registry, about_structure)


class Step(StrEnum):
    """The steps that can be shown one by one."""

    BLOCKS = "blocks"
    CLAUSES = "clauses"
    FACTS = "facts"
    RECORD = "record"


def extract_steps(source: Source, registry: Registry) -> dict[Step, Any]:
    """Read one document and give what each step made of it, as plain data for showing."""
    layout = split_blocks(source)
    parsed = parse_clauses(source, layout.blocks)
    facts = extract_facts(source, layout.blocks, parsed.clauses, registry)
    record = resolve_facts(
        source, parsed.clauses, facts, registry, (*layout.findings, *parsed.findings)
    )
    blocks = [
        {"kind": b.kind, "rule": b.rule, "span": b.span, "text": source.at(b.span).strip()}
        for b in layout.blocks
    ]
    return {
        Step.BLOCKS: blocks,
        Step.CLAUSES: [asdict(clause) for clause in parsed.clauses],
        Step.FACTS: asdict(facts),
        Step.RECORD: asdict(record),
    }


def find_files(paths: Sequence[Path]) -> list[Path]:
    """Give the files to read: those named, and those of the folders named and below, sorted.

    Documents in formats that are not read (.rtf, .odt ...) are among them, so that each is
    refused with what to do about it. Of folders, other endings (.xlsx, .jpg ...) are not.

    Raises:
        SourceError: a path does not exist, or a folder holds nothing to read.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = _inside(path, taken=True)
            if not inside:
                raise SourceError(
                    zh=f"文件夹 {path} 中没有文本（{'、'.join(SUFFIXES)}），也没有记录（.json）；"
                    "请指定存放政策文件的文件夹",
                    en=f"{path}: holds no texts ({', '.join(SUFFIXES)}) and no records (.json);"
                    " give a folder of policy documents",
                )
            found.extend(inside)
        elif path.exists():
            found.append(path)
        else:
            raise SourceError(
                zh=f"文件或文件夹 {path} 不存在；请检查路径",
                en=f"{path}: no such file or folder; check the path",
            )
    return found


def left_out(paths: Sequence[Path]) -> list[Path]:
    """Give the files in the folders named that ``find_files`` does not take, sorted."""
    return [p for path in paths if path.is_dir() for p in _inside(path, taken=False)]


def _inside(folder: Path, *, taken: bool) -> list[Path]:
    """Give the files of a folder and those below it, but for hidden ones and datasets.

    Args:
        folder: the folder.
        taken: whether those that ``find_files`` takes, or the others.
    """
    files: list[Path] = []
    for top, folders, names in os.walk(folder):
        here = Path(top)
        if here != folder and (here / "manifest.json").is_file():
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        seen = (name for name in names if not name.startswith(".") and _is_input(name) is taken)
        files += [here / name for name in seen if os.path.isfile(f"{top}/{name}")]  # noqa: PTH113
    return sorted(files)


_TAKEN = (*SUFFIXES, *REFUSED_SUFFIXES, ".json")


def _is_input(name: str) -> bool:
    name = name.lower()
    return name.endswith(_TAKEN) and name != "readme.md"


def read_file(path: Path, local_registry: Sequence[Path] = ()) -> ReadFile:
    """Read one text or record; what goes wrong is a problem, so that the others go on."""
    try:
        if path.suffix.lower() == ".json":
            return ReadFile(read_record(path), None)
        source = read_source(path)
        record = extract_record(source, load_registry(local_registry))
        return ReadFile(with_review(path, record, source.text), source.text)
    except SourceError as error:
        finding = Finding(error.code, None, "reader")
        return ReadFile(None, None, Problem(file_name(path), finding, error.said))
