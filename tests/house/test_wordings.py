"""Whatever is raised is told in Chinese and in English, and both say the same."""

import ast
import builtins
import copy
import importlib
import multiprocessing
import pickle
import pkgutil
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

import policygraph
from policygraph.errors import Message, PolicyGraphError, SourceError
from policygraph.text.reader import read_source

SOURCE = Path(policygraph.__file__).parent
HAN = re.compile("[\u4e00-\u9fff]")
HALF_WIDTH = re.compile(
    "[\u4e00-\u9fff）” ][,;!?](?: |$)|[\u4e00-\u9fff](?:[,;:!?()]|\\.(?![a-z]))|[,;:!?()][\u4e00-\u9fff]"
)
# What is raised for programmers, or is told in both languages by itself (a review file's findings).
NOT_FOR_PEOPLE = {
    "ValueError", "TypeError", "AttributeError", "AssertionError", "OSError",
    "FileNotFoundError", "_BadKey", "Broken", "Exit",
}  # fmt: skip


def all_errors() -> set[type[PolicyGraphError]]:
    for module in pkgutil.walk_packages([str(SOURCE)], "policygraph."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: set[type[PolicyGraphError]] = set()
    beyond = [PolicyGraphError]
    while beyond:
        found.add(one := beyond.pop())
        beyond.extend(one.__subclasses__())
    return found


ERRORS = sorted(all_errors(), key=lambda one: one.__name__)
NAMES = {one.__name__ for one in ERRORS}


class Pair(NamedTuple):
    """A place in the source where something is said in both languages."""

    where: str
    called: str
    zh: ast.expr
    en: ast.expr


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield str(path.relative_to(SOURCE)), ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def calls() -> Iterator[tuple[str, ast.Call]]:
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield f"{file}:{node.lineno}", node


def pairs() -> list[Pair]:
    found = []
    for where, node in calls():
        said = {each.arg: each.value for each in node.keywords}
        if called(node) == "Message":
            said |= dict(zip(("zh", "en"), node.args, strict=False))
        if called(node) in {*NAMES, "Message", "error"} and "zh" in said and "en" in said:
            found.append(Pair(where, called(node), said["zh"], said["en"]))
    return found


PAIRS = pairs()


def literal(node: ast.expr) -> str:
    """What stands there for itself, each value as a letter X."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(e.value if isinstance(e, ast.Constant) else "X" for e in values)
    return ""


class Plain(ast.NodeTransformer):
    """Takes out of an expression what differs between the languages: .zh, .en and words."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        return ast.Attribute(node.value, "said", node.ctx) if node.attr in ("zh", "en") else node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Name("said", node.ctx) if node.id in ("zh", "en") else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        return ast.Subscript(self.visit(node.value), node.slice, node.ctx)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return ast.Constant("") if isinstance(node.value, str) else node


def values(node: ast.expr) -> set[str]:
    """The values that are filled in, as they are written in the source."""
    filled = node.values if isinstance(node, ast.JoinedStr) else []
    return {
        ast.unparse(Plain().visit(copy.deepcopy(each.value)))
        for each in filled
        if isinstance(each, ast.FormattedValue)
    }


def names(node: ast.expr) -> set[str]:
    found = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return {n for n in found if n[0] != "_" and n not in ("zh", "en", *vars(builtins))}


def test_each_error_is_made_with_both_wordings():
    assert len(ERRORS) >= 20
    missing = [
        where
        for where, node in calls()
        if called(node) in NAMES and not {"zh", "en"} <= {each.arg for each in node.keywords}
    ]
    assert missing == []


def test_what_is_raised_is_one_of_these_errors():
    made = {  # functions that make an error, by what they say they give
        node.name
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and node.returns is not None
        and names_of_errors(node.returns)
    }
    odd = []
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                name = called(node.exc)
                if name not in {*NAMES, *made, *NOT_FOR_PEOPLE}:
                    odd.append(f"{file}:{node.lineno}: {name}")
            elif isinstance(node, ast.Raise) and ast.unparse(node.exc or node) in NAMES:
                odd.append(f"{file}:{node.lineno}: a class by itself, which says nothing")
    assert odd == []


def names_of_errors(returns: ast.expr) -> bool:
    told = {each.id for each in ast.walk(returns) if isinstance(each, ast.Name)}
    told |= {each.attr for each in ast.walk(returns) if isinstance(each, ast.Attribute)}
    return bool(told & {*NAMES, "Exception", "BadParameter"})


def test_wrong_usage_is_made_in_one_place():
    made = [where for where, node in calls() if called(node) == "BadParameter"]
    assert made == []


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.where)
def test_both_wordings_say_the_same(pair):
    zh, en = literal(pair.zh), literal(pair.en)
    if isinstance(pair.zh, ast.JoinedStr | ast.Constant) and isinstance(
        pair.en, ast.JoinedStr | ast.Constant
    ):
        assert values(pair.zh) == values(pair.en)
    else:
        assert names(pair.en) <= names(pair.zh)
    if re.search("[a-z]", en):
        assert HAN.search(zh) or not zh
        assert not HAN.search(re.sub(r"'#.*?'|市 and 区|中文", "", en))
    assert not HALF_WIDTH.search(zh), zh
    assert not zh.endswith(("。", " "))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.where)
def test_an_error_says_what_to_do(pair):
    told = chain.from_iterable(ast.walk(each) for each in (pair.zh, pair.en))
    is_passed_on = any(
        isinstance(e, ast.Attribute | ast.Name)
        and ast.unparse(e).rpartition(".")[2] in ("zh", "en")
        for e in told
    )
    if pair.called in NAMES and literal(pair.zh) and not is_passed_on:
        assert "请" in literal(pair.zh)


def test_there_are_as_many_as_there_are_errors():
    assert len(PAIRS) >= 200


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_no_error_can_be_made_without_both(kind):
    more = {"option": "--out"} if kind.__name__ == "UsageError" else {}
    error = kind(zh="文件 甲.txt 不存在；请检查路径", en="甲.txt: no such file", **more)
    assert str(error) == error.in_language("en") == "甲.txt: no such file"
    assert error.in_language("zh") == "文件 甲.txt 不存在；请检查路径"
    for wrong in ({"zh": "无"}, {"en": "none"}, {}):
        with pytest.raises(TypeError):
            kind(**wrong, **more)
    with pytest.raises(TypeError):
        kind("none", **more)


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_an_error_comes_whole_out_of_another_process(kind):
    more = {"option": "--out"} if kind.__name__ == "UsageError" else {}
    error = kind(zh="请检查", en="check it", **more)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is kind
        assert str(again) == "check it"
        assert again.said == Message(zh="请检查", en="check it")
        assert vars(again) == vars(error)


def test_what_a_worker_process_raises_has_both(tmp_path):
    missing = tmp_path / "甲.doc"
    missing.write_bytes(b"{\\rtf1")
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        error = pool.submit(read_source, missing).exception()
    assert isinstance(error, SourceError)
    assert error.code == "source.binary"
    assert error.in_language("zh").startswith("文件 甲.doc 是 RTF 文件；请")
    assert str(error).startswith("甲.doc: is a rich text file; ")
