"""A policy document for programs, and the duties that it lays on units."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policygraph.errors import QueryError
from policygraph.model.facts import Role
from policygraph.model.record import Record
from policygraph.model.structure import Clause
from policygraph.rdf import iri
from policygraph.rdf.facts.responsibilities import RESPONSIBILITIES
from policygraph.rdf.iri import DEFAULT_BASE
from policygraph.rdf.scope import Scope
from policygraph.tasks.task import Task
from policygraph.tasks.tasks import tasks_of
from policygraph.versions.compare import compare
from policygraph.versions.outcome import Versions


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy document of a dataset.

    Attributes:
        iri: the policy in the graph.
        record: all that was read from it (docs/record.md).
        text: its decoded text; None where the dataset holds facts only.
        agencies: IRI of a responsibility -> IRI of the agency behind its name.
        base: base IRI of the data.
    """

    iri: str
    record: Record
    text: str | None
    agencies: Mapping[str, str] = field(default_factory=dict, compare=False)
    base: str = DEFAULT_BASE

    def __repr__(self) -> str:
        called = self.number or self.title or self.record.source
        return f"Policy({called!r}, {len(self.clauses)} clauses)"

    @property
    def title(self) -> str | None:
        """Title as printed."""
        return self.record.document.title

    @property
    def number(self) -> str | None:
        """文号, with 〔〕 and ASCII digits."""
        return self.record.document.number

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Numbered units in the order of the text."""
        return self.record.clauses

    def clause_iri(self, path: str) -> str:
        """Give the IRI of a clause: ``2/1``, ``annex1/3``, ``preamble``."""
        return iri.clause(self.iri, path)

    def duties(self) -> Iterator["Duty"]:
        """Give who must do what in this document, in the order of the text."""
        headings = {clause.path: clause.heading for clause in self.clauses}
        scope = Scope.of(self.record, self.base)
        for node, row in RESPONSIBILITIES.iris(self.record.responsibilities, scope):
            yield Duty(
                self, row.clause, headings.get(row.clause), row.canonical or row.resolved,
                row.as_written, row.role, row.inherited, self.agencies.get(node),
            )  # fmt: skip

    def tasks(self) -> tuple[Task, ...]:
        """Give what is to be done, by whom and until when, in the order of the text."""
        return tasks_of(self.record, self.text)

    def compared(self, new: "Policy") -> Versions:
        """Compare this version with a newer one: units, duties, figures, times, citations.

        Raises:
            QueryError: the text of one of the two is not at hand.
        """
        if self.text is None or new.text is None:
            raise QueryError(
                zh="只含事实的文件没有原文，无法比较；请用原文构建数据集",
                en="a document of facts alone has no text to compare; build from the texts",
            )
        return compare(self.record, self.text, new.record, new.text)


@dataclass(frozen=True, slots=True)
class Duty:
    """A unit, a clause, and the unit's role in it.

    Attributes:
        policy: the document.
        clause: path of the clause.
        heading: its heading, where it has one and the dataset holds it.
        unit: official name of the unit; the name with its level restored where that is not known.
        as_written: the name as printed.
        role: responsible, lead, support, data_source or review.
        inherited: it holds only through a rule of the whole document.
        agency: IRI of the agency, or group of agencies, that is meant; None where it is not linked.
    """

    policy: Policy
    clause: str
    heading: str | None
    unit: str
    as_written: str
    role: Role
    inherited: bool
    agency: str | None = None

    def __repr__(self) -> str:
        document = self.policy.number or self.policy.title or self.policy.record.source
        return f"Duty({self.unit!r}, {self.role.value}, {self.clause!r} of {document!r})"
