"""Each verify query finds the rows of its failing fixture, and nothing else."""

import io
from pathlib import Path

import pyoxigraph as ox
import pytest

from policygraph.errors import QueryTooLarge
from policygraph.model.finding import Severity
from policygraph.model.source import Span
from policygraph.query.library import verify_queries
from policygraph.validate.rules import check_rules

HERE = Path(__file__).parent / "rules"
PG = "https://w3id.org/policygraph/ns#"
ELI = "http://data.europa.eu/eli/ontology#"
EXPECTED = {
    "agency-cycle": [
        ("first", "", "乙局"),
        ("itself", "", "https://example.org/itself"),
        ("second", "", "https://example.org/first"),
    ],
    "change-before-body": [("early", "", "2018-07-04 < 2018-07-05")],
    "name-of-two-bodies": [("a", "", "市甲局: https://example.org/b")],
    "name-outside-its-days": [
        ("bureau", "", "澄湖市国家税务局: 2018-07-05 / –2018-07-05"),
        ("new", "", "国家税务总局澄湖市税务局: 2018-07-04 / 2018-07-05–"),
    ],
    "duplicate-clause-number": [("second", "", "2/4~2")],
    "expiry-before-issue": [("before", "", "2023-06-20 > 2023-06-19")],
    "responsibility-without-agency": [("lost", "", "市商务局")],
    "shortcut-and-node-disagree": [
        ("no-node", f"{ELI}repeals", "shortcut without node: https://example.org/plan"),
        ("no-shortcut", f"{ELI}amends", "node without shortcut: https://example.org/plan"),
        ("other-role", f"{PG}leadAgency", "shortcut without node: https://example.org/agency"),
        ("other-role", f"{PG}supportAgency", "node without shortcut: https://example.org/agency"),
    ],
}


def found(name):
    """Run all verify queries on a fixture; each fixture lies in two graphs."""
    store = ox.Store()
    for graph in ("one", "two"):
        data = io.BytesIO((HERE / f"{name}.ttl").read_bytes())
        store.load(data, ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(f"https://example.org/{graph}"))
    return list(check_rules(store))


def test_every_verify_query_has_its_fixture():
    names = {query.name for query in verify_queries()}
    assert names == set(EXPECTED) == {file.stem for file in HERE.glob("*.ttl")}
    assert len(names) == 8


@pytest.mark.parametrize("name", EXPECTED)
def test_a_verify_query_finds_what_is_wrong(name):
    rows = [
        (f.focus.removeprefix("https://example.org/"), f.path, f.value.value) for f in found(name)
    ]
    assert rows == EXPECTED[name]
    assert {finding.check for finding in found(name)} == {f"rule.{name}"}


def test_a_finding_carries_the_sentences_and_the_severity():
    (finding,) = found("duplicate-clause-number")
    assert finding.severity is Severity.WARNING
    assert finding.zh.startswith("条款编号重复")
    assert finding.en.startswith("A clause number is printed twice")


def test_a_finding_says_where():
    (clause,) = found("duplicate-clause-number")
    assert (clause.place.file, clause.place.sha256, clause.place.spans) == (
        "a.txt", "abc", (Span(7, 9),),
    )  # fmt: skip
    (policy,) = found("expiry-before-issue")
    assert (policy.place.file, policy.place.spans) == ("a.txt", ())
    (nowhere,) = found("responsibility-without-agency")
    assert nowhere.place.file == ""


def test_the_number_of_rows_is_bounded():
    store = ox.Store()
    data = io.BytesIO((HERE / "shortcut-and-node-disagree.ttl").read_bytes())
    store.load(data, ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://example.org/g"))
    with pytest.raises(QueryTooLarge, match="shortcut-and-node-disagree: the answer has more"):
        list(check_rules(store, max_rows=3))
