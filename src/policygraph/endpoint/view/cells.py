"""RDF term -> what a page shows of it: a text, its language, and perhaps a link."""

from collections.abc import Collection
from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.links import compact, page_of
from policygraph.endpoint.view.names import Names
from policygraph.endpoint.view.reader import Node, Reader, Term
from policygraph.rdf import vocabulary as v

_BOOLEANS = {"zh": {"true": "是", "false": "否"}, "en": {"true": "yes", "false": "no"}}
_PLAIN = frozenset({"string", "date", "dateTime", "integer", "decimal", "nonNegativeInteger"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A term on a page.

    Attributes:
        text: what is shown.
        href: path of the page about it; None where there is nothing to link.
        lang: language of the text, as in its tag.
        hint: what a pointer held over it says: the IRI, or the datatype.
        context: where it belongs: the document and clause of a fact.
    """

    text: str
    href: str | None = None
    lang: str = ""
    hint: str = ""
    context: str = ""


class Cells:
    """Makes cells in one language."""

    def __init__(self, reader: Reader, names: Names, language: str) -> None:
        self.reader = reader
        self._names = names
        self._language = language

    def name(self, node: ox.NamedNode) -> str:
        """Give the name of a thing."""
        return self._names.of(node, self._language).text

    def of(self, term: Term | None) -> Cell:
        """Show a term; an empty cell for a value that is not there."""
        if term is None:
            return Cell("")
        if isinstance(term, ox.NamedNode):
            return self._iri(term)
        if isinstance(term, ox.Literal):
            return self._literal(term)
        return Cell(str(term))

    def placed(self, node: Node, known: Collection[Node] = ()) -> Cell:
        """Show a thing with its role or relation, and the document and clause it belongs to.

        Args:
            node: the thing.
            known: things that need no mention: where the reader is.
        """
        cell = self.of(node)
        return Cell(cell.text, cell.href, cell.lang, cell.hint, self._context(node, known))

    def _iri(self, node: ox.NamedNode) -> Cell:
        name = self._names.of(node, self._language)
        return Cell(name.text, page_of(node.value, self.reader.base), name.lang, node.value)

    def _context(self, node: Node, known: Collection[Node]) -> str:
        reader = self.reader
        kinds = (reader.node(node, v.ROLE), reader.node(node, v.RELATION))
        clause = reader.node(node, v.OF_CLAUSE)
        places = (reader.node(clause or node, v.OF_POLICY), clause)
        place = " › ".join(self.name(one) for one in places if one and one not in known)
        kind = " · ".join(self.name(one) for one in kinds if one)
        return " · ".join(part for part in (kind, place) if part)

    def _literal(self, literal: ox.Literal) -> Cell:
        if literal.language:
            return Cell(literal.value, lang=literal.language)
        datatype = compact(literal.datatype.value)
        if datatype == "xsd:boolean":
            return Cell(_BOOLEANS[self._language].get(literal.value, literal.value))
        known = datatype.removeprefix("xsd:") in _PLAIN
        return Cell(literal.value, hint="" if known else datatype)
