"""Report -> SARIF 2.1.0 (OASIS Standard, with Errata 01), for tools that show code analyses.

Section numbers are those of the standard.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from policygraph.model.code import Severity
from policygraph.validate.finding import CheckFinding
from policygraph.validate.located import Located, located
from policygraph.validate.positions import Texts
from policygraph.validate.result import Checked, Report
from policygraph.validate.wording import told_and_advised

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_FINGERPRINT = "policygraphFinding/v1"


def to_sarif(report: Report, texts: Texts, language: str) -> dict[str, Any]:
    """Give the report as a SARIF log of one run.

    Args:
        report: the report.
        texts: gives the text of a source by its digest.
        language: ``zh`` or ``en``, of the messages; both stand in the properties of a result.
    """
    rules = {finding.check: finding for finding in report.findings}
    indexes = {check: index for index, check in enumerate(sorted(rules))}
    driver = {
        "name": "policygraph",
        "semanticVersion": version("policygraph"),
        "language": _LANGUAGES[language],
        "rules": [_rule(rules[check], language) for check in sorted(rules)],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],  # 3.14.17: all by which lines are counted
        "artifacts": _artifacts(report.documents),
        "results": _results(located(report.findings, texts), indexes, language),
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(finding: CheckFinding, language: str) -> dict[str, Any]:
    """Describe a check (3.49); its message says what is wrong and, behind the colon, what to do."""
    told, advice = told_and_advised(finding.message(language))
    return {
        "id": finding.check,
        "shortDescription": _message(told),
        "help": _message(advice),
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"zh": finding.zh, "en": finding.en},
    }


def _artifacts(documents: Sequence[Checked]) -> list[dict[str, Any]]:
    """Name the files (3.24); SARIF wants each of them once."""
    found: dict[str, dict[str, Any]] = {}
    for document in documents:
        location = {"location": _artifact_location(document.file), "roles": ["analysisTarget"]}
        hashes = {"hashes": {"sha-256": document.sha256}} if document.sha256 else {}
        found.setdefault(f"{document.file} {document.sha256}", {**location, **hashes})
    return list(found.values())


def _results(
    findings: Iterable[Located], indexes: dict[str, int], language: str
) -> list[dict[str, Any]]:
    seen: Counter[str] = Counter()
    results = []
    for each in findings:
        fingerprint = _fingerprint(each.finding)
        seen[fingerprint] += 1
        result = _result(each, language)
        result["ruleIndex"] = indexes[each.finding.check]
        # 3.27.17: results that tell the same of the same thing are told apart by a number
        result["partialFingerprints"] = {_FINGERPRINT: f"{fingerprint}:{seen[fingerprint]}"}
        results.append(result)
    return results


def _result(each: Located, language: str) -> dict[str, Any]:
    finding = each.finding
    return {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message(language)),
        "locations": [_location(each)],
        "properties": {
            "zh": finding.zh,
            "en": finding.en,
            "path": finding.path,
            "value": finding.value.value if finding.value is not None else "",
        },
    }


def _message(words: str) -> dict[str, str]:
    """Write words as a message (3.11): none of them is a placeholder (3.11.5) or link (3.11.6)."""
    return {"text": words.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _location(each: Located) -> dict[str, Any]:
    """Give the place (3.28): node of the graph, file, and region where one is known."""
    named = [{"fullyQualifiedName": each.finding.focus}]
    place = each.finding.place
    if not place.file:
        return {"logicalLocations": named}
    physical: dict[str, Any] = {"artifactLocation": _artifact_location(place.file)}
    region = _region(each)
    if region:
        physical["region"] = region
    return {"physicalLocation": physical, "logicalLocations": named}


def _region(each: Located) -> dict[str, Any]:
    """Give the characters (3.30); ``endColumn`` is behind the last, as it is with us."""
    spans = each.finding.place.spans
    if each.start and each.end:
        (line, column), (end_line, end_column) = each.start, each.end
        lines = {"startLine": line, "startColumn": column}
        return {**lines, "endLine": end_line, "endColumn": end_column}
    if spans:
        return {"charOffset": spans[0].start, "charLength": spans[0].end - spans[0].start}
    return {}


def _artifact_location(file: str) -> dict[str, str]:
    """Give a file as a URI reference (RFC 3986, section 4.1): relative, or ``file:``."""
    uri = quote(file.replace("\\", "/"), safe="/", errors="replace")
    return {"uri": f"file://{uri}" if uri.startswith("/") else uri}


def _fingerprint(finding: CheckFinding) -> str:
    """Tell a finding from others by what it says, not by where: texts grow and shrink."""
    value = finding.value.value if finding.value is not None else ""
    told = (finding.check, finding.focus, finding.path, value)
    return hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()
