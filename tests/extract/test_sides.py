"""Beside what an amending sentence puts new text, which place it makes, and where it says so."""

import re

import pytest

from tests.reading import read

HEAD = "关于修改《澄湖市节水办法》的决定\n\n对《澄湖市节水办法》作如下修改：\n\n"

# printed change, what each row says new text goes beside: side, words, locator
SIDES = [
    ("一、在第三条“用水”后增加“单位”。", [("after", "用水", None)]),
    ("一、在第三条“用水”之前增加“取水、”。", [("before", "用水", None)]),
    ("一、在第三条“用水”一词后面增加“单位”。", [("after", "用水", None)]),
    # words that end in 前 are words, and say nothing of the place
    ("一、在第三条“施工前”后增加“三日”。", [("after", "施工前", None)]),
    ("一、在第三条末尾增加“法律另有规定的除外。”。", [("end", None, None)]),
    ("一、在第三条开头增加“除法律另有规定外，”。", [("start", None, None)]),
    ("一、在第三条中增加“单位”。", [None]),
    # each quotation has its own words, and those of a list hold for each place
    (
        "一、在第三条“县区”后增加“、园区”，“乡镇”前增加“、园区”。",
        [("after", "县区", None), ("before", "乡镇", None)],
    ),
    (
        "一、在第三条、第四条“县区”后增加“、园区”，“乡镇”后增加“、园区”。",
        [("after", "县区", None), ("after", "县区", None), ("after", "乡镇", None), ("after", "乡镇", None)],
    ),
    # a unit, or a chapter
    ("一、在第五条后增加一条，作为第六条：“县区应当节水。”", [("after", None, "5")]),
    ("一、在第五条之前增加一条：“县区应当节水。”", [("before", None, "5")]),
    ("一、在第三条第二款后增加一款，作为第三款：“县区应当节水。”", [("after", None, "3/2")]),
    ("一、在第二章中增加一条，作为第六条：“县区应当节水。”", [("inside", None, "第二章")]),
    ("一、第二章第一节增加一条，作为第六条：“县区应当节水。”", [("inside", None, "第二章第一节")]),
    ("一、增加一条，作为第六条：“县区应当节水。”", [None]),
    # the second half of a paragraph is not what follows it
    ("一、第三条第二款后半句增加“县区应当节水。”", [None]),
]  # fmt: skip

# printed change, the place that each row says its unit has afterwards
NEW_PLACES = [
    ("一、增加一条，作为第六条：“县区应当节水。”", [("6", "第六条")]),
    ("一、在第五条后增加一条，作为第五条之一：“县区应当节水。”", [("5-1", "第五条之一")]),
    ("一、第五条增加一款：“县区应当节水。”", [None]),
    ("一、第五条增加一款，作为该条第二款：“县区应当节水。”", [("5/2", "第二款")]),
    ("一、增加二条，作为第六条、第七条：“甲。”“乙。”", [("6", "第六条"), ("7", "第七条")]),
    ("一、增加一条，作为第六条：县区应当节水。", [("6", "第六条")]),
    ("一、将第八条改为第十条。", [("10", "第十条")]),
    ("一、将第二条第（三）项改为第（二）项。", [("2/2", "第（二）项")]),
    ("一、将第三条修改为：“用水单位应当节水。”", [None]),
    # several become one: the first of them, or the one that is named
    ("一、将第三条、第四条合并，修改为：“用水单位应当节水。”", [("3", "第三条"), ("3", "第三条")]),
    ("一、将第三条、第四条修改为：“用水单位应当节水。”", [None, None]),
]  # fmt: skip

# printed change, the mark in which each row changes units
MARKS = [
    ("一、第三条责任单位修改为“市水务局、市财政局”。", ["责任单位"]),
    ("一、第三条责任单位中增加市财政局。", ["责任单位"]),
    ("一、第三条牵头单位由市水务局调整为市财政局。", ["牵头单位"]),
    ("一、将第三条责任单位“市水务局”修改为“市财政局”。", ["责任单位"]),
    ("一、将第三条中的“市水务局”修改为“市财政局”。", [None]),
    # two marks of one sentence: each change has its own
    (
        "一、将第三条中牵头单位“市水务局”修改为“市财政局”，配合单位中增加“市教育局”。",
        ["牵头单位", "配合单位"],
    ),
    ("一、第三条增加“市水务局”为责任单位，牵头单位中删去“市财政局”。", ["责任单位", "牵头单位"]),
    # the mark of the next change is not that of the one before
    (
        "一、将第三条责任单位“市水务局”修改为“市财政局”，将配合单位“市商务局”修改为“市统计局”。",
        ["责任单位", "配合单位"],
    ),
    (
        "一、将第三条责任单位“市水务局”修改为“市财政局”，并增加“市商务局”，作为配合单位。",
        ["责任单位", "配合单位"],
    ),
    ("一、将第三条“5家”修改为“6家”，并将责任单位中的“市水务局”删去。", [None, "责任单位"]),
]


