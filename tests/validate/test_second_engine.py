"""A second engine of SHACL, rudof, has to agree with pySHACL on our shapes.

It is written in another language, by others, from the same standard. Where the two differ on our
shapes, the difference is named here with its reason.
"""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pyrudof
import pytest
import rdflib

from policygraph.model.facts import Status
from policygraph.rdf.dataset.folder import shard
from policygraph.rdf.quads import record_triples
from policygraph.rdf.vocabulary import XSD
from policygraph.validate.graph import read_graph
from policygraph.validate.shapes import check_graph, shapes_graph
from tests.rdf.made import DOCUMENT, RECORD
from tests.validate.mutants import mutants, name_of

pytestmark = pytest.mark.usefixtures("quiet_rdflib")
FILES = sorted((Path(__file__).parent / "shapes").glob("*.ttl"))
# rudof 0.3.35 takes any words as a date or a duration; SHACL, section 4.1.2, asks sh:datatype to
# see ill-typed literals. (Of numbers and truth values it does see them.)
NOT_LOOKED_AT = {f"{XSD}date", f"{XSD}duration"}


@pytest.fixture(scope="module")
def shapes():
    return shapes_graph().serialize(format="turtle")


def of_rudof(shapes, graph):
    """Count the results of rudof: node, constraint, shape."""
    engine = pyrudof.Rudof(pyrudof.RudofConfig())
    engine.read_shacl(shapes)
    engine.read_data(graph.serialize(format="nt"), pyrudof.RDFFormat.NTriples)
    found = engine.validate_shacl().violations
    return Counter(
        (v.focus_node.removeprefix("_:"), v.constraint_component, v.source_shape.partition("#")[2])
        for v in found
    )


def of_pyshacl(graph):
    """Count the results of pySHACL in the same way; and apart those that rudof does not see."""
    both, apart = Counter(), Counter()
    for finding in check_graph(graph):
        value = finding.value
        unseen = (
            finding.component.endswith("#DatatypeConstraintComponent")
            and isinstance(value, ox.Literal)
            and value.datatype.value in NOT_LOOKED_AT
        )
        result = (finding.focus, finding.component, finding.check.removeprefix("shape."))
        (apart if unseen else both)[result] += 1
    return both, apart


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_engines_agree_on_every_case_of_a_shape(shapes, file):
    triples = ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
    graph = read_graph(ox.serialize(triples, format=ox.RdfFormat.N_QUADS), file.name)
    both, _ = of_pyshacl(graph)
    assert of_rudof(shapes, graph) == both
    assert bool(both) == file.stem.endswith("_XFAIL")


def test_the_engines_agree_on_mutants(shapes):
    """Every node of a full record with every fault, but for what makes comparisons impossible."""
    issued = replace(
        RECORD,
        document=replace(DOCUMENT, status=Status.ISSUED, number="澄政规〔2024〕8号"),
        sha256="1f" * 32,
    )
    quads = b"".join(shard("https://example.org/g", record_triples(r)) for r in (RECORD, issued))
    valid = read_graph(quads, "made")
    graph = rdflib.Graph(bind_namespaces="none")
    for triple in valid:
        graph.add(triple)
    bred = 0
    for number, (mutant, said) in enumerate(mutants(valid, shapes_graph()), 1):
        if mutant.fault in ("retype", "broken", "negative") and mutant.path in (
            "oa:start", "oa:end", "eli:first_date_entry_in_force", "eli:date_no_longer_in_force",
        ):  # fmt: skip
            continue
        bred += 1
        for predicate, value in said:
            graph.add((name_of(number, mutant), predicate, value))
    both, apart = of_pyshacl(graph)
    assert of_rudof(shapes, graph) == both
    assert (bred, both.total(), apart.total()) == (991, 897, 12)
