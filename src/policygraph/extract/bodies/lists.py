"""Lists of public bodies in sentences: 市统计局、财政局, 统计、税务等部门, 甲局或者乙局."""

import re
from collections.abc import Sequence
from itertools import islice

from policygraph.expression import expression
from policygraph.extract.bodies.office_fields import BESIDE, SHARED, is_field, sharing
from policygraph.extract.bodies.office_names import (
    chosen_by,
    field_alone,
    is_by_case,
    is_charged,
    is_office,
)
from policygraph.extract.bodies.public_bodies import (
    NAMELESS,
    PLACES,
    is_body,
    is_no_office,
    is_sentence,
    without_note,
)
from policygraph.extract.bodies.units import is_unit, split_units
from policygraph.extract.reading import Mention, mention
from policygraph.model.source import Span, span_of
from policygraph.registry.registry import Registry

_CALLED = expression(r"[（(](?:以下[统简]?|[统简])称[^（）()]{1,30}[）)]$")
_SUCH = expression(
    "(?<=[会团联])等(?:人民|群众|群团|社会)?(?:团体|组织)$"
)  # 工会、共青团等人民团体
_AND_UNITS = expression("(?:(?<=等部门)|(?<=等有关部门)|(?<=等相关部门))[和、]单位$")
_TAILS = (("称", _CALLED), ("等", _SUCH), ("等", _AND_UNITS))  # with what each of them holds
_AREA = expression(
    r"(?P<places>各(?:[^、（(]|[（(][^（）()]{1,10}[）)]){1,14})、"
    r"(?P<area>[\u4e00-\u9fff]{0,8}(?:开发区|示范区|园区|新区|高新区))$"
)
_LISTED = expression(r"[、，,；;和及与\s（(等]")
_SHORT = 12  # characters of a name that leaves its level out
_LONGEST = 160  # characters of a list
_TOLD_TAIL = expression("等(?:各|有关|相关|成员){0,2}(?:部门|单位)$")
_NAME = expression("[\u4e00-\u9fff]{3,14}")  # of a station, a company
_APART = expression(
    "、(?=各|[省市县区州](?:人民)?政府各|[省市县区州][直级](?!市))"
)  # 各乡镇、各部门
_SHARED_AND = expression(
    r"(?P<shared>(?:[\u4e00-\u9fff]{2,12}、){1,15}[\u4e00-\u9fff]{2,12}?等(?:各|有关|相关){0,2}(?:部门|机关))"
    r"(?:以及|和|及)(?P<rest>.{2,60})$"
)
_TAILED = ("部门", "机关")
_OR = expression("或者?")
# 市公安局联合市城管局, 省政府同市政府: both do it
_JOINTLY = expression("(?<=[府门局关厅委])(?:联合(?![会社国])|协?同(?![级步时意一业]))")
_OFFICE_OF_ITS = expression("[其它][^，,。；;]{0,6}的机构$")
_JOINED = expression(
    "(?=[以或和及与])(?:(?<=部门|机关|机构|政府|单位)|(?<=管委会|委员会|办事处))"
    "(?:以及|或者|或(?!者)|[和及与])(?![其它](?!他))(?=[^，。；]{4})"
)
_OFFICE_NAME = expression("[\u4e00-\u9fff]{1,10}(?:部门|机关|机构|管委会|管理单位)")
_ITS = expression("其|有关|相关")
_BETWEEN = (("或", _OR), ("联合", _JOINTLY), ("同", _JOINTLY))
_WITH_ANOTHER = expression("以及|和|及|与")
_SPLITS = 4  # places at which a list of names may pass into one that shares its end

_Known = dict[Span, tuple[Mention, ...]]  # what was read of parts of one list


def read_bodies(text: str, span: Span, registry: Registry) -> tuple[Mention, ...]:
    """Read ``text[span]`` as a list of public bodies and nothing else; () where it is not."""
    return _bodies(text, span, registry, {})


