"""A page while its paragraphs are being given their kinds."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from policygraph.model.finding import Finding
from policygraph.model.source import Span
from policygraph.model.structure import BlockKind, Label
from policygraph.text.paragraphs import UNREAD, look, split_paragraphs


@dataclass(slots=True)
class Page:
    """A text in paragraphs, with the kind, rule and label that each has so far.

    ``seen`` is what looks like the label of each, as far as it was read.
    """

    text: str
    paragraphs: list[Span]
    kinds: list[BlockKind | None]
    rules: list[str]
    labels: list[Label | None]
    seen: list[Label | None]
    findings: list[Finding] = field(default_factory=list)
    looks: dict[Span, Label | None] = field(default_factory=dict)
    headings: set[Span] = field(default_factory=set)  # labels with nothing but a heading behind

    def words(self, index: int) -> str:
        """Give the text of a paragraph."""
        start, end = self.paragraphs[index]
        return self.text[start:end]

    def label_at(self, index: int) -> Label | None:
        """Give what looks like the label of a paragraph; read once."""
        label = self.seen[index]
        if label is UNREAD:
            label = self.seen[index] = look(self.text, self.paragraphs[index], self.looks)
        return label

    def is_sentence(self, index: int) -> bool:
        """Say whether a paragraph is prose, and no line of a heading or a list."""
        words = self.words(index)
        return len(words) > 30 and ("。" in words or "，" in words)

    def set(self, indexes: Iterable[int], kind: BlockKind, rule: str) -> None:
        """Give paragraphs a kind."""
        for index in indexes:
            self.kinds[index] = kind
            self.rules[index] = rule

    def free(self, indexes: Iterable[int]) -> list[int]:
        """Give those of the paragraphs that have no kind yet."""
        return [index for index in indexes if self.kinds[index] is None]


def page_of(text: str) -> Page:
    """Cut a text into paragraphs that have no kind yet."""
    looks: dict[Span, Label | None] = {}
    paragraphs = split_paragraphs(text, looks)
    count = len(paragraphs)
    kinds: list[BlockKind | None] = [None] * count
    seen: list[Label | None] = [UNREAD] * count
    return Page(text, paragraphs, kinds, [""] * count, [None] * count, seen, looks=looks)
