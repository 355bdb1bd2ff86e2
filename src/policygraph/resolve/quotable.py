"""The documents whose articles are quoted: those at hand that have articles, by their titles."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from policygraph.expression import expression
from policygraph.model.facts import Status
from policygraph.model.record import Record
from policygraph.registry.laws import PREFIX

Texts = Callable[[str], str | None]  # the text of a source by its digest, where it is at hand
_HEAD = 2000  # characters in which the line with the title of a law stands
_LAW = expression(rf"^[#*\s]*({PREFIX}[\u4e00-\u9fff、]{{1,30}}法典?)[*\s]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Quotable:
    """Documents with articles, by title: all versions of a law stand under one."""

    by_title: Mapping[str, tuple[Record, ...]]

    def titled(self, title: str) -> tuple[Record, ...]:
        """Give the documents of a title, printed with or without 中华人民共和国."""
        return self.by_title.get(_bare(title), ())


def quotable_of(records: Iterable[Record], texts: Texts) -> Quotable:
    """Take the issued documents that have articles.

    The record of a law (中华人民共和国…法) has no title; here the line of the text that prints it
    is enough. In the graph all versions of a law would become one policy by it.
    """
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        title = quotable_title(record, texts)
        if title is not None:
            found[title].append(record)
    return Quotable({title: tuple(versions) for title, versions in found.items()})


def quotable_title(record: Record, texts: Texts) -> str | None:
    """Give the title under which the articles of a document are quoted; None: it is not."""
    if record.document.status is not Status.ISSUED or not _has_articles(record):
        return None
    title = record.document.title or law_title(record, texts(record.sha256) or "")
    return _bare(title) if title else None


def _has_articles(record: Record) -> bool:
    return any(clause.style == "article" for clause in record.clauses)


def law_title(record: Record, text: str) -> str | None:
    """Give the title of a law, which its text prints on a line of its own; None: it prints none."""
    line = _LAW.search(text[: min(_HEAD, record.preamble_end)])
    return line[1] if line else None


def _bare(title: str) -> str:
    return "".join(char for char in title if char.isalnum()).removeprefix(PREFIX)
