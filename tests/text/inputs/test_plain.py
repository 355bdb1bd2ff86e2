"""Plain text: encodings, and what becomes of damaged bytes."""

import pytest

from policygraph.model.source import Notice
from policygraph.text.inputs.html.page import html_text
from policygraph.text.inputs.plain import plain_text

TEXT = "一、总则\r\n二、𠀀㐀鿏附则\n"  # characters of two, three and four bytes in GB18030


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding):
    assert plain_text(TEXT.encode(encoding), "a.txt") == (TEXT, ())


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_utf_16_of_both_orders(mark, encoding):
    assert plain_text(mark + TEXT.encode(encoding), "a.txt").text == TEXT


@pytest.mark.parametrize(
    ("printed", "character"),
    [
        ("a6d9", "\ufe10"),
        ("a6f3", "\ufe19"),
        ("fe59", "\u9fb4"),
        ("fea0", "\u9fbb"),
        ("a8bc", "\u1e3f"),
    ],
)
def test_gb_18030_is_that_of_2022(printed, character):
    data = "一、".encode("gb18030") + bytes.fromhex(printed)
    assert plain_text(data, "a.txt").text == f"一、{character}"
    assert html_text(b"<p>" + data, "a.html").text == f"一、{character}\n"


def test_a_few_damaged_characters_are_told_of():
    data = ("一、总则。" * 2000).encode()
    damaged = data[:100] + b"\xff" + data[101:]
    found = plain_text(damaged, "a.txt")
    broken = found.text.count("\ufffd")
    assert 1 <= broken <= 3
    assert found.notices == (Notice("source.broken-characters", str(broken)),)
    page = html_text(b"<meta charset=utf-8><p>" + damaged, "a.html")
    assert page.notices == found.notices


def test_short_texts_of_two_encodings_are_told_apart():
    for words in ("附则", "甲乙", "一、总则"):
        assert plain_text(words.encode("gb18030"), "a.txt") == (words, ())
        assert plain_text(words.encode(), "a.txt") == (words, ())
