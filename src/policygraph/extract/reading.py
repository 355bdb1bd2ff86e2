"""What every extractor is given: a source with its blocks, its clauses and the registry."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.facts import PREAMBLE
from policygraph.model.quick import quick_tuple
from policygraph.model.source import Source, Span, span_of
from policygraph.model.structure import Block, BlockKind, Clause
from policygraph.registry.registry import Registry
from policygraph.text.brackets import find_brackets

_WORDS = expression(r"\S+")
_PAGE = expression(
    r"(?:(?<=[\r\n])|[\r\n])\s*[-—–]{1,2}\s?\d{1,4}\s?[-—–]{1,2}\s*[\r\n]"
)  # the number of a page
_DASHES = "-—–"


class Reading:
    """A document on its way from structure to facts.

    Attributes:
        source, blocks, clauses, registry: as given.
        brackets: all bracket pairs of the text, in order of their closing.
    """

    def __init__(
        self,
        source: Source,
        blocks: Sequence[Block],
        clauses: Sequence[Clause],
        registry: Registry,
    ) -> None:
        self.source = source
        self.blocks = blocks
        self.clauses = clauses
        self.registry = registry
        self._starts = [clause.start for clause in clauses]
        self._parents = _parents(clauses)
        self._tails = _tails(source.text, blocks, clauses, self._parents)
        self.brackets = tuple(find_brackets(source.text))
        self._block_starts = [block.span.start for block in blocks]
        self._of_kind: dict[BlockKind, list[Block]] = {}
        for block in blocks:
            self._of_kind.setdefault(block.kind, []).append(block)
        annex = next((i for i, b in enumerate(blocks) if b.kind is BlockKind.ANNEX), None)
        self._main_body = blocks[:annex]
        self._main_end = len(source.text) if annex is None else blocks[annex].span.start

    def on(self, day: str | None) -> "Reading":
        """Give the same document with the registry of an ISO day; None: of today."""
        registry = self.registry.on(day)
        if registry is self.registry:
            return self
        same = copy(self)
        same.registry = registry
        return same

    def clause_at(self, offset: int) -> str:
        """Give the path of the innermost clause at ``offset``; ``preamble`` outside all.

        The closing of an annex belongs to the annex, not to its last item, and a paragraph behind
        the items of an article to the article.
        """
        index = bisect_right(self._starts, offset) - 1
        while index >= 0:
            clause = self.clauses[index]
            if offset < clause.end and offset < self._tails.get(index, clause.end):
                return clause.path
            index = self._parents[index]
        return PREAMBLE

    def clauses_around(self, offset: int) -> Iterator[Clause]:
        """Give the clauses that ``offset`` lies in, the innermost first."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0:
            clause = self.clauses[index]
            if clause.start <= offset < clause.end and offset < self._tails.get(index, clause.end):
                yield clause
            index = self._parents[index]

    def next_clause(self, offset: int) -> int:
        """Give where the first clause behind ``offset`` begins; the end of the text behind all."""
        index = bisect_right(self._starts, offset)
        return self._starts[index] if index < len(self._starts) else len(self.source.text)

    def block_at(self, offset: int) -> Block:
        """Give the block at ``offset``."""
        return self.blocks[bisect_right(self._block_starts, offset) - 1]

    def blocks_between(self, start: int, end: int) -> Sequence[Block]:
        """Give the blocks from the one at ``start`` to the one at ``end``."""
        first, last = (bisect_right(self._block_starts, offset) for offset in (start, end))
        return self.blocks[first - 1 : last]

    def of_kind(self, *kinds: BlockKind) -> Iterator[Block]:
        """Give the blocks of some kinds, in order."""
        if len(kinds) == 1:
            return iter(self._of_kind.get(kinds[0], ()))
        found = (block for kind in kinds for block in self._of_kind.get(kind, ()))
        return iter(sorted(found, key=_begin))

    def has(self, kind: BlockKind) -> bool:
        """Say whether there is a block of a kind."""
        return kind in self._of_kind

    def main_body(self) -> Sequence[Block]:
        """Give the blocks before the first annex."""
        return self._main_body

    def main_end(self) -> int:
        """Give where the main body ends: at the first annex, or with the text."""
        return self._main_end

    def tight(self, block: Block) -> Span:
        """Give the span of a block without the blanks around it."""
        words = self.source.at(block.span)
        start = block.span.start + len(words) - len(words.lstrip())
        return span_of((start, start + len(words.strip())))

    def words(self, block: Block) -> str:
        """Give the text of a block without the blanks around it."""
        return self.source.at(block.span).strip()


def _begin(block: Block) -> int:
    return block.span.start


def _parents(clauses: Sequence[Clause]) -> list[int]:
    """Give for each clause the index of the enclosing one; -1 at the top."""
    indexes = {clause.path: index for index, clause in enumerate(clauses)}
    return [indexes.get(clause.parent or "", -1) for clause in clauses]


def _tails(
    text: str, blocks: Sequence[Block], clauses: Sequence[Clause], parents: Sequence[int]
) -> dict[int, int]:
    """Give for the last item of an article where a paragraph of the article follows it.

    第五条 …：（一）…；（二）…。 and a paragraph without a number: in a regulation it is one of the
    article, and none of the item before it.
    """
    if not any(clause.style == "article" for clause in clauses):
        return {}
    starts = [block.span.start for block in blocks]
    found: dict[int, int] = {}
    for index, clause in enumerate(clauses):
        parent = parents[index]
        last = index + 1 == len(clauses) or parents[index + 1] != parent
        if parent < 0 or clauses[parent].style != "article" or not last:
            continue
        at = bisect_right(starts, clause.start)
        item = text[clause.start : starts[at]].rstrip() if at < len(blocks) else ""
        follows = item.endswith(("。", "；")) and blocks[at].kind is BlockKind.TEXT
        if follows and starts[at] < clause.own_end:
            found[index] = starts[at]
    return found


class Mention(NamedTuple):
    """Characters that name something, closed up over line breaks.

    ``as_written`` is the join of the spans.
    """

    as_written: str
    spans: tuple[Span, ...]


_mention_of = quick_tuple(Mention)


def holds_one(span: Span, places: Sequence[int]) -> bool:
    """Say whether one of some places, ascending, lies in a span."""
    after = bisect_left(places, span.start)
    return after < len(places) and places[after] < span.end


def mention(text: str, span: Span) -> Mention:
    """Make a mention of ``text[span]`` without the blanks inside it."""
    begin, end = span
    run = text[begin:end]
    words = run.split(None, 1)
    if len(words) == 1:  # the common case: no blank inside
        word = words[0]
        if len(word) == end - begin:
            return _mention_of((run, (span,)))
        start = begin + run.index(word[0])
        return _mention_of((word, (span_of((start, start + len(word))),)))
    dashed = any(dash in run for dash in _DASHES)
    pages = [m.span() for m in _PAGE.finditer(text, *span)] if dashed else []
    runs = (
        run
        for run in _WORDS.finditer(text, span.start, span.end)
        if not any(begin <= run.start() < end for begin, end in pages)
    )
    spans = tuple(span_of((run.start(), run.end())) for run in runs)
    return Mention("".join(text[s.start : s.end] for s in spans), spans)
