"""The W3C's own tests of SHACL, run as the shapes of this project are run.

The data go through pyoxigraph into the graph that pySHACL checks. What fails is pySHACL's own and
is listed by name, with the reason, in ``w3c_failures.txt``: a failure that is not listed fails
here, and so does a listed one that passes.
"""

import logging
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDF, SH

from policygraph.errors import DatasetError
from policygraph.validate.graph import read_graph
from policygraph.validate.shapes import evaluate
from tests.conftest import SHARED

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = rdflib.Namespace("http://www.w3.org/ns/shacl-test#")
SUITE = SHARED / "conformance" / "shacl" / "tests"
BASE = "https://example.org/suite/"
COLLECTED = {"core": 98, "sparql": 22}
TOLD = (
    SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.sourceShape, SH.value,
    SH.resultPath,
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One test: the file it stands in, and what it is called."""

    name: str
    file: Path
    node: rdflib.URIRef


def iri(file):
    """Give the IRI of a file of the suite; no path of the machine is part of it."""
    return BASE + file.relative_to(SUITE).as_posix()


def parsed(file):
    """Parse a file of the suite as rdflib does."""
    return rdflib.Graph().parse(file, format="turtle", publicID=iri(file))


def listed(manifest):
    """Give the tests of a manifest and of those that it includes."""
    graph = parsed(manifest)
    for other in sorted(graph.objects(None, MF.include)):
        yield from listed(SUITE / str(other).removeprefix(BASE))
    for entries in graph.objects(None, MF.entries):
        for node in graph.items(entries):
            name = f"{manifest.parent.relative_to(SUITE).as_posix()}/{str(node).rpartition('/')[2]}"
            yield Case(name, manifest, node)


CASES = list(listed(SUITE / "manifest.ttl")) if SUITE.is_dir() else []


def known_failures():
    """Read the list: name -> reason."""
    lines = (Path(__file__).parent / "w3c_failures.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(": ") for line in lines if line and not line.startswith("#"))
    return {name: reason for name, _, reason in pairs}


@pytest.fixture(scope="module", autouse=True)
def _quiet():
    """Ill-typed literals are what some tests are about; rdflib logs each."""
    before = {name: logging.getLogger(name).level for name in ("rdflib.term", "pyshacl")}
    for name in before:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    yield
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def as_our_data(file):
    """Read data as the graph of a source is read."""
    triples = ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE, base_iri=iri(file))
    return read_graph(ox.serialize(triples, format=ox.RdfFormat.N_QUADS), file.name)


def written(graph, node):
    """Write a term so that two graphs can be compared; of a blank node only what it is made of."""
    if not isinstance(node, rdflib.BNode):
        return node.n3() if node is not None else ""
    parts = [(p, o) for p, o in graph.predicate_objects(node) if p in PATH_PARTS]
    return f"[{' '.join(f'{p.n3()} {written(graph, o)}' for p, o in sorted(parts))}]"


PATH_PARTS = {
    RDF.first, RDF.rest, SH.alternativePath, SH.inversePath, SH.oneOrMorePath, SH.zeroOrMorePath,
    SH.zeroOrOnePath,
}  # fmt: skip


def results(graph, report):
    """Count the results of a report, each by what the standard says of it."""
    found = graph.objects(report, SH.result)
    return Counter(tuple(written(graph, graph.value(r, p)) for p in TOLD) for r in found)


def difference(case):
    """Say in what our answer differs from the one of the suite; empty where it does not."""
    manifest = parsed(case.file)
    action = manifest.value(case.node, MF.action)
    data, shapes = (
        SUITE / str(manifest.value(action, part)).removeprefix(BASE)
        for part in (SHT.dataGraph, SHT.shapesGraph)
    )
    expected = manifest.value(case.node, MF.result)
    try:
        report = evaluate(as_our_data(data), parsed(shapes))
    except DatasetError as error:
        return "" if expected == SHT.Failure else f"refused: {error}"
    except Exception as error:  # what pySHACL raises shares no base
        return "" if expected == SHT.Failure else f"{type(error).__name__}: {error}"
    if expected == SHT.Failure:
        return "should have been refused"
    (node,) = report.subjects(RDF.type, SH.ValidationReport)
    ours, theirs = results(report, node), results(manifest, expected)
    conforms = report.value(node, SH.conforms) == manifest.value(expected, SH.conforms)
    return (
        "" if ours == theirs and conforms else f"only ours {ours - theirs}, missing {theirs - ours}"
    )


def test_the_suite_is_whole(shared):
    assert Counter(case.name.partition("/")[0] for case in CASES) == COLLECTED
    assert len({case.name for case in CASES}) == len(CASES)
    assert set(known_failures()) <= {case.name for case in CASES}
    assert all(known_failures().values())


@pytest.mark.parametrize("part", COLLECTED)
def test_it_passes_but_for_what_is_listed(part, shared):
    differences = {case.name: difference(case) for case in CASES if case.name.startswith(part)}
    failed = {name: said for name, said in differences.items() if said}
    assert len(differences) == COLLECTED[part]
    assert {name: said for name, said in failed.items() if name not in known_failures()} == {}
    assert {name for name in known_failures() if name.startswith(part)} == set(failed)
