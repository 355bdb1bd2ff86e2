"""A query in a process of its own: its answer, its errors, and an end to one that is too slow."""

import pytest

from policygraph.errors import DatasetError, QueryError, QueryTimeout, QueryTooLarge
from policygraph.query.limits import run_within


def test_the_answer_comes_back(datasets):
    path = datasets["yunling"].path
    answer = run_within(60, path, "SELECT (COUNT(*) AS ?n) { ?p a pg:Policy }")
    assert answer.records() == [{"n": 5}]


def test_a_slow_query_is_stopped(datasets):
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c < ?f + ?i) }"
    with pytest.raises(QueryTimeout, match=r"^mine: ran longer than 0\.5 seconds and was stopped"):
        run_within(0.5, datasets["yunling"].path, slow, name="mine")


def test_errors_come_back(datasets, tmp_path):
    path = datasets["yunling"].path
    with pytest.raises(QueryTooLarge, match="more than 1 rows"):
        run_within(60, path, "SELECT ?p { ?p a pg:Policy }", max_rows=1)
    with pytest.raises(QueryError, match=r"not a SPARQL 1\.1 query"):
        run_within(60, path, "SELEKT")
    with pytest.raises(DatasetError, match="not a dataset"):
        run_within(60, tmp_path, "ASK {}")
