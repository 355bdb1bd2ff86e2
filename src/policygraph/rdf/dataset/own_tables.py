"""The registry tables of one's own that a dataset was built with, kept in it.

    DATASET/registry/1-DIGEST/*.csv   those of the first folder given, 2-DIGEST those of the second

What is read again of the dataset (its tasks, a text as changed, the bodies of a day) is read with
the tables that it was built with. A folder is named by what it holds, so that no process takes the
tables of an earlier build for these.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from policygraph.registry.registry import TABLES

FOLDER = "registry"
_DIGITS = 12  # of the digest


def write_own_tables(dataset: Path, folders: Sequence[Path]) -> None:
    """Keep the tables of some folders in a new dataset, in their order.

    Raises:
        OSError: a table cannot be read or written.
    """
    for number, folder in enumerate(folders, 1):
        tables = {name: (folder / name).read_bytes() for name in TABLES if _is_in(folder, name)}
        digest = hashlib.sha256(b"".join(tables.values())).hexdigest()[:_DIGITS]
        kept = dataset / FOLDER / f"{number}-{digest}"
        kept.mkdir(parents=True)
        for name, data in tables.items():
            (kept / name).write_bytes(data)


def own_tables(dataset: Path) -> list[Path]:
    """Give the folders of tables that a dataset was built with, in their order."""
    numbered = ((each.name.partition("-")[0], each) for each in (dataset / FOLDER).glob("*-*"))
    return [each for _, each in sorted((int(n), each) for n, each in numbered if n.isdecimal())]


def _is_in(folder: Path, name: str) -> bool:
    return (folder / name).is_file()
