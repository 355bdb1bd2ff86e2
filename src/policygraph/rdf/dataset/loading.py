"""Graphs -> store: all of them, or what differs from the store of an earlier dataset.

Each statement is loaded into its graph and into the default graph. Oxigraph's union of named
graphs gives a statement as often as graphs hold it, so that two copies of one policy double the
rows at every step of a query. In the default graph each stands once.
"""

import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from policygraph.expression import expression

_GRAPH_NAME = expression(rb" <[^<>\n]*> \.\n")  # at the end of a line of a shard
_BATCH = 32 << 20  # bytes of N-Quads handed to the loader at once: bounds its memory
_MOST_CHANGED = 0.2  # of all bytes; above, loading everything is faster


def load_all(dataset: Path, graphs: Iterable[str]) -> None:
    """Load the shards ``graphs`` into a new store.

    Args:
        dataset: folder of the dataset; its ``store`` does not exist.
        graphs: shards, as paths under ``graphs/``.
    """
    store = ox.Store(str(dataset / "store"))
    with ThreadPoolExecutor(2) as pool:  # Oxigraph loads without the lock of the interpreter
        loads = [
            pool.submit(_load, store, _batches(dataset, graphs), ox.RdfFormat.N_QUADS),
            pool.submit(_load, store, _bare_batches(dataset, graphs), ox.RdfFormat.N_TRIPLES),
        ]
    for load in loads:
        load.result()
    store.optimize()
    store.flush()


def _load(store: ox.Store, batches: Iterable[bytes], form: ox.RdfFormat) -> None:
    for batch in batches:
        store.bulk_load(io.BytesIO(batch), form, lenient=True)


class Difference(NamedTuple):
    """By which lines two shards of one graph differ.

    Attributes:
        gone: lines that are no more.
        come: lines that were not.
    """

    gone: set[bytes]
    come: set[bytes]


def load_changes(
    dataset: Path,
    graphs: Mapping[str, str],
    earlier: Path,
    before: Mapping[str, str],
    known: Mapping[str, Difference],
) -> bool:
    """Take over the store of an earlier dataset and change in it what differs.

    Args:
        dataset: folder of the dataset; its ``store`` does not exist.
        graphs: its shards with their hashes.
        earlier: folder of the earlier dataset, which stays as it is.
        before: its shards with their hashes.
        known: shards of which it is known by which lines they differ.

    Returns:
        False where nothing was done: too much differs, or the earlier store cannot be used.
    """
    differing = {name for name in {*graphs, *before} if graphs.get(name) != before.get(name)}
    changed = sorted(differing.difference(known))
    size = sum(len(line) for each in known.values() for line in (*each.gone, *each.come))
    size += _size(dataset, changed) + _size(earlier, changed)
    if size > _MOST_CHANGED * _size(dataset, graphs):
        return False
    old = {name: _verified(earlier, name, before[name]) for name in changed if name in before}
    if None in old.values():
        return False
    differences = [*known.values(), *(_difference(dataset, name, old) for name in changed)]
    try:
        _change(_taken_over(dataset, earlier, before), differences)
    except (OSError, RuntimeError, ValueError, SyntaxError):  # RocksDB: damage is a RuntimeError
        shutil.rmtree(dataset / "store", ignore_errors=True)
        return False
    return True


def _taken_over(dataset: Path, earlier: Path, before: Mapping[str, str]) -> ox.Store:
    """Copy the store of an earlier dataset, by links.

    Raises:
        OSError, RuntimeError: it cannot be used.
        ValueError: another build put a dataset in its place meanwhile, or it is of another kind.
    """
    ox.Store.read_only(str(earlier / "store")).backup(str(dataset / "store"))
    if _graphs(earlier) != before:
        raise ValueError(earlier)
    store = ox.Store(str(dataset / "store"))
    if not has_default_graph(store):
        raise ValueError(earlier)
    return store


def _graphs(dataset: Path) -> dict[str, str]:
    """Give the shards of a dataset with their hashes, as its manifest has them.

    Raises:
        OSError, ValueError: it has none.
    """
    return dict(json.loads((dataset / "manifest.json").read_bytes())["graphs"])


def _verified(earlier: Path, name: str, digest: str) -> set[bytes] | None:
    """Give the lines of a shard; None where they are not those that the store was loaded from."""
    try:
        data = (earlier / "graphs" / name).read_bytes()
    except OSError:
        return None
    return _lines(data) if hashlib.sha256(data).hexdigest() == digest else None


def has_default_graph(store: ox.Store) -> bool:
    """Say whether the default graph holds the statements of the named ones, as loading makes it.

    If not, a query has to take the union of the named graphs for it.
    """
    return next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None) is not None


def _size(dataset: Path, graphs: Iterable[str]) -> int:
    size = 0
    for name in graphs:
        with suppress(FileNotFoundError):
            size += os.stat(f"{dataset}/graphs/{name}").st_size  # noqa: PTH116 - half of the time
    return size


def _difference(dataset: Path, name: str, old: Mapping[str, set[bytes] | None]) -> Difference:
    file = dataset / "graphs" / name
    new = _lines(file.read_bytes()) if file.is_file() else set()
    was = old.get(name) or set()
    return Difference(was - new, new - was)


def _lines(data: bytes) -> set[bytes]:
    return set(data.splitlines(keepends=True))


def _parse(lines: Iterable[bytes]) -> list[ox.Quad]:
    return list(ox.parse(io.BytesIO(b"".join(lines)), ox.RdfFormat.N_QUADS, lenient=True))


def _change(store: ox.Store, differences: Sequence[Difference]) -> None:
    """A statement leaves the default graph when no named graph holds it any more."""
    gone = [line for each in differences for line in each.gone]
    come = [line for each in differences for line in each.come]
    went, came = ({_bare(line) for line in lines} for lines in (gone, come))
    for quad in _parse(gone):
        store.remove(quad)
    store.extend(_parse([*come, *(came - went)]))  # what a named graph held already stands there
    for bare in _parse(went - came):
        if not _is_named(store, bare):
            store.remove(bare)
    store.flush()


def _bare(line: bytes) -> bytes:
    """Give a line of a shard without the name of the graph, which is the last term in it."""
    return line[: line.rindex(b" <")] + b" .\n"


def _is_named(store: ox.Store, quad: ox.Quad) -> bool:
    same = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(not isinstance(each.graph_name, ox.DefaultGraph) for each in same)


def _batches(dataset: Path, graphs: Iterable[str]) -> Iterator[bytes]:
    batch, size = [], 0
    for name in sorted(graphs):
        data = (dataset / "graphs" / name).read_bytes()
        batch.append(data)
        size += len(data)
        if size >= _BATCH:
            yield b"".join(batch)
            batch, size = [], 0
    yield b"".join(batch)


def _bare_batches(dataset: Path, graphs: Iterable[str]) -> Iterator[bytes]:
    """Give the batches without the names of their graphs: what the default graph holds."""
    for batch in _batches(dataset, graphs):
        yield _GRAPH_NAME.sub(b" .\n", batch)
