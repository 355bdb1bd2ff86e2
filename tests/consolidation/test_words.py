"""Words as they stand in a text."""

import pytest

from policygraph.consolidation.words import Words
from policygraph.model.source import Span

# text, words, what is found of it
FOUND = [
    ("应当节\n 水。", "节水", ["节\n 水"]),
    ("（一）甲", "(一)", ["（一）"]),
    # a part of a number is another number
    ("5日内报告，15日内整改，1.5日", "5日", ["5日"]),
    ("五日内报告，十五日内整改", "五日", ["五日"]),
    ("罚款1,500元、500元", "500元", ["500元"]),
    ("2024、20245、1234", "2024", ["2024"]),
    ("第三条、第三十条", "第三", ["第三"]),
    ("三万五千元、五千元", "五千元", ["五千元"]),
    # what only stands beside a number, or on the line before, is none
    ("十万元", "万元", ["万元"]),
    ("共12\n5日", "5日", ["5日"]),
    ("第5，6日", "6日", ["6日"]),
    ("（1）5日", "5日", ["5日"]),
]


@pytest.mark.parametrize(("text", "words", "expected"), FOUND)
def test_words_are_found(text, words, expected):
    spans = Words(text).find(words, Span(0, len(text)))
    assert [text[start:end] for start, end in spans] == expected
