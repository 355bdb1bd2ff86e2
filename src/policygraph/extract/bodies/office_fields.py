"""Fields of offices in lists that share what follows them: 统计、税务等部门, 司法、公安机关."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.bodies.office_names import is_office
from policygraph.extract.reading import Mention
from policygraph.model.source import Span, span_of
from policygraph.registry.departments import Departments
from policygraph.registry.registry import Registry
from policygraph.registry.words import Words

# 统计、税务等部门; 司法、公安部门; 水利、交通等工程建设监管部门
SHARED = expression(
    r"(?P<list>(?:[\u4e00-\u9fff]{1,12}、){0,15}[\u4e00-\u9fff]{2,24}?)"
    r"(?P<etc>等[\u4e00-\u9fff]{0,14}?)?(?P<tail>部门|机关)$"
)
BESIDE = expression("以及|[、和及与]")
_PART = expression("[^、]+")
_ENDINGS = ("局", "厅", "委", "部", "办", "委员会")
_KNOWN, _SOME, _WORD = 3, 2, 6  # functions known of a longer list, and the length of the others
_LEVEL_OF = expression(
    "(?:本[省市县]|各级|各|[上同下]级|[省市县区州旗、和及]{1,8}级?(?:以上)?)?(?:地方)?(?:各级)?(?:人民政府|政府)?(?:有关|相关)?"
)
_LEVELS_ONLY = expression("[省市县区州旗乡镇各级和及]{1,6}")
_OF_OFFICE = expression("(?:监管|监督|管理|行政|执法|主管)$")
_OTHERS = ("有关", "相关", "其他有关", "其他相关")  # 规划管理及有关部门
_TOLD_TO = expression(
    "组织|协调|督促|指导|会同|联合|配合|协助|支持|加强|建立|完善|推动|引导|要求|发挥|通过|依托|整合"
)


def is_field(word: str, registry: Registry) -> bool:
    """Say whether a word is the field of an office: 统计 is one because there is a 统计局."""
    return _known(word, registry.departments, registry.words)


@lru_cache(maxsize=4096)  # the same few dozen fields stand in most lists
def _known(word: str, departments: Departments, words: Words) -> bool:
    if word in words.functions:
        return True
    return len(word) > 1 and any(departments.knows(word + ending) for ending in _ENDINGS)


def _is_field_of_level(word: str, registry: Registry) -> bool:
    """As before, also of a level: 市统计, 各级教育; 市场监管 is whole."""
    if is_field(word, registry) or is_field(_LEVEL_OF.sub("", word, 1), registry):
        return True
    return word in _OTHERS or (not BESIDE.search(word) and is_office(f"{word}部门"))


def sharing(text: str, match: re.Match[str], registry: Registry) -> Iterator[Mention]:
    """Give the offices of a match of ``SHARED``: 统计部门 and 税务部门; all or none."""
    tail = span_of(match.span("tail"))
    if not match["etc"] and "、" not in match["list"] and "及" not in match["list"]:
        return  # 自然资源和规划部门 may be one
    pieces = list(_fields(text, span_of(match.span("list")), registry))
    names = [text[p.start : p.end] for p in pieces]
    odd = [name for name in names if not _is_field_of_level(name, registry)]
    if len(names) > 1 and (not odd or (match["etc"] and _mostly_known(names, odd))):
        for piece in pieces:
            name = text[piece.start : piece.end]
            whole = (
                len(name) > 1 and name.endswith(_ENDINGS) and name not in registry.words.functions
            )
            yield Mention(name, (piece,)) if whole else Mention(name + match["tail"], (piece, tail))


def _fields(text: str, span: Span, registry: Registry) -> Iterator[Span]:
    """Give the pieces of a list of functions; 工商和质监 are two, 文化和旅游 is one."""
    held: int | None = None  # where levels begin that the next piece shares: 市和区、县统计
    for part in _PART.finditer(text, span.start, span.end):
        if _LEVELS_ONLY.fullmatch(part.group()):
            held = part.start() if held is None else held
            continue
        if held is not None:
            yield span_of((held, part.end()))
            held = None
            continue
        cut = None if _is_field_of_level(part.group(), registry) else BESIDE.search(part.group(), 1)
        halves = (part.group()[: cut.start()], part.group()[cut.end() :]) if cut else ()
        if cut and all(_is_field_of_level(half, registry) for half in halves):
            yield span_of((part.start(), part.start() + cut.start()))
            yield span_of((part.start() + cut.end(), part.end()))
        else:
            yield span_of(part.span())


def _mostly_known(names: list[str], odd: list[str]) -> bool:
    """Say whether a list of functions is believed although some of them are not known."""
    known = len(names) - len(odd)
    if 2 * known <= len(names) or any(_TOLD_TO.match(name) for name in odd):
        return False
    offices = known >= _SOME and all(_OF_OFFICE.search(name) for name in odd)
    return offices or (known >= _KNOWN and all(len(name) <= _WORD for name in odd))
