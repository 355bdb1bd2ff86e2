"""Margins of units that are struck or put in: no other line gets or loses any."""

import pytest

from tests.consolidation.carried import carried, decision

TITLE = "澄湖市节水办法"
INDENTED = (
    "澄湖市节水办法\n\n第一章 总则\n\n　　第一条 甲。\n\n　　第二条 乙：\n\n　　（一）子；\n\n　　（二）丑。\n\n"
    "第二章 分则\n\n　　第三条 丙。\n\n附件\n"
)

# changes, what is taken out of the text, what stands there instead
ROWS = [
    # the heading that follows has no margin
    ("删去第二条。", "　　第二条 乙：\n\n　　（一）子；\n\n　　（二）丑。\n\n", ""),
    ("删去第二条第二项。", "　　（二）丑。\n\n", ""),
    ("删去第二条第一项。", "　　（一）子；\n\n", ""),
    ("删去第三条。", "　　第三条 丙。\n\n", ""),
    # side by side
    ("删去第一条、第二条。",
     "　　第一条 甲。\n\n　　第二条 乙：\n\n　　（一）子；\n\n　　（二）丑。\n\n", ""),
    # the first of a chapter, whose heading has no margin, is set as its neighbour
    ("在第三条前增加一条，作为第三条：“新。”", "　　第三条 丙。", "　　第三条 新。\n\n　　第三条 丙。"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "gone", "come"), ROWS)
def test_what_stays_keeps_its_margin(change, gone, come):
    assert gone in INDENTED
    result = carried(INDENTED, decision(TITLE, f"一、{change}"))
    assert result.text == INDENTED.replace(gone, come)


def test_a_unit_of_markdown_takes_its_marks_along():
    base = "# 澄湖市节水办法\n\n## 第一条 甲。\n\n## 第二条 乙。\n\n## 附件\n"
    result = carried(base, decision(TITLE, "一、删去第二条。"))
    assert result.text == "# 澄湖市节水办法\n\n## 第一条 甲。\n\n## 附件\n"
