"""The parts of an amending text, and the places in its target that their headings name."""

import re
from collections.abc import Iterator

from policygraph.expression import expression
from policygraph.extract.amendments.locators import Locator, quoted_locator, stated_locators
from policygraph.extract.amendments.places import behind_number
from policygraph.extract.amendments.quotes import HOLE, Sentence
from policygraph.extract.reading import Reading
from policygraph.model.facts import PREAMBLE, Document
from policygraph.model.source import Span, span_of
from policygraph.model.structure import BlockKind, Clause
from policygraph.text.numerals import DIGITS

VERB = expression(
    r"(?=[修改调变替更统换提上降下减增延缩顺合作拆划分删予保新取不])"  # most characters begin none
    r"(?:(?P<replace>修改为|修改成|修订为|修正为|改为|改成|调整为|调整到|变更为|更正为|变为(?=第)|替换为|更改为|统一更名为|换成|换为"
    r"|提高[到至为]|上调[到至为]|降低?[到至为]|下调[到至为]|减少[到至为]|增加[到至]|延长[到至为]|缩短[到至为]"
    r"|顺延为|合并为|合并[，,]?(?:后|修改)?作为|作为(?=第)|拆分为|(?:拆|划)?分[为成][一二两三四五六][条款项][，,]作为)"
    r"|(?P<delete>删除|删去|删掉|予以删|删|予以取消|不再作为(?=[^，,。；]{0,6}(?:单位|部门))"
    r"|取消(?=原?第[^，,。；：的]{1,16}[条款项章节](?:内容|规定)?(?:[，,。；]|$)))"
    r"|(?P<keep>(?<!不再)(?<!不予)保留)"
    r"|(?P<add>(?:增加|新增|增设|增补|增写)(?!了)))"
)

_ANOTHER = expression("[，；,;](?:并|同时，?)?(?:[将把]|其中|修改为|增加)")
# 改为第二十三条，第一款中的“甲”修改为: the text is no new wording of the article
_INNER = expression("[，；,;]第[^，；：“”,;]{1,12}[条款项](?=[中里的修改依顺相调作合\ufffc])")
_TAIL = expression("[^，；,;]*(?:[，,]作?为[^，；,;]*)?")
_AMENDING = expression("修改|修订|修正|废止|调整|更正|补充(?:规定|通知|意见|公告)")
# one of which what follows holds
_AMENDS = ("修改", "修订", "修正", "补充", "更正", "调整为", "删去", "删除")
_OF_OTHER = (  # 将我局印发的《…》（…号）第七条修改为
    r"[^，,。；《》]{0,30}《[^》]{2,160}》(?:\s*[（(][^（）()]{1,60}[）)])?(?:中的?|的)?"
    r"第[^，,。；：“”《》]{1,24}(?:修[改订正]为|改为|调整为|删[去除])"
)
_CHANGES = expression(
    r"对原?《[^》]{2,160}》[^。；《]{0,80}?(?:作出?|进行|予以)(?:了?如下|以下|部分|相应)?(?:修[改订正]|补充)"
    r"|《[^》]{2,160}》[^。；《]{0,40}?修[改订正](?:内容)?如下"
    r"|修[改订正]《[^》]{2,160}》[^。；《]{0,60}?(?:具体)?如下"
    rf"|将{_OF_OTHER}|把{_OF_OTHER}"  # each begins with a character, by which it is looked for
    r"|对[^，,。；《》]{0,16}[件部个项][^，,。；《》]{0,16}(?:予以|作出?|进行)(?:集中|如下|相应)?修[改订正]"
    r"|决定修[改订正]的(?:部分|下列)?(?:行政法规|地方性法规|(?:政府)?规章|(?:行政)?规范性文件|文件)"
)
_MARKS = "，,；;"
_NEAR = 10  # characters between the words that a verb changes and the verb
# ，正文中的“甲”的表述统一, not ，内容为“甲”
_OWN = expression(f"[^：:为]{{0,60}}{HOLE}[^：:为第]*")
_RUN = expression(rf"{HOLE}(?:(?:[、和及]|以及)?{HOLE})*")  # “甲”、“乙”
_PLACE_ENDS = expression(
    rf"第[（(]?[\d{DIGITS}十百]{{1,7}}[）)]?[条款项](?:之[{DIGITS}十]{{1,3}})?$"
)
_PLACE = 16  # characters of a place that 作为 is said of
_NAMED_WITHIN = 120  # characters behind an article's number in which it names the place
_BEGINNING = 4000  # characters in which a text says that it amends
_BASIS = expression(
    "(?:如下|以下|下列)[^，,。；：]{0,8}[：:]|"
    "(?:根据|依据|按照|依照|参照)[^。；]{0,300}?[，,](?:现|决定|提请|建议|拟)*(?=将|把|对|在|删)"
)


def is_verb(words: str, verb: re.Match[str]) -> bool:
    """Say whether a match is a verb of change: 原第四条作为第五条, not 增加一条作为第四条."""
    if verb.group() != "作为":
        return True
    return bool(_PLACE_ENDS.search(words, max(verb.start() - _PLACE, 0), verb.start()))


