"""Shapes whose property shapes have targets of their own find what the written ones find."""

import pytest
import rdflib
from rdflib.namespace import SH

from policygraph.rdf.dataset.folder import shard
from policygraph.rdf.quads import record_triples
from policygraph.validate.graph import read_graph
from policygraph.validate.shapes import evaluate, shapes_graph
from policygraph.validate.targets import with_own_targets
from tests.rdf.made import RECORD
from tests.validate.mutants import mutants, name_of

pytestmark = pytest.mark.usefixtures("quiet_rdflib")
TOLD = (SH.focusNode, SH.resultPath, SH.value, SH.sourceShape, SH.sourceConstraintComponent,
        SH.resultSeverity, SH.resultMessage)  # fmt: skip


def results(graph, shapes):
    """Give each result as what a report tells of it, without the names of its blank nodes."""
    report = evaluate(graph, shapes)
    return sorted(
        tuple(
            sorted("a path" if isinstance(v, rdflib.BNode) else str(v) for v in report.objects(r, p))
            for p in TOLD
        )
        for r in report.objects(None, SH.result)
    )  # fmt: skip


def test_every_fault_is_told_alike():
    valid = read_graph(shard("https://example.org/g", record_triples(RECORD)), "made")
    graph = rdflib.Graph(bind_namespaces="none")
    for triple in valid:
        graph.add(triple)
    ordered = shapes_graph().subjects(SH.lessThanOrEquals)
    apart = {shapes_graph().value(shape, SH.path) for shape in ordered}
    for number, (mutant, said) in enumerate(mutants(valid, shapes_graph()), 1):
        if not apart & {predicate for predicate, _ in said}:  # rdflib cannot compare some of them
            for predicate, value in said:
                graph.add((name_of(number, mutant), predicate, value))
    written = results(graph, shapes_graph())
    assert results(graph, with_own_targets(shapes_graph())) == written
    assert len(written) > 400


def test_nearly_all_have_targets_of_their_own():
    """Those that stay are what node shapes hold in sh:or."""
    spelled = with_own_targets(shapes_graph())
    assert not set(spelled.objects(None, SH.property)) & set(spelled.subjects(SH.targetClass))
    moved = len(set(shapes_graph().objects(None, SH.property)))
    assert moved - len(set(spelled.objects(None, SH.property))) == 189


HOLDER = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <https://example.org/> .
:N sh:targetClass :C ; sh:property :P . :P sh:path :p ; sh:minCount 1 .
"""


@pytest.mark.parametrize(
    "more",
    [
        ":M sh:targetClass :D ; sh:node :N .",
        ":M sh:property :P .",
        ":N sh:deactivated true .",
        ":P sh:deactivated true .",
        ":P sh:targetClass :D .",
        ":M sh:or (:N :O) .",
    ],
)
def test_what_others_refer_to_stays(more):
    shapes = rdflib.Graph().parse(data=HOLDER + more, format="turtle")
    assert set(with_own_targets(shapes)) == set(shapes)


def test_what_one_alone_holds_goes():
    shapes = rdflib.Graph().parse(data=HOLDER, format="turtle")
    base = rdflib.Namespace("https://example.org/")
    spelled = with_own_targets(shapes)
    assert set(shapes) - set(spelled) == {(base.N, SH.property, base.P)}
    assert set(spelled) - set(shapes) == {(base.P, SH.targetClass, base.C)}
