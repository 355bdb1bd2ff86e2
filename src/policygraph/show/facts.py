"""A record -> the facts that can be marked in its text, each with its row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, StrEnum
from typing import Any

from policygraph.model.code import Severity
from policygraph.model.digest import Digest
from policygraph.model.facts import Responsibility
from policygraph.model.finding import Finding
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.review.file import row_types


class Tone(StrEnum):
    """How a fact is coloured: responsibilities by role, findings by severity, others by kind."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    DATA_SOURCE = "data-source"
    REVIEW = "review"
    CITATION = "citation"
    AMENDMENT = "amendment"
    CHANGE = "change"
    QUANTITY = "quantity"
    DEADLINE = "deadline"
    POST = "post"
    DUTY = "duty"
    DOCUMENT = "document"
    OTHER = "other"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


# Facts that reach over a whole sentence, or say how the text was read: a line under the
# words, so that the facts inside stay visible.
LINES = (Tone.DUTY, Tone.AMENDMENT, Tone.CHANGE, Tone.DOCUMENT)
WAVES = (Tone.ERROR, Tone.WARNING, Tone.INFO)

_TONES = {
    "citations": Tone.CITATION,
    "amendments": Tone.AMENDMENT,
    "agency_changes": Tone.CHANGE,
    "quantities": Tone.QUANTITY,
    "deadlines": Tone.DEADLINE,
    "posts": Tone.POST,
    "body_duties": Tone.DUTY,
}
_SEVERITIES = {
    Severity.ERROR: Tone.ERROR,
    Severity.WARNING: Tone.WARNING,
    Severity.INFO: Tone.INFO,
}
_HIDDEN = ("spans", "span", "old_span", "new_span", "rule", "evidence")
_VALUE = 400  # characters of a value that are shown


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to be marked.

    Attributes:
        number: its number on the page, from 1.
        kind: the list of the record that holds it; ``document`` and ``findings`` too.
        tone: how it is coloured.
        name: what it says, in a few words.
        spans: where it was read; none for what concerns the whole document.
        rule: by which rule.
        clause: path of its clause; None where it has none.
        row: fields of its row that hold something, as text, in order.
    """

    number: int
    kind: str
    tone: Tone
    name: str
    spans: tuple[Span, ...]
    rule: str
    clause: str | None
    row: tuple[tuple[str, str], ...]


def facts_of(record: Record, language: str) -> tuple[Fact, ...]:
    """Give all facts of a record, kind by kind; findings speak ``zh`` or ``en``."""
    found = [*_document(record), *_rows(record), *_findings(record, language)]
    return tuple(Fact(number, *each) for number, each in enumerate(found, 1))


_Parts = tuple[str, Tone, str, tuple[Span, ...], str, str | None, tuple[tuple[str, str], ...]]


def _document(record: Record) -> Iterator[_Parts]:
    for evidence in record.document.evidence:
        value = text_of(getattr(record.document, evidence.field, None))
        row = ((evidence.field, value),)
        yield ("document", Tone.DOCUMENT, value, evidence.spans, evidence.rule, None, row)


def _rows(record: Record) -> Iterator[_Parts]:
    for kind in row_types():
        for row in getattr(record, kind):
            values = _values(row)
            clause = getattr(row, "clause", None)
            tone = _tone(kind, row)
            yield (kind, tone, _name(dict(values)), row.spans, row.rule, clause, values)


def _tone(kind: str, row: Any) -> Tone:
    if isinstance(row, Responsibility):
        return Tone(row.role.value.replace("_", "-"))
    return _TONES.get(kind, Tone.OTHER)


def _findings(record: Record, language: str) -> Iterator[_Parts]:
    for finding in record.findings:
        spans = (finding.span,) if finding.span else ()
        tone = _SEVERITIES[finding.severity]
        yield ("findings", tone, finding.code, spans, finding.rule, None, _said(finding, language))


def _said(finding: Finding, language: str) -> tuple[tuple[str, str], ...]:
    return (
        ("code", finding.code),
        ("severity", finding.severity.value),
        ("message", finding.message(language)),
    )


def _values(row: Any) -> tuple[tuple[str, str], ...]:
    """Give the fields of a row that hold something; nested rows by their own fields."""
    found: list[tuple[str, str]] = []
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name in _HIDDEN or value is None or value == ():
            continue
        if is_dataclass(value) and not isinstance(value, Digest | type):
            found.extend((f"{field.name}.{key}", shown) for key, shown in _values(value))
        else:
            found.append((field.name, text_of(value)))
    return tuple(found)


def text_of(value: Any) -> str:
    """Give a value of a record as one line of text."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Digest):
        return f"sha256 {value.sha256[:12]}… ({value.length})"
    if isinstance(value, bool):
        return "true" if value else "false"
    if is_dataclass(value) and not isinstance(value, type):
        return " ".join(shown for _, shown in _values(value))
    if isinstance(value, tuple):
        return "；".join(text_of(each) for each in value)
    text = "" if value is None else str(value)
    return text if len(text) <= _VALUE else text[:_VALUE] + "…"


def _name(row: Mapping[str, str]) -> str:
    """Say in a few words what a row says."""
    if "operation" in row:
        parts = (row["operation"], row.get("target.locator_as_written", ""), row.get("old", ""))
    elif "post" in row:
        parts = (row["role"], row.get("unit", ""), row["post"])
    elif "value" in row:
        parts = (row["value"], row.get("unit", ""), row["kind"])
    elif "kind" in row and "new" in row:
        parts = (row.get("old", ""), "→", row["new"])
    elif "title" in row or "number" in row:
        articles = f"第{row['article']}条" if "article" in row else ""
        parts = (row.get("title", ""), row.get("number", ""), articles)
    else:
        parts = (row.get("unit") or row.get("as_written", ""), "", "")
    return " ".join(part for part in parts if part)
