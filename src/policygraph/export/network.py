"""The dataset as a network: nodes and edges of a chosen view, for networkx, Gephi and yEd.

A node is named by its IRI, so networks of two builds can be laid over each other. What an
n-ary node of the graph says becomes an edge:

    policy      -part->      clause, sub-clause       kind=part
    clause      -duty->      agency or group          kind=duty, role, iri of the responsibility
    clause      -citation->  policy, law or article   kind=citation, relation, iri of the citation
    legislation -part->      its article              kind=part
    policy      -issuer->    agency                   kind=issuer
    policy, agency -place->  administrative division  kind=place

A unit or work that ``links`` does not know is not lost: the edge leads to the responsibility
or the citation itself, under the name that is printed.
"""

from dataclasses import dataclass

import networkx as nx

from policygraph.export.fact_rows import CitationRow, ResponsibilityRow
from policygraph.export.facts import PolicyFacts, policies, policy_facts
from policygraph.export.lookup import Lookup
from policygraph.export.names import node_name, work_name
from policygraph.export.policy_rows import ClauseRow
from policygraph.export.progress import Track, untracked
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import Dataset

NODE_ATTRIBUTES = ("label", "type", "iri", "path", "date")
EDGE_ATTRIBUTES = ("label", "kind", "role", "relation", "iri")

_LABELS = {"part": "包含", "issuer": "发文机关", "place": "所在地区"}


@dataclass(frozen=True, slots=True)
class View:
    """Which part of the dataset a network shows.

    Attributes:
        name: how it is asked for.
        duties: who must do what.
        citations: which clause cites which work.
        structure: every clause under its parent, issuers and places; without it only clauses
            that have one of the above, each right under its policy.
    """

    name: str
    duties: bool = False
    citations: bool = False
    structure: bool = False


VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View("duties", duties=True),
        View("citations", citations=True),
        View("all", duties=True, citations=True, structure=True),
    )
}


def to_network(dataset: Dataset, view: View, track: Track = untracked) -> "nx.MultiDiGraph[str]":
    """Give a view of the dataset as a directed graph with parallel edges; it is held in memory.

    Nodes have the attributes ``label`` (Chinese), ``type`` (name of the class), ``iri``,
    ``path`` (clauses) and ``date`` (ISO, of the policy); edges ``label`` (Chinese), ``kind``,
    ``role`` or ``relation`` (codes) and ``iri``. What is not known is not there. The same
    dataset gives the same order of nodes and edges.

    Args:
        dataset: an open dataset.
        view: one of ``VIEWS``, or your own.
        track: shows how many policies are done.
    """
    network = _Network(Lookup(dataset.store), view)
    for policy in track(policies(network.lookup)):
        network.add(policy_facts(network.lookup, policy))
    return network.graph


class _Network:
    """A network in the making."""

    def __init__(self, lookup: Lookup, view: View) -> None:
        self.lookup = lookup
        self.view = view
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def add(self, facts: PolicyFacts) -> None:
        duties = facts.responsibilities if self.view.duties else ()
        citations = facts.citations if self.view.citations else ()
        shown = {duty.within.clause_iri for duty in duties} | {
            cited.within.clause_iri for cited in citations
        }
        if self.view.structure:
            self._structure(facts.policies[0].policy_iri)
        for clause in facts.clauses:
            if self.view.structure or clause.clause_iri in shown:
                self._clause(clause)
        for duty in duties:
            self._duty(duty)
        for citation in citations:
            self._citation(citation)

    def _structure(self, policy: str) -> None:
        said = self.lookup.describe(policy)
        self._work(policy)
        for agency in (*said.all(v.PASSED_BY), *said.all(v.ISSUER)):
            self._agency(agency, node_name(self.lookup, agency))
            self._edge(policy, agency, "issuer")
        for place in said.all(v.JURISDICTION):
            self._place(policy, place)

    def _clause(self, clause: ClauseRow) -> None:
        above = clause.parent_iri if self.view.structure else None
        self._work(clause.policy_iri)
        self._node(
            clause.clause_iri,
            _class_name((v.CLAUSE,)),
            _clause_name(clause),
            path=clause.path.code if clause.path else None,
            date=clause.policy.issued,
        )
        known = above if above in self.graph else None  # an annex may have no line of its own
        self._edge(known or clause.policy_iri, clause.clause_iri, "part")

    def _duty(self, duty: ResponsibilityRow) -> None:
        unit, role = duty.agency_iri or duty.responsibility_iri, duty.role
        self._agency(unit, duty.agency or duty.resolved or duty.as_written)
        attributes = _present(
            label=role.label if role else None, kind="duty", role=role.code if role else None
        )
        iri = duty.responsibility_iri
        self.graph.add_edge(duty.within.clause_iri, unit, iri, iri=iri, **attributes)

    def _citation(self, citation: CitationRow) -> None:
        work, relation = citation.cited_iri or citation.citation_iri, citation.relation
        self._work(work, citation.title or citation.number)
        attributes = _present(
            label=relation.label if relation else None,
            kind="citation",
            relation=relation.code if relation else None,
        )
        iri = citation.citation_iri
        self.graph.add_edge(citation.within.clause_iri, work, iri, iri=iri, **attributes)

    def _agency(self, agency: str, name: str | None) -> None:
        if agency in self.graph:
            return
        said = self.lookup.shared(agency)
        self._node(agency, _class_name(said.all(v.TYPE)), name)
        if self.view.structure:
            for place in said.all(v.OF_PLACE):
                self._place(agency, place)

    def _place(self, node: str, place: str) -> None:
        self._node(place, _class_name((v.PLACE,)), node_name(self.lookup, place))
        self._edge(node, place, "place")

    def _work(self, work: str, printed: str | None = None) -> None:
        if work in self.graph:
            return
        said = self.lookup.shared(work)
        name = work_name(self.lookup, work) or printed
        self._node(work, _class_name(said.all(v.TYPE)), name, date=said.one(v.DATE_DOCUMENT))
        for whole in said.all(v.IS_PART_OF):
            self._work(whole)
            self._edge(whole, work, "part")

    def _node(self, node: str, kind: str | None, label: str | None, **known: str | None) -> None:
        self.graph.add_node(node, **_present(label=label or node, type=kind, iri=node, **known))

    def _edge(self, source: str, target: str, kind: str) -> None:
        self.graph.add_edge(source, target, kind, label=_LABELS[kind], kind=kind)


def _clause_name(clause: ClauseRow) -> str | None:
    """Give label and heading as printed; what has no label (the preamble) goes by its type."""
    label, heading = clause.label, clause.heading
    if label and heading:
        return f"{label} {heading}" if label[-1].isalnum() else label + heading
    named = clause.kind or clause.path
    return label or heading or (named.label if named else None)


def _class_name(types: tuple[str, ...]) -> str | None:
    """Give the name of our class rather than that of the general one it is a case of."""
    ours = (each for each in types if each.startswith(v.PG))
    return next(ours, types[0] if types else "").rpartition("#")[2] or None


def _present(**attributes: str | None) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value}
