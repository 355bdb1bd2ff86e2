"""Short names: （以下简称《条例》） says what 《条例》 and 条例第五条 mean further on."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.extract.reading import Reading
from policygraph.model.source import Span

_SAID = re.compile(
    r"\s*[（(](?:以下|下称|下文|简称)(?:均|统|并)?(?:简称|称)?[为作]?[：:]?\s*[“\"‘《〈]{0,2}"
    r"(?P<name>[^“”\"‘’《》〈〉（）()，。；]{1,16}?)[”\"’》〉]{0,2}(?:[，；][^（）()]{0,40})?[）)]"
)
_NOTES = re.compile(r"(?:\s*[（(](?!以下|下称|下文|简称)[^（）()]{1,80}[）)]){0,2}")
# A title of one word names a document that the text names in full elsewhere, where there is one.
_KINDS = (
    "条例", "办法", "规定", "意见", "通知", "方案", "决定", "细则", "规划", "纲要", "实施细则",
    "实施意见", "实施方案", "实施办法", "指导意见", "行动计划", "暂行办法", "管理办法",
)  # fmt: skip
_ARTICLE = re.compile(r"(?:中的?|的)?第[\d〇零一二三四五六七八九十百]{1,5}条")
# what stands right before a short name without marks: 违反条例第五条, but 本条例第五条
_LEADS = re.compile(
    r"(?:违反|依据|根据|按照?|依照|参照|执行|适用|符合|落实|对照|[，。；：、（(“和及与或]|^|\s)$"
)


class Full(NamedTuple):
    """The full title behind a short name, with the number printed there."""

    title: str
    number: str | None


class ShortName(NamedTuple):
    """A short name, what it stands for, and where the text begins to use it."""

    name: str
    full: Full
    since: int


def defined_names(
    text: str, titles: Sequence[tuple[Span, str, str | None]]
) -> tuple[ShortName, ...]:
    """Read what （以下简称…） behind a title says; a name given to two documents is none.

    Args:
        text: the document.
        titles: where each title ends with its number, its words and its number.
    """
    found: dict[str, ShortName] = {}
    doubtful: set[str] = set()
    for span, words, number in titles:
        notes = _NOTES.match(text, span.end)
        said = _SAID.match(text, notes.end() if notes else span.end)
        if said is None or said["name"] == words:
            continue
        name = said["name"].strip()
        if name in found and found[name].full.title != words:
            doubtful.add(name)
        found.setdefault(name, ShortName(name, Full(words, number), said.end()))
    return tuple(short for name, short in found.items() if name not in doubtful)


def full_title(
    name: str, position: int, shorts: Sequence[ShortName], titles: Sequence[str]
) -> Full | None:
    """Give what 《name》 at ``position`` means; None where it is a title by itself or unclear.

    A title of one word that no bracket explains (《条例》) means the one document of that kind
    which the text names in full; where it names two, nobody can tell.
    """
    for short in shorts:
        if short.name == name and position >= short.since:
            return short.full
    if name not in _KINDS:
        return None
    named = {title for title in titles if title.endswith(name) and len(title) > len(name) + 2}
    return Full(named.pop(), None) if len(named) == 1 else None


def bare_names(reading: Reading, shorts: Sequence[ShortName]) -> Iterator[tuple[Span, Full]]:
    """Find short names without title marks that an article follows: 违反条例第五条."""
    text = reading.source.text
    for short in shorts:
        at = text.find(short.name, short.since)
        while at >= 0:
            end = at + len(short.name)
            leads = _LEADS.search(text, max(0, at - 2), at)
            if leads and _ARTICLE.match(text, end):
                yield Span(at, end), short.full
            at = text.find(short.name, end)
