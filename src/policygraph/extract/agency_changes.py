"""Agency changes: what a text says became of a unit, or whose name it puts in another's place.

Renamed (更名为), functions moved (职能划转至), merged, abolished, founded are facts about units. A
bare 修改为 is none: it only writes another unit's name, and is kept apart as ``substitute``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.extract.agency_moves import moves
from policygraph.extract.reading import Reading
from policygraph.extract.units import is_unit
from policygraph.model.facts import (
    AgencyChange,
    Amendment,
    ChangeKind,
    Document,
    Operation,
)
from policygraph.model.finding import Finding
from policygraph.model.source import Span
from policygraph.model.structure import BlockKind
from policygraph.registry.words import Words

_NAME = r"[\u4e00-\u9fff（）()]{2,30}?"
_END = r"(?=[，。；、,;和（(]|$)"
_RENAMED = re.compile(
    rf"(?:已)?(?:由|将|原)?(?P<old>{_NAME})(?:已)?(?:正式)?(?:更名|改名|改称)(?:为|成)(?P<new>{_NAME}){_END}"
)
_MOVED = re.compile(
    rf"(?P<what>[\u4e00-\u9fff“”、]{{0,40}}?)(?:工作)?(?:职能|职责|职权)(?:已|全部|统一)*(?:划转|划入|划归|移交|并入|转隶)"
    rf"(?:至|到|给|由|入)?(?P<new>{_NAME})(?:承担|负责|行使)?{_END}"
)
_NAMES = r"[\u4e00-\u9fff（）()、]{2,120}"
_ABOLISHED = re.compile(rf"(?:撤销|不再保留|不再设立)(?:单设的)?(?P<olds>{_NAMES})")
_MERGED = re.compile(
    rf"(?:将)?(?P<olds>{_NAME}(?:、{_NAME}|和{_NAME}|与{_NAME}){{1,5}}?)(?:合并|整合)(?:组建|为|成立|设立)+(?P<new>{_NAME}){_END}"
)
_FOUNDED = re.compile(rf"(?:新?组建|新设立)(?P<news>{_NAMES})")
# the words that the patterns cannot do without; few parts of a sentence hold one
_SPOKEN = {
    "更名": "rename", "改名": "rename", "改称": "rename",
    "划转": "move", "划入": "move", "划归": "move", "移交": "move", "并入": "move", "转隶": "move",
    "合并": "merge", "整合": "merge",
    "撤销": "abolish", "不再保留": "abolish", "不再设立": "abolish",
    "组建": "found", "新设立": "found",
}  # fmt: skip
_VERBS = re.compile("|".join(_SPOKEN))
_HOLDS = re.compile(
    rf"(?P<old>{_NAME})(?:原)?(?:承担|负责|履行)的(?P<what>[\u4e00-\u9fff、]{{2,40}})$"
)
_CAUSE = re.compile(r"(?:因|由于)(?P<cause>[^，。；因]{0,12}?(?:机构改革|职能调整|改革))")
_SELF = re.compile(r"^(?:我|本)(?:中心|局|委|办|单位|部门|厅|处|站|院|公司)$")
_THESE = re.compile(r"(?:此|上述|该|这)(?:[一二两三四五六七八九十]+)?(?:项|些)?(?:工作|任务|职能)?")
_LEAD = re.compile(r"^.*(?:因机构改革|机构改革中|由于|根据|按照|已由|(?<!自)由|将)|^经")
_STRONG = re.compile("(?:局|委|厅|部|署|办公室|委员会|联席会议|领导小组|指挥部)$")
_NOT_READ = (BlockKind.QUOTED, BlockKind.TABLE, BlockKind.TITLE, BlockKind.FURNITURE)
_NOTED = re.compile("更名|改名|改称|职能|职责|职权|撤销|不再保留|合并|整合|组建|新设立")
_PARTS = re.compile("[，,]")
_LONGEST = 200  # characters of a part of a sentence
_SENTENCE = re.compile("[^。；\\n]+")


@dataclass(slots=True)
class _Subject:
    """What the sentences so far speak of."""

    body: str | None = None
    functions: tuple[str, ...] = ()


def extract_agency_changes(
    reading: Reading, document: Document, amendments: Sequence[Amendment]
) -> tuple[tuple[AgencyChange, ...], tuple[Finding, ...]]:
    """Read what became of units; the kind is what the text says, not what is known."""
    told = {(r.clause, r.old, r.new, r.kind, r.functions): r for r in _said(reading, document)}
    said = list(told.values())
    rows = [*said, *_substitutes(reading, amendments, said)]
    return tuple(sorted(rows, key=lambda row: row.spans[0].start)), ()


def _said(reading: Reading, document: Document) -> Iterator[AgencyChange]:
    """Renamed, moved, merged, abolished: read sentence by sentence."""
    words = reading.registry.words
    subject = _Subject()
    for block in reading.blocks:
        if block.kind in _NOT_READ:
            continue
        text = reading.source.at(block.span)
        if not _NOTED.search(text):
            continue
        for sentence in _SENTENCE.finditer(text):
            span = Span(block.span.start + sentence.start(), block.span.start + sentence.end())
            bare = "".join(sentence.group().split())
            changes = list(_changes(bare, subject, document, words))
            clause = reading.clause_at(span.start) if changes else ""
            cause = _cause(reading, clause, bare) if changes else None
            for old, new, kind, functions in changes:
                yield AgencyChange(
                    clause, old, new, kind, functions, cause, (span,), "agency-change." + kind
                )


_Read = tuple[str | None, str | None, ChangeKind, tuple[str, ...]]


def _changes(bare: str, subject: _Subject, document: Document, words: Words) -> Iterator[_Read]:
    """Read the changes of one sentence, part by part, so that a subject carries over."""
    planned = list(moves(bare, lambda name: _unit(name, document, words)))
    for move in planned:
        yield move.old, move.new, ChangeKind.FUNCTION_TRANSFER, _functions(move.what)
    for whole in _PARTS.split(bare):
        part = _around_verb(whole) if len(whole) > _LONGEST else whole
        spoken = {_SPOKEN[said] for said in _VERBS.findall(part)}
        if "rename" in spoken and (match := _RENAMED.search(part)):
            old, new = _unit(match["old"], document, words), _unit(match["new"], document, words)
            if new:
                subject.body = old or subject.body
                yield subject.body, new, ChangeKind.RENAME, ()
        elif "move" in spoken and (match := _MOVED.search(part)):
            if not any(move.new in part for move in planned):  # else it is told already
                yield from _moved(match, subject, document, words)
        elif "merge" in spoken and (match := _MERGED.search(part)):
            yield from _merged(match, document, words)
        elif "abolish" in spoken and (match := _ABOLISHED.search(part)):
            for ended in _bodies(match["olds"], document, words):
                subject.body = ended
                yield ended, None, ChangeKind.ABOLISH, ()
        elif "found" in spoken and (match := _FOUNDED.search(part)):
            for founded in _bodies(match["news"], document, words):
                yield None, founded, ChangeKind.FOUND, ()
        else:
            _note(part, subject, document, words)


def _around_verb(part: str) -> str:
    """Give what stands around the first verb of a part that is longer than any sentence."""
    verb = _VERBS.search(part)
    return part[max(0, verb.start() - _LONGEST // 2) :][:_LONGEST] if verb else ""


def _bodies(names: str, document: Document, words: Words) -> Iterator[str]:
    """Give the bodies that are abolished or founded; a system or a post is none.

    甲局和乙局 are two, 人力资源和社会保障局 is one.
    """
    for name in names.split("、"):
        halves = name.split("和")
        each = halves if all(_STRONG.search(half) for half in halves) else [name]
        for one in each:
            body = _unit(one, document, words) if _STRONG.search(one) else None
            if body:
                yield body


def _moved(
    match: re.Match[str], subject: _Subject, document: Document, words: Words
) -> Iterator[_Read]:
    new = _unit(match["new"], document, words)
    if new is None:
        return
    what = match["what"]
    holds = _HOLDS.search(what)
    if holds:
        subject.body = _unit(holds["old"], document, words) or subject.body
        what = holds["what"]
    named = _functions(what)
    if named:
        subject.functions = named
    yield subject.body, new, ChangeKind.FUNCTION_TRANSFER, subject.functions


def _merged(match: re.Match[str], document: Document, words: Words) -> Iterator[_Read]:
    new = _unit(match["new"], document, words)
    for name in re.split("[、和与]", match["olds"]):
        if new and (old := _unit(name, document, words)):
            yield old, new, ChangeKind.MERGE, ()


def _note(part: str, subject: _Subject, document: Document, words: Words) -> None:
    """由于我中心因机构改革职能变动: the sentence that follows speaks of 我中心."""
    match = re.search(r"(?:由于|因)?((?:我|本)(?:中心|局|委|办|单位|部门|厅|处))", part)
    if match:
        subject.body = _unit(match[1], document, words) or subject.body


def _functions(what: str) -> tuple[str, ...]:
    if "以外" in what:
        return ()  # all but some
    what = _THESE.sub("", what).strip("的其所有相关")
    what = re.sub("(?:等)?(?:工作|管理职能|相关)$", "", what)
    parts = (part.removeprefix("将") for part in re.split("[、和及与]", what))
    return tuple(part for part in parts if 1 < len(part) <= 20)


def _unit(name: str, document: Document, words: Words) -> str | None:
    """Give the name of a unit without what leads up to it; 我中心 is who signed."""
    bare = _LEAD.sub("", name).strip("（）()")
    if _SELF.match(bare):
        return document.issuers[0] if document.issuers else None
    return bare if is_unit(bare, words) else None


def _cause(reading: Reading, clause: str, bare: str) -> str | None:
    """Give the cause that the sentence states, or a heading above it."""
    match = _CAUSE.search(bare)
    if match:
        return match["cause"]
    headings = {c.path: c.heading or "" for c in reading.clauses}
    while clause:
        match = _CAUSE.search(headings.get(clause, ""))
        if match:
            return match["cause"]
        clause = clause.rpartition("/")[0]
    return None


def _substitutes(
    reading: Reading, amendments: Sequence[Amendment], said: Sequence[AgencyChange]
) -> Iterator[AgencyChange]:
    """将责任单位“A”修改为“B” without a word on why; one row for each clause and pair."""
    seen: set[tuple[str, str, str]] = set()
    for row in amendments:
        if row.operation is not Operation.REPLACE_AGENCY:
            continue
        old, new = str(row.old), str(row.new)
        if (row.clause, old, new) in seen or any(_explains(change, old, new) for change in said):
            continue
        seen.add((row.clause, old, new))
        cause = _cause(reading, row.clause, reading.source.at(row.spans[0]))
        yield AgencyChange(
            row.clause, old, new, ChangeKind.SUBSTITUTE, (), cause, row.spans,
            "agency-change.substitute",
        )  # fmt: skip


def _explains(change: AgencyChange, old: str, new: str) -> bool:
    """Say whether a change that the text states is the reason for a substitution."""
    return _same(change.old, old) and _same(change.new, new)


def _same(full: str | None, short: str) -> bool:
    """阳泉市中小企业发展中心 and 市中小企业发展中心 are one unit."""
    return full is not None and (full == short or full.endswith(short.lstrip("省市区县")))
