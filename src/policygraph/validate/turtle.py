"""Report -> a SHACL validation report in Turtle (SHACL, section 3.6)."""

import hashlib
from collections.abc import Iterator

import pyoxigraph as ox

from policygraph.model.code import Severity
from policygraph.rdf import vocabulary as v
from policygraph.validate.finding import CheckFinding
from policygraph.validate.result import Report

_OF_KIND = {
    "shape": "https://w3id.org/policygraph/shapes#",
    "rule": "https://w3id.org/policygraph/queries/verify/",
}
_FINDINGS = "https://w3id.org/policygraph/findings/"
_SEVERITIES = {
    Severity.ERROR: v.SH + "Violation",
    Severity.WARNING: v.SH + "Warning",
    Severity.INFO: v.SH + "Info",
}


def to_turtle(report: Report) -> str:
    """Give the report as a graph in Turtle; deterministic."""
    data = ox.serialize(_triples(report), format=ox.RdfFormat.TURTLE, prefixes=v.PREFIXES)
    return (data or b"").decode()


def _triples(report: Report) -> Iterator[ox.Triple]:
    node = ox.BlankNode("report")
    yield ox.Triple(node, _iri(v.TYPE), _iri(v.SH + "ValidationReport"))
    yield ox.Triple(node, _iri(v.SH + "conforms"), ox.Literal(not report.findings))
    for number, finding in enumerate(report.findings, 1):
        result = ox.BlankNode(f"result{number}")
        yield ox.Triple(node, _iri(v.SH + "result"), result)
        yield from _result(result, finding)


def _result(node: ox.BlankNode, finding: CheckFinding) -> Iterator[ox.Triple]:
    kind, _, name = finding.check.partition(".")
    shape = _OF_KIND[kind] + name if kind in _OF_KIND else _FINDINGS + finding.check
    component = finding.component or v.SH + "SPARQLConstraintComponent"
    yield ox.Triple(node, _iri(v.TYPE), _iri(v.SH + "ValidationResult"))
    yield ox.Triple(node, _iri(v.SH + "focusNode"), _focus(finding.focus))
    yield ox.Triple(node, _iri(v.SH + "resultSeverity"), _iri(_SEVERITIES[finding.severity]))
    yield ox.Triple(node, _iri(v.SH + "sourceShape"), _iri(shape))
    yield ox.Triple(node, _iri(v.SH + "sourceConstraintComponent"), _iri(component))
    if finding.path:
        yield from _path(node, finding.path.split("|"))
    if finding.value is not None:
        yield ox.Triple(node, _iri(v.SH + "value"), finding.value)
    for language, text in (("zh", finding.zh), ("en", finding.en)):
        message = ox.Literal(text, language=language)
        yield ox.Triple(node, _iri(v.SH + "resultMessage"), message)


def _focus(value: str) -> ox.NamedNode | ox.BlankNode:
    """Give the node; a dataset made elsewhere may hold blank ones, which have no IRI."""
    try:
        return ox.NamedNode(value)
    except ValueError:
        return ox.BlankNode(hashlib.sha256(value.encode("utf-8", "replace")).hexdigest())


def _path(result: ox.BlankNode, properties: list[str]) -> Iterator[ox.Triple]:
    """Give a property, or an alternative path (SHACL, section 2.3.1.3)."""
    if len(properties) == 1:
        yield ox.Triple(result, _iri(v.SH + "resultPath"), _iri(properties[0]))
        return
    path = ox.BlankNode(f"{result.value}path")
    cells = [ox.BlankNode(f"{path.value}{number}") for number in range(len(properties))]
    yield ox.Triple(result, _iri(v.SH + "resultPath"), path)
    yield ox.Triple(path, _iri(v.SH + "alternativePath"), cells[0])
    for cell, following, each in zip(cells, [*cells[1:], None], properties, strict=True):
        rest = following if following is not None else _iri(v.RDF + "nil")
        yield ox.Triple(cell, _iri(v.RDF + "first"), _iri(each))
        yield ox.Triple(cell, _iri(v.RDF + "rest"), rest)


def _iri(value: str) -> ox.NamedNode:
    return ox.NamedNode(value)
