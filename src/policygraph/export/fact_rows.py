"""The rows of the facts: one frozen record for each kind of fact; see ``rows``.

Names, numbers and printed words come first, identifiers (IRIs) last.
"""

from dataclasses import dataclass
from typing import Annotated

from policygraph.export import readings as r
from policygraph.export.lookup import Concept
from policygraph.export.names import unit_name
from policygraph.export.node import Node
from policygraph.export.rows import Column, Row
from policygraph.export.shared_columns import OfPolicy, Placed, Read, Within, Written
from policygraph.expression import expression
from policygraph.rdf import vocabulary as v

_DURATION = expression(r"P(\d{1,4})([YMWD])")
_PARTS = {"Y": ("年", "年"), "M": ("月", "个月"), "W": ("周", "周"), "D": ("日", "日")}


def in_dataset(node: Node) -> bool:
    """Tell whether the dataset has the text of what is cited."""
    cited = node.said.one(v.CITED)
    return bool(cited and node.lookup.shared(cited).all(v.PRINTED_IN))


def bases(node: Node) -> tuple[str, ...]:
    """Give the legal bases of a change in their order."""
    found = (Node(node.lookup, basis) for basis in node.said.all(v.HAS_BASIS))
    said = (each.said for each in sorted(found, key=lambda each: each.position))
    return tuple(f"《{each.one(v.CITED_TITLE) or ''}》{unit_name(each)}" for each in said)


def every(node: Node) -> Concept | None:
    """Put an ISO 8601 duration of one part in words: P1Y is 每年, P3M 每3个月."""
    duration = node.said.one(v.EVERY)
    if duration is None:
        return None
    match = _DURATION.fullmatch(duration)
    if match is None:
        return Concept(duration, duration)
    count, part = match.groups()
    one, several = _PARTS[part]
    return Concept(duration, f"每{one}" if count == "1" else f"每{count}{several}")


@dataclass(frozen=True, slots=True)
class ResponsibilityRow(Row):
    """Who must do what: one unit in one role for one segment of one clause."""

    placed: Placed
    segment: Annotated[int | None, Column("段次", r.number(v.SEGMENT))]
    role: Annotated[Concept | None, Column("责任角色", r.coded(v.ROLE))]
    agency: Annotated[str | None, Column("责任单位全称", r.named(v.AGENT))]
    resolved: Annotated[str | None, Column("责任单位（还原层级）", r.text(v.RESOLVED_NAME))]
    as_written: Annotated[str | None, Column("责任单位（原文）", r.text(v.AS_WRITTEN))]
    group: Annotated[bool, Column("集合单位", r.flag(v.GROUP))]
    inherited: Annotated[bool, Column("由全文规定推及", r.flag(v.INHERITED))]
    read: Read
    responsibility_iri: Annotated[str, Column("责任标识", r.itself)]
    agency_iri: Annotated[str | None, Column("单位标识", r.text(v.AGENT))]
    within: Within


@dataclass(frozen=True, slots=True)
class BodyDutyRow(Row):
    """A duty that running text lays on a unit."""

    placed: Placed
    role: Annotated[Concept | None, Column("责任角色", r.coded(v.ROLE))]
    unit: Annotated[str | None, Column("责任单位（原文）", r.text(v.UNIT_NAME))]
    agency: Annotated[str | None, Column("责任单位全称", r.named(v.AGENCY_OF))]
    group: Annotated[bool, Column("集合单位", r.flag(v.GROUP))]
    written: Written
    read: Read
    body_duty_iri: Annotated[str, Column("职责标识", r.itself)]
    agency_iri: Annotated[str | None, Column("单位标识", r.text(v.AGENCY_OF))]
    within: Within


@dataclass(frozen=True, slots=True)
class CitationRow(Row):
    """A clause cites a document, or an article, paragraph or item of it."""

    placed: Placed
    relation: Annotated[Concept | None, Column("引用关系", r.coded(v.RELATION))]
    title: Annotated[str | None, Column("被引标题（原文）", r.text(v.CITED_TITLE))]
    number: Annotated[str | None, Column("被引文号（原文）", r.text(v.CITED_NUMBER))]
    article: Annotated[int | None, Column("条", r.number(v.ARTICLE_NUMBER))]
    paragraph: Annotated[int | None, Column("款", r.number(v.PARAGRAPH_NUMBER))]
    item: Annotated[int | None, Column("项", r.number(v.ITEM_NUMBER))]
    cited: Annotated[str | None, Column("被引文件", r.work(v.CITED))]
    in_dataset: Annotated[bool, Column("已收录", in_dataset)]
    written: Written
    read: Read
    citation_iri: Annotated[str, Column("引用标识", r.itself)]
    cited_iri: Annotated[str | None, Column("被引文件标识", r.text(v.CITED))]
    within: Within


