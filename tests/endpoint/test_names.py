"""What things are called on a page."""

import re

import pyoxigraph as ox
import pytest

from policygraph.build import build
from policygraph.endpoint.view.catalog import Catalog
from policygraph.endpoint.view.names import Names
from policygraph.endpoint.view.reader import Reader
from policygraph.endpoint.view.terms import REUSED
from policygraph.export.progress import untracked
from policygraph.export.tables import rows_of
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.rdf.iri import concept
from policygraph.rdf.ontology import ontology_triples


@pytest.fixture(scope="module")
def names(dataset_path):
    return Names(Reader(open_dataset(dataset_path)))


def name(names, one, language):
    found = names.of(ox.NamedNode(one), language)
    return found.text, found.lang


def test_a_term_of_ours_is_named_by_the_ontology(names):
    assert name(names, v.POLICY, "zh") == ("政策文件", "zh")
    assert name(names, v.POLICY, "en") == ("policy", "en")
    assert name(names, concept("role", "lead"), "en") == ("lead", "en")


def test_a_reused_term_is_named_by_the_dataset_and_else_by_the_table(names):
    assert name(names, v.TITLE, "en") == ("title", "en")
    assert name(names, v.DATE_DOCUMENT, "zh") == ("成文日期", "zh")
    assert name(names, v.DATE_DOCUMENT, "en") == ("date of the document", "en")


def test_every_reused_term_of_the_vocabulary_is_named():
    terms = {value for key, value in vars(v).items() if key.isupper() and isinstance(value, str)}
    terms |= set(v.RELATION_SHORTCUTS.values())
    reused = {one for one in terms if not one.startswith((v.PG, v.CONCEPT))}
    assert reused - set(v.PREFIXES.values()) - set(REUSED) == set()
    assert all(zh and en for zh, en in REUSED.values())


# Names that two properties bear which never stand on one page.
SHARED = {"zh": {"文种", "依据", "包含", "名称"}, "en": {"kind of document"}}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_properties_have_the_same_name(language):
    """A page of an agency had two rows 名称: its preferred name, and all names it bears."""
    label = re.compile(rf'"(.*)"@{language}')
    ours, properties = {}, set()
    for subject, predicate, value in ontology_triples():
        if predicate == f"<{v.TYPE}>" and value.endswith("Property>"):
            properties.add(subject[1:-1])
        if predicate == f"<{v.RDFS}label>" and label.fullmatch(value):
            ours[subject[1:-1]] = label.fullmatch(value)[1]
    assert len(properties) > 100
    names = {one: ours[one] for one in properties if one in ours}
    local = {one: one.replace("#", "/").rpartition("/")[2] for one in REUSED}
    names |= {one: REUSED[one][language == "en"] for one in REUSED if local[one][0].islower()}
    bearers = {}
    for one, said in names.items():
        bearers.setdefault(said, set()).add(one)
    assert {said for said, bear in bearers.items() if len(bear) > 1} == SHARED[language]


def test_things_of_the_documents(names, policy):
    source = iri.source("a" * 64)
    clause = iri.clause(policy, "1/1")
    assert name(names, policy, "en") == ("云岭省推动工业企业升级实施方案", "zh")
    assert name(names, clause, "zh") == ("（一）推动规下企业上规", "zh")
    assert name(names, iri.clause(policy, "preamble"), "zh") == ("前言", "zh")
    assert name(names, iri.clause(policy, "preamble"), "en") == ("Preamble", "en")
    assert name(names, source, "zh") == ("yunling.txt", "")
    assert name(names, f"{source}#char=23,84", "zh") == ("yunling.txt [23, 84)", "")


def test_what_has_no_name_is_called_by_its_iri(names):
    assert name(names, iri.place("990000"), "zh") == ("place/990000", "")
    assert name(names, "http://example.com/%E4%B8%AD", "zh") == ("http://example.com/中", "")
    assert name(names, v.SH + "name", "zh") == ("sh:name", "")


def test_duties_of_one_sentence_are_told_apart_by_their_units(tmp_path):
    text = "青石县供水办法\n\n一、县水务局应当会同县财政局编制规划。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "set", jobs=1)
    reader = Reader(open_dataset(tmp_path / "set"))
    duties = reader.subjects(v.TYPE, ox.NamedNode(v.BODY_DUTY), 9)
    assert sorted(Names(reader).of(duty, "zh").text for duty in duties) == [
        "县水务局应当会同县财政局编制规划",
        "县财政局：县水务局应当会同县财政局编制规划",
    ]


TOLD = """云岭省人民政府办公厅关于调整云岭省教材委员会组成人员的通知

一、不再保留云岭省农业厅。

附件
云岭省教材委员会成员名单

主  任：甲某某  云岭市副市长
"""


def test_facts_without_a_name_of_their_own_are_named_by_what_they_say(tmp_path):
    (tmp_path / "a.txt").write_text(TOLD, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "set", jobs=1)
    reader = Reader(open_dataset(tmp_path / "set"))
    names = Names(reader)
    called = {
        language: {
            names.of(fact, language).text
            for kind in (v.POST, v.AGENCY_CHANGE)
            for fact in reader.subjects(v.TYPE, ox.NamedNode(kind), 9)
        }
        for language in ("zh", "en")
    }
    assert called["zh"] == {"撤销：云岭省农业厅", "云岭省教材委员会主任：云岭市副市长"}
    assert called["en"] == {"abolish: 云岭省农业厅", "云岭省教材委员会主任：云岭市副市长"}


def test_issuers_stand_as_they_are_printed(tmp_path):
    """By characters 市发展和改革委员会 would go before 市商务委员会, which leads."""
    text = "澄湖市商务局、澄湖市公安局、澄湖市财政局关于旧车换新的通知\n澄商发〔2024〕9号\n一、补贴\n由市财政局拨付。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "set", jobs=1)
    dataset = open_dataset(tmp_path / "set")
    issuers = ["澄湖市商务局", "澄湖市公安局", "澄湖市财政局"]
    assert sorted(issuers) != issuers
    assert [list(entry.issuers) for entry in Catalog(Reader(dataset)).entries] == [issuers]
    rows = dict(rows_of(dataset, untracked))
    assert [list(row.issuers) for row in rows["policies"]] == [issuers]
