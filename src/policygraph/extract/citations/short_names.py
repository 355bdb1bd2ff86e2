"""Short names: （以下简称《条例》） says what 《条例》 and 条例第五条 mean further on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.model.source import Span, span_of

_SAID = expression(
    r"\s*[（(](?:以下|下称|下文|简称)(?:均|统|并)?(?:简称|称)?[为作]?[：:]?\s*[“\"‘《〈]{0,2}"
    r"(?P<name>[^“”\"‘’《》〈〉（）()，。；]{1,16}?(?:[（(][^（）()]{1,4}[）)])?)[”\"’》〉]{0,2}"
    r"(?:[，；][^（）()]{0,40})?[）)]"
)
# （粤府办〔2021〕4号，以下简称省《办法》）: in the bracket of the number
_SAID_WITHIN = expression(
    r"[，,；;]\s*(?:以下简?称|下称|下文|简称)[为作]?[“\"‘]?(?:国家|省|市)?[《〈“\"‘]{0,2}"
    r"(?P<name>[^“”\"‘’《》〈〉（）()，。；]{1,16}?)[”\"’》〉]{0,2}[）)]$"
)
_NOTES = expression(r"(?:\s*[（(](?!以下|下称|下文|简称)[^（）()]{1,80}[）)]){0,2}")
# A title of one word names a document that the text names in full elsewhere, where there is one.
_KINDS = (
    "条例", "办法", "规定", "意见", "通知", "方案", "决定", "细则", "规划", "纲要", "实施细则",
    "实施意见", "实施方案", "实施办法", "指导意见", "行动计划", "暂行办法", "管理办法",
)  # fmt: skip
_ARTICLE = expression(r"(?:中的?|的)?第[\d〇零一二三四五六七八九十百]{1,5}条")
# what stands right before a short name without marks: 违反条例第五条, but 本条例第五条
_LEADS = expression(
    r"(?:违反|依据|根据|按照?|依照|参照|执行|适用|符合|落实|对照|对应|[，。；：、（(“和及与或见|/]|^|\s)$"
)
# what more may stand before a name that no kind alone is: 属于招标投标法第五十三条规定的情形
_LEADS_LONG = expression(
    rf"{_LEADS.pattern}|(?:属于|低于|高于|除|或者|以及|认定为|对|由|从|在|有|为|是|将|按|所称|经)$"
)
_WITHIN = 48  # characters of a bracket with a number and a short name
_LONG = 4  # characters of such a name


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
        said = said or _SAID_WITHIN.search(text, max(span.start, span.end - _WITHIN), span.end)
        if said is None or said["name"] == words:
            continue
        name = said["name"].strip()
        if name in found and found[name].full.title != words:
            doubtful.add(name)
        found.setdefault(name, ShortName(name, Full(words, number), said.end()))
    return tuple(short for name, short in found.items() if name not in doubtful)


def kinds_named(titles: Iterable[str]) -> Mapping[str, Full]:
    """Give for each title of one word (《条例》) the one document of that kind.

    Where the text names two in full, or none, nobody can tell which is meant.
    """
    named: dict[str, set[str]] = {}
    for title in set(titles):
        for kind in _KINDS if title.endswith(_KINDS) else ():
            if title.endswith(kind) and len(title) > len(kind) + 2:
                named.setdefault(kind, set()).add(title)
    return {kind: Full(found.pop(), None) for kind, found in named.items() if len(found) == 1}


def full_title(
    name: str, position: int, shorts: Sequence[ShortName], kinds: Mapping[str, Full]
) -> Full | None:
    """Give what 《name》 at ``position`` means; None where it is a title by itself or unclear.

    Args:
        name: the words between the marks.
        position: where they stand: a short name holds from its bracket on.
        shorts: what the text defines.
        kinds: what titles of one word mean that no bracket explains.
    """
    for short in shorts:
        if short.name == name and position >= short.since:
            return short.full
    return kinds.get(name)


def bare_names(reading: Reading, shorts: Sequence[ShortName]) -> Iterator[tuple[Span, Full]]:
    """Find short names without title marks that an article follows: 违反条例第五条."""
    text = reading.source.text
    for short in shorts:
        at = text.find(short.name, short.since)
        while at >= 0:
            end = at + len(short.name)
            leads = (_LEADS if len(short.name) < _LONG else _LEADS_LONG).search(
                text, max(0, at - 3), at
            )
            if leads and _ARTICLE.match(text, end):
                yield span_of((at, end)), short.full
            at = text.find(short.name, end)
