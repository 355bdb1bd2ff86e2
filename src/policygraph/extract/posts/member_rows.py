"""A line of a list of members: names, units and posts told apart by their shape.

Printed forms: 张　三　市财政局局长; 张三（市委常委、副市长）; 市财政局局长 张三; 市委副书记、市长;
市发展改革委、市财政局主要负责同志; cells set off by | or tabs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from policygraph.expression import expression
from policygraph.extract.bodies.post_names import (
    Seat,
    begins_as_unit,
    may_begin_with_name,
    read_seat,
    with_unit,
)
from policygraph.extract.bodies.units import is_unit
from policygraph.extract.reading import Mention, mention
from policygraph.model.source import Span, span_of
from policygraph.registry.registry import Registry

# brackets inside a name (各县（市、区）人民政府) belong to it
_INNER = r"[（(][省市县区旗乡镇州、和及]{1,12}[）)]"
_APART = r"|（）()，,；;：:、。/／"


def _piece(inside: str) -> re.Pattern[str]:
    return expression(rf"(?:{_INNER}|兼(?=[任职])|[^\s{_APART}兼]|{inside})+")


# What may stand inside a piece decides what a blank means: in a list it parts names from posts,
# where a line breaks off inside a name it means nothing, and so in a sentence.
BLANKS_PART = _piece(r"(?!)")
LINES_GO_ON = _piece(r"[\r\n]")
BLANKS_MEAN_NOTHING = _piece(r"\s")
_NAME = expression(r"[\u4e00-\u9fff]{1,4}(?:[·•．][\u4e00-\u9fff]{1,8}){0,3}$")
_RANK = (
    "副?教授|副?研究员|院士|编审|(?:正高级|高级|特级)(?:教师|工程师|经济师|会计师)|博士|博士生导师"
)
_NOTE = expression(
    r"(?:女|男|[\u4e00-\u9fff]{1,5}族|[正副]?[省部厅局县处科]级|\d{1,3}|排名不分先后|按姓氏笔画(?:为序|排序)?"
    r"|以下按.{1,12}|名单附后|待定|空缺|同志|职务|姓名|序号|备注|单位及职务|组成人员"
    rf"|(?:{_RANK})|共\d{{1,3}}人)$"
)
_CONCURRENT = expression("常委$|党组书记$|党组成员$|党委委员$|副书记$|党工委书记$")
_NOBODY = expression("负责人$|同志$|领导$|[有相]关人员$")
_CHARGE = expression("(?:协助)?(?:分管|主管|负责|协管|联系)")
_POST_END = expression("(?:长|主任|书记|同志|领导|负责人|人员)$")
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


def read_row(
    text: str, line: Span, registry: Registry, piece: re.Pattern[str] = BLANKS_PART
) -> MemberRow:
    """Read a line; ``piece`` says what blanks mean in it."""
    pieces = list(_pieces(text, line, registry, piece))
    if _generic(pieces):
        pieces = _units_for_names(pieces, registry)
    named = any(p.kind is _Kind.NAME or (p.seat and p.seat.named) for p in pieces)
    guard = _without_glued if named else _shared_post
    pieces = guard(pieces, registry)
    odd = any(piece.kind is _Kind.OTHER for piece in pieces)
    groups = _by_name(pieces) if named else _by_unit(pieces)
    persons = tuple(_supplied(seats) for seats in groups if seats)
    units = any(piece.kind is _Kind.UNIT for piece in pieces)
    broken = bool(pieces) and pieces[-1].kind in (_Kind.OTHER, _Kind.UNIT)
    return MemberRow(persons, named, not odd and not units, broken)


def _pieces(text: str, line: Span, registry: Registry, piece: re.Pattern[str]) -> Iterator[_Piece]:
    for count, span in enumerate(_whole_charges(text, piece.finditer(text, line.start, line.end))):
        at = mention(text, span)
        if count < _PIECES and at.as_written and not _NOTE.match(at.as_written):
            yield _classified(at, registry)


def _whole_charges(text: str, pieces: Iterator[re.Match[str]]) -> Iterator[Span]:
    """Join 分管水利、农业的副县长, whose 、 parts nothing."""
    held: Span | None = None
    for match in pieces:
        span = span_of((held.start if held else match.start(), match.end()))
        words = text[match.start() : match.end()]
        charge = bool(held) or bool(_CHARGE.match(words))
        held = span if charge and "的" not in words and not _POST_END.search(words) else None
        if held is None:
            yield span
    if held is not None:
        yield held


def _classified(at: Mention, registry: Registry) -> _Piece:
    seat = read_seat(at, registry)
    if seat is not None:
        return _Piece(_Kind.SEAT, at, seat)
    name = at.as_written
    known = begins_as_unit(name, registry) and is_unit(name, registry.words)
    if known or (len(name) > 4 and is_unit(name, registry.words)):
        return _Piece(_Kind.UNIT, at)
    return _Piece(_Kind.NAME if _NAME.match(name) else _Kind.OTHER, at)


def _generic(pieces: Sequence[_Piece]) -> bool:
    """Say whether a line ends in 负责人 or the like: then it lists units, and no person."""
    seats = [piece.seat for piece in pieces if piece.seat]
    return bool(seats) and all(_NOBODY.search(seat.post) and not seat.named for seat in seats)


def _units_for_names(pieces: Sequence[_Piece], registry: Registry) -> list[_Piece]:
    """铁道部 is as short as a name; among units whose 负责人 sit it is a unit."""
    return [
        _Piece(_Kind.UNIT, piece.at) if _is_short_unit(piece, registry) else piece
        for piece in pieces
    ]


def _is_short_unit(piece: _Piece, registry: Registry) -> bool:
    name = piece.at.as_written
    if piece.kind is not _Kind.NAME or not is_unit(name, registry.words):
        return False
    return len(name) > 2 and not may_begin_with_name(name, registry)


def _shared_post(pieces: Sequence[_Piece], registry: Registry) -> list[_Piece]:
    """市发展改革委、市财政局主要负责同志: all units before a post share it.

    In a line without names a piece must begin as a unit, so that no name glued to one is read.
    """
    found: list[_Piece] = []
    shared: Seat | None = None
    for piece in reversed(pieces):
        seat = piece.seat
        if seat is not None and seat.unit is not None:
            if not begins_as_unit(seat.unit, registry):
                found.append(_Piece(_Kind.OTHER, piece.at))
                continue
            shared = seat
        if piece.kind is _Kind.UNIT and shared is not None:
            given = Seat(piece.at.as_written, shared.post, piece.at)
            found.append(_Piece(_Kind.SEAT, piece.at, given))
            continue
        found.append(piece)
    return found[::-1]


def _without_glued(pieces: Sequence[_Piece], registry: Registry) -> list[_Piece]:
    """Turn away a piece to which part of a name may be glued: 红市委常委 behind 王."""
    found: list[_Piece] = []
    letters = 0  # of the name right before
    for piece in pieces:
        unit = piece.seat.unit if piece.seat else None
        glued = unit and (
            (letters == 0 and may_begin_with_name(unit, registry))
            or (letters == 1 and not begins_as_unit(unit, registry))
        )
        found.append(_Piece(_Kind.OTHER, piece.at) if glued else piece)
        letters = letters + len(piece.at.as_written) if piece.kind is _Kind.NAME else 0
    return found


def _by_name(pieces: Sequence[_Piece]) -> list[list[Seat]]:
    """Names part the posts: each belongs to the name before it, or behind it."""
    groups: list[list[Seat]] = [[]]
    closed = False
    for piece in pieces:
        if piece.seat is not None:
            if closed:
                groups.append([])
            groups[-1].append(piece.seat)
            closed = piece.seat.named
        elif piece.kind is _Kind.NAME and groups[-1]:
            closed = True
    return groups


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
