"""Every constraint of the shapes is seen to fire, and what no shape sees is known.

The valid graph is that of a record with every field filled, as a draft and as issued. Each of
its kinds of nodes is copied with one fault: a property dropped, doubled, of another type,
pointing nowhere, empty, too long, too late.
"""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SH, XSD

from policygraph.model.facts import Status
from policygraph.model.place_change import Coded, PlaceChange, PlaceChangeKind
from policygraph.model.reform import When
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import shard
from policygraph.rdf.iri import place
from policygraph.rdf.quads import record_triples
from policygraph.rdf.registry.places import change_triples
from policygraph.registry.place_history import PlaceHistory
from policygraph.registry.place_tables import FormerPlace
from policygraph.registry.places import Place
from policygraph.validate.graph import read_graph
from policygraph.validate.shapes import check_graph, shapes_graph
from tests.rdf.made import DOCUMENT, RECORD
from tests.validate.mutants import Mutant, mutants, name_of

pytestmark = pytest.mark.usefixtures("quiet_rdflib")
HERE = Path(__file__).parent
# Parameters of a constraint -> local name of its component (SHACL, section 4).
CONSTRAINTS = {
    SH["class"]: "ClassConstraintComponent",
    SH.datatype: "DatatypeConstraintComponent",
    SH["in"]: "InConstraintComponent",
    SH.languageIn: "LanguageInConstraintComponent",
    SH.lessThanOrEquals: "LessThanOrEqualsConstraintComponent",
    SH.maxCount: "MaxCountConstraintComponent",
    SH.maxInclusive: "MaxInclusiveConstraintComponent",
    SH.maxLength: "MaxLengthConstraintComponent",
    SH.minCount: "MinCountConstraintComponent",
    SH.minInclusive: "MinInclusiveConstraintComponent",
    SH.minLength: "MinLengthConstraintComponent",
    SH.nodeKind: "NodeKindConstraintComponent",
    SH["or"]: "OrConstraintComponent",
    SH.pattern: "PatternConstraintComponent",
}
NO_CONSTRAINTS = {
    SH.message, SH.path, SH.property, SH.severity, SH.targetClass, SH.targetSubjectsOf,
    SH.alternativePath, SH.hasValue, RDF.type, RDF.first, RDF.rest, RDFS.subClassOf,
}  # fmt: skip


@pytest.fixture(scope="module")
def valid():
    """Give the graph of the made record: the draft, and the same document issued."""
    issued = replace(
        RECORD,
        document=replace(DOCUMENT, status=Status.ISSUED, number="澄政规〔2024〕8号"),
        sha256="1f" * 32,
    )
    quads = b"".join(shard("https://example.org/g", record_triples(r)) for r in (RECORD, issued))
    graph = read_graph(quads, "made")
    for triple in read_graph(shard("https://example.org/g", made_change()), "made"):
        graph.add(triple)
    return graph


def made_change():
    """Give a change of a place that says all that such a change can say."""
    county, district = Coded("990121", "澄湖县"), Coded("990105", "澄湖区")
    when = When("2021-06-01", "2020-12-31", "2022-12-31")
    change = PlaceChange(PlaceChangeKind.REDESIGNATE, county, district, when, "made")
    former = FormerPlace(county, "澄湖", "county", "990100", When(), when, "made")
    today = Place(district.code, district.name, "澄湖", "county", "990100")
    history = PlaceHistory([today], [former], [change])
    for triple in change_triples(change, history):
        if triple[1] != f"<{v.BECAME_PLACE}>":  # it is said of the place
            yield triple
    for coded in (county, district):
        yield f"<{place(coded.code)}>", f"<{v.TYPE}>", f"<{v.PLACE}>"


@pytest.fixture(scope="module")
def bred(valid):
    """Give the mutants by their names."""
    return {
        name_of(number, mutant): (mutant, said)
        for number, (mutant, said) in enumerate(mutants(valid, shapes_graph()), 1)
    }


ORDERED = {
    "oa:start", "oa:end", "eli:first_date_entry_in_force", "eli:date_no_longer_in_force",
    "pg:notBefore", "pg:notAfter",
}  # fmt: skip
SPOILED = {"retype", "broken", "negative"}  # values of such a type cannot be compared


@pytest.fixture(scope="module")
def findings(valid, bred):
    """Give what the shapes find in the valid graph with the mutants in it.

    Those whose values cannot be compared stand in a graph of their own: there the comparisons
    are left out.
    """
    apart = {name for name, (m, _) in bred.items() if m.path in ORDERED and m.fault in SPOILED}
    assert len(apart) == 24
    found = []
    for names in (bred.keys() - apart, apart):
        graph = rdflib.Graph(bind_namespaces="none")
        for triple in valid:
            graph.add(triple)
        for name in names:
            for predicate, value in bred[name][1]:
                graph.add((name, predicate, value))
        found += check_graph(graph)
    return found


def test_the_valid_graph_is_valid(valid):
    assert [finding for finding in check_graph(valid) if str(finding.severity) == "error"] == []
    assert check_graph(valid) == ()


def test_nothing_but_mutants_is_found(bred, findings):
    assert {finding.focus for finding in findings} <= {str(name) for name in bred}


def test_mutants_are_as_many_as_they_are_thought_to_be(bred):
    faults = Counter(mutant.fault for mutant, _ in bred.values())
    assert len({mutant.of for mutant, _ in bred.values()}) == 19
    assert dict(faults) == {
        "blank": 19, "broken": 137, "double": 190, "drop": 190, "drop all": 17, "empty": 84,
        "foreign": 45, "late": 53, "long": 45, "mis-point": 53, "negative": 53, "renamed": 2,
        "retype": 190, "stray": 2,
    }  # fmt: skip
    assert sum(faults.values()) == 1080


def constraints():
    """Give each constraint of a named shape: the shape, and the component."""
    graph = shapes_graph()
    for shape, parameter, _ in graph:
        if isinstance(shape, rdflib.URIRef) and parameter in CONSTRAINTS:
            yield str(shape).rpartition("#")[2], CONSTRAINTS[parameter]


def test_no_constraint_is_overlooked():
    assert set(shapes_graph().predicates()) <= set(CONSTRAINTS) | NO_CONSTRAINTS


def test_every_constraint_fires(findings):
    fired = {(f.check.removeprefix("shape."), f.component.rpartition("#")[2]) for f in findings}
    expected = set(constraints())
    assert expected - fired == set()
    assert fired - expected == set()
    assert len(expected) == 565


def test_what_no_shape_sees_is_known(bred, findings):
    """A survivor is a fault that the record format allows, or one that a text may hold."""
    seen = {finding.focus for finding in findings}
    survivors = sorted(mutant for name, (mutant, _) in bred.items() if str(name) not in seen)
    lines = (HERE / "survivors.txt").read_text(encoding="utf-8").splitlines()
    known = [Mutant(*line.split(" ", 2)) for line in lines if line and not line.startswith("#")]
    assert survivors == sorted(known)
    assert len(survivors) == 231


def test_values_that_cannot_be_compared_are_told_by_their_type(valid):
    graph = rdflib.Graph(bind_namespaces="none")
    for triple in valid:
        graph.add(triple)
    place = min(graph.subjects(RDF.type, rdflib.URIRef(v.TEXT_POSITION)))
    start = rdflib.Literal("-7x", datatype=XSD.nonNegativeInteger, normalize=False)
    graph.set((place, rdflib.URIRef(v.START), start))
    assert [finding.check for finding in check_graph(graph)] == ["shape.TextPositionStart"]
