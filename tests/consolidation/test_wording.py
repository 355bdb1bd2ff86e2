"""New words as an amending text prints them."""

import pytest

from policygraph.consolidation.wording import wording
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
    # the number of a page stands between the words, and is none of them
    ("一、将第三条修改为：“用水单位应当\n— 3 —\n节水。”", "用水单位应当节水。"),
]


@pytest.mark.parametrize(("printed", "words"), WORDINGS)
def test_new_words_are_those_that_the_text_takes(printed, words):
    text = HEAD + printed + "\n"
    row = next(row for row in read(text).amendments if row.new is not None)
    assert wording(row, text) == words
