"""Items that stand one behind the other in one line, without a blank between them.

Printed forms: …如下意见。一、总体要求（一）指导思想坚持…。（二）基本原则1.坚持…。2.坚持…。
…。（责任单位：市财政局）（三）坚持…。
A label inside a line is believed where a sentence ends before it, or the bracket that stands
behind a sentence, or a heading right behind another label (in a line that begins with an item of
its style also behind a ；), and where the number before or behind its own stands in the line too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.model.structure import Label
from policygraph.text.brackets import top_level
from policygraph.text.labels import level, match_label, ordinal

_FIRST = (
    r"[（(]?\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s?(?:[、.．）)]|(?=[\u4e00-\u9fff]))"
    r"|第[一二三四五六七八九十\d]"
)
# each begins with a literal, so that the search is fast
_AT_STOPS = tuple(
    (stop, expression(rf"{stop}(?=[（(\s第\d一二三四五六七八九十])(?={_FIRST})"))
    for stop in "。！:："
)
# 。（市财政局负责）（二）: a bracket behind a sentence, and no reference to （一）（二）
_AT_BRACKET = expression(
    r"[（(〔](?<=[。；].)(?:[^（）()〔〕\n]|[（(〔][^（）()〔〕\n]{0,40}[）)〕]){4,300}[）)〕]"
    rf"(?=[（(第一二三四五六七八九十\d])(?={_FIRST})"
)
# 责任单位：市财政局，各区政府（二）: the units of a mark without brackets, up to the next label
_AT_UNITS = expression(
    r"(?:单位|部门)[:：][^。:：；\n]{2,240}?"
    r"(?=[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．](?!\d))"
)
# 修改为：“甲。”二、
_AT_QUOTE = expression("。”(?=[一二三四五六七八九十]{1,3}、)")
# （1）甲；（2）乙: behind a ； only where the line begins with an item of that style
_AT_SEMICOLON = expression(rf"[；;](?=\s?[（(])(?=\s?{_FIRST})")
_ARTICLE = expression(r"(?<!^)(?=第[一二三四五六七八九十百\d]{1,5}条[ \u3000])")
_BEHIND_HEADING = expression(
    r"[\s\u3000]*(?:[\u4e00-\u9fff、，“”+]|（[\u4e00-\u9fff]{1,6}）){2,40}?[\s\u3000]*"
    r"(?=[（(][一二三四五六七八九十]{1,3}[）)]|[1１][.．、](?!\d)|\d{1,2}\.1(?:\.1)?(?!\d)"
    r"|\d{1,2}[.．](?![\d年月]))"
)
_ONE_OF = expression(r"[\s\u3000]\d{1,2}(?:\.\d{1,2})?\.1")
_BEHIND_BRACKET = expression(rf"(?=[（(第一二三四五六七八九十\d])(?={_FIRST})")
_CLOSING = "）)〕"
_MARK = expression("(?:责任|牵头|配合|落实)(?:单位|部门)|负责[）)〕]$|分工")
_PLAIN = ("cn-comma", "cn-paren", "ar-dot", "ar-comma", "ar-paren", "decimal", "article")
# 二、甲（六）乙; 二、甲5.乙; （二）甲9.乙: items whose numbers run on
_RUNS_ON = {("cn-comma", "cn-paren"), ("cn-comma", "ar-dot"), ("cn-paren", "ar-dot")}
_IN_BRACKETS = ("cn-paren", "ar-paren")
_SEMICOLONS = (";", "；")
_BEHIND_SENTENCE = ("。（", "。(", "。〔", "；（")
_LISTS = (":", "：")
_MOST = 400  # labels of one line
_DEPTH = 3  # headings that follow each other


class _Seen(NamedTuple):
    """What looks like a label, the label whose heading stands right before it.

    A mark (责任单位：…) closes an item: what looks like a label behind its bracket is one.
    """

    label: Label
    outer: Label | None
    behind_mark: bool = False


def inline_cuts(text: str, span: Span) -> list[int]:
    """Give where items begin inside the line ``span``, ascending; not where the line begins."""
    seen = list(_labels(text, span))
    if len(seen) <= 1 and not any(one.behind_mark for one in seen):
        return []
    first: dict[tuple[str, int], int] = {}
    last: dict[tuple[str, int], int] = {}
    for label, _, _ in seen:
        first.setdefault((level(label), ordinal(label)), label.span.start)
        last[level(label), ordinal(label)] = label.span.start
    believed: set[int] = set()
    for label, outer, behind_mark in reversed(seen):
        name, number, place = level(label), ordinal(label), label.span.start
        before = first.get((name, number - 1), place) < place
        behind = last.get((name, number + 1), place) > place
        if before or behind or behind_mark or place in believed:
            believed.add(place)
            if outer:
                believed.add(outer.span.start)
    for label, outer, _ in seen:
        if outer and outer.span.start in believed:
            believed.add(label.span.start)
    return sorted(cut for cut in believed if cut > span.start)


def decimal_cut(text: str, span: Span) -> list[int]:
    """Give where 1.1 begins behind a heading in its line: 1、总则 1.1 编制目的 …."""
    if not text[span.start].isdigit() or not _ONE_OF.search(text, *span):
        return []
    first = match_label(text, *span)
    inner = next(_behind(text, span, first), None) if first else None
    if first is None or inner is None or inner.label.style != "decimal":
        return []
    extends = inner.label.number == f"{first.number}.1"
    return [inner.label.span.start] if extends else []


def _labels(text: str, span: Span) -> Iterator[_Seen]:
    """Give what looks like a label: at the start, behind a stop, behind a heading with a label."""
    line = text[span.start : span.end]
    stops = _stops(text, span, line)
    goes_on = line[0] in "（( \u3000" and "；" in line
    first = match_label(text, *span) if stops or goes_on else None
    if first and first.style in _IN_BRACKETS:
        more = _AT_SEMICOLON.finditer(text, *span)
        stops = sorted([*stops, *more], key=re.Match.end)
    if first:
        yield _Seen(first, None)
        yield from _behind(text, span, first)
    found = [(stop, match_label(text, stop.end(), span.end)) for stop in stops[:_MOST]]
    outside = top_level(line) if any(label for _, label in found) else []
    for stop, label in found:
        if label is None or not outside[_place(stop) - span.start]:
            continue
        if _begins_item(stop.group(), label, first):
            yield _Seen(label, None, _closes_item(stop.group()))
            yield from _behind(text, span, label)


def _stops(text: str, span: Span, line: str) -> list[re.Match[str]]:
    """Give what a label may stand behind, in the order of the line.

    What a line must hold for one is looked for first: most lines hold none.
    """
    stops = [at for stop, sign in _AT_STOPS if stop in line for at in sign.finditer(text, *span)]
    stops.sort(key=re.Match.start)
    others = (
        (_has_bracket(text, line, span), _AT_BRACKET),
        ("单位：" in line or "单位:" in line, _AT_UNITS),
        ("”" in line and "。”" in line, _AT_QUOTE),
        ("条 " in line or "条\u3000" in line, _ARTICLE),
    )
    for holds, sign in others:
        if holds:
            stops = sorted([*stops, *sign.finditer(text, *span)], key=re.Match.end)
    return stops


def _place(stop: re.Match[str]) -> int:
    """Give the character of a stop that has to stand outside all brackets and quotations."""
    if stop.group() == "。”":
        return stop.end()
    return stop.start() - (stop.end() - stop.start() > 1)  # the stop before a bracket


def _begins_item(stop: str, label: Label, first: Label | None) -> bool:
    """Say whether a label behind a stop begins an item, and is no number of something else."""
    if label.style not in _PLAIN or (stop in _LISTS and ordinal(label) != 1):
        return False
    return stop not in _SEMICOLONS or (first is not None and label.style == first.style)


def _has_bracket(text: str, line: str, span: Span) -> bool:
    """Say whether a bracket opens behind a sentence, and what begins as a label stands behind one.

    To look at each closing bracket is cheaper than to read each bracket to its end.
    """
    if not any(mark in line for mark in _CLOSING):
        return False  # the common case
    opens = [place for open_ in _BEHIND_SENTENCE if (place := line.find(open_)) >= 0]
    if not opens:
        return False
    for mark in _CLOSING:
        closing = text.find(mark, span.start + min(opens), span.end)
        while closing >= 0:
            if _BEHIND_BRACKET.match(text, closing + 1, span.end):
                return True
            closing = text.find(mark, closing + 1, span.end)
    return False


def _closes_item(stop: str) -> bool:
    return len(stop) > 1 and bool(_MARK.search(stop))


def _behind(text: str, span: Span, label: Label) -> Iterator[_Seen]:
    """Give the first label of the next level where only a heading stands between: 一、甲（一）."""
    for _ in range(_DEPTH):
        heading = _BEHIND_HEADING.match(text, label.span.end, span.end)
        inner = match_label(text, heading.end(), span.end) if heading else None
        if inner is None or level(inner) == level(label):
            return
        runs_on = (label.style, inner.style) in _RUNS_ON
        if ordinal(inner) != 1 and not runs_on:
            return
        yield _Seen(inner, label)
        label = inner