def _rows(printed):
    return read(HEAD + printed + "\n").amendments


@pytest.mark.parametrize(("printed", "expected"), SIDES)
def test_a_sentence_says_beside_what_new_text_goes(printed, expected):
    found = [
        row.beside and (row.beside.side.value, row.beside.words, row.beside.locator)
        for row in _rows(printed)
    ]
    assert found == expected


@pytest.mark.parametrize(("printed", "expected"), NEW_PLACES)
def test_a_sentence_names_the_place_that_a_unit_has_afterwards(printed, expected):
    found = [
        row.new_place and (row.new_place.locator, row.new_place.locator_as_written)
        for row in _rows(printed)
    ]
    assert found == expected


@pytest.mark.parametrize(("printed", "expected"), MARKS)
def test_a_change_of_units_names_their_mark(printed, expected):
    assert [row.mark for row in _rows(printed)] == expected


# words before a change of units are words
WORDS_THEN_UNITS = [
    (
        "一、将第三条“5家”修改为“6家”，并将责任单位中的“市水务局”删去。",
        ["replace_text", "remove_agency"],
    ),
    (
        "一、将第三条“5家”修改为“6家”，责任单位“市水务局”修改为“市财政局”。",
        ["replace_text", "replace_agency"],
    ),
    (
        "一、将第三条中的“5家”删去，责任单位“市水务局”修改为“市财政局”。",
        ["delete_text", "replace_agency"],
    ),
    (
        "一、在第三条“用水”后增加“单位”，责任单位“市水务局”修改为“市财政局”。",
        ["add_text", "replace_agency"],
    ),
]


@pytest.mark.parametrize(("printed", "expected"), WORDS_THEN_UNITS)
def test_only_what_is_said_of_units_changes_units(printed, expected):
    assert [row.operation.value for row in _rows(printed)] == expected


PRINTED = [
    "一、将第三条中的“用水 单位”修改为“取水\n单位”。",
    "一、将第三条修改为：“用水单位应当节水。\n\n“个人也应当节水。”",
    "一、将第三条修改为：\n用水单位应当节水。",
    "一、第三条责任单位中增加市财政局、市教育局。",
    "一、第三条牵头单位由市水务局 调整为市财政局。",
    "一、在第三条“用水\n单位”后增加“、个人”。",
    "一、增加一章，作为第三章：“第三章 罚则\n第八条 警告。”",
    "一、将第二章章名中的“取水”修改为“用水”。",
]


@pytest.mark.parametrize("printed", PRINTED)
def test_words_point_at_the_characters_that_print_them(printed):
    text = HEAD + printed + "\n"
    rows = read(text).amendments
    pairs = [
        *((row.old, row.old_span) for row in rows),
        *((row.new, row.new_span) for row in rows),
        *((row.beside.words, row.beside.span) for row in rows if row.beside),
    ]
    said = [(words, span) for words, span in pairs if words is not None]
    assert said
    # a mark that opens a further paragraph of a quotation stands between the words
    printed_there = (re.sub(r"\n\s*“", "", text[span.start : span.end]) for _, span in said)
    assert [words for words, _ in said] == ["".join(each.split()) for each in printed_there]


def test_the_number_of_a_unit_is_no_wording():
    (row,) = _rows("一、将第八条改为第十条。")
    assert (row.old, row.new) == ("第八条", "第十条")
    assert (row.old_span, row.new_span) == (None, None)


@pytest.mark.parametrize("between", ["", "\n"])
def test_paragraphs_quoted_one_by_one_are_the_new_words_of_one_place(between):
    (row,) = _rows(f"一、第三条第二款修改为：“用水单位应当节水。”{between}“个人也应当节水。”")
    assert row.new == "用水单位应当节水。个人也应当节水。"
