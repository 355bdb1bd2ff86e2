"""The units of which a version is made: its text cut at each label, nothing left out."""

from collections.abc import Mapping
from typing import NamedTuple

from policygraph.model.facts import PREAMBLE
from policygraph.model.record import Record
from policygraph.model.structure import Clause

_ARTICLE = "article"  # style of 第五条


class Unit(NamedTuple):
    """A numbered unit with its own words.

    Attributes:
        path: of its clause; ``preamble`` before the first.
        label: as people name it: 第五条（三）, 二、（一）; empty before the first.
        clause: its clause; None before the first.
        start: where it begins in the text.
        text: from its label to the next one.
        words: the same without label and blanks, by which units are matched.
    """

    path: str
    label: str
    clause: Clause | None
    start: int
    text: str
    words: str


def units_of(record: Record, text: str) -> tuple[Unit, ...]:
    """Cut a text at its labels; the units in their order give it back.

    What stands behind a unit without a label (a closing, a signature) belongs to it.
    """
    clauses = sorted(record.clauses, key=lambda clause: clause.start)
    known = {clause.path: clause for clause in clauses}
    starts = [0, *(clause.start for clause in clauses), len(text)]
    units = []
    for clause, start, end in zip([None, *clauses], starts[:-1], starts[1:], strict=True):
        if clause is None and start == end:
            continue
        words = "".join(text[start:end].split())
        label = "".join(clause.label.split()) if clause else ""
        path = clause.path if clause else PREAMBLE
        named = _label(clause, known) if clause else ""
        units.append(Unit(path, named, clause, start, text[start:end], words.removeprefix(label)))
    return tuple(units)


def _label(clause: Clause, known: Mapping[str, Clause]) -> str:
    """Join the labels that name a unit: an article needs no chapter, an item needs its article."""
    labels = clause.label
    above = known.get(clause.parent or "")
    while above is not None and clause.style != _ARTICLE:
        labels = above.label + labels
        clause, above = above, known.get(above.parent or "")
    return labels
