"""The issuing place: from the issuer's name, else from what the text speaks of."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span, span_of
from policygraph.registry.places import NATION, Place, Places
from policygraph.registry.registry import Registry

_NATIONAL = expression(r"中共中央|中央|国务院|全国|国家|中华人民共和国|最高人民")
_ZONE = expression("中国[（(](?P<place>[\u4e00-\u9fff]{2,8})[）)]")
# only the State Council has ministries (Constitution, art. 86); other 部 are parts of something
_MINISTRY = expression(
    "(?!.*(?:指挥|组织|宣传|统战|分|总|支|干|武装|项目|俱乐|工作|联络|党|联)部)[\u4e00-\u9fff]{2,10}部"
)
# What a body says of its own place goes before what it may say of those above it, too.
_DISTRICT = ("全区", "我区", "本区")
_OWN = {
    "province": ("全省", "我省", "本省", "全自治区"),
    "prefecture": ("全市", "我市", "本市", "全州", "我州"),
    "county": ("全县", "我县", "本县", *_DISTRICT),
}
_LEVELS = {
    "province": ("省委", "省政府", "省级", "省直", "自治区人民政府"),
    "prefecture": ("市委", "市政府", "市级", "市直"),
    "county": ("县委", "县政府", "县直", "区委", "区政府", "区直"),
}
_BEGINNING = 2000  # characters in which a text says what it amends
_AMENDED = expression(
    r"(?:对《(?:关于)?(?P<title>[^》]{4,80})》[^。；《]{0,40}?(?:作|进行)[^。；《]{0,6}?修[改订正]"
    r"|(?:决定|[现就])[^，,。；《》]{0,8}(?:调整|延长|废止|修改|修订)原?《(?:关于)?(?P<named>[^》]{4,80})》"
    r"|《(?:关于)?(?P<repealed>[^》]{4,80})》(?:\s*[（(][^（）()]{1,60}[）)])?(?:等[^。；，,《》]{0,20})?(?:予以)?(?:失效|废止|继续有效))"
)
_PURPOSE = expression("关于(?:进一步)?(?:促进|推动|推进|加快|优化|支持|规范|加强)")
_RULE = "place.by-content"
_UNIT_ENDS = frozenset("局委厅办部院室组会处行府位门、，")
_ENOUGH = 2  # mentions below which a place is not believed


class Jurisdiction(NamedTuple):
    """A place, how it was found, whether others fit as well, and where it is spoken of first."""

    code: str | None
    rule: str
    ambiguous: bool = False
    spans: tuple[Span, ...] = ()


def of_name(name: str, registry: Registry, near: str | None = None) -> str | None:
    """Give the code of the place whose body this is: 晋城市人民政府办公室 -> 140500."""
    bare = "".join(name.split()).removeprefix("中共").removeprefix("关于")
    if bare.startswith(
        "《"
    ):  # 关于《澄湖市…条例》公开征求意见的通知; a law of the nation tells nothing
        named = registry.places.at_start(bare[1:], near)
        return named[0].code if named and named[0].code != NATION else None
    if zone := _ZONE.match(bare):
        bare = zone["place"]  # 中国（澄湖）自由贸易试验区条例
    if _NATIONAL.match(bare) or registry.departments.knows_nationally(bare):
        return NATION
    found = registry.places.at_start(bare, near)
    if found is None and _MINISTRY.fullmatch(bare):
        return NATION
    return found[0].code if found else None


def by_purpose(title: str, text: str, registry: Registry) -> str | None:
    """Give the place that a title without issuer serves: 关于促进晋城市…的措施, and 我市 below."""
    purpose = _PURPOSE.match(title)
    found = registry.places.at_start(title[purpose.end() :]) if purpose else None
    own = _OWN.get(found[0].level, ()) if found else ()
    return found[0].code if found and any(word in text for word in own) else None


def by_amended(text: str, registry: Registry) -> Jurisdiction | None:
    """Give the place of the document that a text without title and issuer amends or repeals.

    A place changes what is its own: 对《澄湖市渔港规定》作如下修改; None for none, or two.
    """
    found = {
        (code, span_of(match.span(match.lastgroup)))
        for match in _AMENDED.finditer(text, 0, _BEGINNING)
        if match.lastgroup
        and (code := of_name(match[match.lastgroup], registry))
        and code != NATION
    }
    if len({code for code, _ in found}) != 1:
        return None
    code, span = min(found, key=lambda pair: pair[1].start)
    return Jurisdiction(code, "place.amended", spans=(span,))


class _Names:
    """Names of places, found in a text by their first two characters; the longest one counts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self._names:
            lengths[name[:2]].add(len(name))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}
        first, second = ("".join(sorted({h[i] for h in self._lengths})) for i in (0, 1))
        self._head = expression(f"[{re.escape(first)}](?=[{re.escape(second)}])")

    def find(self, text: str) -> Iterator[Span]:
        """Give where the names stand, in order, none inside another."""
        end = 0
        for match in self._head.finditer(text):
            start = match.start()
            if start < end:
                continue
            for length in self._lengths.get(text[start : start + 2], ()):
                name = text[start : start + length]
                if name in self._names and not _is_verb(text, start, name):
                    end = start + length
                    yield span_of((start, end))
                    break


