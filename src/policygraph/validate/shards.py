"""The shapes on many shards: over processes, and not again where a result holds still.

A graph is checked by itself, so the work grows with the number of documents and can be shared
out; what one graph gives depends on its bytes and on the shapes alone.
"""

import hashlib
import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from policygraph.errors import DatasetError
from policygraph.garbage import collect_seldom
from policygraph.validate.cache import Cache
from policygraph.validate.result import Checked

Progress = Callable[[int, int], None]  # done, of how many
_POOL_FROM = 16  # shards; for fewer a process pool costs more than it brings


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard to be checked, and what is known of it already."""

    path: Path
    digest: str
    known: Checked | None


def check_shards(
    paths: Sequence[Path],
    jobs: int = 2,
    progress: Progress = lambda done, total: None,
    cache: Cache | None = None,
    digests: Mapping[Path, str] | None = None,
) -> list[Checked]:
    """Check shards, ``jobs`` at a time; the results come in the order of the shards.

    Args:
        paths: the shards, each named by the digest of its source.
        jobs: number of processes.
        progress: called after each shard with how many are done, of how many.
        cache: where results are looked for and kept; what belongs to none of the shards is
            dropped from it.
        digests: the SHA-256 of their bytes, where it is known.

    Raises:
        DatasetError: a shard cannot be read.
    """
    known = digests or {}
    shards = [_look_up(path, known.get(path), cache) for path in paths]
    new = [shard for shard in shards if shard.known is None]
    fresh = []
    progress(len(shards) - len(new), len(shards))
    for checked in _check_all(new, jobs, cache):
        fresh.append(checked)
        progress(len(shards) - len(new) + len(fresh), len(shards))
    if cache is not None:
        cache.drop_all_but({shard.digest for shard in shards})
    following = iter(fresh)
    return [shard.known or next(following) for shard in shards]


def check_shard(path: Path) -> Checked:
    """Check the graph of one source, read from its shard.

    Raises:
        DatasetError: the shard cannot be read.
    """
    return _check(_read(path), path)


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a shard: the bytes that lie there decide what is known of it.

    Raises:
        DatasetError: it cannot be read.
    """
    return hashlib.sha256(_read(path)).hexdigest()


def _look_up(path: Path, digest: str | None, cache: Cache | None) -> Shard:
    digest = digest or digest_of(path)
    return Shard(path, digest, cache.find(digest) if cache else None)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DatasetError(
            zh=f"数据集中的文件 {path} 无法读取；请重新构建数据集",
            en=f"{path}: cannot be read; build the dataset again",
        ) from error


def _check_all(shards: Sequence[Shard], jobs: int, cache: Cache | None) -> Iterator[Checked]:
    if jobs <= 1 or len(shards) < _POOL_FROM:
        yield from map(_check_and_keep, shards, repeat(cache))
        return
    # fork would copy the locks of the threads that the store has
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=collect_seldom) as pool:
        chunk = max(1, min(32, len(shards) // jobs))
        yield from pool.map(_check_and_keep, shards, repeat(cache), chunksize=chunk)


def _check_and_keep(shard: Shard, cache: Cache | None) -> Checked:
    data = _read(shard.path)
    checked = _check(data, shard.path)
    if cache is not None:  # another build may have written the shard meanwhile
        cache.keep(hashlib.sha256(data).hexdigest(), checked)
    return checked


def _check(data: bytes, path: Path) -> Checked:
    # with rdflib and pySHACL, which where nothing is new are not needed
    from policygraph.validate.shapes import check_quads  # noqa: PLC0415

    return check_quads(data, str(path), path.stem)
