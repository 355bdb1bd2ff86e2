"""A stretch of text -> its blocks, as a .docx writes them (2.4.2 to 2.4.4)."""

from collections.abc import Iterator

from policygraph.errors import SourceError
from policygraph.expression import expression
from policygraph.text.inputs.doc.anchors import NO_ANCHORS, Anchored, Anchors
from policygraph.text.inputs.doc.binary import Broken, i16, u16
from policygraph.text.inputs.doc.content import Content, Note
from policygraph.text.inputs.doc.fields import Fields, find_fields
from policygraph.text.inputs.doc.properties import Run
from policygraph.text.inputs.doc.rows import row
from policygraph.text.inputs.doc.tables import Blocks
from policygraph.text.inputs.doc.wordml import element, properties_element, text_element
from policygraph.text.inputs.docx.xml import Element

_END = expression("[\r\x07\x0c]")
_CELL_END, _PAGE_END = "\x07", "\x0c"
_OBJECT, _SYMBOL = "\x01", "\x28"
_SPECIAL = expression("[\x01\x28]")
_SIGNS = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": None})
_MOST = 200_000  # paragraphs; the longest of plans has some ten thousand
_EMU = 635  # of a twentieth of a point
_PICTURE = 68  # bytes of the head of a picture, which tell it from other data
_GOAL, _SCALE = 28, 32  # where a picture tells its size, and by how much it is scaled (2.9.192)


class Stories:
    """Writes stories; counts what they hold, so that no file has it written without end.

    Attributes:
        pictures: how many pictures were met.
    """

    def __init__(self, content: Content, name: str) -> None:
        self.pictures = 0
        self._content = content
        self._name = name
        self._left = _MOST
        self._characters = 2 * len(content.text) + 1

    def notes(self, kind: str) -> list[Note]:
        """Give the notes of a kind."""
        return [note for note in self._content.notes.values() if note.kind == kind]

    def blocks(self, story: range, anchors: Anchors = NO_ANCHORS) -> list[Element]:
        """Give the paragraphs and tables of a stretch of text."""
        story = range(story.start, min(story.stop, len(self._content.text)))
        blocks = Blocks()
        fields = find_fields(self._content.text, story)
        for start, mark in self._paragraphs(story):
            properties = self._content.paragraph(mark)
            is_deleted = self._is_deleted(mark)
            blocks.go_to(properties.depth)
            if properties.depth and properties.ends_row:
                blocks.end_row(row(properties.modifiers), is_deleted=is_deleted)
                continue
            made = element("w:p", None, properties_element(properties))
            made.extend(self._inside(start, mark, fields, anchors))
            if is_deleted:
                made[0].append(element("w:rPr", None, element("w:del")))
            blocks.add(made)
            if properties.ends_cell or (properties.depth == 1 and self._is(_CELL_END, mark)):
                blocks.end_cell()
        return blocks.closed()

    def _is(self, sign: str, place: int) -> bool:
        return self._content.text[place] == sign

    def _paragraphs(self, story: range) -> Iterator[tuple[int, int]]:
        """Give where each paragraph begins, and the character that ends it."""
        start = story.start
        for match in _END.finditer(self._content.text, story.start, story.stop):
            mark = match.start()
            if match[0] == _PAGE_END and mark not in self._content.section_ends:
                continue
            yield self._counted(start, mark)
            start = match.end()
        if start < story.stop:  # text whose end is missing
            yield self._counted(start, story.stop - 1)

    def _counted(self, start: int, mark: int) -> tuple[int, int]:
        self._left -= 1
        self._characters -= mark - start
        if self._characters < 0:
            raise Broken("text that several boxes or notes lay claim to")
        if self._left < 0:
            raise SourceError(
                zh=f"文件 {self._name} 超过 {_MOST:,} 个段落；请拆分后再读取",
                en=f"{self._name}: has more than {_MOST:,} paragraphs; split it",
                code="source.too-long",
            )
        return start, mark

    def _is_deleted(self, mark: int) -> bool:
        return any(run.is_deleted for _, _, run in self._content.runs(mark, mark + 1))

    def _inside(self, start: int, mark: int, fields: Fields, anchors: Anchors) -> list[Element]:
        """Give what a paragraph prints, and what is anchored in it."""
        made: list[Element] = []
        end = mark if _END.match(self._content.text, mark) else mark + 1
        for first, last, run in self._content.runs(start, end):
            at = first
            while at < last:
                behind = fields.instruction_end(at)
                if behind is not None:
                    if at in fields.objects:
                        made.append(element("o:OLEObject"))
                    at = behind
                    continue
                stop = fields.next_start(at, last)
                stop = min(stop, last)
                if not (run.is_deleted or run.is_hidden):
                    made.extend(self._run(at, stop, run, anchors))
                at = stop
        return made

    def _run(self, start: int, stop: int, run: Run, anchors: Anchors) -> Iterator[Element]:
        text = self._content.text
        for note in self._content.notes_between(start, stop):
            yield element(f"w:{note.kind}Reference", {"w:id": str(note.number)})
        for anchored in anchors.between(start, stop):
            yield from self._anchored(anchored)
        for match in _SPECIAL.finditer(text, start, stop):
            at = match.start()
            special = list(self._special(match[0], run))
            if match[0] == _SYMBOL and not special:
                continue  # a bracket
            yield from _words(text[start:at])
            yield from special
            start = at + 1
        yield from _words(text[start:stop])

    def _special(self, sign: str, run: Run) -> Iterator[Element]:
        """Give what stands for a character that is no text."""
        if sign == _SYMBOL and run.symbol is not None:
            yield element("w:sym", {"w:char": f"{run.symbol:04X}"})
        elif sign == _OBJECT and run.picture is not None:
            yield from self._picture(_size(self._content.data, run.picture))

    def _anchored(self, anchored: Anchored) -> Iterator[Element]:
        if anchored.picture:
            yield from self._picture(anchored.picture)
        for box in anchored.boxes:
            yield element("w:txbxContent", None, *self.blocks(box))

    def _picture(self, size: tuple[int, int] | None) -> Iterator[Element]:
        if size is None:
            return
        self.pictures += 1
        extent = {"cx": str(size[0] * _EMU), "cy": str(size[1] * _EMU)}
        yield element("wp:inline", None, element("wp:extent", extent), element("pic:pic"))


def _words(text: str) -> Iterator[Element]:
    printed = text.translate(_SIGNS).encode("utf-16-le", "surrogatepass")
    if printed:
        yield text_element(printed.decode("utf-16-le", "replace"))


def _size(data: bytes, at: int) -> tuple[int, int] | None:
    """Give width and height of a picture in the text, in twentieths of a point."""
    try:
        if u16(data, at + 4) != _PICTURE:  # data of a form field, or of an object
            return None
        goal = i16(data, at + _GOAL), i16(data, at + _GOAL + 2)
        scale = u16(data, at + _SCALE), u16(data, at + _SCALE + 2)
    except Broken:
        return None
    width, height = (size * (by or 1000) // 1000 for size, by in zip(goal, scale, strict=True))
    return (width, height) if width > 0 and height > 0 else None
