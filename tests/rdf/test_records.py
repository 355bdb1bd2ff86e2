"""A record comes back from its graph byte for byte: RDF carries all that a record says."""

import dataclasses
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.build import build
from policygraph.errors import DatasetError
from policygraph.export.records import write_records
from policygraph.model.codes import CODES
from policygraph.model.digest import Digest
from policygraph.model.facts import Basis, FieldEvidence, Target
from policygraph.model.record import Record, facts_only, from_json, to_json
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import open_dataset, shard
from policygraph.rdf.facts.kinds import KINDS
from policygraph.rdf.facts.responsibilities import RESPONSIBILITIES
from policygraph.rdf.links.record import link_triples
from policygraph.rdf.quads import record_triples
from policygraph.rdf.records import record_of
from policygraph.rdf.scope import Scope
from policygraph.rdf.statements import Statements
from policygraph.rdf.terms import iri, string, text
from policygraph.read import read_file
from policygraph.registry.registry import load_registry
from policygraph.resolve.corpus import index_corpus
from tests.rdf.made import RECORD

ROOT = Path(__file__).resolve().parents[2]
LOCAL = (ROOT / "data" / "samples" / "registry",)
FILES = [
    *sorted((ROOT / "data" / "samples").glob("*.txt")),
    *sorted((ROOT / "data" / "policies").glob("*.json")),
]
# In a process that has seen no text and no registry: N-Quads in, records out.
PROGRAM = """
import sys
from pathlib import Path
from policygraph.model.record import facts_only, to_json
from policygraph.rdf.records import record_of
from policygraph.rdf.statements import Statements

folder, = map(Path, sys.argv[1:])
links = Statements((folder / "links.nq").read_bytes())
for file in sorted(folder.glob("source-*.nq")):
    record = record_of(Statements(file.read_bytes(), links.objects))
    file.with_suffix(".full.json").write_text(to_json(record), encoding="utf-8")
    file.with_suffix(".facts.json").write_text(to_json(facts_only(record)), encoding="utf-8")
assert not {"policygraph.registry.registry", "policygraph.text.reader"} & set(sys.modules)
"""


def graph(record: Record) -> bytes:
    """Give the graph of a record."""
    return shard("https://example.org/g", record_triples(record))


def canonical(record: Record) -> bytes:
    """Give the official names that links would hold."""
    rows = RESPONSIBILITIES.iris(record.responsibilities, Scope.of(record))
    named = ((node, row.canonical) for node, row in rows if row.canonical is not None)
    triples = ((iri(node), iri(v.CANONICAL_NAME), text(name)) for node, name in named)
    return shard("https://example.org/links", triples)


def back(record: Record) -> Record:
    """Write a record as a graph and read it back."""
    return record_of(Statements(graph(record), Statements(canonical(record)).objects))


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """Give the samples, the shipped records, the made one, and facts-only forms of the full."""
    found = {file.name: read_file(file, LOCAL).record for file in FILES}
    assert all(found.values())
    full = {name: record for name, record in found.items() if record} | {"made": RECORD}
    return full | {f"{name} facts": facts_only(full[name]) for name in full if ".txt" in name}


def test_a_fresh_process_reads_the_records_back_from_quads_alone(records, tmp_path):
    assert len(records) == 4 + 5 + 1 + 4
    corpus, registry = index_corpus(records.values()), load_registry(LOCAL)
    links = (t for r in records.values() for t in link_triples(r, corpus, registry))
    (tmp_path / "links.nq").write_bytes(shard("https://example.org/links", links))
    for number, record in enumerate(records.values()):
        (tmp_path / f"source-{number:02}.nq").write_bytes(graph(record))
    subprocess.run([sys.executable, "-c", PROGRAM, tmp_path], check=True, cwd=tmp_path)
    for number, (name, record) in enumerate(records.items()):
        for form, expected in (("full", record), ("facts", facts_only(record))):
            found = (tmp_path / f"source-{number:02}.{form}.json").read_text(encoding="utf-8")
            assert found == to_json(expected), (name, form)


