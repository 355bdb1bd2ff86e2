"""Marks that stand once at the end of a chapter and hold for all its items.

一、促进消费（一）…（二）… and a line of its own 牵头单位：市商务局，责任单位：各区政府;
二、发展旅游（三）…（四）… and the next such line. A mark
behind one item, where others have theirs, is its own.
"""

from collections import Counter
from collections.abc import Sequence

from policygraph.extract.reading import Reading
from policygraph.model.source import Span
from policygraph.model.structure import Clause

_CHAPTERS = 2  # with such a line, before it is believed to be one of chapters


def chapter_marks(reading: Reading, marks: Sequence[tuple[Span, bool]]) -> dict[Span, str]:
    """Give for the marks of chapters the path of the chapter.

    They are believed where every mark of the document stands in a line behind the last of several
    items of its chapter, and no item but that has one.

    Args:
        reading: the document.
        marks: where each mark stands, and whether it is a line of its own.
    """
    if len(marks) < _CHAPTERS or not all(alone for _, alone in marks):
        return {}
    items = Counter(clause.parent for clause in reading.clauses)
    last = {clause.parent: clause.path for clause in reading.clauses}
    homes: dict[Span, str] = {}
    for span, _ in marks:
        clause = next(reading.clauses_around(span.start), None)
        if clause is None or clause.parent is None or _begins(reading, clause, span):
            return {}
        if items[clause.parent] < _CHAPTERS or last[clause.parent] != clause.path:
            return {}
        homes[span] = clause.parent
    several = len(set(homes.values())) == len(homes) >= _CHAPTERS
    return homes if several else {}


def _begins(reading: Reading, clause: Clause, span: Span) -> bool:
    """Say whether a mark stands in the paragraph with which its item begins."""
    return "\n" not in reading.source.text[clause.start : span.start]
