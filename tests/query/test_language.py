"""Names of roles, kinds and relations are in the language that a question is asked in."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from policygraph.model.reform import EVIDENCE_WORDS
from policygraph.query.library import find_question, questions
from policygraph.query.run import ask
from policygraph.query.values import bind
from policygraph.rdf import vocabulary as v

HERE = Path(__file__).parent
FIRST = [
    (file.stem, tomllib.loads(file.read_text(encoding="utf-8"))["case"][0])
    for file in sorted(HERE.glob("competency/*.toml"))
]
HAN = re.compile("[\u4e00-\u9fff]")
SAID = ("explanation", "evidence")  # words of the query itself, not of a code list
LABELS = ("role", "relation", "operation", "placed", "effect", "kind", *SAID)


def both_names(store):
    """Give Chinese name -> English names of the terms and codes of the ontology."""
    names = {}
    for by in (v.PREF_LABEL, v.RDFS + "label"):
        for quad in store.quads_for_pattern(None, ox.NamedNode(by), None):
            names.setdefault(quad.subject, {}).setdefault(quad.object.language, quad.object.value)
    pairs = [(one["zh"], one["en"]) for one in names.values() if {"zh", "en"} <= one.keys()]
    return {zh: {en for one, en in pairs if one == zh} for zh, _ in pairs}


@pytest.mark.parametrize(("name", "case"), FIRST, ids=[name for name, _ in FIRST])
def test_the_same_rows_with_english_names(name, case, datasets):
    dataset = datasets[case["dataset"]]
    question = find_question(name)
    chinese = ask(question, case["parameters"], dataset)
    english = ask(question, case["parameters"], dataset, language="en")
    assert (chinese.language, english.language) == ("zh", "en")
    names = [column.name for column in question.columns]
    kept = [n for n, column in enumerate(names) if column not in LABELS]
    same = [Counter(tuple(row[n] for n in kept) for row in a.rows) for a in (chinese, english)]
    assert same[0] == same[1]
    known = both_names(dataset.store)
    for column in set(names) & set(LABELS):
        told = {record[column] for record in english.records()} - {None}
        here = {record[column] for record in chinese.records()} - {None}
        assert not [word for word in told if HAN.search(str(word))], column
        if column not in SAID:
            assert told <= set().union(*(known[word] for word in here))
            assert bool(told) == bool(here)


def test_each_question_with_such_a_column_follows_the_language():
    for question in questions():
        english = bind(question, {p.name: p.example for p in question.parameters}, "en")
        assert '"zh"' not in english
        if {column.name for column in question.columns} & set(LABELS):
            assert '"en"' in english, question.name


def test_a_value_is_not_taken_for_the_language():
    question = find_question("unresolved-names")
    assert '{ ("zh") }' in bind(question, {"place": "zh"}, "en")


def test_evidence_is_worded_as_elsewhere():
    told = [question.text for question in questions() if "?evidence" in question.text]
    assert len(told) == 4
    for text in told:
        for zh, en in EVIDENCE_WORDS.values():
            assert f'"{zh}"@zh' in text
            assert f'"{en}"@en' in text
