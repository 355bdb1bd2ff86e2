"""Values to begin with: each finds something in the dataset it was taken from."""

import pyoxigraph as ox
import pytest

from policygraph.query.examples import EXAMPLES, fitting_values
from policygraph.query.library import find_question, questions
from policygraph.query.run import ask
from policygraph.rdf.dataset import Dataset, Manifest

WITHOUT = {"places-before"}  # its example is a place of the registry, which every dataset holds


def test_every_question_that_needs_a_value_has_a_query_for_one():
    needing = {q.name for q in questions() if any(p.required for p in q.parameters)}
    assert set(EXAMPLES) == needing - WITHOUT
    assert len(EXAMPLES) == 14


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
