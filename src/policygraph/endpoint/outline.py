"""Policy -> its clauses in the order of the text, each with whom and what it names."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.cells import Cell, Cells
from policygraph.endpoint.links import page_of
from policygraph.endpoint.names import in_digits
from policygraph.endpoint.reader import Node, Reader
from policygraph.rdf import vocabulary as v
from policygraph.rdf.iri import concept

MAX_CLAUSES = 600
_MAX_MENTIONS = 60  # of one clause
_PLAIN_ROLE = ox.NamedNode(concept("role", "responsible"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit that bears a clause, or a document that the clause cites.

    Attributes:
        cell: the unit as written, linked to the agency; or what is cited, linked to it.
        kind: ``responsibility`` or ``citation``.
        note: the role, where it is a special one; the relation to what is cited.
        inherited: a rule for the whole document names the unit, not the clause itself.
    """

    cell: Cell
    kind: str
    note: str = ""
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause of an outline; ``depth`` counts from 0."""

    clause: Cell
    depth: int
    mentions: tuple[Mention, ...]


def outline_of(cells: Cells, policy: Node) -> tuple[Entry, ...]:
    """Give the clauses of a policy, at most ``MAX_CLAUSES``; empty for any other thing."""
    entries: list[Entry] = []
    seen: set[Node] = set()
    waiting = [(part, 0) for part in reversed(_parts(cells.reader, policy))]
    while waiting and len(entries) < MAX_CLAUSES:
        clause, depth = waiting.pop()
        if clause in seen:  # odd data may hold a cycle
            continue
        seen.add(clause)
        mentions = _mentions(cells, clause)
        if mentions or cells.reader.text(clause, v.LABEL) is not None:  # no empty preamble
            entries.append(Entry(cells.of(clause), depth, mentions))
        parts = _parts(cells.reader, clause)
        waiting.extend((part, depth + 1) for part in reversed(parts))
    return tuple(entries)


def _parts(reader: Reader, node: Node) -> list[ox.NamedNode]:
    parts = reader.nodes(node, v.HAS_PART)
    return sorted(parts, key=lambda part: (_start(reader, part), part.value))


def _start(reader: Reader, node: Node) -> int:
    anchors = reader.nodes(node, v.ANCHOR)
    starts = [reader.number(anchor, v.START) for anchor in anchors]
    return min((start for start in starts if start is not None), default=0)


def _mentions(cells: Cells, clause: Node) -> tuple[Mention, ...]:
    """Give what a clause names, each once: its own units, inherited ones, then citations."""
    reader = cells.reader
    placed: list[tuple[int, Mention]] = []
    for node in reader.subjects(v.OF_CLAUSE, clause, _MAX_MENTIONS):
        types = reader.types(node)
        if v.RESPONSIBILITY in types:
            placed.append((_start(reader, node), _duty(cells, node)))
        elif v.CITATION in types:
            placed.append((_start(reader, node), _citation(cells, node)))
    placed.sort(key=lambda one: (one[1].kind != "responsibility", one[1].inherited, one[0]))
    return _once(mention for _, mention in placed)


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    first: dict[tuple[str, str, str], Mention] = {}
    for mention in mentions:
        first.setdefault((mention.kind, mention.cell.text, mention.note), mention)
    return tuple(first.values())


def _duty(cells: Cells, node: Node) -> Mention:
    reader = cells.reader
    role, agent = reader.node(node, v.ROLE), reader.node(node, v.AGENT)
    page = page_of((agent or node).value, reader.base)
    hint = cells.name(agent) if agent else ""
    cell = Cell(reader.text(node, v.AS_WRITTEN) or "", page, "zh", hint)
    note = cells.name(role) if role and role != _PLAIN_ROLE else ""
    return Mention(cell, "responsibility", note, reader.text(node, v.INHERITED) == "true")


def _citation(cells: Cells, node: Node) -> Mention:
    reader = cells.reader
    title, number = reader.text(node, v.CITED_TITLE), reader.text(node, v.CITED_NUMBER)
    cited, relation = reader.node(node, v.CITED), reader.node(node, v.RELATION)
    text = (f"《{title}》" if title else number or "") + in_digits(reader, node)
    cell = Cell(text, page_of((cited or node).value, reader.base), "zh", number or "")
    return Mention(cell, "citation", cells.name(relation) if relation else "")
