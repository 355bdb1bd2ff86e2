"""One atomic change: what a verb does to the words and places before and behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.amendments.locators import Locator, quoted_locator, stated_locators
from policygraph.extract.amendments.places import added_places, paired, renumbered
from policygraph.extract.amendments.quotes import HOLE, Sentence, together
from policygraph.extract.amendments.sides import mark_at_end, mark_of
from policygraph.extract.reading import Mention
from policygraph.model.facts import Operation
from policygraph.model.new_places import Beside, NewPlace
from policygraph.model.quick import quickly_made
from policygraph.model.source import Span

WHOLE = expression(r"条目|该条|该项|本条|全文|全部内容|内容|整条")
_INSIDE = expression(
    f"{HOLE}(?:条目?)?(?:中|里)的?$|第[^{HOLE}]{{1,12}}(?:中|里)的?$"
    f"|{HOLE}(?:一词|字样)?(?:之?[前后]|[前后]面)的?$"  # 删去“甲”后的“乙”
)
# 第七条中删去责任单位“甲”: part of the place is struck, and never all of it
_PART = expression(f"(?:其中的?|[^，,。；{HOLE}]{{2,8}}(?:单位|部门))?[:：]?{HOLE}")
_AMONG = expression("[中里内][，,]?$")
_JOINED = expression("[、，,]?(?:和|及|以及|或)?")  # between texts that one verb is said of
# less than a place
_LESS = expression(
    "第[一二三四五六七八九十]句|[首末]句|[前后]半句|[条款项]首|开头|开始部分|[前后]半部分|但书"
)
_HEADING = expression(f"{HOLE}的?(?:标题|题目)$")  # “八、甲”“九、乙”标题删除: the text stays
# 第一条责任单位修改为“甲、乙”: the units of the mark, and not the words of the clause
_UNITS_OF_MARK = expression("(?:责任|牵头|配合|主办|协办)(?:单位|部门)(?:名单)?(?:统一|相应)?$")
_AGENCIES = (Operation.REPLACE_AGENCY, Operation.REMOVE_AGENCY, Operation.ADD_AGENCY)
REACH = 200  # characters behind 增加一条 in which its number is looked for


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a verb.

    Attributes:
        head: from the last change to the verb.
        plain: quoted strings in the head that are no locators.
        places: those that are.
        behind: quoted strings behind the verb.
        located: the head names a place.
        named: the places that the head names, or that were named last.
        begin: where the words of this change begin in the sentence.
        end: where the verb ends in the sentence.
    """

    sentence: Sentence
    head: str
    plain: list[Mention]
    places: list[Mention]
    behind: list[Mention]
    located: bool
    named: tuple[Locator, ...]
    begin: int
    end: int


class Placed(NamedTuple):
    """Where words come, and in which mark: fields of a change that most verbs leave open."""

    beside: Beside | None = None
    new_place: NewPlace | None = None
    mark: str | None = None


_OPEN = Placed()


@quickly_made
@dataclass(frozen=True, slots=True)
class Change:
    """One atomic change to one place.

    Attributes:
        operation: what is done.
        locator: the place.
        old: words that go; without spans where they are the number of a unit.
        new: words that come; likewise.
        span: its sentence.
        said: the words that name what is changed.
        beside: what new text goes beside.
        new_place: the place that the unit has afterwards.
        mark: label of the mark in which units change.
        rule: the rule that read it; empty for the one named after the operation.
    """

    operation: Operation
    locator: Locator | None
    old: Mention | None
    new: Mention | None
    span: Span
    said: str = ""
    beside: Beside | None = None
    new_place: NewPlace | None = None
    mark: str | None = None
    rule: str = ""


def deleted(words: Words, targets: list[Locator | None], agency: bool) -> Iterator[Change]:
    """Read what is struck: units, quoted text, or whole places."""
    sentence = words.sentence
    if words.places and not words.plain and _HEADING.search(words.head):
        for target, heading in zip(targets, words.places, strict=False):
            yield from each(Operation.DELETE_TEXT, [target], [heading], [], sentence)
    elif words.plain and agency:
        yield from each(Operation.REMOVE_AGENCY, targets, words.plain, [], sentence)
    elif words.plain:
        if pairs := paired(words.head, words.named, words.plain):
            for place, text in pairs:
                yield from each(Operation.DELETE_TEXT, [place], [text], [], sentence)
            return
        inside = _INSIDE.search(words.head[: words.head.rfind(HOLE)])
        texts = words.plain[-1:] if inside else words.plain
        yield from each(Operation.DELETE_TEXT, targets, texts, [], sentence)
    elif words.behind and _PART.match(sentence.words, words.end):
        # 第七条删去“甲”: the place stands before the verb, the text behind it
        operation = Operation.REMOVE_AGENCY if agency else Operation.DELETE_TEXT
        yield from each(operation, targets, words.behind, [], sentence)
    elif _AMONG.search(words.head):
        return
    elif (words.located or WHOLE.search(words.head)) and not _LESS.search(words.head):
        for target in targets:
            annex = target is not None and re.fullmatch(r"annex\d+", target.path)
            operation = Operation.DELETE_ANNEX if annex else Operation.DELETE_CLAUSE
            yield Change(operation, target, None, None, sentence.span)


