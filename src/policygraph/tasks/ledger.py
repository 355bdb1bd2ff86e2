"""The tasks of several documents together, for one unit or for all."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from policygraph.model.record import Record
from policygraph.registry.registry import Registry
from policygraph.tasks.task import Assigned, Task
from policygraph.tasks.tasks import tasks_of
from policygraph.tasks.today import Now, Today


@dataclass(frozen=True, slots=True)
class Entry:
    """A task and the document that sets it."""

    record: Record
    task: Task


@dataclass(frozen=True, slots=True)
class Ledger:
    """Tasks of documents.

    Attributes:
        entries: document after document, each in the order of its text.
        today: follows the units to the day that is asked for.
        unit: the one unit whose tasks they are; None: they are those of all.
    """

    entries: tuple[Entry, ...]
    today: Today
    unit: str | None = None

    @classmethod
    def of(
        cls,
        documents: Iterable[tuple[Record, str | None]],
        registry: Registry,
        as_of: str,
        *,
        every: bool = False,
    ) -> "Ledger":
        """Make the ledger of documents.

        Args:
            documents: records with their texts; see ``tasks_of``.
            registry: what is known of units.
            as_of: ISO day to which units are followed.
            every: passages too that name neither unit nor time.
        """
        given = list(documents)
        entries = tuple(
            _once((record, tasks_of(record, text, every=every)) for record, text in given)
        )
        return cls(entries, Today.of([record for record, _ in given], registry, as_of))

    def documents(self) -> Sequence[Record]:
        """Give the documents that set tasks, in their order."""
        return list({entry.record.sha256: entry.record for entry in self.entries}.values())

    def units(self) -> Iterator[tuple[Entry, Assigned, Now | None]]:
        """Give each unit of each task that is asked for, and what became of it."""
        for entry in self.entries:
            for unit in entry.task.units:
                now = self.today.now(unit.name, entry.record)
                if self.unit is None or self.unit in _names(unit, now):
                    yield entry, unit, now

    def of_unit(self, name: str) -> "Ledger":
        """Keep the tasks of one unit: by the name as written or in full, or by today's name."""
        only = replace(self, unit=name)
        kept = {(entry.record.sha256, entry.task) for entry, _, _ in only.units()}
        entries = (one for one in self.entries if (one.record.sha256, one.task) in kept)
        return replace(only, entries=tuple(entries))

    def names(self) -> set[str]:
        """Give the names under which a unit can be asked for."""
        return {name for _, unit, now in self.units() for name in _names(unit, now)}


def _once(documents: Iterable[tuple[Record, Sequence[Task]]]) -> Iterator[Entry]:
    """Give tasks that another file of the same document has told already once.

    A folder often holds a notice as .docx and as .pdf; what only one of them says stays.
    """
    told: dict[Hashable, str] = {}
    for record, tasks in documents:
        for task in tasks:
            same = _same(record, task)
            if same is None or told.setdefault(same, record.sha256) == record.sha256:
                yield Entry(record, task)


def _same(record: Record, task: Task) -> Hashable | None:
    """Give what makes a task the same in two files of one document; None: it has no name."""
    document = record.document
    if not document.title or not (document.number or document.issued):
        return None
    units = tuple((unit.role, unit.resolved) for unit in task.units)
    times = tuple((each.kind, each.date, each.every) for each in task.deadlines)
    who = document.title, document.number, document.issued, document.jurisdiction
    return who, task.label, task.section, task.words, units, times


def _names(unit: Assigned, now: Now | None) -> tuple[str, ...]:
    return (unit.name, unit.resolved, unit.as_written, *(now.names if now else ()))
