"""The words of articles of the documents at hand, as quotations are compared with them."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from policygraph.expression import expression
from policygraph.extract.reading import mention
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.resolve.quotable import Texts

_SHORT_NAMES = expression(r"[（(](?:以下(?:简称|统称|称)|现为)[^（）()]{1,60}[）)]")


@dataclass(frozen=True, slots=True)
class Article:
    """An article.

    Attributes:
        label: as printed: 第十条.
        words: all its plain words, without the labels of its items and without definitions.
        full: the same with its definitions, which a quotation may cut through.
        lead: those before its first item.
        items: number -> plain words; of all items that bear the number.
        labels: number of an item -> its label: （二）.
    """

    label: str
    words: str
    full: str
    lead: str
    items: dict[int, str]
    labels: dict[int, str]

    def scope(self, item: int | None) -> str:
        """Give the words among which those of an item are looked for: with the lead-in."""
        return self.words if item not in self.items else self.lead + self.items[item]

    def item_with(self, words: str) -> int | None:
        """Give the item that has the words; None where none has."""
        return next((item for item, found in self.items.items() if words in found), None)


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of the documents at hand, each taken out of its text when it is asked for."""

    texts: Texts
    _known: dict[tuple[str, str], Article | None] = field(default_factory=dict)

    def find(self, record: Record, number: str) -> Article | None:
        """Give an article; None where the document has none or two of the number, or no text."""
        key = (record.sha256, number)
        if key not in self._known:
            self._known[key] = self._read(record, number)
        return self._known[key]

    def _read(self, record: Record, number: str) -> Article | None:
        found = [clause for clause in record.clauses if _is_article(clause, number)]
        text = self.texts(record.sha256) if len(found) == 1 else None
        return None if text is None else _article(record, found[0], text)


def plain(words: str) -> str:
    """Give the letters and digits of words in one width.

    Punctuation, quotation marks and blanks are left out: quotations differ in them and mean the
    same.
    """
    folded = unicodedata.normalize("NFKC", words)
    return "".join(char for char in folded if char.isalnum())


def undefined(words: str) -> str:
    """Give words without definitions in brackets (以下简称…), which quotations leave out."""
    return _SHORT_NAMES.sub("", words)


def closed_up(text: str, span: Span) -> str:
    """Give ``text[span]`` over line breaks and numbers of pages."""
    return mention(text, span).as_written if text[span.start : span.end].strip() else ""


def _is_article(clause: Clause, number: str) -> bool:
    head, _, last = clause.path.rpartition("/")
    return clause.style == "article" and last == number and not head.startswith("annex")


def _article(record: Record, article: Clause, text: str) -> Article:
    full: list[str] = []
    words: list[str] = []
    items: dict[int, str] = {}
    labels: dict[int, str] = {}
    for clause in _within(record, article):
        printed = closed_up(text, Span(clause.start, clause.own_end)).removeprefix(clause.label)
        own = plain(undefined(printed))
        full.append(plain(printed))
        words.append(own)
        number = clause.path.removeprefix(article.path).lstrip("/").partition("~")[0]
        if number.isdecimal():
            items[int(number)] = items.get(int(number), "") + own
            labels.setdefault(int(number), clause.label)
    return Article(article.label, "".join(words), "".join(full), words[0], items, labels)


def _within(record: Record, article: Clause) -> Iterator[Clause]:
    """Give the article and what it holds, in order."""
    inside = article.path + "/"
    return (c for c in record.clauses if c.path == article.path or c.path.startswith(inside))
