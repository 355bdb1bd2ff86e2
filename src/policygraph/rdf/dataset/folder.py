"""The dataset: a folder of graphs, each one sorted N-Quads shard, and a store loaded from them.

    DATASET/
      manifest.json       hash of every graph, root hash, versions, counts
      graphs/*.nq         links, registry, ontology, manifest
      graphs/source/*.nq  one graph for each source, named by its SHA-256
      records/*.json      the records, as read
      text/*.txt          the side store: decoded texts (absent for facts-only sources)
      findings.json       what could not be read, resolved or accepted
      reading.json        which file gave what, so that the next build reads what changed
      contributions.json  what each document adds to what documents share
      stamps.json         size and time of each file, so that what has not changed is not read
      search.sqlite       the index of full-text search (``search.index``)
      registry/           the registry tables of one's own that it was built with (``own_tables``)
      store/              Oxigraph's files; can be rebuilt from graphs/ at any time

The same input gives the same bytes, so the same root hash. A dataset is written beside its
place and moved into it when it is whole; a reader never sees half of one.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pyoxigraph as ox
from pydantic import TypeAdapter, ValidationError

from policygraph.errors import DatasetError, reason
from policygraph.rdf import iri
from policygraph.rdf.dataset.loading import load_all
from policygraph.rdf.dataset.own_tables import own_tables
from policygraph.rdf.terms import Triple
from policygraph.rdf.terms import iri as ref

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a dataset holds.

    Attributes:
        root: SHA-256 over the hashes of all graphs; two equal datasets have equal roots.
        base: base IRI of the data.
        graphs: shard (path under ``graphs/``) -> SHA-256 of its bytes.
        versions: of software, record format, ontology and registry.
        counts: documents, clauses, responsibilities, citations, quads, findings.
        conforms: the shapes and verify queries found no violation; None: not checked.
    """

    root: str
    base: str
    graphs: dict[str, str]
    versions: dict[str, str]
    counts: dict[str, int]
    conforms: bool | None = None
    format: int = FORMAT


_MANIFEST: TypeAdapter[Manifest] = TypeAdapter(Manifest)


@dataclass(slots=True)
class Dataset:
    """An open dataset; its store is read only.

    Attributes:
        path: the folder.
        manifest: its manifest.
        store: the loaded quads.
    """

    path: Path
    manifest: Manifest
    store: ox.Store = field(repr=False)

    def text(self, sha256: str) -> str | None:
        """Give the decoded text of a source; None where the dataset is facts-only."""
        return side_text(self.path, sha256)

    def holds_text(self, sha256: str) -> bool:
        """Say whether the text of a source is at hand, without reading it."""
        return is_digest(sha256) and (self.path / "text" / f"{sha256}.txt").is_file()

    def own_tables(self) -> list[Path]:
        """Give the folders of registry tables that it was built with beside the shipped ones."""
        return own_tables(self.path)

    def shards(self) -> Iterator[Path]:
        """Give the N-Quads files, in the order of their names."""
        for name in sorted(self.manifest.graphs):
            yield self.path / "graphs" / name


def side_text(path: Path, sha256: str) -> str | None:
    """Give the text of a source from the side store of the dataset at ``path``.

    Raises:
        DatasetError: the file is damaged, or cannot be read.
    """
    if not is_digest(sha256):
        return None
    file = path / "text" / f"{sha256}.txt"
    try:
        return file.read_bytes().decode("utf-8") if file.is_file() else None
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(
            zh=f"数据集的原文 {file} 已损坏或无法读取；请重新构建数据集",
            en=f"{file}: is damaged or cannot be read; build the dataset again",
        ) from error


def is_digest(value: str) -> bool:
    """Say whether a word is a SHA-256 in hex digits; sources are named so."""
    return len(value) == 64 and all(c in "0123456789abcdef" for c in value)


