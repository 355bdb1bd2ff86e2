"""Lists of units: 省工业和信息化厅、发展改革委，各县（市、区）人民政府 -> three units.

A list splits at 、 and ， only where the left piece is a unit by itself (docs/record.md, "Lists"),
so 各省、自治区、直辖市人民政府 stays whole and 市人民政府各委、办、局 does too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.extract.bodies.cut_names import are_one
from policygraph.extract.bodies.etc import etc_cuts, without_etc
from policygraph.extract.bodies.persons import LONGEST, person_last, person_of, unit_and_person
from policygraph.extract.reading import Mention, mention
from policygraph.model.source import Span, span_of
from policygraph.registry.words import Words, alternation
from policygraph.text.brackets import outside

_SEPARATOR = expression(r"[、，,；;/／\t]")
_RUN_ON = expression("[局委办厅](?=[省市区县](?!分|委).{3})")  # 区甲办区乙委: the 、 is lost
_BLANK = expression(r"\s+")
_MAY_SPLIT = expression(  # most names hold none of these
    r"[和及与\s局委办厅](?:(?<=[和及与\s])|(?=[省市区县](?!分|委).{3}))"
)
_LINKED = expression(
    r"(?:以及|及|和|与)(?=有关|相关|各|其[他它余]|[省市县区][直级])"
)  # ，及有关部门
_AND = expression("以及|和|及(?!其(?![他它余]))|与")
_NO_UNIT = expression(
    r"[。：:“”《》<>？?!！%=]|^(?:由|对|将|按|为|要|把|并|不(?!动产)|是|其中|具体|应(?!急))"
    r"|^\d+$|\d{3,}(?!\d|\s?热线)|^(?:同上|同前|前述|上述|以上|下列)|^除.*外(?:的|$)|自行|另行|依法|应当|不得|予以|进行|谁|社会$"
)
_PLACE_LIST = expression(
    r"(?:^中央?$|^省$|^市$|^县$|(?:[省市县区镇乡盟旗州]|自治区|街道)(?:[（(〔][^（）()〔〕]*[）)〕])?$)"
)
_PLACE_ENDS = frozenset("央中省市县区镇乡盟旗州道）)〕")  # with which such a list ends
_LEVELS = expression(
    r"(?:\s*、\s*[省市县区州旗盟]){1,4}(?:[（(〔]|人民政府|政府|委)"
)  # 各区、县（市）政府
_TOWN = expression("(?!各|民族乡)[\u4e00-\u9fff]{2,6}(?:镇|乡|街道)")  # a body by itself
_OF_TOWNS = expression("政府|办事处|党委|党工委|管委会|人民")
_ONE_WORD = expression(r".[（(〔][^（）()〔〕]{1,10}[）)〕]")  # 局（公司）
_SECOND_HALVES = ("政府", "人民政府", "办事处", "管委会", "管理委员会")
_ABOVE = ("中央", "国家", "部", "省")
_STATIONED = expression("、[省部市区县]?(?:直|属)?驻")  # 市直和中央、省驻市有关单位
_AREAS = expression(r"(?:[省市县区]直)?各?(?:园区|开发区|新区|示范区)(?:管委会)?$")
_OWN = expression("[省市县区州旗][级直](?:各|有关|相关){0,2}(?:部门|单位)$")
_TOWNS = expression(r"各(?:乡镇?|镇|街道)(?:[（(](?:乡|镇|街道)[）)])?")
_OF_COUNTY = expression(
    r"[市县区旗](?![直级、]|人民|政府|委)[\u4e00-\u9fff]{1,12}[局办委院队部站所社会]$"
)
_CLOSING = "）)﹚〕]］】〉>"
# 省“双找”工作专班, 各县<市、区>政府: marks that stand inside a name
_ODD = expression(
    r"[“\"]([^“”\"，]{1,12})[”\"](?=[\u4e00-\u9fff])|[〈<][^〈〉<>]{1,16}[〉>]"
    r"|[（(〔〈<](?:含|包括|不含)[^（）()〔〕〈〉<>]{1,60}[）)〕〉>]$"
)
_QUOTED_NAME = expression("“[^“”，]{1,12}”(?=[\u4e00-\u9fff])")  # 市“甲、乙”工作专班
_ODD_MARK = expression('[“"〈<含括]')
# 各区政府（含开发区、风景区管委会，下同）: the note holds from here on and is no part of the name
_FROM_HERE = expression(
    r"[（(〔〈<](?:含|包括|不含)[^（）()〔〕〈〉<>]{1,60}[，,；;]下同[）)〕〉>]$"
)
_SHORTEST = 2


class UnitList(NamedTuple):
    """The units of a list, and the pieces that are none."""

    units: tuple[Mention, ...]
    rejected: tuple[Span, ...]


@lru_cache(maxsize=8)
def _suffix(words: Words) -> re.Pattern[str]:
    return expression(
        rf"(?:{alternation(words.unit_suffixes)})(?:[（(〔][^（）()〔〕]{{1,16}}[）)〕])?$"
    )


def is_unit(name: str, words: Words) -> bool:
    """Say whether a piece of a list is the name of a unit by itself."""
    if len(name) > 2 * LONGEST:  # what is kept for the next time stays short
        name = "".join(name.split())
    return len(name) <= 2 * LONGEST and _is_unit(name, words)


@lru_cache(maxsize=16_384)  # the same few hundred names fill most lists
def _is_unit(name: str, words: Words) -> bool:
    bare = "".join(name.split())
    if _ODD_MARK.search(bare):
        bare = _ODD.sub(r"\1", bare)
    if not _SHORTEST <= len(bare) <= LONGEST or _NO_UNIT.search(bare):
        return False
    return bool(_suffix(words).search(bare))


def split_units(text: str, span: Span, words: Words) -> UnitList:
    """Split ``text[span]`` into units.

    A piece that does not end like a unit is taken for one if it stands among units and could be
    a name (国网, 人武部); what cannot be a name is rejected.
    """
    found: list[Mention] = []
    rejected: list[Span] = []
    for piece in _merged(text, span, words):
        for part in _named(text, _without_note(text, piece), words):
            one, person = _without_person(mention(text, part), words)
            rejected.extend(person)
            if is_unit(one.as_written, words) or _may_be_unit(one.as_written, words):
                found.append(one)
            else:
                rejected.append(part)
    return UnitList(tuple(found), tuple(rejected))


def _without_note(text: str, piece: Span) -> Span:
    """Give a name without the bracket that says whom it takes in from here on."""
    if text[piece.end - 1] not in _CLOSING:
        return piece
    said = _FROM_HERE.search(text, max(piece.start, piece.end - 64), piece.end)
    return span_of((piece.start, said.start())) if said and said.start() > piece.start else piece


def _may_be_unit(name: str, words: Words) -> bool:
    if not _SHORTEST <= len(name) <= 16 or _NO_UNIT.search(name) or "的" in name:
        return False
    return not person_of(words).fullmatch(name)


def _without_person(printed: Mention, words: Words) -> tuple[Mention, Sequence[Span]]:
    """市财政局王某, 市教育局（张三）: the unit, and where the name of a person stands behind it."""
    name = printed.as_written
    if len(name) > 2 * LONGEST or (name[-1:] not in "）)" and is_unit(name, words)):
        return printed, ()
    ends = person_last(words).search(name)
    match = unit_and_person(words).fullmatch(name) if ends else None
    if match is None:
        return printed, ()
    cut = match.end("unit")
    kept: list[Span] = []
    for span in printed.spans:
        if cut > 0:
            kept.append(span_of((span.start, min(span.end, span.start + cut))))
        cut -= span.end - span.start
    return Mention(match["unit"], tuple(kept)), [span_of((kept[-1].end, printed.spans[-1].end))]


def _pieces(text: str, span: Span) -> Iterator[Span]:
    begin, end = span
    words, start = text[begin:end], begin
    named = [m.span() for m in _QUOTED_NAME.finditer(words)] if "“" in words else ()
    for index in outside(words, _SEPARATOR):
        if named and any(a < index < b for a, b in named):
            continue
        yield span_of((start, begin + index))
        start = begin + index + 1
    yield span_of((start, end)) if start > begin else span


def _merged(text: str, span: Span, words: Words) -> list[Span]:
    """Join the pieces of a name that holds separators itself."""
    merged: list[Span] = []
    open_start: int | None = None
    for piece in _pieces(text, span):
        begin, end = piece
        bare = "".join(text[begin:end].split())
        follows = bool(merged) and open_start is None and text[begin - 1] == "、"
        if follows and _goes_on(text, bare, merged[-1]):
            merged[-1] = span_of((merged[-1].start, end))
            continue
        if open_start is not None and _is_apart(text, piece, bare, open_start):
            merged.append(span_of((open_start, begin - 1)))
            open_start = None
        start = begin if open_start is None else open_start
        if _is_whole(text, end, bare, span.end, words):
            merged.append(piece if open_start is None else span_of((start, end)))
            open_start = None
        else:
            open_start = start if text[start:end].strip() else None
    if open_start is not None:
        merged.append(span_of((open_start, span.end)))
    return merged


def _goes_on(text: str, bare: str, before: Span) -> bool:
    """Say whether a piece is part of the name before it: 各委、办、局; 各乡镇党委、政府."""
    if len(bare) == 1 or bare in ("政府", "人民政府"):
        return True
    if bare[-1:] in _CLOSING and _ONE_WORD.fullmatch(bare):
        return True
    return bare in _SECOND_HALVES and _is_party(text, before)


def _is_whole(text: str, behind: int, bare: str, end: int, words: Words) -> bool:
    """Say whether a name is whole with a piece, and does not go on behind its separator."""
    if bare.startswith("各") and _LEVELS.match(text, behind, end):
        return False
    if bare.endswith(_ABOVE) and _STATIONED.match(text, behind, end):
        return False
    if bare[-1:] not in _PLACE_ENDS or is_unit(bare, words) or not _PLACE_LIST.search(bare):
        return True
    return bool(_TOWN.fullmatch(bare)) and not _OF_TOWNS.search(text, behind, end)


def _is_party(text: str, piece: Span) -> bool:
    """各街道党工委 before 办事处: the party's half of what is named together."""
    return "".join(text[piece.start : piece.end].split()).endswith(("党工委", "党委", "工委"))


