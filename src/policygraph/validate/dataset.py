"""Checks a whole dataset, and keeps in its manifest whether it conforms."""

from collections.abc import Mapping
from dataclasses import replace

from policygraph.errors import DatasetError, reason
from policygraph.query.values import Value
from policygraph.rdf.dataset import Dataset, write_manifest
from policygraph.validate.cache import Cache
from policygraph.validate.finding import CheckFinding
from policygraph.validate.result import Report
from policygraph.validate.rules import check_rules
from policygraph.validate.shards import Progress, check_shards


def validate_dataset(
    dataset: Dataset,
    jobs: int = 2,
    progress: Progress = lambda done, total: None,
    values: Mapping[str, Value] | None = None,
) -> Report:
    """Run the shapes on the graph of each source, and the verify queries on the whole.

    What the shapes found is kept in ``checks/``, and a graph is not checked again while it and
    the shapes are as they were. The verify queries are run each time.

    Args:
        dataset: the dataset; its graphs are not changed.
        jobs: number of processes that run shapes.
        progress: called after each source with how many are done, of how many.
        values: parameter of verify queries -> value, such as the day that counts as today.

    Raises:
        DatasetError: a shard cannot be read.
        QueryError: a verify query fails.
    """
    sources = [dataset.path / "graphs" / name for name in _sources(dataset)]
    documents = check_shards(sources, jobs, progress, Cache(dataset.path / "checks"))
    found = [finding for document in documents for finding in document.findings]
    found += check_rules(dataset.store, values=values)
    return Report(tuple(sorted(found, key=CheckFinding.order)), tuple(documents))


def _sources(dataset: Dataset) -> list[str]:
    return sorted(name for name in dataset.manifest.graphs if name.startswith("source/"))


def record_conformance(dataset: Dataset, report: Report) -> None:
    """Write into the manifest whether the dataset conforms; its root hash stays as it is.

    Raises:
        DatasetError: the manifest cannot be written.
    """
    try:
        write_manifest(dataset.path, replace(dataset.manifest, conforms=report.conforms))
    except OSError as error:
        why = reason(error)
        raise DatasetError(
            zh=f"数据集 {dataset.path} 的校验结果无法记入 manifest.json（{why.zh}）；"
            "请使该文件夹可写",
            en=f"{dataset.path}: whether it conforms cannot be noted in manifest.json"
            f" ({why.en}); make the folder writable",
        ) from error
