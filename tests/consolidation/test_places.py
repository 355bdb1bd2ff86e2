"""Places that a change names, in the text that is changed."""

import pytest

from policygraph.consolidation.outcome import Reason
from policygraph.consolidation.places import Places
from policygraph.model.facts import Target
from tests.reading import read

LAW = """澄湖市节水办法

（2019年3月1日市人民政府第5次常务会议通过）

各县（市、区）人民政府：

为了节约用水，制定本办法。

本办法自下列条文起适用：

第一章 总则

第一条 用水应当节约。

个人也应当节约，遵守下列规定：

（一）随手关水；

（二）一水多用。

第二章 管理

第二条 管理用水，适用本章。

第二条之一 取水，适用本章。

附件：
1.节水指标
第二条 指标由市水利局定。
"""
MEASURES = "澄湖市节水措施\n\n一、资金\n1.设立。\n2.奖励。\n二、金融\n3.贷款。\n4.上市。\n"
SECTIONS = "澄湖市工作方案\n\n一、目标\n（一）节水。\n（二）治水。\n二、措施\n（一）宣传。\n"

# text, locator, as printed, the words of the place; a reason where there is none
PLACES = [
    (
        LAW,
        "1",
        "第一条",
        "用水应当节约。\n\n个人也应当节约，遵守下列规定：\n\n（一）随手关水；\n\n（二）一水多用。",
    ),
    (LAW, "1/1", "第一条第一款", "用水应当节约。"),
    (
        LAW,
        "1/2",
        "第一条第二款",
        "个人也应当节约，遵守下列规定：\n\n（一）随手关水；\n\n（二）一水多用。",
    ),
    (LAW, "1/2/2", "第一条第二款第二项", "一水多用。"),
    (LAW, "1/1", "第一条第（一）项", "随手关水；"),
    (LAW, "1/3", "第一条第三款", Reason.PLACE_UNKNOWN),
    (LAW, "1/1/1", "第一条第一款第一项", Reason.PLACE_UNKNOWN),
    # the article of the body, not the second one of the annex
    (LAW, "2", "第二条", "管理用水，适用本章。"),
    (LAW, "2-1", "第二条之一", "取水，适用本章。"),
    (LAW, "9", "第九条", Reason.PLACE_UNKNOWN),
    # sentences before the first unit; neither title nor day nor addressees
    (LAW, "preamble", "引言", "为了节约用水，制定本办法。\n\n本办法自下列条文起适用："),
    (SECTIONS, "preamble", "引言", Reason.PLACE_UNKNOWN),
    (LAW, "title", "名称", "澄湖市节水办法"),
    (SECTIONS, "1/2", "一（二）", "治水。"),
    (SECTIONS, "2", "二", "措施\n（一）宣传。"),
    # numbers that run through the sections: digits name them, 第二条 may be a section
    (MEASURES, "2", "第2条", "奖励。"),
    (MEASURES, "3", "第3条", "贷款。"),
    (MEASURES, "2", "第二条", Reason.PLACE_AMBIGUOUS),
    (MEASURES, "2", "二", "金融\n3.贷款。\n4.上市。"),
    # a bare number that fits two units
    ("甲方案\n\n一、目标\n1.节水。\n二、措施\n1.宣传。\n", "1/1", "1", "节水。"),
]


@pytest.mark.parametrize(("text", "locator", "printed", "words"), PLACES)
def test_a_place_is_found(text, locator, printed, words):
    found = Places(read(text), text).find(Target(None, None, locator, printed))
    if isinstance(words, Reason):
        assert found is words
    else:
        assert text[found.words.start : found.words.end].strip() == words


def test_no_locator_is_the_whole_text():
    found = Places(read(LAW), LAW).find(Target("澄湖市节水办法", None, None, None))
    assert (found.span.start, found.span.end, found.path) == (0, len(LAW), None)


def test_a_number_of_two_units_is_ambiguous():
    text = "甲办法\n\n第一章 总则\n第一条 甲。\n第二章 分则\n第一条 乙。\n"
    found = Places(read(text), text).find(Target(None, None, "1", "第一条"))
    assert found is Reason.PLACE_AMBIGUOUS
