"""Findings of texts, records and datasets, each with its file, its place and its words."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from policygraph.errors import DatasetError, Message
from policygraph.model.codes import CODES, Severity
from policygraph.model.finding import Finding
from policygraph.model.source import Span
from policygraph.rdf.dataset import read_manifest
from policygraph.read import find_files, read_file
from policygraph.show.lines import Lines, Place
from policygraph.show.printable import printable

_QUOTE = 40  # characters of a quoted place that are shown
_HEAD = 4096  # bytes of a record in which its source and digest stand
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, where it is and what stands there.

    Attributes:
        file: name of the file.
        finding: what is the matter.
        place: line and column; None where it concerns the whole file or no text is at hand.
        quote: the characters there, closed up and cut; None as for ``place``.
        said: for a file that could not be read, what is wrong and what to do.
    """

    file: str
    finding: Finding
    place: Place | None = None
    quote: str | None = None
    said: Message | None = None

    def message(self, language: str) -> str:
        """Give the finding as a sentence in ``zh`` or ``en``."""
        if self.said is not None:
            return self.said.in_language(language)
        return self.finding.message(language)


def find_findings(paths: Sequence[Path], registry: Sequence[Path] = ()) -> list[Found]:
    """Give the findings of texts, records, folders of them, and datasets; the worst first.

    Raises:
        SourceError: a path does not exist, or a folder holds nothing to read.
        DatasetError: a dataset cannot be read.
    """
    found: list[Found] = []
    for path in paths:
        if (path / "manifest.json").is_file():
            found.extend(_of_dataset(path))
        else:
            for file in find_files([path]):
                found.extend(_of_file(file, registry))
    return sorted(found, key=_rank)


def _rank(found: Found) -> tuple[int, str, tuple[int, int], str]:
    place = found.place or (found.finding.span or Span(-1, -1))
    severity = _ORDER.index(found.finding.severity)
    return severity, found.file, (place[0], place[1]), found.finding.code


def _of_file(path: Path, registry: Sequence[Path]) -> Iterator[Found]:
    read = read_file(path, registry)
    if read.problem is not None:
        yield Found(read.problem.file, read.problem.finding, said=read.problem.said)
    if read.record is not None:
        yield from _placed(read.record.source, read.record.findings, read.text)


def _placed(file: str, findings: Sequence[Finding], text: str | None) -> Iterator[Found]:
    lines = Lines(text) if text is not None else None
    for finding in findings:
        if lines is None or text is None or finding.span is None:
            yield Found(file, finding)
        else:
            place = lines.place(finding.span.start)
            yield Found(file, finding, place, _quoted(text, finding.span))


def _quoted(text: str, span: Span) -> str:
    words = printable(" ".join(text[span.start : min(span.end, span.start + 4 * _QUOTE)].split()))
    return words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of ``findings.json``."""

    file: str
    code: str
    span: Span | None
    rule: str
    detail: str = ""
    zh: str = ""
    en: str = ""


_ROWS: TypeAdapter[list[_Row]] = TypeAdapter(list[_Row])


def _of_dataset(path: Path) -> Iterator[Found]:
    """Give the findings of a dataset; places and quotes where it holds the texts."""
    read_manifest(path)
    by_file: dict[str, list[_Row]] = {}
    for row in _rows(path / "findings.json"):
        by_file.setdefault(row.file, []).append(row)
    texts = _texts(path, by_file)
    for file, rows in by_file.items():
        text = texts[file].read_bytes().decode("utf-8", "replace") if file in texts else None
        findings = [Finding(row.code, row.span, row.rule, row.detail) for row in rows]
        for row, found in zip(rows, _placed(file, findings, text), strict=True):
            own = row.zh and row.en and row.zh != found.finding.message("zh")
            yield replace(found, said=Message(zh=row.zh, en=row.en) if own else None)


def _rows(path: Path) -> list[_Row]:
    try:
        rows = _ROWS.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DatasetError(
            zh=f"数据集中的文件 {path} 无法读取；请重新构建数据集",
            en=f"{path}: cannot be read; build the dataset again",
        ) from error
    unknown = next((row.code for row in rows if row.code not in CODES), None)
    if unknown is not None:
        raise DatasetError(
            zh=f"数据集中的文件 {path} 含有未知的代码“{unknown}”；请用本程序重新构建数据集",
            en=f"{path}: unknown code {unknown!r}; build the dataset again with this program",
        )
    return rows


def _texts(path: Path, wanted: Mapping[str, Any]) -> dict[str, Path]:
    """Give where the texts of files lie; not where two files have one name."""
    found: dict[str, list[Path]] = {}
    for record in sorted((path / "records").glob("*.json")):
        source = _source_of(record)
        text = path / "text" / f"{record.stem}.txt"
        if source in wanted and text.is_file():
            found.setdefault(source, []).append(text)
    return {file: texts[0] for file, texts in found.items() if len(texts) == 1}


def _source_of(record: Path) -> str:
    """Give the source of a record from its first line: one key a line, ``source`` first."""
    with record.open("rb") as stream:
        head = stream.read(_HEAD).decode("utf-8", "replace").splitlines()
    line = next((line for line in head if line.startswith('"source": ')), "")
    try:
        return str(json.loads("{" + line.rstrip(",") + "}").get("source", ""))
    except json.JSONDecodeError:
        return ""