def replaced(words: Words, targets: list[Locator | None], agency: bool) -> Iterator[Change]:
    """Read what stands in the place of something else: a number, words, a unit, a whole place."""
    sentence, new = words.sentence, words.behind[:1]
    one_place = len(targets) == 1 and "分为" not in sentence.words[: words.end]
    if len(words.behind) > 1 and (words.plain or one_place):  # 修改为：“丙。”“丁。”
        new = [text] if (text := sentence.first_text(words.end)) else []
    if not words.plain and (moves := _renumbered(words)):
        yield from moves
        if words.places or not new:
            return
    if new and words.plain:
        operation = Operation.REPLACE_AGENCY if agency else Operation.REPLACE_TEXT
        if words.head.endswith("分别") and len(words.plain) == len(words.behind):
            for before, after in zip(words.plain, words.behind, strict=True):
                yield from each(operation, targets, [before], [after], sentence)
            return
        if pairs := paired(words.head, words.named, words.plain):
            for place, text in pairs:
                yield from each(operation, [place], [text], new, sentence)
            return
        yield from each(operation, targets, _said_of(words), new, sentence)
    elif new and targets != [None] and _UNITS_OF_MARK.search(words.head):
        yield from each(Operation.REPLACE_AGENCY, targets, [], new, sentence)
    elif new and words.head.endswith(HOLE) and words.places and _is_heading(new[0]):
        yield from each(Operation.REPLACE_TEXT, targets[-1:], words.places[-1:], new, sentence)
    elif new and (targets != [None] or WHOLE.search(words.head)) and not _LESS.search(words.head):
        placed = Placed(None, _merged(words, targets), mark_at_end(words.head))
        yield from each(Operation.REPLACE_CLAUSE, targets, [], new, sentence, placed)


def _merged(words: Words, targets: Sequence[Locator | None]) -> NewPlace | None:
    """Give the place that several become together: 合并，作为第三条; else the first of them."""
    said = words.sentence.words.partition(HOLE)[0][-REACH:]
    if len(targets) < 2 or "合并" not in said:
        return None
    named = added_places(said, words.named[-1:])
    place = named[0] if len(named) == 1 else targets[0]
    return NewPlace(place.path, place.as_written) if place else None


def said_with(change: Change, said: str, around: str) -> Change:
    """Give a change with the words that name what is changed, and the mark of its units.

    Args:
        change: as a verb tells it.
        said: the words before the verb, or around one that strikes.
        around: all words that are said of this change alone.
    """
    mark = mark_of(around) if change.operation in _AGENCIES else change.mark
    return replace(change, said=said, mark=mark)


def _is_heading(text: Mention) -> bool:
    """Say whether a text is a heading with its number: “八、渔港的设施”."""
    return "。" not in text.as_written and quoted_locator(text.as_written) is not None


def _said_of(words: Words) -> list[Mention]:
    """Give the texts that a verb is said of: “甲”“乙”修改为…; in “…甲”中的“乙” the last alone.

    Paragraphs that are quoted one by one (“甲。”“乙。”) are one text.
    """
    *before, last = words.plain
    texts = [[last]]  # from the last to the first, and so the paragraphs of each
    for piece in words.head.split(HOLE)[-2:0:-1]:
        if not before or not _JOINED.fullmatch(piece):
            break
        text = before.pop()
        if not piece and text.as_written.endswith("。"):
            texts[-1].append(text)
        else:
            texts.append([text])
    return [together(text[::-1]) for text in reversed(texts)]


def _renumbered(words: Words) -> list[Change]:
    """将第五条修改为第十条, “第八条”调整为“第七条”: the number of the place is what changes."""
    span = words.sentence.span
    if words.places and words.behind:
        old = words.places[-1].as_written
        found = renumbered(old, stated_locators(old), words.behind[0].as_written)
    elif words.located and not words.places:
        found = renumbered(words.head, words.named, words.sentence.words[words.end :])
    else:
        found = []
    return [
        Change(
            Operation.REPLACE_TEXT, place,
            Mention(place.as_written, ()), Mention(now.as_written, ()), span,
            new_place=NewPlace(now.path, now.as_written),
        )
        for place, now in found
    ]  # fmt: skip


def each(
    operation: Operation,
    targets: Sequence[Locator | None],
    old: Sequence[Mention],
    new: Sequence[Mention],
    sentence: Sentence,
    placed: Placed = _OPEN,
) -> Iterator[Change]:
    """Give one change for each place and each text that is there now."""
    put, span = new[0] if new else None, sentence.span
    for target in targets:
        olds: Sequence[Mention | None] = old or [None]
        for before in olds:
            yield Change(operation, target, before, put, span, "", *placed)
