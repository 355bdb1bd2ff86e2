"""How a clause without a heading begins: what the outline of a document shows of it."""

import pyoxigraph as ox
import pytest

from policygraph.build import build
from policygraph.endpoint.view.opening import Openings
from policygraph.endpoint.view.reader import Reader
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import open_dataset

LONG = "县人民政府每年安排资金用于管网改造，" * 8
TEXT = f"""青石县供水条例

第一章 总则
第一条　本县建立供水制度。

县人民政府负责。
第二条　{LONG}并公布结果。
第三条　有下列情形之一的，可以停水：
（一）检修；
（二）抢险；
"""
EXPECTED = {
    "preamble": "青石县供水条例",
    "1": "",  # a heading
    "1/1": "本县建立供水制度。…",
    "1/2": (LONG + "并公布结果。")[:72] + "…",
    "1/3": "",
    "1/3/1": "检修；",
    "1/3/2": "抢险；",
}


@pytest.fixture(scope="module")
def openings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("opening")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "a.txt"], folder / "set", jobs=1)
    reader = Reader(open_dataset(folder / "set"))
    found = Openings(reader)
    clauses = reader.subjects(v.TYPE, ox.NamedNode(v.CLAUSE), 100)
    return {reader.text(clause, v.PATH): found.of(clause) for clause in clauses}


def test_there_are_these_clauses(openings):
    assert set(openings) == set(EXPECTED)


@pytest.mark.parametrize("path", EXPECTED)
def test_a_clause_begins_with(openings, path):
    assert openings[path] == EXPECTED[path]


def test_a_source_without_text_gives_nothing(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "set", jobs=1)
    for file in (tmp_path / "set" / "text").iterdir():
        file.unlink()
    reader = Reader(open_dataset(tmp_path / "set"))
    (first,) = reader.subjects(v.PATH, ox.Literal("1/1"), 2)
    assert Openings(reader).of(first) == ""
