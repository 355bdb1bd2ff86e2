"""Values to begin with: each finds something in the dataset it was taken from."""

import pyoxigraph as ox
import pytest

from policygraph.build import build
from policygraph.query.examples import EXAMPLES, fitting_values
from policygraph.query.library import find_question, questions
from policygraph.query.run import ask
from policygraph.rdf.dataset.folder import Dataset, Manifest, open_dataset

WITHOUT = {"places-before"}  # its example is a place of the registry, which every dataset holds


def test_every_question_that_needs_a_value_has_a_query_for_one():
    needing = {q.name for q in questions() if any(p.required for p in q.parameters)}
    assert set(EXAMPLES) == needing - WITHOUT
    assert len(EXAMPLES) == 15


@pytest.mark.parametrize("name", EXAMPLES)
def test_values_that_fit_have_an_answer(datasets, name):
    question = find_question(name)
    needed = {p.name for p in question.parameters if p.required}
    found = [fitting_values(dataset).get(name) for dataset in datasets.values()]
    assert any(found), "no dataset has a value for it"
    for dataset, values in zip(datasets.values(), found, strict=True):
        if values:
            assert needed <= set(values)
            assert ask(question, values, dataset).rows


def test_an_empty_dataset_gives_none(tmp_path):
    ox.Store(str(tmp_path / "store")).flush()
    manifest = Manifest(root="", base="https://example.org/", graphs={}, versions={}, counts={})
    assert (
        fitting_values(Dataset(tmp_path, manifest, ox.Store.read_only(str(tmp_path / "store"))))
        == {}
    )


OWN = """澄湖市供水条例
（2020年12月25日澄湖市人民代表大会常务委员会通过）

第一条 为了保障供水，根据《中华人民共和国水法》第三条，制定本条例。

第二条 市水务部门负责供水工作。

第三条 违反本条例第二条规定的，由市水务部门责令改正。

第四条 有本条例第二条规定情形的，从其规定。
"""


def test_a_law_that_others_cite_goes_before_one_that_cites_itself(tmp_path):
    (tmp_path / "a.txt").write_text(OWN, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "set", jobs=1)
    found = fitting_values(open_dataset(tmp_path / "set"))["clauses-citing-article"]
    assert found == {"title": "中华人民共和国水法", "article": "3"}
