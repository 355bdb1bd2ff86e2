"""Policy -> its clauses in the order of the text, each with what it says."""

from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cell, Cells
from policygraph.endpoint.view.mentions import Mention, mentions_of, start_of
from policygraph.endpoint.view.opening import Openings
from policygraph.endpoint.view.reader import Node, Reader
from policygraph.rdf import vocabulary as v

MAX_CLAUSES = 600


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause of an outline.

    Attributes:
        clause: its label and heading.
        opening: how its text begins, where it has no heading.
        depth: how deep it lies, from 0.
        mentions: what it says.
    """

    clause: Cell
    opening: str
    depth: int
    mentions: tuple[Mention, ...]


def outline_of(cells: Cells, policy: Node) -> tuple[Entry, ...]:
    """Give the clauses of a policy, at most ``MAX_CLAUSES``; empty for any other thing."""
    entries: list[Entry] = []
    seen: set[Node] = set()
    openings = Openings(cells.reader)
    waiting = [(part, 0) for part in reversed(_parts(cells.reader, policy))]
    while waiting and len(entries) < MAX_CLAUSES:
        clause, depth = waiting.pop()
        if clause in seen:  # odd data may hold a cycle
            continue
        seen.add(clause)
        mentions = mentions_of(cells, clause)
        if mentions or cells.reader.text(clause, v.LABEL) is not None:  # no empty preamble
            entries.append(Entry(cells.of(clause), openings.of(clause), depth, mentions))
        parts = _parts(cells.reader, clause)
        waiting.extend((part, depth + 1) for part in reversed(parts))
    return tuple(entries)


def _parts(reader: Reader, node: Node) -> list[ox.NamedNode]:
    parts = reader.nodes(node, v.HAS_PART)
    return sorted(parts, key=lambda part: (start_of(reader, part), part.value))
