"""A document as it reads after what others change in it."""

import dataclasses

import pytest

from policygraph.consolidation.consolidate import consolidate, instrument_of
from policygraph.consolidation.outcome import Reason
from policygraph.model.facts import Operation
from policygraph.model.record import facts_only, from_json, to_json
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from tests.consolidation.carried import carried, decision, lines
from tests.reading import read

TITLE = "澄湖市节水办法"
LAW = """澄湖市节水办法

为了节约用水，制定本办法。

第一章 总则

第一条 用水应当节约，用水应当计量。

第二条 市水利局负责下列工作：

（一）宣传；

（二）检查；

（三）统计。

县级水利局配合。

第二章 附则

第三条 本办法自2020年1月1日起施行。

附件
1.节水指标
"""
REST = "第一章总则|第一条用水应当节约，用水应当计量。"
SECOND = "第二条市水利局负责下列工作：|（一）宣传；|（二）检查；|（三）统计。|县级水利局配合。"
END = "第二章附则|第三条本办法自2020年1月1日起施行。|附件|1.节水指标"

# what is changed, operation, the text afterwards from the first chapter on
ROWS = [
    ("删去第一条中的“，用水应当计量”。", "delete_text",
     f"第一章总则|第一条用水应当节约。|{SECOND}|{END}"),
    ("将第一条中的“用水”修改为“取水”。", "replace_text",
     f"第一章总则|第一条取水应当节约，取水应当计量。|{SECOND}|{END}"),
    ("在第一条“计量”后增加“收费”。", "add_text",
     f"第一章总则|第一条用水应当节约，用水应当计量收费。|{SECOND}|{END}"),
    ("在第二条第二款开头增加“依照规定，”。", "add_text",
     f"{REST}|{SECOND.replace('县级', '依照规定，县级')}|{END}"),
    ("在第二条第二款末尾增加“乡镇协助。”。", "add_text",
     f"{REST}|{SECOND}乡镇协助。|{END}"),
    ("删去第二条第二款。", "delete_clause",
     f"{REST}|{SECOND.removesuffix('|县级水利局配合。')}|{END}"),
    ("删去第二条第一款第二项。", "delete_clause",
     f"{REST}|{SECOND.replace('|（二）检查；', '')}|{END}"),
    ("将第二条第一款第二项修改为：“（二）抽查；”", "replace_clause",
     f"{REST}|{SECOND.replace('检查', '抽查')}|{END}"),
    # the quotation leaves out the mark that closes the item
    ("将第二条第三项修改为“（三）普查”。", "replace_clause",
     f"{REST}|{SECOND.replace('统计', '普查')}|{END}"),
    ("将第二条第二款修改为：“乡镇配合。”", "replace_clause",
     f"{REST}|{SECOND.replace('县级水利局', '乡镇')}|{END}"),
    ("将第一条修改为：“用水应当计量。\n\n“计量应当准确。”", "replace_clause",
     f"第一章总则|第一条用水应当计量。|计量应当准确。|{SECOND}|{END}"),
    ("将第一条修改为：“第一条　用水应当计量。”", "replace_clause",
     f"第一章总则|第一条用水应当计量。|{SECOND}|{END}"),
    ("第二条增加一款，作为第二款：“乡镇配合。”", "add_clause",
     f"{REST}|{SECOND.replace('县级', '乡镇配合。|县级')}|{END}"),
    ("第二条增加一款，作为第一款：“依法管理。”", "add_clause",
     f"{REST}|{SECOND.replace('第二条', '第二条依法管理。|')}|{END}"),
    ("第二条增加二款，作为第三款、第四款：“乡镇协助。”“村配合。”", "add_clause",
     f"{REST}|{SECOND}|乡镇协助。|村配合。|{END}"),
    # one quotation for several places
    ("第二条增加二款，作为第三款、第四款：“乡镇协助。\n\n“村配合。”", "add_clause",
     f"{REST}|{SECOND}|乡镇协助。|村配合。|{END}"),
    ("增加二条，作为第四条、第五条：“第四条 乡镇协助。\n\n“第五条 村配合。”", "add_clause",
     f"{REST}|{SECOND}|{END.replace('|附件', '|第四条乡镇协助。|第五条村配合。|附件')}"),
    ("增加二条，作为第四条、第五条：“乡镇协助。\n\n“村配合。”", "add_clause",
     f"{REST}|{SECOND}|{END.replace('|附件', '|第四条乡镇协助。|第五条村配合。|附件')}"),
    ("将第二条第一款、第二款修改为：“市水利局负责。\n\n“乡镇配合。”", "replace_clause",
     f"{REST}|第二条市水利局负责。|乡镇配合。|{END}"),
    ("第二条第一款增加一项，作为第四项：“（四）培训。”", "add_clause",
     f"{REST}|{SECOND.replace('（三）统计。', '（三）统计。|（四）培训。')}|{END}"),
    ("在第一条后增加一条，作为第一条之一：“取水适用本办法。”", "add_clause",
     f"{REST}|第一条之一取水适用本办法。|{SECOND}|{END}"),
    ("增加一条，作为第四条：“本办法由市水利局解释。”", "add_clause",
     f"{REST}|{SECOND}|{END.replace('|附件', '|第四条本办法由市水利局解释。|附件')}"),
    # words that are alike, and each the whole of an article
    ("增加二条，作为第四条、第五条：“暂缺。”“暂缺。”", "add_clause",
     f"{REST}|{SECOND}|{END.replace('|附件', '|第四条暂缺。|第五条暂缺。|附件')}"),
    ("将“附件”删除。", "delete_annex", f"{REST}|{SECOND}|{END.removesuffix('|附件|1.节水指标')}"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "operation", "expected"), ROWS)