def _is_apart(text: str, piece: Span, bare: str, begin: int) -> bool:
    """Only 、 holds a name together; 各县（市、区）、市直园区 are two, and 各乡镇、县直各部门.

    各乡镇（街道）、县农业局 are, too: towns share no office with the county.
    """
    mark, before = text[piece.start - 1], text[piece.start - 2 : piece.start - 1]
    if text[begin] == "各" and _TOWNS.fullmatch(text, begin, piece.start - 1):
        return mark != "、" or bool(_OWN.match(bare) or _OF_COUNTY.match(bare))
    own = text[begin] == "各" and _OWN.match(bare)
    anew = (before in ("）", ")") and _AREAS.match(bare)) or own
    return mark != "、" or bool(anew)


def _named(text: str, span: Span, words: Words) -> list[Span]:
    """Give the names in a piece: A和B are two, A等有关部门 is A and a group, 等 says nothing."""
    start, end = span
    printed = text[start:end]
    piece = printed.strip()
    if len(piece) < len(printed):
        start += len(printed) - len(printed.lstrip())
        span = span_of((start, start + len(piece)))
    if not piece.strip("、，,；;。 "):
        return []
    if piece[0] in "以及和与" and (linked := _LINKED.match(piece)):
        piece, start = piece[linked.end() :], start + linked.end()
        span = span_of((start, start + len(piece)))
    for cut in etc_cuts(piece) if "等" in piece else ():
        first = span_of((start, start + cut.name))
        group = span_of((start + cut.begin, start + cut.end))
        if cut.sure or (_is_named(text, first, words) and _is_named(text, group, words)):
            return [*_halves(text, first, words), *([group] if cut.end > cut.begin else ())]
    return _halves(text, span, words)


