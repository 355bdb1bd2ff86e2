"""Units of a text that stand at another number afterwards, as references to them see it."""

from collections.abc import Iterable

from policygraph.consolidation.items import ItemList
from policygraph.consolidation.numbering import slots
from policygraph.consolidation.places import Places
from policygraph.consolidation.rows import own_number
from policygraph.model.facts import Amendment, Operation
from policygraph.model.structure import Clause

Key = tuple[int, int | None, int | None]  # article, paragraph, item
_KINDS = (Operation.ADD_CLAUSE, Operation.DELETE_CLAUSE)


def shifted(
    done: Iterable[Amendment], lists: Iterable[ItemList], places: Places
) -> dict[Key, int | None]:
    """Give the numbers that paragraphs and items have afterwards, by those before.

    Only those that change are in it; None for one that is struck.
    """
    found: dict[Key, int | None] = {}
    rows = list(done)
    for article, count, struck, added in _paragraphs(rows, places):
        order = slots(count, struck, added, {})
        if order is not None:
            found |= {(article, old, None): now for old, now in _changes(count, order).items()}
    for one in lists:
        order = one.afterwards()
        number = _number(one.article)
        if order is None or one.article is None or number is None:
            continue
        paragraph = _paragraph_of(one, places)
        for old, now in _changes(len(one.items), order).items():
            found[number, paragraph, old] = now
            found[number, None, old] = now
    return found


def _changes(count: int, order: list[int | None]) -> dict[int, int | None]:
    now = {old: at for at, old in enumerate(order, 1) if old is not None}
    return {old: now.get(old) for old in range(1, count + 1) if now.get(old) != old}


def _number(article: Clause | None) -> int | None:
    last = article.path.rpartition("/")[2] if article else ""
    return int(last) if last.isdecimal() else None


def _paragraph_of(one: ItemList, places: Places) -> int | None:
    if one.article is None:
        return None
    for number, span in enumerate(places.paragraphs(one.article), 1):
        if span.start <= one.items[0].start < span.end:
            return number
    return None


def _paragraphs(
    rows: list[Amendment], places: Places
) -> Iterable[tuple[int, int, set[int], list[int]]]:
    """Give the articles in which paragraphs are put in or struck: how many there are, and which."""
    whole = {row.target.locator for row in rows if row.operation is Operation.REPLACE_CLAUSE}
    found: dict[str, tuple[set[int], list[int]]] = {}
    for row in rows:
        head, _, last = (row.target.locator or "").rpartition("/")
        if row.operation not in _KINDS or not last.isdecimal() or head in whole:
            continue
        if (row.target.locator_as_written or "").endswith("款"):
            struck, added = found.setdefault(head, (set(), []))
            if row.operation is Operation.ADD_CLAUSE:
                added.append(own_number(row, int(last)))
            else:
                struck.add(int(last))
    for head, (struck, added) in found.items():
        article = places.clause(head, article=True)
        if isinstance(article, Clause) and (number := _number(article)) is not None:
            yield number, len(places.paragraphs(article)), struck, added
