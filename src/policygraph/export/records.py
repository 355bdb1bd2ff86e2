"""The records of a dataset, read back from its graphs: for people who do not use RDF.

They say what the records said from which the graphs were made; a full dataset gives full
records, a facts-only one facts-only records.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from policygraph.errors import DatasetError
from policygraph.export.output import Written, new_folder
from policygraph.export.progress import Track, untracked
from policygraph.model.record import Record, to_json
from policygraph.rdf import iri
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.forms import Value
from policygraph.rdf.records import record_of
from policygraph.rdf.statements import Beside, Statements


def write_records(dataset: Dataset, target: Path, track: Track = untracked) -> Written:
    """Write one record for each source into the folder ``target``: ``{sha256}.json``.

    Args:
        dataset: an open dataset.
        target: folder to be; an earlier export of the same sources is replaced.
        track: shows how many sources are done.

    Raises:
        DatasetError: a graph is missing or changed, or is none that policygraph wrote; or
            ``target`` holds other things, or cannot be written.
    """
    names = sorted(name for name in dataset.manifest.graphs if name.startswith("source/"))
    files = {name: f"{Path(name).stem}.json" for name in names}
    beside, size = links_of(dataset), 0
    with new_folder(target, files.values()) as folder:
        for name in track(names):
            record = _record(dataset, name, beside)
            data = to_json(record).encode("utf-8", "replace")
            (folder / files[name]).write_bytes(data)
            size += len(data)
    return Written(target, size, {"records": len(names)})


def links_of(dataset: Dataset) -> Beside:
    """Give a function that looks into the graph ``links`` of a dataset."""
    links = ox.NamedNode(iri.graph("links", dataset.manifest.base))

    def beside(node: str, predicate: str) -> Iterable[Value]:
        pattern = (ox.NamedNode(node), ox.NamedNode(predicate), None, links)
        found = (quad.object for quad in dataset.store.quads_for_pattern(*pattern))
        return [term for term in found if isinstance(term, ox.NamedNode | ox.Literal)]

    return beside


def _record(dataset: Dataset, name: str, beside: Beside) -> Record:
    file = dataset.path / "graphs" / name
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DatasetError(
            zh=f"数据集中的文件 {file} 无法读取；请重新构建数据集",
            en=f"{file}: cannot be read; build the dataset again",
        ) from error
    if hashlib.sha256(data).hexdigest() != dataset.manifest.graphs[name]:
        raise DatasetError(
            zh=f"数据集中的文件 {file} 与清单不符；请重新构建数据集",
            en=f"{file}: is not what the manifest says; build the dataset again",
        )
    try:
        return record_of(Statements(data, beside))
    except DatasetError as error:
        said = error.said
        raise DatasetError(
            zh=f"数据集中的文件 {file} 有误：{said.zh}", en=f"{file}: {said.en}"
        ) from error
