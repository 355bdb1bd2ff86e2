"""A task of a document: a passage, the units that bear it, and its time."""

from dataclasses import dataclass

from policygraph.model.facts import Deadline, Role
from policygraph.model.source import Span


@dataclass(frozen=True, slots=True)
class Assigned:
    """A unit and its part in a task.

    Attributes:
        name: official name on the document's day; the name with its level restored where that is
            not known.
        resolved: short, with the level that the list leaves out restored: 省税务局.
        as_written: as the document writes it.
        role: responsible, lead, support, data_source or review.
        group: it stands for several bodies: 各县（市、区）人民政府.
        inherited: only a rule of the whole document names it here.
        spoken: running text names it, and no mark.
    """

    name: str
    resolved: str
    as_written: str
    role: Role
    group: bool = False
    inherited: bool = False
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done.

    Attributes:
        clause: path of the clause; ``preamble`` outside all numbered units.
        label: printed labels from the outermost to its own: 二、（三）.
        section: headings of the clauses that hold its clause, the outermost first.
        words: its text without label and mark, on one line; the heading of the clause where the
            text is not at hand.
        span: where the words stand in the text; empty at the clause's beginning without a text.
        units: who bears it, in the order of the text; none where only its time is told.
        deadlines: until when, in the order of the text.
    """

    clause: str
    label: str
    section: tuple[str, ...]
    words: str
    span: Span
    units: tuple[Assigned, ...]
    deadlines: tuple[Deadline, ...]
