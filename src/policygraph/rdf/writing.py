"""Files -> what each of them alone decides: its graph, its record, its text, in the dataset.

What an earlier build has of a file is taken over; the others are read, by workers.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path

from policygraph.errors import RecordError
from policygraph.model.record import Record, read_record, to_json
from policygraph.rdf.dataset import DatasetWriter
from policygraph.rdf.earlier import Earlier, Taken, file_key
from policygraph.rdf.quads import record_triples
from policygraph.read import Problem, read_file

Progress = Callable[[str, int, int], None]  # step, done, of how many
_POOL_FROM = 16  # files; for fewer a process pool costs more than it brings


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One input, read and written to the dataset by a worker.

    Attributes:
        path: the file.
        record: its record; None where it could not be read.
        has_text: its text is in the side store.
        graphs: the shards written, with their hashes.
        quads: how many quads they hold.
        problem: why it could not be read.
        key: what the file is known by to the next build.
        taken: what was taken over from an earlier build; None where the file was read.
    """

    path: Path
    record: Record | None
    has_text: bool
    graphs: dict[str, str]
    quads: int
    problem: Problem | None = None
    key: str | None = None
    taken: Taken | None = None


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
    rest = [index for index, item in enumerate(items) if item.record is None]
    done = len(files) - len(rest)
    progress("read", done, len(files))
    for index, item in zip(rest, _read_many([files[i] for i in rest], job, jobs), strict=True):
        items[index] = replace(item, key=items[index].key)
        done += 1
        progress("read", done, len(files))
    return items


def _taken_over(path: Path, job: Job, earlier: Earlier | None) -> WrittenFile:
    """Give what an earlier build has of a file; without a record where it has nothing."""
    key = file_key(path)
    taken = earlier.take(key, job.folder) if earlier else None
    if earlier is None or taken is None:
        return WrittenFile(path, None, False, {}, 0, key=key)
    try:
        record = read_record(job.folder / "records" / f"{taken.sha256}.json")
    except RecordError:  # it is read again, and what was linked is written over
        return WrittenFile(path, None, False, {}, 0, key=key)
    has_text = (job.folder / "text" / f"{taken.sha256}.txt").is_file()
    return WrittenFile(path, record, has_text, earlier.shard(taken), taken.quads, None, key, taken)


def _read_many(files: Sequence[Path], job: Job, jobs: int) -> Iterator[WrittenFile]:
    if jobs <= 1 or len(files) < _POOL_FROM:
        yield from (read_and_write(file, job) for file in files)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(read_and_write, files, repeat(job), chunksize=8)


def read_and_write(path: Path, job: Job) -> WrittenFile:
    """Read one file and write what it alone decides: its graph, its record, its text."""
    item = read_file(path, job.local_registry)
    if item.record is None:
        return WrittenFile(path, None, False, {}, 0, item.problem)
    writer = DatasetWriter(job.folder, job.base)
    _write_document(writer, item.record, item.text)
    return WrittenFile(path, item.record, item.text is not None, writer.graphs, writer.quads)


def _write_document(writer: DatasetWriter, record: Record, text: str | None) -> None:
    """Write the graph of a record, the record, and its text where there is one."""
    writer.graph(f"source/{record.sha256}", record_triples(record, writer.base))
    writer.record(record.sha256, to_json(record))
    if text is not None:
        writer.text(record.sha256, text)
