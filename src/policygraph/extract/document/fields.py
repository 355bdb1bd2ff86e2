"""The fields of a document while they are read, each with where it was read and by which rule."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from policygraph.model.facts import FieldEvidence
from policygraph.model.finding import Finding
from policygraph.model.source import Span


@dataclass(slots=True)
class DocumentFields:
    """What is known of a document so far.

    Attributes:
        values: field -> value.
        lists: field -> values.
        evidence: where each was read.
        findings: what was seen and not understood.
    """

    values: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: list[FieldEvidence] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def put(self, name: str, value: str, spans: Sequence[Span], rule: str) -> None:
        """Take a value, with where it was read."""
        self.values[name] = value
        self.evidence.append(FieldEvidence(name, tuple(spans), rule))

    def put_list(self, name: str, values: Sequence[str], spans: Sequence[Span], rule: str) -> None:
        """Take the values of a list; none says nothing."""
        if values:
            self.lists[name] = tuple(values)
            self.evidence.append(FieldEvidence(name, tuple(spans), rule))

    def take(self, others: "DocumentFields") -> None:
        """Add what was read before."""
        self.values.update(others.values)
        self.evidence += others.evidence
        self.findings += others.findings
