"""What sentences do to chapters and sections (章, 节, 编) of another document.

Printed forms: 增加一章，作为第三章：“…”; 删去第三章; 将第三章改为第四章; 将第二章章名修改为“…”;
将第三章修改为：“…”. A sentence is read whole or not at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.expression import expression, matched
from policygraph.extract.amendments.changes import Change
from policygraph.extract.amendments.locators import Locator
from policygraph.extract.amendments.quotes import HOLE, Sentence
from policygraph.extract.amendments.sides import side_of
from policygraph.extract.reading import Mention
from policygraph.model.facts import Operation
from policygraph.model.new_places import Beside, NewPlace, Side
from policygraph.text.division_labels import DIVISION, Label, label_of_one, labels_in, printed_of
from policygraph.text.numerals import DIGITS, to_int

RULE = "amendment.division"
_N = rf"[{DIGITS}十百\d]{{1,6}}"
_SEVERAL = rf"{DIVISION}(?:(?:[、，,]|和|及|至|到){DIVISION}){{0,20}}"
_END = "(?=[，,；。]|$)"
_WHOLE = "(?:及其(?:全部|所有)?(?:内容|条款|条文)|的?(?:全部|所有)(?:内容|条款|条文)|全文)?"
_TO = "(?:修改|改|变更|调整)[为成]"
_NAME = "的?[编章节]?(?:名称?|标题|题目)"
_SORT = "(?:顺序|序号|编号|序次)"
_ORDER = rf"[^，,；。{HOLE}]{{0,24}}{_SORT}[^，,；。{HOLE}]{{0,8}}(?:调整|顺延|修改|变更)"
_ADD = expression(
    rf"(?:[在于]?(?P<at>{DIVISION})(?P<side>之?[后前]|[中内里])?[，,]?)?(?:增加|新增|增设|增补)"
    rf"(?:(?P<count>[一二两三四五六七八九十])个?[编章节](?:[，,]?(?:作为|即|为)(?:该[编章]|其)?(?P<new>{_SEVERAL}))?"
    rf"|(?P<direct>{DIVISION}))(?:[，,]?[编章节]?(?:名称?|标题)为)?[:：]?(?P<holes>{HOLE}{{1,10}})"
    rf"(?:[，,]?(?:包括|由|含)第(?P<first>{_N})条(?:[至到]第(?P<last>{_N})条)?(?:组成|构成)?)?{_END}"
)
_STRIKE = expression(rf"(?:删去|删除|删掉)原?(?P<old>{_SEVERAL}){_WHOLE}{_END}")
_STRUCK = expression(rf"[将把]?原?(?P<old>{_SEVERAL}){_WHOLE}(?:予以)?(?:删去|删除|删掉){_END}")
_MOVE = expression(
    rf"[将把]?原?(?P<old>{_SEVERAL})(?:分别|依次|相应)?(?:{_TO}|顺延为|作为)(?P<new>{_SEVERAL}){_END}"
)
_HEADING = expression(
    rf"[将把]?原?(?P<place>{DIVISION})?(?P<name>其?{_NAME})(?:中的?|由)?(?P<old>{HOLE})?(?:相应)?{_TO}[:：]?{HOLE}{_END}"
)
_REPLACE = expression(rf"[将把]?原?(?P<old>{DIVISION})(?:全部内容|内容)?{_TO}[:：]?{HOLE}{_END}")
_ORDERED = expression(_ORDER + _END)
_JOINT = expression("(?:[，,；。]|并|同时|其中)*")
_OWN_LABEL = expression(
    rf"\s*(?:[{DIGITS}十百]{{1,4}}、|[（(][{DIGITS}十\d]{{1,4}}[）)]、?|\d{{1,3}}[.．、])"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """One change of a chapter or section, as a sentence says it.

    Attributes:
        operation: added, struck or replaced whole (clause); heading or number replaced (text).
        place: the division; of an added one the number that it has afterwards.
        printed: the same as printed.
        now: the label that it takes; None: none is said.
        new: which quotation of the sentence is its new words; None: it has none of its own.
        old: the quotation of the words that the new ones replace; None: all.
        name: its heading alone is meant, by this name (章名).
        articles: first and last article of an added division that says which it has.
        beside: what it goes beside, where that is said.
    """

    operation: Operation
    place: Label
    printed: str
    now: Label | None = None
    new: int | None = None
    old: int | None = None
    name: str = ""
    articles: tuple[int, int] | None = None
    beside: Beside | None = None


def division_changes(sentence: Sentence, most: int) -> tuple[Change, ...]:
    """Read a sentence that does nothing but change chapters and sections; nothing else is read.

    Args:
        sentence: the sentence.
        most: changes behind which no more are looked for; one that makes more gives one more.
    """
    words = sentence.words
    if not ("章" in words or "节" in words or "编" in words):
        return ()
    if words.count(HOLE) != len(sentence.quotes):
        return ()
    label = _OWN_LABEL.match(words)
    said = _said(words[label.end() if label else 0 :], most)
    return tuple(_change(one, sentence) for one in said[: most + 1])


def _change(said: _Said, sentence: Sentence) -> Change:
    printed = said.printed + said.name
    place = Locator(printed_of(said.place) + said.name, printed)
    old, new = (None if at is None else sentence.quotes[at] for at in (said.old, said.new))
    new_place = None
    if said.operation is Operation.ADD_CLAUSE:
        new_place = NewPlace(place.path, printed, *(said.articles or ()))
    elif said.now:
        old, new = Mention(printed, ()), Mention(printed_of(said.now[-1:]), ())
        new_place = NewPlace(printed_of(said.place[:-1] + said.now[-1:]), new.as_written)
    return Change(
        said.operation, place, old, new, sentence.span,
        beside=said.beside, new_place=new_place, rule=RULE,
    )  # fmt: skip


def _said(words: str, most: int) -> Sequence[_Said]:
    """Read one change behind the other, to the end; nothing where one is not read."""
    found: list[_Said] = []
    at = matched(_JOINT.match(words)).end() if words else 0
    while at < len(words) and len(found) <= most:
        step = _step(words, at, found)
        if step is None or step[0] == at:
            return ()
        at, said = step
        found += said
        joint = _JOINT.match(words, at)
        at = joint.end() if joint else at
    return found


def _step(words: str, at: int, before: list[_Said]) -> tuple[int, list[_Said]] | None:
    """Read the next change; give where it ends."""
    holes = words.count(HOLE, 0, at)
    for pattern, read in _READERS:
        match = pattern.match(words, at)
        if match:
            found = list(read(match, holes, before))
            return (match.end(), found) if found or pattern is _ORDERED else None
    return None


def _added(match: re.Match[str], holes: int, _: list[_Said]) -> Iterator[_Said]:
    printed = match["new"] or match["direct"]
    places, quoted = labels_in(printed) if printed else [], len(match["holes"])
    if not places or quoted not in (1, len(places)):
        return
    above = label_of_one(match["at"]) if match["at"] else ()
    beside = None
    if above:
        side = side_of(match["side"] or "", Side.INSIDE)
        beside = Beside(side, None, None, printed_of(above), match["at"])
    first, last = to_int(match["first"] or ""), to_int(match["last"] or match["first"] or "")
    articles = (first, last) if first and last and len(places) == 1 else None
    for at, place in enumerate(places):
        own = _inside(place, above, match["side"] or "")
        words = holes + at if at < quoted else None
        yield _Said(
            Operation.ADD_CLAUSE, own, printed_of(place),
            new=words, articles=articles, beside=beside,
        )  # fmt: skip


def _inside(place: Label, above: Label, side: str) -> Label:
    """Give the chapter of a section that names only its own number: 第二章中…作为第三节."""
    if not above or place[0][0] != "section":
        return place
    if side.endswith(("后", "前")):
        above = tuple(one for one in above if one[0] != "section")
    return above + place if above and above[-1][0] == "chapter" else place


def _struck(match: re.Match[str], _holes: int, _: list[_Said]) -> Iterator[_Said]:
    for place in labels_in(match["old"]):
        yield _Said(Operation.DELETE_CLAUSE, place, printed_of(place))


def _moved(match: re.Match[str], _holes: int, _: list[_Said]) -> Iterator[_Said]:
    old, new = labels_in(match["old"]), labels_in(match["new"])
    if len(old) != len(new):
        return
    for place, now in zip(old, new, strict=True):
        if place[-1][0] == now[-1][0]:
            yield _Said(Operation.REPLACE_TEXT, place, printed_of(place), now)


def _renamed(match: re.Match[str], holes: int, before: list[_Said]) -> Iterator[_Said]:
    if match["place"]:
        place = label_of_one(match["place"])
    elif before and before[-1].now:
        place = before[-1].place  # 将第二章改为第三章，章名修改为“…”
    else:
        return
    old = holes if match["old"] else None
    new, name = holes + (old is not None), match["name"].lstrip("其的")
    operation = Operation.REPLACE_CLAUSE if old is None else Operation.REPLACE_TEXT
    yield _Said(operation, place, printed_of(place), None, new, old, name)


def _replaced(match: re.Match[str], holes: int, _: list[_Said]) -> Iterator[_Said]:
    place = label_of_one(match["old"])
    yield _Said(Operation.REPLACE_CLAUSE, place, printed_of(place), None, holes)


def _ordered(_match: re.Match[str], _holes: int, _: list[_Said]) -> Iterator[_Said]:
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
