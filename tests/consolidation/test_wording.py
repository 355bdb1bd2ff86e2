"""New words as an amending text prints them, and where it says they go."""

import pytest

from policygraph.consolidation.consolidate import instrument_of
from policygraph.consolidation.wording import Anchor, anchor_of, is_new_place, wording
from tests.reading import read

HEAD = "关于修改《澄湖市节水办法》的决定\n\n对《澄湖市节水办法》作如下修改：\n\n"

# printed change, its new words
WORDINGS = [
    ("一、将第三条修改为：“用水单位应当节水。”", "用水单位应当节水。"),
    # a quotation over paragraphs opens anew with each, or only once
    (
        "一、将第三条修改为：“用水单位应当节水。\n\n“个人也应当节水。”",
        "用水单位应当节水。\n\n个人也应当节水。",
    ),
    (
        "一、将第三条修改为：“用水单位应当节水。\n\n个人也应当节水。”",
        "用水单位应当节水。\n\n个人也应当节水。",
    ),
    # marks inside a quotation are single, and double in the text that takes it
    ("一、将第三条修改为：“本办法所称‘用水单位’，是指企业。”", "本办法所称“用水单位”，是指企业。"),
    ("一、将第三条中的“节水”修改为“‘双控’”。", "“双控”"),
    # typed with the marks of a keyboard: what is single stays
    ('一、将第三条修改为："本办法所称‘用水单位’，是指企业。"', "本办法所称‘用水单位’，是指企业。"),
]

# printed change, beside which words the new ones go
ANCHORS = [
    ("一、在第三条“用水”后增加“单位”。", Anchor("用水", before=False)),
    ("一、在第三条“用水”之前增加“取水、”。", Anchor("用水", before=True)),
    # words that end in 前 are words, and say nothing of the place
    ("一、在第三条“施工前”后增加“三日”。", Anchor("施工前", before=False)),
    ("一、在第三条“用水单位”后增加“单位”。", Anchor("用水单位", before=False)),
    ("一、在第三条末尾增加“法律另有规定的除外。”。", Anchor("", before=False)),
    ("一、在第三条中增加“单位”。", None),
]

# printed change, whether the place that it names is the one that it makes
NEW_PLACES = [
    ("一、增加一条，作为第六条：“县区应当节水。”", True),
    ("一、在第五条后增加一条，作为第五条之一：“县区应当节水。”", True),
    ("一、第五条增加一款：“县区应当节水。”", False),
    ("一、第五条增加一款，作为该条第二款：“县区应当节水。”", True),
]


def _read(printed):
    record = read(HEAD + printed + "\n")
    row = next(row for row in record.amendments if row.new is not None)
    return row, instrument_of(record, HEAD + printed + "\n")


@pytest.mark.parametrize(("printed", "words"), WORDINGS)
def test_new_words_are_those_that_the_text_takes(printed, words):
    assert wording(*_read(printed)) == words


@pytest.mark.parametrize(("printed", "anchor"), ANCHORS)
def test_words_say_beside_which_they_go(printed, anchor):
    assert anchor_of(*_read(printed)) == anchor


@pytest.mark.parametrize(("printed", "new"), NEW_PLACES)
def test_a_place_is_made_or_stands(printed, new):
    assert is_new_place(*_read(printed)) is new


def test_the_same_words_are_added_at_several_places():
    text = HEAD + "一、在第三条“县区”后增加“、园区”，“乡镇”前增加“、园区”。\n"
    record = read(text)
    by = instrument_of(record, text)
    added = [anchor_of(row, by) for row in record.amendments]
    assert added == [Anchor("县区", before=False), Anchor("乡镇", before=True)]


def test_where_words_go_is_not_guessed():
    text = HEAD + "一、在第三条、第四条“县区”后增加“、园区”，“乡镇”后增加“、园区”。\n"
    record = read(text)
    by = instrument_of(record, text)
    assert len(record.amendments) > 2
    assert {anchor_of(row, by) for row in record.amendments} == {None}
