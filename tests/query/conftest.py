"""Two data sets that are unlike each other, made by hand and written by the real writer."""

import hashlib
import io
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest

from policygraph.model.facts import (
    ChangeKind,
    Citation,
    Document,
    FieldEvidence,
    Relation,
    Responsibility,
    Role,
    Status,
)
from policygraph.model.place_change import Coded, PlaceChange, PlaceChangeKind
from policygraph.model.record import Record
from policygraph.model.reform import Body, Reform, When
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import DatasetWriter, Manifest, open_dataset, root_hash
from policygraph.rdf.facts.citations import CITATIONS
from policygraph.rdf.facts.responsibilities import RESPONSIBILITIES
from policygraph.rdf.ontology import ontology_triples
from policygraph.rdf.quads import record_triples
from policygraph.rdf.registry.agency_history import change_triples
from policygraph.rdf.registry.places import former_triples
from policygraph.rdf.scope import Scope, policy_iri
from policygraph.rdf.terms import boolean, string, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.place_history import PlaceHistory
from policygraph.registry.place_tables import FormerPlace
from policygraph.registry.places import Place
from policygraph.registry.registry import load_registry
from policygraph.resolve.lineage import Lineage
from tests.query.facts import fact_links, facts_of

HERE = Path(__file__).parent
STEP = 10  # characters that every clause and fact of the invented texts takes up


def records_of(spec):
    """Give the records of one document: one for each file that prints it."""
    for file in (spec["file"], spec.get("copy")):
        if file:
            yield _record(spec, file)


def _record(spec, file):
    starts = {path: STEP * n for n, (path, *_) in enumerate(spec["clauses"], 1)}
    clauses = tuple(
        Clause(path, label, heading or None, starts[path], starts[path] + STEP - 1,
               starts[path] + STEP, style, "label")
        for path, label, heading, style in spec["clauses"]
    )  # fmt: skip
    units = tuple(
        Responsibility(clause, segment, written, resolved, None, Role(role), False, inherited,
                       (Span(starts[clause] + n, starts[clause] + n + 1),), "mark")
        for n, (clause, segment, written, resolved, role, inherited, _)
        in enumerate(spec.get("units", []))
    )  # fmt: skip
    cites = tuple(
        Citation(clause, title, number or None, article or None, None, item or None,
                 Relation(relation), f"《{title}》", (Span(1, 5),), "title")
        for clause, title, number, article, item, relation, _ in spec.get("cites", [])
    )  # fmt: skip
    dates = {name: spec.get(name) for name in ("issued", "effective", "expires")}
    document = Document(
        title=spec["title"] or None, number=spec.get("number"), issuers=("某机关",), kind="通知",
        jurisdiction=spec["place"], status=Status(spec.get("status", "issued")), **dates,
        evidence=(FieldEvidence("title", (Span(0, 4),), "title"),),
    )  # fmt: skip
    sha256 = hashlib.sha256(file.encode()).hexdigest()
    return Record(
        file, sha256, 1000, document, clauses, units, cites, preamble_end=STEP,
        **facts_of(spec, starts),
    )  # fmt: skip


def links_of(spec, record, agencies, policies):
    """Give the links of one record, as the specification of its data set tells them."""
    scope = Scope.of(record)
    rows = RESPONSIBILITIES.iris(record.responsibilities, scope)
    units = zip(rows, spec.get("units", []), strict=True)
    for (node, row), (*_, name) in units:
        agency = ref(agencies[name])
        yield ref(node), ref(v.AGENT), agency
        yield ref(scope.clause(row.clause)), ref(v.ROLE_SHORTCUTS[row.role]), agency
    cites = zip(CITATIONS.iris(record.citations, scope), spec.get("cites", []), strict=True)
    for (node, row), (*_, target) in cites:
        cited = yield from _cited(row, target, spec["place"], policies)
        yield ref(node), ref(v.CITED), ref(cited)
        yield ref(scope.clause(row.clause)), ref(v.RELATION_SHORTCUTS[row.relation]), ref(cited)
    yield from fact_links(spec, record, agencies, policies)


def _cited(row, target, place, policies):
    kind, _, name = target.partition(":")
    if kind == "policy":
        return policies[name]
    if kind == "other":
        node = iri.PolicyIri.of(place, row.number, None, row.title).format()
        yield ref(node), ref(v.TYPE), ref(v.LEGAL_RESOURCE)
        yield ref(node), ref(v.CITED_TITLE), text(row.title)
        yield ref(node), ref(v.ID_LOCAL), string(row.number)
        return node
    whole = iri.legislation(name or row.title)
    unit = iri.legislation(name or row.title, row.article, row.paragraph, row.item)
    yield ref(whole), ref(v.TYPE), ref(v.LEGISLATION)
    yield ref(whole), ref(v.TITLE), text(name or row.title)
    if unit != whole:
        yield ref(unit), ref(v.TYPE), ref(v.ARTICLE)
        yield ref(unit), ref(v.IS_PART_OF), ref(whole)
    return unit


