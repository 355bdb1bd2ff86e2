"""One atomic change: what a verb does to the words and places before and behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.extract.amendments.locators import Locator, quoted_locator, stated_locators
from policygraph.extract.amendments.places import added_places, paired, renumbered
from policygraph.extract.amendments.quotes import HOLE, Sentence, together
from policygraph.extract.reading import Mention
from policygraph.model.facts import Operation
from policygraph.model.quick import quickly_made
from policygraph.model.source import Span

WHOLE = expression(r"条目|该条|该项|本条|全文|全部内容|内容|整条")
_INSIDE = expression(
    f"{HOLE}(?:条目?)?(?:中|里)的?$|第[^{HOLE}]{{1,12}}(?:中|里)的?$"
    f"|{HOLE}(?:一词|字样)?(?:之?[前后]|[前后]面)的?$"  # 删去“甲”后的“乙”
)
# 第七条中删去责任单位“甲”: part of the place is struck, and never all of it
_PART = expression(f"(?:其中的?|[^，。；{HOLE}]{{2,8}}(?:单位|部门))?[:：]?{HOLE}")
_AMONG = expression("[中里内][，,]?$")
_JOINED = expression("[、，,]?(?:和|及|以及|或)?")  # between texts that one verb is said of
# less than a place
_LESS = expression(
    "第[一二三四五六七八九十]句|[首末]句|[前后]半句|[条款项]首|开头|开始部分|[前后]半部分|但书"
)
_HEADING = expression(f"{HOLE}的?(?:标题|题目)$")  # “八、甲”“九、乙”标题删除: the text stays
# 第一条责任单位修改为“甲、乙”: the units of the mark, and not the words of the clause
_UNITS_OF_MARK = expression("(?:责任|牵头|配合|主办|协办)(?:单位|部门)(?:名单)?(?:统一|相应)?$")
_NEW_UNIT = expression("[一二两三四五六七八九十][章节条款项]")
_LABEL = 24  # characters in which the number of an article stands
_REACH = 200  # characters behind 增加一条 in which its number is looked for


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


@quickly_made
@dataclass(frozen=True, slots=True)
class Change:
    """One change to one place; ``said`` holds the words that name what is changed."""

    operation: Operation
    locator: Locator | None
    old: Mention | None
    new: Mention | None
    span: Span
    said: str = ""  # the words that name what is changed


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
    if words.plain and len(words.behind) > 1:  # “甲。”“乙。”修改为：“丙。”“丁。”
        new = sentence.joined(words.end, len(sentence.words))[:1]
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
        yield from each(Operation.REPLACE_CLAUSE, targets, [], new, sentence)


def _is_heading(text: Mention) -> bool:
    """Say whether a text is a heading with its number: “八、渔港的设施”."""
    return "。" not in text.as_written and quoted_locator(text.as_written) is not None


def _said_of(words: Words) -> list[Mention]:
    """Give the texts that a verb is said of: “甲”“乙”修改为…; in “…甲”中的“乙” the last alone.

    Paragraphs that are quoted one by one (“甲。”“乙。”) are one text.
    """
    *before, last = words.plain
    texts = [last]
    for piece in words.head.split(HOLE)[-2:0:-1]:
        if not before or not _JOINED.fullmatch(piece):
            break
        text = before.pop()
        if not piece and text.as_written.endswith("。"):
            text = together([text, texts.pop(0)])
        texts.insert(0, text)
    return texts


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
            Mention(place.as_written, (span,)), Mention(now, (span,)), span,
        )
        for place, now in found
    ]  # fmt: skip


def added(words: Words, targets: list[Locator | None], agency: bool) -> Iterator[Change]:
    """Read what is added: units, text, or a unit with a number of its own."""
    sentence = words.sentence
    if agency:
        for unit in words.behind:
            yield from each(Operation.ADD_AGENCY, targets, [], [unit], sentence)
        return
    rest = sentence.words[words.begin : words.end + _REACH]
    places = added_places(rest, words.named[-1:])
    new_unit = _NEW_UNIT.match(sentence.words, words.end)
    operation = Operation.ADD_CLAUSE if places or new_unit else Operation.ADD_TEXT
    if operation is Operation.ADD_TEXT and not words.behind:
        return  # 新增指标 in running text
    texts = words.behind
    if len(places) > len(texts) == 1:  # each paragraph of one quotation
        texts = _numbered(sentence.paragraphs.get(texts[0].spans[0].start, ()), places)
    if len(places) == len(texts) > 1:  # 增加两条，作为第三条、第四条：“…”“…”
        for place, text in zip(places, texts, strict=True):
            yield from each(operation, [place], [], [text], sentence)
        return
    yield from each(operation, places or targets, [], words.behind[:1], sentence)


def _numbered(paragraphs: Sequence[Mention], places: Sequence[Locator]) -> list[Mention]:
    """Give the text of each place: one paragraph, or those from one that bears its number on."""
    if len(paragraphs) == len(places):
        return [*paragraphs]
    groups: list[list[Mention]] = []
    for paragraph in paragraphs:
        if len(groups) < len(places) and _bears(paragraph, places[len(groups)]):
            groups.append([])
        if not groups:
            return []
        groups[-1].append(paragraph)
    return [together(group) for group in groups]


def _bears(paragraph: Mention, place: Locator) -> bool:
    """Say whether a paragraph begins with the number of a place: 第十二条之一, （三）."""
    begins = paragraph.as_written[:_LABEL]
    found = stated_locators(begins) if begins.startswith("第") else [quoted_locator(begins)]
    number = found[0].path if found and found[0] else ""
    return number.rpartition("/")[2] == place.path.rpartition("/")[2]


def adds_with_number(words: str, end: int) -> bool:
    """Say whether what is added bears a number of its own, wherever it goes: 作为第六条.

    Args:
        words: from where the change begins.
        end: where its verb ends in them.
    """
    return any("/" not in place.path for place in added_places(words[: end + _REACH], ()))


def each(
    operation: Operation,
    targets: Sequence[Locator | None],
    old: Sequence[Mention],
    new: Sequence[Mention],
    sentence: Sentence,
) -> Iterator[Change]:
    """Give one change for each place and each text that is there now."""
    for target in targets:
        olds: Sequence[Mention | None] = old or [None]
        for before in olds:
            yield Change(operation, target, before, new[0] if new else None, sentence.span)
