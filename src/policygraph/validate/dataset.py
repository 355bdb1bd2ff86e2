"""Checks a whole dataset, and keeps in its manifest whether it conforms."""

from dataclasses import dataclass, replace

from policygraph.errors import DatasetError
from policygraph.model.finding import Severity
from policygraph.rdf.dataset import Dataset, write_manifest
from policygraph.validate.finding import CheckFinding
from policygraph.validate.rules import check_rules
from policygraph.validate.shapes import Progress, check_shards


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks of a dataset found.

    Attributes:
        findings: in the order of files and of the places in them.
        shards: number of graphs of sources that the shapes were run on.
    """

    findings: tuple[CheckFinding, ...]
    shards: int

    @property
    def conforms(self) -> bool:
        """Whether nothing of severity ``error`` was found."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def validate_dataset(
    dataset: Dataset, jobs: int = 2, progress: Progress = lambda done, total: None
) -> Report:
    """Run the shapes on the graph of each source, and the verify queries on the whole.

    Args:
        dataset: the dataset; it is not changed.
        jobs: number of processes that run shapes.
        progress: called after each source with how many are done, of how many.

    Raises:
        DatasetError: a shard cannot be read.
        QueryError: a verify query fails.
    """
    sources = [dataset.path / "graphs" / name for name in _sources(dataset)]
    findings = [*check_shards(sources, jobs, progress), *check_rules(dataset.store)]
    return Report(tuple(sorted(findings, key=CheckFinding.order)), len(sources))


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
        raise DatasetError(
            f"{dataset.path}: whether it conforms cannot be noted in manifest.json"
            f" ({error.strerror}); make the folder writable"
        ) from error
