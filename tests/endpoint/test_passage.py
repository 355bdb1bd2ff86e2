"""The text of a clause with every kind of fact marked where it was read."""

import pyoxigraph as ox
import pytest

from policygraph.build import build
from policygraph.endpoint.view.passage import passage_of
from policygraph.endpoint.view.reader import Reader
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import open_dataset

TEXT = """青石县人民政府关于修改《青石县供水办法》的决定

一、将《青石县供水办法》第三条中的“县水利局”修改为“县水务局”。


二、县水务局负责供水管理。2026年6月底前建成水厂3座。（责任单位：县财政局）
"""


@pytest.fixture(scope="module")
def passages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("passage")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "a.txt"], folder / "set", jobs=1)
    reader = Reader(open_dataset(folder / "set"))
    return [
        passage_of(reader, clause)
        for path in ("1", "2")
        for clause in reader.subjects(v.PATH, ox.Literal(path), 2)
    ]


def test_every_kind_of_fact_is_marked(passages):
    _, second = passages
    marked = [(piece.kind, piece.text) for piece in second.pieces if piece.kind]
    assert ("deadline", "2026年6月底前") in marked
    assert ("quantity", "建成水厂3座") in marked
    assert ("responsibility", "县财政局") in marked
    assert second.kinds == ("responsibility", "body-duty", "quantity", "deadline")


def test_of_marks_over_each_other_the_shortest_shows(passages):
    first, _ = passages
    assert {"amendment", "citation"} <= set(first.kinds)
    assert (
        "".join(piece.text for piece in first.pieces).strip().startswith("一、将《青石县供水办法》")
    )


def test_a_mark_leads_to_its_fact(passages):
    assert all(piece.href for each in passages for piece in each.pieces if piece.kind)


def test_lines_without_a_word_at_the_end_are_not_shown(passages):
    assert all(each.pieces[-1].text == each.pieces[-1].text.rstrip() for each in passages)
    assert not any(each.cut for each in passages)
