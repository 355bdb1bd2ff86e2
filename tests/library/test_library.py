"""The library: what ``import policygraph`` gives."""

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import policygraph
from policygraph import Policy, PolicyGraph, QueryError, library, open_dataset, read_policy


@pytest.fixture(scope="module")
def data(project: Path) -> PolicyGraph:
    return open_dataset(project / "data" / "build")


def test_the_root_gives_what_the_library_has() -> None:
    assert set(policygraph.__all__) == {*library.__all__, "__version__"}
    assert all(getattr(policygraph, name) is getattr(library, name) for name in library.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = policygraph.nothing


def test_importing_the_root_loads_no_engine() -> None:
    heavy = "{'pyoxigraph', 'rdflib', 'networkx', 'pyshacl', 'fastapi'}"
    program = f"import policygraph, sys; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert done.stdout.strip() == b"[]"


def test_duties_are_those_of_the_question(data: PolicyGraph) -> None:
    asked = data.ask("duties-of-unit", unit="澄湖市财政局").records()
    given = list(data.duties("澄湖市财政局"))
    assert len(given) > 3
    assert sorted((row["path"], row["asWritten"]) for row in asked) == sorted(
        (duty.clause, duty.as_written) for duty in given
    )


def test_a_document_is_found_by_number_title_and_iri(data: PolicyGraph) -> None:
    policy = data.policy("澄政规〔2023〕5号")
    assert policy == data.policy(policy.title or "") == data.policy(policy.iri)
    assert policy.iri.endswith("澄政规/2023/5")
    with pytest.raises(QueryError, match="no such document; near: 澄政规〔2023〕5号"):
        data.policy("澄政规〔2023〕6号")


def test_facts_only_documents_have_no_text(data: PolicyGraph) -> None:
    kinds = {policy.text is None for policy in data.policies()}
    assert kinds == {True, False}
    assert len(data.policies()) == data.counts["documents"] == 9


@pytest.mark.filterwarnings("ignore:Dataset.default_context")  # rdflib's own, of itself
def test_networkx_and_rdflib_see_the_same_graph(data: PolicyGraph) -> None:
    network = data.network()
    assert isinstance(network, nx.MultiDiGraph)
    with pytest.raises(QueryError, match="use one of duties, citations, all"):
        data.network("duty")
    query = "SELECT (COUNT(*) AS ?n) { ?duty a pg:Responsibility }"
    (counted,) = data.rdflib().query(query)
    assert ((int(counted[0]),),) == data.sparql(query).values()


def test_an_answer_shows_itself_in_a_notebook(data: PolicyGraph) -> None:
    table = data.ask("duties-of-unit", unit="澄湖市财政局")._repr_html_()
    assert table.count("<tr>") == len(list(data.duties("澄湖市财政局"))) + 1
    marked = data.sparql('SELECT ("<b>&" AS ?x) {}')._repr_html_()
    assert "<td>&lt;b&gt;&amp;</td>" in marked


def test_one_file_is_read_without_a_dataset(root: Path) -> None:
    policy = read_policy(root / "data" / "samples" / "qingshi-tongzhi.txt")
    assert policy.record.responsibilities
    assert policy.text is not None
    assert next(policy.duties()).policy is policy


def test_what_is_printed_in_a_console_is_short(data: PolicyGraph, root: Path) -> None:
    policy = data.policy("澄政规〔2023〕5号")
    assert repr(policy) == "Policy('澄政规〔2023〕5号', 32 clauses)"
    duty = next(policy.duties())
    assert repr(duty) == (
        f"Duty({duty.unit!r}, {duty.role.value}, {duty.clause!r} of '澄政规〔2023〕5号')"
    )
    bare = root / "data" / "samples" / "chenghu-xiugai-yijian.txt"
    assert len(repr(read_policy(bare))) < 100


def test_an_answer_shows_its_first_rows(data: PolicyGraph) -> None:
    answer = data.ask("duties-of-unit", unit="澄湖市财政局")
    head, names, *rows, rest = repr(answer).splitlines()
    assert head == f"Answer({len(answer.rows)} rows, {len(answer.columns)} columns)"
    assert names.split() == [*(column.name for column in answer.columns[:5]), "…"]
    assert (len(rows), rest) == (5, "…")
    assert "澄政规〔2023〕5号" in rows[0]
    assert repr(data.sparql("SELECT ?x { ?x a pg:Nothing }")) == "Answer(0 rows, 1 columns)\nx"
    wide = data.sparql(f'SELECT ("{"长" * 40}" AS ?x) ("b" AS ?y) {{}}')
    assert repr(wide).splitlines()[2] == "长" * 12 + "…  b"


def test_a_unit_that_nothing_bears_says_which_are_near(data: PolicyGraph) -> None:
    near = "no such unit; near: .*澄湖市财政局"
    with pytest.raises(QueryError, match=near) as caught:
        data.duties("澄湖市财正局")
    assert "没有名为“澄湖市财正局”的单位" in caught.value.in_language("zh")
    for question in ("duties-of-unit", "life-of-body", "what-is-due"):
        with pytest.raises(QueryError, match=near):
            data.ask(question, unit="澄湖市财正局")
    assert data.ask("what-is-due", unit="澄湖市商务局").rows == ()  # it is known, and has none
    assert len(data.ask("what-is-due").rows) > 0


def test_a_duty_names_the_agency_that_the_graph_names(data: PolicyGraph) -> None:
    pairs = {(d.unit, d.agency) for d in data.duties("澄湖市财政局")}
    (found,) = data.sparql(
        'SELECT DISTINCT ?a { ?a pg:name "澄湖市财政局"@zh . ?d pg:agent ?a }'
    ).values()
    assert pairs == {("澄湖市财政局", found[0])}
    assert all(duty.agency for duty in data.duties())
    policy = data.policy("澄政规〔2023〕5号")
    loose = Policy(policy.iri, policy.record, None)
    assert {duty.agency for duty in loose.duties()} == {None}


def test_one_file_is_read_with_a_registry_of_ones_own(root: Path, data: PolicyGraph) -> None:
    samples = root / "data" / "samples"
    file = samples / "chenghu-ruogan-cuoshi.txt"
    for registry in (samples / "registry", str(samples / "registry"), [samples / "registry"]):
        read = read_policy(file, registry=registry)
        assert read.record.document.jurisdiction == "990100"
        stored = data.policy(read.iri)
        assert [d.agency for d in read.duties()] == [d.agency for d in stored.duties()]
    assert read_policy(file).record.document.jurisdiction is None
