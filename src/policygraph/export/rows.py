"""The rows of the tables: one frozen record for each kind of fact.

A field's name is the stable name of its column for programs; the annotation beside its type is
the header for people. Names, numbers and printed words come first, identifiers (IRIs) last.
"""

from dataclasses import dataclass
from typing import Annotated, get_type_hints

from policygraph.export.lookup import Concept

DAY = "day"  # beside a header: the column holds ISO 8601 days


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a fact was read: a file, and the characters from the first to the last.

    Offsets count Unicode code points of the decoded text; ``end`` is exclusive. A fact that
    crosses a page break has several spans in the graph; here they are one, from the start of
    the first to the end of the last. A fact that several files print has the anchor of the
    file whose name sorts first.
    """

    file: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class PolicyRow(Row):
    """A policy document; the anchor is that of its title."""

    title: Annotated[str | None, "标题"]
    number: Annotated[str | None, "文号"]
    kind: Annotated[Concept | None, "文种"]
    status: Annotated[Concept | None, "状态"]
    place_code: Annotated[str | None, "地区代码"]
    place: Annotated[str | None, "地区"]
    issuers: Annotated[tuple[str, ...], "发文机关"]
    issued: Annotated[str | None, "成文日期", DAY]
    published: Annotated[str | None, "发布日期", DAY]
    effective: Annotated[str | None, "施行日期", DAY]
    expires: Annotated[str | None, "有效期至", DAY]
    disclosure: Annotated[str | None, "公开属性"]
    addressed_to: Annotated[tuple[str, ...], "主送"]
    copied_to: Annotated[tuple[str, ...], "抄送"]
    files: Annotated[tuple[str, ...], "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class ClauseRow(Row):
    """A numbered unit of a policy; ``own_end`` is where its first sub-clause begins."""

    policy_title: Annotated[str | None, "文件标题"]
    policy_number: Annotated[str | None, "文号"]
    issued: Annotated[str | None, "成文日期", DAY]
    path: Annotated[str | None, "条目路径"]
    kind: Annotated[Concept | None, "条目类型"]
    label: Annotated[str | None, "条目编号"]
    heading: Annotated[str | None, "条目标题"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    own_end: Annotated[int | None, "自身结束字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    clause_iri: Annotated[str, "条目标识"]
    parent_iri: Annotated[str | None, "上级标识"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class ResponsibilityRow(Row):
    """Who must do what: one unit in one role for one segment of one clause."""

    policy_title: Annotated[str | None, "文件标题"]
    policy_number: Annotated[str | None, "文号"]
    issued: Annotated[str | None, "成文日期", DAY]
    path: Annotated[str | None, "条目路径"]
    label: Annotated[str | None, "条目编号"]
    heading: Annotated[str | None, "条目标题"]
    segment: Annotated[int | None, "段次"]
    role: Annotated[Concept | None, "责任角色"]
    agency: Annotated[str | None, "责任单位全称"]
    resolved: Annotated[str | None, "责任单位（还原层级）"]
    as_written: Annotated[str | None, "责任单位（原文）"]
    group: Annotated[bool, "集合单位"]
    inherited: Annotated[bool, "由全文规定推及"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    responsibility_iri: Annotated[str, "责任标识"]
    agency_iri: Annotated[str | None, "单位标识"]
    clause_iri: Annotated[str, "条目标识"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class CitationRow(Row):
    """A clause cites a document, or an article, paragraph or item of it.

    Running text that the dataset keeps as a digest only stands in ``as_written_sha256``.
    """

    policy_title: Annotated[str | None, "文件标题"]
    policy_number: Annotated[str | None, "文号"]
    issued: Annotated[str | None, "成文日期", DAY]
    path: Annotated[str | None, "条目路径"]
    label: Annotated[str | None, "条目编号"]
    heading: Annotated[str | None, "条目标题"]
    relation: Annotated[Concept | None, "引用关系"]
    title: Annotated[str | None, "被引标题（原文）"]
    number: Annotated[str | None, "被引文号（原文）"]
    article: Annotated[int | None, "条"]
    paragraph: Annotated[int | None, "款"]
    item: Annotated[int | None, "项"]
    cited: Annotated[str | None, "被引文件"]
    in_dataset: Annotated[bool, "已收录"]
    as_written: Annotated[str | None, "原文"]
    as_written_sha256: Annotated[str | None, "原文摘要（SHA-256）"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    citation_iri: Annotated[str, "引用标识"]
    cited_iri: Annotated[str | None, "被引文件标识"]
    clause_iri: Annotated[str, "条目标识"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class AgencyRow(Row):
    """An agency, or a group of agencies, that occurs in the dataset."""

    name: Annotated[str | None, "单位名称"]
    other_names: Annotated[tuple[str, ...], "其他写法"]
    group: Annotated[bool, "集合单位"]
    provisional: Annotated[bool, "全称未知"]
    place_code: Annotated[str | None, "地区代码"]
    place: Annotated[str | None, "地区"]
    responsibilities: Annotated[int, "责任条数"]
    agency_iri: Annotated[str, "单位标识"]


def columns(row: type[Row]) -> tuple[tuple[str, str], ...]:
    """Give the name for programs and the Chinese header of each column, in their order."""
    hints = get_type_hints(row, include_extras=True)
    return tuple((name, hint.__metadata__[0]) for name, hint in hints.items())


def days(row: type[Row]) -> frozenset[str]:
    """Give the names of the columns that hold days."""
    hints = get_type_hints(row, include_extras=True)
    return frozenset(name for name, hint in hints.items() if DAY in hint.__metadata__)
