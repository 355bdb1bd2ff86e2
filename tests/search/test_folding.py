"""How words and texts are made alike, and where the words stand."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policygraph.model.source import Span
from policygraph.search.folding import MAX_WORDS, fold, occurrences, words_of


@pytest.mark.parametrize(
    ("written", "alike"),
    [
        ("云政办发〔2021〕35号", "云政办发[2021]35号"),
        ("云政办发（２０２１）３５号", "云政办发【2021】35号"),
        ("GDP", "ｇｄｐ"),
        ("财 政\n局", "财政局"),
        ("“放管服”", '"放管服"'),
        ("a-b", "ａ－ｂ"),
    ],
)
def test_ways_to_write_one_thing_are_alike(written, alike):
    assert fold(written) == fold(alike)


@pytest.mark.parametrize(("one", "other"), [("财政局", "财政厅"), ("1.5", "15"), ("A", "B")])
def test_other_things_stay_apart(one, other):
    assert fold(one) != fold(other)


def test_what_is_folded_holds_nothing_that_a_tokenizer_takes_apart():
    folded = fold("".join(map(chr, range(0x3000))))
    assert all(not c.isascii() or c.isalnum() for c in folded)
    assert not any(c.isspace() for c in folded)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("财政局 奖励", ("财政局", "奖励")),
        ("财政局、税务局，奖励；", ("财政局", "税务局", "奖励")),
        ("  奖励　奖励 ", ("奖励",)),
        ("", ()),
        ("　\x00\ud800", ()),
    ],
)
def test_words_are_told_apart(typed, words):
    assert words_of(typed) == words


def test_there_are_never_too_many_words():
    assert len(words_of(" ".join(f"词{number}" for number in range(100)))) == MAX_WORDS


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("按照（２０２１）执行", "[2021]", ["（２０２１）"]),
        ("财政\n局和财政局", "财政局", ["财政\n局", "财政局"]),
        ("面积3㎡", "m2", ["㎡"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("无", "有", []),
    ],
)
def test_words_are_found_where_they_stand(text, word, found):
    spans = occurrences(text, words_of(word))
    assert [text[span.start : span.end] for span in spans] == found


def test_words_that_overlap_are_one_run():
    assert occurrences("市财政局", words_of("市财政 财政局")) == (Span(0, 4),)


@given(st.text(max_size=60), st.data())
@example("１〔２〕\n３", None)
def test_what_stands_in_a_text_is_found_there(text, data):
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    word = fold(text[start:end])
    found = occurrences(text, (word,)) if word else ()
    assert bool(found) == bool(word)
    for span in found:
        assert word in fold(text[span.start : span.end])
