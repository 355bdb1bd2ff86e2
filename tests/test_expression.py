"""Regular expressions that are compiled when they are first used."""

import copy
import gc
import importlib
import pickle
import pkgutil
import re
import subprocess
import sys

import pytest

import policygraph
from policygraph import expression as module
from policygraph.expression import expression

# the web and what only some installations have are imported by their own tests
_AT_START = 20
_LEFT_OUT = ("policygraph.__main__", "policygraph.endpoint")


def test_it_does_what_the_pattern_of_re_does() -> None:
    words, plain = expression("(?P<n>[一二三])、", re.M), re.compile("(?P<n>[一二三])、", re.M)
    text = "一、甲\n二、乙"
    assert [m.span("n") for m in words.finditer(text)] == [
        m.span("n") for m in plain.finditer(text)
    ]
    assert words.sub("", text) == plain.sub("", text)
    assert words.split(text, 1) == plain.split(text, 1)
    assert words.match(text, 1) is None
    assert (words.pattern, words.flags, words.groups, words.groupindex) == (
        plain.pattern, plain.flags, plain.groups, plain.groupindex,
    )  # fmt: skip


def test_bytes_are_searched_as_well() -> None:
    assert expression(rb"\d+").findall(b"a12b3") == [b"12", b"3"]


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(module.re, "compile", lambda p, f: compiled.append(p) or real(p, f))
    words = expression("甲|乙")
    assert words.pattern == "甲|乙"
    assert not compiled
    assert words.search("乙")
    assert words.search("丙") is None
    assert compiled == ["甲|乙"]


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))]
)
@pytest.mark.parametrize("used", [False, True])
def test_it_is_copied_and_pickled(again, used: bool) -> None:
    words = expression("甲", re.M)
    if used:
        words.search("乙")
    other = again(words)
    assert (other.pattern, other.flags, bool(other.search("甲"))) == ("甲", words.flags, True)


def test_what_no_pattern_has_it_has_not() -> None:
    with pytest.raises(AttributeError):
        expression("甲").found  # type: ignore[attr-defined] # noqa: B018


def test_what_is_no_regular_expression_is_told_at_its_first_use() -> None:
    with pytest.raises(re.error):
        expression("甲(").search("甲")


def test_all_expressions_can_be_compiled() -> None:
    for found in pkgutil.walk_packages(policygraph.__path__, "policygraph."):
        if not found.name.startswith(_LEFT_OUT):
            importlib.import_module(found.name)
    written = [each for each in gc.get_objects() if type(each) is module._Expression]
    assert [each.pattern for each in written if not re.compile(each.pattern, each.given)] == []


def test_the_reading_starts_without_compiling_its_expressions() -> None:
    """But for those whose search is a value in a table: a dozen of eight hundred."""
    script = (
        "import re, sys\n"
        "real, ours = re.compile, []\n"
        "def note(pattern, flags=0):\n"
        "    name = sys._getframe(1).f_globals['__name__']\n"
        "    if name.startswith('policygraph'):\n"
        "        ours.append(name)\n"
        "    return real(pattern, flags)\n"
        "re.compile = note\n"
        "import policygraph.read\n"
        "print(len(ours))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < _AT_START
