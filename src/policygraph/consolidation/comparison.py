"""What stood and what stands now, unit by unit, as lawyers lay it side by side (修改对照表)."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from policygraph.consolidation.inner import refined
from policygraph.consolidation.layout import label_of
from policygraph.consolidation.outcome import Consolidation, Piece
from policygraph.expression import expression
from policygraph.model.facts import PREAMBLE, Operation
from policygraph.model.structure import Clause

_HEADING = 30  # characters
_ITEM = expression("[（(][^（）()]{1,5}[）)]")


class Compared(NamedTuple):
    """A unit that changes.

    Attributes:
        path: of the unit in the base; None for one that is new.
        name: its label and heading as printed; of a new one its label.
        pieces: its text, with what was taken out and what was put in; of a new wording beside an
            old one only what differs.
        changes: indexes of the changes made to it.
    """

    path: str | None
    name: str
    pieces: tuple[Piece, ...]
    changes: tuple[int, ...]

    @property
    def before(self) -> str:
        """Give its text in the base; empty for a new one."""
        return "".join(one.text for one in self.pieces if one.start is not None).strip()

    @property
    def after(self) -> str:
        """Give its text now; empty for one that is struck."""
        return "".join(one.text for one in self.pieces if one.removed is None).strip()


class _Owned(NamedTuple):
    """A piece, and the unit of the base that it belongs to; None: it is a new unit."""

    piece: Piece
    owner: str | None
    at: int  # offset in the base
    unit: int | None = None  # the change that puts the new unit in


def compared(result: Consolidation) -> tuple[Compared, ...]:
    """Give the units that changes are made to, in the order of the text."""
    clauses = {clause.path: clause for clause in result.base.clauses}
    owned = list(_owned(result, clauses))
    touched = {one.owner for one in owned if _differs(one.piece) and one.owner is not None}
    whole = {path for path in touched if not any(outer in touched for outer in _above(path))}
    rows = list(_new_units(owned, clauses))
    printed = [index for index, one in enumerate(owned) if one.piece.start is not None]
    starts = [owned[index].at for index in printed]
    put = _put_in(owned, whole)
    for path in whole:
        start, end = _reach(path, clauses, result)
        first = max(bisect_right(starts, start) - 1, 0)
        inside = [*printed[first : bisect_left(starts, end)], *put.get(path, ())]
        pieces = [owned[index] for index in sorted(inside)]
        rows.append((start, _row(path, clauses, pieces, start, end)))
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def _differs(piece: Piece) -> bool:
    """Say whether a piece changes; blanks before a struck unit are no change of the one above."""
    return bool(piece.text.strip()) and (piece.added is not None or piece.removed is not None)


def _above(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _put_in(owned: Sequence[_Owned], whole: Container[str]) -> dict[str, list[int]]:
    """Give what was put into each unit that is told."""
    found: dict[str, list[int]] = {}
    for index, one in enumerate(owned):
        if one.piece.start is None and one.owner:
            for path in (one.owner, *_above(one.owner)):
                if path in whole:
                    found.setdefault(path, []).append(index)
    return found


def _owned(result: Consolidation, clauses: dict[str, Clause]) -> Iterator[_Owned]:
    """Say where each piece belongs: with what its change was made to, else where it stands."""
    in_order = sorted(clauses.values(), key=lambda one: one.start)
    starts = [one.start for one in in_order]
    at = 0
    unit: int | None = None
    for piece in result.pieces:
        if piece.start is not None:
            at, unit = piece.start, None
        change = piece.added if piece.added is not None else piece.removed
        owner = None if change is None else result.changes[change].clause
        if piece.added is not None and _is_unit(result, piece.added):
            unit = piece.added
        if unit is not None:  # what follows was put into the new unit, behind words of it
            yield _Owned(piece, None, at, unit)
        elif change is None:
            yield _Owned(piece, "", at)
        elif owner is not None and _stands_in(owner, at, piece, clauses, result):
            yield _Owned(piece, owner, at)
        else:
            # of what was put in, the character before it tells
            offset = at if piece.start is not None else max(at - 1, 0)
            index = bisect_right(starts, offset) - 1
            yield _Owned(
                piece, _around(offset, in_order[index] if index >= 0 else None, clauses), at
            )
        if piece.start is not None:
            at += len(piece.text)


def _stands_in(
    owner: str, at: int, piece: Piece, clauses: dict[str, Clause], result: Consolidation
) -> bool:
    """Say whether the unit that a change names is the one of the base that bears this path.

    After a document that renumbers, the next names units by their new numbers.
    """
    if owner not in clauses and owner != PREAMBLE:
        return False
    start, end = _reach(owner, clauses, result)
    return start <= at < end or (piece.start is None and start < at <= end)


def _is_unit(result: Consolidation, change: int) -> bool:
    """Say whether a change puts in a unit of its own; a paragraph (款) is part of its article."""
    row = result.changes[change].amendment
    printed = row.target.locator_as_written or ""
    return row.operation is Operation.ADD_CLAUSE and not ("款" in printed and "项" not in printed)


def _around(offset: int, clause: Clause | None, clauses: dict[str, Clause]) -> str:
    """Give the innermost unit at an offset, from the last that begins before it."""
    while clause is not None and clause.end <= offset:
        clause = clauses.get(clause.parent or "")
    return PREAMBLE if clause is None else clause.path


def _reach(path: str, clauses: dict[str, Clause], result: Consolidation) -> tuple[int, int]:
    if path in clauses:
        return clauses[path].start, clauses[path].end
    return 0, result.base.preamble_end


def _row(
    path: str, clauses: dict[str, Clause], inside: list[_Owned], start: int, end: int
) -> Compared:
    pieces = []
    changes: set[int] = set()
    for piece, _, at, _ in inside:
        if piece.start is not None and not (at < end and start < at + len(piece.text)):
            continue
        changes |= {one for one in (piece.added, piece.removed) if one is not None}
        if piece.start is None:
            pieces.append(piece)
        else:
            first = max(start - at, 0)
            words = piece.text[first : end - at]
            if words:
                pieces.append(piece._replace(text=words, start=piece.start + first))
    return Compared(path, _name(path, clauses), refined(pieces), tuple(sorted(changes)))


def _name(path: str, clauses: dict[str, Clause]) -> str:
    """Give label and heading; a sentence that stands for a heading is none.

    An item of an article says nothing without the article: 第二条第（三）项.
    """
    clause = clauses.get(path)
    if clause is None:
        return ""
    article = clauses.get(clause.parent or "")
    if article is not None and article.style == "article" and _ITEM.fullmatch(clause.label):
        return f"{article.label}第{clause.label}项"
    heading = clause.heading or ""
    return f"{clause.label} {heading if len(heading) <= _HEADING else ''}".strip()


def _new_units(
    owned: Sequence[_Owned], clauses: dict[str, Clause]
) -> Iterator[tuple[int, Compared]]:
    """Give the units that were put in, each with what later documents changed in it."""
    for number, same in groupby(owned, key=lambda one: one.unit):
        inside = list(same)
        if number is not None:
            pieces = tuple(one.piece for one in inside)
            changes = {by for one in pieces for by in (one.added, one.removed) if by is not None}
            words = "".join(one.text for one in pieces if one.removed is None)
            label = label_of((words.strip() or pieces[0].text).strip())
            name = _item_name(label, inside[0].at, clauses)
            yield inside[0].at, Compared(None, name, pieces, tuple(sorted(changes)))


def _item_name(label: str, at: int, clauses: dict[str, Clause]) -> str:
    """Give the label of a new unit; of an item with the article that it is put into."""
    if not _ITEM.fullmatch(label):
        return label
    before = [one for one in clauses.values() if one.start < max(at, 1) <= one.end]
    articles = [one for one in before if one.style == "article"]
    return f"{articles[-1].label}第{label}项" if articles else label
