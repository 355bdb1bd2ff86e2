"""Blocks -> clauses: numbered units with paths, by a stack of open labels."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.finding import Finding
from policygraph.model.quick import quick_tuple
from policygraph.model.source import Source
from policygraph.model.structure import Block, BlockKind, Clause, Label
from policygraph.text.brackets import first_outside
from policygraph.text.labels import content_after, level
from policygraph.text.new_wording import without_new_wording
from policygraph.text.numbering import nesting
from policygraph.text.title import close_up

_K = BlockKind
_OUTSIDE = {
    _K.CLOSING,
    _K.SIGNATURE,
    _K.DATE,
    _K.DISCLOSURE,
    _K.COPIED_TO,
    _K.FOOT,
    _K.ANNEX_LIST,
}
_ANNEX, _TABLE = _K.ANNEX, _K.TABLE
_UNDER = 20  # characters of a heading under which closing words stand
_PAUSED = expression("[，。；：,;:]")
_HEADING = 40  # characters behind a label that can be a heading alone
_TITLED = expression(
    r"(?:【(?P<square>[\u4e00-\u9fff、]{2,20})】|[（(](?P<round>[\u4e00-\u9fff、]{2,12})[）)])\s*(?=\S)"
)
_SET_APART = frozenset("【（(")  # with which such a heading begins
_INWARD = "cn-comma cn-paren ar-dot ar-paren"  # styles, outermost first
_TAGS = expression(r"\*\*|</?[A-Za-z][^>\n]{0,80}>|&(?:emsp|nbsp|ensp);|\{[^}\n]{0,40}\}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The clauses of a document in text order, and what is odd about their numbers."""

    clauses: tuple[Clause, ...]
    findings: tuple[Finding, ...]


_Open = tuple[int, str]  # a unit on the stack: its rank and its path


class _Unit(NamedTuple):
    """A numbered unit before its extent is known; the fields are those of ``Clause``."""

    path: str
    label: str
    heading: str | None
    start: int
    style: str
    rule: str


_unit_of = quick_tuple(_Unit)


def parse_clauses(source: Source, blocks: Sequence[Block]) -> Parsed:
    """Read the numbered units with their paths, headings and extents.

    Guarantees: paths are unique; a clause lies inside its parent; starts ascend.
    """
    units: list[_Unit] = []
    findings: list[Finding] = []
    seen: dict[str, int] = {}
    for zone in _zones(blocks):
        ranks = _ranks(source, zone)
        stack: list[_Open] = []
        for index, block in enumerate(zone):
            label = block.label
            if label is None:
                continue
            rank = ranks.get(level(label), -1)
            path = _path(label, stack, rank)
            times = seen[path] = seen.get(path, 0) + 1
            if times > 1:
                path = f"{path}~{times}"
                findings.append(Finding("clause.number-repeated", label.span, "clauses.path", path))
            stack.append((rank, path))
            units.append(_unit(source, zone, index, label, path))
    extents = without_new_wording(source.text, _with_extents(units, blocks, source.text))
    return Parsed(extents, tuple(findings))


