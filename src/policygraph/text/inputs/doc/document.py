"""A Word document of 1997 to 2003 -> its text, in the order of the page.

olefile opens the file and gives its streams; what is in them is written as the parts of a .docx,
and the lines of those are read as those of a .docx are.
"""

import struct

from policygraph.text.inputs.child import serve
from policygraph.text.inputs.doc.anchors import find_anchors
from policygraph.text.inputs.doc.binary import Broken, plc
from policygraph.text.inputs.doc.compound import damaged, open_streams
from policygraph.text.inputs.doc.content import Content, within
from policygraph.text.inputs.doc.fib import Fib, Part, Story, read_fib
from policygraph.text.inputs.doc.lists import numbering_element
from policygraph.text.inputs.doc.story import Stories
from policygraph.text.inputs.doc.styles import styles_element
from policygraph.text.inputs.doc.wordml import element
from policygraph.text.inputs.docx.document import no_text
from policygraph.text.inputs.docx.reader import Parts, Reader
from policygraph.text.inputs.docx.xml import Element
from policygraph.text.inputs.extracted import Extracted

_SEPARATORS = 6  # stories before the first header: lines that set off notes (2.8.25)
_KINDS = 6  # headers and footers of a section: of even, odd and first pages
_HEADERS = (0, 1, 4)  # the others are footers


def doc_text(data: bytes, name: str) -> Extracted:
    """Give the text of a Word document of 1997 to 2003: the same as of a .docx (``docx_text``).

    Args:
        data: the bytes of the file.
        name: its name.

    Raises:
        SourceError: it is locked, damaged, older, or something else than a Word document.
    """
    streams = open_streams(data, name)
    try:
        fib = read_fib(streams.word, streams.table, name)
        stories = Stories(Content(streams, fib), name)
        reader = Reader(_parts(fib, stories))
        lines = reader.lines()
    except (Broken, struct.error, ValueError) as error:
        raise damaged(name) from error
    if not lines:
        raise no_text(name, has_pictures=stories.pictures > 0)
    return Extracted("\n".join(lines) + "\n", reader.notices())


def _parts(fib: Fib, stories: Stories) -> Parts:
    main = find_anchors(fib, Story.MAIN)
    headers, footers = _edges(fib, stories)
    body = element("w:body", None, *stories.blocks(fib.story(Story.MAIN), main))
    for box in main.loose:
        body.extend(stories.blocks(box))
    return Parts(
        body=body,
        styles=styles_element(fib.part(Part.STYLES)),
        numbering=numbering_element(fib),
        footnotes=_notes(stories, "footnote"),
        endnotes=_notes(stories, "endnote"),
        headers=headers,
        footers=footers,
    )


def _notes(stories: Stories, kind: str) -> Element:
    notes = stories.notes(kind)
    return element(
        f"w:{kind}s",
        None,
        *(
            element(f"w:{kind}", {"w:id": str(note.number)}, *stories.blocks(note.text))
            for note in notes
        ),
    )


def _edges(fib: Fib, stories: Stories) -> tuple[list[Element], list[Element]]:
    """Give the headers and the footers of all sections."""
    anchors = find_anchors(fib, Story.HEADERS)
    bounds = plc(fib.part(Part.HEADERS), 0).positions[:-1]
    headers: list[Element] = []
    footers: list[Element] = []
    for place, text in enumerate(within(fib.story(Story.HEADERS), bounds)[_SEPARATORS:]):
        if len(text):
            made = element("w:hdr", None, *stories.blocks(text, anchors))
            (headers if place % _KINDS in _HEADERS else footers).append(made)
    headers.extend(element("w:hdr", None, *stories.blocks(box)) for box in anchors.loose)
    return headers, footers


if __name__ == "__main__":
    serve(doc_text)
