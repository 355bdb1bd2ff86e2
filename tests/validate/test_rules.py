"""Each verify query finds the rows of its failing fixture, and nothing else."""

import io
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from policygraph.errors import QueryTooLarge
from policygraph.model.code import Severity
from policygraph.model.source import Span
from policygraph.query.library import verify_queries
from policygraph.query.values import bind
from policygraph.validate.rules import check_rules

HERE = Path(__file__).parent / "rules"
PG = "https://w3id.org/policygraph/ns#"
DCTERMS = "http://purl.org/dc/terms/"
DAY = "2025-06-30"
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
    "article-not-in-law": [
        ("beyond", "", "夜市条例: 28 > 27"),
        ("change", "", "夜市条例: 270 > 27"),
        ("nought", "", "夜市条例: 0 < 1"),
    ],
    "amended-clause-unknown": [
        ("clause-elsewhere", "", "7"),
        ("no-clause", "", "第九条（一）"),
    ],
    "carries-out-ended": [
        ("to-abolished", "", "2023-06-01 < 2023-06-20: https://example.org/cleaner"),
        ("to-ended", "", "2023-06-19 < 2023-06-20: https://example.org/ended"),
        ("to-repealed", "", "2023-06-01 < 2023-06-20: https://example.org/cleaner"),
    ],
    "basis-ended": [
        ("rests", "", "2003-12-31 < 2025-06-30: https://example.org/basis"),
        ("rests-on-repealed", "", "2004-01-01 < 2025-06-30: https://example.org/cleaner"),
    ],
    "sources-differ": [
        ("plan", f"{ELI}date_document", "a.txt: 2023-06-20"),
        ("plan", f"{ELI}date_document", "b.txt: 2023-06-02"),
        ("plan", f"{ELI}has_part", "a.txt: 3"),
        ("plan", f"{DCTERMS}title", "a.txt: 2 照明"),
        ("plan", f"{DCTERMS}title", "b.txt: 2 亮化"),
        ("plan", f"{PG}clause", "a.txt: 1 deadline/by"),
        ("plan", f"{PG}clause", "a.txt: 1 quantity/20"),
        ("plan", f"{PG}clause", "b.txt: 1 quantity/30"),
        ("plan", f"{PG}resolvedName", "a.txt: 1 市商务局 lead"),
        ("plan", f"{PG}resolvedName", "a.txt: 1 市财政局 lead"),
        ("plan", f"{PG}resolvedName", "b.txt: 1 市商务局 support"),
        ("plan", f"{PG}resolvedName", "b.txt: 1 市税务局 lead"),
    ],
    "issued-outside-its-place": [
        ("early", "", "青石区: 2020-05-31 / 2020-12-31–"),
        ("late", "", "青石县: 2023-07-01 / –2022-12-31"),
    ],
    "number-of-another-title": [
        ("change", "", "澄湖市集市方案 / 澄湖市夜市方案"),
        ("wrong", "", "澄湖市早市方案 / 澄湖市夜市方案"),
    ],
    "quoted-words-differ": [
        ("differs", "", "夜市条例 第九条（二）: 摊位 → 摊位费"),
        ("not-found", "", "夜市条例 第十条（一） / （三）"),
    ],
    "duplicate-clause-number": [("second", "", "2/4~2")],
    "expiry-before-issue": [("before", f"{ELI}date_no_longer_in_force", "2023-06-20 > 2023-06-19")],
    "responsibility-without-agency": [("lost", "", "市商务局")],
    "shortcut-and-node-disagree": [
        ("no-node", f"{ELI}repeals", "shortcut without node: https://example.org/plan"),
        ("no-shortcut", f"{ELI}amends", "node without shortcut: https://example.org/plan"),
        ("other-role", f"{PG}leadAgency", "shortcut without node: https://example.org/agency"),
        ("other-role", f"{PG}supportAgency", "node without shortcut: https://example.org/agency"),
    ],
}