def read_manifest(path: Path) -> Manifest:
    """Read the manifest of a dataset.

    Raises:
        DatasetError: ``path`` is no dataset, or was written by a newer program.
    """
    file = path / "manifest.json"
    try:
        data = json.loads(file.read_bytes())
        if data["format"] != FORMAT:
            raise DatasetError(
                zh=f"数据集 {path} 的格式为 {data['format']}，本程序读取的是 {FORMAT}；"
                "请重新构建数据集",
                en=f"{path}: dataset format {data['format']}, this program reads {FORMAT};"
                " build the dataset again",
            )
        return _MANIFEST.validate_python(data)
    except FileNotFoundError as error:
        raise DatasetError(
            zh=f"{path} 不是数据集（没有 manifest.json）；"
            f"请先构建：policygraph build 文件或文件夹 --out {path}",
            en=f"{path}: not a dataset (it has no manifest.json);"
            f" make one with: policygraph build PATH... --out {path}",
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise DatasetError(
            zh=f"数据集清单 {file} 无法读取（{place}：{first['msg']}）；请重新构建数据集",
            en=f"{file}: cannot be read ({place}: {first['msg']}); build the dataset again",
        ) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        why = reason(error)
        raise DatasetError(
            zh=f"数据集清单 {file} 无法读取（{why.zh}）；请重新构建数据集",
            en=f"{file}: cannot be read ({why.en}); build the dataset again",
        ) from error


def open_dataset(path: Path) -> Dataset:
    """Open a dataset for reading.

    Raises:
        DatasetError: ``path`` is no dataset, or its store is missing or broken.
    """
    manifest = read_manifest(path)
    try:
        store = ox.Store.read_only(str(path / "store"))
    except (OSError, RuntimeError) as error:  # RocksDB reports corruption as RuntimeError
        raise DatasetError(
            zh=f"数据集的存储 {path / 'store'} 无法打开；请重新构建数据集",
            en=f"{path / 'store'}: cannot be opened; build it again",
        ) from error
    return Dataset(path, manifest, store)


def shard(graph: str, triples: Iterable[Triple]) -> bytes:
    """Write one graph as sorted, duplicate-free N-Quads."""
    name = ref(graph)
    lines = sorted({f"{s} {p} {o} {name} .\n" for s, p, o in triples})
    return "".join(lines).encode()


def quads_in(data: bytes) -> int:
    """Count the quads of a shard: each line ends with the name of the graph, as the last one does.

    The longer what is counted, the less of a shard is looked at: a third of the time of counting
    the ends of lines.
    """
    last = data.rfind(b" <")
    return data.count(b"\n" if last < 0 else data[last:])


def root_hash(graphs: Mapping[str, str]) -> str:
    """Hash the hashes of all graphs, in the order of their names."""
    listing = "".join(f"{digest}  {name}\n" for name, digest in sorted(graphs.items()))
    return hashlib.sha256(listing.encode()).hexdigest()


class DatasetWriter:
    """Writes a dataset into an empty folder, graph by graph.

    Attributes:
        path: the folder.
        graphs: shard -> hash, so far.
        quads: number of quads, so far.
    """

    def __init__(self, path: Path, base: str = iri.DEFAULT_BASE) -> None:
        self.path = path
        self.base = base
        self.graphs: dict[str, str] = {}
        self.quads = 0
        for name in ("graphs/source", "records", "text"):
            (path / name).mkdir(parents=True, exist_ok=True)

    def graph(self, name: str, triples: Iterable[Triple]) -> None:
        """Write the graph ``name`` (``links``, ``source/{sha256}``, ...)."""
        self.shard(name, shard(iri.graph(name, self.base), triples))

    def shard(self, name: str, data: bytes) -> None:
        """Write the graph ``name`` from its shard: sorted, duplicate-free N-Quads."""
        self.graphs[f"{name}.nq"] = _write(_inside(self.path / "graphs", f"{name}.nq"), data)
        self.quads += quads_in(data)

    def text(self, sha256: str, text: str) -> str:
        """Keep the decoded text of a source in the side store; give the SHA-256 of the file."""
        file = _inside(self.path / "text", f"{sha256}.txt")
        return _write(file, text.encode("utf-8", "replace"))

    def record(self, name: str, text: str) -> str:
        """Keep a record as JSON; give the SHA-256 of the file."""
        file = _inside(self.path / "records", f"{name}.json")
        return _write(file, text.encode("utf-8", "replace"))

    def take(self, graphs: Mapping[str, str], quads: int) -> None:
        """Take up what another writer, or an earlier build, wrote into the same folder."""
        self.graphs.update(graphs)
        self.quads += quads

    def load(self) -> None:
        """Load all shards into the store."""
        load_all(self.path, self.graphs)

    def manifest(self, manifest: Manifest) -> None:
        """Write the manifest; without it the folder is no dataset."""
        write_manifest(self.path, manifest)


def _write(file: Path, data: bytes) -> str:
    """Write a new file; what lies there may be linked from an earlier dataset, and stays.

    Returns:
        The SHA-256 of its bytes.
    """
    file.unlink(missing_ok=True)
    file.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def _inside(folder: Path, name: str) -> Path:
    """Give the file ``name`` of ``folder``; names can come from records made elsewhere."""
    file = folder / name
    if not file.resolve().is_relative_to(folder.resolve()):
        raise DatasetError(
            zh=f"“{name}”不在文件夹 {folder} 之内；请更正给出此名称的记录",
            en=f"{name!r}: lies outside {folder}; correct the record it comes from",
        )
    return file


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write or replace the manifest of a dataset, at once."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    beside = path / f".manifest-{os.getpid()}"
    beside.write_bytes(text.encode())
    beside.replace(path / "manifest.json")
