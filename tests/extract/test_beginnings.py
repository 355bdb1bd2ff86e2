"""The class of beginnings of a pattern holds each character with which a match begins."""

import re

import pytest

from policygraph.extract.body_duties.beginnings import beginnings
from policygraph.extract.body_duties.listed_verbs import plain_verbs, verbs_behind_by
from policygraph.extract.body_duties.modal_verbs import ADVERB, MODAL
from policygraph.registry.registry import load_registry

_WORDS = load_registry().words
ROWS = [
    ("负责|承担(?!人)", "负承"),
    ("(?:丁)?戊", "丁戊"),
    ("(?:甲|乙{0,2}丙)+丁", "甲乙丙"),
    ("(?<=局)会(?=同)|(?=丙)商", "会商"),
    (r"[,，](?=应)|\d{1,2}日", r",，\d"),
    ("(?P<verb>制[定订])", "制"),
]


@pytest.mark.parametrize(("pattern", "begins"), ROWS)
def test_beginnings(pattern: str, begins: str) -> None:
    found = beginnings(pattern).strip("[]")
    assert sorted(re.findall(r"\\.|.", found)) == sorted(re.findall(r"\\.|.", begins))


@pytest.mark.parametrize("pattern", ["甲?", "甲|", "[^甲]乙", ".甲"])
def test_no_class(pattern: str) -> None:
    with pytest.raises(ValueError, match="no class of beginnings"):
        beginnings(pattern)


@pytest.mark.parametrize("verbs", [ADVERB, MODAL, plain_verbs(_WORDS), verbs_behind_by(_WORDS)])
def test_verbs_begin_so(verbs: str) -> None:
    """A look at the first character changes nothing: each character of the words is tried."""
    first = re.compile(beginnings(verbs))
    whole = re.compile(verbs)
    behind = "会同有关部门，负责1日内将要按照职责为主管部门，具体负责对甲的管理"
    for begin in sorted(set(re.findall("[\u4e00-\u9fff]", verbs))):
        for text in (begin + behind, begin * 2 + behind):
            assert first.match(text) or not whole.match(text)
