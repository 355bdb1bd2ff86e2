"""A record of an invented document in which every field of every kind of row is filled."""

from policygraph.model.facts import (
    AgencyChange,
    Amendment,
    Basis,
    BodyDuty,
    ChangeKind,
    Citation,
    Deadline,
    DeadlineKind,
    Document,
    FieldEvidence,
    Operation,
    Post,
    Quantity,
    QuantityKind,
    Relation,
    Responsibility,
    Role,
    Status,
    Target,
)
from policygraph.model.finding import Finding
from policygraph.model.new_places import Beside, NewPlace, Side
from policygraph.model.record import Record, digest
from policygraph.model.source import Span
from policygraph.model.structure import Clause

LONG = "在澄湖市注册满三年且上一年度纳税额不低于五十万元的夜间经营企业"
TITLE = "澄湖市人民政府关于促进夜间经济的若干措施"
DOCUMENT = Document(
    title="关于修改《若干措施》的意见（征求意见稿）",
    number="澄政规〔2024〕7号",
    issuers=("澄湖市商务局", "澄湖市财政局", "澄湖市商务局"),
    kind="修改意见",
    jurisdiction="990100",
    issued="2024-03-01",
    published="2024-03-05",
    effective="2024-04-01",
    expires="2027-03-31",
    status=Status.DRAFT,
    disclosure="此件公开发布",
    addressed_to=("各县（市、区）人民政府", "市直各部门", '\\"各部门"\n'),
    copied_to=("市委各部门", "市人大办公室"),
    evidence=(
        FieldEvidence("title", (Span(0, 12), Span(13, 20)), "title.main"),
        FieldEvidence("issued", (Span(30, 40), Span(20, 30)), "date.line"),
    ),
)
RECORD = Record(
    source="甲 乙.txt",
    sha256="0f" * 32,
    text_sha256="f" * 64,
    characters=900,
    document=DOCUMENT,
    clauses=(
        Clause("10", "十、", "期限", 90, 95, 120, "cn-comma", "label.cn-comma"),
        Clause("2", "二、", "修改的内容", 60, 70, 90, "cn-comma", "label.cn-comma"),
        Clause("2/1~2", "（一）", "删去", 70, 90, 90, "cn-paren", "label.cn-paren"),
        Clause("annex1", "附件", "分工表", 120, 120, 130, "annex", "label.annex"),
        Clause("annex1/3-1", "3.1", "分工", 120, 130, 130, "decimal", "label.decimal"),
    ),
    responsibilities=(
        Responsibility("2/1~2", 2, "财政局", "市财政局", "澄湖市财政局", Role.SUPPORT, False, False,
                       (Span(71, 74),), "mark.bracket"),
        Responsibility("2/1~2", 2, "财政局", "市财政局", "澄湖市财政局", Role.SUPPORT, False, False,
                       (Span(75, 78),), "mark.bracket"),
        Responsibility("10", 1, "各县区政府", "各县区政府", "各县区人民政府", Role.LEAD, True, True,
                       (Span(80, 84), Span(85, 86)), "mark.document-wide"),
    ),
    citations=(
        Citation("preamble", "公平竞争审查条例", "国令〔2024〕783号", 10, 1, 2, Relation.BASED_ON,
                 "《公平竞争审查条例》第十条", (Span(40, 55),), "citation.title"),
        Citation("10", "夜市办法", "澄政发〔2020〕1号", 3, 2, 1, Relation.EVIDENCE,
                 digest(LONG), (Span(91, 94),), "citation.number"),
    ),
    amendments=(
        Amendment("2/1~2", Target(TITLE, "澄政规〔2023〕5号", "2/2/1", "二（二）1."),
                  Operation.REPLACE_TEXT, LONG, "经营者",
                  (Basis("公平竞争审查条例", 10, 2), Basis("公平竞争审查条例", 8, 3),
                   Basis("公平竞争审查条例", 10, 2)), (Span(72, 80),), "amendment.replace_text",
                  Span(73, 75), Span(76, 79),
                  Beside(Side.BEFORE, "经营", Span(76, 78), "2/2", "二（二）"),
                  NewPlace("2/3/1", "二（三）1.", 8, 10), "责任单位"),
        Amendment("2/1~2", Target(TITLE, "澄政规〔2023〕5号", "2/2/1", "二（二）1."),
                  Operation.REPLACE_TEXT, digest(LONG), digest(LONG[1:]),
                  (Basis("公平竞争审查条例", 9, 1),), (Span(80, 88),), "amendment.replace_text",
                  Span(81, 83), Span(84, 87),
                  Beside(Side.AFTER, digest(LONG), Span(84, 86), "第二章", "第二章"),
                  NewPlace("第三章", "第三章", 9, 11), "牵头单位"),
        Amendment("10", Target("澄湖市早市管理办法", "澄政发〔2019〕2号", "3", "第三条"), Operation.KEEP, "早市", "晚市",
                  (Basis("招标投标法", 6, 1),), (Span(90, 92),), "amendment.keep",
                  Span(90, 91), Span(91, 92), Beside(Side.END, "早", Span(90, 91), "3", "第三条"),
                  NewPlace("4", "第四条", 1, 2), "配合单位"),
    ),
    agency_changes=(
        AgencyChange("2", "市大数据局", "市数据局", ChangeKind.FUNCTION_TRANSFER,
                     ("银企对接", "融资担保", "银企对接"), "机构改革", (Span(61, 69),),
                     "agency-change.function_transfer"),
        AgencyChange("10", "市商务局", "市发展改革委", ChangeKind.SUBSTITUTE, ("促销",), "修改",
                     (Span(93, 94),), "agency-change.substitute"),
    ),
    quantities=(
        Quantity("2", QuantityKind.REWARD, 20, "万元/户", "给予每户20万元", 2025, "夜市", "经营满一年",
                 (Span(91, 95),), "quantity.reward"),
        Quantity("10", QuantityKind.RATE, 7.5, "%", digest(LONG), 2026, "营业额", "连续两年",
                 (Span(95, 99), Span(100, 101)), "quantity.rate"),
        Quantity("10", QuantityKind.RATE, 20.0, "%", LONG, 2026, LONG, LONG,
                 (Span(95, 99), Span(95, 99)), "quantity.rate"),
    ),
    deadlines=(
        Deadline("10", 2, DeadlineKind.BY, "2025-12-31", "P1Y", "每年12月底前", "市商务局",
                 (Span(96, 99),), "deadline.date"),
        Deadline("10", 2, DeadlineKind.BY, "2025-12-31", "P1Y", digest(LONG), "各县区",
                 (Span(99, 101),), "deadline.date"),
        Deadline("2", 1, DeadlineKind.RECURRING, "2026-01-31", "P3M", "按季度", "市统计局",
                 (Span(62, 65),), "deadline.regularly"),
    ),
    posts=(
        Post("夜间经济工作专班", "组长", "市政府", "副市长", 1, (Span(121, 124),), "post.list"),
        Post("早市工作专班", "成员", "市商务局", "局长", 2, (Span(124, 127),), "post.statement"),
    ),
    body_duties=(
        BodyDuty("10", "市商务局", True, Role.LEAD, "由市商务局牵头", (Span(102, 106),), "duty.by"),
        BodyDuty("2", "市统计局", False, Role.DATA_SOURCE, digest(LONG), (Span(66, 69),), "duty.data"),
    ),
    findings=(
        Finding("agency.unknown", Span(80, 84), "agency.standard-department", "各县区政府"),
        Finding("agency.unknown", Span(80, 84), "agency.standard-department", "甲/乙~2"),
        Finding("document.no-date", Span(0, 9), "issued.date-line", "issued"),
    ),
    media_type="application/pdf",
    preamble_end=60,
    facts_only=True,
)  # fmt: skip
