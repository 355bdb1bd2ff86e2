"""How the value of a column is read from a node: ``text(v.TITLE)`` is a reading of its title."""

from collections.abc import Callable
from typing import TypeVar

from policygraph.export.lookup import Concept
from policygraph.export.names import concept, node_name, work_name
from policygraph.export.node import Node
from policygraph.query.wording import worded
from policygraph.rdf import vocabulary as v

T = TypeVar("T")


def itself(node: Node) -> str:
    """Give the IRI of the node."""
    return node.iri


def text(predicate: str) -> Callable[[Node], str | None]:
    """Read a text, a day or an IRI."""
    return lambda node: node.said.one(predicate)


def texts(predicate: str) -> Callable[[Node], tuple[str, ...]]:
    """Read all texts of a property."""
    return lambda node: node.said.all(predicate)


def listed(field: str, predicate: str) -> Callable[[Node], tuple[str, ...]]:
    """Read the names of a list in the order in which they are printed.

    Who leads stands first: order by characters put 公安局 before the 商务委员会 that issued.
    """

    def read(node: Node) -> tuple[str, ...]:
        if len(node.said.all(predicate)) < 2:
            return node.said.all(predicate)
        pointing = map(node.lookup.describe, node.lookup.subjects(v.ENTRY_OF, node.iri))
        entries = [each for each in pointing if each.one(v.FIELD) == field]
        entries.sort(key=lambda each: each.number(v.POSITION) or 0)
        names = dict.fromkeys(name for each in entries for name in each.all(v.AS_WRITTEN))
        return tuple(dict.fromkeys((*names, *node.said.all(predicate))))

    return read


def number(predicate: str) -> Callable[[Node], int | None]:
    """Read a whole number."""
    return lambda node: node.said.number(predicate)


def figure(predicate: str) -> Callable[[Node], int | float | None]:
    """Read a number, whole or not."""
    return lambda node: node.said.figure(predicate)


def flag(predicate: str) -> Callable[[Node], bool]:
    """Read a truth value."""
    return lambda node: node.said.flag(predicate)


def coded(*predicates: str) -> Callable[[Node], Concept | None]:
    """Read a concept of one of our lists, by the first of the properties that has one."""

    def read(node: Node) -> Concept | None:
        return concept(node.lookup, next(filter(None, map(node.said.one, predicates)), None))

    return read


def named(predicate: str) -> Callable[[Node], str | None]:
    """Read the name of the agency or place that a property points at."""
    return lambda node: node_name(node.lookup, node.said.one(predicate))


def work(predicate: str) -> Callable[[Node], str | None]:
    """Read the name of the policy, law or article that a property points at."""

    def read(node: Node) -> str | None:
        found = node.said.one(predicate)
        return work_name(node.lookup, found) if found else None

    return read


def place_in_text(predicate: str) -> Callable[[Node], Concept | None]:
    """Read a path, or the place of a change: ``annex1/2``, for people 附件1/2."""

    def read(node: Node) -> Concept | None:
        path = node.said.one(predicate)
        return Concept(path, worded(path, "locator", "zh")) if path else None

    return read


def of_policy(read: Callable[[Node], T]) -> Callable[[Node], T | None]:
    """Read it from the policy that says the fact."""
    return lambda node: read(node.policy) if node.policy else None


def of_clause(read: Callable[[Node], T]) -> Callable[[Node], T | None]:
    """Read it from the clause that says the fact."""
    return lambda node: read(node.clause) if node.clause else None


def of_title(read: Callable[[Node], T]) -> Callable[[Node], T | None]:
    """Read it from the place where the title of a policy was read."""

    def from_reading(policy: Node) -> T | None:
        nodes = policy.lookup.subjects(v.READING_OF, policy.iri)
        readings = (Node(policy.lookup, node) for node in nodes)
        title = next((each for each in readings if each.said.one(v.FIELD) == "title"), None)
        return read(title) if title else None

    return from_reading


def file(node: Node) -> str | None:
    """Give the name of the file where it was read."""
    return node.anchor.file


def start(node: Node) -> int | None:
    """Give its first character."""
    return node.anchor.start


def end(node: Node) -> int | None:
    """Give the end of its characters, of a clause without those of its sub-clauses; exclusive."""
    return node.anchor.end


def whole_end(node: Node) -> int | None:
    """Give the end of a clause with its sub-clauses; exclusive."""
    return node.end


def place_code(predicate: str) -> Callable[[Node], str | None]:
    """Read the code of the division that a property points at."""

    def read(node: Node) -> str | None:
        place = node.said.one(predicate)
        return node.lookup.shared(place).one(v.CODE) if place else None

    return read