def test_a_change_is_carried_out(change, operation, expected):
    result = carried(LAW, decision(TITLE, "一、" + change))
    assert result.failed == ()
    assert {one.amendment.operation.value for one in result.changes} >= {operation}
    assert lines(result.text).partition("制定本办法。|")[2] == expected


def test_a_new_preamble_leaves_the_title():
    result = carried(LAW, decision(TITLE, "一、将引言修改为：“为了治水，制定本办法。”"))
    assert lines(result.text).startswith("澄湖市节水办法|为了治水，制定本办法。|第一章总则|")


def test_a_heading_named_in_full_is_changed_alone():
    base = "澄湖市工作方案\n\n一、目标\n（一）节水。\n二、措施\n（一）宣传。\n"
    result = carried(base, decision("澄湖市工作方案", "一、将“一、目标”修改为：“一、任务”。"))
    assert lines(result.text) == "澄湖市工作方案|一、任务|（一）节水。|二、措施|（一）宣传。"


def test_words_are_changed_throughout_the_text():
    result = carried(LAW, decision(TITLE, "一、将全文“用水”修改为“取水”。"))
    assert (result.changes[0].times, "用水" in result.text) == (3, False)


MARKS = """澄湖市工作方案

一、目标
1.推广节水。（责任单位：市水利局、市财政局）
2.治理污水。（责任单位：市水利局）
"""

# what is changed, the first item afterwards
UNITS = [
    ("将责任单位“市财政局”修改为“市发展改革委”。", "1.推广节水。（责任单位：市水利局、市发展改革委）"),
    ("将“市财政局”从责任单位中删除。", "1.推广节水。（责任单位：市水利局）"),
    ("将“市水利局”从责任单位中删除。", "1.推广节水。（责任单位：市财政局）"),
    ("责任单位中“市水利局”后增加“市统计局”。", "1.推广节水。（责任单位：市水利局、市统计局、市财政局）"),
    ("责任单位中“市水利局”前增加“市统计局”。", "1.推广节水。（责任单位：市统计局、市水利局、市财政局）"),
    ("增加“市统计局”为责任单位。", "1.推广节水。（责任单位：市水利局、市财政局、市统计局）"),
    # the new wording of the clause leaves the mark, in which a unit changes
    ("将“推广节水。”修改为“推行节水。”。将责任单位“市财政局”修改为“市统计局”。",
     "1.推行节水。（责任单位：市水利局、市统计局）"),
    ("保留“推广节水”。", "1.推广节水。（责任单位：市水利局、市财政局）"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), UNITS)
def test_units_change_in_their_marks(change, expected):
    text = (
        "关于对《澄湖市工作方案》的修改意见\n现对《澄湖市工作方案》部分内容修改如下：\n"
        f"1.关于“一、1.推广节水”的修改意见\n{change}\n"
    )
    result = carried(MARKS, text)
    assert result.failed == ()
    assert result.text.splitlines()[3:] == [expected, "2.治理污水。（责任单位：市水利局）"]


# what is changed, why it is not carried out
REASONS = [
    ("将第九条修改为：“甲。”", Reason.PLACE_UNKNOWN),
    ("删去第一条第五款。", Reason.PLACE_UNKNOWN),
    ("将第一条中的“取水”修改为“用水”。", Reason.WORDS_MISSING),
    ("删去第一条中的“取水”。", Reason.WORDS_MISSING),
    ("在第一条“取水”后增加“单位”。", Reason.WORDS_MISSING),
    ("在第一条中增加“单位”。", Reason.ANCHOR_UNKNOWN),
    ("增加一条，作为第三条：“甲。”", Reason.PLACE_AMBIGUOUS),
    # one text for two articles: which gets what is not told
    ("将第一条、第二条修改为：“用水应当节约。”", Reason.WORDING_UNKNOWN),
]


