"""Look-ups in the store: what is said of one node, whichever graph says it.

Values come out as sorted strings, so what an export writes never depends on the order in
which the store gives quads. Exports follow the links of one policy at a time by look-ups of
a subject or an object; each is one range of an index, where a SPARQL query over the whole
dataset would have to sort and hold all of its rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from policygraph.rdf.iri import unsegment
from policygraph.rdf.vocabulary import CONCEPT, PREF_LABEL

_REMEMBERED = 100_000  # nodes that many facts point at: agencies, cited works, sources


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of one node: predicate -> values (IRIs or lexical forms), sorted."""

    values: Mapping[str, tuple[str, ...]]

    def all(self, predicate: str) -> tuple[str, ...]:
        """Give every value."""
        return self.values.get(predicate, ())

    def one(self, predicate: str) -> str | None:
        """Give the only value, or the first of several; None where there is none."""
        return next(iter(self.all(predicate)), None)

    def number(self, predicate: str) -> int | None:
        """Give the value as a whole number; None where there is none, or another thing."""
        try:
            return int(self.one(predicate) or "")
        except ValueError:
            return None

    def figure(self, predicate: str) -> int | float | None:
        """Give the value as a number, whole or not; None as for ``number``."""
        try:
            value = float(self.one(predicate) or "")
        except ValueError:
            return None
        whole = self.number(predicate)
        return value if whole is None else whole

    def flag(self, predicate: str) -> bool:
        """Tell whether the value is ``true``."""
        return self.one(predicate) == "true"


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of one of our lists: its code for programs, its label for people."""

    code: str
    label: str


class Lookup:
    """Look-ups in one store. What many facts share is remembered."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self.shared = lru_cache(_REMEMBERED)(self.describe)
        self.concept = lru_cache(_REMEMBERED)(self._concept)

    def describe(self, node: str) -> Description:
        """Give all that is said of ``node``, in all graphs."""
        found: dict[str, set[str]] = {}
        for quad in self._store.quads_for_pattern(ox.NamedNode(node), None, None, None):
            found.setdefault(quad.predicate.value, set()).add(_plain(quad.object))
        return Description({predicate: tuple(sorted(found[predicate])) for predicate in found})

    def subjects(self, predicate: str, value: str) -> tuple[str, ...]:
        """Give the nodes that point at the node ``value`` by ``predicate``, sorted."""
        pattern = (None, ox.NamedNode(predicate), ox.NamedNode(value), None)
        return tuple(sorted({_plain(q.subject) for q in self._store.quads_for_pattern(*pattern)}))

    def _concept(self, node: str) -> Concept:
        """Read a concept; where the dataset holds no Chinese label the code stands for it."""
        code = unsegment(node.removeprefix(CONCEPT).partition("/")[2])
        pattern = (ox.NamedNode(node), ox.NamedNode(PREF_LABEL), None, None)
        labels = sorted(
            quad.object.value
            for quad in self._store.quads_for_pattern(*pattern)
            if isinstance(quad.object, ox.Literal) and (quad.object.language or "")[:2] == "zh"
        )
        return Concept(code, labels[0] if labels else code)


def _plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value