def _is_verb(text: str, start: int, name: str) -> bool:
    """县科技局会同县财政局 names no 会同县."""
    return name.startswith("会同") and text[start - 1 : start] in _UNIT_ENDS


@lru_cache(maxsize=48)
def _names(places: Places) -> _Names:
    """Names of provinces and prefectures, in full or short."""
    known = (name for name in places.names() if len(name) >= 2)
    levels = ("province", "prefecture")
    return _Names(n for n in known if any(p.level in levels for p in places.named(n)))


def by_content(text: str, registry: Registry) -> Jurisdiction:
    """Find the place that a text without issuer speaks of.

    The level follows from its words (全省, 我市); the place of that level under which most of the
    places lie that it mentions. Two that come close are none.
    """
    ambiguous = False
    for level in _levels(text):
        votes = _votes(text, registry.places, level)
        ranked = votes.most_common(2)
        if not ranked or ranked[0][1] < _ENOUGH:
            continue
        if len(ranked) == 2 and ranked[1][1] * 2 > ranked[0][1]:
            ambiguous = True
            continue
        code = ranked[0][0]
        return Jurisdiction(code, _RULE, spans=_first_mention(text, code, registry.places, level))
    return Jurisdiction(None, _RULE, ambiguous=ambiguous)


def _first_mention(text: str, code: str, places: Places, level: str) -> tuple[Span, ...]:
    names = _county_names(places) if level == "county" else _names(places)
    for span in names.find(text):
        name = text[span.start : span.end]
        if any(above.code == code for above in _above(name, places, level)):
            return (span,)
    return ()


def _levels(text: str) -> list[str]:
    """Give the levels that a text may speak from, the innermost first.

    A text speaks of the places above its own (全省), seldom of those below: of two levels that are
    named about as often the inner one is its own. In an autonomous region 全区 is all of it.
    """
    for words in (_OWN, _LEVELS):
        counts = {level: sum(map(text.count, said)) for level, said in words.items()}
        if "自治区" in text and "county" in counts:
            districts = sum(map(text.count, _DISTRICT))
            counts["county"] -= districts
            counts["province"] += districts
        most = max(counts.values())
        if most >= _ENOUGH:
            return [n for n in ("county", "prefecture", "province") if counts.get(n, 0) * 2 > most]
    return []


def _votes(text: str, places: Places, level: str) -> Counter[str]:
    names = _county_names(places) if level == "county" else _names(places)
    votes: Counter[str] = Counter()
    for name, count in Counter(text[a:b] for a, b in names.find(text)).items():
        for above in _above(name, places, level):
            votes[above.code] += count
    return votes


@lru_cache(maxsize=48)
def _county_names(places: Places) -> _Names:
    """Full names of counties: their short ones are too often words (公安, 和平)."""
    return _Names(p.name for p in places if p.level == "county" and len(p.name) > 2)


def _above(name: str, places: Places, level: str) -> list[Place]:
    """Give the places of ``level`` that bear the name or hold one that does, if it is only one."""
    levels = ("county",) if level == "county" else ("province", "prefecture")
    named = [p for p in places.named(name) if p.level in levels]
    if len(named) != 1:
        return []
    return [above for above in places.chain(named[0].code) if above.level == level]