@pytest.mark.parametrize(("change", "reason"), REASONS)
def test_what_is_not_carried_out_is_told_and_changes_nothing(change, reason):
    result = carried(LAW, decision(TITLE, "一、" + change))
    assert {one.reason for one in result.changes} == {reason}
    assert result.text == LAW


def test_of_two_changes_of_the_same_words_the_second_is_told():
    changes = "一、将第一条修改为：“甲。”\n二、将第一条中的“用水”修改为“取水”。"
    result = carried(LAW, decision(TITLE, changes))
    assert [one.reason for one in result.changes] == [None, Reason.OVERLAP]


def test_a_reason_is_said_in_both_languages():
    assert all(reason.said.zh and reason.said.en for reason in Reason)


def test_instruments_follow_one_another_by_day():
    first = decision(TITLE, "一、将第一条修改为：“取水应当节约。”\n\n本决定自2021年5月1日起施行。")
    second = decision(TITLE, "一、将第一条中的“取水”修改为“引水”。\n\n本决定自2022年5月1日起施行。")
    for order in ((first, second), (second, first)):
        result = carried(LAW, *order)
        assert (result.failed, "第一条 引水应当节约。" in result.text) == ((), True)
        assert [one.day for one in result.instruments] == ["2021-05-01", "2022-05-01"]


# day that is asked for, whether the change of 2021-05-01 counts
DAYS = [("2021-04-30", False), ("2021-05-01", True), ("2022-01-01", True), (None, True)]


@pytest.mark.parametrize(("day", "counts"), DAYS)
def test_a_change_counts_from_its_day(day, counts):
    text = decision(TITLE, "一、删去第一条。\n\n本决定自2021年5月1日起施行。")
    result = carried(LAW, text, as_of=day)
    assert (len(result.changes), len(result.later)) == ((1, 0) if counts else (0, 1))
    assert ("用水应当节约" in result.text) is not counts


def test_what_has_no_day_or_is_a_draft_does_not_count_on_a_day():
    undated = decision(TITLE, "一、删去第一条。")
    draft = undated.replace("的决定\n", "的决定\n（征求意见稿）\n", 1)
    assert len(carried(LAW, undated, draft, as_of="2030-01-01").later) == 2
    result = carried(LAW, draft)
    assert (result.scenario, result.failed) == (True, ())


def test_a_repealed_document_is_told_and_keeps_its_text():
    text = "澄湖市取水办法\n\n第一条 取水应当节约。\n\n第二条 《澄湖市节水办法》同时废止。\n"
    result = carried(LAW, text)
    assert result.repealed is not None
    assert result.changes[result.repealed].amendment.operation is Operation.REPEAL_DOCUMENT
    assert result.text == LAW


def test_changes_of_another_document_do_not_count():
    assert carried(LAW, decision("云岭市节水办法", "一、删去第一条。")).changes == ()


def test_new_words_of_which_only_a_digest_is_kept_are_told():
    text = decision(
        TITLE, "一、将第一条修改为：“用水单位应当依照本办法的规定节约用水，并应当如实计量。”"
    )
    record = from_json(to_json(facts_only(read(text))), "facts")
    registry = load_registry()
    result = consolidate(
        read(LAW),
        LAW,
        [instrument_of(record, text)],
        lambda source: extract_record(source, registry),
    )
    assert [one.reason for one in result.changes] == [Reason.WORDING_UNKNOWN]


def test_the_text_that_is_left_is_read_again():
    result = carried(LAW, decision(TITLE, "一、删去第一条。"))
    assert [one.label for one in result.record.clauses if one.style == "article"] == [
        "第二条",
        "第三条",
    ]
    assert dataclasses.asdict(result.base) == dataclasses.asdict(read(LAW))


def test_hundreds_of_changes_are_carried_out():
    base = "澄湖市节水办法\n\n" + "\n".join(f"{n}.单位{n}节水。" for n in range(1, 1000)) + "\n"
    changes = "\n".join(f"{n}.将第{n}条中的“单位{n}”修改为“个人{n}”。" for n in range(1, 1000))
    result = carried(base, decision(TITLE, changes))
    assert len(result.changes) == 999
    assert result.failed == ()
    assert result.text.count("个人") == 999


def test_a_huge_new_wording_is_carried_out_and_an_open_one_is_passed_over():
    huge = "甲" * 7000
    result = carried(LAW, decision(TITLE, f"一、将第一条修改为：“{huge}。”"))
    assert f"第一条 {huge}。" in result.text
    assert carried(LAW, decision(TITLE, "一、将第一条修改为：“" + "“" * 100_000)).text == LAW
