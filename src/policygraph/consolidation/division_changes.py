"""Changes of chapters and sections (章, 节, 编) among those of a document."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from policygraph.consolidation.wording import printed_at, wording
from policygraph.model.facts import Amendment, Operation
from policygraph.text.division_labels import DIVISION_LABEL, Label, label_of_one

RULE = "amendment.division"


class Division(NamedTuple):
    """A change of a chapter or section.

    Attributes:
        operation: added, struck or replaced whole (clause); heading or number replaced (text).
        place: the division; of an added one the number that it has afterwards.
        heading: its heading alone is meant.
        now: the label that it takes; None: none is said.
        words: its new words as printed, with their line breaks; None where it has none.
        old: words of its heading that they replace; None: all.
        articles: first and last article of an added division that says which it has.
    """

    operation: Operation
    place: Label
    heading: bool
    now: str | None
    words: str | None
    old: str | None
    articles: tuple[int, int] | None


def divisions_of(rows: Iterable[Amendment], text: str) -> Mapping[Amendment, Division]:
    """Give the changes of chapters and sections.

    Args:
        rows: all changes of a document.
        text: of the document that makes them.
    """
    pairs = ((row, _division(row, text)) for row in rows)
    return {row: division for row, division in pairs if division}


def _division(row: Amendment, text: str) -> Division | None:
    label = DIVISION_LABEL.match(row.target.locator or "")
    if label is None or row.rule != RULE:
        return None
    made, now, words = row.new_place, None, None
    if made and row.operation is not Operation.ADD_CLAUSE:
        now = str(row.new)
    elif row.new_span:
        words = wording(row, text)
    articles = None
    if made and made.first_article and made.last_article:
        articles = (made.first_article, made.last_article)
    return Division(
        row.operation,
        label_of_one(label.group()),
        heading=label.end() < len(row.target.locator or ""),
        now=now,
        words=words,
        old=printed_at(row.old_span, text) if row.old_span else None,
        articles=articles,
    )