def agencies_of(data):
    """Give the IRI of each agency by its name, and the triples that describe them."""
    found, triples = {}, []
    for each in data["agency"]:
        mint = iri.agency_group if each.get("group") else iri.agency
        node = found[each["name"]] = mint(each["place"], each["name"])
        kind = v.AGENCY_GROUP if each.get("group") else v.AGENCY
        triples.append((ref(node), ref(v.TYPE), ref(kind)))
        triples.append((ref(node), ref(v.PREF_LABEL), text(each["name"])))
        triples.append((ref(node), ref(v.OF_PLACE), ref(iri.place(each["place"]))))
        triples += [(ref(node), ref(v.NAME), text(name)) for name in each["names"]]
        if not each.get("group"):
            provisional = each.get("provisional", False)
            triples.append((ref(node), ref(v.PROVISIONAL), boolean(provisional)))
    for each in data["agency"]:
        members = (ref(found[name]) for name in each.get("members", []))
        triples += [(ref(found[each["name"]]), ref(v.MEMBER), member) for member in members]
    return found, triples


def places_of(data):
    """Give the places of a data set, as the graph registry would."""
    history = history_of(data)
    for place in history.today:
        node = ref(iri.place(place.code))
        yield node, ref(v.CODE), string(place.code)
        yield node, ref(v.PREF_LABEL), text(place.name)
    yield from former_triples(history)


def history_of(data):
    """Give the history of the places of a data set: what is never changed is of today."""
    changes = []
    for kind, old, new, first, last in data.get("place_changes", []):
        sides = (Coded(*side) if side else None for side in (old, new))
        when = When(first) if first == last else When(None, first, last)
        changes.append(PlaceChange(PlaceChangeKind(kind), *sides, when, "made"))
    ended = {change.old: change.when for change in changes if change.old}
    names = [Coded(*pair) for pair in data["places"].items()] + [c.new for c in changes if c.new]
    today = [
        Place(coded.code, coded.name, coded.name, "county", "")
        for coded in dict.fromkeys(names)
        if coded not in ended
    ]
    former = [
        FormerPlace(coded, coded.name, "county", "100000", When(not_after="1999-12-31"), when, "")
        for coded, when in ended.items()
    ]
    return PlaceHistory(today, former, changes)


def reforms_of(data):
    """Give the changes that the registry of a data set knows: one for each old body."""
    for each in data.get("change", []):
        day = each["date"]
        when = When(day) if isinstance(day, str) else When(None, *day)
        for old in each["old"]:
            yield Reform(
                each["event"], ChangeKind(each["kind"]), each["place"], Body(each["place"], old),
                tuple(Body(each["place"], name) for name in each["new"]), when,
                functions=tuple(each.get("functions", ())), basis=each.get("basis", ""),
                basis_number=each.get("basis_number", ""), source=each.get("source", "invented"),
            )  # fmt: skip


def registry_of(data):
    """Give the graph of the registry of a data set."""
    reforms = list(reforms_of(data))
    for body in {body for reform in reforms for body in (reform.old, *reform.new)}:
        node = ref(iri.agency(body.place, body.name))
        yield node, ref(v.TYPE), ref(v.AGENCY)
        yield node, ref(v.PREF_LABEL), text(body.name)
    yield from change_triples(reforms, Lineage(load_registry()))
    yield from places_of(data)


def write_dataset(data, folder):
    """Write a data set as a dataset folder."""
    writer = DatasetWriter(folder)
    documents = [(spec, record) for spec in data["policy"] for record in records_of(spec)]
    policies = {record.source: policy_iri(record) for _, record in documents}
    agencies, links = agencies_of(data)
    for spec, record in documents:
        writer.graph(f"source/{record.sha256}", record_triples(record))
        links += links_of(spec, record, agencies, policies)
    writer.graph("links", links)
    writer.graph("registry", registry_of(data))
    writer.graph("ontology", ontology_triples())
    writer.load()
    root = root_hash(writer.graphs)
    writer.manifest(Manifest(root, writer.base, dict(writer.graphs), {}, {}))


@pytest.fixture(scope="session")
def datasets(tmp_path_factory):
    """Give the open datasets by name."""
    found = {}
    for file in sorted(HERE.glob("data/*.toml")):
        folder = tmp_path_factory.mktemp(file.stem)
        write_dataset(tomllib.loads(file.read_text(encoding="utf-8")), folder)
        found[file.stem] = open_dataset(folder)
    return found


@pytest.fixture(scope="session")
def shards(datasets):
    """Give the graphs of each dataset, as N-Quads by their names."""
    return {
        name: {
            str(shard.relative_to(dataset.path)): shard.read_bytes() for shard in dataset.shards()
        }
        for name, dataset in datasets.items()
    }


@pytest.fixture
def store():
    """Give a function that makes a store of Turtle text, in one named graph."""

    def make(turtle):
        made = ox.Store()
        graph = ox.NamedNode("https://example.org/graph")
        made.load(io.BytesIO(turtle.encode()), ox.RdfFormat.TURTLE, to_graph=graph)
        return made

    return make