def _bodies(text: str, span: Span, registry: Registry, known: _Known) -> tuple[Mention, ...]:
    """Read a list, or a part of one that may be tried again and again."""
    found = known.get(span)
    if found is None:
        units = _read(text, span, registry, known)
        found = tuple(part for unit in units for part in _parted(text, unit, registry, known))
        known[span] = found
    return found


def _parted(text: str, unit: Mention, registry: Registry, known: _Known) -> tuple[Mention, ...]:
    """Part 军事机关和社会保险经办机构: two offices, each with the end of an office's name."""
    whole = unit.spans[0]
    cut = _JOINED.search(text, *whole) if len(unit.spans) == 1 else None
    if cut is None or (text[cut.start() - 1] == "府" and text.find("的", cut.end(), whole.end) > 0):
        return (unit,)  # 市政府和县政府确定的部门: chosen by both
    first = span_of((whole.start, cut.start()))
    second = _bodies(text, span_of((cut.end(), whole.end)), registry, known)
    named = _bodies(text, first, registry, known) if second else ()
    if second and not named and _OFFICE_NAME.fullmatch(text, *first):
        named = (mention(text, first),)
    return (*named, *second) if named else (unit,)


def _read(text: str, span: Span, registry: Registry, known: _Known) -> tuple[Mention, ...]:
    printed = text[span.start : span.end]
    for sign, tail in _TAILS:
        cut = tail.search(printed) if sign in printed else None
        if cut:
            printed = printed[: cut.start()]
            span = span_of((span.start, span.start + cut.start()))
    if printed[:1].isspace() or printed[-1:].isspace():
        start = span.start + len(printed) - len(printed.lstrip())
        printed = printed.strip()
        span = span_of((start, start + len(printed)))
    if not printed or len(printed) > _LONGEST:
        return ()
    if "的" in printed and _is_told_of(printed, registry):
        return (mention(text, span),)
    if is_sentence(without_note(printed)) and not is_by_case(printed):
        return ()
    for between, words in _BETWEEN:
        both = _both(text, span, registry, known, words) if between in printed else ()
        if both:
            return both
    if not _LISTED.search(printed) or is_field(field_alone(printed) or "", registry):
        return (mention(text, span),) if is_body(printed, registry) else ()
    return (
        _sharing(text, span, registry, known)
        or _split(text, span, registry)
        or _beside(text, span, registry, known)
    )


def _beside(text: str, span: Span, registry: Registry, known: _Known) -> tuple[Mention, ...]:
    """Read 省、市城乡规划部门与同级交通部门: levels that share an office, and another body."""
    for cut in islice(_WITH_ANOTHER.finditer(text, span.start + 2, span.end), _SPLITS):
        first = _bodies(text, span_of((span.start, cut.start())), registry, known)
        rest = _bodies(text, span_of((cut.end(), span.end)), registry, known) if first else ()
        if rest:
            return (*first, *rest)
    return (mention(text, span),) if is_office(text[span.start : span.end]) else ()


def _is_told_of(printed: str, registry: Registry) -> bool:
    """Say whether a clause tells offices from others: 市人民政府确定的部门, 负有监管职责的部门."""
    if is_charged(printed):
        return True
    owner, of, office = printed.rpartition("的")
    alone = of and "、" not in owner and "或" not in owner
    if alone and is_office(office) and is_body(owner, registry):
        return True  # 渔业部门的渔政管理机构
    chosen = chosen_by(printed)
    if chosen is None or "或" in chosen[0] or not is_body(chosen[0], registry):
        return False
    return chosen[1] in NAMELESS or is_body(chosen[1], registry)


def _both(
    text: str, span: Span, registry: Registry, known: _Known, words: re.Pattern[str]
) -> tuple[Mention, ...]:
    """Read 甲局或者乙局 as two; 其委托的单位 and what is no body by itself keep it whole."""
    cut = words.search(text, span.start, span.end)
    if cut is None:
        return ()
    first = _bodies(text, span_of((span.start, cut.start())), registry, known)
    if first and _OFFICE_OF_ITS.match(text, cut.end(), span.end):
        return (mention(text, span),)
    second = _bodies(text, span_of((cut.end(), span.end)), registry, known) if first else ()
    return (*first, *second) if second and not _ITS.match(text, cut.end()) else ()


