"""One change of words in the text that it is made to."""

import pytest

from policygraph.consolidation.outcome import Reason
from tests.consolidation.carried import carried, decision, lines

TITLE = "澄湖市节水办法"

# words of an article, change, reasons, words afterwards
ROWS = [
    # where the new words stand already, nothing is put twice
    ("市水务局、市水务局（市河长办）应当检查。", "一、将第一条中的“市水务局”修改为“市水务局（市河长办）”。",
     [], "市水务局（市河长办）、市水务局（市河长办）应当检查。"),
    ("企业和个体工商户应当节水。", "一、将第一条中的“个体工商户”修改为“企业和个体工商户”。",
     [Reason.WORDS_MISSING], "企业和个体工商户应当节水。"),
    # a unit is named, and which one was not read: nothing is changed in the whole text instead
    ("甲和甲乙。", "一、将第二项中的“甲”修改为“丙”。", [], "甲和甲乙。"),
    ("甲和甲乙。", "一、将第三部分的“甲”删去。", [], "甲和甲乙。"),
    ("甲和甲乙。", "一、将文中的“甲”修改为“丙”。", [], "丙和丙乙。"),
    # the words are those of the place, and no new number of it
    ("依照第一条办理。", "一、将第一条中的“第一条”修改为“本条”。", [], "依照本条办理。"),
    # part of a number
    ("5日内报告，15日内整改。", "一、将第一条中的“5日”修改为“7日”。", [], "7日内报告，15日内整改。"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "change", "reasons", "expected"), ROWS)
def test_words_are_changed_where_they_are_meant(words, change, reasons, expected):
    result = carried(f"{TITLE}\n\n第一条 {words}\n", decision(TITLE, change))
    assert [one.reason for one in result.failed] == reasons
    assert lines(result.text) == f"{TITLE}|第一条{expected}"


PLAN = "澄湖市节水方案"
MARKED = "一、加强管理。（责任单位：市水务局、市财政局）"
REWORDED = "一、将第一条修改为：“加强监管。{}”，责任单位“市财政局”修改为“市科技局”。"

# clause, new wording, reasons, clause afterwards
MARKS = [
    # the mark is not in the new wording, and stays
    (MARKED, "", [], "一、加强监管。（责任单位：市水务局、市科技局）"),
    # it is, and is not put twice
    (MARKED, "（责任单位：市水务局、市科技局）", [Reason.OVERLAP],
     "一、加强管理。（责任单位：市水务局、市科技局）"),
    # words behind it would stay
    (MARKED + "每年报告。", "", [Reason.OVERLAP],
     "一、加强管理。（责任单位：市水务局、市科技局）每年报告。"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "mark", "reasons", "expected"), MARKS)
def test_a_new_wording_and_the_mark_of_units(clause, mark, reasons, expected):
    base = f"{PLAN}\n\n{clause}\n\n二、加强宣传。\n"
    result = carried(base, decision(PLAN, REWORDED.format(mark)))
    assert [one.reason for one in result.failed] == reasons
    assert lines(result.text) == f"{PLAN}|{expected}|二、加强宣传。"


# articles, change, reasons, articles afterwards
PARAGRAPHS = [
    ("第一条 甲。\n乙。\n\n第二条 丙。", "一、删去第一条第一款。", [], "第一条乙。|第二条丙。"),
    ("第一条 甲。\n乙。\n\n第二条 丙。", "一、删去第一条第二款。", [], "第一条甲。|第二条丙。"),
    ("第一条 甲。\n\n第二条 丙。", "一、删去第一条第一款。", [Reason.PLACE_UNKNOWN], "第一条甲。|第二条丙。"),
    ("第一条 甲。\n乙。\n\n第二条 丙。", "一、删去第一条第一款。\n\n二、将第一条第二款修改为：“丁。”",
     [], "第一条丁。|第二条丙。"),
]  # fmt: skip


@pytest.mark.parametrize(("articles", "change", "reasons", "expected"), PARAGRAPHS)
def test_the_label_of_an_article_is_no_part_of_its_first_paragraph(
    articles, change, reasons, expected
):
    result = carried(f"{TITLE}\n\n{articles}\n", decision(TITLE, change))
    assert [one.reason for one in result.failed] == reasons
    assert lines(result.text) == f"{TITLE}|{expected}"


