"""Statements of Turtle files, in the order in which the files make them.

A page tells terms in the order of their file, which a store does not keep.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from policygraph.rdf import vocabulary as v

Node = ox.NamedNode | ox.BlankNode | ox.Triple
Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Statements:
    """What some quads say: subject -> predicate -> objects."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._said: dict[Node, dict[str, list[Value]]] = {}
        for quad in quads:
            about = self._said.setdefault(quad.subject, {})
            about.setdefault(quad.predicate.value, []).append(quad.object)

    def subjects(self, predicate: str, value: str) -> list[Node]:
        """Give what has the IRI ``value`` by a predicate, in order."""
        wanted = ox.NamedNode(value)
        return [node for node, said in self._said.items() if wanted in said.get(predicate, ())]

    def predicates(self, node: Node) -> list[str]:
        """Give the predicates that something is said of a node by."""
        return list(self._said.get(node, {}))

    def objects(self, node: Node, predicate: str) -> list[Value]:
        """Give all that is said of a node by a predicate."""
        return list(self._said.get(node, {}).get(predicate, ()))

    def iris(self, node: Node, predicate: str) -> tuple[str, ...]:
        """Give the IRIs among the objects."""
        found = self.objects(node, predicate)
        return tuple(o.value for o in found if isinstance(o, ox.NamedNode))

    def literals(self, node: Node, predicate: str) -> tuple[str, ...]:
        """Give the texts among the objects, in whatever language."""
        found = self.objects(node, predicate)
        return tuple(o.value for o in found if isinstance(o, ox.Literal))

    def text(self, node: Node, predicate: str, language: str | None = None) -> str:
        """Give the first text in a language, or in any; empty where there is none."""
        for found in self.objects(node, predicate):
            if isinstance(found, ox.Literal) and language in (None, found.language):
                return found.value
        return ""

    def number(self, node: Node, predicate: str) -> int | None:
        """Give a whole number; None where there is none."""
        found = self.text(node, predicate)
        return int(found) if found else None

    def members(self, head: Value) -> Iterator[Value]:
        """Give the members of an RDF list."""
        while not isinstance(head, ox.Literal) and head in self._said:
            yield from self.objects(head, v.RDF + "first")
            (head,) = self.objects(head, v.RDF + "rest")


def read_statements(files: Iterable[Path]) -> Statements:
    """Read Turtle files together."""
    return Statements(
        quad for file in files for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)
    )
