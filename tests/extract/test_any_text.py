"""Any text gives a record: nothing raises, every span holds, every path is unique."""

from dataclasses import fields
from itertools import chain

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policygraph.extract.rules import Facts
from policygraph.model.record import facts_only, from_json, to_json
from tests.reading import read

LISTS = [field.name for field in fields(Facts) if field.name not in ("document", "findings")]
WORDS = st.sampled_from(
    "第一条 第十条第二款第（三）项 一、 二、 （一） (二) 1. 2. 3、 (4) ① 附件 附件2 附件：1.某单 《 》 〈 〉 “ ” ‘ ’ （ ） ( ) 〔 〕 "
    "〔2021〕14号 某政发 责任单位： 牵头单位： 数据来源 负责 牵头 配合 。 ， ； ： 、 \n \n\n 　　 | \t 1 2023210 10 序号 "
    "市财政局 省工业和信息化厅 发展改革委 各县（市、区）人民政府 开发区管委会 和 等 以 提供 为准 核定 会同 由 "
    "2021年9月28日 印发 关于 某市 通知 意见 抄送： 有效期5年 自印发之日起施行 有效期至2025年12月31日 废止 根据 落实 "
    "以下任务均需 落实 不再单列 统计法 中华人民共和国 # ::: --- <p> \x00 \u202e 🀄".split(" ")
)
SERIAL = "9" * 5000  # more digits than Python turns into a number
TEXTS = st.lists(WORDS, max_size=80).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=300
)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(TEXTS)
@example("《" * 400)
@example("（责任单位：" * 200)
@example("以下任务均需、、、落实,不再单列" * 40)
@example("第" * 3000)
@example("1" * 3000)
@example(f"序号\n任务\n责任单位\n1\n修码头\n市财政局\n{SERIAL}\n修路\n市教育局\n")
@example(
    f"序号\n任务\n责任单位\n一、城区\n1\n修码头\n市财政局\n二、乡村\n{SERIAL}\n修路\n市教育局\n"
)
@example(
    f"附件\n废止的文件目录\n序号\n文件名称\n文号\n1\n关于甲的通知\n澄政发〔2001〕1号\n{SERIAL}\n关于乙的通知\n澄政发〔2002〕1号\n"
)
def test_any_text_gives_a_record(text: str) -> None:
    record = read(text)
    paths = [clause.path for clause in record.clauses]
    assert len(set(paths)) == len(paths)
    for row in (*record.responsibilities, *record.citations):
        assert "".join(text[s.start : s.end] for s in row.spans) == row.as_written
        assert row.clause == "preamble" or row.clause in paths
    for row in chain.from_iterable(getattr(record, name) for name in LISTS):
        assert row.spans
        assert all(0 <= span.start < span.end <= len(text) for span in row.spans)
    for clause in record.clauses:
        assert 0 <= clause.start <= clause.own_end <= clause.end <= len(text)
    for finding in record.findings:
        assert finding.span is None or 0 <= finding.span.start <= finding.span.end <= len(text)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(TEXTS)
def test_records_round_trip_through_json(text: str) -> None:
    record = read(text)
    assert from_json(to_json(record), "case") == record
    bare = facts_only(record)
    assert from_json(to_json(bare), "case") == bare


AMENDING = "关于对《澄湖市人民政府若干措施》部分内容的修改意见\n"
PLAN = "澄湖市人民政府关于某事的若干措施\n"
UNITS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


@pytest.mark.parametrize(
    ("make", "kind", "code"),
    [
        # as many places as texts in one sentence: each with each would be a row
        (lambda n: AMENDING + "1." + "“一、甲”“乙”" * n + "删除。", "amendments", "amendment.too-many"),
        # places that are stated once hold for the sentences behind
        (lambda n: AMENDING + "1.第" + "，".join(["12"] * n) + "条目修改。" + "删除“甲”。" * n, "amendments", "document.no-date"),
        # each rule reaches each clause
        (lambda n: PLAN + "".join(f"以下任务均需市{a}{b}局落实，不再单列。\n" for a in UNITS for b in UNITS[: n // 20]) + "".join(f"{i}.甲。（市财政局负责）\n" for i in range(1, n)), "responsibilities", "mark.too-many-rules"),
        (lambda n: PLAN + "以下任务均需市财政局、市科技局落实，不再单列。\n" * n + "".join(f"{i}.甲。（市财政局负责）\n" for i in range(1, n)), "responsibilities", "mark.too-many-rules"),
    ],
)  # fmt: skip
def test_rows_grow_no_faster_than_the_text(make, kind, code):
    few, many = read(make(100)), read(make(400))
    assert code in {finding.code for finding in many.findings}
    assert len(getattr(many, kind)) <= 5 * max(80, len(getattr(few, kind)))


def test_a_change_takes_no_more_bases_than_can_be_meant():
    names = [f"《某{a}{b}条例》" for a in UNITS[:8] for b in UNITS[:10]]
    record = read(AMENDING + "1.根据" + "，根据".join(names) + "，将“甲”删除。将“乙”删除。")
    assert [len(row.based_on) for row in record.amendments] == [50, 50]
    told = [finding for finding in record.findings if finding.code == "amendment.too-many"]
    assert [finding.detail for finding in told] == ["80"]
