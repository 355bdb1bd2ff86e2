"""Report -> text for people, JSON for programs."""

from collections.abc import Iterator

from policygraph.validate.located import Located, located
from policygraph.validate.positions import Texts
from policygraph.validate.result import Report
from policygraph.validate.wording import short, summary


def to_text(report: Report, texts: Texts, language: str) -> Iterator[str]:
    """Give the report line by line: file, line and column; what is wrong; what to do; the words.

    Without the text of a source (facts-only) an offset in characters stands for line and column.

    Args:
        report: the report.
        texts: gives the text of a source by its digest.
        language: ``zh`` or ``en``.
    """
    for each in located(report.findings, texts):
        yield as_line(each, language)
        yield f"    {as_facts(each)}"
        if each.quote:
            yield f"    “{each.quote}”"
    yield summary(report, language)


def as_line(each: Located, language: str) -> str:
    """Give where, how bad, what and which check, on one line."""
    finding = each.finding
    severity = finding.severity.in_language(language)
    return f"{each.where}: {severity}: {finding.message(language)} [{finding.check}]"


def as_facts(each: Located) -> str:
    """Give the node, the property and the value that are wrong."""
    finding = each.finding
    parts = [part for part in (finding.focus, finding.node) if part]
    if finding.path:
        parts.append(short(finding.path))
    if finding.value is not None:
        parts.append(repr(finding.value.value[:80]))
    return "  ".join(parts)


def to_json(report: Report, texts: Texts) -> dict[str, object]:
    """Give the report as JSON data."""
    return {
        "conforms": report.conforms,
        "shards": report.shards,
        "checked": sum(document.fresh for document in report.documents),
        "findings": [_as_json(each) for each in located(report.findings, texts)],
    }


def _as_json(each: Located) -> dict[str, object]:
    finding, place = each.finding, each.finding.place
    line, column = each.start or (None, None)
    end_line, end_column = each.end or (None, None)
    return {
        "check": finding.check,
        "severity": str(finding.severity),
        "focus": finding.focus,
        "node": finding.node or None,
        "path": finding.path or None,
        "value": finding.value.value if finding.value is not None else None,
        "zh": finding.zh,
        "en": finding.en,
        "file": place.file or None,
        "sha256": place.sha256 or None,
        "spans": [list(span) for span in place.spans],
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "quote": each.quote or None,
    }
