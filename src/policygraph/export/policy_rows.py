"""The rows of policies and their clauses; see ``rows``."""

from dataclasses import dataclass
from typing import Annotated

from policygraph.export import readings as r
from policygraph.export.anchors import file_of
from policygraph.export.lookup import Concept
from policygraph.export.node import Node
from policygraph.export.rows import Column, Row
from policygraph.export.shared_columns import OfPolicy
from policygraph.rdf import vocabulary as v


def files(node: Node) -> tuple[str, ...]:
    """Give the names of the files that print a policy."""
    return tuple(sorted(file_of(node.lookup, source) for source in node.said.all(v.PRINTED_IN)))


@dataclass(frozen=True, slots=True)
class PolicyRow(Row):
    """A policy document; the place is that of its title."""

    title: Annotated[str | None, Column("标题", r.text(v.TITLE))]
    number: Annotated[str | None, Column("文号", r.text(v.ID_LOCAL))]
    kind: Annotated[Concept | None, Column("文种", r.coded(v.TYPE_DOCUMENT, v.WORK_TYPE))]
    status: Annotated[Concept | None, Column("状态", r.coded(v.STATUS))]
    place_code: Annotated[str | None, Column("地区代码", r.place_code(v.JURISDICTION))]
    place: Annotated[str | None, Column("地区", r.named(v.JURISDICTION))]
    issuers: Annotated[
        tuple[str, ...], Column("发文机关", r.listed("issuers", v.ISSUER_AS_WRITTEN))
    ]
    issued: Annotated[str | None, Column("成文日期", r.text(v.DATE_DOCUMENT), day=True)]
    published: Annotated[str | None, Column("发布日期", r.text(v.DATE_PUBLICATION), day=True)]
    effective: Annotated[str | None, Column("施行日期", r.text(v.DATE_IN_FORCE), day=True)]
    expires: Annotated[str | None, Column("有效期至", r.text(v.DATE_NO_LONGER), day=True)]
    disclosure: Annotated[str | None, Column("公开属性", r.text(v.DISCLOSURE))]
    addressed_to: Annotated[
        tuple[str, ...], Column("主送", r.listed("addressed_to", v.ADDRESSED_TO))
    ]
    copied_to: Annotated[tuple[str, ...], Column("抄送", r.listed("copied_to", v.COPIED_TO))]
    files: Annotated[tuple[str, ...], Column("来源文件", files)]
    start: Annotated[int | None, Column("起始字符", r.of_title(r.start))]
    end: Annotated[int | None, Column("结束字符", r.of_title(r.end))]
    rule: Annotated[str | None, Column("抽取规则", r.of_title(r.text(v.RULE)))]
    policy_iri: Annotated[str, Column("文件标识", r.itself)]


@dataclass(frozen=True, slots=True)
class ClauseRow(Row):
    """A numbered unit of a policy; ``own_end`` is where its first sub-clause begins."""

    policy: OfPolicy
    path: Annotated[Concept | None, Column("条款路径", r.place_in_text(v.PATH))]
    kind: Annotated[Concept | None, Column("条款类型", r.coded(v.TYPE_SUBDIVISION))]
    label: Annotated[str | None, Column("条款编号", r.text(v.LABEL))]
    heading: Annotated[str | None, Column("条款标题", r.text(v.TITLE))]
    file: Annotated[str | None, Column("来源文件", r.file)]
    start: Annotated[int | None, Column("起始字符", r.start)]
    own_end: Annotated[int | None, Column("自身结束字符", r.end)]
    end: Annotated[int | None, Column("结束字符", r.whole_end)]
    rule: Annotated[str | None, Column("抽取规则", r.text(v.RULE))]
    clause_iri: Annotated[str, Column("条款标识", r.itself)]
    parent_iri: Annotated[str | None, Column("上级标识", r.text(v.IS_PART_OF))]
    policy_iri: Annotated[str, Column("文件标识", r.of_policy(r.itself))]
