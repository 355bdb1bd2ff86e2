"""A table of words, written with common beginnings once, matches what the table matches."""

import re

from policygraph.registry.registry import load_registry
from policygraph.registry.words import alternation, factored

_WORDS = ("责任单位", "责任部门", "责任", "牵头", "牵头单位", "主办")


def test_the_longest_word_is_found_as_in_the_plain_table() -> None:
    text = "责任单位、责任部门、责任；牵头单位牵头，主办；主要责。"
    plain = re.findall(alternation(_WORDS), text)
    assert plain == ["责任单位", "责任部门", "责任", "牵头单位", "牵头", "主办"]
    assert re.findall(factored(_WORDS), text) == plain


def test_what_may_stand_between_two_characters_is_said_once() -> None:
    spread = re.compile(factored(_WORDS, " {0,2}"))
    assert [m.group() for m in spread.finditer("责 任 单  位：甲，牵   头")] == ["责 任 单  位"]


def test_each_word_of_the_tables_is_matched_whole() -> None:
    words = load_registry().words
    for table in (words.role_labels, words.unit_suffixes, words.surnames):
        pattern = re.compile(factored(table))
        assert [word for word in table if not pattern.fullmatch(word)] == []
