"""Files of a dataset that are as they were written, told without reading them.

    DATASET/stamps.json   size, time of change and number (inode) of each file that a build wrote

A file that is written over, replaced or cut differs in one of the three. A file so young that the
clock may not tell a later change from the build's own is not believed: it is read and hashed.
Where there are no stamps, or the dataset was copied, every file is.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from pydantic import TypeAdapter

FILE = "stamps.json"
_SETTLED = 2_000_000_000  # nanoseconds; the coarsest file systems count in steps of 2 s

Stamp = tuple[int, int, int]  # size in bytes, time of change in nanoseconds, inode
_STAMPS: TypeAdapter[dict[str, Stamp]] = TypeAdapter(dict[str, Stamp])


@dataclass(frozen=True, slots=True)
class Stamps:
    """What the files of a dataset looked like when they were known to be what the build wrote.

    Attributes:
        written: when that was, by the clock of the file system, in nanoseconds.
        files: path inside the dataset -> stamp.
    """

    written: int = 0
    files: Mapping[str, Stamp] = field(default_factory=dict)

    def hold(self, dataset: Path, name: str) -> bool:
        """Say whether the file ``name`` is surely as the build left it."""
        known = self.files.get(name)
        if known is None or known[1] > self.written - _SETTLED:
            return False
        return stamp_of(f"{dataset}/{name}") == known


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
        return Stamps(file.stat().st_mtime_ns, _STAMPS.validate_json(file.read_bytes()))
    except (OSError, ValueError):
        return Stamps()


def write_stamps(dataset: Path, names: Iterable[str]) -> None:
    """Note what the files ``names`` of a dataset look like, which are as the build wrote them."""
    stamps = {name: stamp_of(f"{dataset}/{name}") for name in sorted(names)}
    known = {name: stamp for name, stamp in stamps.items() if stamp is not None}
    (dataset / FILE).write_text(json.dumps(known, separators=(",", ":")) + "\n", encoding="utf-8")
