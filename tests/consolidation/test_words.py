"""Words in a text, however they are set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.consolidation.words import Words, same
from policygraph.model.source import Span

# text, words, what of the text they are
ROWS = [
    ("甲乙丙乙", "乙", ["乙", "乙"]),
    ("甲\n乙 丙", "甲乙丙", ["甲\n乙 丙"]),
    ("甲（乙）", "甲(乙)", ["甲（乙）"]),
    ("称“甲”的", "‘甲’", ["“甲”"]),
    ("１０％", "10%", ["１０％"]),
    ("甲甲甲", "甲甲", ["甲甲"]),
    ("甲", "", []),
    ("甲", "乙", []),
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


@pytest.mark.parametrize(("text", "words", "expected"), ROWS)
def test_words_are_found(text, words, expected):
    found = Words(text).find(words, Span(0, len(text)))
    assert [text[span.start : span.end] for span in found] == expected


def test_words_are_looked_for_inside_a_span():
    assert Words("甲乙甲").find("甲", Span(1, 3)) == [Span(2, 3)]


@given(st.text("甲乙（“， \n", max_size=60), st.integers(0, 60), st.integers(1, 10))
def test_what_a_text_holds_is_found_in_it(text, start, length):
    part = text[start : start + length]
    found = Words(text).find(part, Span(0, len(text)))
    assert bool(found) is bool(part.strip())
    assert all(same(text[span.start : span.end], part) for span in found)
