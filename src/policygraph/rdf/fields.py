"""Fields of a row and the statements that carry them: written and read by the same description."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from policygraph.model.digest import Digest
from policygraph.model.record import RUNNING_TEXT, digest
from policygraph.model.source import Span
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.forms import INTEGER, NATURAL, STRING, TEXT, Form
from policygraph.rdf.scope import Scope
from policygraph.rdf.statements import Statements
from policygraph.rdf.terms import Triple, integer, natural, string, text
from policygraph.rdf.terms import iri as ref


class Field(Protocol):
    """One field of a row.

    Attributes:
        name: of the field in the row's dataclass.
    """

    @property
    def name(self) -> str: ...  # noqa: D102

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Say the value of the field of the row ``node``."""
        ...

    def read(self, node: str, said: Statements) -> Any:
        """Give back the value that ``triples`` said."""
        ...


@dataclass(frozen=True, slots=True)
class Simple:
    """A field of one value; no statement where it is None.

    Attributes:
        name: of the field.
        predicate: the property.
        form: how the value is written.
    """

    name: str
    predicate: str
    form: Form

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Say the value."""
        if value is not None:
            yield ref(node), ref(self.predicate), self.form.write(value)

    def read(self, node: str, said: Statements) -> Any:
        """Give the value back."""
        return said.one(node, self.predicate, self.form)


@dataclass(frozen=True, slots=True)
class Linked:
    """A name that only the registry tells: it is said in ``links``, where it is read back.

    Attributes:
        name: of the field.
        predicate: the property.
    """

    name: str
    predicate: str

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Say nothing: this is not the graph for it."""
        yield from ()

    def read(self, node: str, said: Statements) -> str | None:
        """Give the name back; None where sources that share the row were told several."""
        found = {term.value for term in said.beside(node, self.predicate)}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Written:
    """A field of printed words, which may be running text.

    Running text is a digest in both forms of a record; the full form has the text beside it.

    Attributes:
        name: of the field.
        predicate: property of the words.
        sha256: property of their digest.
        length: property of their length.
    """

    name: str
    predicate: str
    sha256: str
    length: str

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Say what is written."""
        if isinstance(value, str):
            yield ref(node), ref(self.predicate), text(value)
            value = digest(value) if len(value) > RUNNING_TEXT else None
        if value is not None:
            yield ref(node), ref(self.sha256), string(value.sha256)
            yield ref(node), ref(self.length), natural(value.length)

    def read(self, node: str, said: Statements) -> str | Digest | None:
        """Give the words back; where only their digest is said, that."""
        words = said.text(node, self.predicate)
        sha256 = said.text(node, self.sha256)
        if words is not None or sha256 is None:
            return words
        length = said.one(node, self.length, NATURAL)
        return Digest(sha256, length if isinstance(length, int) else 0)


@dataclass(frozen=True, slots=True)
class ClauseOf:
    """The clause that a row belongs to."""

    name: str = "clause"

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Point at the clause."""
        yield ref(node), ref(v.OF_CLAUSE), ref(scope.clause(value))

    def read(self, node: str, said: Statements) -> Any:
        """Give the path of the clause; None where the graph has no such clause."""
        clause = said.text(node, v.OF_CLAUSE)
        return None if clause is None else said.text(clause, v.PATH)


@dataclass(frozen=True, slots=True)
class Anchors:
    """The runs of characters that a row was read from."""

    name: str = "spans"

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Point at the characters."""
        yield from scope.anchor(node, value)

    def read(self, node: str, said: Statements) -> Any:
        """Give the spans in their order."""
        return said.spans(node)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of characters that a part of a row was read from.

    Attributes:
        name: of the field.
        predicate: the property.
    """

    name: str
    predicate: str

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Point at the characters; no statement where it is None."""
        if value is not None:
            yield from scope.anchor(node, (value,), self.predicate)

    def read(self, node: str, said: Statements) -> Span | None:
        """Give the run back."""
        return next(iter(said.spans(node, self.predicate)), None)


@dataclass(frozen=True, slots=True)
class Part:
    """A field that is a record of its own and has no node: its fields are said of the row.

    Attributes:
        name: of the field.
        of: the dataclass of the part.
        fields: its fields.
        optional: the field may be None, and is where nothing is said of the first of its fields.
    """

    name: str
    of: type
    fields: tuple[Field, ...]
    optional: bool = False

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Say the fields of the part."""
        if value is None and self.optional:
            return
        for field in self.fields:
            yield from field.triples(node, getattr(value, field.name), scope)

    def read(self, node: str, said: Statements) -> Any:
        """Give the part back."""
        first, *others = self.fields
        known = first.read(node, said)
        if known is None and self.optional:
            return None
        read = {field.name: field.read(node, said) for field in others}
        return self.of(**{first.name: known}, **read)


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of names in the order in which they are printed.

    Each name is a value of the property, which is the everyday form; and it is an entry, a node
    that tells its place in the list.

    Attributes:
        name: of the field.
        predicate: the property.
    """

    name: str
    predicate: str

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Say each name, and its place in the list."""
        nodes = iri.told_apart(value, lambda each: iri.entry(node, self.name, each))
        for number, (subject, each) in enumerate(nodes, 1):
            yield ref(node), ref(self.predicate), text(each)
            yield ref(subject), ref(v.TYPE), ref(v.ENTRY)
            yield ref(subject), ref(v.ENTRY_OF), ref(node)
            yield ref(subject), ref(v.FIELD), string(self.name)
            yield ref(subject), ref(v.POSITION), integer(number)
            yield ref(subject), ref(v.AS_WRITTEN), text(each)

    def read(self, node: str, said: Statements) -> tuple[str, ...]:
        """Give the names in their order."""
        entries = [e for e in said.pointing(v.ENTRY_OF, node) if said.text(e, v.FIELD) == self.name]
        return tuple(said.text(each, v.AS_WRITTEN) or "" for each in said.ordered(entries))


def as_written() -> Written:
    """Give the field ``as_written``, which may be running text."""
    return Written("as_written", v.AS_WRITTEN, v.AS_WRITTEN_DIGEST, v.AS_WRITTEN_LENGTH)


RULE = Simple("rule", v.RULE, STRING)
NAME_AS_WRITTEN = Simple("as_written", v.AS_WRITTEN, TEXT)
SEGMENT = Simple("segment", v.SEGMENT, INTEGER)
