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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from pydantic import TypeAdapter

from policygraph.errors import DatasetError
from policygraph.model.record import Record, read_record
from policygraph.rdf.dataset.contributions_file import Contributions, read_contributions
from policygraph.rdf.dataset.folder import is_digest, side_text
from policygraph.rdf.dataset.manifest_file import read_manifest
from policygraph.rdf.dataset.sealed import sealed, unsealed
from policygraph.rdf.dataset.stamps import Stamps, read_stamps
from policygraph.rdf.links.at_hand import AtHand
from policygraph.rdf.links.contribution import Version
from policygraph.registry.registry import Registry
from policygraph.review.apply import review_path
from policygraph.text.reader import MAX_BYTES

FILE = "reading.json"
_DIGITS = 64  # of a SHA-256
_PACKAGE = Path(__file__).resolve().parents[2]


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

    @property
    def version(self) -> str:
        """What changes when the record or the text does."""
        return f"{self.record}{self.text}"

    @property
    def files(self) -> tuple[str, ...]:
        """Its files in the dataset: graph, record, and text where there is one."""
        return (f"graphs/{_graph(self)}", _record(self), *([_text(self)] if self.text else ()))


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
        ontology: digest of the ontology that it was built with.
        files: key of a file -> what it gave.
        stamps: what its files looked like when they were written.
        shared: what its documents add to what they share.
        contributions: digest of a source -> the document.
    """

    path: Path
    graphs: Mapping[str, str]
    ontology: str
    files: Mapping[str, Taken]
    stamps: Stamps
    shared: Contributions
    contributions: Mapping[str, Version]

    def take(self, key: str | None, into: Path) -> Taken | None:
        """Link what the file ``key`` gave into the dataset ``into``; None where it gave nothing."""
        taken = self.files.get(key or "")
        if taken is None or not all(self.is_whole(name, d) for name, d in self._named(taken)):
            return None
        for name, digest in self._named(taken):
            if digest:
                link(f"{self.path}/{name}", f"{into}/{name}")
        return taken

    def record(self, sha256: str) -> Record:
        """Open the record of a source.

        Raises:
            RecordError: it cannot be read.
            ValueError: it is not as it was written.
        """
        name = f"records/{sha256}.json"
        version = self.contributions[sha256].version
        if not self.is_whole(name, version[:_DIGITS]):
            raise ValueError(name)
        return read_record(self.path / name)

    def text(self, sha256: str) -> str | None:
        """Open the text of a source; None where it has none.

        Raises:
            ValueError: it is not as it was written.
        """
        name = f"text/{sha256}.txt"
        if not self.is_whole(name, self.contributions[sha256].version[_DIGITS:]):
            raise ValueError(name)
        return side_text(self.path, sha256)

    def at_hand(self) -> AtHand:
        """Give its documents, as they found each other."""
        return AtHand(self.shared.documents, self.record, self.text)

    def is_whole(self, name: str, digest: str | None) -> bool:
        """Say whether a file is as it was written, with this SHA-256; "" where there is none."""
        if digest and self.stamps.hold(self.path, name):
            return True
        return _hash(self.path / name) == digest

    def _named(self, taken: Taken) -> Iterator[tuple[str, str | None]]:
        """Give graph, record and text of a file with their hashes."""
        yield f"graphs/{_graph(taken)}", self.graphs.get(_graph(taken))
        yield _record(taken), taken.record
        yield _text(taken), taken.text

    def shard(self, taken: Taken) -> dict[str, str]:
        """Give the shard of a file with its hash."""
        return {_graph(taken): self.graphs[_graph(taken)]}


def open_earlier(path: Path, reader: str) -> Earlier | None:
    """Open the dataset at ``path``; None where it is none, or ``reader`` did not read its files."""
    try:
        manifest = read_manifest(path)
        reading = _READING.validate_json(unsealed((path / FILE).read_bytes()))
    except (DatasetError, OSError, ValueError, RecursionError):
        return None  # it is only slower without
    shared = read_contributions(path) if reading.reader == reader else None
    if shared is None:
        return None
    known = {each.contribution.sha256: each for each in shared.documents}
    for taken in reading.files.values():
        of_same = known.get(taken.sha256)
        if not is_digest(taken.sha256) or of_same is None or of_same.version != taken.version:
            return None
    ontology = manifest.versions.get("ontology", "")
    stamps = read_stamps(path)
    return Earlier(path, manifest.graphs, ontology, reading.files, stamps, shared, known)


def write_reading(path: Path, reader: str, files: Mapping[str, Taken]) -> None:
    """Say in the dataset ``path`` what read its files, for the next build."""
    text = json.dumps({"reader": reader, "files": files}, indent=0, sort_keys=True)
    (path / FILE).write_bytes(sealed(f"{text}\n".encode()))


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
    total.update("\n".join(_installed()).encode())
    return total.hexdigest()


def _installed() -> list[str]:
    """Give name and version of each distribution, as the folder of its metadata has them.

    ``importlib.metadata`` reads all metadata, which takes longer than to read a document.
    """
    folders = (Path(folder) for folder in sys.path)
    kinds = (".dist-info", ".egg-info")
    return sorted(
        name
        for folder in folders
        if folder.is_dir()
        for name in os.listdir(folder)  # noqa: PTH208 - a third of the time of Path.iterdir
        if name.endswith(kinds)
    )


def file_key(path: Path) -> str | None:
    """Give what a file is known by: its name, its bytes and its review; None where it has none."""
    total = hashlib.sha256(f"{path.name}\n".encode("utf-8", "surrogateescape"))
    try:
        for file in (path, review_path(path)):
            if file is path or os.path.isfile(file):  # noqa: PTH113 - asked for all files
                total.update(hashlib.sha256(_bytes(file)).digest())
    except (OSError, ValueError):
        return None
    return total.hexdigest()


def _bytes(file: Path) -> bytes:
    """Give the bytes of a file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is none, or too long to be read at all.
    """
    found = os.stat(file)  # noqa: PTH116 - asked once for all files
    if not S_ISREG(found.st_mode) or found.st_size > MAX_BYTES:
        raise ValueError(file)
    with open(file, "rb") as opened:  # noqa: PTH123 - likewise
        return opened.read()


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


def link(old: str, new: str) -> None:
    """Link a file, or copy it where there are no links; what is there already stays."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        return
    except (OSError, NotImplementedError):  # Windows may know no links that are not followed
        shutil.copyfile(old, new, follow_symlinks=False)
