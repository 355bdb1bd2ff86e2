"""What stood and what stands now, unit by unit, as lawyers lay it side by side (修改对照表)."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from policygraph.consolidation.inner import refined
from policygraph.consolidation.layout import label_of
from policygraph.consolidation.outcome import Consolidation, Piece
from policygraph.model.facts import PREAMBLE, Operation
from policygraph.model.structure import Clause

_HEADING = 30  # characters


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


def compared(result: Consolidation) -> tuple[Compared, ...]:
    """Give the units that changes are made to, in the order of the text."""
    clauses = {clause.path: clause for clause in result.base.clauses}
    owned = list(_owned(result, clauses))
    units = _units(owned)
    rows = [(owned[run[0]].at, _new([owned[index].piece for index in run])) for run in units]
    told = {index for run in units for index in run}
    touched = {
        one.owner
        for index, one in enumerate(owned)
        if _differs(one.piece) and one.owner is not None and index not in told
    }
    whole = {path for path in touched if not any(outer in touched for outer in _above(path))}
    printed = [index for index, one in enumerate(owned) if one.piece.start is not None]
    starts = [owned[index].at for index in printed]
    put = _put_in(owned, whole, told)
    for path in whole:
        start, end = _reach(path, clauses, result)
        first = max(bisect_right(starts, start) - 1, 0)
        inside = [*printed[first : bisect_left(starts, end)], *put.get(path, ())]
        pieces = [owned[index] for index in sorted(inside)]
        rows.append((start, _row(path, clauses.get(path), pieces, start, end)))
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def _differs(piece: Piece) -> bool:
    return piece.added is not None or piece.removed is not None


def _above(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _units(owned: Sequence[_Owned]) -> list[range]:
    """Give the pieces of each new unit, with what later changes take out or put in among them."""
    found: list[range] = []
    for index, one in enumerate(owned):
        if one.owner is not None:
            continue
        run = found[-1] if found else range(0)
        between = owned[run.stop : index]
        same = bool(run) and owned[run[0]].piece.added == one.piece.added
        if same and all(other.piece.start is None for other in between):
            found[-1] = range(run.start, index + 1)
        else:
            found.append(range(index, index + 1))
    return found


def _put_in(
    owned: Sequence[_Owned], whole: Container[str], told: Container[int]
) -> dict[str, list[int]]:
    """Give what was put into each unit that is told, and not into a new one."""
    found: dict[str, list[int]] = {}
    for index, one in enumerate(owned):
        if one.piece.start is None and one.owner and index not in told:
            for path in (one.owner, *_above(one.owner)):
                if path in whole:
                    found.setdefault(path, []).append(index)
    return found


def _owned(result: Consolidation, clauses: dict[str, Clause]) -> Iterator[_Owned]:
    """Say where each piece belongs: with what its change was made to, else where it stands."""
    in_order = sorted(clauses.values(), key=lambda one: one.start)
    starts = [one.start for one in in_order]
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
        elif owner in clauses or owner == PREAMBLE:
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


def _row(path: str, clause: Clause | None, inside: list[_Owned], start: int, end: int) -> Compared:
    pieces = []
    changes: set[int] = set()
    for piece, _, at in inside:
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
    return Compared(path, _name(clause), refined(pieces), tuple(sorted(changes)))


def _name(clause: Clause | None) -> str:
    """Give label and heading; a sentence that stands for a heading is none."""
    if clause is None:
        return ""
    heading = clause.heading or ""
    return f"{clause.label} {heading if len(heading) <= _HEADING else ''}".strip()


def _new(pieces: list[Piece]) -> Compared:
    changes = {one for piece in pieces for one in (piece.added, piece.removed) if one is not None}
    words = "".join(piece.text for piece in pieces if piece.removed is None)
    return Compared(None, label_of(words.strip()), tuple(pieces), tuple(sorted(changes)))
