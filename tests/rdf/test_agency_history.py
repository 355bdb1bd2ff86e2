"""The registry graph: agencies that occur, their dated names, and what became of them."""

import io

import pyoxigraph as ox
import pytest

from policygraph.build import build
from policygraph.model.record import read_record
from policygraph.model.reform import Body
from policygraph.query.library import find_question
from policygraph.query.run import ask
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import open_dataset, shard
from policygraph.rdf.iri import DEFAULT_BASE
from policygraph.rdf.registry.agency_history import change_triples, history_triples
from policygraph.rdf.terms import boolean, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import load_registry
from policygraph.resolve.lineage import Lineage


@pytest.fixture(scope="module")
def registry(root):
    return load_registry([root / "data/samples/registry"])


@pytest.fixture(scope="module")
def records(root):
    return [read_record(file) for file in sorted((root / "data/policies").glob("*.json"))]


@pytest.fixture(scope="module")
def graph(records, registry):
    store = ox.Store()
    data = shard(f"{DEFAULT_BASE}graph/registry", history_triples(records, registry))
    store.bulk_load(io.BytesIO(data), ox.RdfFormat.N_QUADS)
    return store


CHANGES = """
PREFIX org: <http://www.w3.org/ns/org#> PREFIX pg: <https://w3id.org/policygraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?old ?new ?kind ?day ?basis WHERE { GRAPH ?g {
  ?change a pg:Reform ; pg:kind ?kind ; org:originalOrganization/skos:prefLabel ?old ;
    org:resultingOrganization/skos:prefLabel ?new ; pg:changeDate ?day ; pg:formalBasis ?basis } }
"""


@pytest.mark.parametrize(
    ("old", "new", "kind", "day"),
    [
        ("中国银行保险监督管理委员会阳泉监管分局", "国家金融监督管理总局阳泉监管分局", "rename", "2023-07-20"),
        ("中国人民银行阳泉市中心支行", "中国人民银行阳泉市分行", "rename", "2023-08-18"),
        ("中国人民银行郑州中心支行", "中国人民银行河南省分行", "abolish", "2023-08-18"),
        ("中国银行保险监督管理委员会河南监管局", "国家金融监督管理总局河南监管局", "rename", "2023-07-20"),
    ],
)  # fmt: skip
def test_what_became_of_bodies_that_occur(graph, old, new, kind, day):
    rows = {
        tuple(term.value for term in row)[:4]: row["basis"].value for row in graph.query(CHANGES)
    }
    concept = f"https://w3id.org/policygraph/concept/change-kind/{kind}"
    assert rows[old, new, concept, day] == "《党和国家机构改革方案》"


def test_the_number_of_the_basis_is_in_the_graph(registry):
    lineage = Lineage(registry)
    changes = lineage.of(Body("100000", "国家粮食局"))
    bases = {o for _, p, o in change_triples(changes, lineage) if p == ref(v.FORMAL_BASIS)}
    assert bases == {
        text(
            "《国务院机构改革方案（第十三届全国人民代表大会第一次会议）》、"
            "《国务院关于部委管理的国家局设置的通知》（国发〔2018〕7号）"
        )
    }


def test_only_what_occurs_is_expanded(graph):
    names = {row["old"].value for row in graph.query(CHANGES)}
    assert not any("太原" in name for name in names)
    assert len(names) < 20


def ask_of(graph, pattern):
    text = f"PREFIX pg: <https://w3id.org/policygraph/ns#> ASK {{ GRAPH ?g {{ {pattern} }} }}"
    return bool(graph.query(text))


def agency(place, name):
    return f"<{DEFAULT_BASE}agency/{place}/{name}>"


def test_a_rename_continues_and_an_abolition_does_not(graph):
    renamed = agency("140300", "国家金融监督管理总局阳泉监管分局")
    old = agency("140300", "中国银行保险监督管理委员会阳泉监管分局")
    assert ask_of(graph, f"{renamed} pg:continues {old}")
    branch = agency("410000", "中国人民银行河南省分行")
    seat = agency("410100", "中国人民银行郑州中心支行")
    assert ask_of(graph, f"{seat} pg:succeededBy {branch}")
    assert not ask_of(graph, f"{branch} pg:continues {seat}")


def test_a_substitution_of_a_draft_is_no_change_of_the_registry(graph):
    for name in ("阳泉市人民政府金融工作办公室", "阳泉市金融工作办公室", "市金融办"):
        assert not ask_of(graph, f"{agency('140300', name)} pg:succeededBy ?any")


