"""Duties that a reform moves from bodies to one body, as plans of reforms say it.

Printed forms: 将甲局的职责、乙委的规划职责整合，组建丙局; 将甲办公室职责划入乙办公室;
整合甲局、乙局的职责，组建丙局; 丙局是将甲局的职责整合组建的; 原甲局的职责由丙局承担;
在甲局的规划职责基础上组建乙局.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.agency_changes.names import Names, is_strong, is_unreal

_LONGEST = 800  # characters of a sentence
# another 将 begins another move
_GIVERS = r"(?P<givers>[^。；将]{4,600}?(?:职责|职能|职权))(?:等)?(?:进行|统一|全部|一并)*"
TO = (
    "划入|划给|交给|划归|划转[至到给]?|归入|并入|移交[至到给]?|转隶[至到]?|交由|转由"
    "|调整[至到]|整合[至到]|合并[至到]"
)
_FORM = r"(?:重新|新)?(?:组建|设立|成立)了?"
_BEGIN = r"(?<![\u4e00-\u9fff（）()、])"
_NEW = r"(?P<new>[\u4e00-\u9fff（）()]{2,40}?)"
_NEW_END = r"(?=[，。；,;]|承担|负责|行使|加挂|$)"
_DUTY = expression("职[责能权]")
_MOVED = (
    expression(
        rf"(?:将|把){_GIVERS}[，,]?(?:整合[，,]?(?:{_FORM}|划入|并入)|{TO}){_NEW}{_NEW_END}"
    ),
    expression(rf"(?:整合|归并){_GIVERS}[，,]{_FORM}{_NEW}{_NEW_END}"),
    expression(
        rf"组建的?{_NEW}[，,](?:包含|合并了?|整合了?)(?P<givers>[^。；]{{4,600}}职[责能])(?=[，。；,;]|$)"
    ),
    expression(
        rf"{_BEGIN}{_NEW}(?:(?:为|是|作为)[^，,]{{2,16}}[，,])?(?:主要)?整合了?"
        r"(?P<givers>[^。；]{4,300}?职[责能](?:[，,][^。；，]{3,80}?的[^。；，]{1,40}?职[责能]){0,8})"
        rf"(?=[，。；,;]|$)(?![，,]{_FORM})"
    ),
    expression(rf"{_BEGIN}{_NEW}[，,]?是(?:由|将|把){_GIVERS}整合(?:{_FORM}|而成)"),
    expression(rf"{_BEGIN}{_NEW}(?:将|把){_GIVERS}整合(?:组建(?:而成)?|而成)(?=[，,。；]|$)"),
    expression(
        rf"{_BEGIN}{_NEW}(?:将|把){_GIVERS}整合[，,](?:作为|为)[^，。；]{{2,20}}(?:部门|机构)"
    ),
    expression(
        rf"(?P<givers>原[^。；，]{{3,200}}?职[责能])(?:调整|统一|改|均)?由{_NEW}(?:承担|负责|行使|履行)"
    ),
    expression(
        rf"(?P<givers>原[^。；，]{{3,200}}?职[责能])[，,](?:全部|统一|整体|一并)*(?:{TO}){_NEW}{_NEW_END}"
    ),
)
_ON_THE_BASIS = expression(rf"在{_GIVERS}的?基础上[，,]?{_FORM}{_NEW}{_NEW_END}")
# 原甲局的职责，以及乙局的规划职责整合，组建丙局: no 将 leads them
_UNLED = expression(
    r"(?:^|[，,：:])(?P<givers>[^。；，将把]{3,60}职[责能][^。；将把]{0,500}?)等?(?:进行)?"
    rf"(?:整合|合并)[，,]{_FORM}{_NEW}{_NEW_END}"
)
# 将食品安全职责由市卫生局划入市药监局: what goes stands before who gives
_FROM = expression(
    r"(?:将|把)(?P<what>[^。；将把由]{2,160}?)的?职[责能权]由(?P<givers>[\u4e00-\u9fff（）()]{2,40}?)"
    rf"(?:{TO}){_NEW}{_NEW_END}"
)
# 甲局不再承担规划职责，划转至乙局
_HANDED_ON = expression(
    r"(?P<old>[\u4e00-\u9fff（）()]{3,40}?)不再(?:承担|负责|行使|履行)(?P<what>[^，,。；]{2,80}?)"
    r"(?:职[责能权]|工作|任务|业务)?[，,](?:并|同时)?将?(?:相关|有关|上述|该|此|其|这)?(?:[一两三四]?项|些)?"
    rf"(?:职[责能权]|工作|任务|业务)?(?:已|均|全部|整体|统一|一并|改)*(?:{TO}|转?由){_NEW}{_NEW_END}"
)
# 组建丙局。将甲局、乙局的职责整合划入。: who takes them stands in the sentence before
_TO_FOUNDED = expression(
    rf"(?:将|把){_GIVERS}[，,]?(?:整合(?:划入|并入|归入)?|划入|并入|归入)(?=[，,]不再保留|$)"
)
# 新成立丙局后，…将甲局、乙局的职责整合: the sentence itself begins with who takes them
_NEWLY = expression(rf"^新?(?:组建|成立|设立)的?{_NEW}(?:后|以来)?[，,]")
_FORMED = expression(r"是(?:由|将|把)|整合(?:组建(?:而成)?|而成)$")
_PLATES = expression("[（(][^（）()]{1,80}[）)]")
_BETWEEN = expression(r"(?<=职[责能权])(?:[，、,]|以及|和|及|与)+")
_APART = expression(
    r"、(?=[\u4e00-\u9fff]{2,24}(?:局|委|厅|部|办|办公室|委员会|小组|部门)(?:[（(][^（）()]{1,30}[）)])?的)"
)
_APART_BARE = expression(
    r"、(?=[\u4e00-\u9fff]{2,24}(?:局|委|厅|办|办公室|委员会)(?![、的]|职[责能权])[\u4e00-\u9fff]{2})"
)
_OWN_DUTY = expression("(?!原)(?![^的]{0,20}(?:局|委|办|部门|中心|单位)(?:承担|负责)?的)")
_GIVER = expression(
    r"(?:原|由)?(?P<old>[\u4e00-\u9fff（）()、]{2,120}?)(?:(?:承担|负责|履行)?的(?P<what>[^，]{0,80}?))?"
    r"(?:有关|相关|全部|所有|等)?职[责能权]"
)
# 市水利局水资源调查职责: what is given stands right behind the name of who gives it
_UNMARKED = expression(
    r"(?P<body>[\u4e00-\u9fff]{1,40}(?:局|厅|委(?!员会|托|派)|委员会|办(?![公理事法学案证])|办公室|(?<![全内外干支])部(?![门分署队长]))"
    r"(?:[（(][^（）()]{1,40}[）)])?)(?P<what>(?![、和及与或的])[\u4e00-\u9fff、]{2,60})"
)


class Move(NamedTuple):
    """Duties that go from one body to another; ``what`` is "" where all of them do.

    ``formed``: the sentence says of the taker that it was formed of them.
    """

    old: str
    new: str
    what: str
    formed: bool = False


def moves(
    sentence: str, names: Names, founded: str | None = None, own: str | None = None
) -> Iterator[Move]:
    """Read what a sentence moves; nothing where the first giver or the taker is no body.

    Args:
        sentence: without blanks.
        names: tells the names of bodies.
        founded: the one body that the sentence before founds.
        own: the body whose duties the document lays down; it gives where nobody is named.
    """
    if len(sentence) <= _LONGEST and "不再" in sentence:
        yield from _handed_on(sentence, names)
    if len(sentence) > _LONGEST or not _DUTY.search(sentence):
        return
    newly = _NEWLY.match(sentence)
    founded = (names.taker(newly["new"]) if newly else None) or founded or own
    for pattern in _patterns(sentence, founded):
        for match in pattern.finditer(sentence):
            if is_unreal(sentence, match.start()):
                continue
            new = founded if pattern is _TO_FOUNDED else names.taker(match["new"])
            if pattern is _FROM:
                yield from _from(match, new, names)
                continue
            given = all_givers(
                match["givers"], names, own if new and not (own or "").endswith(new) else None
            )
            if new and given:
                formed = bool(_FORMED.search(match.group()))
                yield from (Move(old, new, what, formed) for old, what in given)


def all_givers(words: str, names: Names, own: str | None = None) -> list[tuple[str, str]]:
    """Give who gives, and what ("" for all); [] where the first who gives is no body.

    What nobody is named for comes from ``own``, the body of the document, if there is one.
    """
    parts = [each for part in _BETWEEN.split(words) for each in _apart(part)]
    given = [_givers(_duty(each), names) for each in parts]
    if own and not given[0] and _OWN_DUTY.match(parts[0]):
        given[0] = [(own, _DUTY.sub("", parts[0]).removesuffix("的"))]
    return [one for each in given for one in each] if given[0] else []


def _handed_on(sentence: str, names: Names) -> Iterator[Move]:
    for match in _HANDED_ON.finditer(sentence):
        old, new = names.unit(match["old"]), names.taker(match["new"])
        if old and new and names.is_placed(new):
            yield Move(old, new, match["what"])


def _from(match: re.Match[str], new: str | None, names: Names) -> Iterator[Move]:
    old = names.unit(match["givers"])
    if old and new:
        yield Move(old, new, match["what"])


def _patterns(sentence: str, founded: str | None) -> Iterator[re.Pattern[str]]:
    yield from _MOVED
    if founded:
        yield _TO_FOUNDED
    if "由" in sentence:
        yield _FROM
    if "基础上" in sentence:
        yield _ON_THE_BASIS
    if "将" not in sentence and ("整合，" in sentence or "合并，" in sentence):
        yield _UNLED


def _apart(part: str) -> list[str]:
    """甲局的规划、乙局的防灾等职责 are two; in 甲局、乙局的防灾职责 both share what they give."""
    pieces = _APART.split(part)
    if all("的" in piece for piece in pieces):
        return pieces
    bare = _APART_BARE.split(part)  # 甲局防灾、乙局防汛等职责
    return bare if len(bare) > 1 and all(map(_UNMARKED.match, bare)) else [part]


def _duty(words: str) -> str:
    """甲局的规划、乙局的防灾等管理职责: the first of two has the word 职责 in common."""
    return words if _DUTY.search(words[-2:]) else words + "职责"


def _givers(words: str, names: Names) -> list[tuple[str, str]]:
    """Give who gives, and what: 甲局、乙局的规划职责 are two; a group (七个部门) is none."""
    words = re.sub("^(?:以及|和|及|与|[，、,])+", "", words)
    match = _GIVER.fullmatch(words)
    if match is None:
        return []
    what = re.sub("^机构(?:和|、)", "", match["what"] or "")
    olds = names.listed(match["old"])
    if not olds:
        one = names.unit(match["old"])
        if one is None or "、" in _PLATES.sub("", one):  # 国土、规划部门: a group
            return unmarked(match["old"], names)
        olds = [one]
    return [(old, "" if what.startswith("除") else what) for old in olds]


def unmarked(words: str, names: Names) -> list[tuple[str, str]]:
    """Give who gives, and what, where no 的 stands between: 市水利局水资源调查; else nothing."""
    match = _UNMARKED.fullmatch(words)
    old = names.unit(match["body"]) if match else None
    if match is None or not is_strong(old) or old is None:
        return []
    return [(old, match["what"])]
