"""What an earlier dataset in the same place has of the same files, so that they are not read again.

    DATASET/reading.json   what read the files (``reader``), and what each of them gave (``files``)

A file is the same when its name, its bytes and its review are; then its record, its graph and its
text are linked into the new dataset, and the bytes of the dataset are those of a full build.
"""

import hashlib
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter

from policygraph.errors import DatasetError
from policygraph.rdf.dataset import is_digest, read_manifest
from policygraph.registry.registry import Registry
from policygraph.review.apply import review_path
from policygraph.text.reader import MAX_BYTES

FILE = "reading.json"
_PACKAGE = Path(__file__).resolve().parents[1]


class Taken(NamedTuple):
    """What one file gave, each by its SHA-256.

    Attributes:
        sha256: of the source.
        record: of its record file.
        text: of its text file; "" where it has none.
        quads: how many quads its graph holds.
    """

    sha256: str
    record: str
    text: str
    quads: int


class _Reading(NamedTuple):
    """The file ``reading.json``."""

    reader: str
    files: dict[str, Taken]


_READING: TypeAdapter[_Reading] = TypeAdapter(_Reading)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier dataset whose files were read as they would be now.

    Attributes:
        path: its folder.
        graphs: its shards with their hashes.
        files: key of a file -> what it gave.
    """

    path: Path
    graphs: Mapping[str, str]
    files: Mapping[str, Taken]

    def take(self, key: str | None, into: Path) -> Taken | None:
        """Link what the file ``key`` gave into the dataset ``into``; None where it gave nothing."""
        taken = self.files.get(key or "")
        if taken is None or not self._is_whole(taken):
            return None
        for name in (f"graphs/{_graph(taken)}", _record(taken), _text(taken)):
            _link(self.path / name, into / name)
        return taken

    def _is_whole(self, taken: Taken) -> bool:
        """Say whether graph, record and text are as they were written; if not it is read again."""
        expected = {
            f"graphs/{_graph(taken)}": self.graphs.get(_graph(taken)),
            _record(taken): taken.record,
            _text(taken): taken.text,
        }
        return all(_hash(self.path / name) == digest for name, digest in expected.items())

    def shard(self, taken: Taken) -> dict[str, str]:
        """Give the shard of a file with its hash."""
        return {_graph(taken): self.graphs[_graph(taken)]}


def open_earlier(path: Path, reader: str) -> Earlier | None:
    """Open the dataset at ``path``; None where it is none, or ``reader`` did not read its files."""
    try:
        graphs = read_manifest(path).graphs
        reading = _READING.validate_json((path / FILE).read_bytes())
    except (DatasetError, OSError, ValueError, RecursionError):
        return None  # it is only slower without
    if reading.reader != reader or not all(
        is_digest(each.sha256) for each in reading.files.values()
    ):
        return None
    return Earlier(path, graphs, reading.files)


def write_reading(path: Path, reader: str, files: Mapping[str, Taken]) -> None:
    """Say in the dataset ``path`` what read its files, for the next build."""
    text = json.dumps({"reader": reader, "files": files}, indent=0, sort_keys=True)
    (path / FILE).write_text(text + "\n", encoding="utf-8")


def reader_digest(registry: Registry, base: str) -> str:
    """Give what decides, beside a file itself, what is read from it.

    The program, the libraries it reads with, the registry, and the base of the IRIs.
    """
    parts = (_program(), registry.digest, base)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    total = hashlib.sha256()
    for file in sorted(_PACKAGE.rglob("*.py")):
        total.update(hashlib.sha256(file.read_bytes()).digest())
    total.update(f"{sys.version} {unicodedata.unidata_version}".encode())
    installed = sorted(f"{each.name} {each.version}" for each in distributions())
    total.update("\n".join(installed).encode())
    return total.hexdigest()


def file_key(path: Path) -> str | None:
    """Give what a file is known by: its name, its bytes and its review; None where it has none."""
    total = hashlib.sha256(f"{path.name}\n".encode("utf-8", "surrogateescape"))
    try:
        for file in (path, review_path(path)):
            if file is path or file.is_file():
                total.update(hashlib.sha256(_bytes(file)).digest())
    except (OSError, ValueError):
        return None
    return total.hexdigest()


def _bytes(file: Path) -> bytes:
    """Give the bytes of a file.

    Raises:
        ValueError: it is none, or too long to be read at all.
    """
    if not file.is_file() or file.stat().st_size > MAX_BYTES:
        raise ValueError(file)
    return file.read_bytes()


def taken_from(folder: Path, sha256: str, quads: int) -> Taken:
    """Say what the dataset ``folder`` has of a source, whose graph holds ``quads``."""
    record, text = (
        _hash(folder / name) for name in (f"records/{sha256}.json", f"text/{sha256}.txt")
    )
    return Taken(sha256, record, text, quads)


def _hash(file: Path) -> str:
    """Give the SHA-256 of a file of a dataset; "" where there is none, or something else."""
    try:
        return "" if file.is_symlink() else hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _text(taken: Taken) -> str:
    return f"text/{taken.sha256}.txt"


def _record(taken: Taken) -> str:
    return f"records/{taken.sha256}.json"


def _graph(taken: Taken) -> str:
    return f"source/{taken.sha256}.nq"


def _link(old: Path, new: Path) -> None:
    """Link a file, or copy it where there are no links; a facts-only source has no text."""
    if old.is_symlink() or not old.is_file() or new.exists():
        return
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)
