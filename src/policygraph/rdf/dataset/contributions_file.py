"""``contributions.json`` of a dataset: what each document adds to what documents share.

With it a build need not open the records that have not changed, and the checks need not look for
the links of one document in those of all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from policygraph.model.finding import Finding
from policygraph.rdf.dataset.sealed import sealed, unsealed
from policygraph.rdf.links.contribution import Asked, Contribution, Linked, Version

FILE = "contributions.json"
_T = TypeVar("_T", str, Asked)


@dataclass(frozen=True, slots=True)
class Contributions:
    """What the documents of a dataset add to what they share.

    Attributes:
        links: SHA-256 of the shard of the graph ``links``.
        registry: what decides the graph ``registry``, beside the registry.
        documents: the documents, in the order of the files.
        linked: digest of a source -> what it adds to the graph ``links``.
    """

    links: str
    registry: str
    documents: tuple[Version, ...]
    linked: Mapping[str, Linked]


@dataclass(frozen=True, slots=True)
class _Row:
    """A document in the file; lines and keys, which come again and again, are numbers there."""

    version: str
    contribution: Contribution
    digest: str
    shared: tuple[int, ...]
    quoted: tuple[Finding, ...]
    asked: tuple[int, ...]
    answers: str


@dataclass(frozen=True, slots=True)
class _File:
    links: str
    registry: str
    lines: tuple[str, ...]
    asked: tuple[Asked, ...]
    documents: tuple[_Row, ...]


_FILE: TypeAdapter[_File] = TypeAdapter(_File)


def write_contributions(dataset: Path, contributions: Contributions) -> None:
    """Write the file; where a name in it cannot be written there is none, and nothing is saved."""
    linked = contributions.linked
    lines = _numbered(line for each in linked.values() for line in each.shared)
    asked = _numbered(key for each in linked.values() for key in each.asked)
    rows = []
    for each in contributions.documents:
        its = linked[each.contribution.sha256]
        shared = tuple(map(lines.__getitem__, its.shared))
        keys = tuple(map(asked.__getitem__, its.asked))
        rows.append(
            _Row(each.version, each.contribution, its.digest, shared, its.quoted, keys, its.answers)
        )
    whole = _File(
        contributions.links, contributions.registry, tuple(lines), tuple(asked), tuple(rows)
    )
    try:
        (dataset / FILE).write_bytes(sealed(_FILE.dump_json(whole) + b"\n"))
    except ValueError:  # half of a surrogate pair in a name
        return


def _numbered(each: Iterable[_T]) -> dict[_T, int]:
    return {one: number for number, one in enumerate(sorted(set(each)))}


def read_contributions(dataset: Path) -> Contributions | None:
    """Read the file; None where it is missing or broken."""
    try:
        found = _FILE.validate_json(unsealed((dataset / FILE).read_bytes()))
        linked = {row.contribution.sha256: _linked(row, found) for row in found.documents}
    except (OSError, ValueError, IndexError, RecursionError):
        return None
    documents = tuple(Version(row.contribution, row.version) for row in found.documents)
    return Contributions(found.links, found.registry, documents, linked)


def _linked(row: _Row, found: _File) -> Linked:
    return Linked(
        row.digest,
        tuple(map(found.lines.__getitem__, row.shared)),
        row.quoted,
        tuple(map(found.asked.__getitem__, row.asked)),
        row.answers,
    )
