"""Marks: what a bracket, a label line or a table cell says of who is responsible.

Printed forms: 责任单位：A、B; A、B负责; A牵头，B配合; 牵头单位：A；配合单位：B;
A、B等按职责分工负责; A会同B负责; 责任单位：A（牵头）、B.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.bodies.bracket_roles import bracket_role
from policygraph.extract.bodies.mark_labels import are_spread, label_of
from policygraph.extract.bodies.units import split_units
from policygraph.extract.reading import Mention
from policygraph.model.facts import Role
from policygraph.model.quick import quick_tuple
from policygraph.model.source import Span, span_of
from policygraph.registry.words import Words, factored
from policygraph.text.brackets import outside

SPEAKS = expression("负责(?!人[）)]*$)|责任单位|责任部门|牵头")
_TOGETHER = expression(
    "会(?:同|(?<=[局厅部院室署]会)(?=相关|有关|各))|(?<![省市县区国])联合(?![会社国体“]|执法|惩戒)|商(?=[省市县区国])"
)
# 技工院校内由甲负责: where a unit is in charge stands before it
_WHERE = expression(r"[^，、；。：:（）()]{2,16}?(?<![自理缘经事])由(?![于此来])")
_PART_END = expression(r"[；;]|[，,\s](?=\s*[\u4e00-\u9fff]{2,8}\s*[:：])")
_CUT = expression("[；;：:]")  # one of which a piece holds that is cut
# what a mark says besides its units: by when, and which rule holds for what follows
_ASIDE = expression(
    r"\s*(?:于|在|力争|确保|并|按|需)?(?:[^，。；、]{0,12}\d[^，。；、]{0,12}|[^，。；、]{0,8}年?底?前?)"
    r"(?:前|底|完成|到位|完毕|持续推进|长期坚持)\s*$|\s*(?:长期(?:坚持)?|持续推进|立即|即时)\s*$"
)
_ASIDE_ENDS = frozenset("前底成位毕进持期坚即时")
_STOP = expression("。")
_PAUSE = expression("[，,；;、]")
_KEY = expression(r"\s*[\u4e00-\u9fff]{2,8}\s*[:：]")
_ORDER = expression(
    r"[，,；;（(]?\s*(?:第一(?:责任)?(?:单位|部门)(?:均)?为|逗号之?前(?:面)?的?(?:单位|部门)?(?:均)?为牵头)"
)
_RULES = expression("[下位首不]")  # one of which each rule holds
_RULE = expression(
    r"^\s*以下|第一位|首位|列首|下同[）)〉>]?$|不再(?:单列|(?:单独|一一|逐一)?列出|重复|另列)|不另列"
)
_OPENED = expression(r"[（(〔〈<](?P<said>[^（）()〔〕〈〉<>]{0,80})$")
_TAKES_IN = ("含", "包括", "不含")
# 按照各自职责分别负责: what may stand before the verb of a role
_BY_DUTY = (
    r"(?:(?:按照?|根据|依据?|依照)\s?(?:各自|部门|单位|相关)?(?:的?工作)?"
    r"\s?(?:(?:职\s?[责能权]|权\s?限|分\s?工)\s?){1,3})?(?:分别|共同|各自|抓好|做好)?"
)
_NO_ROLE = "需须应可免再"  # 单身无需提供, 可不再提供


class MarkedUnit(NamedTuple):
    """A unit in a mark, and its role."""

    unit: Mention
    role: Role


_marked_of = quick_tuple(MarkedUnit)


class Mark(NamedTuple):
    """A mark, read.

    Attributes:
        units: its units in the order printed.
        rejected: pieces that are no units.
    """

    units: tuple[MarkedUnit, ...]
    rejected: tuple[Span, ...]


@lru_cache(maxsize=8)
def _verb_end(words: Words) -> re.Pattern[str]:
    verbs = factored(words.role_verbs, r"\s?")  # 牵 头, also over the end of a line
    return re.compile(rf"{_BY_DUTY}(?<![{_NO_ROLE}])(?<!需要)(?P<verb>{verbs})(?:等)?\s*$")


@lru_cache(maxsize=8)
def _verb_ends(words: Words) -> tuple[str, ...]:
    """Give the characters in which the verbs of roles end, and those with 等 behind."""
    last = sorted({verb[-1] for verb in words.role_verbs})
    return (*last, *(f"{char}等" for char in last))


def _role_verb(piece: str, words: Words) -> re.Match[str] | None:
    """Find the verb of a role in which a piece ends; few end in the character of one."""
    if not piece.rstrip().endswith(_verb_ends(words)):
        return None
    return _verb_end(words).search(piece)


def is_mark(text: str, span: Span, words: Words) -> bool:
    """Say whether ``text[span]`` reads as a mark: a label in front, or a role behind units."""
    first = next(_sentences(text, span), span)
    inner = text[first.start : first.end]
    if label_of(words, spread=are_spread(inner, words)).search(inner):
        return True
    parts = [part for part in re.split("[；;]", inner) if part.strip()]
    if not parts or _role_verb(parts[0], words):
        return bool(parts)
    *units, last = re.split("[，,]", parts[0])
    asides = _is_aside(last) or bool(_RULE.search(last))
    return asides and any(_role_verb(piece, words) for piece in units)


def read_mark(text: str, span: Span, words: Words, role: Role | None = None) -> Mark:
    """Read the units of a mark with their roles.

    Args:
        text: the document.
        span: the mark without its brackets.
        words: the word tables.
        role: role of units that no label or verb gives one; None: such units are rejected.
    """
    units: list[MarkedUnit] = []
    rejected: list[Span] = []
    for sentence in _sentences(text, span):
        for part, given in _labelled(text, _before_order(text, sentence), words):
            units_only = _without_rule(text, part)
            if units_only is None:
                continue  # a rule that reaches other clauses is read elsewhere
            found, odd = _verbed(text, units_only, words, given or role)
            units.extend(found)
            rejected.extend(odd)
    return Mark(tuple(units), tuple(rejected))


def _before_order(text: str, sentence: Span) -> Span:
    """Leave out the rule 第一责任单位为牵头单位，下同, whose words are no labels."""
    if text.find("第一", *sentence) < 0 and text.find("逗号", *sentence) < 0:
        return sentence  # the common case
    rule = _ORDER.search(text, *sentence)
    return span_of((sentence.start, rule.start())) if rule else sentence


def _without_rule(text: str, part: Span) -> Span | None:
    """Give the units before a rule (A、B，列第一位的为牵头单位，下同); None for a rule alone."""
    if not _RULES.search(text, *part):
        return part  # the common case
    begin = part.start
    for piece in re.split("([，,])", text[part.start : part.end]):
        rule = _RULE.search(piece)
        if rule:
            opened = _OPENED.search(text, max(part.start, begin - 80), begin + rule.start())
            if opened and opened["said"].startswith(_TAKES_IN):
                begin += len(piece)
                continue  # 各区政府（含开发区，下同）: whom the name takes in
            end = opened.start() if opened else begin  # A、B（第一责任单位为牵头单位，下同）
            return span_of((part.start, end)) if end > part.start else None
        begin += len(piece)
    return part


def _sentences(text: str, span: Span) -> Iterator[Span]:
    begin, end = span
    start = begin
    for index in outside(text[begin:end], _STOP):
        yield span_of((start, begin + index))
        start = begin + index + 1
    if start < end:
        yield span_of((start, end)) if start > begin else span


def _labelled(text: str, span: Span, words: Words) -> Iterator[tuple[Span, Role | None]]:
    """Cut a sentence at its labels; keys that are no roles (适用范围：…) are passed over."""
    begin, last = span
    inner = text[begin:last]
    matches = list(label_of(words, spread=are_spread(inner, words)).finditer(inner))
    first = begin + matches[0].start() if matches else last
    for part in _semicolons(text, begin, first) if first > begin else ():
        yield part, None
    for index, match in enumerate(matches):
        end = begin + matches[index + 1].start() if index + 1 < len(matches) else last
        role = Role(words.role_labels["".join((match["label"] or match["bare"]).split())])
        for part in _semicolons(text, begin + match.end(), end):
            yield part, role


def _semicolons(text: str, begin: int, last: int) -> Iterator[Span]:
    inner = text[begin:last]
    if _CUT.search(inner) is None:
        if inner.strip():
            yield span_of((begin, last))  # the common case
        return
    start = begin
    for end in [*(begin + match.start() for match in _PART_END.finditer(inner)), last]:
        if (words := text[start:end]).strip() and not _KEY.match(words):
            yield span_of((start, end))
        start = end + 1


def _verbed(
    text: str, span: Span, words: Words, default: Role | None
) -> tuple[list[MarkedUnit], list[Span]]:
    """Read groups of units that end in a verb: A牵头，B、C配合."""
    units: list[MarkedUnit] = []
    rejected: list[Span] = []
    led = False
    for group, verb in _groups(text, span, words):
        role = Role(words.role_verbs[verb]) if verb else default
        if role is None and led:
            role = Role.SUPPORT  # named behind a lead without a verb of their own
        led = led or role is Role.LEAD
        for part, part_role in _together(text, group, role):
            listed = split_units(text, part, words)
            rejected.extend(listed.rejected)
            if part_role is None:
                rejected.extend(span_of((u.spans[0].start, u.spans[-1].end)) for u in listed.units)
                continue
            for unit in listed.units:
                bare, own = bracket_role(text, unit, words.role_verbs)
                units.append(_marked_of((bare, Role(own) if own else part_role)))
    return units, rejected


def _groups(text: str, span: Span, words: Words) -> Iterator[tuple[Span, str]]:
    begin, last = span
    inner = text[begin:last]
    start = piece = 0
    for index in (*outside(inner, _PAUSE), len(inner)):
        said = inner[piece:index]
        match = _role_verb(said, words)
        if match is None and _is_aside(said):
            if inner[start:piece].strip("，,、；; \n"):
                yield span_of((begin + start, begin + piece - 1)), ""
            start = index + 1
        elif match:
            end = piece + match.start()
            yield span_of((begin + start, begin + end)), "".join(match["verb"].split())
            start = index + 1
        piece = index + 1
    if inner[start:].strip("，,、；; \n"):
        yield span_of((begin + start, last)), ""


def _is_aside(said: str) -> bool:
    return said.rstrip()[-1:] in _ASIDE_ENDS and _ASIDE.match(said) is not None


def _together(text: str, span: Span, role: Role | None) -> Iterator[tuple[Span, Role | None]]:
    """A会同B负责: A has the role, B supports."""
    begin, end = span
    inner = text[begin:end]
    where = _WHERE.match(inner) if "由" in inner else None
    lead = where.end() if where else len(inner) - len(inner.lstrip(" \n由"))
    match = _TOGETHER.search(inner)
    yield span_of((begin + lead, begin + match.start() if match else end)), role
    if match:
        yield span_of((begin + match.end(), end)), Role.SUPPORT