def test_a_transfer_moves_only_its_functions(graph):
    giver = agency("410000", "河南省发展和改革委员会")
    taker = agency("410000", "河南省市场监督管理局")
    moved = f"?c <http://www.w3.org/ns/org#originalOrganization> {giver} ; pg:function"
    assert ask_of(graph, f'{moved} "价格监督检查与反垄断执法"@zh')
    assert not ask_of(graph, f"{giver} pg:succeededBy {taker}")
    assert not ask_of(graph, f"{giver} pg:endNotBefore ?day")


def test_names_have_their_days(graph):
    old = agency("140300", "中国银行保险监督管理委员会阳泉监管分局")
    day = '"2023-07-20"^^<http://www.w3.org/2001/XMLSchema#date>'
    assert ask_of(graph, f'?n pg:nameOf {old} ; pg:name "阳泉银保监分局"@zh ; pg:until {day}')


def test_a_body_that_may_stand_still_has_no_last_day(graph):
    bureau = agency("341500", "六安市地方金融监督管理局")
    assert ask_of(graph, f"{bureau} pg:endNotBefore ?day")
    assert not ask_of(graph, f"{bureau} pg:endNotAfter ?day")


def test_the_same_records_give_the_same_bytes(records, registry):
    graphs = [shard("g:", history_triples(each, registry)) for each in (records, records[::-1])]
    assert graphs[0] == graphs[1]


@pytest.fixture(scope="module")
def dataset(root, tmp_path_factory):
    target = tmp_path_factory.mktemp("built") / "dataset"
    samples = root / "data/samples"
    build([samples, root / "data/policies"], target, local_registry=[samples / "registry"], jobs=1)
    return open_dataset(target)


def test_the_line_from_a_clause_to_who_holds_it_today(dataset):
    answer = ask(find_question("duties-of-unit"), {"unit": "河南银保监局"}, dataset)
    clause = answer.records()[0]
    values = {"document": clause["policyTitle"], "path": clause["path"], "asOf": "2025-01-01"}
    rows = ask(find_question("holders-of-clause"), values, dataset).values()
    held = {(row[0], row[3]): (row[4], str(row[7]), row[11]) for row in rows if row[6]}
    old, new = "中国银行保险监督管理委员会河南监管局", "国家金融监督管理总局河南监管局"
    assert held[old, new] == ("yes", "2023-07-20", "《党和国家机构改革方案》")
    seat, branch = "中国人民银行郑州中心支行", "中国人民银行河南省分行"
    assert held[seat, branch][:2] == ("yes", "2023-08-18")


def test_documents_that_name_a_body_that_has_ended(dataset):
    values = {"asOf": "2025-01-01"}
    rows = ask(find_question("ended-bodies-named"), values, dataset).values()
    named = {(row[4], row[7], row[8]) for row in rows}
    assert ("澄湖银保监分局", "国家金融监督管理总局澄湖监管分局", True) in named
    assert ("人行澄湖市中心支行", "中国人民银行澄湖市分行", True) in named


def test_a_government_bears_what_its_group_bears(tmp_path):
    (tmp_path / "plan.txt").write_text(
        "晋城市人民政府关于支持企业的意见\n一、甲\n"
        "1.乙。（责任单位：各县（市、区）人民政府、市财政局、各有关部门）\n晋城市人民政府\n2023年5月6日\n",
        encoding="utf-8",
    )
    build([tmp_path / "plan.txt"], tmp_path / "set")
    dataset = open_dataset(tmp_path / "set")
    question = find_question("duties-through-groups")
    for unit in ("晋城市城区人民政府", "高平市人民政府"):
        (row,) = ask(question, {"unit": unit}, dataset).values()
        assert row[:2] == (unit, "各县（市、区）人民政府")
    for unit in ("晋城市人民政府", "晋城市财政局", "长治市潞州区人民政府"):
        assert ask(question, {"unit": unit}, dataset).values() == ()


def test_what_is_assumed_from_national_practice_is_not_verified(registry):
    found = {}
    for place, name in (("100000", "国家粮食局"), ("140300", "阳泉市国土资源局")):
        lineage = Lineage(registry)
        triples = change_triples(lineage.of(Body(place, name)), lineage)
        found[name] = {o for _, p, o in triples if p == ref(v.VERIFIED)}
    assert found == {"国家粮食局": {boolean(True)}, "阳泉市国土资源局": {boolean(False)}}
