"""The rows of the facts beside responsibilities and citations; see ``rows``."""

from dataclasses import dataclass
from typing import Annotated

from policygraph.export.lookup import Concept
from policygraph.export.rows import DAY, Row


@dataclass(frozen=True, slots=True)
class Placed(Row):
    """What comes first in the row of a fact of a clause: the policy and the clause."""

    policy_title: Annotated[str | None, "文件标题"]
    policy_number: Annotated[str | None, "文号"]
    issued: Annotated[str | None, "成文日期", DAY]
    path: Annotated[str | None, "条目路径"]
    label: Annotated[str | None, "条目编号"]
    heading: Annotated[str | None, "条目标题"]


@dataclass(frozen=True, slots=True)
class BodyDutyRow(Placed):
    """A duty that running text lays on a unit."""

    role: Annotated[Concept | None, "责任角色"]
    unit: Annotated[str | None, "责任单位（原文）"]
    agency: Annotated[str | None, "责任单位全称"]
    group: Annotated[bool, "集合单位"]
    as_written: Annotated[str | None, "原文"]
    as_written_sha256: Annotated[str | None, "原文摘要（SHA-256）"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    body_duty_iri: Annotated[str, "职责标识"]
    agency_iri: Annotated[str | None, "单位标识"]
    clause_iri: Annotated[str, "条目标识"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class AmendmentRow(Placed):
    """One atomic change to a document; ``based_on`` are its legal bases."""

    operation: Annotated[Concept | None, "操作"]
    target_title: Annotated[str | None, "被改文件（原文）"]
    target_number: Annotated[str | None, "被改文号（原文）"]
    locator_as_written: Annotated[str | None, "修改处（原文）"]
    locator: Annotated[str | None, "修改处"]
    old: Annotated[str | None, "原表述"]
    old_sha256: Annotated[str | None, "原表述摘要（SHA-256）"]
    new: Annotated[str | None, "新表述"]
    new_sha256: Annotated[str | None, "新表述摘要（SHA-256）"]
    based_on: Annotated[tuple[str, ...], "法律依据"]
    target: Annotated[str | None, "被改文件"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    amendment_iri: Annotated[str, "修改标识"]
    target_iri: Annotated[str | None, "被改文件标识"]
    clause_iri: Annotated[str, "条目标识"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class AgencyChangeRow(Placed):
    """What a text says became of an agency."""

    kind: Annotated[Concept | None, "变动类型"]
    old: Annotated[str | None, "原名称（原文）"]
    new: Annotated[str | None, "新名称（原文）"]
    old_agency: Annotated[str | None, "原机构全称"]
    new_agency: Annotated[str | None, "新机构全称"]
    functions: Annotated[tuple[str, ...], "职能"]
    cause: Annotated[str | None, "缘由"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    agency_change_iri: Annotated[str, "变动标识"]
    old_agency_iri: Annotated[str | None, "原机构标识"]
    new_agency_iri: Annotated[str | None, "新机构标识"]
    clause_iri: Annotated[str, "条目标识"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class QuantityRow(Placed):
    """A figure with its unit."""

    kind: Annotated[Concept | None, "数量类型"]
    value: Annotated[int | float | None, "数值"]
    unit: Annotated[str | None, "单位"]
    year: Annotated[int | None, "年份"]
    subject: Annotated[str | None, "对象"]
    condition: Annotated[str | None, "条件"]
    as_written: Annotated[str | None, "原文"]
    as_written_sha256: Annotated[str | None, "原文摘要（SHA-256）"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    quantity_iri: Annotated[str, "数量标识"]
    clause_iri: Annotated[str, "条目标识"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class DeadlineRow(Placed):
    """When something must be done; ``every`` is an ISO 8601 duration."""

    segment: Annotated[int | None, "段次"]
    kind: Annotated[Concept | None, "期限类型"]
    date: Annotated[str | None, "日期", DAY]
    every: Annotated[Concept | None, "周期"]
    unit: Annotated[str | None, "单位（原文）"]
    agency: Annotated[str | None, "单位全称"]
    as_written: Annotated[str | None, "原文"]
    as_written_sha256: Annotated[str | None, "原文摘要（SHA-256）"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    deadline_iri: Annotated[str, "期限标识"]
    agency_iri: Annotated[str | None, "单位标识"]
    clause_iri: Annotated[str, "条目标识"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class PostRow(Row):
    """A seat in a work group, by post, never by name; ``holder`` counts the persons of a group."""

    policy_title: Annotated[str | None, "文件标题"]
    policy_number: Annotated[str | None, "文号"]
    issued: Annotated[str | None, "成文日期", DAY]
    body: Annotated[str | None, "工作机构"]
    role: Annotated[str | None, "组内职务"]
    unit: Annotated[str | None, "单位（原文）"]
    agency: Annotated[str | None, "单位全称"]
    post: Annotated[str | None, "所任职务"]
    holder: Annotated[int | None, "人员序号"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    post_iri: Annotated[str, "职务标识"]
    agency_iri: Annotated[str | None, "单位标识"]
    policy_iri: Annotated[str, "文件标识"]


@dataclass(frozen=True, slots=True)
class FindingRow(Placed):
    """What was seen in a file and could not be read or resolved; a person should look at it."""

    severity: Annotated[Concept | None, "级别"]
    message: Annotated[Concept | None, "说明"]
    detail: Annotated[str | None, "所指"]
    code: Annotated[str | None, "代码"]
    file: Annotated[str | None, "来源文件"]
    start: Annotated[int | None, "起始字符"]
    end: Annotated[int | None, "结束字符"]
    rule: Annotated[str | None, "抽取规则"]
    finding_iri: Annotated[str, "待核对标识"]
    clause_iri: Annotated[str | None, "条目标识"]
    policy_iri: Annotated[str, "文件标识"]
