"""Deadlines: when something must be done, in which segment of a clause, and by whom."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from policygraph.expression import expression
from policygraph.extract.bodies.public_bodies import is_body
from policygraph.extract.bodies.units import is_unit
from policygraph.extract.deadlines.cells import cell_times
from policygraph.extract.deadlines.dates import Time, issue_date
from policygraph.extract.deadlines.times import find_times
from policygraph.extract.reading import Reading, mention
from policygraph.model.facts import Deadline, DeadlineKind, Responsibility
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind

_B = BlockKind
_READ = frozenset((_B.PREAMBLE, _B.ITEM, _B.TEXT, _B.TABLE))
_STOP = expression(r"[。！？；\n|\t]")
_PART = expression(r"[，,。；;：:！？\n|\t（）()]")
_VALIDITY = expression(
    r"(?:(?<![基根原])本|该)[^，。；]{1,12}(?:自|从|有效|施行|实施|执行)|有效期|废止|起(?:施行|生效|实施|执行|试行)"
)
_QUALIFIES = expression(
    "(?!作出|做出|给予|提出|决定|[将向报])(?:[（(]含[^）)]{0,8}[）)])?[^，。；：]{0,12}"
    "(?:注册|登记|成立|设立|取得|签订|投产|建成|购买|认定|申报|签发)[^，。；：]{0,6}的"
)
_ACTS = expression(r"(?:要|应当?|须|必须|需要?|于|在|原则上|本意见|本通知|本方案|并)+$")
# 2025年6月底前，市教育局建立…: who must act stands behind the time
_BEHIND = expression(
    r"[，,](?P<name>[\u4e00-\u9fff]{2,24}?)"
    r"(?=要(?!求)|应|须|将|会同|牵头|负责|组织(?!部)|完成|建立|建成|印发|出台|推[行进]|制[定订]|报送"
    r"|上报|开展|启动|编制(?!办)|公布|提交|形成|全面|基本)"
)
_STOPS = "。；;：:！？\n"
_GROUP = expression(
    r"各[^，。；]{0,16}(?:地|市|县|区|镇|乡|部门|单位|政府|企业|学校|机构)(?:[（(][^）)]{1,8}[）)])?"
)
_BRACKETED_GROUP = expression(  # 各县（市、区）人民政府要于…
    r"(?:^|[，。；：、由])(?P<name>各[^，。；：、（）()]{0,8}[（(][^（）()]{1,8}[）)](?:人民政府|政府)?)"
    + _ACTS.pattern.replace("+$", "*$")
)
_LIST = 240  # characters of a list of units before a time
_NEAR = 60  # characters on either side of a time that tell whom it binds

_LINE_END = expression(r"[\r\n]")
_ROW = 400  # characters of a row of a table in which its deadline stands
_NEXT_ROW = expression(r"[\r\n]\s*\|?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[|\t\r\n]")
_WHEN_LINE = expression(r"\s*(?:完成|办理|落实)?(?:时限|时间|期限|节点)[^\n:：]{0,4}[:：][^\r\n]*")


def extract_deadlines(
    reading: Reading, responsibilities: Sequence[Responsibility]
) -> tuple[tuple[Deadline, ...], tuple[Finding, ...]]:
    """Read when something must be done: one row for each printed time.

    A day without a year takes the year of the document; where that is not known either, the row
    has no date and is a finding. How long the document itself is in force is no deadline.

    Args:
        reading: the document.
        responsibilities: its responsibilities, whose marks close the segments of a clause.
    """
    rows: list[Deadline] = []
    findings: list[Finding] = []
    segments = _segments(reading, responsibilities)
    issued = issue_date(reading)
    times = list(find_times(reading.source.text, issued))
    for time in sorted([*times, *cell_times(reading, times, issued)], key=lambda time: time.span):
        if not _binds(reading, time):
            continue
        clause = reading.clause_at(time.span.start)
        written = mention(reading.source.text, time.span)
        segment = _segment(segments.get(clause, ()), time.span.start)
        unit = _unit(reading, time.span.start) or _unit_behind(reading, time)
        rows.append(Deadline(
            clause, segment, time.kind, time.date, time.every,
            written.as_written, unit, written.spans, time.rule,
        ))  # fmt: skip
        if time.yearless and time.date is None:
            findings.append(Finding("deadline.no-year", time.span, time.rule))
    return tuple(rows), tuple(findings)


def _binds(reading: Reading, time: Time) -> bool:
    """Say whether a time tells when to act, and not what is meant or how long a text holds."""
    text, block = reading.source.text, reading.block_at(time.span.start)
    table = block.kind is _B.UNCLASSIFIED and text.count("|", *block.span) > 1
    if not (table or block.kind in _READ) or time.span.end > block.span.end:
        return False
    if block.label is not None and time.span.start < block.label.span.end:
        return False
    after = text[time.span.end : min(block.span.end, time.span.end + _NEAR)]
    before = text[max(block.span.start, time.span.start - _NEAR) : time.span.start]
    part = _PART.split(before)[-1] + text[time.span.start : time.span.end] + _PART.split(after)[0]
    if time.kind in (DeadlineKind.FROM, DeadlineKind.DURING) and _VALIDITY.search(part):
        return False
    if before.rfind("《") > before.rfind("》"):
        return False
    return time.kind is not DeadlineKind.BY or not _QUALIFIES.match(after)


def _segments(reading: Reading, rows: Iterable[Responsibility]) -> Mapping[str, Sequence[int]]:
    """Give for each clause where the marks of its segments end, in order of the segments."""
    ends: dict[str, dict[int, int]] = {}
    for row in rows:
        if row.spans and not row.inherited:
            last = ends.setdefault(row.clause, {})
            last[row.segment] = max(last.get(row.segment, 0), row.spans[-1].end)
    outer = sorted(bracket.span for bracket in reading.brackets if bracket.depth == 0)
    return {
        clause: sorted(_mark_end(reading, outer, end) for end in last.values())
        for clause, last in ends.items()
    }


def _mark_end(reading: Reading, outer: Sequence[Span], offset: int) -> int:
    """Give where the mark ends that names a unit before ``offset``: its bracket, line or row.

    A line 完成时限：… right below a line of units belongs to it.
    """
    at = bisect_right(outer, span_of((offset, 0))) - 1
    if at >= 0 and offset <= outer[at].end:
        return outer[at].end
    text = reading.source.text
    if reading.block_at(offset - 1).kind is BlockKind.TABLE:
        row = _NEXT_ROW.search(text, offset, offset + _ROW)
        return row.start() if row else _table_end(reading, offset)
    line = _LINE_END.search(text, offset)
    end = line.start() if line else len(text)
    below = _WHEN_LINE.match(text, end)
    return below.end() if below else end


def _table_end(reading: Reading, offset: int) -> int:
    """Give where the table ends in which ``offset`` lies, if it is not far."""
    end = offset
    while end < offset + _ROW and end < len(reading.source.text):
        block = reading.block_at(end)
        if block.kind is not BlockKind.TABLE:
            break
        end = block.span.end
    return end


def _segment(ends: Sequence[int], offset: int) -> int:
    """A mark closes its segment: what stands before it belongs to it."""
    return min(bisect_right(ends, offset), max(0, len(ends) - 1)) + 1


def _unit(reading: Reading, offset: int) -> str | None:
    """Give the unit that the sentence names as the one to act: 各有关部门于每年2月底前."""
    block = reading.block_at(offset)
    begin = block.label.span.end if block.label else block.span.start
    before = reading.source.text[max(begin, offset - _NEAR) : offset]
    group = _BRACKETED_GROUP.search("".join(before.split()))
    if group:
        return group["name"]
    part = _PART.split(before)[-1]
    if len(part) == _NEAR:  # a list that began further off
        part = _PART.split(reading.source.text[max(begin, offset - _LIST) : offset])[-1]
    part = "".join(part.split()).lstrip("、")
    name = _ACTS.sub("", part.removeprefix("由").removeprefix("请"))
    if is_unit(name, reading.registry.words) or _GROUP.fullmatch(name):
        return name
    return None


def _unit_behind(reading: Reading, time: Time) -> str | None:
    """Give the body right behind a time with which its sentence begins."""
    text, block = reading.source.text, reading.block_at(time.span.start)
    begin = block.label.span.end if block.label else block.span.start
    before = text[begin : time.span.start].rstrip()
    if time.kind is DeadlineKind.DURING or (before and before[-1] not in _STOPS):
        return None
    match = _BEHIND.match(text, time.span.end, block.span.end)
    name = match["name"] if match else ""
    known = name and is_body(name, reading.registry)
    return name if known else None
