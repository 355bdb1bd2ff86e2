"""What is wrong is told in the language of the system, or the one asked for, by each command."""

import json
import re
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from policygraph.cli import app

HAN = re.compile("[\u4e00-\u9fff]")
UNREAD = rb"{\rtf1\ansi x}"
TEXT = "澄湖市人民政府办公室关于印发绿地养护办法的通知\n各区人民政府：\n第一条 市园林局负责养护。\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Give a function that runs the program in a folder of its own, on a Chinese system."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: object, language: str = ""):
        environment = {
            "LC_ALL": None, "LANG": "zh_CN.UTF-8", "POLICYGRAPH_LANGUAGE": language or None,
        }  # fmt: skip
        return CliRunner().invoke(app, [str(each) for each in arguments], env=environment)

    return invoke


# The five that people meet most: arguments, status, what is said.
COMMON = [
    (
        ["extract", "无此文件.txt"], 3,
        "policygraph: 文件或文件夹 无此文件.txt 不存在；请检查路径",
        "policygraph: 无此文件.txt: no such file or folder; check the path",
    ),
    (
        ["show", "旧文件.rtf"], 3,
        "policygraph: 文件 旧文件.rtf 是 RTF 文件；请打开后另存为 .docx 或带文字的 .pdf",
        "policygraph: 旧文件.rtf: is a rich text file;"
        " open it and save it as .docx or as .pdf with text",
    ),
    (
        ["summary", "空"], 3,
        "policygraph: 空 不是数据集（没有 manifest.json）；"
        "请先构建：policygraph build 文件或文件夹 --out 空",
        "policygraph: 空: not a dataset (it has no manifest.json);"
        " make one with: policygraph build PATH... --out 空",
    ),
    (
        ["query", "policies-in-force", "-p", "asOf=去年"], 2,
        "错误：--param：问题 policies-in-force 的参数 asOf（日期）“去年”不是日期"
        "（YYYY-MM-DD、today、today+90）；请填写，例如：asOf=2024-06-30",
        "Invalid value for --param: policies-in-force: parameter 'asOf' (day): '去年' is not a date"
        " (YYYY-MM-DD, today, today+90); give for example asOf=2024-06-30",
    ),
    (
        ["findings", "旧文件.rtf", "--code", "资料"], 2,
        "错误：--code：没有“资料”这一代码；请用以下词开头的代码：agency、",
        "Invalid value for --code: '资料' is no code; they begin with agency, ",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "status", "zh", "en"), COMMON)
def test_the_commonest_errors(run, arguments, status, zh, en):
    Path("旧文件.rtf").write_bytes(UNREAD)
    Path("空").mkdir()
    for language, said in (("", zh), ("zh", zh), ("en", en)):
        shown = run(*arguments, language=language)
        assert shown.exit_code == status
        assert said in shown.stderr


# Each command, with something that it cannot do.
WRONG = [
    ["extract", "nowhere.txt"],
    ["extract", "a.txt", "--out", "a.txt"],
    ["extract", "old.rtf", "--out", "records"],
    ["show", "empty"],
    ["show", "a.txt", "--html", "empty"],
    ["findings", "nowhere.txt"],
    ["build", "empty"],
    ["build", "a.txt", "--out", "full"],
    ["build", "a.txt", "--base", "urn:x"],
    ["build", "old.rtf", "--out", "made"],
    ["build", "a.txt", "--registry", "nowhere", "--out", "made"],
    ["validate", "empty"],
    ["validate", "a.txt", "--as-of", "now"],
    ["validate", "a.txt", "empty"],
    ["validate", "a.txt", "--only-changed"],
    ["query", "nothing"],
    ["query", "--sparql", "nowhere.rq"],
    ["query", "-p", "unit=x"],
    ["summary", "empty"],
    ["serve", "empty"],
    ["export", "empty", "--format", "csv", "--out", "x.zip"],
    ["export", "empty", "--format", "csv", "--out", "x.zip", "--gzip"],
    ["export", "empty", "--format", "records", "--out", "x", "--gzip"],
    ["export", "empty", "--format", "csv", "--out", "x.zip", "--view", "all"],
    ["export", "empty", "--format", "graphml", "--out", "x", "--view", "half"],
    ["export", "empty", "--format", "graphml", "--out", "x", "--header", "zh"],
    ["coverage", "nowhere.txt"],
    ["coverage", "old.rtf"],
    ["reconcile", "nowhere.csv", "--column", "c", "--out", "x.csv"],
    ["reconcile", "nowhere.csv", "--column", "c", "--out", "x.csv", "--as-of", "now"],
    ["reconcile", "nowhere.csv", "--column", "c", "--out", "no/x.csv"],
    ["review", "new", "nowhere.txt"],
    ["review", "new", "reviewed.txt"],
    ["agencies", "show", "市财政局", "--place", "无此市"],
    ["agencies", "show", "无此机构"],
    ["agencies", "show", "市财政局", "--as-of", "now"],
    ["agencies", "lineage", "工商行政管理局"],
    ["agencies", "unresolved", "nowhere.txt"],
    ["agencies", "review", "a.txt", "--into", "tables"],
    ["agencies", "review", "nowhere.csv", "--into", "tables"],
    ["docs"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_each_command_tells_it_in_both_languages(run, arguments):
    for name in ("a.txt", "reviewed.txt"):
        Path(name).write_text(TEXT, encoding="utf-8")
    Path("old.rtf").write_bytes(UNREAD)
    Path("empty").mkdir()
    Path("full").mkdir()
    Path("full/x").touch()
    run("review", "new", "reviewed.txt")
    zh, en = (run(*arguments, language=language) for language in ("", "en"))
    assert zh.exit_code == en.exit_code != 0
    assert isinstance(zh.exception, SystemExit)  # and not a traceback
    assert HAN.search(zh.stderr)
    assert "请" in zh.stderr
    assert not re.search("Error|Invalid|cannot|[a-z]; ", zh.stderr)
    assert "；" not in en.stderr
    assert "请" not in en.stderr


def test_a_port_that_is_taken(run, tmp_path):
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert run("build", "a.txt", "--out", "made").exit_code == 0
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        zh, en = (run("serve", "made", "-p", port, language=each) for each in ("zh", "en"))
    assert zh.exit_code == en.exit_code == 3
    assert f"端口 {port} 已被占用；请" in zh.stderr
    assert f"port {port} is in use; end the program" in en.stderr


def test_a_file_that_cannot_be_read_is_told_in_both_languages_wherever_it_is_listed(run):
    folder = Path("文件")
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "旧文件.rtf").write_bytes(UNREAD)
    zh, en = "文件 旧文件.rtf 是 RTF 文件", "旧文件.rtf: is a rich text file"
    for language, said, other in (("zh", zh, en), ("en", en, zh)):
        built = run("build", folder, "--out", "数据", language=language)
        assert built.exit_code == 1
        assert said in built.stderr
        assert other not in built.stderr
        for listed in (folder, "数据"):
            for form in ([], ["--json"], ["--format", "csv"]):
                shown = run("findings", listed, "-c", "source", *form, language=language).stdout
                assert said in shown
                assert other not in shown
    (kept,) = (
        row
        for row in json.loads(Path("数据/findings.json").read_bytes())
        if row["code"] == "source.binary"
    )
    assert kept["zh"].startswith(zh)
    assert kept["en"].startswith(en)


def test_what_is_told_cannot_steer_the_terminal(run):
    shown = run("extract", "\x1b[31mred.txt")
    assert "\x1b" not in shown.stderr
    assert "不存在" in shown.stderr
