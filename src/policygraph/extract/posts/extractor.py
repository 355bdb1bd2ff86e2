"""Posts: who sits in a work group, by unit and post and never by name.

A list begins with a word for a seat (组长：…) and goes on over the lines that read as members;
the word holds until the next one. A document without a list may say in a sentence who takes a
seat (由市政府分管副市长任组长).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.extract.bodies.post_names import Seat
from policygraph.extract.posts.member_rows import LINES_GO_ON, MemberRow, read_row
from policygraph.extract.posts.statements import stated_seats
from policygraph.extract.posts.work_groups import (
    WorkGroups,
    is_announced,
    line_spans,
    role_beginnings,
    role_pattern,
)
from policygraph.extract.reading import Reading
from policygraph.model.facts import Post
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind

_K = BlockKind
_NOT_READ = (
    _K.FURNITURE,
    _K.TITLE,
    _K.QUOTED,
    _K.METADATA,
    _K.ANNEX_LIST,
    _K.CONTENTS,
    _K.COPIED_TO,
)
_ENDS = (_K.ANNEX, _K.SIGNATURE, _K.DATE, _K.COPIED_TO, _K.FOOT, _K.ANNEX_LIST)
_NUMBER = r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．|\t][ \t\u3000|]{0,8})?"
_CELL = r"[ \t\u3000|*]{0,40}"
_LABEL = expression(
    rf"^{_CELL}{_NUMBER}(?P<role>{role_pattern(True)})"
    r"(?P<end>[ \t\u3000|*]{0,8}[:：]|[ \t\u3000|*]+|$)",
    re.M,
)
# begins with a literal, so that the search is fast: most lines begin with other characters
_MAY_BEGIN = expression(
    rf"\n(?=[ \t\u3000|*（(）)、.．一二三四五六七八九十\d]{{0,60}}[{role_beginnings()}])"
)
_ALWAYS = expression(role_pattern(False))
# （一）部门委员: members of one kind, under the seat that is printed above
_SUBHEAD = expression(
    r"\s*[（(][一二三四五六七八九十\d]{1,3}[）)]\s?[\u4e00-\u9fff]{2,8}(?:委员|成员|代表|顾问|专家)"
    r"\s*(?:[（(][^（）()]{1,16}[）)]\s*)?$"
)
_LINES = 400  # of one list
_BLANKS = expression(r"[\s|*·—\-\d]*$")


@dataclass(frozen=True, slots=True)
class _List:
    """The members of one list, with the seat each holds."""

    members: tuple[tuple[str, tuple[Seat, ...]], ...]
    unread: tuple[Span, ...]
    end: int


def extract_posts(reading: Reading) -> tuple[tuple[Post, ...], tuple[Finding, ...]]:
    """Read the seats of work groups: one row for each person and post.

    ``holder`` counts the persons of a group; several posts of one person share it. Spans cover
    units and posts, never names.
    """
    rows: list[Post] = []
    findings: list[Finding] = []
    holders: Counter[str] = Counter()
    groups = WorkGroups(reading)
    position = 0
    for match in _labels(reading.source.text):
        if match.start() < position or not _begins_list(reading, match):
            continue
        found = _read_list(reading, match)
        position = found.end
        body = groups.before(match.start("role")) or ""
        findings.extend(Finding("post.not-read", span, "post.list") for span in found.unread)
        for role, seats in found.members:
            holders[body] += 1
            rows.extend(_row(body, role, seat, holders[body], "post.list") for seat in seats)
    rows.extend(_stated(reading, groups, rows, holders))
    return tuple(rows), tuple(findings)


def _labels(text: str) -> Iterator[re.Match[str]]:
    """Give the lines that begin with a word for a seat."""
    starts = (0, *(line.end() for line in _MAY_BEGIN.finditer(text)))
    return filter(None, (_LABEL.match(text, start) for start in starts))


def _stated(
    reading: Reading, groups: WorkGroups, listed: Sequence[Post], holders: Counter[str]
) -> Iterator[Post]:
    """Give the rows of sentences; what is said twice is one row."""
    said: set[tuple[str, str, tuple[tuple[str | None, str], ...]]] = set()
    for stated in stated_seats(reading, groups, {row.role for row in listed}):
        body = next((known for known in holders if known.endswith(stated.body)), stated.body)
        key = (body, stated.role, tuple((seat.unit, seat.post) for seat in stated.seats))
        if key in said:
            continue
        said.add(key)
        holders[body] += 1
        for seat in stated.seats:
            yield _row(body, stated.role, seat, holders[body], "post.stated")


def _row(body: str, role: str, seat: Seat, holder: int, rule: str) -> Post:
    return Post(body, role, seat.unit, seat.post, holder, seat.at.spans, rule)


def _begins_list(reading: Reading, match: re.Match[str]) -> bool:
    """A word that is always a seat and stands before a colon begins a list; others need more."""
    if reading.block_at(match.start("role")).kind in _NOT_READ:
        return False
    if _has_colon(match) and _ALWAYS.fullmatch(match["role"]):
        return True
    return is_announced(reading.source.text, match.start("role"))


def _read_list(reading: Reading, first: re.Match[str]) -> _List:
    text = reading.source.text
    members: list[tuple[str, tuple[Seat, ...]]] = []
    unread: list[Span] = []
    role, end = "", first.start()
    for line, following in line_spans(text, first.start(), _LINES):
        if line.start < end:
            continue  # read with the line before
        label = _LABEL.match(text, line.start)
        labelled = label is not None and label.end() <= line.end
        if end > first.start() and _SUBHEAD.match(text, line.start, line.end):
            end = line.end
            continue
        if end > first.start() and _ends(reading, line, labelled):
            break
        rest = line
        if label is not None and labelled:
            role = "".join(label["role"].split())
            rest = span_of((label.end(), line.end))
        row, end_of_row = _row_at(reading, rest, following)
        if not row.whole and not labelled:
            break
        if not row.whole or (not row.persons and not row.named and not _is_blank(reading, rest)):
            unread.append(rest)
        members.extend((role, seats) for seats in row.persons)
        end = end_of_row
    return _List(tuple(members), tuple(unread), end)


def _ends(reading: Reading, line: Span, labelled: bool) -> bool:
    block = reading.block_at(line.start)
    if block.kind in _ENDS:
        return True
    return block.kind is _K.ITEM and not labelled and line.start <= block.span.start


def _row_at(reading: Reading, line: Span, following: Span | None) -> tuple[MemberRow, int]:
    """Read a line, where it breaks off inside a name with the line behind it; give its end."""
    text, registry = reading.source.text, reading.registry
    row = read_row(text, line, registry)
    if row.broken_off and following and not _begins_with_role(text, following):
        both = read_row(text, span_of((line.start, following.end)), registry, LINES_GO_ON)
        if both.whole:
            return both, following.end
    return row, line.end


def _begins_with_role(text: str, line: Span) -> bool:
    label = _LABEL.match(text, line.start)
    return label is not None and _has_colon(label)


def _has_colon(label: re.Match[str]) -> bool:
    return label["end"].rstrip().endswith((":", "："))


def _is_blank(reading: Reading, line: Span) -> bool:
    return bool(_BLANKS.match(reading.source.at(line)))
