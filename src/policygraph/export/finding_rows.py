"""The rows of what was found in the files of a policy; see ``rows``."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from policygraph.export import readings as r
from policygraph.export.anchors import file_of
from policygraph.export.lookup import Concept
from policygraph.export.node import Node
from policygraph.export.rows import Column, Row, read_row
from policygraph.export.shared_columns import Placed
from policygraph.model.codes import CODES
from policygraph.rdf import vocabulary as v


def severity(node: Node) -> Concept | None:
    """Tell how bad a finding is; None where its code is not known."""
    code = CODES.get(node.said.one(v.FINDING_CODE) or "")
    return Concept(code.severity, code.severity.in_language("zh")) if code else None


def message(node: Node) -> Concept | None:
    """Tell what a finding means and what to do; None where its code is not known."""
    code = CODES.get(node.said.one(v.FINDING_CODE) or "")
    return Concept(code.en, code.zh) if code else None


def file(node: Node) -> str | None:
    """Give the name of the file, which a finding without a place has too."""
    source = node.said.one(v.FOUND_IN)
    return file_of(node.lookup, source) if source else None


@dataclass(frozen=True, slots=True)
class FindingRow(Row):
    """What was seen in a file and could not be read or resolved; a person should look at it."""

    placed: Placed
    severity: Annotated[Concept | None, Column("级别", severity)]
    message: Annotated[Concept | None, Column("说明", message)]
    detail: Annotated[str | None, Column("所指", r.text(v.DETAIL))]
    code: Annotated[str | None, Column("代码", r.text(v.FINDING_CODE))]
    file: Annotated[str | None, Column("来源文件", file)]
    start: Annotated[int | None, Column("起始字符", r.start)]
    end: Annotated[int | None, Column("结束字符", r.end)]
    rule: Annotated[str | None, Column("抽取规则", r.text(v.RULE))]
    finding_iri: Annotated[str, Column("待核对标识", r.itself)]
    clause_iri: Annotated[str | None, Column("条款标识", r.of_clause(r.itself))]
    policy_iri: Annotated[str, Column("文件标识", r.of_policy(r.itself))]


def findings(policy: Node, clauses: Sequence[Node]) -> tuple[FindingRow, ...]:
    """Read what was found in the files that print a policy, in the order of the text."""
    lookup = policy.lookup
    found = (
        Node(lookup, node, policy)
        for source in policy.said.all(v.PRINTED_IN)
        for node in lookup.subjects(v.FOUND_IN, source)
    )
    rows = (
        read_row(FindingRow, Node(lookup, each.iri, policy, _clause_at(clauses, each)))
        for each in found
    )
    return tuple(sorted(rows, key=lambda row: (row.file or "", row.start or 0, row.finding_iri)))


def _clause_at(clauses: Sequence[Node], found: Node) -> Node | None:
    """Give the innermost clause at the place of a finding; clauses come outer before inner."""
    file, start = found.anchor.file, found.anchor.start
    if start is None:
        return None
    around = [
        clause
        for clause in clauses
        if clause.anchor.file == file and (clause.anchor.start or 0) <= start < (clause.end or 0)
    ]
    return around[-1] if around else None
