"""Lists: how the labels of automatic numbering look (PlfLst, PlfLfo, 2.9.188 and 2.9.190).

A paragraph names an override, which names a list and may change some of its levels; they are
written as ``w:num`` and ``w:abstractNum``.
"""

from collections.abc import Iterator
from typing import NamedTuple

from policygraph.text.inputs.doc.binary import Broken, cut, i16, i32, u8, u16, u32, xst
from policygraph.text.inputs.doc.fib import Fib, Part
from policygraph.text.inputs.doc.wordml import element
from policygraph.text.inputs.docx.xml import Element

_LEVELS = 9
_LIST, _OVERRIDE, _LEVEL, _CHANGE = 28, 16, 28, 8  # bytes of LSTF, LFO, LVLF, LFOLVL
_NO_STYLE = 0xFFF
_IS_SIMPLE = 0x01  # a list of one level
_IS_LEGAL, _NO_RESTART = 0x04, 0x08
_STARTS, _IS_LEVEL = 0x10, 0x20
_FOLLOWED = {0: "tab", 1: "space", 2: "nothing"}
# Number formats by their number ([MS-OSHARED] 2.2.1.3); one that is not here is in digits.
_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    5: "ordinal", 10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth",
    18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet",
    26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
    33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital", 37: "chineseCounting", 38: "chineseLegalSimplified",
    39: "chineseCountingThousand", 41: "koreanDigital", 42: "koreanCounting", 57: "numberInDash",
    255: "none",
}  # fmt: skip


class _List(NamedTuple):
    key: int
    styles: tuple[int, ...]
    levels: int


def numbering_element(fib: Fib) -> Element:
    """Give the lists of a document as ``w:numbering``."""
    root = element("w:numbering")
    heads = _heads(fib.part(Part.LISTS))
    at = fib.offset(Part.LISTS) + 2 + _LIST * len(heads)  # whatever size the table claims
    for place, head in enumerate(heads):
        made = element("w:abstractNum", {"w:abstractNumId": str(place)})
        for index in range(head.levels):
            level, at = _level(fib.table, at, index, head.styles[index])
            made.append(level)
        root.append(made)
    places = {head.key: place for place, head in enumerate(heads)}
    root.extend(_overrides(fib.part(Part.LIST_OVERRIDES), places))
    return root


def _heads(table: bytes) -> list[_List]:
    if not table:
        return []
    return [_head(cut(table, 2 + _LIST * n, _LIST)) for n in range(i16(table, 0))]


def _head(head: bytes) -> _List:
    styles = tuple(u16(head, 8 + 2 * index) for index in range(_LEVELS))
    return _List(i32(head, 0), styles, 1 if head[26] & _IS_SIMPLE else _LEVELS)


def _level(data: bytes, at: int, index: int, style: int) -> tuple[Element, int]:
    """Write a level as ``w:lvl``, and give the offset behind it (LVL, 2.9.150)."""
    flags, follow = u8(data, at + 5), u8(data, at + 15)
    places = cut(data, at + 6, _LEVELS)
    behind = at + _LEVEL + u8(data, at + 24) + u8(data, at + 25)
    text, behind = xst(data, behind)
    values = {
        "w:start": str(i32(data, at)),
        "w:numFmt": _FORMATS.get(u8(data, at + 4), "decimal"),
        "w:suff": _FOLLOWED.get(follow, "tab"),
        "w:lvlText": _label(text, places),
    }
    if style != _NO_STYLE:
        values["w:pStyle"] = str(style)
    if flags & _NO_RESTART:
        values["w:lvlRestart"] = str(u8(data, at + 26))
    if flags & _IS_LEGAL:
        values["w:isLgl"] = "1"
    made = element("w:lvl", {"w:ilvl": str(index)})
    made.extend(element(key, {"w:val": value}) for key, value in values.items())
    return made, behind


def _label(text: str, places: bytes) -> str:
    """Write numbers as ``%1``: in the file a number of a level stands where its number goes."""
    signs = list(text)
    for place in set(places):
        if 0 < place <= len(signs) and ord(signs[place - 1]) < _LEVELS:
            signs[place - 1] = f"%{ord(signs[place - 1]) + 1}"
    return "".join(signs)


def _overrides(table: bytes, places: dict[int, int]) -> Iterator[Element]:
    if not table:
        return
    count = u32(table, 0)
    heads = [cut(table, 4 + _OVERRIDE * n, _OVERRIDE) for n in range(_bounded(count, table))]
    at = 4 + _OVERRIDE * count
    for number, head in enumerate(heads, 1):
        made = element("w:num", {"w:numId": str(number)})
        if i32(head, 0) in places:
            of = str(places[i32(head, 0)])
            made.append(element("w:abstractNumId", {"w:val": of}))
        at += 4  # a position that means nothing
        for _ in range(head[12]):
            change, at = _change(table, at)
            made.append(change)
        yield made


def _bounded(count: int, table: bytes) -> int:
    if count * _OVERRIDE > len(table):
        raise Broken("more overrides than bytes")
    return count


def _change(table: bytes, at: int) -> tuple[Element, int]:
    """Write what an override changes of a level (LFOLVL, 2.9.133)."""
    start, flags = i32(table, at), u32(table, at + 4)
    index = flags & 0xF
    made = element("w:lvlOverride", {"w:ilvl": str(index)})
    at += _CHANGE
    if flags & _IS_LEVEL:
        start = i32(table, at)
        level, at = _level(table, at, index, _NO_STYLE)
        made.append(level)
    if flags & _STARTS:
        made.append(element("w:startOverride", {"w:val": str(start)}))
    return made, at
