"""Files -> what each of them alone decides: its graph, its record, its text, in the dataset.

What an earlier build has of a file is taken over; the others are read, by workers.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import repeat
from pathlib import Path

from policygraph.garbage import collect_seldom
from policygraph.model.file_finding import FileFinding
from policygraph.model.record import Record, to_json
from policygraph.rdf.dataset.earlier import Earlier, Taken, file_key
from policygraph.rdf.dataset.folder import DatasetWriter
from policygraph.rdf.links.contributing import contribution_of
from policygraph.rdf.links.contribution import Contribution, Version
from policygraph.rdf.quads import record_triples
from policygraph.read import read_file
from policygraph.registry.registry import load_registry

Progress = Callable[[str, int, int], None]  # step, done, of how many
_POOL_FROM = 16  # files; for fewer a process pool costs more than it brings


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One input, read and written to the dataset by a worker.

    Attributes:
        path: the file.
        taken: what it gave; None where it could not be read.
        contribution: what it contributes to what documents share; None as above.
        graphs: the shards written, with their hashes.
        record: its record; None as above, and where it was taken over.
        problem: why it could not be read.
        key: what the file is known by to the next build.
    """

    path: Path
    taken: Taken | None = None
    contribution: Contribution | None = None
    graphs: Mapping[str, str] = field(default_factory=dict)
    record: Record | None = None
    problem: FileFinding | None = None
    key: str | None = None

    @property
    def is_taken_over(self) -> bool:
        """Whether all of it comes from an earlier build."""
        return self.taken is not None and self.record is None

    def version(self) -> Version:
        """Give the document for others to find.

        Raises:
            AssertionError: the file could not be read.
        """
        if self.taken is None or self.contribution is None:
            raise AssertionError(f"{self.path}: was not read")
        return Version(self.contribution, self.taken.version)


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs beside the file."""

    folder: Path
    base: str
    local_registry: tuple[Path, ...]


def read_all(
    files: Sequence[Path],
    job: Job,
    earlier: Earlier | None,
    jobs: int,
    progress: Progress,
) -> list[WrittenFile]:
    """Take over the files that an earlier build read, and read the others.

    Args:
        files: the files.
        job: what workers need beside them.
        earlier: the earlier build.
        jobs: number of processes that read.
        progress: called with ``read``, files done, all files.

    Returns:
        What each file gave, in their order.
    """
    items = [_taken_over(file, job, earlier) for file in files]
    rest = [index for index, item in enumerate(items) if item.taken is None]
    done = len(files) - len(rest)
    progress("read", done, len(files))
    for index, item in zip(rest, _read_many([files[i] for i in rest], job, jobs), strict=True):
        items[index] = replace(item, key=_still(files[index], items[index].key))
        done += 1
        progress("read", done, len(files))
    return items


def _still(path: Path, key: str | None) -> str | None:
    """Give the key of a file that is as it was: what was read of another is not what it gives."""
    return key if file_key(path) == key else None


def _taken_over(path: Path, job: Job, earlier: Earlier | None) -> WrittenFile:
    """Give what an earlier build has of a file; nothing where it has nothing."""
    key = file_key(path)
    taken = earlier.take(key, job.folder) if earlier else None
    if earlier is None or taken is None:
        return WrittenFile(path, key=key)
    contribution = earlier.contributions[taken.sha256].contribution
    return WrittenFile(path, taken, contribution, earlier.shard(taken), key=key)


def _read_many(files: Sequence[Path], job: Job, jobs: int) -> Iterator[WrittenFile]:
    if jobs <= 1 or len(files) < _POOL_FROM:
        yield from (read_and_write(file, job) for file in files)
        return
    with ProcessPoolExecutor(jobs, initializer=collect_seldom) as pool:
        yield from pool.map(read_and_write, files, repeat(job), chunksize=8)


def read_and_write(path: Path, job: Job) -> WrittenFile:
    """Read one file and write what it alone decides: its graph, its record, its text."""
    item = read_file(path, job.local_registry)
    record, text = item.record, item.text
    if record is None:
        return WrittenFile(path, problem=item.problem)
    writer = DatasetWriter(job.folder, job.base)
    writer.graph(f"source/{record.sha256}", record_triples(record, writer.base))
    digest = writer.record(record.sha256, to_json(record))
    taken = Taken(
        record.sha256, digest, writer.text(record.sha256, text) if text is not None else "",
        writer.quads,
    )  # fmt: skip
    registry = load_registry(job.local_registry)
    contribution = contribution_of(record, text, registry, job.base)
    return WrittenFile(path, taken, contribution, writer.graphs, record)
