"""Sentences that say who takes a seat.

Printed forms: 由市政府分管副市长任组长; 以县长为组长的…; 办公室主任由市发展改革委主任兼任.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from policygraph.extract.member_rows import BLANKS_MEAN_NOTHING, read_row
from policygraph.extract.post_names import Seat
from policygraph.extract.reading import Reading
from policygraph.extract.work_groups import group_before, role_pattern
from policygraph.model.source import Span
from policygraph.model.structure import BlockKind

_K = BlockKind
_READ = (_K.TEXT, _K.ITEM, _K.PREAMBLE, _K.CLOSING)
_ROLE = role_pattern(True)
_WHO = r"(?P<who>[^。；：]{2,80}?)"
_TAKES = r"(?:同志)?(?:共同)?(?:担任|兼任|任|为)"
_END = r"(?=的|等|[^\u4e00-\u9fff]|$)"
_TAKEN = re.compile(
    rf"(?:[由以]|[，,；;、]由?){_WHO}{_TAKES}(?:领导小组|专班|指挥部|联席会议)?(?P<role>{_ROLE}){_END}"
)
_FILLED = re.compile(
    rf"(?P<role>{_ROLE})(?:[一二三\d]{{1,2}}[名人])?[，,]?由{_WHO}(?:同志)?(?:分别)?(?:担任|兼任){_END}"
)
_OFFICES = ("办公室", "秘书处")
_NEAR = 3  # characters between 办公室主任由…兼任 and 副主任由…
_AND = re.compile("[和及](?=[省市县区国协分])")


@dataclass(frozen=True, slots=True)
class StatedSeats:
    """Who takes a seat of a group, as a sentence says it."""

    body: str
    role: str
    seats: tuple[Seat, ...]


def stated_seats(reading: Reading, listed: Collection[str]) -> Iterator[StatedSeats]:
    """Give the seats that sentences fill; not those that a list fills (``listed``)."""
    text = reading.source.text
    end, body = -1, ""
    matches = [*_TAKEN.finditer(text), *_FILLED.finditer(text)]
    for match in sorted(matches, key=lambda m: (m.start(), m.end())):
        role = "".join(match["role"].split())
        block = reading.block_at(match.start())
        if match.start() < end or role in listed or block.kind not in _READ:
            continue
        if match.end() > block.span.end:
            continue
        near = match.start() - end <= _NEAR and role.endswith("副主任")
        for seats in _persons(reading, Span(*match.span("who"))):
            if match.end() != end and not (near and body.endswith(_OFFICES)):
                body = _body(reading, match.start(), role)
            end = match.end()
            yield StatedSeats(body, role, seats)


def _persons(reading: Reading, who: Span) -> Iterator[tuple[Seat, ...]]:
    """Read each unit and post; a sentence of which a part is not understood gives none."""
    text = reading.source.text
    cuts = [match.start() for match in _AND.finditer(text, who.start, who.end)]
    starts = [who.start, *(cut + 1 for cut in cuts)]
    rows = [
        read_row(text, Span(start, end), reading.registry, BLANKS_MEAN_NOTHING)
        for start, end in zip(starts, [*cuts, who.end], strict=True)
    ]
    if all(row.whole and row.persons and not _lone_name(row.persons) for row in rows):
        for row in rows:
            yield from row.persons


def _lone_name(persons: tuple[tuple[Seat, ...], ...]) -> bool:
    return any(seat.unit is None for seats in persons for seat in seats)


def _body(reading: Reading, offset: int, role: str) -> str:
    """办公室主任 is a seat of the group's office."""
    group = group_before(reading, offset) or ""
    office = next((word for word in _OFFICES if role.startswith(word)), "")
    return group + office if group and office and not group.endswith(office) else group
