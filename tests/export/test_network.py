import networkx as nx
import pytest

from policygraph.export.network import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, VIEWS, View, to_network
from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.scope import policy_iri

BASE = iri.DEFAULT_BASE
PLAN = f"{BASE}policy/990000/云政办发/2021/35"
LEAD = f"{BASE}agency/990000/省工业和信息化厅"
FINANCE = f"{BASE}agency/990000/省财政厅"
CITIES = f"{BASE}agency-group/990000/各市人民政府"
RULES = f"{BASE}legislation/云岭省公平竞争审查办法"


@pytest.fixture(scope="session")
def measures(records: tuple[Record, ...]) -> str:
    """Give the IRI of the city's measures."""
    return policy_iri(records[1])


def edges(graph: "nx.MultiDiGraph[str]", **wanted: str) -> set[tuple[str, str, str | None]]:
    """Give source, target and code of the edges that have these attributes."""
    return {
        (source, target, said.get("role") or said.get("relation"))
        for source, target, said in graph.edges(data=True)
        if wanted.items() <= said.items()
    }


def test_duties_lead_from_policy_through_clause_to_agency(dataset: Dataset, measures: str):
    graph = to_network(dataset, VIEWS["duties"])
    draft = next(node for node, said in graph.nodes(data=True) if said["type"] == "DraftPolicy")
    assert edges(graph, kind="duty") == {
        (f"{PLAN}/clause/1/1", LEAD, "lead"),
        (f"{PLAN}/clause/1/1", FINANCE, "support"),
        (f"{PLAN}/clause/1/2", CITIES, "responsible"),
        (f"{PLAN}/annex/1/clause/3", FINANCE, "responsible"),
        (f"{measures}/clause/1", f"{BASE}agency/990100/市财政局", "responsible"),
        (f"{draft}/clause/1", f"{BASE}agency/unplaced/%09%3D1%2B1", "lead"),
    }
    assert edges(graph, kind="part") == {
        (PLAN, f"{PLAN}/clause/1/1", None),
        (PLAN, f"{PLAN}/clause/1/2", None),
        (PLAN, f"{PLAN}/annex/1/clause/3", None),
        (measures, f"{measures}/clause/1", None),
        (draft, f"{draft}/clause/1", None),
    }
    assert {said["kind"] for *_, said in graph.edges(data=True)} == {"duty", "part"}


def test_citations_lead_from_clause_to_work_and_from_law_to_its_article(
    dataset: Dataset, measures: str
):
    graph = to_network(dataset, VIEWS["citations"])
    article = f"{RULES}/article/10/item/2"
    assert edges(graph, kind="citation") == {
        (f"{PLAN}/preamble", article, "based_on"),
        (f"{PLAN}/clause/1/2", measures, "cites"),
    }
    assert edges(graph, kind="part") == {
        (PLAN, f"{PLAN}/preamble", None),
        (PLAN, f"{PLAN}/clause/1/2", None),
        (RULES, article, None),
    }
    assert graph.nodes[article]["label"] == "云岭省公平竞争审查办法第10条第2项"
    assert graph.nodes[article]["type"] == "Article"
    assert graph.nodes[measures]["type"] == "Policy", "our class before the general one"


def test_the_whole_network_has_the_tree_of_clauses_issuers_and_places(dataset: Dataset):
    graph = to_network(dataset, VIEWS["all"])
    parts = edges(graph, kind="part")
    assert (f"{PLAN}/clause/1", f"{PLAN}/clause/1/1", None) in parts
    assert (PLAN, f"{PLAN}/clause/1", None) in parts
    assert (PLAN, f"{PLAN}/clause/1/1", None) not in parts
    assert (PLAN, f"{PLAN}/annex/1/clause/3", None) in parts, "its annex has no line of its own"
    assert (PLAN, f"{BASE}agency/990000/云岭省人民政府办公厅", None) in edges(graph, kind="issuer")
    assert {(PLAN, f"{BASE}place/990000", None), (FINANCE, f"{BASE}place/990000", None)} <= edges(
        graph, kind="place"
    )
    assert graph.nodes[f"{BASE}place/990000"] == {
        "label": "云岭省",
        "type": "Place",
        "iri": f"{BASE}place/990000",
    }


def test_nodes_and_edges_say_what_they_are_in_chinese(dataset: Dataset):
    graph = to_network(dataset, VIEWS["all"])
    assert graph.nodes[PLAN] == {
        "label": "云岭省推动工业企业升级实施方案",
        "type": "Policy",
        "iri": PLAN,
        "date": "2021-09-28",
    }
    assert graph.nodes[f"{PLAN}/clause/1/1"] == {
        "label": "（一）推动规下企业上规",
        "type": "Clause",
        "iri": f"{PLAN}/clause/1/1",
        "path": "1/1",
        "date": "2021-09-28",
    }
    assert graph.nodes[f"{PLAN}/clause/1/2"]["label"] == "第二条 加大奖励"
    assert graph.nodes[f"{PLAN}/preamble"]["label"] == "导语"
    assert graph.nodes[CITIES]["type"] == "AgencyGroup"
    duty = f"{PLAN}/clause/1/1/responsibility/1/工业和信息化厅"
    assert graph.edges[f"{PLAN}/clause/1/1", LEAD, duty] == {
        "label": "牵头",
        "kind": "duty",
        "role": "lead",
        "iri": duty,
    }


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_node_and_edge_is_described_by_known_attributes_only(dataset: Dataset, view: View):
    graph = to_network(dataset, view)
    for node, said in graph.nodes(data=True):
        assert {"label", "type", "iri"} <= said.keys() <= set(NODE_ATTRIBUTES), node
        assert all(isinstance(value, str) and value for value in said.values()), node
    for *ends, said in graph.edges(data=True):
        assert {"label", "kind"} <= said.keys() <= set(EDGE_ATTRIBUTES), ends


def test_what_links_does_not_know_is_shown_as_it_is_printed(dataset: Dataset, tmp_path):
    bare = Dataset(tmp_path, dataset.manifest, without_links(dataset))
    graph = to_network(bare, View("both", duties=True, citations=True))
    duty = f"{PLAN}/clause/1/1/responsibility/1/财政厅"
    assert graph.has_edge(f"{PLAN}/clause/1/1", duty)
    assert graph.nodes[duty]["label"] == "省财政厅"
    cited = f"{PLAN}/clause/1/2/citation/澄湖市奖励若干措施"
    assert graph.nodes[cited]["label"] == "澄湖市奖励若干措施"
    assert graph.nodes[cited]["type"] == "Citation"


def without_links(dataset: Dataset):
    import pyoxigraph as ox

    store = ox.Store()
    left_out = (ox.NamedNode(iri.graph("links")), ox.DefaultGraph())
    store.extend(quad for quad in dataset.store if quad.graph_name not in left_out)
    return store
