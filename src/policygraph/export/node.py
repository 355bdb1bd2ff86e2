"""A node of the graph that becomes a row of a table."""

from dataclasses import dataclass
from functools import cached_property

from policygraph.export.anchors import Anchor, anchor_of
from policygraph.export.lookup import Description, Lookup
from policygraph.rdf import vocabulary as v


@dataclass(frozen=True)
class Node:
    """A node, what is said of it, and where it stands.

    Attributes:
        lookup: look-ups in the store.
        iri: the node.
        policy: the policy that says it; None of what is no part of one.
        clause: the clause that says it; None of what stands in none.
    """

    lookup: Lookup
    iri: str
    policy: "Node | None" = None
    clause: "Node | None" = None

    @cached_property
    def said(self) -> Description:
        """What is said of it."""
        return self.lookup.describe(self.iri)

    @cached_property
    def anchor(self) -> Anchor:
        """Where it was read."""
        return anchor_of(self.lookup, self.said, v.ANCHOR)

    @cached_property
    def end(self) -> int | None:
        """Where it ends, with all that is part of it."""
        whole = anchor_of(self.lookup, self.said, v.EXTENT)
        return self.anchor.end if whole.end is None else whole.end

    @property
    def position(self) -> int:
        """Its place among those of its kind; 0 where that is not said."""
        return self.said.number(v.POSITION) or 0
