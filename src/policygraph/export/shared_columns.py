"""Columns that many tables have in common; see ``rows``."""

from dataclasses import dataclass
from typing import Annotated

from policygraph.export import readings as r
from policygraph.export.lookup import Concept
from policygraph.export.rows import Column, Row
from policygraph.rdf import vocabulary as v


@dataclass(frozen=True, slots=True)
class OfPolicy(Row):
    """What comes first in the row of what a policy says."""

    policy_title: Annotated[str | None, Column("文件标题", r.of_policy(r.text(v.TITLE)))]
    policy_number: Annotated[str | None, Column("文号", r.of_policy(r.text(v.ID_LOCAL)))]
    issued: Annotated[
        str | None, Column("成文日期", r.of_policy(r.text(v.DATE_DOCUMENT)), day=True)
    ]


@dataclass(frozen=True, slots=True)
class Placed(Row):
    """What comes first in the row of a fact of a clause: the policy and the clause."""

    policy: OfPolicy
    path: Annotated[Concept | None, Column("条款路径", r.of_clause(r.place_in_text(v.PATH)))]
    label: Annotated[str | None, Column("条款编号", r.of_clause(r.text(v.LABEL)))]
    heading: Annotated[str | None, Column("条款标题", r.of_clause(r.text(v.TITLE)))]


@dataclass(frozen=True, slots=True)
class Written(Row):
    """The printed words; running text of which only a digest is kept has that."""

    as_written: Annotated[str | None, Column("原文", r.text(v.AS_WRITTEN))]
    as_written_sha256: Annotated[
        str | None, Column("原文摘要（SHA-256）", r.text(v.AS_WRITTEN_DIGEST))
    ]


@dataclass(frozen=True, slots=True)
class Read(Row):
    """Where a fact was read, and by which rule."""

    file: Annotated[str | None, Column("来源文件", r.file)]
    start: Annotated[int | None, Column("起始字符", r.start)]
    end: Annotated[int | None, Column("结束字符", r.end)]
    rule: Annotated[str | None, Column("抽取规则", r.text(v.RULE))]


@dataclass(frozen=True, slots=True)
class Within(Row):
    """What comes last in the row of a fact of a clause."""

    clause_iri: Annotated[str, Column("条款标识", r.of_clause(r.itself))]
    policy_iri: Annotated[str, Column("文件标识", r.of_policy(r.itself))]
