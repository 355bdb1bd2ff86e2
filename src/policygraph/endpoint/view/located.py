"""Findings -> rows for people: the document, the line, the words that stand there, a link."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cells
from policygraph.endpoint.view.found import at_characters
from policygraph.endpoint.view.issues import Issue
from policygraph.endpoint.view.links import page_of
from policygraph.export.characters import legible
from policygraph.query.answer import Answer
from policygraph.query.question import Column
from policygraph.rdf import vocabulary as v
from policygraph.rdf.vocabulary import XSD
from policygraph.validate.positions import Positions

_COLUMNS = (
    Column("severity", "级别", "severity"),
    Column("code", "代码", "code"),
    Column("message", "含义与处理", "what it means, what to do"),
    Column("detail", "所指", "which one"),
    Column("title", "文件", "document"),
    Column("number", "文号", "number"),
    Column("file", "文件名", "file"),
    Column("line", "行", "line"),
    Column("column", "列", "column"),
    Column("quote", "原文", "words"),
    Column("start", "起始字符", "first character"),
    Column("end", "结束字符（不含）", "end (exclusive)"),
    Column("rule", "规则", "rule"),
    Column("sha256", "来源摘要", "SHA-256 of the source"),
    Column("policy", "文件标识", "IRI of the document"),
)


@dataclass(frozen=True, slots=True)
class LocatedIssue:
    """A finding and its place.

    Attributes:
        issue: the finding.
        title: of its document; empty where the file could not be read or bears none.
        number: 文号 of its document; empty where it has none.
        line: where it begins, from 1; None where it concerns the whole file, or the dataset does
            not hold the text.
        column: the same.
        quote: the words there, on one line and cut; empty as for ``line``.
        href: path of the page about the document; None where there is none.
        at: parameters that mark the characters on that page; empty where it has no place.
    """

    issue: Issue
    title: str
    number: str
    line: int | None
    column: int | None
    quote: str
    href: str | None
    at: dict[str, str]


def located(issues: Iterable[Issue], cells: Cells) -> tuple[LocatedIssue, ...]:
    """Place findings; those of one source are best given together."""
    positions = Positions(cells.reader.dataset.text)
    return tuple(_located(issue, cells, positions) for issue in issues)


def _located(issue: Issue, cells: Cells, positions: Positions) -> LocatedIssue:
    reader = cells.reader
    policy = ox.NamedNode(issue.policy) if issue.policy else None
    first = issue.spans[0] if issue.spans else None
    place = positions.line_and_column(issue.sha256, first.start) if first else None
    return LocatedIssue(
        issue=issue,
        title=(reader.text(policy, v.TITLE) or "") if policy else "",
        number=(reader.text(policy, v.ID_LOCAL) or "") if policy else "",
        line=place[0] if place else None,
        column=place[1] if place else None,
        quote=legible(positions.quote(issue.sha256, issue.spans)) if first else "",
        href=page_of(issue.policy, reader.base) if policy else None,
        at=at_characters(issue.sha256, *first) if first else {},
    )


def as_answer(rows: Iterable[LocatedIssue], language: str) -> Answer:
    """Give the rows as the answer to a question, for CSV and JSON."""
    return Answer(_COLUMNS, tuple(tuple(_terms(row, language)) for row in rows))


def _terms(row: LocatedIssue, language: str) -> Iterator[ox.Literal | None]:
    issue = row.issue
    start, end = issue.spans[0] if issue.spans else (None, None)
    for text in (issue.severity.value, issue.code, issue.said.in_language(language), issue.detail):
        yield _text(text)
    for text in (row.title, row.number, issue.file):
        yield _text(text)
    yield _number(row.line)
    yield _number(row.column)
    yield _text(row.quote)
    yield _number(start)
    yield _number(end)
    for text in (issue.rule, issue.sha256, issue.policy):
        yield _text(text)


def _text(value: str) -> ox.Literal | None:
    return ox.Literal(value.encode("utf-8", "replace").decode()) if value else None


def _number(value: int | None) -> ox.Literal | None:
    integer = ox.NamedNode(XSD + "integer")
    return None if value is None else ox.Literal(str(value), datatype=integer)
