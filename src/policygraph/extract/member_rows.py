"""A line of a list of members: names, units and posts told apart by their shape.

Printed forms: 张　三　市财政局局长; 张三（市委常委、副市长）; 市财政局局长 张三; 市委副书记、市长;
市发展改革委、市财政局主要负责同志; cells set off by | or tabs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from policygraph.extract.post_names import Seat, begins_as_unit, read_seat, with_unit
from policygraph.extract.reading import Mention, mention
from policygraph.extract.units import is_unit
from policygraph.model.source import Span
from policygraph.registry.registry import Registry

# brackets inside a name (各县（市、区）人民政府) belong to it
_INNER = r"[（(][省市县区旗乡镇州、和及]{1,12}[）)]"
_APART = r"|（）()，,；;：:、。/／"
_PIECE = re.compile(rf"(?:{_INNER}|兼(?=[任职])|[^\s{_APART}兼])+")
_PIECE_OVER_LINES = re.compile(rf"(?:{_INNER}|兼(?=[任职])|[^\S\t \u3000]|[^\s{_APART}兼])+")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,4}(?:[·•．][\u4e00-\u9fff]{1,8}){0,3}$")
_NOTE = re.compile(
    r"(?:女|男|[\u4e00-\u9fff]{1,5}族|[正副]?[省部厅局县处科]级|\d{1,3}|排名不分先后|按姓氏笔画(?:为序|排序)?"
    r"|以下按.{1,12}|名单附后|待定|空缺|同志|职务|姓名|序号|备注|单位及职务|组成人员|共\d{1,3}人)$"
)
_AND = re.compile("[和及]")
_CONCURRENT = re.compile("常委$|党组书记$|党组成员$|党委委员$|副书记$|党工委书记$")
_PIECES = 200  # of one line


class _Kind(Enum):
    NAME = auto()
    SEAT = auto()
    UNIT = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: _Kind
    at: Mention
    seat: Seat | None = None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """What a line of members says.

    Attributes:
        persons: the seats of each person, units supplied.
        named: the line holds a personal name.
        whole: all of the line was understood.
        broken_off: the line seems to go on in the next.
    """

    persons: tuple[tuple[Seat, ...], ...]
    named: bool
    whole: bool
    broken_off: bool


def read_row(text: str, line: Span, registry: Registry, joined: bool = False) -> MemberRow:
    """Read a line, or two lines of which the first breaks inside a name (``joined``)."""
    pieces = list(_pieces(text, line, registry, joined))
    named = any(p.kind is _Kind.NAME or (p.seat and p.seat.named) for p in pieces)
    if not named:
        pieces = _shared_post(pieces, registry)
    odd = any(piece.kind is _Kind.OTHER for piece in pieces)
    groups = _by_name(pieces) if named else _by_unit(pieces)
    persons = tuple(_supplied(seats) for seats in groups if seats)
    units = any(piece.kind is _Kind.UNIT for piece in pieces)
    broken = bool(pieces) and pieces[-1].kind in (_Kind.OTHER, _Kind.UNIT)
    return MemberRow(persons, named, not odd and not units, broken)


def _pieces(text: str, line: Span, registry: Registry, joined: bool) -> Iterator[_Piece]:
    pattern = _PIECE_OVER_LINES if joined else _PIECE
    for count, match in enumerate(pattern.finditer(text, line.start, line.end)):
        at = mention(text, Span(match.start(), match.end()))
        if count < _PIECES and at.as_written and not _NOTE.match(at.as_written):
            yield _classified(at, registry)


def _classified(at: Mention, registry: Registry) -> _Piece:
    seat = read_seat(at, registry)
    if seat is not None:
        return _Piece(_Kind.SEAT, at, seat)
    name = at.as_written
    known = begins_as_unit(name, registry) and is_unit(name, registry.words)
    if known or (len(name) > 4 and is_unit(name, registry.words)):
        return _Piece(_Kind.UNIT, at)
    return _Piece(_Kind.NAME if _NAME.match(name) else _Kind.OTHER, at)


def _shared_post(pieces: Sequence[_Piece], registry: Registry) -> list[_Piece]:
    """市发展改革委、市财政局主要负责同志: all units before a post share it.

    In a line without names a piece must begin as a unit, so that no name glued to one is read.
    """
    found: list[_Piece] = []
    shared: Seat | None = None
    for piece in reversed(pieces):
        seat = piece.seat
        if seat is not None and seat.unit is not None:
            if not begins_as_unit(seat.unit, registry) and not (found and len(seat.unit) > 4):
                found.append(_Piece(_Kind.OTHER, piece.at))
                continue
            shared = seat
        if piece.kind is _Kind.UNIT and shared is not None:
            given = Seat(piece.at.as_written, shared.post, piece.at)
            piece = _Piece(_Kind.SEAT, piece.at, given)
        found.append(piece)
    return found[::-1]


def _by_name(pieces: Sequence[_Piece]) -> list[list[Seat]]:
    """Names part the posts: each belongs to the name before it, or behind it."""
    kinds = [p.kind for p in pieces if p.kind in (_Kind.NAME, _Kind.SEAT)]
    name_first = bool(kinds) and kinds[0] is _Kind.NAME
    groups: list[list[Seat]] = [[]]
    closed = False
    for piece in pieces:
        if piece.seat is not None:
            if closed:
                groups.append([])
                closed = False
            groups[-1].append(piece.seat)
            closed = piece.seat.named
        elif piece.kind is _Kind.NAME and groups[-1]:
            closed = True
    return groups if name_first or closed or len(groups) > 1 else [sum(groups, [])]


def _by_unit(pieces: Sequence[_Piece]) -> list[list[Seat]]:
    """Without names a unit begins a new person, unless the post before is held beside another."""
    groups: list[list[Seat]] = []
    for piece in pieces:
        if piece.seat is None:
            continue
        beside = bool(groups) and bool(_CONCURRENT.search(groups[-1][-1].post))
        if groups and (piece.seat.unit is None or beside):
            groups[-1].append(piece.seat)
        else:
            groups.append([piece.seat])
    return groups


def _supplied(seats: Sequence[Seat]) -> tuple[Seat, ...]:
    found: list[Seat] = []
    for seat in seats:
        found.append(with_unit(seat, found[-1] if found else None))
    return tuple(found)