def parts(value: Any) -> Iterator[tuple[str, Any]]:
    """Give every field of a record and of all rows in it, with its value."""
    if isinstance(value, tuple) and not isinstance(value, Span):
        for each in value:
            yield from parts(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            at = getattr(value, field.name)
            yield f"{type(value).__name__}.{field.name}", at
            yield from parts(at)


def test_the_made_record_fills_every_field():
    held = list(parts(RECORD))
    assert {name for name, at in held if at is None or at in ("", ())} == set()
    assert {kind for kind in KINDS if len(getattr(RECORD, kind)) < 2} == set()
    types = {name.partition(".")[0] for name, _ in held}
    assert types == {
        "Record", "Document", "FieldEvidence", "Clause", "Responsibility", "Citation", "Amendment",
        "Target", "Basis", "AgencyChange", "Quantity", "Deadline", "Post", "BodyDuty", "Finding",
        "Digest", "Beside", "NewPlace",
    }  # fmt: skip


def test_every_field_of_a_row_is_carried():
    for name, kind in KINDS.items():
        row = get_args(get_type_hints(Record)[name])[0]
        assert [f.name for f in dataclasses.fields(row)] == sorted(
            (field.name for field in kind.fields),
            key=[f.name for f in dataclasses.fields(row)].index,
        )


@pytest.mark.parametrize(
    "loss",
    [f"{name}.{field.name}" for name, kind in KINDS.items() for field in kind.fields],
)
def test_a_field_that_changes_changes_the_graph(loss):
    """What is not in the graph cannot come back: no field is told by another one."""
    kind, _, field = loss.partition(".")
    first, *others = getattr(RECORD, kind)
    values = [getattr(row, field) for row in others]
    other = next(value for value in values if value != getattr(first, field))
    changed = replace(RECORD, **{kind: (replace(first, **{field: other}), *others)})
    assert to_json(back(changed)) == to_json(changed) != to_json(RECORD)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
codes = st.text("甲乙丙丁abc-", min_size=1, max_size=4)
numbers = st.integers(-3, 10**6)
spans = st.builds(Span, st.integers(0, 999), st.integers(0, 999))
digests = st.builds(Digest, st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0))
figures = st.one_of(st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False))
PATHS = ["1", "2", "2/1", "2/1~2", "10", "annex1", "annex1/3-1"]
FIXED = {
    "clause": st.sampled_from([*PATHS, "preamble"]),
    "value": figures,
    "code": st.sampled_from(sorted(CODES)),
}


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    """Give values of a field's type."""
    options = get_args(hint)
    if Digest in options:
        return st.one_of(words, digests, *([st.none()] if type(None) in options else []))
    if type(None) in options:
        return st.none() | of_type(options[0])
    if options and options[-1] is ...:
        return st.lists(of_type(options[0]), max_size=4).map(tuple)
    simple = {str: words, int: numbers, bool: st.booleans(), Span: spans}
    if hint in simple:
        return simple[hint]
    return rows(hint) if dataclasses.is_dataclass(hint) else st.sampled_from(hint)


