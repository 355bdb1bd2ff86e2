"""Responsibilities: marks in brackets, label lines, and rules that reach other clauses."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.bodies.areas import are_listed
from policygraph.extract.bodies.mark_labels import are_spread, labelled
from policygraph.extract.bodies.marks import SPEAKS, Mark, MarkedUnit, is_mark, read_mark
from policygraph.extract.bodies.public_bodies import is_body
from policygraph.extract.bodies.units import is_unit, split_units
from policygraph.extract.reading import Mention, Reading
from policygraph.extract.responsibilities.chapters import chapter_marks
from policygraph.extract.responsibilities.label_lists import list_end
from policygraph.extract.responsibilities.leading import leading_from, led
from policygraph.extract.responsibilities.tables import table_responsibilities
from policygraph.model.facts import PREAMBLE, Responsibility, Role
from policygraph.model.finding import Finding
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Block, BlockKind
from policygraph.registry.words import Words, alternation

_K = BlockKind
_LINE = "mark.label-line"
_MOST_RULES = 20  # that reach other clauses; more were never meant
_NESTED = 32  # brackets before a label that may be open around it
_NOT_READ = frozenset((_K.FURNITURE, _K.TITLE, _K.QUOTED, _K.TABLE, _K.METADATA, _K.ANNEX_LIST))
_STOPS = ("。", "；", "！")
_REST = expression(r"[。；]?[ \t\u3000]*(?:[\r\n]|\Z)")
_SHORTEST = 4  # characters of a bracket, with its marks, that says nothing
_BARE = 200  # characters of a bare list
_SHARED = "部门分工"
_MEMBERS = "成员单位"  # a label behind another one only: 牵头单位：A, 成员单位：B
_BEFORE_LABEL = frozenset("。；;（(〔")
_REACHES = (expression("不(?:再|另|一一)"), expression("下同"))
_RULE = 240  # characters of a rule, with its blanks
_REACHING = expression(
    r"(?:以下|(?P<here>任务|措施|事项))[^，。；]{0,12}?(?:均|都|全部|皆)\s*"
    r"(?:(?:需|须|由|要|应)?\s*(?:由)?(?P<units>[^。；]{2,80}?)(?P<verb>共同落实|负责落实|落实|负责|配合|参与|执行)"
    r"|(?:涉及|涵盖)(?P<involved>[^。；]{2,80}?))\s*[,，、]?\s*(?:不再|不另|不一一|下同)"
)


def extract_responsibilities(
    reading: Reading,
) -> tuple[tuple[Responsibility, ...], tuple[Finding, ...]]:
    """Read who must do what: one row for each clause, segment and unit.

    Each mark closes a segment of its clause; segments are counted from 1. What speaks of
    responsibility and gives no unit is a finding.
    """
    rows: list[Responsibility] = []
    findings: list[Finding] = []
    segments: Counter[str] = Counter()
    leading = leading_from(reading)
    marks = list(_marks(reading))
    homes = chapter_marks(reading, [(span, rule == _LINE) for span, _, rule in marks])
    for span, mark, rule in marks:
        clause = homes.get(span) or reading.clause_at(span.start)
        findings.extend(
            Finding("mark.not-a-unit", odd, rule) for odd in mark.rejected if odd.end > odd.start
        )
        if not mark.units:
            findings.append(Finding("mark.no-unit", span, rule))
            continue
        segments[clause] += 1
        units = led(reading.source.text, mark.units, leading, span.start)
        rows.extend(_row(clause, segments[clause], unit, rule) for unit in units)
    rules = list(_rules(reading.source.text))
    rows += _inherited(reading, tuple(rows), rules[:_MOST_RULES])
    findings += [Finding("mark.too-many-rules", span_of(m.span()), "mark.reaches-following")
                 for m in rules[_MOST_RULES:]]  # fmt: skip
    from_tables = table_responsibilities(reading)
    return (*rows, *from_tables.rows), (*findings, *from_tables.findings)


def _row(clause: str, segment: int, marked: MarkedUnit, rule: str) -> Responsibility:
    unit = marked.unit
    return Responsibility(
        clause, segment, unit.as_written, unit.as_written, None, marked.role,
        group=False, inherited=False, spans=unit.spans, rule=rule,
    )  # fmt: skip


def _marks(reading: Reading) -> Iterator[tuple[Span, Mark, str]]:
    """Give all marks in text order: brackets and label lines."""
    found = [*_bracket_marks(reading), *_label_lines(reading)]
    return iter(sorted(found, key=lambda item: item[0]))


def _bracket_marks(reading: Reading) -> Iterator[tuple[Span, Mark, str]]:
    text, words = reading.source.text, reading.registry.words
    for pair in reading.brackets:
        span = pair.span
        begin = span.start
        speaks = _speaks(text, span, words)
        if not speaks and not _closes_paragraph(text, span):
            continue  # most brackets
        if reading.block_at(begin).kind in _NOT_READ:
            continue
        inner = pair.inner
        if not speaks:
            if units := _bare_list(reading, inner):
                yield span, Mark(units, ()), "mark.bare-list"
        elif is_mark(text, inner, words):
            yield span, read_mark(text, inner, words), "mark.bracket"
        elif SPEAKS.search(text, *inner):
            yield span, Mark((), ()), "mark.bracket"


def _closes_paragraph(text: str, bracket: Span) -> bool:
    """Say whether a bracket stands behind the last sentence of a paragraph: …工作。（A、B）."""
    begin, end = bracket
    return text[begin - 1 : begin] in _STOPS and _REST.match(text, end) is not None


def _bare_list(reading: Reading, inner: Span) -> tuple[MarkedUnit, ...]:
    """Read a bracket that holds a list of public bodies and nothing else, not even a verb."""
    if inner.end - inner.start > _BARE:
        return ()
    listed = split_units(reading.source.text, inner, reading.registry.words)
    names = [unit.as_written for unit in listed.units]
    if listed.rejected or not all(is_body(name, reading.registry) for name in names):
        return ()
    return tuple(MarkedUnit(unit, Role.RESPONSIBLE) for unit in listed.units)


@lru_cache(maxsize=8)
def _speaking(words: Words) -> re.Pattern[str]:
    return expression(alternation([*words.role_labels, *words.role_verbs]))


def _speaks(text: str, bracket: Span, words: Words) -> bool:
    """Say whether a bracket holds a label or a verb of a role, also a spread one: 责 任 单 位：."""
    begin, end = bracket
    if end - begin <= _SHORTEST:
        return False
    inner = text[begin + 1 : end - 1]
    if "\n" in inner or inner.count(" ") * 3 > len(inner):
        inner = "".join(inner.split())
    return bool(_speaking(words).search(inner))


@lru_cache(maxsize=8)
def _label(words: Words, *, shared: bool, spread: bool) -> re.Pattern[str]:
    """Match a label; 部门分工, which few texts have, is looked for only where it is."""
    labels = [w for w in words.role_labels if len(w) > 2 and (shared or w != _SHARED)]
    return re.compile(rf"{labelled([*labels, _MEMBERS], spread=spread)}(?=[^。\n])")


def _label_lines(reading: Reading) -> Iterator[tuple[Span, Mark, str]]:
    """责任单位：A、B without brackets; lines that follow each other make one segment."""
    text, words = reading.source.text, reading.registry.words
    inside = sorted(pair.span for pair in reading.brackets)
    held: tuple[Span, list[MarkedUnit], list[Span], set[str]] | None = None
    end = 0
    label_of = _label(words, shared=_SHARED in text, spread=are_spread(text, words))
    for match in label_of.finditer(text):
        start = match.start() - 2 * text.startswith("工作", max(match.start() - 2, 0))
        # 完成甲，牵头单位：A。本项工作的牵头单位是A。
        paused = start > 0 and text[start - 1] in ("，,的" if match["said"] else "，,")
        begins = start == 0 or text[start - 1] in _BEFORE_LABEL or text[start - 1].isspace()
        if start < end or not (begins or paused):
            continue
        block = reading.block_at(match.start())
        end = list_end(text, match.end(), _stop(reading, block), words)
        span = span_of((match.start(), end))
        if block.kind in _NOT_READ or _within(span, inside):
            continue
        label = match["label"]
        follows = held and label not in held[3] and not text[held[0].end : span.start].strip()
        if label == _MEMBERS and not follows:
            continue
        own = span_of((match.end(), span.end)) if label == _MEMBERS else span
        mark = read_mark(text, own, words, Role.SUPPORT if label == _MEMBERS else None)
        if match["said"] and not _is_list(mark, words):
            continue  # 责任单位为第一责任人: a sentence, and no list
        if paused and (mark.rejected or not are_listed(_names(mark), words)):
            continue
        if held and follows:
            held = (span_of((held[0].start, span.end)), [*held[1], *mark.units],
                    [*held[2], *mark.rejected], held[3] | {label})  # fmt: skip
            continue
        if held:
            yield held[0], Mark(tuple(held[1]), tuple(held[2])), _LINE
        held = (span, list(mark.units), list(mark.rejected), {label})
    if held:
        yield held[0], Mark(tuple(held[1]), tuple(held[2])), _LINE


def _stop(reading: Reading, block: Block) -> int:
    """Give where a list may go on to: a page may break it without a pause before the break."""
    behind = block.span.end
    following = reading.block_at(behind) if behind < len(reading.source.text) else block
    return following.span.end if following.kind is _K.TEXT else behind


def _names(mark: Mark) -> list[str]:
    return [marked.unit.as_written for marked in mark.units]


def _is_list(mark: Mark, words: Words) -> bool:
    names = _names(mark)
    return bool(names) and not mark.rejected and all(is_unit(name, words) for name in names)


def _within(span: Span, brackets: list[Span]) -> bool:
    """Say whether a span begins inside one of the sorted brackets; looks at the nearest before."""
    start = span.start
    before = bisect_left(brackets, (start, 0))
    return any(end > start for _, end in brackets[max(0, before - _NESTED) : before])


def _rules(text: str) -> Iterator[re.Match[str]]:
    """Find the rules that reach other clauses, before the words in which one may end."""
    runs: list[Span] = []
    for end in sorted(word.end() for sign in _REACHES for word in sign.finditer(text)):
        start = max(0, end - _RULE)
        if runs and start <= runs[-1].end:
            start = runs.pop().start
        runs.append(span_of((start, end)))
    for run in runs:
        yield from _REACHING.finditer(text, *run)


def _inherited(
    reading: Reading, rows: Sequence[Responsibility], rules: Iterable[re.Match[str]]
) -> list[Responsibility]:
    """以下任务均需A、B落实，不再单列: A and B answer for every marked clause that follows.

    The rule reaches to the end of the main body, or of the annex in which it stands. Two that say
    the same of a unit and a clause are one row.
    """
    text, words = reading.source.text, reading.registry.words
    found: dict[tuple[str, str, Role], Responsibility] = {}
    for match in rules:
        home = reading.clause_at(match.start())
        verb = (match["verb"] or "").removeprefix("共同")
        role = Role(words.role_verbs.get(verb, Role.RESPONSIBLE))
        named = "units" if match["units"] else "involved"
        listed = split_units(text, span_of(match.span(named)), words)
        reached = dict.fromkeys(
            row.clause
            for row in rows
            if _scope(row.clause) == _scope(home)
            and (match["here"] if row.clause == home else row.spans[0].start > match.end())
        )
        for clause in reached:
            for unit in listed.units:
                key = (clause, unit.as_written, role)
                found.setdefault(key, _inherited_row(clause, unit, role))
    return list(found.values())


def _inherited_row(clause: str, unit: Mention, role: Role) -> Responsibility:
    return Responsibility(
        clause, 1, unit.as_written, unit.as_written, None, role,
        group=False, inherited=True, spans=unit.spans, rule="mark.reaches-following",
    )  # fmt: skip


def _scope(clause: str) -> str:
    """The main body, or one annex."""
    head = clause.partition("/")[0]
    return head if head.startswith("annex") else PREAMBLE
