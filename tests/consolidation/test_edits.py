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
    # part of a number
    ("5日内报告，15日内整改。", "一、将第一条中的“5日”修改为“7日”。", [], "7日内报告，15日内整改。"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "change", "reasons", "expected"), ROWS)
def test_words_are_changed_where_they_are_meant(words, change, reasons, expected):
    result = carried(f"{TITLE}\n\n第一条 {words}\n", decision(TITLE, change))
    assert [one.reason for one in result.failed] == reasons
    assert lines(result.text) == f"{TITLE}|第一条{expected}"
