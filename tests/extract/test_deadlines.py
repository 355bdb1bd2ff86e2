"""Deadlines: by, from, during, recurring; whose segment, which unit; and times that bind nobody."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policygraph.extract.deadlines.extractor import extract_deadlines
from policygraph.extract.reading import Reading
from policygraph.extract.responsibilities.extractor import extract_responsibilities
from policygraph.model.facts import Deadline
from policygraph.model.finding import Finding
from policygraph.registry.registry import load_registry
from policygraph.text.blocks import split_blocks
from policygraph.text.clauses import parse_clauses
from tests.reading import read, source_of

DOCUMENT = "关于某事的通知\n各县区人民政府：\n为做好某事，现通知如下。\n1.甲事。{}\n某市人民政府\n2023年5月20日\n"


def extract(text: str) -> tuple[tuple[Deadline, ...], tuple[Finding, ...]]:
    """Read the deadlines of a text."""
    source = source_of(text)
    layout = split_blocks(source)
    clauses = parse_clauses(source, layout.blocks).clauses
    reading = Reading(source, layout.blocks, clauses, load_registry())
    return extract_deadlines(reading, extract_responsibilities(reading)[0])


# sentence in a document of 20 May 2023, rows of (kind, date, every, as_written)
ROWS = [
    ("1991年以后的船舶，从2002年开始登记。", []),
    ("2024年上半年，市教育局印发方案。", [("by", "2024-06-30", None, "2024年上半年")]),
    ("2024年起基本不再从外地招聘。", [("from", "2024-01-01", None, "2024年起")]),
    ("6月1日至15日，集中报送。", [("during", "2023-06-15", None, "6月1日至15日")]),
    ("2023年9月5日—20日组织检查。", [("during", "2023-09-20", None, "2023年9月5日—20日")]),
    # months that share one 月; what is past binds nobody
    ("2023年6—8月，开展自查。", [("during", "2023-08-31", None, "2023年6—8月")]),
    ("2023年10月――2024年2月，进行审定。", [("during", "2024-02-29", None, "2023年10月――2024年2月")]),
    ("2022年3月8日至7月7日开展了监测。", []),
    ("8月11日至18日，连续发生三起事故。", []),
    ("2025年底前完成改造。", [("by", "2025-12-31", None, "2025年底前")]),
    ("到2025年底，建成平台。", [("by", "2025-12-31", None, "到2025年底")]),
    ("到2027年，全面建成。", [("by", "2027-12-31", None, "到2027年")]),
    ("6月30日前报送方案。", [("by", "2023-06-30", None, "6月30日前")]),
    # days with points; halves of a year; what only tells how the year went is none
    ("2023.12.31前完成改造。", [("by", "2023-12-31", None, "2023.12.31前")]),
    ("2024年上半年完成改造。", [("by", "2024-06-30", None, "2024年上半年")]),
    ("上半年，完成改造。", [("by", "2023-06-30", None, "上半年")]),
    ("年内出台办法。", [("by", "2023-12-31", None, "年内")]),
    ("上半年增长8%。", []),
    ("三年内出台办法，当年内完成。", []),
    ("同一企业的检查每年不超过2次。", []),
    ("每半月报送一次。", [("recurring", None, "P15D", "每半月")]),
    # the later of two days is of the same year
    (
        "于2024年1月16日前报送，1月19日前公示。",
        [("by", "2024-01-16", None, "2024年1月16日前"), ("by", "2024-01-19", None, "1月19日前")],
    ),
    ("于2024 年 2 月底前办结。", [("by", "2024-02-29", None, "2024年2月底前")]),
    ("确保年底前见效。", [("by", "2023-12-31", None, "年底前")]),
    ("到“十四五”末，实现目标。", [("by", "2025-12-31", None, "到“十四五”末")]),
    ("“十四五”时期持续推进。", [("during", "2025-12-31", None, "“十四五”时期")]),
    ("从2022年起，逐年增加。", [("from", "2022-01-01", None, "从2022年起")]),
    ("自2024年3月1日起，调整标准。", [("from", "2024-03-01", None, "自2024年3月1日起")]),
    ("2023年7月1日至12月31日，免收费用。", [("during", "2023-12-31", None, "2023年7月1日至12月31日")]),
    ("申请期限延长至2024年6月30日。", [("during", "2024-06-30", None, "至2024年6月30日")]),
    ("疫情防控期间，暂缓检查。", [("during", None, None, "疫情防控期间")]),
    ("补助期限为30天。", [("during", None, None, "补助期限为30天")]),
    ("在本通知印发之日起30日内制定细则。", [("by", "2023-06-19", None, "本通知印发之日起30日内")]),
    ("于本通知印发之日起30日内制定细则。", [("by", "2023-06-19", None, "本通知印发之日起30日内")]),
    ("应当本通知印发之日起30日内制定细则。", [("by", "2023-06-19", None, "本通知印发之日起30日内")]),
    # so long before something; days of each year, also in words
    ("期限届满三十日前提出申请。", [("by", None, None, "期限届满三十日前")]),
    ("应当在施工三日前报告。", [("by", None, None, "施工三日前")]),
    ("提前十日公告。", [("by", None, None, "提前十日")]),
    ("在六月三十日前报告。", []),
    ("每年第一季度确定项目。", [("recurring", None, "P1Y", "每年第一季度")]),
    ("每年8月1日至8月31日申请。", [("recurring", None, "P1Y", "每年8月1日至8月31日")]),
    ("每年五月十五日至八月三十一日禁渔。", [("recurring", None, "P1Y", "每年五月十五日至八月三十一日")]),
    # how often something happened
    ("六个月内违反规定三次以上的，从重处罚。", []),
    ("自受理之日起5个工作日内答复。", [("by", None, None, "自受理之日起5个工作日内")]),
    ("每季度通报进展。", [("recurring", None, "P3M", "每季度")]),
    ("每年1月底前通报上年情况。", [("recurring", None, "P1Y", "每年1月底前")]),
    ("每月5日前报送数据。", [("recurring", None, "P1M", "每月5日前")]),
    ("每两年评估一次。", [("recurring", None, "P2Y", "每两年")]),
    ("每半年开展检查。", [("recurring", None, "P6M", "每半年")]),
    ("按月调度项目。", [("recurring", None, "P1M", "按月")]),
    ("实行“一日一调度”。", [("recurring", None, "P1D", "一日一调度")]),
    ("落实月通报制度。", [("recurring", None, "P1M", "月通报制度")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:12] for row in ROWS])
def test_times(text: str, expected: list[tuple[str, str | None, str | None, str]]) -> None:
    found, findings = extract(DOCUMENT.format(text))
    assert [(r.kind.value, r.date, r.every, r.as_written) for r in found] == expected
    assert findings == ()


NONE = [
    "审批时间压缩至90个工作日以内。",
    "本通知自2023年6月1日起施行，有效期至2025年12月31日。",
    "对2019年6月30日前注册登记的企业给予补助。",
    "根据2022年工作安排，较2021年增长。",
    "给予每人每天80元补助，每月租金最高50元。",
    "《2021—2023年行动计划（2025年底前）》已经印发。",
    "诉讼时效期间届满，其他期间不计。",
    "第3月份报表，2021年9月28日印发。",
]


@pytest.mark.parametrize("text", NONE, ids=[text[:12] for text in NONE])
def test_what_binds_nobody(text: str) -> None:
    assert extract(DOCUMENT.format(text))[0] == ()


def test_a_day_without_year_in_a_document_without_date_is_a_finding() -> None:
    (row,), (finding,) = extract("1.甲事。6月30日前报送方案。")
    assert (row.kind.value, row.date) == ("by", None)
    assert finding.code == "deadline.no-year"


def test_a_time_belongs_to_the_segment_that_the_next_mark_closes() -> None:
    found, _ = extract(
        "1.甲事。2024年底前建库。（责任单位：市工信局）2025年底前扩面。（责任单位：市财政局）"
    )
    assert [(row.date, row.segment) for row in found] == [("2024-12-31", 1), ("2025-12-31", 2)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        # who must act stands behind a time that begins the sentence
        ("2025年6月底前，市教育局建立平台。", "市教育局"),
        ("2025年6月底前，各省份要出台方案。", "各省份"),
        ("2025年6月底前，平台全面建成。", None),
        ("研究2025年6月底前，市教育局建立的平台。", None),
        ("各县（市、区）人民政府要于2024年6月30日前完成。", "各县（市、区）人民政府"),
        ("各县区人民政府要于2024年3月底前制定方案。", "各县区人民政府"),
        ("市发展改革委每季度通报进展。", "市发展改革委"),
        ("加强调度，每季度通报进展。", None),
        ("各渔区（含岛）、市级渔业主管部门每周通报进展。", "市级渔业主管部门"),
    ],
)
def test_the_unit_that_the_sentence_names(text: str, unit: str | None) -> None:
    (row,) = extract(DOCUMENT.format(text))[0]
    assert row.unit == unit


PIECES = st.sampled_from(
    "1. （一） 2025年 2023年5月20日 年 月 底 前 底前 到 至 自 从 起 以来 期间 每 每年 半年 两 季度 月 日 天 30 31 13 2 0 99 十 个工作日 内 之日起 印发 "
    "“十四五” 末 时期 疫情 防控 期限为 一日一调度 按月 通报 制度 各县区 市财政局 要 ， 。 、 《 》 （ ） | \n".split(
        " "
    )
)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
@example("2025年" * 600)
@example("每" * 2000)
@example("13月45日前，2023年2月31日前，99999年")
def test_any_text_is_read(text: str) -> None:
    found, findings = extract(text)
    for row in found:
        assert "".join(text[span.start : span.end] for span in row.spans) == row.as_written
        assert row.segment >= 1
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in findings if f.span)


@pytest.mark.parametrize(
    "text",
    [
        "一、任务。推进甲（责任单位：省财政厅；完成时限：6月底前）；推进乙（责任单位：省商务厅；完成时限：9月底前）。",
        "一、任务。\n责任单位：省财政厅\n完成时限：6月底前\n推进乙。\n责任单位：省商务厅\n完成时限：9月底前",
        "一、任务表\n| 序号 | 任务 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- |\n"
        "| 1 | 甲 | 省财政厅 | 6月底前 |\n| 2 | 乙 | 省商务厅 | 9月底前 |",
    ],
)
def test_a_time_in_a_mark_belongs_to_the_units_of_the_mark(text: str) -> None:
    record = read("河南省人民政府办公厅关于支持企业的意见\n各市政府：\n" + text)
    assert [d.segment for d in record.deadlines] == [1, 2]
    assert [r.segment for r in record.responsibilities] == [1, 2]


def test_the_year_after_and_a_part_of_a_day() -> None:
    head = (
        "河南省人民政府办公厅关于支持企业的意见\n各市政府：\n河南省人民政府办公厅\n2023年5月6日\n"
    )
    record = read(head + "1.甲。次年3月底前报送。\n2.乙。在0.5个工作日内办结。")
    assert [(d.as_written, d.date) for d in record.deadlines] == [("次年3月底前", "2024-03-31")]


TASKS = "澄湖市渔业任务分工表\n"
FLAT = ("序号", "任务", "责任单位", "完成时限", "1", "修建码头", "市财政局", "2026.10",
        "2", "疏浚航道", "市水利局", "全年")  # fmt: skip

# table, rows of (clause, kind, date, every, as_written)
CELLS = [
    (
        "类别\t序号\t任务\t责任单位\t完成时限\n渔港\t1\t修建码头\t市财政局\t2026.10\n"
        "\t2\t疏浚航道\t市水利局\t2026年10月\n\t3\t设置航标\t市渔业局\t每季度末\n"
        "\t4\t发放证书\t市渔业局\t2026年全年\n\t5\t检验渔船\t市渔业局\t2026年三季度\n",
        [("1", "by", "2026-10-31", None, "2026.10"), ("2", "by", "2026-10-31", None, "2026年10月"),
         ("3", "recurring", None, "P3M", "每季度末"), ("4", "during", "2026-12-31", None, "2026年全年"),
         ("5", "by", "2026-09-30", None, "2026年三季度")],
    ),
    # one cell a line
    ("\n".join(FLAT) + "\n", [("1", "by", "2026-10-31", None, "2026.10"), ("2", "during", None, None, "全年")]),
    # months that are no time limit, and numbers that are no month
    ("序号\t会议\t时间\t地点\n1\t渔港会\t2026.10\t甲\n2\t渔船会\t2026年10月\t乙\n", []),
    ("序号\t任务\t完成时限\n1\t修建码头\t2026.13\n2\t疏浚航道\t12.5\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("table", "rows"), CELLS)
def test_a_cell_below_a_time_limit_is_a_time(table: str, rows: list[tuple[object, ...]]) -> None:
    found = [
        (d.clause, d.kind.value, d.date, d.every, d.as_written)
        for d in read(TASKS + table).deadlines
    ]
    assert found == rows


@pytest.mark.parametrize(
    ("day", "date"), [("1994年12月20日", "1995-01-01"), ("2023年5月20日", None)]
)
def test_what_began_long_before_the_document_is_history(day: str, date: str | None) -> None:
    found, _ = extract(DOCUMENT.format("自1995年起，收入返还。").replace("2023年5月20日", day))
    assert [row.date for row in found] == ([date] if date else [])


@pytest.mark.parametrize(
    ("count", "date"),
    [("一百八十日", "2023-11-16"), ("180日", "2023-11-16"), ("9999日", "2050-10-04"),
     ("999999日", None), ("一百二十个工作日", None), ("一百二十个月", "2033-05-20")],
)  # fmt: skip
def test_a_long_count_is_read_whole(count: str, date: str | None) -> None:
    found, _ = extract(DOCUMENT.format(f"自本通知印发之日起{count}内办结。"))
    assert [(row.date, row.as_written) for row in found] == [(date, f"自本通知印发之日起{count}内")]
