"""Quoted strings of an amending text, and its words with the quotes taken out."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from policygraph.expression import expression
from policygraph.extract.reading import Mention, mention
from policygraph.model.source import Span, span_of

_PIECE = expression("[^。；;]*[。；;]?")
_STOPS = ("。", "；", ";")
_LONGEST = 8000  # characters of a quotation
_LINE = expression(r"“?(?P<words>[^\s“][^\n]*)")
_PARAGRAPH = expression(r"\n\s*(?P<mark>“)(?=\S)")  # long quotations open each paragraph anew
# a line that changes something else, behind one that ends in a quotation
_NEXT = expression(
    r"\s*\n\s*(?:删[去除]|将|把第|第[^，,。；：“”\n]{1,16}[章节条款项]|原第|在第|增加)"
)
HOLE = "\ufffc"  # object replacement character: stands for one quoted string


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its quoted strings taken out.

    Attributes:
        words: the sentence; ``HOLE`` stands for each quoted string.
        quotes: the quoted strings, in order, without their marks.
        paragraphs: of those over several lines each paragraph, by the offset of the whole.
        holes: position of each hole in ``words``.
        span: the sentence in the source.
    """

    words: str
    quotes: tuple[Mention, ...]
    holes: tuple[int, ...]
    span: Span
    paragraphs: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)

    def between(self, start: int, end: int) -> list[Mention]:
        """Give the quotes whose holes lie in ``words[start:end]``."""
        return [quote for _, quote in self.placed(start, end)]

    def first_text(self, start: int) -> Mention | None:
        """Give the first quote from ``start`` on; paragraphs that are quoted one by one are one."""
        found: list[Mention] = []
        for index in range(bisect_left(self.holes, start), len(self.holes)):
            if found and (
                self.holes[index] != self.holes[index - 1] + 1
                or not found[-1].as_written.endswith("。")
            ):
                break
            found.append(self.quotes[index])
        return together(found) if found else None

    def placed(self, start: int, end: int) -> list[tuple[int, Mention]]:
        """Give the same with the positions of their holes."""
        first, last = bisect_left(self.holes, start), bisect_left(self.holes, end)
        return list(zip(self.holes[first:last], self.quotes[first:last], strict=True))


def _quotations(text: str, span: Span) -> Iterator[Span]:
    """Find what stands between “ and the next ”; one pass, however many are left open.

    A text without “ that was typed with the marks of a keyboard has two " for one quotation.
    """
    opening, closing = ("“", "”") if text.find("“", span.start, span.end) >= 0 else ('"', '"')
    start = text.find(opening, span.start, span.end)
    while start >= 0:
        end = text.find(closing, start + 1, span.end)
        if end < 0:
            return
        if 1 < end - start <= _LONGEST:
            yield span_of((start + 1, end))
        start = text.find(opening, end + 1, span.end)


def together(parts: Sequence[Mention]) -> Mention:
    """Make one mention of several."""
    spans = tuple(span for part in parts for span in part.spans)
    return Mention("".join(part.as_written for part in parts), spans)


def _quoted(text: str, inner: Span) -> Mention:
    """Give the quoted words; a mark that opens each further paragraph is none of them."""
    begin, parts = inner.start, []
    for mark in _PARAGRAPH.finditer(text, *inner):
        parts.append(mention(text, Span(begin, mark.start("mark"))))
        begin = mark.end()
    if not parts:
        return mention(text, inner)
    return together([*parts, mention(text, Span(begin, inner.end))])


def _lines(text: str, inner: Span) -> tuple[Mention, ...]:
    """Give each paragraph of a quotation without the mark that opens it."""
    found = (Span(*match.span("words")) for match in _LINE.finditer(text, *inner))
    return tuple(mention(text, span) for span in found)


def sentences(text: str, span: Span) -> Iterator[Sentence]:
    """Cut ``text[span]`` into sentences at 。 and ； outside quotes.

    修改为。“…” is a misprint of 修改为：“…”, and no end.
    A mark that opens inside a quotation is part of it: quotes inside quotes are often unbalanced
    (“支持…转企“‘小升规’”). The first closing mark ends the quotation.
    """
    words: list[str] = []
    quotes: list[Mention] = []
    holes: list[int] = []
    lines: dict[int, tuple[Mention, ...]] = {}
    length, begin, position = 0, span.start, span.start
    for inner in [*_quotations(text, span), None]:
        stop = inner.start - 1 if inner else span.end
        for piece in _PIECE.finditer(text, position, stop):
            bare = "".join(piece[0].split())
            words.append(bare)
            length += len(bare)
            if not bare.endswith(_STOPS):
                continue
            end = piece.end()
            if inner and end == stop and bare.endswith("为。"):
                continue  # a misprint
            whole = span_of((begin, end))
            yield Sentence("".join(words), tuple(quotes), tuple(holes), whole, lines)
            words, quotes, holes, length, begin, lines = [], [], [], 0, end, {}
        if inner:
            words.append(HOLE)
            quotes.append(_quoted(text, inner))
            if quotes[-1].spans and text.find("\n", *inner) >= 0:  # “ ” may hold blanks alone
                lines[quotes[-1].spans[0].start] = _lines(text, inner)
            holes.append(length)
            length += 1
            position = inner.end + 1
            if quotes[-1].as_written.endswith("。") and _NEXT.match(text, position, span.end):
                whole = span_of((begin, position))
                yield Sentence("".join(words), tuple(quotes), tuple(holes), whole, lines)
                words, quotes, holes, length, begin, lines = [], [], [], 0, position, {}
    if "".join(words):
        whole = span_of((begin, span.end))
        yield Sentence("".join(words), tuple(quotes), tuple(holes), whole, lines)
