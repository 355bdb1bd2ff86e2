"""Tables of contents: lines that announce headings which the document prints again below."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from policygraph.expression import expression
from policygraph.text.page import Page

_HEAD = ("目录", "目次")
_LEADER = expression(r"[\s.．·…—\-_]*\d{0,4}[\s|]*$")  # the dots and the page number
_LEADS = frozenset(".．·…—-_0123456789")  # what a leader can end in
_LONGEST = 80  # characters of an entry
_FEWEST = 4  # entries of a table that has no heading of its own


def contents_lines(page: Page) -> list[bool]:
    """Say for each paragraph whether it is a line of a table of contents.

    Behind a heading 目录 the table goes on to where its first entry is printed again. Without one,
    labelled lines that follow each other and are printed again below, in their order, are a table.
    """
    lines = _Lines(page)
    found = [False] * len(lines.keys)
    behind = 0
    for index in lines.repeated():
        if index < behind:
            continue
        if lines.keys[index] in _HEAD:
            end = lines.end_headed(index)
            found[index] = True
        else:
            end = lines.end_unheaded(index)
        found[index:end] = [True] * (end - index)
        behind = end
    return found


def _key(words: str) -> str:
    """Give an entry without blanks and page number; "" for a sentence."""
    if "。" in words or "；" in words:
        return ""
    bare = words.strip(" \u3000#*|\t")
    return "".join((_LEADER.sub("", bare) if bare[-1:] in _LEADS else bare).split())


@dataclass(slots=True)
class _Lines:
    """The lines of a page, by what they would announce.

    Attributes:
        page: that they stand on.
        keys: the entry that each would be; "" for what can be none.
        places: where each entry is printed, ascending.
        dead: line and last place from which a table was followed in vain, with the line at which
            it ended. What begins later comes to the same pairs, and would walk the same way again.
    """

    page: Page
    keys: list[str] = field(init=False)
    places: dict[str, list[int]] = field(init=False)
    dead: dict[tuple[int, int], int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        text = self.page.text
        self.keys = [
            _key(text[start:end]) if end - start <= _LONGEST else ""
            for start, end in self.page.paragraphs
        ]
        self.places = defaultdict(list)
        for index, key in enumerate(self.keys):
            if key:
                self.places[key].append(index)

    def repeated(self) -> list[int]:
        """Give the lines at which a table may begin: headings, and what is printed again below."""
        again = (place for known in self.places.values() for place in known[:-1])
        heads = (place for head in _HEAD for place in self.places.get(head, ())[-1:])
        return sorted([*again, *heads])

    def again(self, index: int, after: int) -> int | None:
        """Give where an entry is printed next behind a paragraph."""
        known = self.places.get(self.keys[index], [])
        place = bisect_right(known, after)
        return known[place] if place < len(known) else None

    def end_headed(self, head: int) -> int:
        """Give where the table behind 目录 ends; right behind its heading if it has no entries."""
        for first in range(head + 1, min(head + _FEWEST, len(self.keys))):
            end = self.again(first, first)
            if end is not None and all(self.keys[head + 1 : end]):
                return end
        return head + 1

    def end_unheaded(self, first: int) -> int:
        """Give where a table ends that begins at ``first`` without a heading; ``first`` if none."""
        begin = self.again(first, first)
        if begin is None or begin - first < _FEWEST:
            return first
        return begin if self._announces(first, begin) else first

    def _announces(self, first: int, begin: int) -> bool:
        """Say whether the lines up to ``begin`` are printed again from there on, in order."""
        last = begin - 1
        walked: list[tuple[int, int]] = []
        for index in range(first, begin):
            again = self.again(index, last)
            in_vain = again is None or not self.page.label_at(index)
            stop = index if in_vain else self.dead.get((index, last), begin)
            if again is None or stop < begin:
                self.dead.update(dict.fromkeys(walked, stop))
                return False
            walked.append((index, last))
            last = again
        return True
