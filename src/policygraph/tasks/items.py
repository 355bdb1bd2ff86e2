"""The items that a sentence announces: 应当履行下列职责：（一）……（二）……."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policygraph.model.source import Span
from policygraph.model.structure import Clause

_ANNOUNCES = ("：", ":")
_LONGEST = 3000  # characters of items that are still one task with their sentence


@dataclass(slots=True)
class Items:
    """Which clauses are items of a sentence above them.

    Attributes:
        clauses: all clauses, each before those that it holds.
        bearing: paths of clauses that name units of their own: they are tasks by themselves.
        taken: paths of the items that were given to a sentence.
    """

    clauses: Sequence[Clause]
    bearing: set[str]
    taken: set[str] = field(default_factory=set)
    _children: dict[str, list[Clause]] = field(init=False)

    def __post_init__(self) -> None:
        self._children = {}
        for clause in self.clauses:
            if clause.parent is not None:
                self._children.setdefault(clause.parent, []).append(clause)

    def of(self, clause: Clause, words: Span, end: int, text: str) -> Sequence[Clause]:
        """Give the items that a passage announces; none where they are no plain list.

        Args:
            clause: holds the passage.
            words: the words of the passage.
            end: of the passage with its mark.
            text: the text of the document.
        """
        announced = text[words.start : words.end].rstrip().endswith(_ANNOUNCES)
        if not announced or text[end : clause.own_end].strip():
            return ()
        items = list(self._plain(clause))
        if sum(item.end - item.start for item in items) > _LONGEST:
            return ()
        self.taken.update(item.path for item in items)
        return items

    def _plain(self, clause: Clause) -> Iterator[Clause]:
        """Give the items below a clause that hold no others and name no unit."""
        for item in self._children.get(clause.path, ()):
            if item.path not in self._children and item.path not in self.bearing:
                yield item
