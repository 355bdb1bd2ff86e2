"""What stood and what stands now, unit by unit, as lawyers lay it side by side (修改对照表)."""

from collections.abc import Iterator
from typing import NamedTuple

from policygraph.consolidation.layout import label_of
from policygraph.consolidation.outcome import Consolidation, Piece
from policygraph.model.facts import PREAMBLE, Operation
from policygraph.model.structure import Clause


class Compared(NamedTuple):
    """A unit that changes.

    Attributes:
        path: of the unit in the base; None for one that is new.
        name: its label and heading as printed; of a new one its label.
        pieces: its text, with what was taken out and what was put in.
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


def compared(result: Consolidation) -> tuple[Compared, ...]:
    """Give the units that changes are made to, in the order of the text."""
    clauses = {clause.path: clause for clause in result.base.clauses}
    owned = list(_owned(result, clauses))
    touched = {one.owner for one in owned if _differs(one.piece) and one.owner is not None}
    whole = [path for path in touched if not any(_holds(other, path) for other in touched)]
    rows = [(one.at, _new(one.piece)) for one in owned if one.owner is None]
    for path in whole:
        start, end = _reach(path, clauses, result)
        inside = [one for one in owned if one.owner is not None and _is_in(one, path, start, end)]
        rows.append((start, _row(path, clauses.get(path), inside, start, end)))
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def _differs(piece: Piece) -> bool:
    return piece.added is not None or piece.removed is not None


def _holds(outer: str, path: str) -> bool:
    return path.startswith(outer + "/")


def _owned(result: Consolidation, clauses: dict[str, Clause]) -> Iterator[_Owned]:
    """Say where each piece belongs: with what its change was made to, else where it stands."""
    at = 0
    for piece in result.pieces:
        if piece.start is not None:
            at = piece.start
        change = piece.added if piece.added is not None else piece.removed
        owner = None if change is None else result.changes[change].clause
        if piece.added is not None and _is_unit(result, piece.added):
            yield _Owned(piece, None, at)
        elif change is None:
            yield _Owned(piece, "", at)
        else:
            known = owner in clauses or owner == PREAMBLE
            yield _Owned(piece, owner if known else _around(at, piece, clauses), at)
        if piece.start is not None:
            at += len(piece.text)


def _is_unit(result: Consolidation, change: int) -> bool:
    """Say whether a change puts in a unit of its own; a paragraph (款) is part of its article."""
    row = result.changes[change].amendment
    printed = row.target.locator_as_written or ""
    return row.operation is Operation.ADD_CLAUSE and not ("款" in printed and "项" not in printed)


def _around(at: int, piece: Piece, clauses: dict[str, Clause]) -> str:
    """Give the innermost unit at an offset; for what was put in, at the character before it."""
    offset = at if piece.start is not None else max(at - 1, 0)
    inside = [one for one in clauses.values() if one.start <= offset < one.end]
    return max(inside, key=lambda one: one.start).path if inside else PREAMBLE


def _reach(path: str, clauses: dict[str, Clause], result: Consolidation) -> tuple[int, int]:
    if path in clauses:
        return clauses[path].start, clauses[path].end
    return 0, result.base.preamble_end


def _is_in(one: _Owned, path: str, start: int, end: int) -> bool:
    if one.piece.start is None:
        return one.owner == path or _holds(path, one.owner or "")
    return one.at < end and start < one.at + len(one.piece.text)


def _row(path: str, clause: Clause | None, inside: list[_Owned], start: int, end: int) -> Compared:
    pieces = []
    changes: set[int] = set()
    for piece, _, at in inside:
        changes |= {one for one in (piece.added, piece.removed) if one is not None}
        if piece.start is None:
            pieces.append(piece)
        else:
            first = max(start - at, 0)
            words = piece.text[first : end - at]
            pieces.append(piece._replace(text=words, start=piece.start + first))
    name = f"{clause.label} {clause.heading or ''}".strip() if clause else ""
    return Compared(path, name, tuple(pieces), tuple(sorted(changes)))


def _new(piece: Piece) -> Compared:
    change = () if piece.added is None else (piece.added,)
    return Compared(None, label_of(piece.text.strip()), (piece,), change)