def _is_named(text: str, span: Span, words: Words) -> bool:
    return is_unit(text[span.start : span.end], words)


def _halves(text: str, span: Span, words: Words) -> list[Span]:
    """Split at 和, 及, 与 or a blank where both sides are units by themselves."""
    if not _MAY_SPLIT.search(text, *span):
        return [span]
    name = text[span.start : span.end]
    for match in [*_AND.finditer(name), *_BLANK.finditer(name)]:
        left, right = name[: match.start()], name[match.end() :]
        half = len(right) <= _SHORTEST or right in _SECOND_HALVES  # 党委和政府 of one place
        broken = "\n" in match.group() and are_one(left, right)
        if broken or right == "成员单位" or (half and match.group() in "和及与"):
            continue
        if is_unit(without_etc(left), words) and is_unit(right, words):
            middle = span.start + match.end()
            before = _named(text, span_of((span.start, span.start + match.start())), words)
            return [*before, *_halves(text, span_of((middle, span.end)), words)]
    for match in _RUN_ON.finditer(name):
        left, right = name[: match.end()], name[match.end() :]
        if left[0] == right[0] and is_unit(left, words) and is_unit(right, words):
            middle = span.start + match.end()
            return [
                span_of((span.start, middle)),
                *_halves(text, span_of((middle, span.end)), words),
            ]
    return [span]
