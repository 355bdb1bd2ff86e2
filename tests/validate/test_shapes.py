"""Each shape passes what is right and sees what is wrong, in both languages."""

import logging
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from policygraph.assets import asset_dir
from policygraph.model.code import Severity
from policygraph.rdf.dataset.folder import shard
from policygraph.rdf.quads import record_triples
from policygraph.rdf.vocabulary import PREFIXES
from policygraph.validate.graph import read_graph
from policygraph.validate.shapes import check_graph, shapes_graph

HERE = Path(__file__).parent / "shapes"
EXPECTED = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))
NODE_SHAPES = (
    "AgencyChangeShape", "AmendmentShape", "AsWrittenDigestShape", "BasisShape", "BesideShape",
    "BesideTextDigestShape", "BodyDutyShape",
    "CitationShape", "ClauseShape", "DeadlineShape", "DraftPolicyShape", "EntryShape",
    "FieldReadingShape", "FindingShape", "IssuedPolicyShape", "NewArticlesShape", "NewPlaceShape", "NewTextDigestShape",
    "NumberedClauseShape", "OldTextDigestShape", "PlaceChangeShape", "PolicyShape", "PostShape", "QuantityShape",
    "ResponsibilityShape", "RowShape", "SourceShape", "TextPositionShape",
)  # fmt: skip
SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.fixture(autouse=True)
def _quiet(caplog):
    """Ill-typed literals are what some files are about; rdflib logs each."""
    caplog.set_level(logging.CRITICAL, logger="rdflib.term")


def named(kind):
    """Give the names of the shapes of a kind."""
    nodes = shapes_graph().subjects(RDF.type, kind)
    return {str(node).rpartition("#")[2] for node in nodes if isinstance(node, rdflib.URIRef)}


def short(path):
    """Write property IRIs with their prefixes."""
    for prefix, namespace in PREFIXES.items():
        path = path.replace(namespace, f"{prefix}:")
    return path


def test_the_shapes_and_their_files_are_all_there():
    assert named(SH.NodeShape) == set(NODE_SHAPES)
    assert len(named(SH.PropertyShape)) == 189
    files = {file.stem for file in HERE.glob("*.ttl")}
    assert files == {f"{shape}_{kind}" for shape in NODE_SHAPES for kind in ("PASS", "XFAIL")}
    assert set(EXPECTED) == {f"{shape}_XFAIL" for shape in NODE_SHAPES}
    assert sum(map(len, EXPECTED.values())) == 320


def test_every_named_shape_is_seen_to_fail():
    with_a_rule_of_their_own = {"NumberedClauseShape", "SourceShape", "TextPositionShape"}
    seen = {row[0] for rows in EXPECTED.values() for row in rows}
    assert seen == named(SH.PropertyShape) | with_a_rule_of_their_own


@pytest.mark.parametrize("shape", NODE_SHAPES)
def test_what_is_right_passes(turtle, shape):
    graph = turtle("shapes", f"{shape}_PASS.ttl")
    assert (set(graph.objects(None, RDF.type)) | set(graph.predicates())) & targets(shape)
    assert check_graph(graph) == ()


def targets(shape):
    """Give the classes, or the properties, of the nodes that a node shape is about."""
    node = rdflib.URIRef(f"https://w3id.org/policygraph/shapes#{shape}")
    found = (shapes_graph().objects(node, p) for p in (SH.targetClass, SH.targetSubjectsOf))
    return {each for targeted in found for each in targeted}


@pytest.mark.parametrize("shape", NODE_SHAPES)
def test_what_is_wrong_fails_for_the_stated_reason(turtle, shape):
    found = sorted(
        [
            finding.check.removeprefix("shape."),
            finding.focus.removeprefix("https://example.org/").replace(SHA256, "SHA"),
            short(finding.path),
            str(finding.severity),
            finding.en.partition(":")[0],
        ]
        for finding in check_graph(turtle("shapes", f"{shape}_XFAIL.ttl"))
    )
    assert found == sorted(EXPECTED[f"{shape}_XFAIL"])


def messages(shape):
    """Give the messages of a shape by language."""
    return {m.language: str(m) for m in shapes_graph().objects(shape, SH.message)}


def test_every_shape_says_what_to_do_in_both_languages():
    graph = shapes_graph()
    shapes = set(graph.subjects(SH.message))
    assert len(shapes) == 192
    for shape in shapes:
        said = messages(shape)
        assert set(said) == {"zh", "en"}, shape
        assert re.search("[：].*(核对|补充|重新)", said["zh"]), shape
        assert re.search(r": (check|supply|extract|build)\b.*\.$", said["en"]), shape
        assert graph.value(shape, SH.severity) is not None, shape


def test_the_shapes_are_core_only():
    files = list(asset_dir("ontology").glob("shapes/*.ttl"))
    assert sorted(file.stem for file in files) == [
        "agency-changes", "amendments", "body-duties", "citations", "clauses", "deadlines",
        "document", "findings", "place-changes", "posts", "quantities", "responsibilities", "rows", "source",
    ]  # fmt: skip
    assert not set(shapes_graph().predicates()) & {SH.sparql, SH.js, SH.rule}


def test_what_the_writer_writes_passes(record):
    graph = read_graph(shard("https://example.org/g", record_triples(record)), "g")
    assert check_graph(graph) == ()
    assert len(graph) > 60


def checked(record):
    """Check the graph of a record."""
    return check_graph(read_graph(shard("https://example.org/g", record_triples(record)), "g"))


def test_a_finding_says_where_a_fact_was_read(record):
    (row,) = record.responsibilities
    (finding,) = checked(replace(record, responsibilities=(replace(row, segment=0),)))
    assert (finding.check, finding.severity) == ("shape.ResponsibilitySegment", Severity.ERROR)
    assert finding.value.value == "0"
    assert finding.place.file == "plan.txt"
    assert finding.place.sha256 == record.sha256
    assert finding.place.spans == row.spans


def test_a_finding_says_where_a_field_was_read(record, document):
    (finding,) = checked(document(record, issued="2023-02-30"))
    assert finding.check == "shape.PolicyIssued"
    assert finding.place.spans == record.document.evidence[1].spans
    assert "2023-02-30" in str(finding.value)
    assert finding.message("zh").startswith("成文日期")
    assert finding.message("en").startswith("The date of the document")


def test_a_finding_about_a_whole_document_names_the_file(record, document):
    (finding,) = checked(document(record, jurisdiction=None))
    assert (finding.check, finding.severity) == ("shape.PolicyPlace", Severity.WARNING)
    assert (finding.place.file, finding.place.spans) == ("plan.txt", ())
