"""What pages read from the store: what is said of a thing and what points at it.

Only single triple patterns, each read up to a bound: no page can cost more than its rows.
A statement counts once, in however many graphs it is: pages read the default graph.
"""

from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox

from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.dataset.loading import has_default_graph

_ENTRIES = 1_000  # of one list
Node = ox.NamedNode | ox.BlankNode
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Reader:
    """Reads one dataset.

    Attributes:
        dataset: the dataset.
        base: base IRI of its data.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.base = dataset.manifest.base
        self._graph = ox.DefaultGraph() if has_default_graph(dataset.store) else None

    def _match(
        self, subject: Node | None, predicate: ox.NamedNode | None, target: Term | None
    ) -> Iterator[ox.Quad]:
        return self.dataset.store.quads_for_pattern(subject, predicate, target, self._graph)

    def objects(self, subject: Node, predicate: str) -> list[Term]:
        """Give the objects of a subject and predicate, each once."""
        quads = self._match(subject, ox.NamedNode(predicate), None)
        return list(dict.fromkeys(quad.object for quad in quads))

    def subjects(self, predicate: str, target: Term, limit: int) -> list[Node]:
        """Give the subjects of at most ``limit`` statements that point at ``target``."""
        quads = islice(self._match(None, ox.NamedNode(predicate), target), limit)
        found = dict.fromkeys(quad.subject for quad in quads)
        return [s for s in found if not isinstance(s, ox.Triple)]

    def pairs(self, predicate: str) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
        """Give all subjects and objects of a property that are IRIs."""
        for quad in self._match(None, ox.NamedNode(predicate), None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
                yield quad.subject, quad.object

    def outgoing(self, subject: Node, limit: int) -> tuple[list[ox.Triple], bool]:
        """Give at most ``limit`` statements about a thing, and whether there are more."""
        return _bounded(self._match(subject, None, None), limit)

    def incoming(
        self, target: Term, limit: int, predicate: str | None = None
    ) -> tuple[list[ox.Triple], bool]:
        """Give at most ``limit`` statements that point at a thing, and whether there are more."""
        by = ox.NamedNode(predicate) if predicate else None
        return _bounded(self._match(None, by, target), limit)

    def knows(self, node: ox.NamedNode) -> bool:
        """Say whether the dataset says anything about or with this IRI."""
        patterns = ((node, None, None), (None, None, node), (None, node, None))
        return any(next(self._match(*pattern), None) is not None for pattern in patterns)

    def literals(self, subject: Node, predicate: str) -> list[ox.Literal]:
        """Give the literals among the objects."""
        return [o for o in self.objects(subject, predicate) if isinstance(o, ox.Literal)]

    def listed(self, subject: Node, field: str, predicate: str) -> list[str]:
        """Give the names of a list in the order in which they are printed; who leads is first."""
        rest = sorted(literal.value for literal in self.literals(subject, predicate))
        if len(rest) < 2:
            return rest
        pointing = self.subjects(v.ENTRY_OF, subject, _ENTRIES)
        entries = [each for each in pointing if self.text(each, v.FIELD) == field]
        entries.sort(key=lambda each: (self.number(each, v.POSITION) or 0, str(each)))
        told = [self.text(each, v.AS_WRITTEN) or "" for each in entries]
        return list(dict.fromkeys((*told, *rest)))

    def nodes(self, subject: Node, predicate: str) -> list[ox.NamedNode]:
        """Give the IRIs among the objects."""
        return [o for o in self.objects(subject, predicate) if isinstance(o, ox.NamedNode)]

    def text(self, subject: Node, predicate: str) -> str | None:
        """Give one literal as text; of several the first in order of code points."""
        return min((o.value for o in self.literals(subject, predicate)), default=None)

    def node(self, subject: Node, predicate: str) -> ox.NamedNode | None:
        """Give one IRI; of several the first in order of code points."""
        return min(self.nodes(subject, predicate), key=lambda o: o.value, default=None)

    def number(self, subject: Node, predicate: str) -> int | None:
        """Give one object as a whole number; None where there is none or it is not one."""
        value = self.text(subject, predicate) or ""
        return int(value) if value.isascii() and value.isdecimal() and len(value) < 19 else None

    def types(self, subject: Node) -> set[str]:
        """Give the class IRIs of a thing."""
        return {o.value for o in self.nodes(subject, v.TYPE)}


def _bounded(quads: Iterator[ox.Quad], limit: int) -> tuple[list[ox.Triple], bool]:
    found = dict.fromkeys(quad.triple for quad in islice(quads, limit))
    return list(found), next(quads, None) is not None
