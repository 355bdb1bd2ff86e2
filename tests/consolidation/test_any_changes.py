"""Whatever documents say, nothing raises, nothing is passed over, and the base is kept."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygraph.consolidation.comparison import compared
from policygraph.consolidation.duties import duties_changed
from tests.consolidation.carried import carried, decision

LAW = (
    "澄湖市节水办法\n\n为了节水，制定本办法。\n\n第一章 总则\n\n第一条 用水依照本办法第三条。\n\n"
    "第二条 分工：\n\n（一）宣传；\n\n（二）检查。\n\n乡镇配合。\n\n第二章 分则\n\n"
    "第三条 违反第二条的，警告。\n\n附件\n1.用水指标\n"
)
PLACES = st.sampled_from(
    ["第一条", "第二条", "第三条", "第九条", "第二条第一款", "第二条第二款", "第二条第二项",
     "第一条之一", "第一条、第二条", "引言", "附件1", "第一章", "第二章", "第二章第一节", "全文", "名称"]
)  # fmt: skip
WORDS = st.sampled_from(
    [
        "用水",
        "第二章 水价\n\n“第三条 己。",
        "检查",
        "第三条",
        "（三）抽查。",
        "甲。\n\n“乙。",
        "第一条 甲。",
        "",
        "“‘甲’",
        "无",
    ]
)


@st.composite
def sentences(draw):
    """A sentence that changes something, or nearly so."""
    place, old, new = draw(PLACES), draw(WORDS), draw(WORDS)
    return draw(
        st.sampled_from(
            [f"将{place}修改为：“{new}”", f"删去{place}。", f"将{place}中的“{old}”修改为“{new}”。",
             f"删去{place}中的“{old}”。", f"增加一条，作为{place}：“{new}”", f"{place}增加一款，作为第二款：“{new}”",
             f"在{place}“{old}”后增加“{new}”。", f"将{place}改为第二条。", f"将{place}合并，修改为：“{new}”",
             f"增加一章，作为{place}：“{new}”", f"将{place}章名修改为“{new}”。", f"将{place}改为第三章。",
             f"{place}增加一项，作为第二项：“{new}”，其后各项序号依次顺延。", "章节顺序作相应调整。",
             "条文顺序作相应调整。", f"{place}作为第一条。", "《澄湖市节水办法》同时废止。"]
        )
    )  # fmt: skip


@given(st.lists(sentences(), max_size=8), st.lists(sentences(), max_size=3))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_changed_the_base_is_kept_and_each_change_is_told(first, second):
    texts = [
        decision("澄湖市节水办法", "\n".join(f"{n}.{said}" for n, said in enumerate(rows, 1)))
        for rows in (first, second)
    ]
    result = carried(LAW, *texts)
    assert "".join(piece.text for piece in result.pieces if piece.start is not None) == LAW
    assert all((one.reason is None) is (one.times > 0) for one in result.changes)
    told = {one.changes for one in compared(result)}
    made = {piece.added for piece in result.pieces} | {piece.removed for piece in result.pieces}
    assert {one for row in told for one in row} >= made - {None}
    duties_changed(result)
    for row in compared(result):
        assert row.before == "" or row.before in LAW
