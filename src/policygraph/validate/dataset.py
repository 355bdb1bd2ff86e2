"""Checks a whole dataset, and keeps in its manifest whether it conforms."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from policygraph.errors import DatasetError, reason
from policygraph.query.values import Value
from policygraph.rdf.dataset import Dataset, write_manifest
from policygraph.validate.cache import Cache, RuleResults
from policygraph.validate.finding import CheckFinding
from policygraph.validate.result import Report
from policygraph.validate.rules import check_rules
from policygraph.validate.shards import Progress, check_shards

_REGISTRY = Path("registry.nq")  # it is checked like the graph of a source, and is no document


def validate_dataset(
    dataset: Dataset,
    jobs: int = 2,
    progress: Progress = lambda done, total: None,
    values: Mapping[str, Value] | None = None,
) -> Report:
    """Run the shapes on each source's graph and the registry's, and verify queries on the whole.

    What the shapes found is kept in ``checks/``, and a graph is not checked again while it and
    the shapes are as they were. The verify queries are run each time; what they found is kept for
    those who show it.

    Args:
        dataset: the dataset; its graphs are not changed.
        jobs: number of processes that run shapes.
        progress: called after each graph with how many are done, of how many.
        values: parameter of verify queries -> value, such as the day that counts as today.

    Raises:
        DatasetError: a shard cannot be read.
        QueryError: a verify query fails.
    """
    cache = Cache(dataset.path / "checks")
    graphs = [dataset.path / "graphs" / name for name in _checked(dataset)]
    every = check_shards(graphs, jobs, progress, cache)
    ruled = tuple(check_rules(dataset.store, values=values))
    cache.keep_rules(RuleResults(dataset.manifest.root, _day(values), ruled))
    found = [*(finding for checked in every for finding in checked.findings), *ruled]
    documents = tuple(checked for checked in every if checked.sha256 != _REGISTRY.stem)
    return Report(tuple(sorted(found, key=CheckFinding.order)), documents)


def kept_findings(dataset: Dataset) -> tuple[tuple[CheckFinding, ...], str]:
    """Give what the last run of the checks found in a dataset as it is now.

    Returns:
        The findings, and the day that counted as today for the verify queries; empty where these
        have not been run on the dataset as it is.
    """
    cache = Cache(dataset.path / "checks")
    kept = (cache.find(dataset.manifest.graphs[name]) for name in _checked(dataset))
    found = [finding for checked in kept if checked for finding in checked.findings]
    rules = cache.find_rules(dataset.manifest.root)
    found += rules.findings if rules else ()
    return tuple(sorted(found, key=CheckFinding.order)), rules.day if rules else ""


def _day(values: Mapping[str, Value] | None) -> str:
    given = str((values or {}).get("asOf", "today"))
    return date.today().isoformat() if given == "today" else given


def _checked(dataset: Dataset) -> list[str]:
    """Give the names of the graphs that shapes are run on."""
    graphs = sorted(dataset.manifest.graphs)
    return [name for name in graphs if name.startswith("source/") or name == _REGISTRY.name]


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
