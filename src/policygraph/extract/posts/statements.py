"""Sentences that say who takes a seat.

Printed forms: 由市政府分管副市长任组长; 以县长为组长的…; 办公室主任由市发展改革委主任兼任.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.extract.bodies.post_names import Seat
from policygraph.extract.posts.member_rows import BLANKS_MEAN_NOTHING, read_row
from policygraph.extract.posts.work_groups import WorkGroups, role_pattern
from policygraph.extract.reading import Reading
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind

_K = BlockKind
_READ = frozenset((_K.TEXT, _K.ITEM, _K.PREAMBLE, _K.CLOSING))
_ROLE = role_pattern(True)
_WHO = 400  # characters that say who takes a seat
_END = r"(?=的|等|[^\u4e00-\u9fff]|$)"
# each begins with a literal, so that the search is fast
_TAKEN, _AS = (
    expression(rf"{verb}(?:领导小组|专班|指挥部|联席会议)?(?P<role>{_ROLE}){_END}")
    for verb in "任为"
)
_HELD = expression(rf"任(?<=[担兼]任){_END}")
_VERB = expression("(?:(?<!负责|领导)同志)?(?:共同|分别)?[担兼]?$")
_FILLED = expression(rf"(?P<role>{_ROLE})(?:[一二三\d]{{1,2}}[名人])?[，,]?由")
_SENTENCE = expression("[。；：;:\n]")
_BEFORE = "。；：;:\n"
_SHORT = 30  # characters of who takes a seat, where no pause and no 由 stands before it
_PAUSES = (expression("[由以](?!及)"), expression("[，,]"), expression("、"))
_COMPOSED = expression("组成[，,]")  # 由甲、乙组成，市长担任组长: who they are is said before
_OFFICES = ("办公室", "秘书处")
_NEAR = 3  # characters between 办公室主任由…兼任 and 副主任由…
_AND = expression("(?:[，,]?以及|[和及])(?=[省市县区国协分])")
_MEMBERS = expression(
    r"成员(?:单位)?(?:由|包括)(?P<who>[^。；;：:\n]{4,600}?)(?:组成|担任)?(?=[。；;\n]|$)"
)
_SOMEBODY = ("负责人", "有关人员", "相关人员", "负责同志", "同志", "领导", "长", "主任", "书记")


@dataclass(frozen=True, slots=True)
class StatedSeats:
    """Who takes a seat of a group, as a sentence says it."""

    body: str
    role: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class _Statement:
    """Who takes which seat; ``span`` from the first to the last character of both."""

    span: Span
    who: Span
    role: str


def stated_seats(
    reading: Reading, groups: WorkGroups, listed: Collection[str]
) -> Iterator[StatedSeats]:
    """Give the seats that sentences fill; not those that a list fills (``listed``)."""
    last, body = -_WHO, ""
    for said in _statements(reading.source.text):
        block = reading.block_at(said.span.start)
        if said.role in listed or block.kind not in _READ or said.span.end > block.span.end:
            continue
        persons = list(_persons(reading, said.who))
        near = said.span.start - last <= _NEAR and said.role.endswith("副主任")
        if persons and not (near and body.endswith(_OFFICES)):
            body = _body(groups, said.span.start, said.role)
        if persons:
            last = said.span.end
        yield from (StatedSeats(body, _seat(said.role, body), seats) for seats in persons)


def _statements(text: str) -> Iterator[_Statement]:
    """Give what may be statements in text order; none overlaps the one before."""
    end = 0
    matches = ((match, read) for find, read in _READERS for match in find.finditer(text))
    for match, read in sorted(matches, key=lambda found: found[0].span()):
        said = read(text, match, end)
        if said is not None and said.span.start >= end:
            yield said
            end = said.span.end


def _taken(text: str, match: re.Match[str], after: int) -> _Statement | None:
    """由市长任组长: who stands behind 由 or 以, else behind the last pause."""
    start, end = _before(text, after, match.start())
    composed = [m.end() for m in _COMPOSED.finditer(text, start, end)]
    start = composed[-1] if composed else start
    for pause in _PAUSES:
        cuts = [m.end() for m in pause.finditer(text, start, end)]
        if cuts:
            who = span_of((cuts[-1], end))
            return _Statement(span_of((who.start, match.end())), who, _closed(match["role"]))
    begins = start == 0 or bool(composed) or text[start - 1] in _BEFORE
    if begins and end - start <= _SHORT:  # 市财政局局长担任组长: the whole sentence
        who = span_of((start, end))
        return _Statement(span_of((start, match.end())), who, _closed(match["role"]))
    return None


def _filled(text: str, match: re.Match[str], after: int) -> _Statement | None:
    """办公室主任由市发展改革委主任兼任: who stands between 由 and the verb."""
    start, end = _before(text, after, match.start())
    seats = list(_FILLED.finditer(text, start, end))
    if not seats:
        return None
    seat = seats[-1]
    who = span_of((seat.end(), end))
    return _Statement(span_of((seat.start(), match.end())), who, _closed(seat["role"]))


def _members(text: str, match: re.Match[str], after: int) -> _Statement | None:
    """成员由A、B分管领导组成: a sentence that ends in a post; units alone hold no seats."""
    who = span_of(match.span("who"))
    office = next((o for o in _OFFICES if text.endswith(o, after, match.start())), "")
    begin = match.start() - len(office)
    if begin < after or not text[who.start : who.end].endswith(_SOMEBODY):
        return None
    return _Statement(span_of((begin, who.end)), who, f"{office}成员")


_READERS = ((_TAKEN, _taken), (_AS, _taken), (_HELD, _filled), (_MEMBERS, _members))


def _before(text: str, after: int, end: int) -> Span:
    """Give what the sentence says before the verb, which ends in 任 or 为 at ``end``."""
    start = max(after, end - _WHO)
    stops = [m.end() for m in _SENTENCE.finditer(text, start, end)]
    start = stops[-1] if stops else start
    verb = _VERB.search(text[start:end])
    return span_of((start, start + verb.start() if verb else end))


def _closed(role: str) -> str:
    return "".join(role.split())


def _persons(reading: Reading, who: Span) -> Iterator[tuple[Seat, ...]]:
    """Read each unit and post; a sentence of which a part is not understood gives none."""
    text = reading.source.text
    ands = list(_AND.finditer(text, who.start, who.end))
    cuts = [match.start() for match in ands]
    starts = [who.start, *(match.end() for match in ands)]
    rows = [
        read_row(text, span_of((start, end)), reading.registry, BLANKS_MEAN_NOTHING)
        for start, end in zip(starts, [*cuts, who.end], strict=True)
    ]
    if all(row.whole and row.persons and not _lone_name(row.persons) for row in rows):
        for row in rows:
            yield from row.persons


def _lone_name(persons: tuple[tuple[Seat, ...], ...]) -> bool:
    return any(seat.unit is None for seats in persons for seat in seats)


def _seat(role: str, body: str) -> str:
    """办公室主任 is 主任 of the body that is the office."""
    office = next((word for word in _OFFICES if role.startswith(word)), "")
    return role.removeprefix(office) if office and body.endswith(office) else role


def _body(groups: WorkGroups, offset: int, role: str) -> str:
    """办公室主任 is a seat of the group's office."""
    group = groups.before(offset) or ""
    office = next((word for word in _OFFICES if role.startswith(word)), "")
    return group + office if group and office and not group.endswith(office) else group