def quads(name):
    """Read a fixture: it says itself in which graphs it lies, or it lies in two."""
    file = HERE / f"{name}.trig"
    if file.exists():
        return list(ox.parse(file.read_bytes(), format=ox.RdfFormat.TRIG))
    triples = list(ox.parse((HERE / f"{name}.ttl").read_bytes(), format=ox.RdfFormat.TURTLE))
    graphs = [ox.NamedNode(f"https://example.org/{graph}") for graph in ("one", "two")]
    return [ox.Quad(t.subject, t.predicate, t.object, graph) for graph in graphs for t in triples]


def found(name):
    """Run all verify queries on a fixture."""
    store = ox.Store()
    store.extend(quads(name))
    return list(check_rules(store, values={"asOf": DAY}))


def test_every_verify_query_has_its_fixture():
    names = {query.name for query in verify_queries()}
    assert names == set(EXPECTED) == {file.stem for file in HERE.iterdir()}
    assert len(names) == 16


@pytest.mark.parametrize("name", EXPECTED)
def test_a_verify_query_finds_what_is_wrong(name):
    rows = [
        (f.focus.removeprefix("https://example.org/"), f.path, f.value.value) for f in found(name)
    ]
    assert rows == EXPECTED[name]
    assert {finding.check for finding in found(name)} == {f"rule.{name}"}


@pytest.mark.filterwarnings(r"ignore:Dataset\.:DeprecationWarning")  # of rdflib to itself
@pytest.mark.parametrize("name", EXPECTED)
def test_another_engine_gives_the_same(name):
    """What a query means is what the standard says, not what one engine makes of it."""
    (rule,) = (query for query in verify_queries() if query.name == name)
    dataset = rdflib.Dataset(default_union=True)
    nquads = ox.serialize(quads(name), format=ox.RdfFormat.N_QUADS)
    dataset.parse(data=nquads, format="nquads")
    text = bind(rule, {"asOf": DAY} if rule.parameters else {})
    columns = [str(variable) for variable in dataset.query(text).vars]
    rows = {
        tuple(str(row[name]) if name in columns else "" for name in ("focus", "path", "detail"))
        for row in dataset.query(text)
    }
    assert rows == {(f"https://example.org/{f}", path, value) for f, path, value in EXPECTED[name]}


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


def test_a_body_named_out_of_its_days_is_told_once_a_document_where_it_says_so():
    bureau, new = found("name-outside-its-days")
    assert (bureau.place.file, bureau.place.spans) == ("a.txt", (Span(7, 9),))
    assert bureau.node == "https://example.org/late-again"
    assert bureau.sources == {"abc"}
    assert (new.node, new.sources) == ("https://example.org/early", frozenset())


def test_what_one_source_says_alone_is_told_at_it_and_concerns_both():
    told = found("sources-differ")
    files = {finding.value.value.partition(":")[0]: finding for finding in told}
    assert {file: f.place.file for file, f in files.items()} == {"a.txt": "a.txt", "b.txt": "b.txt"}
    assert {finding.sources for finding in told} == {frozenset({"abc", "def"})}


def test_what_is_past_depends_on_the_day_that_counts_as_today():
    store = ox.Store()
    data = io.BytesIO((HERE / "basis-ended.ttl").read_bytes())
    store.load(data, ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://example.org/g"))
    days = ("2003-12-31", "2004-01-01", "2004-01-02", "2999-01-02", "today")
    found = [len(list(check_rules(store, values={"asOf": day}))) for day in days]
    assert found == [0, 1, 2, 1, 2]
    assert len(list(check_rules(store))) == 2


def test_the_number_of_rows_is_bounded():
    store = ox.Store()
    data = io.BytesIO((HERE / "shortcut-and-node-disagree.ttl").read_bytes())
    store.load(data, ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://example.org/g"))
    with pytest.raises(QueryTooLarge, match="shortcut-and-node-disagree: the answer has more"):
        list(check_rules(store, max_rows=3))


def test_every_check_says_what_its_rows_follow_from():
    assert all(f"\n# scope: {query.scope}\n" in query.text for query in verify_queries())


def test_the_readme_tells_every_check_and_its_severity_and_scope(root):
    lines = (root / "queries" / "verify" / "README.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip(" `") for cell in line.split("|")] for line in lines if "| `" in line]
    expected = {q.name: (str(q.severity), str(q.scope)) for q in verify_queries()}
    assert {row[1]: (row[3], row[4]) for row in cells} == expected
