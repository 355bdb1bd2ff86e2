"""Files of a dataset that are as they were written, told without reading them.

    DATASET/stamps.json   size, time of change and number (inode) of each file that a build wrote

A file that is written over, replaced or cut differs in one of the three. A file so young that the
clock may not tell a later change from the build's own is not believed: it is read and hashed.
Where there are no stamps, or the dataset was copied, every file is.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from pydantic import TypeAdapter

FILE = "stamps.json"
_SECOND = 1_000_000_000  # nanoseconds
_SETTLED = 2 * _SECOND  # the coarsest file systems count in steps of 2 s
_SETTLED_FINE = _SECOND // 10  # those that tell parts of a second, in steps of 20 ms at most

Stamp = tuple[int, int, int]  # size in bytes, time of change in nanoseconds, inode


@dataclass(frozen=True, slots=True)
class Stamps:
    """What the files of a dataset looked like when they were known to be what the build wrote.

    Attributes:
        written: when that was, by the clock of the file system, in nanoseconds.
        files: path inside the dataset -> stamp.
        digests: path -> SHA-256, of files whose hash stands nowhere else.
    """

    written: int = 0
    files: Mapping[str, Stamp] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

    def hold(self, dataset: Path, name: str) -> bool:
        """Say whether the file ``name`` is surely as the build left it."""
        known = self.files.get(name)
        if known is None or known[1] > self.written - _settled(known[1]):
            return False
        return stamp_of(f"{dataset}/{name}") == known


@dataclass(frozen=True, slots=True)
class _File:
    files: dict[str, Stamp]
    digests: dict[str, str]


_FILE: TypeAdapter[_File] = TypeAdapter(_File)


def _settled(changed: int) -> int:
    """Give how old a file has to be whose time of change is so written, in nanoseconds."""
    return _SETTLED_FINE if changed % _SECOND else _SETTLED


def stamp_of(file: str) -> Stamp | None:
    """Give the stamp of a file; None where there is none, or it is a link or something else."""
    try:
        found = os.lstat(file)
    except (OSError, ValueError):
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ino) if S_ISREG(found.st_mode) else None


def read_stamps(dataset: Path) -> Stamps:
    """Read the stamps of a dataset; none where they are missing or broken."""
    file = dataset / FILE
    try:
        known = _FILE.validate_json(file.read_bytes())
        return Stamps(file.stat().st_mtime_ns, known.files, known.digests)
    except (OSError, ValueError):
        return Stamps()


def write_stamps(dataset: Path, names: Iterable[str], hashed: Iterable[str]) -> None:
    """Note what files of a dataset look like, which are as the build wrote them.

    Args:
        dataset: its folder.
        names: files whose hashes stand elsewhere.
        hashed: files that are hashed here.
    """
    stamps = {name: stamp_of(f"{dataset}/{name}") for name in sorted({*names, *hashed})}
    known = {name: stamp for name, stamp in stamps.items() if stamp is not None}
    digests = {name: file_digest(dataset / name) for name in hashed if name in known}
    (dataset / FILE).write_bytes(_FILE.dump_json(_File(known, digests)) + b"\n")


def file_digest(file: Path) -> str:
    """Give the SHA-256 of a file; "" where it cannot be read."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
