"""The content of a document: its characters, what each is like, and what stands beside them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from policygraph.text.inputs.doc.binary import plc, u16
from policygraph.text.inputs.doc.compound import Streams
from policygraph.text.inputs.doc.fib import Fib, Part, Story
from policygraph.text.inputs.doc.pages import paragraph_stretches, run_stretches
from policygraph.text.inputs.doc.pieces import Pieces
from policygraph.text.inputs.doc.properties import Paragraph, Run, elsewhere, paragraph, run

_SECTION = 12  # bytes of the description of a section
_MARK = 2  # bytes beside the position of the mark of a note


@dataclass(frozen=True, slots=True)
class Note:
    """A note: of which kind, its number, and where its text stands."""

    kind: str
    number: int
    text: range


class Content:
    """What the stories of a document are read from.

    Attributes:
        text: the characters of all stories.
        data: the stream of pictures.
        notes: by the position of their mark in the text.
        section_ends: positions of the characters that end sections.
    """

    def __init__(self, streams: Streams, fib: Fib) -> None:
        self._pieces = Pieces(fib.part(Part.PIECES), streams.word)
        self._paragraphs = paragraph_stretches(fib.part(Part.PARAGRAPH_PAGES), streams.word)
        self._runs = run_stretches(fib.part(Part.RUN_PAGES), streams.word)
        self._known: dict[bytes, Paragraph] = {}
        self.text = self._pieces.text
        self.data = streams.data
        self.notes = dict(_notes(fib))
        self._marks = sorted(self.notes)
        self.section_ends = {end - 1 for end in plc(fib.part(Part.SECTIONS), _SECTION).positions}

    def notes_between(self, start: int, end: int) -> list[Note]:
        """Give the notes whose marks stand between two positions."""
        first, last = bisect_left(self._marks, start), bisect_left(self._marks, end)
        return [self.notes[place] for place in self._marks[first:last]]

    def paragraph(self, mark: int) -> Paragraph:
        """Give the properties of the paragraph that ends with the character at ``mark``."""
        piece = self._pieces.at(mark)
        stretch = self._paragraphs.at(piece.offset_of(mark))
        own = stretch.properties if stretch else b""
        key = own + b"|" + piece.properties
        if key not in self._known:
            style = u16(own, 0) if len(own) >= 2 else 0
            whole = elsewhere(own[2:], self.data) + piece.properties
            self._known[key] = paragraph(style, whole)
        return self._known[key]

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, Run]]:
        """Give the stretches of text between two positions whose properties are the same."""
        while start < end:
            piece = self._pieces.at(start)
            offset = piece.offset_of(start)
            stretch = self._runs.at(offset)
            bound = self._runs.end_of(offset)
            stop = min(end, piece.end)
            if bound is not None:
                stop = min(stop, start + max(1, -(-(bound - offset) // piece.width)))
            yield start, stop, run((stretch.properties if stretch else b"") + piece.properties)
            start = stop


_KINDS = (
    ("footnote", Part.FOOTNOTE_MARKS, Part.FOOTNOTES, Story.FOOTNOTES),
    ("endnote", Part.ENDNOTE_MARKS, Part.ENDNOTES, Story.ENDNOTES),
)


def _notes(fib: Fib) -> Iterator[tuple[int, Note]]:
    for kind, marks, texts, story in _KINDS:
        places = plc(fib.part(marks), _MARK).positions[:-1]
        bounds = within(fib.story(story), plc(fib.part(texts), 0).positions[:-1])
        for number, (place, text) in enumerate(zip(places, bounds, strict=False)):
            yield place, Note(kind, number, text)


def within(story: range, positions: tuple[int, ...]) -> list[range]:
    """Give the stretches between positions that count from the beginning of a story."""
    return [
        range(min(story.start + first, story.stop), min(story.start + last, story.stop))
        for first, last in pairwise(positions)
    ]
