"""Findings of texts, records and datasets, each with its file, its place and its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from policygraph.model.file_finding import FileFinding
from policygraph.model.finding import Finding
from policygraph.model.source import Span
from policygraph.rdf.dataset.findings_file import read_findings
from policygraph.rdf.dataset.folder import read_manifest, side_text
from policygraph.read import read_file
from policygraph.show.lines import Lines, Place
from policygraph.show.printable import printable
from policygraph.text.files import find_files

_QUOTE = 40  # characters of a quoted place that are shown


@dataclass(frozen=True, slots=True)
class Found(FileFinding):
    """A finding about a file, where it is and what stands there.

    Attributes:
        place: line and column; None where it concerns the whole file or no text is at hand.
        quote: the characters there, closed up and cut; None as for ``place``.
    """

    place: Place | None = None
    quote: str | None = None


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
    return found.finding.severity.rank, found.file, (place[0], place[1]), found.finding.code


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
            yield Found(file, finding, place=place, quote=_quoted(text, finding.span))


def _quoted(text: str, span: Span) -> str:
    words = printable(" ".join(text[span.start : min(span.end, span.start + 4 * _QUOTE)].split()))
    return words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"


def _of_dataset(path: Path) -> Iterator[Found]:
    """Give the findings of a dataset; places and quotes where it holds the texts."""
    read_manifest(path)
    for (file, sha256), group in groupby(read_findings(path), lambda row: (row.file, row.sha256)):
        rows = list(group)
        text = side_text(path, sha256)
        findings = [row.finding for row in rows]
        for row, found in zip(rows, _placed(file, findings, text), strict=True):
            yield replace(found, said=row.said)
