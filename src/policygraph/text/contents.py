"""Tables of contents: lines that announce headings which the document prints again below."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from policygraph.model.source import Span
from policygraph.text.labels import match_label

_HEAD = ("目录", "目次")
_LEADER = re.compile(r"[\s.．·…—\-_]*\d{0,4}[\s|]*$")  # the dots and the page number
_LEADS = frozenset(".．·…—-_0123456789")  # what a leader can end in
_LONGEST = 80  # characters of an entry
_FEWEST = 4  # entries of a table that has no heading of its own


def contents_lines(text: str, paragraphs: Sequence[Span]) -> list[bool]:
    """Say for each paragraph whether it is a line of a table of contents.

    Behind a heading 目录 the table goes on to where its first entry is printed again. Without one,
    labelled lines that follow each other and are printed again below, in their order, are a table.
    """
    keys = [_key(text[p.start : p.end]) for p in paragraphs]
    places: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if key:
            places[key].append(index)
    found = [False] * len(paragraphs)
    index = 0
    while index < len(paragraphs):
        if keys[index] in _HEAD:
            end = _headed(keys, places, index)
            found[index] = True
        else:
            end = _unheaded(text, paragraphs, keys, places, index)
        found[index:end] = [True] * (end - index)
        index = max(end, index + 1)
    return found


def _key(words: str) -> str:
    """Give an entry without blanks and page number; "" for what is too long or a sentence."""
    if len(words) > _LONGEST or "。" in words or "；" in words:
        return ""
    bare = words.strip(" \u3000#*|\t")
    return "".join((_LEADER.sub("", bare) if bare[-1:] in _LEADS else bare).split())


_Places = dict[str, list[int]]


def _again(key: str, places: _Places, after: int) -> int | None:
    """Give where an entry is printed next behind a paragraph."""
    known = places.get(key, [])
    index = bisect_right(known, after)
    return known[index] if index < len(known) else None


def _headed(keys: Sequence[str], places: _Places, head: int) -> int:
    """Give where the table behind 目录 ends; right behind its heading if it has no entries."""
    for first in range(head + 1, min(head + _FEWEST, len(keys))):
        end = _again(keys[first], places, first)
        if end is not None and all(keys[head + 1 : end]):
            return end
    return head + 1


def _unheaded(
    text: str, paragraphs: Sequence[Span], keys: Sequence[str], places: _Places, first: int
) -> int:
    """Give where a table ends that begins at ``first`` without a heading; ``first`` if none."""
    begin = _again(keys[first], places, first) if keys[first] else None
    if begin is None or begin - first < _FEWEST:
        return first
    last = first
    for index in range(first, begin):
        again = _again(keys[index], places, last if index > first else begin - 1)
        if again is None or not match_label(text, *paragraphs[index]):
            return first
        last = again
    return begin
