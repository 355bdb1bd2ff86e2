"""Chapters and sections of a document by the labels that others name them by: 第二章第一节."""

from collections.abc import Iterable, Mapping

from policygraph.model.structure import Clause
from policygraph.text.division_labels import Label
from policygraph.text.numerals import to_int


def divisions_named(
    label: Label, divisions: Iterable[Clause], by_path: Mapping[str, Clause]
) -> list[Clause]:
    """Give the divisions that a label fits; one that leaves its chapter out may fit several.

    Args:
        label: as it is named.
        divisions: those of the document.
        by_path: all its clauses.
    """
    return [one for one in divisions if _is(one, label, by_path)]


def number_of(clause: Clause) -> int | None:
    """Give the number of a division: 第二章 is 2."""
    return to_int(clause.label[1:-1])


def _is(clause: Clause, label: Label, by_path: Mapping[str, Clause]) -> bool:
    at: Clause | None = clause
    for style, number in reversed(label):
        if at is None or at.style != style or number_of(at) != number:
            return False
        at = by_path.get(at.parent or "")
    return True
