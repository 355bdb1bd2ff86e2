"""Any text gives a record: nothing raises, every span holds, every path is unique."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from policygraph.model.record import facts_only, from_json, to_json
from tests.reading import read

WORDS = st.sampled_from(
    "第一条 第十条第二款第（三）项 一、 二、 （一） (二) 1. 2. 3、 (4) ① 附件 附件2 附件：1.某单 《 》 〈 〉 “ ” ‘ ’ （ ） ( ) 〔 〕 "
    "〔2021〕14号 某政发 责任单位： 牵头单位： 数据来源 负责 牵头 配合 。 ， ； ： 、 \n \n\n 　　 | \t 1 2023210 10 序号 "
    "市财政局 省工业和信息化厅 发展改革委 各县（市、区）人民政府 开发区管委会 和 等 以 提供 为准 核定 会同 由 "
    "2021年9月28日 印发 关于 某市 通知 意见 抄送： 有效期5年 自印发之日起施行 有效期至2025年12月31日 废止 根据 落实 "
    "以下任务均需 落实 不再单列 统计法 中华人民共和国 # ::: --- <p> \x00 \u202e 🀄".split(" ")
)
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
def test_any_text_gives_a_record(text: str) -> None:
    record = read(text)
    paths = [clause.path for clause in record.clauses]
    assert len(set(paths)) == len(paths)
    for row in (*record.responsibilities, *record.citations):
        assert "".join(text[s.start : s.end] for s in row.spans) == row.as_written
        assert row.clause == "preamble" or row.clause in paths
    for finding in record.findings:
        assert finding.span is None or 0 <= finding.span.start <= finding.span.end <= len(text)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(TEXTS)
def test_records_round_trip_through_json(text: str) -> None:
    record = read(text)
    assert from_json(to_json(record), "case") == record
    bare = facts_only(record)
    assert from_json(to_json(bare), "case") == bare
