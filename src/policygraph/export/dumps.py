"""RDF dumps: the whole dataset as N-Quads, or as Turtle without the names of graphs.

Both are read from the shards, not from the store: these are sorted, so the same dataset gives
the same bytes, and a dump can be made where the store is missing.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox

from policygraph.errors import DatasetError
from policygraph.export.output import Written, new_file
from policygraph.export.progress import Track, untracked
from policygraph.rdf.dataset.manifest_file import read_manifest
from policygraph.rdf.vocabulary import POLICY, PREFIXES

_CHUNK = 1 << 20  # bytes


def write_nquads(dataset: Path, target: Path, track: Track = untracked) -> Written:
    """Write all shards one after another as RDF 1.1 N-Quads; bytes are copied, not parsed.

    Args:
        dataset: folder of the dataset.
        target: the file; it is compressed where its name ends in ``.gz``.
        track: shows how many shards are done.

    Raises:
        DatasetError: no dataset, a shard that is missing or changed, or ``target`` cannot be
            written.
    """
    shards = _shards(dataset, track)
    with new_file(target) as stream:
        for shard in track(list(shards)):
            with shard.open("rb") as source:
                shutil.copyfileobj(source, stream, _CHUNK)
    return Written(target, target.stat().st_size, {"quads": sum(shards.values())})


def write_turtle(dataset: Path, target: Path, track: Track = untracked) -> Written:
    """Write the union of all graphs as RDF 1.1 Turtle, with our prefixes.

    Triples are parsed and written one by one, so memory does not grow with the dataset; a
    triple that two graphs hold is therefore written twice, which Turtle allows.

    Args:
        dataset: folder of the dataset.
        target: the file; it is compressed where its name ends in ``.gz``.
        track: shows how many shards are done.

    Raises:
        DatasetError: no dataset, a shard that is missing or changed, or ``target`` cannot be
            written.
    """
    shards = _shards(dataset, track)
    with new_file(target) as stream:
        prefixes = _prefixes()
        stream.writelines(prefixes)
        body = cast(BinaryIO, _Behind(sum(map(len, prefixes)), stream))
        triples = _triples(track(list(shards)))
        ox.serialize(triples, body, ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    return Written(target, target.stat().st_size, {"triples": sum(shards.values())})


def _prefixes() -> list[bytes]:
    """Give the lines that declare our prefixes, sorted.

    pyoxigraph writes them before the first triple, in an order that differs from run to run;
    so they are taken from a sample, sorted, and left out of the real thing.
    """
    node = ox.NamedNode(POLICY)
    sample = [ox.Triple(node, node, node)]
    lines = ox.serialize(sample, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    return sorted(line for line in lines.splitlines(True) if line.startswith(b"@prefix"))


class _Behind:
    """Passes on what is written behind the first bytes."""

    def __init__(self, left_out: int, stream: BinaryIO) -> None:
        self._left_out = left_out
        self._stream = stream

    def write(self, data: bytes) -> int:
        kept = data[self._left_out :]
        self._left_out -= len(data) - len(kept)
        self._stream.write(kept)
        return len(data)

    def flush(self) -> None:
        self._stream.flush()


def _shards(dataset: Path, track: Track) -> dict[Path, int]:
    """Give each shard and its number of quads, in the order of names, after a check of all."""
    graphs = read_manifest(dataset).graphs
    files = {dataset / "graphs" / name: graphs[name] for name in sorted(graphs)}
    return {file: _quads(file, files[file]) for file in track(list(files))}


def _quads(file: Path, digest: str) -> int:
    """Count the quads of a shard: its lines.

    Raises:
        DatasetError: the shard is missing, or is not the one that the manifest names.
    """
    hashed, lines = hashlib.sha256(), 0
    try:
        with file.open("rb") as stream:
            for chunk in iter(partial(stream.read, _CHUNK), b""):
                hashed.update(chunk)
                lines += chunk.count(b"\n")
    except OSError as error:
        raise DatasetError(
            zh=f"数据集中的文件 {file} 无法读取；请重新构建数据集",
            en=f"{file}: cannot be read; build the dataset again",
        ) from error
    if hashed.hexdigest() != digest:
        raise DatasetError(
            zh=f"数据集中的文件 {file} 与清单不符；请重新构建数据集",
            en=f"{file}: is not what the manifest says; build the dataset again",
        )
    return lines


def _triples(shards: Iterable[Path]) -> Iterator[ox.Triple]:
    for shard in shards:
        try:
            for quad in ox.parse(path=shard, format=ox.RdfFormat.N_QUADS, lenient=True):
                yield quad.triple
        except SyntaxError as error:
            raise DatasetError(
                zh=f"数据集中的文件 {shard} 有误：{error}；请重新构建数据集",
                en=f"{shard}: {error}; build the dataset again",
            ) from error
