"""What of a new wording is new: old and new text stay what they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.consolidation.inner import refined
from policygraph.consolidation.outcome import Piece

SAME = "公园由市园林局管理，每日六时开放，园内设有花圃、凉亭和步道，供人休息，"
OTHER = "旧书市场的摊位按月抽签；摊主凭号入场。场内不收现款，违者退场并补办手续！"
WORDS = st.text("甲乙丙，。\n", min_size=20, max_size=60)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    return refined([Piece("前文", 0), Piece(old, 2, removed=3), Piece(new, added=3)])


def marked(old: str, new: str) -> str:
    marks = {True: "[-{}-]", False: "{{+{}+}}"}
    return "".join(
        one.text
        if not (one.removed or one.added)
        else marks[one.removed is not None].format(one.text)
        for one in pieces(old, new)[1:]
    )


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (f"{SAME}九时关闭园门。", f"{SAME}十时关闭园门。", f"{SAME}[-九-]{{+十+}}时关闭园门。"),
        (f"{SAME}奖励100万元。", f"{SAME}奖励150万元。", f"{SAME}奖励[-100-]{{+150+}}万元。"),
        (SAME, f"{SAME}\n公园免费。", f"{SAME}{{+\n公园免费。+}}"),
        (SAME, OTHER, f"[-{SAME}-]{{+{OTHER}+}}"),
        ("市大数据局", "市数据局", "[-市大数据局-]{+市数据局+}"),
    ],
    ids=["a word", "a number is whole", "a paragraph behind", "two texts", "words for words"],
)
def test_what_both_have_stands(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


@settings(derandomize=True, max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_old_and_new_are_what_they_were(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(one.text for one in found if one.start is not None) == "前文" + old
    assert "".join(one.text for one in found if one.removed is None) == "前文" + new
    at = 0
    for one in found:
        if one.start is not None:
            assert one.start == at
            at += len(one.text)


def test_wordings_that_repeat_a_few_words_are_told_whole() -> None:
    texts = [("不得" * 7 + "乙") * 40, ("不得" * 5 + "甲") * 50]
    long = [Piece(texts[0], 0, removed=0), Piece(texts[1], added=0)]
    assert refined(long) == tuple(long)


def test_long_texts_and_other_changes_are_left_as_they_are() -> None:
    long = [Piece("甲乙" * 1000, 0, removed=0), Piece("甲丙" * 1000, added=0)]
    assert refined(long) == tuple(long)
    other = [Piece("甲乙丙", 0, removed=0), Piece("甲乙丁", added=1)]
    assert refined(other) == tuple(other)