def _zones(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Give the main body, then each annex."""
    zone: list[Block] = []
    for block in blocks:
        if block.kind is _ANNEX and zone:
            yield zone
            zone = []
        zone.append(block)
    yield zone


def _ranks(source: Source, zone: Sequence[Block]) -> dict[str, int]:
    units = [(b, b.label) for b in zone if b.label and b.kind is not _ANNEX]
    text = source.text
    headings = {
        label.span
        for block, label in units
        if len(words := text[label.span[1] : block.span[1]].strip()) <= _HEADING
        and "。" not in words.rstrip("。")
    }
    return nesting([label for _, label in units], headings)


def _path(label: Label, stack: list[_Open], rank: int) -> str:
    """Give the path of a unit; closes the units on the stack that it does not stand in."""
    if label.style == "annex":
        stack.clear()
        return f"annex{label.number}"
    while stack and stack[-1][0] >= rank:
        stack.pop()
    if not stack:
        return label.number.replace(".", "/")  # 2.3 without a 2 before it
    outer = stack[-1][1]
    parts = label.number.split(".")
    for known in range(len(parts) - 1, 0, -1):
        if f"/{outer}".endswith("/" + "/".join(parts[:known])):
            return "/".join([outer, *parts[known:]])  # 4.1.1 right behind 4: no 4.1 is printed
    return f"{outer}/{parts[-1]}"


def _unit(source: Source, zone: Sequence[Block], index: int, label: Label, path: str) -> _Unit:
    block = zone[index]
    heading: str | None
    if block.rule == "annex.plan":
        heading = printed = plain(source.at(label.span))
    elif label.style == "annex":
        heading, printed = _annex_heading(source, zone, index, label), source.at(label.span)
    elif block.kind is _TABLE:
        heading, printed = _row_heading(source, zone, index, label), label.printed
    else:
        following = zone[index + 1].label if index + 1 < len(zone) else None
        led = following is not None and _leads_on(source.text, block, label, following)
        heading, printed = _heading(source, block, label, led), label.printed
    start = label.span.start
    return _unit_of((path, close_up(printed), heading, start, label.style, block.rule))


def _annex_heading(source: Source, zone: Sequence[Block], index: int, label: Label) -> str | None:
    rest = plain(source.text[label.span.end : zone[index].span.end]).strip(" :：|")
    if rest:
        return rest
    title = next((b for b in zone[index + 1 : index + 12] if b.kind is _K.ANNEX_TITLE), None)
    return plain(source.at(title.span)).strip(" |#") or None if title else None


def _row_heading(source: Source, zone: Sequence[Block], index: int, label: Label) -> str | None:
    """The heading of a row is its first cell behind the label that is not empty.

    Where blanks part the cells they stand inside cells too, and no heading is given.
    """
    words = source.text[label.span.end : zone[index].span.end]
    if label.style == "serial" and words.strip() and not re.search(r"[\t|]", words):
        return None
    last = zone[index + 1 : index + 2] if zone[index].span.end <= label.span.end + 2 else []
    end = last[0].span.end if last and last[0].kind is _K.TABLE else zone[index].span.end
    cells = re.split(r"[\t|]", source.text[label.span.end : end])
    return next((words for cell in cells if (words := plain(cell))), None)


def _leads_on(text: str, block: Block, label: Label, following: Label) -> bool:
    """Say whether an item of the next level goes on in the line: （四）…。1.…。2.…."""
    if label.style == following.style:
        return False  # the common case
    inward = 0 <= _INWARD.find(label.style) < _INWARD.find(following.style)
    return inward and text.find("\n", *block.span) < 0


def _heading(source: Source, block: Block, label: Label, leads_on: bool) -> str | None:
    """Give the heading of an item (docs/record.md, "Heading").

    What brackets set apart right behind the label (第一条【目的】为了…, 第一条（目的）为了…); else
    what stands before the first 。 that is outside quotes and brackets and is followed by more
    text (``leads_on``: it stands in the line of its own items); the whole paragraph where there
    is none, unless it ends in ；.
    """
    text, end = source.text, block.span.end
    words = plain(text[content_after(text, label.span.end, end) : end])
    if words.endswith("|"):  # a row whose other cells are empty
        words = words.rstrip("| ")
    titled = _TITLED.match(words) if words[:1] in _SET_APART else None
    if titled and (titled["square"] or label.style == "article"):
        return titled["square"] or titled["round"]
    stop = first_outside(words, "。")
    if 0 <= stop < len(words) - (0 if leads_on else 1):
        return words[:stop] or None
    if stop >= 0 or words.endswith(("；", ";")):
        return None
    return words or None


def plain(words: str) -> str:
    """Give a paragraph as words: without markup, line breaks and the blanks of a layout."""
    if "<" in words or "&" in words or "*" in words or "{" in words:
        words = _TAGS.sub("", words)
    return close_up(words).strip("\u3000 #")


def _with_extents(units: Sequence[_Unit], blocks: Sequence[Block], text: str) -> tuple[Clause, ...]:
    """Set where each clause's own text and its whole extent end.

    A unit ends where one begins that does not stand in it, or where the document's closing,
    signature or list of annexes begins; an annex holds those too. The closing words under the
    heading of a last item (八、附则) are the item's.
    """
    length = len(text)
    stops = [
        block.span.start
        for index, block in enumerate(blocks)
        if block.kind in _OUTSIDE
        and not (block.kind is _K.CLOSING and _stands_under_heading(text, blocks, index))
    ]
    ends = [length] * len(units)
    opened: list[tuple[int, str]] = []  # units that are not ended, with what paths in them begin
    for index, (path, _, _, start, _, _) in enumerate(units):
        while opened and not path.startswith(opened[-1][1]):
            ends[opened.pop()[0]] = start
        opened.append((index, path + "/"))
    done: list[Clause] = []
    followings = [*(unit.start for unit in units[1:]), length]
    for (path, label, heading, start, style, rule), end, following in zip(
        units, ends, followings, strict=False
    ):
        after = bisect_right(stops, start)
        stop = stops[after] if after < len(stops) else length
        if end > stop and style != "annex":
            end = stop  # noqa: PLW2901
        own_end = min(following, end, stop)
        done.append(Clause(path, label, heading, start, own_end, end, style, rule))
    return tuple(done)


def _stands_under_heading(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Say whether closing words are all that stands under the heading of an item."""
    before = index - 1
    while before >= 0 and blocks[before].kind is _K.CLOSING:
        before -= 1
    block = blocks[before]
    if before < 0 or block.kind is not _K.ITEM or block.label is None:
        return False
    words = text[block.label.span.end : block.span.end].strip()
    return 0 < len(words) <= _UNDER and not _PAUSED.search(words)
