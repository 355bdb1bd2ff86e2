"""Quoted strings of an amending text, and its words with the quotes taken out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policygraph.extract.reading import Mention, mention
from policygraph.model.source import Span

_QUOTE = re.compile("“([^”]{1,8000})”")
HOLE = "\ufffc"  # object replacement character: stands for one quoted string


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its quoted strings taken out.

    Attributes:
        words: the sentence; ``HOLE`` stands for each quoted string.
        quotes: the quoted strings, in order, without their marks.
        holes: position of each hole in ``words``.
        span: the sentence in the source.
    """

    words: str
    quotes: tuple[Mention, ...]
    holes: tuple[int, ...]
    span: Span

    def between(self, start: int, end: int) -> list[Mention]:
        """Give the quotes whose holes lie in ``words[start:end]``."""
        return [q for q, at in zip(self.quotes, self.holes, strict=True) if start <= at < end]


def sentences(text: str, span: Span) -> Iterator[Sentence]:
    """Cut ``text[span]`` into sentences at 。 and ； outside quotes.

    A mark that opens inside a quotation is part of it: quotes inside quotes are often unbalanced
    (“支持…转企“‘小升规’”). The first closing mark ends the quotation.
    """
    words: list[str] = []
    quotes: list[Mention] = []
    holes: list[int] = []
    length, begin, position = 0, span.start, span.start
    for match in [*_QUOTE.finditer(text, span.start, span.end), None]:
        stop = match.start() if match else span.end
        for piece in re.finditer(r"[^。；]*[。；]?", text[position:stop]):
            bare = "".join(piece.group().split())
            words.append(bare)
            length += len(bare)
            if bare.endswith(("。", "；")):
                end = position + piece.end()
                yield Sentence("".join(words), tuple(quotes), tuple(holes), Span(begin, end))
                words, quotes, holes, length, begin = [], [], [], 0, end
        if match:
            words.append(HOLE)
            quotes.append(mention(text, Span(match.start(1), match.end(1))))
            holes.append(length)
            length += 1
            position = match.end()
    if "".join(words):
        yield Sentence("".join(words), tuple(quotes), tuple(holes), Span(begin, span.end))