def rows(row: type, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Give rows of a kind."""
    hints = get_type_hints(row)
    given_ = {name: FIXED[name] for name in hints if name in FIXED} | fixed
    drawn = {name: given_[name] if name in given_ else of_type(hints[name]) for name in hints}
    return st.builds(row, **drawn)


@st.composite
def any_record(draw: st.DrawFn) -> Record:
    """Give a record that follows the format, whatever stands in it."""
    hints = get_type_hints(Record)
    document = rows(hints["document"], kind=st.none() | codes, jurisdiction=st.none() | codes)
    order = draw(st.permutations(PATHS))
    places = st.integers(0, 999)
    clauses = tuple(
        draw(rows(Clause, path=st.just(path), style=codes, start=places, own_end=places,
                  end=places)) for path in order
    )  # fmt: skip
    lists = {name: draw(st.lists(rows(get_args(hints[name])[0]), max_size=3)) for name in KINDS}
    return Record(
        source=draw(words), sha256="1e" * 32, characters=draw(places), document=draw(document),
        clauses=clauses, media_type=draw(words), preamble_end=draw(places),
        facts_only=draw(st.booleans()), **{name: tuple(found) for name, found in lists.items()},
    )  # fmt: skip


@settings(derandomize=True, deadline=None, max_examples=150)
@given(any_record())
def test_any_record_comes_back(record):
    assert to_json(back(record)) == to_json(record)
    assert back(record) == record


def test_a_shared_row_with_two_official_names_has_none():
    (first, *others) = RECORD.responsibilities
    twice = canonical(RECORD) + canonical(
        replace(RECORD, responsibilities=(replace(first, canonical="另一局"), *others))
    )
    record = record_of(Statements(graph(RECORD), Statements(twice).objects))
    names = [row.canonical for row in record.responsibilities]
    assert names == [None, "澄湖市财政局", "各县区人民政府"]


PG = "https://w3id.org/policygraph/ns#"
BROKEN = [
    (b"no quads", "not N-Quads"),
    (b"", "0 documents in one graph"),
    (graph(RECORD) + graph(replace(RECORD, sha256="2d" * 32, clauses=())), "2 values"),
    (graph(RECORD).replace(b"ns#Source>", b"ns#Sauce>"), "0 sources in one graph"),
    (graph(RECORD).replace(b'"20"^^', b'"twenty"^^', 1), r"value> *: 'twenty'|'twenty'"),
    (graph(RECORD).replace(b"/reward>", b"/bribe>"), "kind"),
    (graph(RECORD).replace(b"ns#path>", b"ns#trail>"), "its clause is not in the graph"),
    (
        graph(RECORD)
        + shard("x:g", [(iri(Scope.of(RECORD).source), iri(v.FILE_NAME), string("b"))]),
        "2 values",
    ),
]


@pytest.mark.parametrize(("data", "why"), BROKEN, ids=range(len(BROKEN)))
def test_a_graph_that_we_did_not_write_is_told(data, why):
    with pytest.raises(DatasetError, match=why):
        record_of(Statements(data))


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    """Give a dataset of the samples and the shipped records."""
    folder = tmp_path_factory.mktemp("records") / "set"
    build(FILES, folder, local_registry=LOCAL, jobs=1)
    return open_dataset(folder)


def test_a_dataset_gives_its_records_back(dataset, tmp_path):
    written = write_records(dataset, tmp_path / "out")
    files = sorted((tmp_path / "out").iterdir())
    assert written.counts == {"records": 9}
    assert written.size == sum(file.stat().st_size for file in files)
    for file in files:
        assert file.read_bytes() == (dataset.path / "records" / file.name).read_bytes()
        assert from_json(file.read_bytes(), file.name).sha256 == file.stem


def test_a_shard_that_was_changed_is_told(dataset, tmp_path):
    name = min(name for name in dataset.manifest.graphs if name.startswith("source/"))
    file = dataset.path / "graphs" / name
    data = file.read_bytes()
    try:
        file.write_bytes(data + b"\n")
        with pytest.raises(DatasetError, match="is not what the manifest says"):
            write_records(dataset, tmp_path / "out")
        file.unlink()
        with pytest.raises(DatasetError, match="cannot be read; build the dataset again"):
            write_records(dataset, tmp_path / "out")
    finally:
        file.write_bytes(data)
    assert list(tmp_path.iterdir()) == []


def test_rows_that_are_no_lists_of_the_record_are_parts_of_it():
    assert {Target, Basis, FieldEvidence}.isdisjoint(kind.row for kind in KINDS.values())