@dataclass(frozen=True, slots=True)
class AmendmentRow(Row):
    """One atomic change to a document; ``based_on`` are its legal bases."""

    placed: Placed
    operation: Annotated[Concept | None, Column("操作", r.coded(v.OPERATION))]
    target_title: Annotated[str | None, Column("被改文件（原文）", r.text(v.TARGET_TITLE))]
    target_number: Annotated[str | None, Column("被改文号（原文）", r.text(v.TARGET_NUMBER))]
    locator_as_written: Annotated[
        str | None, Column("修改处（原文）", r.text(v.LOCATOR_AS_WRITTEN))
    ]
    locator: Annotated[Concept | None, Column("修改处", r.place_in_text(v.LOCATOR))]
    old: Annotated[str | None, Column("原表述", r.text(v.OLD_TEXT))]
    old_sha256: Annotated[str | None, Column("原表述摘要（SHA-256）", r.text(v.OLD_TEXT_DIGEST))]
    new: Annotated[str | None, Column("新表述", r.text(v.NEW_TEXT))]
    new_sha256: Annotated[str | None, Column("新表述摘要（SHA-256）", r.text(v.NEW_TEXT_DIGEST))]
    side: Annotated[Concept | None, Column("方位", r.coded(v.SIDE))]
    beside: Annotated[str | None, Column("相邻文字", r.text(v.BESIDE_TEXT))]
    beside_sha256: Annotated[
        str | None, Column("相邻文字摘要（SHA-256）", r.text(v.BESIDE_TEXT_DIGEST))
    ]
    beside_locator_as_written: Annotated[
        str | None, Column("相邻位置（原文）", r.text(v.BESIDE_LOCATOR_AS_WRITTEN))
    ]
    beside_locator: Annotated[Concept | None, Column("相邻位置", r.place_in_text(v.BESIDE_LOCATOR))]
    new_locator_as_written: Annotated[
        str | None, Column("新位置（原文）", r.text(v.NEW_LOCATOR_AS_WRITTEN))
    ]
    new_locator: Annotated[Concept | None, Column("新位置", r.place_in_text(v.NEW_LOCATOR))]
    mark: Annotated[str | None, Column("责任标注", r.text(v.MARK_LABEL))]
    based_on: Annotated[tuple[str, ...], Column("法律依据", bases)]
    target: Annotated[str | None, Column("被改文件", r.work(v.TARGET))]
    read: Read
    amendment_iri: Annotated[str, Column("修改标识", r.itself)]
    target_iri: Annotated[str | None, Column("被改文件标识", r.text(v.TARGET))]
    within: Within


@dataclass(frozen=True, slots=True)
class AgencyChangeRow(Row):
    """What a text says became of an agency."""

    placed: Placed
    kind: Annotated[Concept | None, Column("变动类型", r.coded(v.KIND))]
    old: Annotated[str | None, Column("原名称（原文）", r.text(v.OLD_NAME))]
    new: Annotated[str | None, Column("新名称（原文）", r.text(v.NEW_NAME))]
    old_agency: Annotated[str | None, Column("原机构全称", r.named(v.OLD_AGENCY))]
    new_agency: Annotated[str | None, Column("新机构全称", r.named(v.NEW_AGENCY))]
    functions: Annotated[tuple[str, ...], Column("职能", r.listed("functions", v.FUNCTION))]
    cause: Annotated[str | None, Column("缘由", r.text(v.CAUSE))]
    read: Read
    agency_change_iri: Annotated[str, Column("变动标识", r.itself)]
    old_agency_iri: Annotated[str | None, Column("原机构标识", r.text(v.OLD_AGENCY))]
    new_agency_iri: Annotated[str | None, Column("新机构标识", r.text(v.NEW_AGENCY))]
    within: Within


@dataclass(frozen=True, slots=True)
class QuantityRow(Row):
    """A figure with its unit."""

    placed: Placed
    kind: Annotated[Concept | None, Column("数量类型", r.coded(v.KIND))]
    value: Annotated[int | float | None, Column("数值", r.figure(v.VALUE))]
    unit: Annotated[str | None, Column("单位", r.text(v.UNIT))]
    year: Annotated[int | None, Column("年份", r.number(v.YEAR))]
    subject: Annotated[str | None, Column("对象", r.text(v.SUBJECT))]
    condition: Annotated[str | None, Column("条件", r.text(v.CONDITION))]
    written: Written
    read: Read
    quantity_iri: Annotated[str, Column("数量标识", r.itself)]
    within: Within


@dataclass(frozen=True, slots=True)
class DeadlineRow(Row):
    """When something must be done; ``every`` is an ISO 8601 duration."""

    placed: Placed
    segment: Annotated[int | None, Column("段次", r.number(v.SEGMENT))]
    kind: Annotated[Concept | None, Column("期限类型", r.coded(v.KIND))]
    date: Annotated[str | None, Column("日期", r.text(v.DATE), day=True)]
    every: Annotated[Concept | None, Column("周期", every)]
    unit: Annotated[str | None, Column("单位（原文）", r.text(v.UNIT_NAME))]
    agency: Annotated[str | None, Column("单位全称", r.named(v.AGENCY_OF))]
    written: Written
    read: Read
    deadline_iri: Annotated[str, Column("期限标识", r.itself)]
    agency_iri: Annotated[str | None, Column("单位标识", r.text(v.AGENCY_OF))]
    within: Within


@dataclass(frozen=True, slots=True)
class PostRow(Row):
    """A seat in a work group, by post, never by name; ``holder`` counts the persons of a group."""

    policy: OfPolicy
    body: Annotated[str | None, Column("工作机构", r.text(v.BODY_NAME))]
    role: Annotated[str | None, Column("组内职务", r.text(v.POST_ROLE))]
    unit: Annotated[str | None, Column("单位（原文）", r.text(v.UNIT_NAME))]
    agency: Annotated[str | None, Column("单位全称", r.named(v.AGENCY_OF))]
    post: Annotated[str | None, Column("所任职务", r.text(v.POST_TITLE))]
    holder: Annotated[int | None, Column("人员序号", r.number(v.HOLDER))]
    read: Read
    post_iri: Annotated[str, Column("职务标识", r.itself)]
    agency_iri: Annotated[str | None, Column("单位标识", r.text(v.AGENCY_OF))]
    policy_iri: Annotated[str, Column("文件标识", r.of_policy(r.itself))]
