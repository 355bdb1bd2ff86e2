"""The report as text with line and column, as JSON, and as a SHACL report in Turtle."""

import json
from dataclasses import replace

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from policygraph.rdf.iri import DEFAULT_BASE
from policygraph.validate.dataset import validate_dataset
from policygraph.validate.positions import Positions
from policygraph.validate.report import to_json, to_text
from policygraph.validate.turtle import to_turtle

POLICY = f"{DEFAULT_BASE}policy/990100/2023-06-20/"


@pytest.fixture
def faulty(record, document):
    """A record with a fault that has a place, one of the whole file, and a rule's."""
    (row,) = record.responsibilities
    wrong = replace(record, responsibilities=(replace(row, segment=0),))
    return document(wrong, issuers=(), expires="2022-01-01")


def lines(dataset, language):
    """Give the text report."""
    return list(to_text(validate_dataset(dataset), dataset.text, language))


def test_as_text(dataset, faulty):
    shown = lines(dataset(faulty), "en")
    assert shown[0] == (
        "plan.txt: error: The last day in force is before the date of the document: check the"
        " source, and issued and expires in the record. [rule.expiry-before-issue]"
    )
    assert shown[1].startswith(f"    {POLICY}")
    assert shown[1].endswith("  '2023-06-20 > 2022-01-01'")
    assert shown[2] == (
        "plan.txt: warning: No issuing body was read: supply issuers in the record."
        " [shape.PolicyIssuer]"
    )
    assert shown[4] == (
        "plan.txt:4:2: error: The segment is a whole number from 1: check segment in the record."
        " [shape.ResponsibilitySegment]"
    )
    assert shown[5].endswith("/responsibility/0/市商务局  pg:segment  '0'")
    assert shown[6] == "    “市商务局”"
    assert shown[7:] == ["does not conform: 1 sources, 2 errors, 1 warnings, 0 infos"]


def test_as_text_in_chinese(dataset, faulty, record):
    shown = lines(dataset(faulty), "zh")
    assert "plan.txt:4:2: 错误: 分段应为从 1 起的整数" in shown[4]
    assert shown[-1] == "未通过：检查 1 份原文，错误 2，警告 1，提示 0"


def test_without_the_text_an_offset_stands_for_the_line(dataset, faulty):
    shown = lines(dataset(faulty, text=None), "en")
    assert shown[4].startswith("plan.txt:@30: error: The segment")


def test_a_dataset_without_fault_is_one_line(dataset, record):
    assert lines(dataset(record), "en") == ["conforms: 1 sources, 0 errors, 0 warnings, 0 infos"]


def test_as_json(dataset, faulty):
    made = dataset(faulty)
    data = json.loads(json.dumps(to_json(validate_dataset(made), made.text)))
    assert (data["conforms"], data["shards"], len(data["findings"])) == (False, 1, 3)
    last = data["findings"][-1]
    assert last["focus"].endswith("/clause/1/responsibility/0/市商务局")
    assert {key: last[key] for key in last if key not in ("focus", "zh", "en", "sha256")} == {
        "check": "shape.ResponsibilitySegment",
        "severity": "error",
        "node": None,
        "path": "https://w3id.org/policygraph/ns#segment",
        "value": "0",
        "file": "plan.txt",
        "spans": [[30, 34]],
        "line": 4,
        "column": 2,
        "end_line": 4,
        "end_column": 6,
        "quote": "市商务局",
    }


def test_as_turtle(dataset, faulty):
    report = validate_dataset(dataset(faulty))
    text = to_turtle(report)
    assert text == to_turtle(report)
    graph = rdflib.Graph().parse(data=text, format="turtle")
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(node, SH.conforms) == rdflib.Literal(False)
    results = list(graph.objects(node, SH.result))
    told = {
        str(graph.value(r, SH.sourceShape)): str(graph.value(r, SH.sourceConstraintComponent))
        for r in results
    }
    assert told == {
        "https://w3id.org/policygraph/shapes#ResponsibilitySegment": str(
            SH.MinInclusiveConstraintComponent
        ),
        "https://w3id.org/policygraph/shapes#PolicyIssuer": str(SH.MinCountConstraintComponent),
        "https://w3id.org/policygraph/queries/verify/expiry-before-issue": str(
            SH.SPARQLConstraintComponent
        ),
    }
    for result in results:
        assert {m.language for m in graph.objects(result, SH.resultMessage)} == {"zh", "en"}
        assert graph.value(result, SH.focusNode) is not None


def test_turtle_has_alternative_paths_and_nodes_without_name(dataset, record, document):
    report = validate_dataset(dataset(document(record, kind="计策")))
    (finding,) = report.findings
    nameless = replace(finding, focus="N0a1b")
    text = to_turtle(replace(report, findings=(finding, nameless)))
    graph = rdflib.Graph().parse(data=text, format="turtle")
    first, second = graph.subjects(SH.resultMessage, rdflib.Literal(finding.zh, lang="zh"))
    paths = [
        graph.value(graph.value(node, SH.resultPath), SH.alternativePath)
        for node in (first, second)
    ]
    assert [len(list(graph.items(path))) for path in paths] == [2, 2]
    assert {type(node) for node in graph.objects(None, SH.focusNode)} == {
        rdflib.URIRef,
        rdflib.BNode,
    }
    conforms = [value.toPython() for value in graph.objects(None, SH.conforms)]
    assert (report.conforms, conforms) == (True, [False])  # a warning is a result, too


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (2, 3)), (7, (2, 5)), (8, (3, 1)), (10, (4, 2))],
)
def test_lines_end_as_editors_end_them(dataset, record, offset, position):
    made = dataset(record, text="一二\n\u2028三四\r\n\r五六")
    assert Positions(made.text).line_and_column(record.sha256, offset) == position
