"""Wrong usage is told in Chinese to who has a Chinese system, or asks for it; also what typer says."""

import re

import pytest
from typer.testing import CliRunner

from policygraph.cli import app

# Arguments, and what is said of them in Chinese and in English.
WRONG = [
    (["findings"], "缺少参数 路径", "Missing argument"),
    (["export"], "缺少选项 --format", "Missing option"),
    (["findings", "x", "--nope"], "没有选项 --nope；相近的有：--code", "No such option"),
    (["findings", "x", "--zzzzzz"], "没有选项 --zzzzzz", "No such option"),
    (["fndings"], "没有命令 fndings；相近的有：findings", "No such command"),
    (["zzzzzz"], "没有命令 zzzzzz", "No such command"),
    (["agencies", "shwo", "x"], "没有命令 shwo；相近的有：show", "No such command"),
    (["findings", "x", "-f", "xx"], "--format：“xx”不可用；请用 text、json、csv", "not one of"),
    (["query", "--timeout"], "选项 --timeout 缺少值", "requires an argument"),
    (["findings", "x", "--json=1"], "选项 --json 不带值", "does not take a value"),
    (["query", "a", "b"], "多余的参数：b", "unexpected extra argument"),
    (["query", "a", "--timeout", "x"], "--timeout：应为数字", "valid number"),
    (["serve", "--port", "1.5"], "--port：应为整数", "valid integer"),
    (["serve", "x", "--workers", "0"], "--workers：不得小于 1", "greater than or equal to 1"),
    (["query", "a", "--timeout", "0"], "--timeout：不得小于 0.1", "greater than or equal to 0.1"),
]


def run(*arguments: str, system: str = "zh_CN.UTF-8", asked: str | None = None):
    environment = {"LC_ALL": None, "LANG": system, "POLICYGRAPH_LANGUAGE": asked}
    return CliRunner().invoke(app, list(arguments), env=environment)


@pytest.mark.parametrize(("arguments", "zh", "en"), WRONG, ids=lambda each: str(each)[:30])
def test_wrong_usage_is_told_in_the_language(arguments, zh, en):
    shown = run(*arguments)
    assert shown.exit_code == 2
    first, *others = shown.stderr.splitlines()
    assert first == f"错误：{zh}"
    assert all(re.fullmatch("用法见：.* --help", each) for each in others)
    assert not re.search("[A-Za-z]{3,} [A-Za-z]{3,}", first)
    english = run(*arguments, system="C.UTF-8")
    assert english.exit_code == 2
    assert en in english.stderr


@pytest.mark.parametrize(
    ("arguments", "system", "asked", "chinese"),
    [
        (["findings", "--language", "zh"], "C.UTF-8", None, True),
        (["findings", "--language=zh"], "C.UTF-8", None, True),
        (["findings", "-l", "zh"], "C.UTF-8", None, True),
        (["findings", "-l", "en"], "zh_CN.UTF-8", None, False),
        (["findings"], "C.UTF-8", "zh", True),
        (["findings"], "zh_CN.UTF-8", "en", False),
        (["findings", "-l"], "zh_CN.UTF-8", None, True),
        (["--language", "zh", "findings"], "C.UTF-8", None, True),
        (["-l", "en", "findings"], "zh_CN.UTF-8", None, False),
        (["findings", "-l"], "C.UTF-8", "zh", True),
        (["--language", "fr", "findings", "--zzz"], "C.UTF-8", "zh", True),
        (["agencies", "-l", "zh", "show"], "C.UTF-8", None, True),
        (["-lzh", "findings"], "C.UTF-8", None, True),
        (["findings", "x", "--zzz", "--", "-l", "en"], "zh_CN.UTF-8", None, True),
    ],
)
def test_the_language_is_the_one_asked_for(arguments, system, asked, chinese):
    shown = run(*arguments, system=system, asked=asked)
    assert shown.stderr.startswith("错误：") is chinese


def test_the_language_may_stand_before_the_command(monkeypatch, tmp_path):
    monkeypatch.setenv("POLICYGRAPH_LANGUAGE", "en")  # what the option sets is undone
    assert "不存在" in run("-l", "zh", "findings", str(tmp_path / "none")).stderr
    assert "no such" in run("-l", "zh", "findings", str(tmp_path / "none"), "-l", "en").stderr
    wrong = run("-l", "fr", "findings", str(tmp_path / "none"))
    assert wrong.exit_code == 2
    assert "没有“fr”这一语言" in wrong.stderr


def test_the_help_tells_the_exit_status_as_the_documentation_does(root):
    for page, language, status in (
        ("cli.md", "en", "0 done; 1 done, and findings of severity error were made; 2 wrong usage"),
        ("cli.zh.md", "zh", "退出状态：0 完成；1 完成，但有错误级别的问题；2 用法有误"),
    ):
        assert status in " ".join(run("--help", asked=language).output.split())
        assert status in (root / "docs" / page).read_text(encoding="utf-8")


def test_without_a_command_the_help_is_shown():
    assert run().output == run("--help").output
    assert run().output.startswith("用法：")
    assert run(system="C.UTF-8").output.startswith("Usage:")


def test_what_a_terminal_would_obey_is_not_printed():
    assert "\x1b" not in run("findings", "x", "--\x1b[31m").stderr
    assert "\x1b" not in run("\x1b[31m").stderr
