"""Agency changes: what a text says became of a unit, or whose name it puts in another's place.

Renamed (更名为), functions moved (职能划转至), merged, abolished, founded are facts about units. A
bare 修改为 is none: it only writes another unit's name, and is kept apart as ``substitute``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.extract.agency_changes.causes import cause_of
from policygraph.extract.agency_changes.ends import abolished, ended, redivided
from policygraph.extract.agency_changes.founded import founded, founding, listed
from policygraph.extract.agency_changes.history import first_name, next_name
from policygraph.extract.agency_changes.merges import merges
from policygraph.extract.agency_changes.moves import TO, moves, unmarked
from policygraph.extract.agency_changes.names import OWN_KINDS, Names, is_strong, is_unreal
from policygraph.extract.agency_changes.receipts import receipts
from policygraph.extract.agency_changes.splits import splits
from policygraph.extract.agency_changes.standing import laid_down, restyled, set_up
from policygraph.extract.agency_changes.verbs import NOTED, SPOKEN, TELLS, VERBS
from policygraph.extract.reading import Reading, holds_one
from policygraph.model.facts import (
    AgencyChange,
    Amendment,
    ChangeKind,
    Document,
    Operation,
)
from policygraph.model.finding import Finding
from policygraph.model.source import span_of
from policygraph.model.structure import BlockKind

_NAME = r"[\u4e00-\u9fff（）()]{2,40}?"
_END = r"(?=[，。；、,;]|$)"
_RENAMED = expression(
    rf"(?:已)?(?:由|将|原)?(?P<old>{_NAME})(?:已)?(?:正式)?"
    rf"(?:(?:更名|改名|改称)(?:为|成)|(?P<strong>改组为|重组为|改建为|改设为|调整组建为|升格为|改为))(?P<new>{_NAME}){_END}"
)
_MAY_RENAME = expression("(?:[名称组建设格改]为|[名称]成)[\u4e00-\u9fff（）()]{2}")
_MOVED = expression(
    r"(?P<what>[\u4e00-\u9fff“”、]{0,40}?)(?:(?:工作)?(?:职能|职责|职权)|(?<=管理|监管|监督|审批|服务|执法)工作)(?:已|全部|统一|整体|一并)*"
    rf"(?:(?:{TO}|(?:划转|移交)[由入])|(?P<by>由))(?P<new>{_NAME})"
    rf"(?:(?P<does>承担|负责|行使|履行)|{_END})"
)
_APPROVED = expression("同意|批准|批复|决定")
_NOT_SO = expression(
    "(?:不得|不准|严禁|禁止|未经|拟|是否|如需|确需|可以|建议|能否|申请)[^，]{0,10}$"
)
_HOLDS = expression(
    rf"(?P<old>{_NAME})(?:原?(?:承担|负责|履行))?的(?P<what>[\u4e00-\u9fff、]{{2,40}})$"
)
_HELD_ALL = expression("(?:原?(?:承担|负责|履行))?的$")  # 原县旅游局承担的职责
_THESE = expression(r"(?:此|上述|该|这)(?:[一二两三四五六七八九十]+)?(?:项|些)?(?:工作|任务|职能)?")
_NOT_READ = frozenset((BlockKind.QUOTED, BlockKind.TABLE, BlockKind.TITLE, BlockKind.FURNITURE))
_ENDS = expression("(?:撤销|取消).{2,40}(?:局|办|委|办公室|委员会)$")
_OURSELVES = expression(f"[我本](?:{OWN_KINDS})")
_LONGEST = 200  # characters of a part of a sentence
_SENTENCE = expression("[^。；\\n]+")


@dataclass(slots=True)
class _Subject:
    """What the sentences so far speak of.

    ``ended``: a body that this one abolishes; ``founded``: the one that the last one founds;
    ``own``: the body whose duties the document lays down; ``called``: the name last told of one.
    """

    body: str | None = None
    ended: str | None = None
    founded: str | None = None
    own: str | None = None
    called: str | None = None
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
    names = Names(document, reading.registry.words)
    subject = _Subject(own=names.own(document.title or ""))
    text = reading.source.text
    noted = [match.start() for match in NOTED.finditer(text)]
    for block in reading.blocks:
        if block.kind in _NOT_READ or not holds_one(block.span, noted):
            subject.founded = None
            continue
        begin = block.label.span.end if block.label else block.span.start  # 一、 is no name
        subject.called = None
        for sentence in _SENTENCE.finditer(text, begin, block.span.end):
            span = span_of(sentence.span())
            if not (holds_one(span, noted) or _OURSELVES.search(text, *span)):
                subject.founded = None
                continue
            bare = "".join(sentence.group().split())
            changes = list(_changes(bare, subject, names))
            clause = reading.clause_at(span.start) if changes else ""
            cause = cause_of(reading, clause, bare) if changes else None
            for old, new, kind, functions in changes:
                yield AgencyChange(
                    clause, old, new, kind, functions, cause, (span,), "agency-change." + kind
                )


_Read = tuple[str | None, str | None, ChangeKind, tuple[str, ...]]


def _changes(bare: str, subject: _Subject, names: Names) -> Iterator[_Read]:
    """Read the changes of one sentence, part by part, so that a subject carries over."""
    subject.ended, before, subject.founded = None, subject.founded, None
    if is_unreal(bare, 0) or not (TELLS.search(bare) or _OURSELVES.search(bare)):
        return
    planned = [*moves(bare, names, before, subject.own), *receipts(bare, names)]
    for move in planned:
        yield move.old, move.new, ChangeKind.FUNCTION_TRANSFER, _functions(move.what)
    for new in {move.new: None for move in planned if move.formed}:
        yield None, new, ChangeKind.FOUND, ()
    merged = list(merges(bare, names))
    for old, new in merged:
        yield old, new, ChangeKind.MERGE, ()
    formed = {new for _, new in merged}  # 甲局、乙局合并组建丙局 tells it already
    told = {move.new for move in planned} | formed
    called = dict(restyled(bare, names))
    for old, new in called.items():
        yield old, new, ChangeKind.RENAME, ()
    for new in (*set_up(bare, names), *listed(bare, names)):
        if new not in formed:
            yield None, new, ChangeKind.FOUND, ()
    for old in redivided(bare, names):
        yield old, None, ChangeKind.ABOLISH, ()
    for old, new in splits(bare, names):
        yield old, new, ChangeKind.SPLIT, ()
    told_already = {ChangeKind.FOUND: formed, ChangeKind.RENAME: called.values()}
    for row in _by_parts(bare, subject, names, told):
        if row[1] not in told_already.get(row[2], ()):
            yield row


def _by_parts(bare: str, subject: _Subject, names: Names, told: set[str]) -> Iterator[_Read]:
    """Read what stands between two commas, and who it is said of."""
    for whole in bare.replace(",", "，").split("，"):
        part = _around_verb(whole) if len(whole) > _LONGEST else whole
        if subject.called and (new := next_name(part, names)):
            yield subject.called, new, ChangeKind.RENAME, ()
            subject.called = new
            continue
        subject.called = first_name(part, names) or subject.called
        if _ENDS.match(part):  # 其 is this body, though its name may not be read
            subject.body, subject.functions = None, ()
        spoken = {SPOKEN[said] for said in VERBS.findall(part)}
        if spoken:
            yield from _of_part(part, spoken, subject, names, told)
        else:
            _note(part, subject, names)


def _of_part(
    part: str, spoken: set[str], subject: _Subject, names: Names, told: set[str]
) -> Iterator[_Read]:
    may_rename = "rename" in spoken and _MAY_RENAME.search(part)
    if may_rename and (match := _RENAMED.search(part)) and _done(part, match):
        yield from _renamed(match, subject, names)
    elif "move" in spoken and (match := _MOVED.search(part)):
        said = is_unreal(part, match.start()) or any(new in part for new in told)
        if not said:  # else it is told already
            yield from _moved(match, subject, names)
    elif "abolish" in spoken and (match := abolished(part)) and _done(part, match):
        for old in ended(match, names, _decided_on(part, match)):
            subject.body, subject.ended, subject.functions = old, old, ()
            yield old, None, ChangeKind.ABOLISH, ()
    elif "found" in spoken and (match := founding(part)) and _done(part, match):
        merged_here = "合并" in part or "归并" in part or laid_down(part, match)
        news = () if merged_here else tuple(founded(match, names, _decided_on(part, match)))
        subject.founded = news[0] if len(news) == 1 and subject.founded is None else None
        yield from ((None, new, ChangeKind.FOUND, ()) for new in news)


def _decided_on(part: str, match: re.Match[str]) -> bool:
    verb = VERBS.search(part, match.start())
    return bool(_APPROVED.search(part, 0, verb.start() if verb else match.end()))


def _done(part: str, match: re.Match[str]) -> bool:
    """不得更名, 拟不再保留: nothing has happened."""
    verb = VERBS.search(part, match.start())
    return _NOT_SO.search(part[: verb.start() if verb else match.start()]) is None


def _around_verb(part: str) -> str:
    """Give what stands around the first verb of a part that is longer than any sentence."""
    verb = VERBS.search(part)
    return part[max(0, verb.start() - _LONGEST // 2) :][:_LONGEST] if verb else ""


def _renamed(match: re.Match[str], subject: _Subject, names: Names) -> Iterator[_Read]:
    old, new = names.unit(match["old"]), names.taker(match["new"])
    if new is None or (match["strong"] and not (_is_body(old) and is_strong(new))):
        return
    subject.body = old or subject.body
    subject.called = new
    yield subject.body, new, ChangeKind.RENAME, ()


def _moved(match: re.Match[str], subject: _Subject, names: Names) -> Iterator[_Read]:
    new, what = names.taker(match["new"]), match["what"]
    if new is None:
        return
    if match["by"] and not (match["does"] and what.endswith("其") and subject.ended):
        return  # 办公室职责由甲局承担 lays a duty on it; of a body that has ended, it moves
    giver = names.unit(_HELD_ALL.sub("", what))
    if giver and (_is_body(giver)):  # 市林业局职责划入市自然资源局: all of them
        yield giver, new, ChangeKind.FUNCTION_TRANSFER, ()
        return
    what = _held(what, subject, names)
    named = _functions(what)
    if named:
        subject.functions = named
    own = subject.own if subject.own and not subject.own.endswith(new) else None
    giver = subject.body or own
    if giver or names.is_placed(new):
        yield giver, new, ChangeKind.FUNCTION_TRANSFER, subject.functions


def _is_body(name: str | None) -> bool:
    """县扶贫办 is a body, though its name is short."""
    return is_strong(name) or (name is not None and name.endswith("办"))


def _held(what: str, subject: _Subject, names: Names) -> str:
    """Give what is moved without who held it: 市地震局（承担）的防御, 市水利局水资源调查."""
    holds = _HOLDS.search(what)
    body = names.unit(holds["old"]) if holds else None
    if holds and (body is not None or "承担" in what or "负责" in what or "履行" in what):
        subject.body = body or subject.body
        return holds["what"]
    for body, own in unmarked(what, names):
        subject.body = body
        return own
    return what


def _note(part: str, subject: _Subject, names: Names) -> None:
    """由于我中心因机构改革职能变动: the sentence that follows speaks of 我中心."""
    match = _OURSELVES.search(part)
    if match:
        subject.body = names.unit(match.group()) or subject.body


def _functions(what: str) -> tuple[str, ...]:
    if "以外" in what:
        return ()  # all but some
    what = _THESE.sub("", what).strip("的其所有相关")
    what = re.sub("(?:等)?(?:工作|管理职能|相关)$", "", what)
    parts = (part.removeprefix("将") for part in re.split("[、和与]|(?<![涉普])及", what))
    return tuple(part for part in parts if 1 < len(part) <= 20)


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
        cause = cause_of(reading, row.clause, reading.source.at(row.spans[0]))
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
