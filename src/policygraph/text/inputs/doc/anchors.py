"""What is anchored in the text: boxes with text of their own, and pictures ([MS-ODRAW] 2.2)."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from policygraph.text.inputs.doc.binary import Broken, i32, plc, u16, u32
from policygraph.text.inputs.doc.fib import Fib, Part, Story

_ANCHOR, _BOX = 26, 22  # bytes of Spa (2.9.253) and FTXBXS (2.9.107)
_HEAD = 8  # of a record of a drawing
_CONTAINER = 0xF
_DRAWING, _GROUP, _SHAPE, _PROPERTIES = 0xF002, 0xF003, 0xF004, 0xF00A
_PICTURE = 75  # type of a shape
_DEEPEST = 16
_MOST = 100_000  # records


@dataclass(frozen=True, slots=True)
class Anchored:
    """What is anchored at a character.

    Attributes:
        boxes: where the texts of its boxes stand.
        picture: width and height of a picture, in twentieths of a point.
    """

    boxes: tuple[range, ...]
    picture: tuple[int, int] | None


class Anchors(NamedTuple):
    """What is anchored in a story.

    Attributes:
        places: positions of the characters at which something is anchored, in their order.
        anchored: what is anchored at each.
        loose: texts of boxes that no character leads to.
    """

    places: tuple[int, ...]
    anchored: tuple[Anchored, ...]
    loose: tuple[range, ...]

    def between(self, start: int, end: int) -> tuple[Anchored, ...]:
        """Give what is anchored between two positions."""
        return self.anchored[bisect_left(self.places, start) : bisect_left(self.places, end)]


NO_ANCHORS = Anchors((), (), ())


def find_anchors(fib: Fib, story: Story) -> Anchors:
    """Give what is anchored in the main text, or in the headers."""
    in_header = story is Story.HEADERS
    table = fib.part(Part.HEADER_ANCHORS if in_header else Part.ANCHORS)
    boxes = dict(_boxes(fib, in_header=in_header))
    shapes = _shapes(fib.part(Part.DRAWINGS))
    found: dict[int, Anchored] = {}
    anchors = plc(table, _ANCHOR)
    for place, item in zip(anchors.positions, anchors.items, strict=False):
        shape = i32(item, 0)
        members = shapes.get(shape, {shape: False})
        inside = tuple(text for one in members for text in boxes.pop(one, ()))
        sizes = (i32(item, 12) - i32(item, 4), i32(item, 16) - i32(item, 8))
        picture = sizes if any(members.values()) and min(sizes) > 0 else None
        found[fib.story(story).start + place] = Anchored(inside, picture)
    places = sorted(found)
    loose = tuple(text for texts in boxes.values() for text in texts)
    return Anchors(tuple(places), tuple(found[place] for place in places), loose)


def _boxes(fib: Fib, *, in_header: bool) -> Iterator[tuple[int, tuple[range, ...]]]:
    """Give the text of each box, by the number of its shape."""
    story = fib.story(Story.HEADER_BOXES if in_header else Story.BOXES)
    table = plc(fib.part(Part.HEADER_BOXES if in_header else Part.BOXES), _BOX)
    for (start, end), item in zip(pairwise(table.positions), table.items, strict=False):
        is_spare = u16(item, 8) != 0
        stop = min(story.start + end, story.stop)
        if not is_spare and story.start + start < stop:
            yield i32(item, 14), (range(story.start + start, stop),)


def _shapes(drawings: bytes) -> dict[int, dict[int, bool]]:
    """Give the shapes of each shape that is anchored: itself, or those of a group.

    Each is told by its number, and whether it is a picture.
    """
    found: dict[int, dict[int, bool]] = {}
    try:
        at = _HEAD + u32(drawings, 4) if drawings else 0
        while at + 1 + _HEAD <= len(drawings):  # a byte says which drawing it is
            size = u32(drawings, at + 5)
            for group in _records(drawings, at + 1 + _HEAD, at + 1 + _HEAD + size):
                if group[0] == _GROUP:
                    for kind, _, start, end in _records(drawings, *group[2:]):
                        members = dict(_members(drawings, kind, start, end, 0))
                        found[next(iter(members), 0)] = members
            at += 1 + _HEAD + size
    except Broken:
        pass  # the drawings that were found before stay
    return found


def _members(
    drawings: bytes, kind: int, start: int, end: int, depth: int
) -> Iterator[tuple[int, bool]]:
    if kind == _SHAPE:
        for inner, instance, at, _ in _records(drawings, start, end):
            if inner == _PROPERTIES:
                yield i32(drawings, at), instance == _PICTURE
    elif kind == _GROUP and depth < _DEEPEST:
        for inner, _, at, stop in _records(drawings, start, end):
            yield from _members(drawings, inner, at, stop, depth + 1)


def _records(drawings: bytes, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Give kind, instance and extent of the records that stand beside each other."""
    end = min(end, len(drawings))
    while start + _HEAD <= end:
        stop = start + _HEAD + u32(drawings, start + 4)
        yield u16(drawings, start + 2), u16(drawings, start) >> 4, start + _HEAD, min(stop, end)
        start = stop
