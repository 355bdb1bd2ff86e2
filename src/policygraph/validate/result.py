"""What checks found: in one document, and in all of them."""

from dataclasses import dataclass, replace

from policygraph.model.code import Severity
from policygraph.validate.finding import CheckFinding

RULE = "rule."  # the names of verify queries begin so


@dataclass(frozen=True, slots=True)
class Checked:
    """One document, and what the shapes found in its graph.

    Attributes:
        sha256: digest of the source.
        file: its file name.
        findings: in the order in which things stand in it.
        fresh: it was checked now; False: the result of an earlier run holds still.
    """

    sha256: str
    file: str
    findings: tuple[CheckFinding, ...]
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found.

    Attributes:
        findings: in the order of files and of the places in them; those of the shapes and
            those of the verify queries.
        documents: the documents that were checked.
        known: identities of what verify queries found when they were last run.
    """

    findings: tuple[CheckFinding, ...]
    documents: tuple[Checked, ...]
    known: frozenset[tuple[str, ...]] = frozenset()

    @property
    def conforms(self) -> bool:
        """Whether nothing of severity ``error`` was found."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    @property
    def shards(self) -> int:
        """Number of graphs of sources that the shapes were run on."""
        return len(self.documents)

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def only_fresh(self) -> "Report":
        """Give the part about the documents that were checked now, and about no document.

        And what a verify query finds in another document for the first time: what has changed made
        it wrong.
        """
        documents = tuple(document for document in self.documents if document.fresh)
        fresh = {document.sha256 for document in documents}
        found = (f for f in self.findings if self._is_told(f, fresh))
        return replace(self, findings=tuple(found), documents=documents)

    def _is_told(self, finding: CheckFinding, fresh: set[str]) -> bool:
        if not finding.sources or not finding.sources.isdisjoint(fresh):
            return True
        return finding.check.startswith(RULE) and finding.identity not in self.known
