"""What the clauses of a document are called: their labels and the headings above them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from policygraph.model.structure import Clause


@dataclass(slots=True)
class Places:
    """Clauses by their paths.

    Attributes:
        clauses: all clauses of the document.
    """

    clauses: Sequence[Clause]
    _known: Mapping[str, Clause] = field(init=False)

    def __post_init__(self) -> None:
        self._known = {clause.path: clause for clause in self.clauses}

    def of(self, clause: Clause, *, later: bool = False) -> tuple[str, tuple[str, ...]]:
        """Give the printed labels down to a clause, and the headings of those above it.

        Args:
            clause: the clause.
            later: a row of a table is asked for that is not the clause's first: its own heading
                stands above the row too.
        """
        above = list(self._above(clause))[::-1]
        labels = "".join(each.label for each in (*above, clause))
        holding = (*above, clause) if later else above
        return labels, tuple(each.heading for each in holding if each.heading)

    def _above(self, clause: Clause) -> Iterator[Clause]:
        path = clause.parent
        while path is not None:
            if path in self._known:
                yield self._known[path]
            path = path.rpartition("/")[0] or None