@pytest.mark.parametrize(
    ("unread", "reasons"), [("第二部分", []), ("第一千零一条", [Reason.PLACE_UNKNOWN])]
)
def test_a_place_that_is_not_read_is_not_the_one_before(unread, reasons):
    change = f"将第一条中的“甲”修改为“丁”。\n\n将{unread}中的“乙”修改为“丙”。"
    result = carried(f"{TITLE}\n\n第一条 甲乙。\n", decision(TITLE, change))
    assert [one.reason for one in result.failed] == reasons
    assert lines(result.text) == f"{TITLE}|第一条丁乙。"


# articles, changes, articles afterwards: what goes for the whole text gives way to what names a place
EVERYWHERE = [
    ("第一条 市规划局编制。\n\n第二条 市规划局检查。\n市规划局报告。",
     "一、将第一条修改为：“市水务局编制。”\n\n二、删去第二条第二款。\n\n三、将“市规划局”修改为“市自然资源局”。",
     "第一条市水务局编制。|第二条市自然资源局检查。"),
    # before it in the decision, too
    ("第一条 市规划局编制。\n\n第二条 市规划局检查。",
     "一、将文中的“市规划局”修改为“市自然资源局”。\n\n二、将第二条修改为：“市水务局检查。”",
     "第一条市自然资源局编制。|第二条市水务局检查。"),
]  # fmt: skip


@pytest.mark.parametrize(("articles", "changes", "expected"), EVERYWHERE)
def test_words_changed_everywhere_are_changed_in_what_is_left(articles, changes, expected):
    result = carried(f"{TITLE}\n\n{articles}\n", decision(TITLE, changes))
    assert not result.failed
    assert lines(result.text) == f"{TITLE}|{expected}"


def test_a_change_everywhere_that_finds_nothing_left_is_told():
    changes = "一、删去第二条。\n\n二、将文中的“市规划局”修改为“市自然资源局”。"
    base = f"{TITLE}\n\n第一条 甲。\n\n第二条 市规划局检查。\n"
    result = carried(base, decision(TITLE, changes))
    assert [one.reason for one in result.failed] == [Reason.OVERLAP]
    assert lines(result.text) == f"{TITLE}|第一条甲。"


TWO_MARKS = "一、加强管理。（责任单位：市水务局、市财政局；配合单位：市教育局）"


@pytest.mark.parametrize(
    ("marked", "change", "reasons", "expected"),
    [
        (MARKED, "将第一条责任单位修改为“市科技局、市水务局”。", [], "一、加强管理。（责任单位：市科技局、市水务局）"),
        (MARKED, "第1条责任单位修改为：市科技局、市水务局。", [], "一、加强管理。（责任单位：市科技局、市水务局）"),
        (TWO_MARKS, "第1条责任单位调整为市科技局。", [], "一、加强管理。（责任单位：市科技局；配合单位：市教育局）"),
        (TWO_MARKS, "第1条配合单位调整为市科技局。", [], "一、加强管理。（责任单位：市水务局、市财政局；配合单位：市科技局）"),
        # no such mark
        (MARKED, "第一条的牵头单位调整为：“市科技局”。", [Reason.WORDS_MISSING], MARKED),
    ],
)  # fmt: skip
def test_the_units_of_a_mark_are_put_for_those_that_it_lists(marked, change, reasons, expected):
    base = f"{PLAN}\n\n{marked}\n\n二、加强宣传。\n"
    result = carried(base, decision(PLAN, f"一、{change}"))
    assert [one.reason for one in result.failed] == reasons
    assert lines(result.text) == f"{PLAN}|{expected}|二、加强宣传。"


def test_a_change_with_a_place_is_made_whole_or_not_at_all() -> None:
    change = "将第一条中的“甲乙”修改为“丁”。\n\n将第一条中的“乙”修改为“丙”。"
    result = carried(f"{TITLE}\n\n第一条 甲乙，又有乙。\n", decision(TITLE, change))
    assert [one.reason for one in result.failed] == [Reason.OVERLAP]
    assert lines(result.text) == f"{TITLE}|第一条丁，又有乙。"
