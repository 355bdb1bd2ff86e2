"""A kind of fact as a class of nodes: what its rows are called, what is said of them, and back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import Field
from policygraph.rdf.scope import Scope
from policygraph.rdf.statements import Statements
from policygraph.rdf.terms import Triple, integer
from policygraph.rdf.terms import iri as ref

Row = TypeVar("Row")


def _nothing(_node: str, _row: Row, _scope: Scope) -> Iterable[Triple]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind(Generic[Row]):
    """One kind of fact.

    Attributes:
        row: dataclass of its rows.
        rdf_class: class of their nodes.
        mint: gives the IRI of a row; what is printed twice is told apart by ``~2``.
        fields: all fields of a row.
        besides: what is said of a node that follows from its row, and is not read back.
    """

    row: type[Row]
    rdf_class: str
    mint: Callable[[Row, Scope], str]
    fields: tuple[Field, ...]
    besides: Callable[[str, Row, Scope], Iterable[Triple]] = _nothing

    def iris(self, rows: Iterable[Row], scope: Scope) -> Iterator[tuple[str, Row]]:
        """Pair each row with its IRI."""
        return iri.told_apart(rows, lambda row: self.mint(row, scope))

    def triples(self, rows: Iterable[Row], scope: Scope) -> Iterator[Triple]:
        """Say all fields of the rows, and in which order they stand in the record."""
        for number, (node, row) in enumerate(self.iris(rows, scope), 1):
            yield ref(node), ref(v.TYPE), ref(self.rdf_class)
            yield ref(node), ref(v.POSITION), integer(number)
            for field in self.fields:
                yield from field.triples(node, getattr(row, field.name), scope)
            yield from self.besides(node, row, scope)

    def read(self, said: Statements) -> tuple[tuple[str, Row], ...]:
        """Give the rows back in their order, each with its IRI.

        Raises:
            DatasetError: a value is missing its form, or there are two where one belongs.
        """
        nodes = said.ordered(said.members(self.rdf_class))
        return tuple((node, self.read_one(node, said)) for node in nodes)

    def read_one(self, node: str, said: Statements) -> Row:
        """Give back the row of one node."""
        return self.row(**{field.name: field.read(node, said) for field in self.fields})
