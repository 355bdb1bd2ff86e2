"""Report -> text for people, JSON for programs, Turtle for RDF tools."""

from collections.abc import Iterator

import pyoxigraph as ox

from policygraph.model.finding import Severity
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset import Dataset
from policygraph.validate.dataset import Report
from policygraph.validate.finding import CheckFinding
from policygraph.validate.positions import Positions

_SEVERITY_NAMES = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
}
_SUMMARY = {
    "zh": "{verdict}：检查 {shards} 份原文，错误 {errors}，警告 {warnings}，提示 {infos}",
    "en": "{verdict}: {shards} sources, {errors} errors, {warnings} warnings, {infos} infos",
}
_VERDICTS = {
    "zh": {True: "通过", False: "未通过"},
    "en": {True: "conforms", False: "does not conform"},
}
_SHAPES = "https://w3id.org/policygraph/shapes#"
_RULES = "https://w3id.org/policygraph/queries/verify/"
_SHACL_SEVERITY = {
    Severity.ERROR: v.SH + "Violation",
    Severity.WARNING: v.SH + "Warning",
    Severity.INFO: v.SH + "Info",
}


def to_text(report: Report, dataset: Dataset, language: str) -> Iterator[str]:
    """Give the report line by line: file, line and column; what is wrong; what to do.

    Without the text of a source (facts-only) an offset in characters stands for line and column.

    Args:
        report: the report.
        dataset: the dataset that it is about; has the texts.
        language: ``zh`` or ``en``.
    """
    positions = Positions(dataset)
    for finding in report.findings:
        severity = _SEVERITY_NAMES[language][finding.severity]
        where = _where(finding, positions)
        yield f"{where}: {severity}: {finding.message(language)} [{finding.check}]"
        yield f"    {_what(finding)}"
    yield _SUMMARY[language].format(
        verdict=_VERDICTS[language][report.conforms],
        shards=report.shards,
        errors=report.count(Severity.ERROR),
        warnings=report.count(Severity.WARNING),
        infos=report.count(Severity.INFO),
    )


def _where(finding: CheckFinding, positions: Positions) -> str:
    place = finding.place
    if not place.spans:
        return place.file or "-"
    start = place.spans[0].start
    at = positions.line_and_column(place.sha256, start)
    return f"{place.file}:{at[0]}:{at[1]}" if at else f"{place.file}:@{start}"


def _what(finding: CheckFinding) -> str:
    parts = [finding.focus]
    if finding.path:
        parts.append("|".join(_short(path) for path in finding.path.split("|")))
    if finding.value is not None:
        parts.append(repr(finding.value.value[:80]))
    return "  ".join(parts)


def _short(iri: str) -> str:
    for prefix, namespace in v.PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def to_json(report: Report, dataset: Dataset) -> dict[str, object]:
    """Give the report as JSON data."""
    positions = Positions(dataset)
    return {
        "conforms": report.conforms,
        "shards": report.shards,
        "findings": [_as_json(finding, positions) for finding in report.findings],
    }


def _as_json(finding: CheckFinding, positions: Positions) -> dict[str, object]:
    place = finding.place
    start = place.spans[0].start if place.spans else None
    at = positions.line_and_column(place.sha256, start) if start is not None else None
    return {
        "check": finding.check,
        "severity": str(finding.severity),
        "focus": finding.focus,
        "path": finding.path or None,
        "value": finding.value.value if finding.value is not None else None,
        "zh": finding.zh,
        "en": finding.en,
        "file": place.file or None,
        "sha256": place.sha256 or None,
        "spans": [list(span) for span in place.spans],
        "line": at[0] if at else None,
        "column": at[1] if at else None,
    }


def to_turtle(report: Report) -> str:
    """Give the report as a SHACL validation report (section 3.6); deterministic."""
    data = ox.serialize(_triples(report), format=ox.RdfFormat.TURTLE, prefixes=v.PREFIXES)
    return (data or b"").decode()


def _triples(report: Report) -> Iterator[ox.Triple]:
    node = ox.BlankNode("report")
    conforms = ox.Literal(report.conforms)
    yield ox.Triple(node, _iri(v.TYPE), _iri(v.SH + "ValidationReport"))
    yield ox.Triple(node, _iri(v.SH + "conforms"), conforms)
    for number, finding in enumerate(report.findings, 1):
        result = ox.BlankNode(f"result{number}")
        yield ox.Triple(node, _iri(v.SH + "result"), result)
        yield from _result(result, finding)


def _result(node: ox.BlankNode, finding: CheckFinding) -> Iterator[ox.Triple]:
    kind, _, name = finding.check.partition(".")
    shape = (_SHAPES if kind == "shape" else _RULES) + name
    yield ox.Triple(node, _iri(v.TYPE), _iri(v.SH + "ValidationResult"))
    yield ox.Triple(node, _iri(v.SH + "focusNode"), _iri(finding.focus))
    severity = _iri(_SHACL_SEVERITY[finding.severity])
    yield ox.Triple(node, _iri(v.SH + "resultSeverity"), severity)
    yield ox.Triple(node, _iri(v.SH + "sourceShape"), _iri(shape))
    yield ox.Triple(node, _iri(v.SH + "sourceConstraintComponent"), _iri(finding.component))
    if finding.path and "|" not in finding.path:
        yield ox.Triple(node, _iri(v.SH + "resultPath"), _iri(finding.path))
    if finding.value is not None:
        yield ox.Triple(node, _iri(v.SH + "value"), finding.value)
    for language, text in (("zh", finding.zh), ("en", finding.en)):
        message = ox.Literal(text, language=language)
        yield ox.Triple(node, _iri(v.SH + "resultMessage"), message)


def _iri(value: str) -> ox.NamedNode:
    return ox.NamedNode(value)
