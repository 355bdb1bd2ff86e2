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
]


@pytest.mark.parametrize(("text", "words", "expected"), ROWS)
def test_words_are_found(text, words, expected):
    found = Words(text).find(words, Span(0, len(text)))
    assert [text[span.start : span.end] for span in found] == expected


def test_words_are_looked_for_inside_a_span():
    assert Words("甲乙甲").find("甲", Span(1, 3)) == [Span(2, 3)]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 10))
def test_what_a_text_holds_is_found_in_it(text, start, length):
    part = text[start : start + length]
    found = Words(text).find(part, Span(0, len(text)))
    assert bool(found) is bool(part.strip())
    assert all(same(text[span.start : span.end], part) for span in found)