def parts(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Give the sentences before the first clause, then each clause's own."""
    first = reading.clauses[0].start if reading.clauses else len(reading.source.text)
    prose = next(reading.of_kind(BlockKind.PREAMBLE), None)
    if prose is not None and prose.span.start < first:
        yield PREAMBLE, span_of((prose.span.start, first))
    for clause in reading.clauses:
        yield clause.path, span_of((_behind_heading(reading, clause), clause.own_end))


def amended_parts(reading: Reading, document: Document) -> Iterator[tuple[str, Span]]:
    """Give the parts that amend: all of a text whose title or beginning says so.

    A clause of another text that says it (三、对《…》作如下修改) amends alone.
    """
    if _AMENDING.search(document.title or ""):
        yield from parts(reading)
        return
    beginning = reading.source.text[:_BEGINNING]
    if not any(word in beginning for word in _AMENDS):
        return
    heads = {reading.clause_at(said.start()) for said in _CHANGES.finditer(beginning)}
    for each, span in parts(reading) if heads else ():
        if PREAMBLE in heads or any(_is_in(each, head) for head in heads):
            yield each, span


def _is_in(path: str, head: str) -> bool:
    return path == head or path.startswith(head + "/")


def places_above(path: str, headings: dict[str, str]) -> list[Locator]:
    """Give the places that the heading of a clause names, else the one above it (一、第十二条)."""
    while path in headings:
        heading = headings[path]
        places = quoted_locators(heading)
        if not places and "《" not in heading and not VERB.search(heading):
            places = stated_locators(heading)
        if places:
            return places
        path = path.rpartition("/")[0]
    return []


def _behind_heading(reading: Reading, clause: Clause) -> int:
    """A heading that only names its target (关于“…”的修改意见) is passed over."""
    end = reading.block_at(clause.start).span.end
    names_only = clause.heading and not VERB.search(clause.heading)
    if names_only and end < clause.own_end:
        return end
    # 第一条 《…》第二十条中的“…”修改为: its own number is no place in the target
    behind = clause.start + len(clause.label)
    words = reading.source.text[behind : min(end, behind + _NAMED_WITHIN)].partition("“")[0]
    own = clause.style == "article" and bool(stated_locators(words))
    return behind if own else clause.start


def quoted_locators(heading: str) -> list[Locator]:
    """Give the places that a heading quotes: “二（二）1.推动升级” -> 2/2/1."""
    quoted = re.findall("“([^”]{1,200})”", heading)
    return [locator for words in quoted if (locator := quoted_locator(words))]


def own_end(sentence: Sentence, verb: re.Match[str], after: int) -> int:
    """Give where what stands behind a verb ends: 将 begins another change.

    删去第二条，第三条中的“甲”修改为“乙”: what is struck ends where the next verb has a place.
    增加“甲”，“乙”修改为“丙”: the words right before the next verb are its own.
    """
    another = _ANOTHER.search(sentence.words, verb.end(), after)
    end = another.start() if another else _of_next(sentence.words, verb.end(), after)
    following = VERB.match(sentence.words, after) if verb["delete"] else None
    if (
        not (verb["replace"] or (following and following["replace"]))
        or sentence.words.find("第", verb.end(), end) < 0
    ):
        return end
    inner = _INNER.search(sentence.words, verb.end(), end + 1)  # the verb behind a place is seen
    return inner.start() if inner else end


def _of_next(words: str, begin: int, after: int) -> int:
    """Give where the words begin that the verb at ``after`` changes, else ``after``."""
    last = words.rfind(HOLE, max(begin, after - _NEAR), after)
    if last < 0:
        return after
    mark = max(words.rfind(mark, begin, last) for mark in _MARKS)
    if mark < 0 or not _OWN.fullmatch(words, mark, after):
        return after
    following = VERB.match(words, after)
    return mark if following and (following["replace"] or following["delete"]) else after


def taken(sentence: Sentence, verb: re.Match[str], after: int) -> int:
    """Give where the next change of a sentence begins: behind what this verb took."""
    end = own_end(sentence, verb, after)
    if verb["delete"]:
        if sentence.words.startswith(HOLE, verb.end()):
            return sentence.words.rfind(HOLE, verb.end(), end) + 1
        return end if end < after else verb.end()
    hole = sentence.words.find(HOLE, verb.end(), end)
    if hole >= 0:
        run = _RUN.match(sentence.words, hole, end) if verb["add"] else None
        return run.end() if run else hole + 1
    return end if end < after else behind_number(sentence.words, verb.end())


def own_tail(sentence: Sentence, verb: re.Match[str], after: int) -> int:
    """Give where the words end that say of whom a change is: those of the next are not its own.

    增加“甲”为责任单位 tells it behind; in “5家”修改为“6家”，责任单位… it is of the next change.
    """
    match = _TAIL.match(sentence.words, taken(sentence, verb, after), after)
    return match.end() if match else after


def behind_basis(sentence: Sentence, begin: int, end: int) -> int:
    """Give where the words end on what a change rests on, or that lead the changes (如下：).

    Their articles are not changed.
    """
    basis = _BASIS.search(sentence.words, begin, end)
    return basis.end() if basis else begin
