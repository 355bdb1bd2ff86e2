"""Lists of items (项) that change, and the numbers that their items have afterwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from policygraph.consolidation.edit import Edit
from policygraph.consolidation.layout import label_of
from policygraph.consolidation.numbering import slots
from policygraph.consolidation.outcome import Reason
from policygraph.consolidation.places import Places
from policygraph.consolidation.rows import is_move, own_number
from policygraph.expression import expression
from policygraph.model.facts import Amendment, Operation, Target
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.text.labels import LAW_STYLES
from policygraph.text.numerals import DIGITS, in_chinese, to_int

_CHINESE = expression(f"[{DIGITS}十百]+")
_ARABIC = expression("[0-9]+")
_KINDS = (Operation.ADD_CLAUSE, Operation.DELETE_CLAUSE)


@dataclass(slots=True)
class ItemList:
    """A list that changes.

    Attributes:
        items: its items, as they are numbered from 1.
        article: of an article, that one.
        struck: numbers of items that go.
        added: numbers that new ones have afterwards.
        moved: new numbers that changes name, by the old ones.
        sentences: of its changes.
    """

    items: list[Clause]
    article: Clause | None
    struck: set[int] = field(default_factory=set)
    added: list[int] = field(default_factory=list)
    moved: dict[int, int] = field(default_factory=dict)
    sentences: list[Span] = field(default_factory=list)

    def afterwards(self) -> list[int | None] | None:
        """Give what stands at each number afterwards; None where they do not come out."""
        return slots(len(self.items), self.struck, self.added, self.moved)

    def twice(self) -> bool:
        """Say whether an item that is new or moves bears the number of one that stays as it is."""
        return any(
            one <= len(self.items) and one not in self.struck and one not in self.moved
            for one in (*self.added, *self.moved.values())
        )


def item_list(target: Target, places: Places) -> tuple[list[Clause], Clause | None] | Reason:
    """Give the items beside the one that a change names, and the article that they are of."""
    locator, printed = target.locator or "", target.locator_as_written or ""
    head, *inner = locator.split("/")
    article = places.clause(head, article=True)
    if inner and "项" in printed and isinstance(article, Clause) and article.style == "article":
        paragraphs = places.paragraphs(article)
        if len(inner) == 2:
            at = int(inner[0]) if inner[0].isdecimal() else 0
            paragraphs = paragraphs[at - 1 : at] if at else []
        lists = [items for one in paragraphs if (items := places.items(article, one))]
        if len(lists) != 1:
            return Reason.PLACE_AMBIGUOUS if lists else Reason.PLACE_UNKNOWN
        return lists[0], article
    holder = places.clause(locator.rpartition("/")[0]) if inner else None
    if isinstance(holder, Reason):
        return holder
    found = places.below(holder.path if holder else None)
    # what bears another kind of label is no neighbour
    number = locator.rpartition("/")[2]
    own = next((one.style for one in found if one.path.rpartition("/")[2] == number), None)
    style = own or (found[-1].style if found else "")
    return [one for one in found if one.style == style], None


def changed_lists(rows: Iterable[Amendment], places: Places) -> list[ItemList]:
    """Give the lists in which changes add, strike or renumber items; only where they are sure."""
    lists: dict[str, ItemList] = {}
    for row in rows:
        number = (row.target.locator or "").rpartition("/")[2]
        if not number.isdecimal() or not (row.operation in _KINDS or is_move(row)):
            continue
        if (row.target.locator_as_written or "").rstrip("的").endswith(("条", "款")):
            continue
        found = item_list(row.target, places)
        if isinstance(found, Reason) or not _is_counted(found[0]):
            continue
        one = lists.setdefault(found[0][0].path, ItemList(*found))
        one.sentences += row.spans
        if row.operation is Operation.ADD_CLAUSE:
            one.added.append(own_number(row, int(number)))
        elif row.operation is Operation.DELETE_CLAUSE:
            one.struck.add(int(number))
        elif now := to_int(_digits(label_of(str(row.new)))):
            one.moved[int(number)] = now
    return list(lists.values())


def _is_counted(items: Sequence[Clause]) -> bool:
    numbers = [one.path.rpartition("/")[2] for one in items]
    plain = not any(one.style in (*LAW_STYLES, "annex") for one in items)
    return bool(items) and plain and numbers == [str(n) for n in range(1, len(items) + 1)]


def _digits(label: str) -> str:
    found = _CHINESE.search(label) or _ARABIC.search(label)
    return found.group() if found else ""


def relabelled(item: Clause, number: int, places: Places) -> Edit | None:
    """Give the edit that writes another number in a label; None for ①, which has no digits."""
    place = places.of_clause(item)
    printed = places.text[place.span.start : place.words.start]
    found = _CHINESE.search(printed) or _ARABIC.search(printed)
    if found is None:
        return None
    digits = str(number) if found.group().isascii() else in_chinese(number)
    start = place.span.start
    return Edit(Span(start + found.start(), start + found.end()), digits)
