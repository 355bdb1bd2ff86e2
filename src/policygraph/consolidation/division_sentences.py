"""What sentences of a document do to chapters and sections (章, 节, 编) of another.

The reading of amendments names clauses by their numbers, and these are none of them; so they are
read here, each sentence whole or not at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.model.facts import Operation
from policygraph.text.numerals import DIGITS, in_chinese, to_int

Label = tuple[tuple[str, int], ...]  # (("chapter", 2), ("section", 1)): 第二章第一节

HOLE = "\ufffc"  # stands for a quotation
LEVELS = {"编": "part", "章": "chapter", "节": "section"}
_N = rf"[{DIGITS}十百\d]{{1,6}}"
_DIVISION = rf"第{_N}(?:编(?:的?第{_N}章)?(?:的?第{_N}节)?|章(?:的?第{_N}节)?|节)"
_SEVERAL = rf"{_DIVISION}(?:(?:[、，]|和|及|至|到){_DIVISION}){{0,20}}"
_END = "(?=[，；。]|$)"
_WHOLE = "(?:及其(?:全部|所有)?(?:内容|条款|条文)|的?(?:全部|所有)(?:内容|条款|条文)|全文)?"
_TO = "(?:修改|改|变更|调整)[为成]"
_NAME = "的?[编章节]?(?:名称?|标题|题目)"
_ORDER = (
    rf"[^，；。{HOLE}]{{0,24}}(?:顺序|序号|编号|序次)[^，；。{HOLE}]{{0,8}}(?:调整|顺延|修改|变更)"
)
_ADD = expression(
    rf"(?:[在于]?(?P<at>{_DIVISION})(?P<side>之?[后前]|[中内里])?[，,]?)?(?:增加|新增|增设|增补)"
    rf"(?:(?P<count>[一二两三四五六七八九十])个?[编章节](?:[，,]?(?:作为|即|为)(?:该[编章]|其)?(?P<new>{_SEVERAL}))?"
    rf"|(?P<direct>{_DIVISION}))(?:[，,]?[编章节]?(?:名称?|标题)为)?[:：]?(?P<holes>{HOLE}{{1,10}})"
    rf"(?:[，,]?(?:包括|由|含)第(?P<first>{_N})条(?:[至到]第(?P<last>{_N})条)?(?:组成|构成)?)?{_END}"
)
_STRIKE = expression(rf"(?:删去|删除|删掉)原?(?P<old>{_SEVERAL}){_WHOLE}{_END}")
_STRUCK = expression(rf"[将把]?原?(?P<old>{_SEVERAL}){_WHOLE}(?:予以)?(?:删去|删除|删掉){_END}")
_MOVE = expression(
    rf"[将把]?原?(?P<old>{_SEVERAL})(?:分别|依次|相应)?(?:{_TO}|顺延为|作为)(?P<new>{_SEVERAL}){_END}"
)
_HEADING = expression(
    rf"[将把]?原?(?P<place>{_DIVISION})?(?P<name>其?{_NAME})(?:中的?|由)?(?P<old>{HOLE})?(?:相应)?{_TO}[:：]?{HOLE}{_END}"
)
_REPLACE = expression(rf"[将把]?原?(?P<old>{_DIVISION})(?:全部内容|内容)?{_TO}[:：]?{HOLE}{_END}")
_ORDERED = expression(_ORDER + _END)
_JOINT = expression("(?:[，；。]|并|同时|其中)*")
_ONE = expression(rf"第({_N})([编章节])")
_RANGE = expression("[至到]")
_OWN_LABEL = expression(
    rf"\s*(?:[{DIGITS}十百]{{1,4}}、|[（(][{DIGITS}十\d]{{1,4}}[）)]、?|\d{{1,3}}[.．、])"
)
_QUOTED = expression("“[^”]*”")


@dataclass(frozen=True, slots=True)
class Said:
    """One change of a chapter or section, as a sentence says it.

    Attributes:
        operation: added, struck or replaced whole (clause); heading or number replaced (text).
        place: the division; of an added one the number that it has afterwards.
        printed: the same as printed.
        now: the number that it takes; None: none is said.
        quoted: which quotations of the sentence are its words.
        old: words of its heading that the new ones replace, by their quotation; None: all of it.
        heading: the words are those of the heading alone.
        articles: first and last article of an added division that says which it has.
        beside: the division that it goes behind, where that is said.
    """

    operation: Operation
    place: Label
    printed: str
    now: str | None = None
    quoted: tuple[int, ...] = ()
    old: int | None = None
    heading: bool = False
    articles: tuple[int, int] | None = None


def without_quotations(sentence: str) -> tuple[str, list[str]]:
    """Give the words of a sentence, without blanks and its own label, and what it quotes."""
    quoted = [match.group()[1:-1] for match in _QUOTED.finditer(sentence)]
    bare = "".join(_QUOTED.sub(HOLE, sentence).split())
    label = _OWN_LABEL.match(bare)
    return bare[label.end() if label else 0 :], quoted


def said_of_divisions(words: str) -> tuple[Said, ...]:
    """Read a sentence that does nothing but change chapters and sections; nothing else is read.

    Args:
        words: of :func:`without_quotations`.
    """
    found: list[Said] = []
    at = _JOINT.match(words).end() if words else 0  # type: ignore[union-attr]
    while at < len(words):
        step = _step(words, at, found)
        if step is None or step[0] == at:
            return ()
        at, said = step
        found += said
        joint = _JOINT.match(words, at)
        at = joint.end() if joint else at
    return tuple(found)


def _step(words: str, at: int, before: list[Said]) -> tuple[int, list[Said]] | None:
    """Read the next change; give where it ends."""
    holes = words.count(HOLE, 0, at)
    for pattern, read in _READERS:
        match = pattern.match(words, at)
        if match:
            found = list(read(match, holes, before))
            return (match.end(), found) if found or pattern is _ORDERED else None
    return None


def _added(match: re.Match[str], holes: int, _: list[Said]) -> Iterator[Said]:
    printed = match["new"] or match["direct"]
    places = labels_in(printed) if printed else []
    quoted = tuple(range(holes, holes + len(match["holes"])))
    if not places or (len(quoted) != 1 and len(quoted) != len(places)):
        return
    above = label_of_one(match["at"]) if match["at"] else ()
    first, last = to_int(match["first"] or ""), to_int(match["last"] or match["first"] or "")
    articles = (first, last) if first and last and len(places) == 1 else None
    for at, place in enumerate(places):
        own = _inside(place, above, match["side"] or "")
        words = quoted if len(quoted) == 1 and not at else quoted[at : at + 1]
        yield Said(Operation.ADD_CLAUSE, own, printed_of(place), None, words, articles=articles)


def _inside(place: Label, above: Label, side: str) -> Label:
    """Give the chapter of a section that names only its own number: 第二章中…作为第三节."""
    if not above or place[0][0] != "section":
        return place
    if side.endswith(("后", "前")):
        above = tuple(one for one in above if one[0] != "section")
    return above + place if above and above[-1][0] == "chapter" else place


def _struck(match: re.Match[str], holes: int, _: list[Said]) -> Iterator[Said]:
    for place in labels_in(match["old"]):
        yield Said(Operation.DELETE_CLAUSE, place, printed_of(place))


def _moved(match: re.Match[str], holes: int, _: list[Said]) -> Iterator[Said]:
    old, new = labels_in(match["old"]), labels_in(match["new"])
    if len(old) != len(new):
        return
    for place, now in zip(old, new, strict=True):
        if place[-1][0] == now[-1][0]:
            label = printed_of(now[-1:])
            yield Said(Operation.REPLACE_TEXT, place, printed_of(place), label)


def _renamed(match: re.Match[str], holes: int, before: list[Said]) -> Iterator[Said]:
    if match["place"]:
        place = label_of_one(match["place"])
    elif before and before[-1].now:
        place = before[-1].place  # 将第二章改为第三章，章名修改为“…”
    else:
        return
    old = holes if match["old"] else None
    new = (holes + (old is not None),)
    name = printed_of(place) + match["name"].lstrip("其")
    operation = Operation.REPLACE_CLAUSE if old is None else Operation.REPLACE_TEXT
    yield Said(operation, place, name, None, new, old, heading=True)


def _replaced(match: re.Match[str], holes: int, _: list[Said]) -> Iterator[Said]:
    place = label_of_one(match["old"])
    yield Said(Operation.REPLACE_CLAUSE, place, printed_of(place), None, (holes,))


def _ordered(match: re.Match[str], holes: int, _: list[Said]) -> Iterator[Said]:
    """Read nothing: what an order asks for is asked of the whole."""
    yield from ()


_READERS = (
    (_ADD, _added),
    (_STRIKE, _struck),
    (_STRUCK, _struck),
    (_MOVE, _moved),
    (_HEADING, _renamed),
    (_REPLACE, _replaced),
    (_ORDERED, _ordered),
)


def label_of_one(printed: str) -> Label:
    """Read the label of one division: 第二章第一节."""
    return tuple(
        (LEVELS[unit], number)
        for digits, unit in _ONE.findall(printed)
        if (number := to_int(digits)) is not None
    )


def labels_in(printed: str) -> list[Label]:
    """Read several: 第三章、第四章 and 第三章至第五章; a section alone is of the chapter before."""
    found: list[Label] = []
    at = 0
    for match in re.finditer(_DIVISION, printed):
        label = label_of_one(match.group())
        if found and label[0][0] == "section" and found[-1][-1][0] == "section":
            label = found[-1][:-1] + label
        if found and _RANGE.fullmatch(printed, at, match.start()) and label[:-1] == found[-1][:-1]:
            style, last = label[-1]
            found += [(*label[:-1], (style, one)) for one in range(found[-1][-1][1] + 1, last)]
        found.append(label)
        at = match.end()
    return found


def printed_of(label: Label) -> str:
    """Write a label as laws print it."""
    units = {style: unit for unit, style in LEVELS.items()}
    return "".join(f"第{in_chinese(number)}{units[style]}" for style, number in label)
