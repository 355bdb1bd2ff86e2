"""Duties under the name of a body, as lists of tasks print them.

Printed forms: （一）市水利局。负责…; 县民政局：支持…; 第七条 区科委工作职责：（一）将…; a line with
nothing but the name, and 负责… in the line behind it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.bodies.lists import read_bodies
from policygraph.extract.bodies.public_bodies import is_body, is_collective
from policygraph.extract.bodies.units import is_unit
from policygraph.extract.body_duties.companies import with_companies
from policygraph.extract.body_duties.listed_verbs import task_beginning
from policygraph.extract.body_duties.subjects import ends_of_bodies, is_running_text
from policygraph.extract.reading import Mention, Reading, mention
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Block, BlockKind
from policygraph.registry.words import Words
from policygraph.text.labels import content_after

_K = BlockKind
# a name alone on its line is taken for a masthead or a signature
_READ = frozenset(
    (_K.ITEM, _K.TEXT, _K.PREAMBLE, _K.CLOSING, _K.UNCLASSIFIED, _K.MASTHEAD, _K.SIGNATURE)
)
_TASKS = expression(
    r"的?(?:安全生产|生态环境保护|环境保护|消防安全|防汛|应急|主要|工作|管理|监管|具体|目标|重点){0,3}(?:职责|任务)"
    r"(?:分工|清单)?$"
)
# what a sentence would not show to be a body, and the name over a list of tasks does
_TEAM = expression(r"[\u4e00-\u9fff]{2,12}(?:组|专班|办公室|部门)$")
_FOUNDS = expression("(?:成立|设立|组建)(?=.{4})")
_NO_NAME = expression("鼓励|实行|依托|调整为|重组$")  # 国防计量实行法定计量单位。对…
_SHARING = expression(
    r"(?P<list>(?:[\u4e00-\u9fff]{2,8}、){1,8}[\u4e00-\u9fff]{2,8})(?P<tail>部门)$"
)
# a name between two stops, or on a line of its own, inside a text that lost its lines; from the
# last of many line breaks only, for each would be read to the end again
_INNER = expression(
    r"(?:(?<=[。；;：:])[ \t\u3000]*+|\n[^\S\n]*+)(?P<name>[\u4e00-\u9fff（）()、]{2,40}+)"
    r"(?P<mark>[。：:]|[ \t\u3000]*\n\s*)"
)
_GOES_ON = frozenset("、，,和及与或由将经向报送给对为于的在")  # a line that ends so is not whole
_STOP = expression("[，,。；：:“”《》\n]")
_COLONS = frozenset("。：:\n")
_SAYS = ("：", ":")
_BLANK = frozenset(" \t\u3000")
_NAME = 60  # characters of a name, or of a list of names
_HEADING = 100  # characters of a name with 职责 and blanks behind it, at most
_PIECE_END = expression("[，。；！？,;]")
_LONGEST = 200  # characters of what is kept of a duty
_FEWEST = 2  # names inside a block, each with its duty: one alone may be part of a sentence
_NEAR = 3  # blocks to either side in which others of its kind must stand
_OFFICE = expression(r"(?P<name>[\u4e00-\u9fff]{1,7}(?:委|办|局|厅|署|社|联|部))[：:][ \t\u3000]*")
_NEXT = 3  # blocks behind a name in which its first duty may stand


class HeadedDuty(NamedTuple):
    """The bodies that a heading names, and the first words of what they must do."""

    units: tuple[Mention, ...]
    verb: int
    said: Mention


def headed_duties(reading: Reading) -> Iterator[HeadedDuty]:
    """Give the duties that stand under the name of a body.

    A name without its level (商委：负责…) is believed in a list of such lines only.
    """
    found: list[int] = []
    short: list[tuple[int, HeadedDuty]] = []
    stops = _stops(reading.source.text, reading.registry.words)
    text = reading.source.text
    for index, block in enumerate(reading.blocks):
        if block.kind not in _READ:
            continue
        begin, end = _words(reading, block), block.span.end
        stop = _stop(text, begin, end)
        inside = bisect_left(stops, end) - bisect_left(stops, begin) >= _FEWEST
        if stop is None and not inside:
            continue  # most blocks
        duties = list(_of_block(reading, index, begin, stop, inside=inside))
        yield from duties
        if duties:
            found.append(index)
        elif duty := _short(reading, block, begin, stop):
            found.append(index)
            short.append((index, duty))
    for index, duty in short:
        near = bisect_right(found, index + _NEAR) - bisect_left(found, index - _NEAR)
        if near > _FEWEST:
            yield duty


def _of_block(
    reading: Reading, index: int, begin: int, stop: int | None, *, inside: bool
) -> Iterator[HeadedDuty]:
    block = reading.blocks[index]
    if inside:
        several = list(_inside(reading, block, begin))
        if len(several) >= _FEWEST:
            yield from several
    named = _named(reading, block, begin, stop) if stop is not None else None
    if named is None:
        return
    units, name, rest, tasks = named
    verb = _verb(reading, block, rest, tasks)
    for following in reading.blocks[index + 1 : index + 1 + _NEXT]:
        if verb is not None or rest is not None or not _follows(block, following):
            break
        verb = _verb(reading, following, _words(reading, following), tasks)
        if following.kind is not _K.FURNITURE:
            break
    if verb is not None:
        yield HeadedDuty(units, verb.start, _joined(reading, name, verb))


def _short(reading: Reading, block: Block, begin: int, stop: int | None) -> HeadedDuty | None:
    """Read a line that begins with a short name of an office: 商委：负责…; 公安分局：查处…."""
    text = reading.source.text
    if stop is None or not text.startswith(_SAYS, stop):
        return None
    match = _OFFICE.match(text, begin, block.span.end)
    if match is None or not is_unit(match["name"], reading.registry.words):
        return None
    name, verb = span_of(match.span("name")), _verb(reading, block, match.end(), tasks=False)
    return (
        HeadedDuty((mention(text, name),), verb.start, _joined(reading, name, verb))
        if verb
        else None
    )


def _inside(reading: Reading, block: Block, begin: int) -> Iterator[HeadedDuty]:
    """Give the duties under names inside a block: …如下：县环保局。负责…。县农委。负责…."""
    text, ends = reading.source.text, _ends(reading.registry.words)
    for match in _INNER.finditer(text, begin, block.span.end):
        name = span_of(match.span("name"))
        if text[name.end - 1] not in ends:
            continue
        before = text[max(0, name.start - 8) : name.start].rstrip()
        if match["mark"].isspace() and before[-1:] in _GOES_ON:
            continue
        verb = _verb(reading, block, match.end(), tasks=False)
        if verb is None or not is_running_text(reading, name.start):
            continue
        units = read_bodies(text, name, reading.registry)
        if units and is_body(units[0].as_written, reading.registry):
            yield HeadedDuty(units, verb.start, _joined(reading, name, verb))


def _words(reading: Reading, block: Block) -> int:
    start = block.label.span.end if block.label else block.span.start
    return content_after(reading.source.text, start, block.span.end)


def _named(
    reading: Reading, block: Block, begin: int, stop: int
) -> tuple[tuple[Mention, ...], Span, int | None, bool] | None:
    """Give the bodies with which a block begins, their span, and where words follow in it.

    The last says whether the heading itself, up to ``stop``, speaks of tasks: then whatever
    follows is one.
    """
    text = reading.source.text
    said = text[begin:stop].rstrip()
    speaks = "职责" in said or "任务" in said
    if not speaks and said[-1:] not in _ends(reading.registry.words):
        return None  # most headings
    if founds := _FOUNDS.match(text, begin, stop):  # 成立联合指挥部。负责…
        begin = founds.end()
        said = text[begin:stop].rstrip()
    tasks = _TASKS.search(text, begin, begin + len(said)) if speaks else None
    who = span_of((begin, tasks.start() if tasks else begin + len(said)))
    if not 2 <= who.end - begin <= _NAME:
        return None
    if text[who.end - 1] not in _ends(reading.registry.words) or _NO_NAME.search(text, *who):
        return None
    units = read_bodies(text, who, reading.registry) or with_companies(reading, who)
    units = units or tuple(_teams(text, who))
    if not units:
        return None
    rest = text[stop + 1 : block.span.end]
    behind = block.span.end - len(rest.lstrip())
    # 成员单位职责: names stand below, and no task yet
    several = any(
        name.endswith("单位") or is_collective(name, reading.registry)
        for name in (unit.as_written for unit in units)
    )
    return units, who, behind if rest.strip() else None, tasks is not None and not several


def _stop(text: str, begin: int, end: int) -> int | None:
    """Give where the first run without punctuation ends, if it is short and ends as a heading does.

    What a line break ends is the whole of its block.
    """
    found = _STOP.search(text, begin, min(end, begin + _HEADING))
    if found is None:
        return end if end - begin <= _HEADING else None
    stop = found.start()
    if text[stop] not in _COLONS:
        return None
    if text[stop] == "\n" and not text[stop:end].isspace():
        return None
    return stop


@lru_cache(maxsize=8)
def _ends(words: Words) -> frozenset[str]:
    """Give the characters in which names of bodies end: most headings end in others."""
    return ends_of_bodies(words) | frozenset("组班门室司")


@lru_cache(maxsize=8)
def _stopped(words: Words) -> tuple[re.Pattern[str], ...]:
    """What may end a name inside a block, behind a character in which names of bodies end.

    Each begins with a literal, so that the search is fast.
    """
    ends = re.escape("".join(sorted(_ends(words))))
    signs = (re.compile(f"{sign}(?<=[{ends}]{sign})") for sign in "。：:")
    return (*signs, re.compile(rf"\n(?<=[{ends} \t\u3000]\n)"))


def _stops(text: str, words: Words) -> list[int]:
    """Give where names may end inside blocks: the last characters of what may be one."""
    found: list[int] = []
    for match in chain.from_iterable(sign.finditer(text) for sign in _stopped(words)):
        last = match.start() - 1
        while last >= 0 and text[last] in _BLANK:
            last -= 1
        if last >= 0 and text[last] in _ends(words):
            found.append(last)
    return sorted(found)


def _teams(text: str, who: Span) -> Iterator[Mention]:
    if _TEAM.fullmatch(text, who.start, who.end):
        yield mention(text, who)
    shared = _SHARING.fullmatch(text, who.start, who.end)
    for part in re.finditer("[^、]+", shared["list"]) if shared else ():
        span = span_of((who.start + part.start(), who.start + part.end()))
        tail = span_of(shared.span("tail")) if shared else span
        yield Mention(text[span.start : span.end] + text[tail.start : tail.end], (span, tail))


def _follows(block: Block, following: Block) -> bool:
    """A name on a line of its own is followed by prose, or by items below it."""
    if following.kind is _K.ITEM and block.label and following.label:
        return following.label.style != block.label.style
    return following.kind in (_K.TEXT, _K.PREAMBLE, _K.UNCLASSIFIED, _K.FURNITURE, _K.ITEM)


def _verb(reading: Reading, block: Block, start: int | None, tasks: bool) -> Span | None:
    """Give the first piece of what must be done, if a duty begins at ``start``."""
    text = reading.source.text
    if start is None:
        return None
    if not tasks and not task_beginning(reading.registry.words).match(text, start, block.span.end):
        return None
    limit = min(start + _LONGEST, block.span.end)
    end = _PIECE_END.search(text, start, limit)
    return span_of((start, end.start() if end else limit))


def _joined(reading: Reading, name: Span, verb: Span) -> Mention:
    text = reading.source.text
    if not text[name.end : verb.start].strip("：:。 \u3000"):
        return mention(text, span_of((name.start, verb.end)))
    first, second = mention(text, name), mention(text, verb)
    return Mention(first.as_written + second.as_written, (*first.spans, *second.spans))
