"""What the modifiers of a paragraph or run come to (2.4.6)."""

from dataclasses import dataclass
from functools import lru_cache

from policygraph.text.inputs.doc.binary import Broken, cut, i16, i32, u16
from policygraph.text.inputs.doc.modifiers import Modifier, Sprm, modifiers

_DEEPEST = 16  # tables in tables; a document with more means to exhaust us
_NO_LIST = 0x7FF
_OF_STYLES = frozenset(
    (Sprm.LIST, Sprm.LEVEL, Sprm.FIRST_LINE, Sprm.FIRST_LINE_97, Sprm.FIRST_LINE_CHARS)
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The properties of a paragraph, of its own or of a style; None where it does not say.

    Attributes:
        style: number of its style.
        depth: in how many tables it lies.
        ends_cell: it is the last of a cell of an inner table.
        ends_row: it is the mark behind the last cell of a row.
        list_id: number of its list, 0 for none.
        level: in the list, 0 is the outermost.
        first_line: indent of the first line, in twentieths of a point.
        first_line_chars: the same, in hundredths of a character.
        modifiers: all of them, as written.
    """

    style: int = 0
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False
    list_id: int | None = None
    level: int | None = None
    first_line: int | None = None
    first_line_chars: int | None = None
    modifiers: bytes = b""


@dataclass(frozen=True, slots=True)
class Run:
    """The properties of a run.

    Attributes:
        is_deleted: by a tracked change.
        is_hidden: it is not printed.
        symbol: character of a font of symbols, that stands for it.
        picture: where the picture that it is lies in the stream of data.
    """

    is_deleted: bool = False
    is_hidden: bool = False
    symbol: int | None = None
    picture: int | None = None


def paragraph(style: int, grpprl: bytes) -> Paragraph:
    """Give what modifiers come to."""
    last: dict[int, Modifier] = {}
    for modifier in modifiers(grpprl):
        if modifier.code == Sprm.STYLE:  # all that is not of a table is now as that style says
            last = {code: each for code, each in last.items() if code not in _OF_STYLES}
        last[modifier.code] = modifier
    indents = [last[code] for code in (Sprm.FIRST_LINE_97, Sprm.FIRST_LINE) if code in last]
    list_id = _number(last.get(Sprm.LIST))
    depth = _depth(last)
    return Paragraph(
        style=_number(last.get(Sprm.STYLE), style) or 0,
        depth=depth,
        ends_cell=depth > 1 and _flag(last.get(Sprm.INNER_CELL_END)),
        ends_row=_flag(last.get(Sprm.ROW_END if depth <= 1 else Sprm.INNER_ROW_END)),
        list_id=None if list_id is None else _list(list_id),
        level=_number(last.get(Sprm.LEVEL)),
        first_line=indents[-1].number if indents else None,
        first_line_chars=_number(last.get(Sprm.FIRST_LINE_CHARS)),
        modifiers=grpprl,
    )


def _list(number: int) -> int:
    """Give the number of a list: below zero it only says that the indent is its own (2.6.2)."""
    return 0 if abs(number) >= _NO_LIST else abs(number)


def _depth(last: dict[int, Modifier]) -> int:
    in_table = _flag(last.get(Sprm.IN_TABLE))
    depth = i32(last[Sprm.DEPTH].operand, 0) if Sprm.DEPTH in last else int(in_table)
    if Sprm.DEEPER in last:
        depth += i32(last[Sprm.DEEPER].operand, 0)
    return min(max(depth, int(in_table)), _DEEPEST)


def _flag(modifier: Modifier | None) -> bool:
    return modifier is not None and modifier.flag


def _number(modifier: Modifier | None, otherwise: int | None = None) -> int | None:
    return otherwise if modifier is None else modifier.number


@lru_cache(maxsize=4096)
def run(grpprl: bytes) -> Run:
    """Give what modifiers of a run come to."""
    last = {modifier.code: modifier.operand for modifier in modifiers(grpprl)}
    symbol, picture = last.get(Sprm.RUN_SYMBOL), last.get(Sprm.RUN_PICTURE)
    return Run(
        is_deleted=_is_on(last.get(Sprm.RUN_DELETED)),
        is_hidden=_is_on(last.get(Sprm.RUN_HIDDEN)),
        symbol=None if symbol is None else u16(symbol, 2),
        picture=None if picture is None else i32(picture, 0),
    )


def _is_on(operand: bytes | None) -> bool:
    return operand is not None and operand[0] in (1, 0x81)


def elsewhere(grpprl: bytes, data: bytes) -> bytes:
    """Give the properties of a paragraph with those of wide tables, which lie with the data."""
    for modifier in modifiers(grpprl):
        if modifier.code in (Sprm.ELSEWHERE, Sprm.ELSEWHERE_97):
            at = i32(modifier.operand, 0)
            try:
                return grpprl + cut(data, at + 2, i16(data, at))
            except Broken:
                break  # the paragraph is printed without them
    return grpprl
