"""Each question on two data sets: the expected rows, and one that must not appear."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
import rdflib

from policygraph.query.library import find_question, questions
from policygraph.query.run import ask
from policygraph.query.values import bind
from policygraph.rdf.iri import DEFAULT_BASE
from policygraph.validate.graph import read_graph
from tests.query import independent
from tests.query.conftest import records_of

HERE = Path(__file__).parent
CASES = [
    (file.stem, case)
    for file in sorted(HERE.glob("competency/*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
IDS = [f"{name}-{case['dataset']}-{'-'.join(case['parameters'].values())}" for name, case in CASES]


def written(value):
    """Give a value as the case files write it."""
    return (
        ""
        if value is None
        else str(value).removeprefix(DEFAULT_BASE)
        if isinstance(value, str)
        else value
    )


def test_every_question_has_cases_on_both_data_sets():
    tried = Counter((name, case["dataset"]) for name, case in CASES)
    expected = {(q.name, data) for q in questions() for data in ("qingshi", "yunling")}
    assert set(tried) == expected
    assert len(expected) == 60
    assert len(CASES) == 109


@pytest.mark.parametrize(("name", "case"), CASES, ids=IDS)
def test_the_rows_are_those_expected(name, case, datasets):
    answer = ask(find_question(name), case["parameters"], datasets[case["dataset"]])
    rows = [[written(value) for value in row] for row in answer.values()]
    assert rows == case["rows"], case["why"]
    assert case["never"]
    assert not any(all(part in row for part in case["never"]) for row in rows), case["why"]


PASSES = [(name, case) for name, case in CASES if hasattr(independent, name.replace("-", "_"))]


@pytest.mark.parametrize(
    ("name", "case"),
    PASSES,
    ids=[i for (n, c), i in zip(CASES, IDS, strict=True) if (n, c) in PASSES],
)
def test_a_pass_over_the_records_gives_the_same_rows(name, case):
    """What is expected is worked out from the records alone, by plain Python."""
    data = tomllib.loads((HERE / "data" / f"{case['dataset']}.toml").read_text(encoding="utf-8"))
    documents = [(spec, record) for spec in data["policy"] for record in records_of(spec)]
    corpus = independent.Corpus(data, documents)
    found = getattr(independent, name.replace("-", "_"))(corpus, **case["parameters"])
    assert {tuple(map(str, row)) for row in found} == {
        tuple(map(str, row[:-1])) for row in case["rows"]
    }


def test_the_new_facts_have_such_a_pass():
    assert len({name for name, _ in PASSES}) == 22


@pytest.mark.filterwarnings(r"ignore:Dataset\.:DeprecationWarning")  # of rdflib to itself
@pytest.mark.parametrize(("name", "case"), CASES, ids=IDS)
def test_another_engine_gives_the_same(name, case, datasets, oracle):
    text = bind(find_question(name), case["parameters"])
    theirs = Counter(
        tuple(None if term is None else str(term) for term in row)
        for row in oracle[case["dataset"]].query(text)
    )
    answer = ask(find_question(name), case["parameters"], datasets[case["dataset"]])
    ours = Counter(
        tuple(None if term is None else term.value for term in row) for row in answer.rows
    )
    assert theirs == ours


@pytest.fixture(scope="module")
def oracle(shards):
    """Give the data sets to rdflib, which has nothing in common with our engine."""
    found = {}
    for name, graphs in shards.items():
        found[name] = rdflib.Dataset(default_union=True)
        for graph, quads in graphs.items():
            for triple in read_graph(quads, graph):
                found[name].graph(rdflib.URIRef(f"{DEFAULT_BASE}graph/{graph}")).add(triple)
    return found


def test_a_question_runs_as_it_stands(datasets):
    for question in questions():
        datasets["yunling"].store.query(question.text)  # the default graph holds every statement