def _split(text: str, span: Span, registry: Registry) -> tuple[Mention, ...]:
    listed = split_units(text, span, registry.words)
    names = [unit.as_written for unit in listed.units]
    known = bool(names) and is_body(names[0], registry)
    told = known and _all_are_told(text, span, names, registry)
    if not known or listed.rejected:
        return ()
    if not told and not all(_is_next_body(name, registry) for name in names[1:]):
        return ()
    return tuple(part for unit in listed.units for part in _apart(text, unit))


def _all_are_told(text: str, span: Span, names: Sequence[str], registry: Registry) -> bool:
    """Say whether 甲局、乙办、某车站、某公司等部门 tells of each that it is one.

    Most of them have to be known, for a name may hold the end of another sentence.
    """
    if not _TOLD_TAIL.search(text, *span):
        return False
    unknown = [name for name in names if not _is_next_body(name, registry)]
    named = all(_NAME.fullmatch(name) and not is_sentence(name) for name in unknown)
    return named and len(unknown) * 2 <= len(names)


def _apart(text: str, unit: Mention) -> tuple[Mention, ...]:
    """各乡镇、园区 are two, in a longer list too."""
    area = _AREA.fullmatch(text, *unit.spans[0]) if len(unit.spans) == 1 else None
    if area and PLACES.match(area["places"]):
        places, other = span_of(area.span("places")), span_of(area.span("area"))
        return mention(text, places), mention(text, other)
    return (unit,)


def _is_next_body(name: str, registry: Registry) -> bool:
    """Say whether a name behind a body in a list is one too; it may leave its level out."""
    if is_body(name, registry):
        return True
    odd = is_no_office(name) or is_sentence(name) or "或" in name  # 单位或者监察机关
    return not odd and len(name) <= _SHORT and is_unit(name, registry.words)


def _sharing(text: str, span: Span, registry: Registry, known: _Known) -> tuple[Mention, ...]:
    """Read what a separator does not divide: 各省、自治区; and what shares its end."""
    shares = text.find("等", span.start, span.end) >= 0
    joined = _SHARED_AND.match(text, span.start, span.end) if shares else None
    if joined:
        first = _sharing(text, span_of((span.start, joined.end("shared"))), registry, known)
        rest = _bodies(text, span_of((joined.start("rest"), span.end)), registry, known)
        return (*first, *rest) if first and rest else ()
    if text.endswith(_TAILED, span.start, span.end):
        shared = _ending_alike(text, span, registry, known)
        if shared:
            return shared
    area = _AREA.match(text, span.start, span.end)
    if area and PLACES.match(area["places"]):  # 各县（市、区）、开发区: no end is shared
        return mention(text, span_of(area.span("places"))), mention(
            text, span_of(area.span("area"))
        )
    apart = [m.start() for m in _APART.finditer(text, span.start, span.end)]
    if apart:
        edges = [span.start, *(cut + 1 for cut in apart)]
        ends = [*apart, span.end]
        each = [
            _bodies(text, span_of((a, b)), registry, known)
            for a, b in zip(edges, ends, strict=True)
        ]
        return tuple(unit for units in each for unit in units) if all(each) else ()
    whole = mention(text, span)
    return (whole,) if PLACES.match(whole.as_written) else ()


def _ending_alike(text: str, span: Span, registry: Registry, known: _Known) -> tuple[Mention, ...]:
    """Read 统计、税务等部门, also behind names that are whole: 乡镇政府和统计、税务等部门."""
    shared = SHARED.match(text, span.start, span.end)
    units = tuple(sharing(text, shared, registry)) if shared else ()
    if units:
        return units
    for cut in islice(BESIDE.finditer(text, span.start, span.end), _SPLITS):
        rest = SHARED.match(text, cut.end(), span.end)
        if rest is None or "、" not in rest["list"]:
            continue
        units = tuple(sharing(text, rest, registry))
        first = _bodies(text, span_of((span.start, cut.start())), registry, known) if units else ()
        if first:
            return (*first, *units)
    return ()
